"""Calendar periods and the arithmetic on them: days, ISO weeks, months, seasons, years, centuries.

A period is its unit and its first day. All years are those of the proleptic Gregorian calendar,
1 to 9999; what falls outside is None.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from types import MappingProxyType
from typing import Final


class Unit(Enum):
    """A unit of time, from the shortest to the longest."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"


CLOCK_UNITS: Final = frozenset({Unit.SECOND, Unit.MINUTE, Unit.HOUR})

DAYS_IN: Final[Mapping[Unit, int]] = MappingProxyType(
    {Unit.DAY: 1, Unit.WEEKEND: 7, Unit.WEEK: 7, Unit.FORTNIGHT: 14}
)
MONTHS_IN: Final[Mapping[Unit, int]] = MappingProxyType(
    {
        Unit.MONTH: 1,
        Unit.SEASON: 3,
        Unit.QUARTER: 3,
        Unit.HALF: 6,
        Unit.YEAR: 12,
        Unit.DECADE: 120,
        Unit.CENTURY: 1200,
        Unit.MILLENNIUM: 12000,
    }
)


@dataclass(frozen=True, slots=True)
class Period:
    """One calendar period: `Period(Unit.MONTH, date(2012, 6, 1))` is June 2012."""

    unit: Unit
    start: date

    @property
    def end(self) -> date:
        """Its last day."""
        if self.unit is Unit.WEEKEND:
            return later(self.start, 1)
        following = self.shift(1)
        return later(following.start, -1) if following else date.max

    def shift(self, count: int) -> Period | None:
        """The period of the same unit `count` later; earlier where `count` is negative."""
        start = add(self.start, self.unit, count)
        return Period(self.unit, start) if start else None


def add(day: date, unit: Unit, count: int) -> date | None:
    """`day` moved by `count` units; None beyond the calendar.

    The day of the month yields where the month is too short; hours and less do not move a day.
    """
    try:
        if unit in DAYS_IN:
            return day + timedelta(days=DAYS_IN[unit] * count)
        if unit in MONTHS_IN:
            return _add_months(day, MONTHS_IN[unit] * count)
    except (OverflowError, ValueError):
        return None
    return day


def _add_months(day: date, count: int) -> date:
    index = day.year * 12 + day.month - 1 + count
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, month_length(year, month + 1)))


def month_length(year: int, month: int) -> int:
    """Days in a month."""
    if month == 12:
        return 31
    return (date(year, month + 1, 1) - date(year, month, 1)).days


def period_of(unit: Unit, day: date) -> Period:
    """The period of this unit that holds `day`; for a weekday, the weekend that ends its week."""
    return Period(unit, _FIRST_DAY[unit](day))


def period_by(unit: Unit, day: date) -> Period:
    """The period of this unit at `day`; the weekend nearest to a Monday is the one before it."""
    return period_of(unit, later(day, -2) if unit is Unit.WEEKEND else day)


def year_period(unit: Unit, year: int, month: int = 1, day: int = 1) -> Period | None:
    """The period that begins on the given day, or None where the calendar has no such day."""
    try:
        return Period(unit, date(year, month, day))
    except ValueError:
        return None


def nearest_weekday(day: date, weekday: int) -> date:
    """The last day with this ISO weekday that is not after `day`."""
    return later(day, -((day.isoweekday() - weekday) % 7))


def later(day: date, days: int) -> date:
    """`day` moved by `days`, at most to either end of the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def is_finer(unit: Unit, other: Unit) -> bool:
    """Whether a period of `unit` cannot be told from one of `other`: a month from a year."""
    order = list(Unit)
    return other is not Unit.DAY and order.index(unit) < order.index(other)


def _same(day: date) -> date:
    return day


def _monday(day: date) -> date:
    return later(day, -day.weekday())


def _saturday(day: date) -> date:
    return later(day, 5 - day.weekday())


def _first_of(months: int) -> Callable[[date], date]:
    def first(day: date) -> date:
        return date(day.year, (day.month - 1) // months * months + 1, 1)

    return first


def _season(day: date) -> date:
    if day.month < 3:
        return date(max(day.year - 1, 1), 12, 1)
    return date(day.year, day.month // 3 * 3, 1)


def _years(count: int) -> Callable[[date], date]:
    def first(day: date) -> date:
        return date(max(day.year // count * count, 1), 1, 1)

    return first


_FIRST_DAY: Final[Mapping[Unit, Callable[[date], date]]] = MappingProxyType(
    {
        Unit.SECOND: _same,
        Unit.MINUTE: _same,
        Unit.HOUR: _same,
        Unit.DAY: _same,
        Unit.WEEKEND: _saturday,
        Unit.WEEK: _monday,
        Unit.FORTNIGHT: _monday,
        Unit.MONTH: _first_of(1),
        Unit.SEASON: _season,
        Unit.QUARTER: _first_of(3),
        Unit.HALF: _first_of(6),
        Unit.YEAR: _first_of(12),
        Unit.DECADE: _years(10),
        Unit.CENTURY: _years(100),
        Unit.MILLENNIUM: _years(1000),
    }
)
