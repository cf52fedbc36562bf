"""The date of an event from the time expression in its sentence."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from newswire.lang.en.times.periods import Unit, add
from newswire.model import Timex

_DURATION: Final = re.compile(r"P(\d{1,6})([YMWD])")
_UNITS: Final = {"Y": Unit.YEAR, "M": Unit.MONTH, "W": Unit.WEEK, "D": Unit.DAY}


def event_date(timex: Timex, anchor: date | None) -> str | None:
    """The EDTF date of an event that is told with this expression, or None where it gives none.

    A date is its own, without the open end of `since`; a crisis that is 15 months old on
    2012-06-19 began in `2011-03~`; other lengths, sets, centuries and vague times date nothing.
    """
    if timex.edtf and timex.edtf.endswith("XX"):
        return None
    if timex.type in ("DATE", "TIME"):
        return _closed(timex.edtf)
    if anchor and timex.rule == "age":
        return _beginning(timex.value, anchor)
    return None


def _closed(edtf: str | None) -> str | None:
    return edtf.removesuffix("/..").removeprefix("../") if edtf else None


def _beginning(value: str, anchor: date) -> str | None:
    length = _DURATION.fullmatch(value)
    if not length:
        return None
    start = add(anchor, _UNITS[length[2]], -int(length[1]))
    if start is None:
        return None
    digits = {"Y": 4, "M": 7}.get(length[2], 10)
    return f"{start.isoformat()[:digits]}~"
