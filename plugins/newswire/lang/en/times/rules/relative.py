"""Dates counted from the dispatch or from the time being told of."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from newswire.lang.en.times.grammar import Groups, rule
from newswire.lang.en.times.numbers import number, ordinal
from newswire.lang.en.times.periods import CLOCK_UNITS, Unit
from newswire.lang.en.times.readings import (
    Anaphor,
    DayPart,
    MonthDay,
    Origin,
    Reading,
    Shifted,
    Vague,
    Weekday,
    Which,
    YearBefore,
)
from newswire.lang.en.times.rules.common import length, plain, shifted, unit_of, which
from newswire.lang.en.times.vocabulary import WORDS


@rule(
    r"(?:<part:first> <deictic:day>|(?:{edge}~)?<deictic>(?: <part>)?)",
    triggers="deictic",
    finds={
        "They met yesterday.": ("yesterday", "2012-06-18"),
        "It opens the day after tomorrow.": ("the day after tomorrow", "2012-06-21"),
        "He flew home late yesterday evening.": ("late yesterday evening", "2012-06-18TEV"),
        "They speak tonight.": ("tonight", "2012-06-19TNI"),
    },
    passes=("USA Today reported it.",),
)
def deictic(match: Groups) -> Reading | None:
    """A day told from the dispatch's own: today, yesterday, tomorrow."""
    word = plain(match["deictic"] or match["day"])
    day = Shifted(Unit.DAY, int(WORDS["deictics"][word]))
    part = match["part"] or match["first"]
    if word == "tonight":
        return DayPart("NI", day)
    return DayPart(WORDS["day_parts"][part], day) if part else day


_LONGEST_MONTH: Final = 31
"""Days."""
_NOT_DAYS = frozenset({Which.LAST, Which.THIS, Which.COMING})


@rule(
    r"(?:{edge}~)?<which> (?:fiscal |calendar |full )?<period>(?: or so)?(?!-)",
    triggers="period",
    finds={
        "They met last week.": ("last week", "2012-W24"),
        "Prices rose last month.": ("last month", "2012-05"),
        "He returns early next year.": ("early next year", "2013"),
        "It fell in the past week.": ("the past week", "P1W"),
        "It was built later this decade.": ("later this decade", "201"),
        "It will cost more over the next decade.": ("the next decade", "P10Y"),
        "He came in May 1999 and left the following year.": ("the following year", "2000"),
    },
    passes=(
        "On that day-long march they sang.",
        "It was the last day.",
        "They sing it to this day.",
    ),
)
def chosen_period(match: Groups) -> Reading | None:
    """A period picked by a determiner: last week, this year, the following month."""
    unit, chosen = unit_of(match["period"]), which(match["which"])
    if chosen is None or (unit is Unit.DAY and chosen in _NOT_DAYS):
        return None
    if unit is Unit.WEEKEND:
        return Weekday(6, chosen, unit=Unit.WEEKEND)
    if unit is Unit.DAY and chosen is Which.NEXT:
        return Shifted(unit, 1, "story")
    if (
        plain(match["which"]) in WORDS["measures"]["words"]
        or (chosen is Which.LAST and unit in _COARSE)
        or (plain(match["which"]) == "the next" and unit is Unit.DECADE)
    ):
        return length("a", match["period"])
    if chosen is Which.SAME:
        return Anaphor(unit)
    return shifted(unit, chosen)


@rule(
    r"the <ordinal> (?:day )?of <which> month",
    triggers="period",
    finds={
        "They vote on the 25th of this month.": ("the 25th of this month", "2012-06-25"),
        "It opened on the fifth of last month.": ("the fifth of last month", "2012-05-05"),
    },
    passes=("It was the third of its kind last month.", "It was the 40th of its kind."),
)
def day_of_month(match: Groups) -> Reading | None:
    """A day by its number in a month that a determiner picks."""
    day, chosen = ordinal(match["ordinal"]), which(match["which"])
    if not day or day > _LONGEST_MONTH or chosen is None or chosen is Which.SAME:
        return None
    return MonthDay(day, shifted(Unit.MONTH, chosen))


@rule(
    r"(?:{edge}~)?(?:the|this) (?:long |holiday )?weekend|<which> (?:long |holiday )?weekend",
    triggers="weekend",
    finds={
        "A paper said so over the weekend.": ("the weekend", "2012-W24-WE"),
        "They will meet at the weekend.": ("the weekend", "2012-W25-WE"),
    },
    passes=("A weekend in the country is dull.",),
)
def weekend(match: Groups) -> Reading | None:
    """The weekend, by the tense around it."""
    chosen = which(match["which"])
    if chosen is None and "this" in match[0]:
        chosen = Which.THIS
    return Weekday(6, chosen, unit=Unit.WEEKEND)


@rule(
    r"the <period> (?:(?P<back>before last)|after next)",
    triggers="last next",
    finds={
        "They met the week before last.": ("the week before last", "2012-W23"),
        "He retires the year after next.": ("the year after next", "2014"),
    },
    passes=("It was the week before the last vote.",),
)
def period_beyond(match: Groups) -> Reading | None:
    """The period beyond the last or the next."""
    unit, step = unit_of(match["period"]), -1 if match["back"] else 1
    if unit is Unit.WEEKEND:
        return Weekday(6, Which.LAST if match["back"] else Which.COMING, unit=unit, weeks=step)
    return Shifted(unit, 2 * step)


