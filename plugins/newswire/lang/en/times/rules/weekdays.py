"""Days of the week and parts of the day."""

from __future__ import annotations

from typing import Final

from newswire.lang.en.times.grammar import Groups, rule
from newswire.lang.en.times.numbers import number, ordinal
from newswire.lang.en.times.periods import Unit
from newswire.lang.en.times.readings import (
    DayPart,
    Holding,
    MonthWeekday,
    Reading,
    Repeated,
    Shifted,
    Weekday,
    Which,
)
from newswire.lang.en.times.rules.common import (
    dated,
    month_number,
    plain,
    shifted,
    unit_of,
    weekday_number,
    which,
    year_of,
)
from newswire.lang.en.times.vocabulary import WORDS


@rule(
    r"(?:{edge}~)?(?:(?:the )?(?:{edge}~)?<part:first>(?:,| on| of)? )?"
    r"(?:<which> )?<weekday>(?:~(?:{edge} )?<part>)?"
    r"(?:,?(?: of)? <which:whose> week|(?P<ago> a week ago))?",
    triggers="weekday",
    finds={
        "They met on Monday.": ("Monday", "2012-06-18"),
        "The vote will be held Friday.": ("Friday", "2012-06-22"),
        "He flew out last Friday.": ("last Friday", "2012-06-15"),
        "It burned on Sunday night.": ("Sunday night", "2012-06-17TNI"),
        "Shells fell at dawn on Monday.": ("dawn on Monday", "2012-06-18TMO"),
        "They voted on Thursday of last week.": ("Thursday of last week", "2012-06-14"),
    },
    passes=("Black Friday shoppers came.", "The Sunday Times wrote so."),
)
def weekday(match: Groups) -> Reading | None:
    """A day of the week; the tense around it tells the week."""
    whose = which(match["whose"])
    week = shifted(Unit.WEEK, whose) if whose else None
    if match["ago"]:
        week = Shifted(Unit.WEEK, -1)
    day = Weekday(weekday_number(match["weekday"]), which(match["which"]), week)
    part = match["part"] or match["first"]
    return DayPart(WORDS["day_parts"][part], day) if part else day


@rule(
    r"(?:each|every)(?: other)? <weekday>(?: <part>)?|<weekday:many>s|<weekday:parted> <many_parts>"
    r"|<weekday:listed>(?=,? (?:and|or) {weekday} <many_parts:shared>)",
    triggers="weekday mondays tuesdays wednesdays thursdays fridays saturdays sundays",
    finds={
        "It comes out on Tuesdays.": ("Tuesdays", "XXXX-WXX-2"),
        "They meet every Friday.": ("every Friday", "XXXX-WXX-5"),
        "They march every other Friday.": ("every other Friday", "XXXX-WXX-5"),
        "He sings on Saturday nights.": ("Saturday nights", "XXXX-WXX-6TNI"),
        "It is open Friday and Saturday evenings.": ("Friday", "XXXX-WXX-5TEV"),
    },
    passes=("It came out on Tuesday.", "It came out on Friday and Saturday night."),
)
def weekdays(match: Groups) -> Reading | None:
    """A day of every week."""
    day = weekday_number(match["weekday"] or match["many"] or match["parted"] or match["listed"])
    many = match["many_parts"] or match["shared"]
    part = WORDS["many_day_parts"][many] if many else WORDS["day_parts"].get(match["part"])
    return Repeated(f"XXXX-WXX-{day}" + (f"T{part}" if part else ""))


@rule(
    r"<count> weeks? (?P<way>from|ago) <weekday>|the <weekday:passed> before last"
    r"|<weekday:after_next> week(?![\w-]| (?:ago|before|earlier|of|in)\b)",
    triggers="weekday",
    finds={
        "The court sits again a week from Friday.": ("a week from Friday", "2012-06-29"),
        "It closed two weeks ago Friday.": ("two weeks ago Friday", "2012-06-01"),
        "They met the Friday before last.": ("the Friday before last", "2012-06-08"),
        "They vote on Sunday week.": ("Sunday week", "2012-07-01"),
    },
    passes=("It opened a week before Friday.", "It rained for a week. From Friday it was dry."),
)
def weekday_of_weeks(match: Groups) -> Reading | None:
    """A day of the week, some weeks on or back."""
    if match["after_next"]:
        return Weekday(weekday_number(match["after_next"]), Which.COMING, weeks=1)
    if match["passed"]:
        return Weekday(weekday_number(match["passed"]), Which.LAST, weeks=-1)
    count, day = number(plain(match["count"])), weekday_number(match["weekday"])
    if count is None or count.denominator > 1:
        return None
    if match["way"] == "from":
        return Weekday(day, Which.COMING, weeks=int(count))
    return Weekday(day, weeks=-int(count))


