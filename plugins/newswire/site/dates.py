"""EDTF dates as readers see them: words as precise as the date, and a span to sort by."""

from __future__ import annotations

import datetime as dt
import re
import time
from functools import lru_cache

from babel.dates import format_date
from edtf import EDTFObject, parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

from newswire.actors.dates import earliest, latest
from newswire.site.views import When

LOCALE = "en_GB"
DAY = re.compile(r"\d{4}-\d\d-\d\d")
MONTH = re.compile(r"\d{4}-\d\d")
YEAR = re.compile(r"\d{4}")
PLAIN = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?[~?]?")
DECADE = re.compile(r"(\d{3})X")
CENTURY = re.compile(r"(\d{2})XX")
# What HTML's <time datetime> takes of EDTF: a day, a month, a year; not its seasons.
HTML_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")
# Divisions of a year that EDTF level 2 writes in place of a month.
DIVISIONS = {
    21: "spring",
    22: "summer",
    23: "autumn",
    24: "winter",
    33: "first quarter of",
    34: "second quarter of",
    35: "third quarter of",
    36: "fourth quarter of",
    40: "first half of",
    41: "second half of",
}


@lru_cache(maxsize=8192)
def when_of(edtf: str) -> When | None:
    """The date with its label; None for a duration or what is no EDTF."""
    try:
        start, end = _plain_bounds(edtf) or _bounds(edtf)
    except (EDTFParseException, ValueError, AttributeError, TypeError, OverflowError):
        return None
    datetime = edtf if HTML_DATE.fullmatch(edtf) else None
    return When(edtf, label_of(edtf, start, end), datetime, start, max(start, end))


def _plain_bounds(edtf: str) -> tuple[dt.date, dt.date] | None:
    """First and last day of a day, month or year, or of an interval of these: nearly all dates,
    for which the library's grammar takes ten milliseconds and more."""
    first, _, last = edtf.partition("/")
    if not (PLAIN.fullmatch(first) and PLAIN.fullmatch(last or first)):
        return None
    return earliest(first), latest(last or first)


def _bounds(edtf: str) -> tuple[dt.date, dt.date]:
    parsed: EDTFObject = parse_edtf(edtf)
    return _bound(parsed.lower_strict()), _bound(parsed.upper_strict())


def label_of(edtf: str, start: dt.date, end: dt.date) -> str:
    """`19 June 2012`, `June 2012`, `16–17 June 2012`, `about 2011`, `before 2011`."""
    plain = edtf.rstrip("~?%")
    if edtf.endswith(("~", "%")):
        return "about " + label_of(plain, start, end)
    if edtf.endswith("?"):
        return label_of(plain, start, end) + " (uncertain)"
    if edtf.endswith(("/", "/..")):
        return "since " + label_of(edtf.partition("/")[0], start, start)
    if edtf.startswith(("/", "../")):
        return "until " + label_of(edtf.partition("/")[2], end, end)
    if "/" in edtf:
        return _interval(edtf, start, end)
    return _point(edtf, start)


def _point(edtf: str, start: dt.date) -> str:
    if DAY.fullmatch(edtf):
        return format_date(start, "d MMMM y", locale=LOCALE)
    if MONTH.fullmatch(edtf):
        division = DIVISIONS.get(int(edtf[5:]))
        return f"{division} {edtf[:4]}" if division else month_label(start.year, start.month)
    if match := DECADE.fullmatch(edtf):
        return f"the {match[1]}0s"
    if match := CENTURY.fullmatch(edtf):
        return f"the {match[1]}00s"
    return edtf


def _interval(edtf: str, start: dt.date, end: dt.date) -> str:
    """Both ends, without saying twice what they share: `16–17 June`, `28 June – 2 July 2012`."""
    first, _, last = edtf.partition("/")
    if not (DAY.fullmatch(first) and DAY.fullmatch(last)):
        return f"{label_of(first, start, start)} – {label_of(last, end, end)}"
    shared = _point(last, end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{shared}"
    opening = "d MMMM" if start.year == end.year else "d MMMM y"
    return f"{format_date(start, opening, locale=LOCALE)} – {shared}"


def _bound(value: time.struct_time | float) -> dt.date:
    """edtf's struct_time as a date; what lies beyond Python's calendar at its ends."""
    if isinstance(value, float):
        return dt.date.min if value < 0 else dt.date.max
    if not 1 <= value.tm_year <= 9999:
        return dt.date.min if value.tm_year < 1 else dt.date.max
    return dt.date(value.tm_year, value.tm_mon, value.tm_mday)


def day_label(day: dt.date) -> str:
    """`Tuesday 19 June 2012`."""
    return format_date(day, "EEEE d MMMM y", locale=LOCALE)


def month_label(year: int, month: int) -> str:
    return format_date(dt.date(year, month, 1), "MMMM y", locale=LOCALE)


def moment_label(moment: dt.datetime, stated_time: bool) -> str:
    """`19 June 2012, 10:39 (UTC+4)`; without a stated time the day alone."""
    day = format_date(moment, "d MMMM y", locale=LOCALE)
    return f"{day}, {moment:%H:%M}{_offset_label(moment)}" if stated_time else day


def _offset_label(moment: dt.datetime) -> str:
    offset = moment.utcoffset()
    if offset is None:
        return ""
    minutes = int(offset.total_seconds()) // 60
    if minutes == 0:
        return " UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f" (UTC{'+' if minutes > 0 else '−'}{hours}{f':{rest:02}' if rest else ''})"
