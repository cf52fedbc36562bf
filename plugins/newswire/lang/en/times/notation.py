"""Periods and lengths in TIMEX3 (TimeML 1.2.1) and in EDTF (ISO 8601-2:2019, level 1)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from newswire.lang.en.times.periods import Period, Unit
from newswire.lang.en.times.readings import Length

_SEASONS: Final[Mapping[int, str]] = MappingProxyType({3: "SP", 6: "SU", 9: "FA", 12: "WI"})
_EDTF_SEASONS: Final[Mapping[int, int]] = MappingProxyType({3: 21, 6: 22, 9: 23, 12: 24})

_DESIGNATORS: Final[Mapping[Unit, str]] = MappingProxyType(
    {
        Unit.SECOND: "S",
        Unit.MINUTE: "M",
        Unit.HOUR: "H",
        Unit.DAY: "D",
        Unit.WEEKEND: "WE",
        Unit.WEEK: "W",
        Unit.MONTH: "M",
        Unit.SEASON: "M",
        Unit.QUARTER: "Q",
        Unit.YEAR: "Y",
    }
)
_IN_SMALLER: Final[Mapping[Unit, tuple[int, Unit]]] = MappingProxyType(
    {
        Unit.FORTNIGHT: (2, Unit.WEEK),
        Unit.HALF: (6, Unit.MONTH),
        Unit.DECADE: (10, Unit.YEAR),
        Unit.CENTURY: (100, Unit.YEAR),
        Unit.MILLENNIUM: (1000, Unit.YEAR),
    }
)
_FRACTION_UNITS: Final[Mapping[Unit, tuple[int, Unit]]] = MappingProxyType(
    {
        Unit.YEAR: (12, Unit.MONTH),
        Unit.HOUR: (60, Unit.MINUTE),
        Unit.MINUTE: (60, Unit.SECOND),
        Unit.DAY: (24, Unit.HOUR),
    }
)


def timex3(period: Period) -> str:
    """The TIMEX3 value of a period: `2012-06-19`, `2012-W24`, `2012-W24-WE`, `2012-Q2`, `199`."""
    return _TIMEX3[period.unit](period.start)


def edtf(period: Period) -> str:
    """The EDTF of a period; weeks, weekends, quarters and halves are intervals."""
    start = period.start
    if period.unit is Unit.SEASON:
        return f"{start.year:04}-{_EDTF_SEASONS[start.month]}"
    if period.unit in _EDTF:
        return _EDTF[period.unit](start)
    return f"{start.isoformat()}/{period.end.isoformat()}"


def duration(length: Length) -> str:
    """An ISO 8601 duration as TIMEX3 has it, `X` for an unknown count: `P15M`, `PT2H`, `PXD`."""
    count, unit = length.count, length.unit
    if unit in _IN_SMALLER and (count is not None or unit is Unit.FORTNIGHT):
        factor, smaller = _IN_SMALLER[unit]
        return duration(Length(count * factor if count is not None else None, smaller))
    if count is None:
        return _amount("X", unit)
    if count.denominator != 1 and unit in _FRACTION_UNITS:
        return _mixed(count, unit)
    return _amount(str(count if count.denominator == 1 else float(count)), unit)


def _mixed(count: Fraction, unit: Unit) -> str:
    factor, smaller = _FRACTION_UNITS[unit]
    whole, rest = divmod(count, 1)
    if (rest * factor).denominator != 1:
        return _amount(str(round(float(count), 2)), unit)
    tail = _amount(str(rest * factor), smaller)
    if not whole:
        return tail
    head = _amount(str(whole), unit)
    clock = tail.startswith("PT") and head.startswith("PT")
    return head + tail.removeprefix("PT" if clock else "P")


def _amount(count: str, unit: Unit) -> str:
    if unit in _IN_SMALLER:
        return f"P{count}{_LONG[unit]}"
    clock = "T" if unit in (Unit.SECOND, Unit.MINUTE, Unit.HOUR) else ""
    return f"P{clock}{count}{_DESIGNATORS[unit]}"


_LONG: Final[Mapping[Unit, str]] = MappingProxyType(
    {
        Unit.FORTNIGHT: "W",
        Unit.HALF: "M",
        Unit.DECADE: "DE",
        Unit.CENTURY: "CE",
        Unit.MILLENNIUM: "ML",
    }
)


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def _quarter(day: date) -> str:
    return f"{day.year:04}-Q{(day.month + 2) // 3}"


def _half(day: date) -> str:
    return f"{day.year:04}-H{1 if day.month < 7 else 2}"


def _month(day: date) -> str:
    return f"{day.year:04}-{day.month:02}"


def _year(day: date) -> str:
    return f"{day.year:04}"


def _leading(digits: int, fill: str = "") -> Callable[[date], str]:
    def write(day: date) -> str:
        return f"{day.year:04}"[:digits] + fill

    return write


_TIMEX3: Final[Mapping[Unit, Callable[[date], str]]] = MappingProxyType(
    {
        Unit.SECOND: date.isoformat,
        Unit.MINUTE: date.isoformat,
        Unit.HOUR: date.isoformat,
        Unit.DAY: date.isoformat,
        Unit.WEEKEND: lambda day: f"{_week(day)}-WE",
        Unit.WEEK: _week,
        Unit.MONTH: _month,
        Unit.SEASON: lambda day: f"{day.year:04}-{_SEASONS[day.month]}",
        Unit.QUARTER: _quarter,
        Unit.HALF: _half,
        Unit.YEAR: _year,
        Unit.DECADE: _leading(3),
        Unit.CENTURY: _leading(2),
        Unit.MILLENNIUM: _leading(1),
    }
)
_EDTF: Final[Mapping[Unit, Callable[[date], str]]] = MappingProxyType(
    {
        Unit.SECOND: date.isoformat,
        Unit.MINUTE: date.isoformat,
        Unit.HOUR: date.isoformat,
        Unit.DAY: date.isoformat,
        Unit.MONTH: _month,
        Unit.YEAR: _year,
        Unit.DECADE: _leading(3, "X"),
        Unit.CENTURY: _leading(2, "XX"),
        Unit.MILLENNIUM: _leading(1, "XXX"),
    }
)