@rule(
    r"the <ordinal> <weekday> (?:in|of) (?:(?:this|the month of) )?<long_month>"
    r"(?:,?(?: of)? (?:{any_year}|<which:whose> year))?"
    r"|the (?P<end>last) <weekday:weekday_last> (?:in|of) <long_month:month_last>"
    r"(?:,?(?: of)? <year:year_last>)?",
    triggers="weekday",
    finds={
        "They sit on the first Monday in October.": ("the first Monday in October", "2012-10-01"),
        "It fell on the last Friday of May 2011.": ("the last Friday of May 2011", "2011-05-27"),
    },
    passes=("It was the fifth Monday of March.", "The first Monday was calm."),
)
def weekday_of_month(match: Groups) -> Reading | None:
    """A weekday that its month counts."""
    nth = -1 if match["end"] else ordinal(match["ordinal"])
    if not nth or nth > _SURE_WEEKS:
        return None
    number = weekday_number(match["weekday"] or match["weekday_last"])
    month = month_number(match["long_month"] or match["month_last"])
    return MonthWeekday(number, nth, month, year=year_of(match))


_SURE_WEEKS: Final = 4
"""Weeks that every month has."""


@rule(
    r"the (?:<period>) (?:of|beginning|starting) (?:on )?{dated}",
    triggers="month",
    finds={"The court sits in the week of June 25.": ("the week of June 25", "2012-W26")},
    passes=("The day of June 25 was hot.", "The week of the June vote was calm."),
)
def week_of_date(match: Groups) -> Reading | None:
    """The week, or the weekend, of a day."""
    unit, day = unit_of(match["period"]), dated(match)
    return Holding(unit, day) if day and unit in (Unit.WEEK, Unit.WEEKEND) else None


@rule(
    r"(?:{edge}~)?(?P<day>this|last|that|the same|the following|the next) (?:{edge}~)?<part>",
    triggers="part",
    finds={
        "He spoke this morning.": ("this morning", "2012-06-19TMO"),
        "They met last night.": ("last night", "2012-06-18TNI"),
        "On May 3, 2011 he spoke; that evening he left.": ("that evening", "2011-05-03TEV"),
    },
    passes=("He wrote an evening hymn.",),
)
def day_part(match: Groups) -> Reading | None:
    """A part of the dispatch's day, of the day before, or of the day being told of."""
    part = WORDS["day_parts"][match["part"]]
    days = {"this": 0, "last": -1}.get(match["day"])
    if days is not None:
        return DayPart(part, Shifted(Unit.DAY, days))
    step = 1 if match["day"] in ("the following", "the next") else 0
    return DayPart(part, Shifted(Unit.DAY, step, "story"))


@rule(
    r"(?:in|during|by|through|until|at|before|after|since) "
    r"(?P<span>(?:the )?(?:{edge}~)?<part>)(?! (?:on|of|{deictic}|{weekday})\b)"
    r"|overnight|mid~<part:mid>",
    triggers="part overnight",
    finds={
        "On May 3, 2011 it rained in the morning.": ("the morning", "2011-05-03TMO"),
        "Shells fell overnight.": ("overnight", "2012-06-19TNI"),
    },
    passes=("The evening newspaper wrote so.", "The Night Watch hangs there."),
)
def story_part(match: Groups) -> Reading | None:
    """A part of the day being told of."""
    part = match["part"] or match["mid"] or "night"
    return DayPart(WORDS["day_parts"][part], None)


@rule(
    r"(?:the )?(?:{edge}~)?<part>(?:,| on| of) {dated}",
    triggers="month",
    finds={"He left on the night of May 3, 2011.": ("the night of May 3, 2011", "2011-05-03TNI")},
    passes=("In the evening of his life he wrote.",),
)
def part_of_date(match: Groups) -> Reading | None:
    """A part of a dated day."""
    return DayPart(WORDS["day_parts"][match["part"]], dated(match))


RULES = (
    part_of_date,
    weekdays,
    weekday_of_month,
    week_of_date,
    weekday,
    weekday_of_weeks,
    day_part,
    story_part,
)
