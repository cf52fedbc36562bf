"""A credit line says who sent a story when; a sentence or a headline that does is none."""

from __future__ import annotations

import pytest

from newswire.formats.agencies import load_agencies
from newswire.formats.credits import Credit, foot_stamp, read_credit
from newswire.formats.dates import iso, settle

AGENCIES = load_agencies()


def told(credit: Credit | None) -> tuple[str | None, ...] | None:
    """Agency, time, reporter and section of a credit line."""
    if credit is None:
        return None
    id_ = credit.facts.id if credit.facts else None
    return id_, iso(credit.stamp), credit.byline, credit.section


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Sample Wire, April 6, 2013", ("sample-wire", "2013-04-06", None, None)),
        ("From Kyodo News, 6 April 2013 Print", ("kyodo", "2013-04-06", None, None)),
        ("Reuters - April 6, 2013 14:05 GMT (315 views)", ("reuters", "2013-04-06T14:05+00:00")),
        ("AFP | April 6, 2013 | 14:05", ("afp", "2013-04-06T14:05", None, None)),
        ("World • By Ann Roe • 2013-04-06", (None, "2013-04-06", "By Ann Roe", "World")),
        ("By Reuters | 2013-04-06", ("reuters", "2013-04-06", None, None)),
        ("Published: April 6, 2013", None),
        ("Xinhua, April 6, 2013 deadline looms", None),
        ("Talks between Reuters and AFP on April 6, 2013", None),
        ("Bridges | Tunnels | Ferries", None),
    ],
)
def test_what_a_credit_line_says(line: str, expected: tuple[str | None, ...] | None) -> None:
    found = told(read_credit(line, AGENCIES))
    assert (found[: len(expected)] if found and expected else found) == expected


@pytest.mark.parametrize(
    ("line", "whole"),
    [
        ("AFP | April 6, 2013 | 14:05 | Print | 3 comments", True),
        ("AFP | April 6, 2013 | Editor: huaxia", False),
    ],
)
def test_what_no_field_holds_is_not_lost(line: str, whole: bool) -> None:
    credit = read_credit(line, AGENCIES)
    assert credit is not None
    assert credit.whole is whole


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("AP-ES-03-12-07 1422EDT", "2007-03-12T14:22-04:00"),
        ("AFP 031205 GMT Apr 13", "2013-04-03T12:05+00:00"),
        ("Kyodo 2007-03-13 14:22", "2007-03-13T14:22"),
        ("AFP: Old toll of March 13, 2010 returns", None),
        ("AP Photo, March 13, 2010", None),
        ("Bridge of March 13, 2010", None),
    ],
)
def test_the_stamp_below_a_story(line: str, expected: str | None) -> None:
    stamp = foot_stamp(line, AGENCIES)
    assert (iso(settle(stamp, None, "MDY")) if stamp else None) == expected
