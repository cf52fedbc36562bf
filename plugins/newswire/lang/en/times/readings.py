"""What a rule reads from an expression, before anything is known of the dispatch around it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Literal

from newswire.lang.en.times.periods import Period, Unit

Reference = Literal["PAST_REF", "PRESENT_REF", "FUTURE_REF"]
Origin = Literal["dispatch", "story", "news"]
"""Counted from the dispatch's date (`last week`), from the time being told of (`a week later`) or,
where a paragraph begins anew, from the day of the news (`Two days earlier the envoy`)."""


class Which(Enum):
    """The determiner that picks one of a series."""

    LAST = "last"
    THIS = "this"
    NEXT = "next"
    COMING = "coming"
    PREVIOUS = "previous"
    FOLLOWING = "following"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Fixed:
    """A period that the words give whole: `June 2012`."""

    period: Period


@dataclass(frozen=True, slots=True)
class Yearly:
    """A period that every year has: `June 19`, `the summer`, `the third quarter`."""

    unit: Unit
    month: int
    day: int = 1
    which: Which | None = None
    year: Reading | None = None


@dataclass(frozen=True, slots=True)
class Festival:
    """A day that every year has at its own date, or the week or weekend by it: `Easter week`."""

    name: str
    which: Which | None = None
    year: Reading | None = None
    unit: Unit = Unit.DAY


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week (ISO: Monday is 1) or its weekend, in the week that `week` gives.

    `weeks` counts on from the day so found: `two weeks from Friday`, `the Friday before last`.
    """

    number: int
    which: Which | None = None
    week: Reading | None = None
    unit: Unit = Unit.DAY
    weeks: int = 0


@dataclass(frozen=True, slots=True)
class MonthWeekday:
    """The nth weekday of a month, counted from its end where `nth` is negative."""

    number: int
    nth: int
    month: int
    which: Which | None = None
    year: Reading | None = None


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day by its number in a month that is given otherwise: `the 25th of last month`."""

    number: int
    month: Reading


@dataclass(frozen=True, slots=True)
class Holding:
    """The period of this unit that holds a day: `the week of June 5`."""

    unit: Unit
    day: Reading


@dataclass(frozen=True, slots=True)
class Shifted:
    """`count` units from an origin; `unit` is also how exact the result is."""

    unit: Unit
    count: int
    origin: Origin = "dispatch"


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A period that was told before: `that day`, `the quarter`."""

    unit: Unit


@dataclass(frozen=True, slots=True)
class YearBefore:
    """The quarter being told of, a year before or in `year`; `quarter` is its number if given.

    Where a report tells of a longer period it is the year, unless the words say `quarter`.
    """

    quarter: int | None = None
    year: int | None = None
    is_quarter: bool = False


@dataclass(frozen=True, slots=True)
class LastDay:
    """The last day of the running period: `year-end`."""

    unit: Unit


@dataclass(frozen=True, slots=True)
class DayPart:
    """A part of a day (`MO`, `AF`, `EV`, `NI`)."""

    part: str
    day: Reading | None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, `14:26`."""

    time: str
    day: Reading | None


@dataclass(frozen=True, slots=True)
class Length:
    """A duration; `count` None is a number that nobody gave."""

    count: Fraction | None
    unit: Unit


@dataclass(frozen=True, slots=True)
class Ahead:
    """`in five years`: a date where the clause says `will`, else how long something takes."""

    count: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Repeated:
    """A set of times: its TIMEX3 value."""

    value: str


@dataclass(frozen=True, slots=True)
class Every:
    """Once in every such length."""

    length: Length


@dataclass(frozen=True, slots=True)
class Vague:
    """A time without place on the calendar."""

    reference: Reference


@dataclass(frozen=True, slots=True)
class Between:
    """From the first through the last, said in one expression: `June 19-21`."""

    first: Reading
    last: Reading


Reading = (
    Fixed
    | Yearly
    | Festival
    | Weekday
    | MonthWeekday
    | MonthDay
    | Holding
    | Shifted
    | Anaphor
    | YearBefore
    | LastDay
    | DayPart
    | Clock
    | Length
    | Ahead
    | Every
    | Repeated
    | Vague
    | Between
)
