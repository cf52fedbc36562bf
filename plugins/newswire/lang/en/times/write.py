"""Write what was resolved as the model's `Timex`."""

from __future__ import annotations

import re
from typing import Final

from newswire.lang.en.times.grammar import MACROS
from newswire.lang.en.times.meanings import Dated, Meaning, Moment, Stretch, Unplaced
from newswire.lang.en.times.notation import duration, edtf, timex3
from newswire.lang.en.times.periods import Period, Unit
from newswire.lang.en.times.readings import Every, Length, Repeated, Vague
from newswire.lang.en.times.resolve import Resolved
from newswire.model import Timex, TimexType

_ABOUT: Final = re.compile(rf"(?:{MACROS['about']})\b", re.IGNORECASE)
_SINCE: Final = re.compile(r"\bsince\s{1,4}\Z", re.IGNORECASE)
_UNTIL: Final = re.compile(r"\b(?:until|till)\s{1,4}\Z", re.IGNORECASE)
_EXACT: Final = frozenset({Unit.DAY, Unit.MONTH, Unit.YEAR})


def write(text: str, resolved: Resolved) -> Timex:
    """The expression with its TIMEX3 type and value and its EDTF."""
    found = resolved.found
    why = resolved.why
    rule = f"{found.rule}:{why.way} {why.cue}" if why.way else found.rule
    kind, value = _timex3(resolved.meaning)
    date = _edtf(resolved.meaning)
    if date and isinstance(resolved.meaning, Period):
        date = _qualified(text, found.start, found.end, date, resolved.meaning)
    return Timex(found.start, found.end, kind, value, date, rule)


def _timex3(meaning: Meaning) -> tuple[TimexType, str]:
    match meaning:
        case Period():
            return "DATE", timex3(meaning)
        case Unplaced(value):
            return "DATE", value
        case Moment(day, time):
            return "TIME", _point(day) + time
        case Stretch(first, last):
            return "DATE", f"{_point(first)}/{_point(last)}"
        case Length():
            return "DURATION", duration(meaning)
        case Every(length):
            return "SET", duration(length)
        case Repeated(value):
            return "SET", value
        case Vague(reference):
            return "DATE", reference


def _point(dated: Dated) -> str:
    return timex3(dated) if isinstance(dated, Period) else dated.value


def _edtf(meaning: Meaning) -> str | None:
    match meaning:
        case Period():
            return edtf(meaning)
        case Moment(Period() as day, _):
            return edtf(day)
        case Stretch(Period() as first, Period() as last):
            return f"{edtf(first)}/{edtf(last)}"
        case Length(count, _) if count is not None:
            return duration(meaning)
    return None


def _qualified(text: str, start: int, end: int, date: str, period: Period) -> str:
    if period.unit in _EXACT and _ABOUT.match(text, start, end):
        return f"{date}~"
    before = text[max(0, start - 10) : start]
    if "/" not in date and _SINCE.search(before):
        return f"{date}/.."
    if "/" not in date and _UNTIL.search(before):
        return f"../{date}"
    return date
