"""Join expressions that lean on each other: `June 5 to July 3, 2011`, `Monday through Thursday`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from newswire.lang.en.times.find import Found
from newswire.lang.en.times.readings import Weekday, Which, Yearly

_RANGE: Final = re.compile(r"\s?(?:[-\u2013]|to|through|until|till)\s?", re.IGNORECASE)
_LIST: Final = re.compile(r",?\s(?:and|or)\s|,\s", re.IGNORECASE)


def link(text: str, found: Iterable[Found]) -> Iterator[Found]:
    """The same expressions; of two in a row, one may lend the other its year or its week."""
    expressions = list(found)
    gaps = [text[first.end : second.start] for first, second in pairwise(expressions)]
    joined = [
        place for place, gap in enumerate(gaps) if _RANGE.fullmatch(gap) or _LIST.fullmatch(gap)
    ]
    for place in joined:
        first, second = expressions[place : place + 2]
        is_range = _RANGE.fullmatch(gaps[place]) is not None
        expressions[place + 1] = _after(first, second, is_range)
    for place in reversed(joined):
        first, second = expressions[place : place + 2]
        expressions[place] = _with_year(first, second)
    return iter(expressions)


def _with_year(first: Found, second: Found) -> Found:
    match first.reading, second.reading:
        case Yearly(year=None, which=None), Yearly(year=year) if year:
            return replace(first, reading=replace(first.reading, year=year))
    return first


def _after(first: Found, second: Found, is_range: bool) -> Found:
    match first.reading, second.reading:
        case Weekday(number=before), Weekday(number=number, which=None, week=None):
            if is_range or number == before % 7 + 1:
                return replace(second, reading=replace(second.reading, which=Which.FOLLOWING))
    return second
