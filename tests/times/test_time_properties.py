"""What must hold for any text, any date, and hostile input."""

from __future__ import annotations

import re
import time as clock
from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from newswire.lang.en.times import find_times
from newswire.lang.en.times.find import find, lower
from newswire.lang.en.times.rules import RULES

WORDS = sorted({word for rule in RULES for word in rule.words})
FIGURES = ["2012", "19", "5th", "10:39", "19/06/2011", "'80s", "p.m.", "May"]
TOKENS = st.sampled_from([*WORDS, *FIGURES])
SEPARATORS = st.sampled_from([" ", " ", " ", "-", ", ", ". ", "\n", "\n\n", ""])
TEXTS = st.lists(st.tuples(TOKENS, SEPARATORS), max_size=30).map(
    lambda parts: "".join(word + separator for word, separator in parts)
)
ANCHORS = st.none() | st.dates()
VALUE = re.compile(
    r"(?:PAST|PRESENT|FUTURE)_REF"
    r"|P(?:[X\d.]+(?:Y|M|W|D|Q|WE|DE|CE|ML))?(?:\d+[MD])?(?:T(?:[X\d.]+[HMS])+)?"
    r"|[X\d]{1,4}(?:-(?:[X\d]{2}(?:-[X\d]{2})?|W[X\d]{2}(?:-(?:WE|\d))?|Q[X\d]|H[X\d]|SP|SU|FA|WI))?"
    r"(?:T(?:\d\d:\d\d|MO|MI|AF|EV|NI))?(?:/[\d-]{4,10})?"
)


@given(st.text(max_size=200) | TEXTS, ANCHORS)
@settings(max_examples=300, deadline=None)
def test_spans_are_in_order_within_the_text(text: str, anchor: date | None) -> None:
    end = 0
    for time in find_times(text, anchor):
        assert end <= time.start < time.end <= len(text)
        assert text[time.start : time.end].strip() == text[time.start : time.end]
        end = time.end


@given(TEXTS, ANCHORS)
@settings(max_examples=300, deadline=None)
def test_values_are_timex3_and_edtf(text: str, anchor: date | None) -> None:
    for time in find_times(text, anchor):
        assert VALUE.fullmatch(time.value), (text, time)
        if time.edtf and not time.edtf.startswith("P"):
            parse_edtf(time.edtf)


@given(st.text(max_size=200))
def test_lower_keeps_every_place(text: str) -> None:
    assert len(lower(text)) == len(text)


@given(TEXTS, st.dates())
@settings(max_examples=100, deadline=None)
def test_the_date_moves_no_span(text: str, anchor: date) -> None:
    spans = [(time.start, time.end, time.type) for time in find_times(text, anchor)]
    assert spans == [(time.start, time.end, time.type) for time in find_times(text, None)]


@given(st.dates(min_value=date(1100, 1, 1), max_value=date(2099, 12, 31)), st.dates())
@settings(max_examples=100, deadline=None)
def test_a_whole_date_needs_no_anchor(day: date, anchor: date) -> None:
    month = f"{day:%B}"
    forms = (
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        f"{month} {day.day} {day.year}",
        day.isoformat(),
    )
    for form in forms:
        (time,) = find_times(f"It was done on {form}.", anchor)
        assert (time.value, time.edtf) == (day.isoformat(), day.isoformat())


def test_capitals_and_line_breaks_change_nothing() -> None:
    plain = "They met on Tuesday and will meet again next week, on June 25, at 9 a.m. on Friday."
    values = [time.value for time in find_times(plain, date(2012, 6, 19))]
    for text in (plain.upper(), plain.replace(" ", "\n")):
        assert [time.value for time in find_times(text, date(2012, 6, 19))] == values


def test_an_expression_never_crosses_a_paragraph() -> None:
    assert [time.value for time in find_times("in June\n\n2011", None)] == ["XXXX-06", "2011"]


@pytest.mark.parametrize(
    "unit",
    [
        "may ",
        "12:00 ",
        "friday ",
        "year-ago ",
        "the end of the ",
        "9/11 ",
        "1999-",
        "a few ",
        "\n",
        "june 5, 6, ",
        "in two weeks from ",
        "monday and ",
        "and a half ",
    ],
)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    """At worst 20 microseconds a character; catastrophic matching would take hours."""
    text = unit * (40_000 // len(unit))
    start = clock.process_time()
    find_times(text, date(2012, 6, 19))
    assert clock.process_time() - start < 20e-6 * 40_000


def test_every_reading_has_a_rule() -> None:
    names = {rule.name for rule in RULES}
    assert {found.rule for found in find("On Monday, 5 May 1999, they met for two days.")} <= names
