"""What several rules read alike: determiners, months, years, whole dates."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from newswire.lang.en.times.grammar import Groups
from newswire.lang.en.times.numbers import number, ordinal, spoken_year
from newswire.lang.en.times.periods import Unit, year_period
from newswire.lang.en.times.readings import Fixed, Length, Reading, Shifted, Which, Yearly
from newswire.lang.en.times.vocabulary import MONTHS, WEEKDAYS, WORDS

_STEPS: Final[Mapping[Which, int]] = MappingProxyType(
    {Which.LAST: -1, Which.THIS: 0, Which.NEXT: 1, Which.COMING: 1}
)
_STORY_STEPS: Final[Mapping[Which, int]] = MappingProxyType(
    {Which.PREVIOUS: -1, Which.SAME: 0, Which.FOLLOWING: 1}
)


def plain(words: str) -> str:
    """The words with single spaces, as the tables write them."""
    return " ".join(words.split())


def which(words: str | None) -> Which | None:
    """The member of a series that a determiner picks."""
    return Which(WORDS["determiners"][plain(words)]) if words else None


def unit_of(word: str) -> Unit:
    """The unit that a word names, in singular or plural."""
    return Unit(WORDS["units"][word])


def month_number(word: str) -> int:
    return MONTHS[word.rstrip(".")]


def weekday_number(word: str) -> int:
    return WEEKDAYS[word.rstrip(".")]


def shifted(unit: Unit, chosen: Which) -> Reading:
    """`last week`, `the following month`."""
    if chosen in _STEPS:
        return Shifted(unit, _STEPS[chosen])
    return Shifted(unit, _STORY_STEPS[chosen], "story")


def year_number(match: Groups) -> int | None:
    """The year that the groups of `any_year` give."""
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    if groups.get("spoken_year"):
        return spoken_year(groups["spoken_year"])
    short = groups.get("short_year")
    return _full_year(int(short[1:])) if short else None


def _full_year(number: int) -> int:
    """Two figures as a year, 1969 to 2068, as POSIX reads them."""
    return number + (1900 if number >= 69 else 2000)


def year_of(match: Groups) -> Reading | None:
    """The year that a date states, in figures or by a determiner."""
    told = year_number(match)
    for name in ("year_first", "year_last"):
        told = told or int(match.groupdict().get(name) or 0) or None
    if told:
        period = year_period(Unit.YEAR, told)
        return Fixed(period) if period else None
    groups = match.groupdict()
    chosen = which(groups.get("whose") or groups.get("whose_last"))
    return shifted(Unit.YEAR, chosen) if chosen else None


def of_year(match: Groups, unit: Unit, month: int, day: int = 1) -> Reading | None:
    """A yearly period with its year, if the words state one."""
    return Yearly(unit, month, day, which(match.groupdict().get("which")), year_of(match))


def dated(match: Groups) -> Reading | None:
    """The day of the groups of `dated`, or None where these are empty."""
    groups = match.groupdict()
    month = groups.get("month") or groups.get("month_last")
    if not month:
        return None
    told = next(
        groups[name]
        for name in ("day_of_month", "spelled_day", "day_first", "spelled_first")
        if groups.get(name)
    )
    number_of_day = ordinal(told)
    if number_of_day is None:
        return None
    return of_year(match, Unit.DAY, month_number(month), number_of_day)


def length(count: str | None, unit: str, half: str | None = None) -> Length:
    """A duration; no count is an unknown one, `half` (`and a half`) adds to it."""
    told = number(plain(count)) if count else None
    if told is not None and half:
        told += Fraction(1, 2)
    return Length(told, unit_of(unit))
