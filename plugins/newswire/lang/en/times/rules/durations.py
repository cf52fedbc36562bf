"""Lengths of time, and sets of times."""

from __future__ import annotations

from datetime import date
from typing import Final

from newswire.lang.en.times.grammar import Groups, rule
from newswire.lang.en.times.notation import timex3
from newswire.lang.en.times.numbers import ordinal
from newswire.lang.en.times.periods import Period, Unit
from newswire.lang.en.times.readings import Ahead, Every, Length, Reading, Repeated, Vague
from newswire.lang.en.times.rules.common import length, month_number, plain, unit_of
from newswire.lang.en.times.vocabulary import WORDS

_COUNT = r"(?:<count>|<uncounted>)(?:(?: to | or |\s?[-\u2013]\s?){count})?"
_KIND = (
    r"(?:~(?:more|full|consecutive|straight|trading|business|working|calendar|long|additional"
    r"|solid|whole|other|remaining))?"
)


@rule(
    r"(?:(?:{bound}|{about}) )?(?:(?:the|its|their|his|her|this|these|those) )?"
    r"(?:(?:{bound}|{about}) )?"
    r"(?:(?:first|past|next|coming|previous|following|final|latest|preceding|ensuing"
    r"|(?<!to\s)(?<!will\s)(?<!would\s)(?<!could\s)last) )?"
    + _COUNT
    + _KIND
    + r" <unit>(?P<half> and a half)?(?: or so| or more)?(?! ago|~old|-| an? {unit})",
    triggers="unit",
    finds={
        "They met for two hours.": ("two hours", "PT2H"),
        "It took 2 1/2 years.": ("2 1/2 years", "P2Y6M"),
        "He stayed several weeks.": ("several weeks", "PXW"),
        "Prices rose in the past three years.": ("the past three years", "P3Y"),
        "It lasted nearly half an hour.": ("nearly half an hour", "PT30M"),
        "Rain fell for two to three weeks.": ("two to three weeks", "P2W"),
    },
    passes=("A second man came.", "He ran the 100 yards.", "The week ended."),
)
def span(match: Groups) -> Reading | None:
    """So many units."""
    if match["unit"] == "second" or (match["uncounted"] == "some" and not _is_plural(match)):
        return None
    return length(match["count"], match["unit"], match["half"])


@rule(
    r"in (?P<span>(?:{about} )?<count> <unit>)"
    r"(?! (?:ago|or|and|of|to|after|before|from|later|earlier)|~old|-)",
    triggers="unit",
    finds={
        "The treaty will end in five years.": ("five years", "2017"),
        "The talks will resume in about two weeks.": ("about two weeks", "2012-W27"),
        "They built it in five years.": ("five years", "P5Y"),
    },
    passes=("He will be back within two weeks.", "It will open in the two weeks to come."),
)
def span_ahead(match: Groups) -> Reading | None:
    """So many units from the dispatch, or a length, by the tense around it."""
    told = length(match["count"], match["unit"])
    if told.count is None or told.count.denominator > 1 or told.unit not in _COUNTED_AHEAD:
        return None
    return Ahead(int(told.count), told.unit)


_COUNTED_AHEAD: Final = frozenset({Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR})


@rule(
    r"(?:(?:{bound}|{about}) )?"
    + _COUNT
    + r"[-\u2010\u2011](?:long~)?<unit>(?:[-\u2010\u2011]long)?(?!~old)"
    r"|<period>~long|(?P<joined>year|month|week|day)long",
    triggers="unit period yearlong monthlong weeklong daylong",
    finds={
        "The two-hour meeting ended.": ("two-hour", "PT2H"),
        "The two-week-long trial ended.": ("two-week-long", "P2W"),
        "The 2½-year war goes on.": ("2½-year", "P2Y6M"),
        "The decade-long war is over.": ("decade-long", "P10Y"),
        "A weeklong strike began.": ("weeklong", "P1W"),
    },
    passes=("The one-second-hand shop.", "It is a once-a-year event."),
)
def span_adjective(match: Groups) -> Reading | None:
    """So many units, before what lasts them."""
    if match["period"] or match["joined"]:
        return length("a", match["period"] or match["joined"])
    if match["count"] in ("a", "an") or (match["unit"] == "second" and match["count"] == "one"):
        return None
    return length(match["count"], match["unit"])


@rule(
    r"(?:(?:{bound}|{about}) )?"
    r"(?:<count>~<unit>~|(?:<many_units:uncounted>|<period>)[-\u2010\u2011])old(?!s)",
    triggers="old",
    finds={
        "The 15-month-old crisis goes on.": ("15-month-old", "P15M"),
        "They ended a decades-old feud.": ("decades-old", "PXDE"),
        "They ended a year-old strike.": ("year-old", "P1Y"),
    },
    passes=(
        "A 6-year-old boy came.",
        "She is 36 years old.",
        "It is 66 million years old.",
        "A 3-month-old baby cried.",
    ),
)
def age(match: Groups) -> Reading | None:
    """How long something has lasted, from which its beginning follows."""
    if match["uncounted"]:
        return Length(None, unit_of(match["uncounted"]))
    if match["period"]:
        return length("a", match["period"])
    return length(match["count"], match["unit"]) if match["count"] not in ("a", "an") else None


_BEFORE_A_LENGTH = "|".join(WORDS["lengths"]["after"])


