"""The date of a holiday in a given year, from `holidays.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import MAXYEAR, date, timedelta
from typing import Any, Final

from newswire.lang.en.times.periods import month_length
from newswire.lang.en.times.vocabulary import load

HOLIDAYS: Final[Mapping[str, Any]] = load("holidays.toml")["days"]


def festival(name: str, year: int) -> date | None:
    """The day in `year` on which the holiday falls; None outside the years 1 to 9998."""
    if not 0 < year < MAXYEAR:
        return None
    entry = HOLIDAYS[name]
    if "easter" in entry:
        sunday = orthodox_easter(year) if entry.get("orthodox") else easter(year)
        return sunday + timedelta(days=entry["easter"])
    if "weekday" in entry:
        day = nth_weekday(year, entry["month"], entry["weekday"], entry["nth"])
        return day + timedelta(days=entry.get("after", 0))
    return date(year, entry["month"], entry["day"])


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth ISO weekday of a month, counted from its end where `nth` is negative."""
    if nth < 0:
        last = date(year, month, month_length(year, month))
        return last - timedelta(days=(last.isoweekday() - weekday) % 7 + 7 * (-nth - 1))
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> date:
    """Easter Sunday of the Western churches (the anonymous Gregorian computus)."""
    century, place = divmod(year, 100)
    golden = year % 19
    skipped, leap = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - skipped - correction + 15) % 30
    weekday = (32 + 2 * leap + 2 * (place // 4) - epact - place % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Eastern churches (Meeus's Julian computus, in Gregorian days)."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)
