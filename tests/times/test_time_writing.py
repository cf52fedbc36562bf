"""Values as TIMEX3 and EDTF write them, and the calendar behind them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from dateutil.easter import EASTER_ORTHODOX
from dateutil.easter import easter as reference_easter

from newswire.lang.en.times import event_date, find_times
from newswire.lang.en.times.festivals import HOLIDAYS, easter, festival, orthodox_easter
from newswire.lang.en.times.notation import duration, edtf, timex3
from newswire.lang.en.times.numbers import number, ordinal, spoken_year
from newswire.lang.en.times.periods import Period, Unit, period_of
from newswire.lang.en.times.readings import Length

ANCHOR = date(2012, 6, 19)


@pytest.mark.parametrize(
    ("unit", "value", "interval"),
    [
        (Unit.DAY, "2012-06-19", "2012-06-19"),
        (Unit.WEEK, "2012-W25", "2012-06-18/2012-06-24"),
        (Unit.WEEKEND, "2012-W25-WE", "2012-06-23/2012-06-24"),
        (Unit.MONTH, "2012-06", "2012-06"),
        (Unit.SEASON, "2012-SU", "2012-22"),
        (Unit.QUARTER, "2012-Q2", "2012-04-01/2012-06-30"),
        (Unit.HALF, "2012-H1", "2012-01-01/2012-06-30"),
        (Unit.YEAR, "2012", "2012"),
        (Unit.DECADE, "201", "201X"),
        (Unit.CENTURY, "20", "20XX"),
        (Unit.MILLENNIUM, "2", "2XXX"),
    ],
)
def test_period(unit: Unit, value: str, interval: str) -> None:
    period = period_of(unit, ANCHOR)
    assert (timex3(period), edtf(period)) == (value, interval)


def test_week_of_the_turn_of_the_year_belongs_to_the_iso_year() -> None:
    assert timex3(period_of(Unit.WEEK, date(2012, 1, 1))) == "2011-W52"


@pytest.mark.parametrize(
    ("count", "unit", "value"),
    [
        (Fraction(15), Unit.MONTH, "P15M"),
        (Fraction(2), Unit.HOUR, "PT2H"),
        (Fraction(5, 2), Unit.YEAR, "P2Y6M"),
        (Fraction(11, 2), Unit.HOUR, "PT5H30M"),
        (Fraction(3, 2), Unit.DAY, "P1DT12H"),
        (Fraction(1, 2), Unit.HOUR, "PT30M"),
        (Fraction(3, 2), Unit.MONTH, "P1.5M"),
        (Fraction(2), Unit.FORTNIGHT, "P4W"),
        (Fraction(3), Unit.DECADE, "P30Y"),
        (None, Unit.DAY, "PXD"),
        (None, Unit.MINUTE, "PTXM"),
        (None, Unit.DECADE, "PXDE"),
    ],
)
def test_duration(count: Fraction | None, unit: Unit, value: str) -> None:
    assert duration(Length(count, unit)) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("15", 15),
        ("2 1/2", Fraction(5, 2)),
        ("twenty-five", 25),
        ("a hundred", 100),
        ("two and a half", Fraction(5, 2)),
        ("half an", Fraction(1, 2)),
        ("half a dozen", 6),
        ("two dozen", 24),
        ("three-and-a-half", Fraction(7, 2)),
        ("an", 1),
        ("3,000", 3000),
        ("many", None),
    ],
)
def test_number(words: str, value: Fraction | None) -> None:
    assert number(words) == value


def test_spoken_numbers() -> None:
    years = [spoken_year(words) for words in ("nineteen ninety-four", "two thousand and three")]
    assert years == [1994, 2003]
    assert [ordinal(words) for words in ("19th", "twenty first", "none")] == [19, 21, None]


def test_easter_agrees_with_dateutil() -> None:
    years = range(1900, 2100)
    assert [easter(year) for year in years] == [reference_easter(year) for year in years]
    assert [orthodox_easter(year) for year in years] == [
        reference_easter(year, EASTER_ORTHODOX) for year in years
    ]


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("thanksgiving", date(2012, 11, 22)),
        ("memorial day", date(2012, 5, 28)),
        ("election day", date(2012, 11, 6)),
        ("good friday", date(2012, 4, 6)),
        ("orthodox easter", date(2012, 4, 15)),
        ("martin luther king day", date(2012, 1, 16)),
    ],
)
def test_festival(name: str, day: date) -> None:
    assert festival(name, 2012) == day


def test_every_holiday_has_a_day_in_every_year() -> None:
    for name in HOLIDAYS:
        assert all(festival(name, year) for year in (1, 1583, 2000, 9998))
        assert festival(name, 9999) is None


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("In 2009 it began.", "2009", "2009"),
        ("It has gone on since 2009.", "2009", "2009/.."),
        ("They stay until Friday.", "2012-06-22", "../2012-06-22"),
        ("It began about 2009.", "2009", "2009~"),
        ("It ran on June 5-7.", "2012-06-05/2012-06-07", "2012-06-05/2012-06-07"),
    ],
)
def test_intervals_open_and_approximate(text: str, value: str, expected: str) -> None:
    assert [(time.value, time.edtf) for time in find_times(text, ANCHOR)] == [(value, expected)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 15-month-old crisis goes on.", "2011-03~"),
        ("The three-year-old war goes on.", "2009~"),
        ("The 10-day-old strike goes on.", "2012-06-09~"),
        ("It has gone on since 2009.", "2009"),
        ("It burned over the weekend.", "2012-06-16/2012-06-17"),
        ("It burned on Monday night.", "2012-06-18"),
        ("It burned for two hours.", None),
        ("It was a thing of the 18th century.", None),
        ("It burns every day.", None),
        ("It burns now.", None),
    ],
)
def test_event_date(text: str, expected: str | None) -> None:
    (time,) = find_times(text, ANCHOR)
    assert event_date(time, ANCHOR) == expected


def test_nothing_is_invented_without_a_date() -> None:
    text = "On Tuesday, June 5, last week, this year, at Thanksgiving, at Christmas, in May, today."
    values = {time.value: time.edtf for time in find_times(text, None)}
    assert values == {
        "XXXX-06-05": None,
        "XXXX-WXX": None,
        "XXXX": None,
        "XXXX-XX-XX": None,
        "XXXX-12-25": None,
        "XXXX-05": None,
    }


def test_age_dates_nothing_without_a_date() -> None:
    (time,) = find_times("The 15-month-old crisis goes on.", None)
    assert event_date(time, None) is None


def test_period_at_the_end_of_the_calendar() -> None:
    assert Period(Unit.YEAR, date(9999, 1, 1)).end == date.max
    assert Period(Unit.YEAR, date(9999, 1, 1)).shift(1) is None