@rule(
    r"{edge} (?:(?:the|its|their) )?(?:current )?(?:fiscal |calendar )?<period>",
    triggers="period",
    finds={
        "He leaves at the end of the year.": ("the end of the year", "2012"),
        "Prices rose earlier in the month.": ("earlier in the month", "2012-06"),
        "He left later in the day.": ("later in the day", "2012-06-19"),
    },
    passes=("The end of the day is calm.",),
)
def edge_of_period(match: Groups) -> Reading | None:
    """A part of the running period: later in the year."""
    unit = unit_of(match["period"])
    if unit is not Unit.DAY:
        return Shifted(unit, 0)
    return Shifted(unit, 0, "story") if "in" in match[0].split() else None


@rule(
    r"(?:(?:{about}|{bound}) )?(?:long|some time|a (?:short|long) time|a while"
    r"|(?<!million\s)(?<!billion\s){many_units}"
    r"|(?:<count>(?:(?: to | or |\s?[-\u2013]\s?){count})?|<uncounted>)"
    r"~<unit>(?P<half> and a half)?(?: or so| or two)?) ago"
    r"(?: (?:this|that) (?:week|month))?",
    triggers="ago",
    finds={
        "It began three years ago.": ("three years ago", "2009"),
        "They met half a century ago.": ("half a century ago", "1962"),
        "It began a year and a half ago.": ("a year and a half ago", "2010-12"),
        "They met two weeks ago.": ("two weeks ago", "2012-W23"),
        "He died about five months ago.": ("about five months ago", "2012-01"),
        "It was closed several years ago.": ("several years ago", "PAST_REF"),
        "He left a dozen years ago.": ("a dozen years ago", "2000"),
        "They met two years ago this month.": ("two years ago this month", "2010-06"),
        "He left five or six years ago.": ("five or six years ago", "2007"),
        "She died a short time ago.": ("a short time ago", "PAST_REF"),
        "The lake formed 10,000 years ago.": ("10,000 years ago", "PAST_REF"),
    },
    passes=("They lived three streets away.", "It formed 40 million years ago."),
)
def ago(match: Groups) -> Reading | None:
    """So long before the dispatch, as exact as the unit."""
    if not match["unit"]:
        return Vague("PAST_REF")
    moved = _moved(match, -1, "dispatch")
    if isinstance(moved, Shifted) and moved.unit is Unit.YEAR and match[0].endswith("month"):
        return Shifted(Unit.MONTH, 12 * moved.count)
    return moved


@rule(
    r"(?:(?:{about}|{bound}) )?(?:<count>|<uncounted>) <unit>(?: or so)? from (?:now|today)",
    triggers="now today",
    finds={"The treaty ends three years from now.": ("three years from now", "2015")},
    passes=("He is three years from retirement.",),
)
def from_now(match: Groups) -> Reading | None:
    """So long after the dispatch, as exact as the unit."""
    return _moved(match, 1, "dispatch")


@rule(
    r"(?:(?:{about}|{bound}) )?<count> <unit>"
    r" (?:(?P<later>later|afterwards?)|earlier|before(?=[.,;]))(?! than)",
    triggers="later earlier before after afterward afterwards",
    finds={
        "He came on May 3, 2011 and left two days later.": ("two days later", "2011-05-05"),
        "Ties were cut in 2008; two years earlier they fought.": ("two years earlier", "2006"),
        "He left an hour later.": ("an hour later", "PT1H"),
    },
    passes=("He left two days after the raid.", "It came a day later than planned."),
)
def story_shift(match: Groups) -> Reading | None:
    """So long before or after the time being told of; less than a day is only a length."""
    if unit_of(match["unit"]) in CLOCK_UNITS:
        return length(match["count"], match["unit"])
    if not match["later"] and match["unit"] == "year" and number(match["count"]) == 1:
        return YearBefore()
    return _moved(match, 1 if match["later"] else -1, "story")


@rule(
    r"the (?P<unit>day|night|week|month|year) (?:(?P<later>after)|before)(?=[.,;])",
    triggers="before after",
    finds={
        "He came on May 3, 2011; the day before, they fought.": ("the day before", "2011-05-02")
    },
    passes=("He came the day before the vote.",),
)
def neighbour(match: Groups) -> Reading | None:
    """The period next to the one being told of."""
    return Shifted(unit_of(match["unit"]), 1 if match["later"] else -1, "story")


def _moved(match: Groups, sign: int, origin: Origin) -> Reading | None:
    told = length(match["count"], match["unit"], match.groupdict().get("half"))
    count, unit = told.count, told.unit
    for finer in (_COARSE, _FINE):
        if count is not None and (finer is _COARSE or count.denominator > 1):
            factor, unit = finer.get(unit, (1, unit))
            count *= factor
    if count is None or count.denominator > 1 or (unit is Unit.YEAR and count > _DATED_YEARS):
        return Vague("PAST_REF" if sign < 0 else "FUTURE_REF")
    return Shifted(unit, sign * int(count), origin)


_DATED_YEARS: Final = 1900
"""Years beyond which a count from the dispatch leaves the calendar, or tells no year."""

_COARSE: Final[Mapping[Unit, tuple[int, Unit]]] = MappingProxyType(
    {
        Unit.FORTNIGHT: (2, Unit.WEEK),
        Unit.DECADE: (10, Unit.YEAR),
        Unit.CENTURY: (100, Unit.YEAR),
        Unit.MILLENNIUM: (1000, Unit.YEAR),
    }
)
"""Units too coarse to count back in: `a decade ago` is a year, ten years ago."""

_FINE: Final[Mapping[Unit, tuple[int, Unit]]] = MappingProxyType(
    {Unit.YEAR: (12, Unit.MONTH), Unit.WEEK: (7, Unit.DAY), Unit.DAY: (24, Unit.HOUR)}
)
"""What halves are counted in: three and a half years ago is a month."""

RULES = (
    deictic,
    weekend,
    day_of_month,
    chosen_period,
    period_beyond,
    edge_of_period,
    ago,
    from_now,
    story_shift,
    neighbour,
)
