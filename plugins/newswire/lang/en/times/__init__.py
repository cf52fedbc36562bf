"""Times in English news: `find_times` gives every time expression of a text with its value.

Five stages: `find` (rules over the words), `drop` (what is no time after all), `link` (neighbours
that share a year or a week), `resolve` (against the dispatch's date, the time being told of, and
the tense), `write` (TIMEX3 and EDTF).
"""

from __future__ import annotations

from datetime import date

from newswire.lang.en.times.drop import keep
from newswire.lang.en.times.events import event_date
from newswire.lang.en.times.find import find, lower
from newswire.lang.en.times.link import link
from newswire.lang.en.times.resolve import resolve
from newswire.lang.en.times.write import write
from newswire.model import Timex

__all__ = ["event_date", "find_times"]


def find_times(text: str, anchor: date | None) -> tuple[Timex, ...]:
    """The time expressions of `text`, in order and not overlapping.

    `anchor` is the date of the dispatch, never today; without it, what is told relative to it
    stays open (`XXXX-WXX-2`) and has no EDTF. Spans count code points.
    """
    found = link(text, (expression for expression in find(text) if keep(text, expression)))
    return tuple(write(text, resolved) for resolved in resolve(lower(text), found, anchor))
