"""What an expression means once the dispatch around it is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from newswire.lang.en.times.periods import Period, Unit
from newswire.lang.en.times.readings import Every, Length, Repeated, Vague


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A date whose place on the calendar is not known: its TIMEX3 value, `XXXX-06-19`."""

    value: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A time or a part of a day, as TIMEX3 writes it after the date: `T14:26`, `TMO`."""

    day: Period | Unplaced
    time: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """From the first period through the last."""

    first: Period | Unplaced
    last: Period | Unplaced


Dated = Period | Unplaced
Meaning = Dated | Moment | Stretch | Length | Every | Repeated | Vague


def unplaced(unit: Unit) -> Unplaced:
    """A period of this unit that nothing places."""
    return Unplaced(_UNPLACED.get(unit, "XXXX-XX-XX"))


_UNPLACED: Final[Mapping[Unit, str]] = MappingProxyType(
    {
        Unit.WEEKEND: "XXXX-WXX-WE",
        Unit.WEEK: "XXXX-WXX",
        Unit.MONTH: "XXXX-XX",
        Unit.SEASON: "XXXX-XX",
        Unit.QUARTER: "XXXX-QX",
        Unit.HALF: "XXXX-HX",
        Unit.YEAR: "XXXX",
        Unit.DECADE: "XXX",
        Unit.CENTURY: "XX",
        Unit.MILLENNIUM: "X",
    }
)
