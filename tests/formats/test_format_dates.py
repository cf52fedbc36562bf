"""Dates as wires print them: nothing is added, what is open stays open."""

from __future__ import annotations

import pytest

from newswire.formats.dates import find_stamp, iso, partial, read_stamp, settle, wire_stamp
from newswire.formats.places import Location, locate


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("10:39 19/06/2012", "2012-06-19T10:39"),
        ("Published: Feb. 5, 2011 at 9:20 AM", "2011-02-05T09:20"),
        ("5 May 2004, 16:20 UTC", "2004-05-05T16:20+00:00"),
        ("Mon May 9, 2011 6:15PM GMT", "2011-05-09T18:15+00:00"),
        ("At 0640UTC 3 May 2016", "2016-05-03T06:40+00:00"),
        ("2012-06-19T10:39:00+04:00", "2012-06-19T10:39:00+04:00"),
        ("Wed, 3 Apr 2013 14:05:01 +0200", "2013-04-03T14:05:01+02:00"),
        ("3-APR-1988 14:05:02.58", "1988-04-03T14:05:02"),
        ("19th June 2012", "2012-06-19"),
        ("May 6 , 1999", "1999-05-06"),
        ("June 2012", "2012-06"),
        ("12:05 a.m. EDT, June 19, 2012", "2012-06-19T00:05-04:00"),
        ("19.06.2012", "2012-06-19"),
        ("12/25/2012", "2012-12-25"),
        ("19 июня 2012", "2012-06-19"),
        ("19.06.2012 14.05", "2012-06-19T14:05"),
        ("2012-06-19 Tuesday 14:05", "2012-06-19T14:05"),
        ("Published: May 3, 2010 Updated: May 4, 2010", "2010-05-03"),
        ("May 3, 2010 10:20 | Last updated on May 4, 2010 at 9:20 AM", "2010-05-03T10:20"),
        ("May 3, 2010 - May 4, 2010", None),
        ("Monday, May 3, 2010 to Tuesday, May 4, 2010", None),
        ("June 19, 2012 3.50", None),
        ("June 19, 2012 25.10", None),
        ("10:39 19/06/2012 (Moscow)", None),
        ("The talks of June 19, 2012 failed", None),
        ("31/02/2012", None),
        ("25:61 19/06/2012", None),
        ("06/07/2012", None),
    ],
)
def test_a_line_that_is_a_stamp(line: str, expected: str | None) -> None:
    stamp = read_stamp(line)
    assert (iso(stamp) if stamp else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("June 19", "XXXX-06-19"), ("29 Feb", "XXXX-02-29"), ("June 19, 2012", None)],
)
def test_a_date_without_a_year_is_partial(text: str, expected: str | None) -> None:
    found = find_stamp(text)
    assert found is not None
    assert partial(found[0]) == expected


@pytest.mark.parametrize(
    ("beside", "order", "expected"),
    [
        ("July 6", None, "2012-07-06"),
        ("June 7", None, "2012-06-07"),
        ("June 30", None, "2012-07-06"),
        (None, "DMY", "2012-07-06"),
        (None, "MDY", "2012-06-07"),
        ("August 1", "MDY", "2012-06-07"),
        (None, None, None),
    ],
)
def test_the_order_of_day_and_month(beside: str | None, order: str | None, expected: str) -> None:
    found, near = find_stamp("06/07/2012"), find_stamp(beside or "")
    assert found is not None
    assert iso(settle(found[0], near[0] if near else None, order)) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "order", "expected"),
    [
        ("031205 GMT Apr 13", None, "2013-04-03T12:05+00:00"),
        ("030915 avr 14", None, "2014-04-03T09:15"),
        ("AP-WF-04-23-13 1205GMT", None, "2013-04-23T12:05+00:00"),
        ("KWS-14:05-03-04-13", "DMY", "2013-04-03T14:05"),
        ("no stamp here", None, None),
    ],
)
def test_the_stamp_below_a_message(text: str, order: str | None, expected: str | None) -> None:
    stamp = wire_stamp(text)
    settled = settle(stamp, None, order) if stamp else None  # type: ignore[arg-type]
    assert (iso(settled) if settled else None) == expected


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("MOSCOW", Location("RUS", "Europe/Moscow")),
        ("WASHINGTON/BEIJING", Location("USA", "America/New_York")),
        ("ATLANTA, Georgia", Location("USA", "America/New_York")),
        ("TBILISI, Georgia", Location("GEO", "Asia/Tbilisi")),
        ("SAN JOSE, Costa Rica", Location("CRI", "America/Costa_Rica")),
        ("LONDON, Ontario", Location("CAN", "America/Toronto")),
        ("Los Cabos", Location("MEX", "America/Mazatlan")),
        ("МОСКВА", Location("RUS", "Europe/Moscow")),
        ("SAN JOSE", None),
        ("NOWHERE", None),
    ],
)
def test_where_a_place_lies(place: str, expected: Location | None) -> None:
    assert locate(place) == expected
