"""Dates and clock times as wires print them.

A `Stamp` holds what is printed and nothing else: parts that are not stated stay None, and a
numeric date whose order is open (03/04/2011) stays undecided until `settle`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from typing import Literal
from zoneinfo import ZoneInfo

from newswire.formats.vocabulary import alternatives, table

Order = Literal["DMY", "MDY"]

LONGEST_STAMP = 160
"""Code points; a longer line is never a time stamp."""


_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date, a clock time or both. `open_order` holds the two numbers of 03/04/2011."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    clock: str | None = None
    zone: str | None = None
    open_order: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Patterns:
    date: str
    dates: tuple[re.Pattern[str], ...]
    clock: re.Pattern[str]
    between: re.Pattern[str]
    words: re.Pattern[str]


def date_pattern() -> str:
    """A regular expression, without groups, for a date that names its month or is all digits."""
    return _patterns().date


@cache
def _patterns() -> _Patterns:
    words = table("dates.toml")
    month = alternatives(name for names in words["months"].values() for name in names)
    weekday = alternatives(words["words"]["weekdays"])
    zone = alternatives([*words["offsets"], *words["zones"], *words["unclear"]["names"]])
    month = rf"(?:{month})\b\.?"
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    year = r"\d{4}"
    whole = (
        rf"\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}"
        rf"|\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:\d{{4}}|\d{{2}})"
        rf"|{day}(?: of)?[ .-]{{1,2}}{month}(?:[ ,-]{{1,3}}(?:{year}\b|(?<=-)\d{{2}}))?"
        rf"|{month} {{1,2}}{day}(?: ?,? ?{year})?"
    )
    flags = re.IGNORECASE
    return _Patterns(
        date=rf"(?:(?:{weekday})\b\.?,? ?)?(?<!\d)(?:{whole})(?!\d)",
        dates=(
            re.compile(r"(?<!\d)(?P<y>\d{4})([-/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})(?!\d)", flags),
            re.compile(
                r"(?<![\d/.-])(?P<a>\d{1,2})([/.-])(?P<b>\d{1,2})\2(?P<y>\d{4}|\d{2})(?![\d/])",
                flags,
            ),
            re.compile(
                rf"(?<![\d:])(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ .-]{{1,2}}(?P<month>{month})"
                rf"(?:[ ,-]{{1,3}}(?P<y>{year}(?!\d)|(?<=-)\d{{2}}(?!\d)))?",
                flags,
            ),
            re.compile(
                rf"\b(?P<month>{month}) {{1,2}}(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])"
                rf"(?: ?,? ?(?P<y>{year})(?!\d))?",
                flags,
            ),
            re.compile(rf"\b(?P<month>{month}),? (?P<y>{year})(?!\d)", flags),
            re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?=T\d|$)", flags),
        ),
        clock=re.compile(
            r"(?<![\d/.])(?:(?P<h>\d{1,2})(?:[:h](?P<min>\d\d)"
            # Without `am` or `pm`, 14.05 is a time at the end of a line only; 3.50 is a price.
            r"|\.(?P<dot>\d\d)(?= ?[ap]\.?m|(?<=\d\d\.\d\d)\s*$))?"
            r"(?::(?P<s>\d\d))?(?:[.,]\d{1,6})?|(?P<hm>[0-2]\d[0-5]\d(?:[0-5]\d)?))(?![\d/])"
            r" ?(?P<half>[ap]\.?m\b\.?)?"
            r"(?P<hrs> ?(?:hrs|hours|h)\b)? ?\(?"
            rf"(?P<zone>(?:{zone})\b(?: ?[+-]\d{{1,2}}(?::?\d\d)?)?"
            r"|[+-]\d\d:?\d\d\b)?\)?",
            flags,
        ),
        between=re.compile(
            rf"(?:[ ,(]{{1,2}}(?:{weekday})\b[ ,)]{{1,2}}|[ T,:;|@-]{{0,4}})(?:at )?", flags
        ),
        words=re.compile(rf"\b(?:{weekday}|{alternatives(words['words']['labels'])})\b", flags),
    )


@cache
def _month_numbers() -> dict[str, int]:
    months = table("dates.toml")["months"]
    return {name.lower(): int(number) for number, names in months.items() for name in names}


def find_stamp(text: str) -> tuple[Stamp, int, int] | None:
    """The first date of `text` with a clock time beside it, and its span in code points."""
    text = text[: 4 * LONGEST_STAMP]
    if not _DIGIT.search(text):
        return None
    for pattern in _patterns().dates:
        for match in pattern.finditer(text):
            stamp = _read_date(match)
            if stamp is not None:
                return _with_clock(stamp, text, *match.span())
    return None


def read_stamp(line: str) -> Stamp | None:
    """The stamp that is all of `line` but for labels, weekdays and punctuation; else None.

    Of two, each with its label (`Published: May 3, 2010 Updated: May 4, 2010`), the first; two
    days with a mere dash between them are the span of an event.
    """
    line = line.strip()
    if len(line) > LONGEST_STAMP or not any(ch.isdigit() for ch in line):
        return None
    found = find_stamp(line)
    if found is None:
        return None
    stamp, start, end = found
    if (updated := find_stamp(line[end:])) and _is_labelled(line[end : end + updated[1]]):
        end += updated[2]
    rest = without_labels(line[:start] + " " + line[end:])
    return None if re.search(r"\w", rest) else stamp


def _is_labelled(before: str) -> bool:
    """Whether what stands before a stamp is a label and no more (` | Updated: `)."""
    labels = table("dates.toml")["words"]["labels"]
    said = re.findall(r"\w+", before.lower())
    return any(word in labels for word in said) and not re.search(r"\w", without_labels(before))


def without_labels(text: str) -> str:
    """`text` without weekdays and the words that label a time stamp."""
    return _patterns().words.sub("", text)


def wire_stamp(text: str) -> Stamp | None:
    """The stamp below a wire message, in one of the forms that wires use.

    `031205 GMT Apr 13` (day, hour, minute, zone, month, year), `AP-WF-04-03-13 1205GMT` and
    `KWS-14:05-03-04-13`, whose order of day and month is the agency's own.
    """
    match = re.search(
        r"(?<!\d)([0-3]\d)([0-2]\d)([0-5]\d) ?([A-Z]{3,4})? ([^\W\d_]{3,9})\.? (\d\d)(?!\d)", text
    )
    if match:
        day, hour, minute, zone, month, year = match.groups()
        found = find_stamp(f"{day}-{month}-{year} {hour}:{minute} {zone or ''}")
        return found[0] if found else None
    match = re.search(
        r"(?:(\d\d:\d\d)-)?(?<!\d)(\d\d)-(\d\d)-(\d\d)(?: (\d{4})([A-Z]{2,4}))?", text
    )
    if not match:
        return None
    early, first, second, year, late, zone = match.groups()
    clock = early or (f"{late[:2]}:{late[2:]}" if late else None)
    stamp = numeric_stamp(int(first), int(second), _year(year))
    return replace(stamp, clock=clock, zone=zone) if stamp else None


def read_clock(line: str) -> Stamp | None:
    """The stamp of a line that is a clock time and nothing else (`9:05 p.m. EDT`)."""
    match = _patterns().clock.fullmatch(line.strip())
    return _read_clock(match) if match else None


def leading_stamp(text: str) -> tuple[Stamp, int] | None:
    """The stamp that `text` begins with, as in `10:39 19/06/2012 MOSCOW, ...`, and its end."""
    found = find_stamp(text[:LONGEST_STAMP]) if _DIGIT.search(text, 0, 12) else None
    if found is None or found[1] > 0:
        return None
    return found[0], found[2]


def _with_clock(stamp: Stamp, text: str, start: int, end: int) -> tuple[Stamp, int, int]:
    """Takes in the clock time that stands right after the date, or right before it."""
    clock = _patterns().clock
    after = _patterns().between.match(text, end)
    match = clock.match(text, after.end()) if after else None
    if match and (timed := _read_clock(match)):
        return _merge(stamp, timed), start, match.end()
    for match in clock.finditer(text, max(0, start - 40), start):
        between = text[match.end() : start]
        timed_before = _read_clock(match)
        if timed_before and not _patterns().words.sub("", between).strip(" ,;:|()-"):
            return _merge(stamp, timed_before), match.start(), end
    return stamp, start, end


def _merge(day: Stamp, clock: Stamp) -> Stamp:
    return replace(day, clock=clock.clock, zone=clock.zone)


def _read_date(match: re.Match[str]) -> Stamp | None:
    parts = match.groupdict()
    year = _year(parts.get("y"))
    if parts.get("a"):
        return numeric_stamp(int(parts["a"]), int(parts["b"]), year)
    if parts.get("month"):
        month = _month_numbers()[parts["month"].rstrip(".").lower()]
    else:
        month = int(parts["m"])
    day = int(parts["d"]) if parts.get("d") else None
    return _valid(Stamp(year, month, day))


def numeric_stamp(first: int, second: int, year: int | None) -> Stamp | None:
    """The stamp of two numbers and a year, its order open where both may be the month."""
    if first > 12:
        return _valid(Stamp(year, second, first))
    if second > 12 or first == second:
        return _valid(Stamp(year, first, second))
    return Stamp(year, open_order=(first, second)) if first and second else None


def _year(digits: str | None) -> int | None:
    """A two-digit year lies within 1950 to 2049, as POSIX has it but for the years in between."""
    if not digits:
        return None
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (1900 if int(digits) >= 50 else 2000)


def _valid(stamp: Stamp) -> Stamp | None:
    """`stamp` if its parts make a date; a missing year counts as a leap year."""
    if stamp.year is not None and not 1800 <= stamp.year <= 2200:
        return None
    try:
        date(stamp.year or 2000, stamp.month or 1, stamp.day or 1)
    except ValueError:
        return None
    return stamp


def _read_clock(match: re.Match[str]) -> Stamp | None:
    parts = match.groupdict()
    if parts["hm"]:
        if not (parts["zone"] or parts["hrs"]):
            return None
        hour, minute, second = int(parts["hm"][:2]), parts["hm"][2:4], parts["hm"][4:] or None
    else:
        minute = parts["min"] or parts["dot"] or "00"
        if not (parts["min"] or parts["dot"] or parts["half"]):
            return None
        hour, second = int(parts["h"]), parts["s"]
    if parts["half"]:
        hour = _half_day(hour, parts["half"])
    if hour > 23 or int(minute) > 59 or (second and int(second) > 59):
        return None
    clock = f"{hour:02d}:{minute}" + (f":{second}" if second else "")
    return Stamp(clock=clock, zone=_zone_name(parts["zone"]))


def _half_day(hour: int, half: str) -> int:
    if half.lower().startswith("p"):
        return hour + 12 if hour < 12 else hour
    return 0 if hour == 12 else hour


def _zone_name(text: str | None) -> str | None:
    return re.sub(r"\s", "", text).upper() if text else None


def settle(stamp: Stamp, beside: Stamp | None, order: Order | None) -> Stamp:
    """Decides an open DD/MM or MM/DD: by the month `beside` it (of dateline or headline), else by
    `order`.

    A stamp that neither decides comes back as it was.
    """
    if stamp.open_order is None:
        return stamp
    first, second = stamp.open_order
    if beside is not None and beside.month in (first, second):
        month = beside.month
        if beside.day is not None and beside.day not in (first, second):
            month = _nearer(first, second, beside)
        day = second if month == first else first
        return replace(stamp, month=month, day=day, open_order=None)
    if order is None:
        return stamp
    day, month = (first, second) if order == "DMY" else (second, first)
    return replace(stamp, month=month, day=day, open_order=None)


def _nearer(first: int, second: int, beside: Stamp) -> int:
    """The month (of the two) whose reading lies closer to the day `beside`, in days of a year."""
    target = (beside.month or 1) * 31 + (beside.day or 1)
    return min(
        (first, second), key=lambda m: abs(m * 31 + (second if m == first else first) - target)
    )


def offset_of(stamp: Stamp) -> str | None:
    """The offset from UTC (`+04:00`) that the stamp's zone states, or None."""
    if stamp.zone is None:
        return None
    words = table("dates.toml")
    if stamp.zone in words["zones"]:
        return offset_in(words["zones"][stamp.zone], stamp)
    name = re.match(r"[A-Z]*", stamp.zone)
    shift = re.search(r"([+-])(\d{1,2}):?(\d\d)?$", stamp.zone)
    if shift:
        return f"{shift[1]}{int(shift[2]):02d}:{shift[3] or '00'}"
    offsets: dict[str, str] = words["offsets"]
    return offsets.get(name.group() if name else "")


