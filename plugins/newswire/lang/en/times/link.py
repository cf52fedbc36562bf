"""Join expressions that lean on each other: `June 5 to July 3, 2011`, `Monday through Thursday`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from newswire.lang.en.times.find import Found
from newswire.lang.en.times.readings import Clock, DayPart, Reading, Weekday, Which, Yearly

_RANGE: Final = re.compile(r"\s?(?:[-\u2013]|to|through|until|till)\s?", re.IGNORECASE)
_LIST: Final = re.compile(r",?\s(?:and|or)\s|,\s", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\bbetween\s{1,4}\Z", re.IGNORECASE)


def link(text: str, found: Iterable[Found]) -> Iterator[Found]:
    """The same expressions; of two in a row, one may lend the other its year, week or day."""
    expressions = list(found)
    gaps = [text[first.end : second.start] for first, second in pairwise(expressions)]
    joined = [
        place for place, gap in enumerate(gaps) if _RANGE.fullmatch(gap) or _LIST.fullmatch(gap)
    ]
    for place in joined:
        first, second = expressions[place : place + 2]
        is_range = _is_range(text, first, gaps[place])
        reading = _after(first.reading, second.reading, is_range)
        expressions[place + 1] = replace(second, reading=reading)
    for place in reversed(joined):
        first, second = expressions[place : place + 2]
        expressions[place] = replace(first, reading=_before(first.reading, second.reading))
    return iter(expressions)


def _is_range(text: str, first: Found, gap: str) -> bool:
    before = text[max(0, first.start - 12) : first.start]
    return _RANGE.fullmatch(gap) is not None or _BETWEEN.search(before) is not None


def _before(first: Reading, second: Reading) -> Reading:
    """The first of two with the year or the day that the second names for both."""
    match first, second:
        case Yearly(year=None, which=None), Yearly(year=year) if year:
            return replace(first, year=year)
        case Clock(day=None), Clock(day=day) if day:
            return replace(first, day=day)
    return first


def _after(first: Reading, second: Reading, is_range: bool) -> Reading:
    """The second of two, which follows the first: in a range, or on the next day of the week."""
    match first, second:
        case Weekday(number=before), Weekday(number=number, which=None, week=None):
            if is_range or number == before % 7 + 1:
                return replace(second, which=Which.FOLLOWING)
        case Yearly(), Yearly(which=None, year=None) if is_range:
            return replace(second, which=Which.FOLLOWING)
        case ((DayPart(day=before) | Clock(day=before)), (DayPart(day=day) | Clock(day=day))):
            if before and day:
                return replace(second, day=_after(before, day, is_range))
    return second
