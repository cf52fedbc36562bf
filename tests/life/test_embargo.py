"""An embargo holds a dispatch back until it is over, and rather too long than not."""

from __future__ import annotations

import datetime as dt

import pytest

from newswire.life import held_back, now
from newswire.life.embargo import embargo_end

SENT = dt.datetime(2012, 12, 19, 9, 0, tzinfo=dt.timezone(dt.timedelta(hours=4)))


@pytest.mark.parametrize(
    ("line", "end"),
    [
        ("2012-12-20T12:00:00Z", "2012-12-20T12:00+00:00"),
        ("2012-12-20T12:00:00+0200", "2012-12-20T12:00+02:00"),
        ("EMBARGOED UNTIL 1200 GMT DECEMBER 20", "2012-12-20T12:00+00:00"),
        ("Embargoed until 0900 GMT, Jan. 2", "2013-01-02T09:00+00:00"),
        ("Embargoed until 1200 GMT", "2012-12-19T12:00+00:00"),
        ("Hold until Dec. 20, 2012, 6:30 p.m.", "2012-12-20T18:30+04:00"),
        ("Not for publication before 20 December 2012", "2012-12-21T00:00+04:00"),
        ("2012-12-20", "2012-12-21T00:00+04:00"),
        ("Embargoed until 0900 GMT 20/12/2012", "2012-12-20T09:00+00:00"),
        ("Embargoed until the minister has spoken", None),
        ("embargoed", None),
        ("Embargoed until 1200 XYZT", None),
    ],
)
def test_end_is_read_from_the_line(line: str, end: str | None) -> None:
    assert embargo_end(line, SENT) == (dt.datetime.fromisoformat(end) if end else None)


@pytest.mark.parametrize(
    ("line", "at", "held"),
    [
        ("2012-12-20T12:00:00Z", "2012-12-20T11:59:59+00:00", "2012-12-20 12:00"),
        ("2012-12-20T12:00:00Z", "2012-12-20T12:00:00+00:00", None),
        ("embargoed", "2032-01-01T00:00:00+00:00", "unknown end"),
        ("EMBARGO LIFTED", "2012-12-19T09:00:00+00:00", None),
        ("", "2012-12-19T09:00:00+00:00", None),
    ],
)
def test_dispatch_is_held_until_the_end(line: str, at: str, held: str | None) -> None:
    header = (("Title", "Talks"), ("Date", SENT.isoformat()), ("Embargo", line))
    why = held_back(header, "talks.md", dt.datetime.fromisoformat(at))
    if held is None:
        assert why is None
    else:
        assert str(why).startswith("talks.md:3: under ")
        assert held in str(why)


def test_undated_dispatch_has_no_year_to_lend() -> None:
    assert embargo_end("Embargoed until 1200 GMT December 20", None) is None


def test_now_is_the_clock_unless_a_build_is_frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert abs(dt.datetime.now(dt.UTC) - now()) < dt.timedelta(minutes=1)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert now() == dt.datetime(1970, 1, 2, tzinfo=dt.UTC)