def offset_in(zone: str, stamp: Stamp) -> str | None:
    """The offset of the IANA `zone` at the local time that `stamp` states in full, or None."""
    if not (stamp.year and stamp.month and stamp.day and stamp.clock):
        return None
    hour, minute = (int(part) for part in stamp.clock.split(":")[:2])
    moment = datetime(stamp.year, stamp.month, stamp.day, hour, minute, tzinfo=ZoneInfo(zone))
    digits = moment.strftime("%z")[:5]
    return f"{digits[:3]}:{digits[3:]}"


def iso(stamp: Stamp) -> str | None:
    """ISO 8601 as precise as stated, with an offset only if one is; None without a year."""
    if stamp.year is None or stamp.open_order is not None:
        return None
    parts = [f"{stamp.year:04d}"]
    if stamp.month is not None:
        parts.append(f"{stamp.month:02d}")
    if stamp.day is not None:
        parts.append(f"{stamp.day:02d}")
    day = "-".join(parts)
    if stamp.day is None or stamp.clock is None:
        return day
    return f"{day}T{stamp.clock}{offset_of(stamp) or ''}"


def partial(stamp: Stamp) -> str | None:
    """EDTF of a date without a year (`XXXX-06-19`), or None."""
    if stamp.year is not None or stamp.month is None or stamp.day is None:
        return None
    return f"XXXX-{stamp.month:02d}-{stamp.day:02d}"
