"""The days that an EDTF date of the registry may mean: a year, a month or a day."""

from __future__ import annotations

import calendar
import re
from datetime import date

_EDTF = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?[~?]?")


def earliest(edtf: str) -> date:
    """The first day that `edtf` may mean. Raises ValueError for what is no such date."""
    year, month, day = _parts(edtf)
    return date(year, month or 1, day or 1)


def latest(edtf: str) -> date:
    """The last day that `edtf` may mean. Raises ValueError for what is no such date."""
    year, month, day = _parts(edtf)
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])


def _parts(edtf: str) -> tuple[int, int, int]:
    match = _EDTF.fullmatch(edtf)
    if match is None:
        raise ValueError(f"{edtf!r} is not a year, a month or a day such as 2012-05-07")
    year, month, day = (int(part or 0) for part in match.groups())
    date(year, month or 1, day or 1)
    return year, month, day
