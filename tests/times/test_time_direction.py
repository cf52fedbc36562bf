"""Tense and cues: which way a date points, and what an editor is told about it."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from newswire.lang.en.times import find_times

CASES = tomllib.loads(Path(__file__).with_name("directions.toml").read_text(encoding="utf-8"))[
    "case"
]
ANCHOR = date(2012, 6, 19)
VALUES = {"past": "2012-06-13", "future": "2012-06-20", "none": "2012-06-13"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_direction(case: dict[str, str]) -> None:
    (time,) = (
        time
        for time in find_times(case["text"], ANCHOR)
        if case["text"][time.start : time.end] == "Wednesday"
    )
    why = "weekday" if case["way"] == "none" else f"weekday:{case['way']} {case['cue']}"
    assert (time.value, time.rule) == (VALUES[case["way"]], why)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He resigned in December.", "2011-12"),
        ("He will resign in December.", "2012-12"),
        ("He will be back in April.", "2013-04"),
        ("The siege ended in September.", "2011-09"),
        ("He was born on June 19.", "2012-06-19"),
        ("The vote of last June was void.", "2011-06"),
        ("The vote of next June is near.", "2013-06"),
        ("Earnings rose in the fourth quarter.", "2011-Q4"),
        ("Earnings will rise in the fourth quarter.", "2012-Q4"),
        ("The law of February 29 stands.", "2012-02-29"),
        ("It was raised in July.", "2011-07"),
        ("It had been set for July 11.", "2012-07-11"),
        ("In September a strike was averted.", "2011-09"),
        ("The May report will be out.", "2012-05"),
        ("The deal is to close in the third quarter.", "2012-Q3"),
    ],
)
def test_year_by_tense_and_nearness(text: str, value: str) -> None:
    assert [time.value for time in find_times(text, ANCHOR)] == [value]


def test_leap_day_is_the_nearest_that_exists() -> None:
    (time,) = find_times("He was born on February 29.", date(2013, 6, 19))
    assert time.value == "2012-02-29"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Talks run from Monday to Thursday.", ["2012-06-18", "2012-06-21"]),
        ("They fought from June 5 to July 3, 2011.", ["2011-06-05", "2011-07-03"]),
        ("They came in May, June and July 2010.", ["2010-05", "2010-06", "2010-07"]),
        (
            "It runs Monday-Friday, Sunday and Monday.",
            ["2012-06-18", "2012-06-22", "2012-06-17", "2012-06-18"],
        ),
        ("It was shut on Saturday and Sunday.", ["2012-06-16", "2012-06-17"]),
        ("For 2012 it hopes; a week earlier it did not.", ["2012", "2012-W24"]),
        ("In 1998 he left; a month later he was back.", ["1998", "XXXX-XX"]),
        ("It raged from Sunday night until Tuesday morning.", ["2012-06-17TNI", "2012-06-19TMO"]),
        ("Storms form between June 1 and Nov. 30.", ["2012-06-01", "2012-11-30"]),
        ("It fell from December to March.", ["2011-12", "2012-03"]),
        ("It happened between 8pm and 10pm on Saturday.", ["2012-06-16T20:00", "2012-06-16T22:00"]),
    ],
)
def test_neighbours_lend_each_other_year_and_week(text: str, values: list[str]) -> None:
    assert [time.value for time in find_times(text, ANCHOR)] == values