@rule(
    rf"(?:{_BEFORE_A_LENGTH}) (?P<span><many_units:units>(?: (?:or|and) {{many_units}})?)"
    r"|(?:over|through|down|across) (?P<span_the>the (?P<units_the>years|decades|centuries))"
    r"|<many_units:long>~long|<many_units:whole>(?= of [a-z])"
    r"|(?:the )?<many_units:beside>(?= (?:after|before|since|away)\b)",
    triggers="unit",
    finds={
        "The siege went on for weeks.": ("weeks", "PXW"),
        "It has been years since he left.": ("years", "PXY"),
        "Days after the vote he fled.": ("Days", "PXD"),
        "The decades-long war is over.": ("decades-long", "PXDE"),
    },
    passes=("Days passed.", "The two years of war."),
)
def uncounted_span(match: Groups) -> Reading | None:
    """Units that nobody counted."""
    names = ("units", "units_the", "long", "whole", "beside")
    return Length(None, unit_of(next(match[name] for name in names if match[name])))


@rule(
    r"(?:the )?past <many_units:past>"
    r"|(?:the )?recent <many_units:recent>(?: (?:and|or) {many_units})?"
    r"|the (?:first|early|final|last|closing|opening) <many_units:edge>"
    r"|(?:the )?coming <many_units:coming>|the <many_units:ahead> (?:ahead|to come)",
    triggers="recent past first early final last closing opening coming ahead come",
    finds={
        "Trade grew in recent years.": ("recent years", "PXY"),
        "He learnt it in past years.": ("past years", "PAST_REF"),
        "More will come in the weeks ahead.": ("the weeks ahead", "PXW"),
        "Many fell in the first hours.": ("the first hours", "PTXH"),
    },
    passes=("The first of many years is hard.", "It was the early hours of the day."),
)
def nearby(match: Groups) -> Reading | None:
    """Uncounted units, next to the present or at the edge of a story."""
    if match["past"]:
        return Vague("PAST_REF")
    if plain(match[0]) in _PARTS_OF_DAY:
        return None
    return Length(
        None, unit_of(match["recent"] or match["edge"] or match["coming"] or match["ahead"])
    )


_PARTS_OF_DAY: Final = frozenset(f"the {words}" for words in WORDS["day_parts"])

_RATED = (
    r"(?:(?<=[a-z]{3}s\s)|(?<=\d\s)|(?<=\dm\s)|(?<=million\s)|(?<=billion\s)|(?<=percent\s)"
    r"|(?<=once\s)|(?<=twice\s))"
)
_NOT_RATED = "".join(
    rf"(?<!{word}\s)"
    for word in ("hours", "days", "weeks", "months", "this", "lasts", "takes", "spends", "perhaps")
)


@rule(
    _RATED + _NOT_RATED + r"an? <unit>(?! (?:ago|earlier|later|before|after|old|or|and|of|to))",
    triggers="unit",
    finds={
        "They fly there four times a week.": ("a week", "P1W"),
        "It costs $5 million a year.": ("a year", "P1Y"),
        "Some 300 trucks a day cross.": ("a day", "P1D"),
    },
    passes=("He left for a year.", "It was a year of war.", "It fell two percent a year ago."),
)
def rate(match: Groups) -> Reading | None:
    """So much in each unit."""
    return Every(length("a", match["unit"])) if match["unit"] != "second" else None


@rule(
    r"(?:{about} )?(?:each|every)"
    r" (?:(?:(?P<other>other)|<count>(?:(?: to | or ){count})?|<uncounted>) )?<unit>",
    triggers="each every",
    finds={
        "It is paid every month.": ("every month", "P1M"),
        "They meet every two years.": ("every two years", "P2Y"),
        "They meet every other week.": ("every other week", "P2W"),
        "It rains almost every few days.": ("almost every few days", "PXD"),
    },
    passes=("Each of them came.", "Every second man fell."),
)
def each(match: Groups) -> Reading | None:
    """Every so often."""
    if match["unit"] == "second":
        return None
    if match["uncounted"]:
        return Every(length(None, match["unit"]))
    return Every(length(match["count"] or ("two" if match["other"] else "one"), match["unit"]))


@rule(
    r"(?:{about} )?(?:each|every) (?:<month>(?: <day_of_month>)?|<season>|<part>)",
    triggers="each every",
    finds={
        "They meet each January.": ("each January", "XXXX-01"),
        "The prize is given every Dec. 10.": ("every Dec. 10", "XXXX-12-10"),
        "It dries up every summer.": ("every summer", "XXXX-SU"),
        "He runs every morning.": ("every morning", "XXXX-XX-XXTMO"),
    },
    passes=("Every march was banned.", "They meet in January."),
)
def each_yearly(match: Groups) -> Reading | None:
    """A month, a day or a season of every year, a part of every day."""
    if match["part"]:
        return Repeated(f"XXXX-XX-XXT{WORDS['day_parts'][plain(match['part'])]}")
    if match["season"]:
        start = date(1, WORDS["seasons"][match["season"]], 1)
        return Repeated(f"XXXX{timex3(Period(Unit.SEASON, start))[4:]}")
    day = ordinal(match["day_of_month"]) if match["day_of_month"] else None
    month = f"XXXX-{month_number(match['month']):02}"
    return Repeated(f"{month}-{day:02}" if day else month)


@rule(
    r"<frequency>",
    triggers="frequency",
    finds={"A daily flight goes there.": ("daily", "P1D")},
    passes=("The Daily Herald wrote so.", "The annual report is out."),
)
def frequency(match: Groups) -> Reading | None:
    """How often, in one word."""
    return Repeated(str(WORDS["frequencies"][plain(match["frequency"])]))


def _is_plural(match: Groups) -> bool:
    return match["unit"].endswith(("s", "ia"))


RULES = (
    rate,
    span,
    span_ahead,
    span_adjective,
    age,
    uncounted_span,
    nearby,
    each,
    each_yearly,
    frequency,
)
