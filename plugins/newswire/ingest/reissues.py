"""Re-issues: one story that came again, from another mirror or with other furniture around it."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest
from pathlib import Path

from newswire.errors import MarkupError
from newswire.ingest.compose import day_of, source_of
from newswire.ingest.layout import Layout
from newswire.ingest.shingles import (
    Shingles,
    containment,
    figures_of,
    resemblance,
    shingles_of,
)
from newswire.ingest.store import Store
from newswire.markup import loads
from newswire.model import Dispatch

# Mirrors print a story within days, each with the date on which it did so.
NEAR_DAYS = 3
# Of all shingles, this part is shared; a cut re-issue has this part of its own in the whole one.
ALIKE, CONTAINED = 0.85, 0.95
# Fewer shingles are a flash or a list, and alike by chance.
FEWEST = 40
# A story is looked up by its smallest shingles; one that is alike shares most of them.
SKETCH = 12
CLOSEST = 8


@dataclass(frozen=True)
class Copy:
    """A story that is stored, or a new one that may be the same: what tells re-issue from news.

    `marks` are its agency, version, correction and kill, as the header has them.
    """

    file: str
    source: str | None
    day: dt.date
    body: str
    agency: str | None
    marks: tuple[str | None, ...]

    @cached_property
    def shingles(self) -> Shingles:
        return shingles_of(self.body)

    @cached_property
    def figures(self) -> frozenset[str]:
        return figures_of(self.body)


class Reissues:
    """The stored stories of some days, by what their texts share. Days are read when asked for."""

    def __init__(self, layout: Layout, store: Store) -> None:
        self.layout = layout
        self.store = store
        self.read: set[dt.date] = set()
        self.copies: dict[str, Copy] = {}
        self.sketches: dict[int, list[str]] = defaultdict(list)

    def file_of(self, dispatch: Dispatch) -> str | None:
        """The file that tells this very story already, by the name that ingest gave it.

        None where the story has a file of its own: the ledger was lost, or a run died.
        """
        new = copy_of(dispatch, "")
        if new is None or len(new.shingles) < FEWEST:
            return None
        for offset in range(-NEAR_DAYS, NEAR_DAYS + 1):
            self._read(new.day + dt.timedelta(days=offset))
        shared = Counter(file for key in _sketch(new.shingles) for file in self.sketches[key])
        near = (self.copies[file] for file, _ in shared.most_common(CLOSEST))
        same = [copy for copy in near if is_reissue(new, copy)]
        has_its_own = any(copy.source == new.source for copy in same)
        return same[0].file if same and not has_its_own else None

    def add(self, copy: Copy | None) -> None:
        """Makes a story known to those that come after it."""
        if copy is not None and copy.file not in self.copies and len(copy.shingles) >= FEWEST:
            self.copies[copy.file] = copy
            for key in _sketch(copy.shingles):
                self.sketches[key].append(copy.file)

    def _read(self, day: dt.date) -> None:
        if day not in self.read:
            self.read.add(day)
            for copy in self._stored(day):
                self.add(copy)

    def _stored(self, day: dt.date) -> Iterator[Copy]:
        """The stories of a day as ingest last wrote them, whatever a person made of them."""
        for path in sorted(self.layout.base.glob(f"{day}-*.md")):
            copy = self._load(path, day)
            if copy is not None:
                yield copy

    def _load(self, path: Path, day: dt.date) -> Copy | None:
        try:
            story = loads(self.store.read(path) or "", self.layout.name(path))
        except MarkupError:
            return None  # it can be no one's copy; the build reports what a person can mend
        file = self.layout.name(self.layout.dispatches / path.name)
        fields = dict(story.header)
        marks = tuple(map(fields.get, ("Version", "Correction", "Killed")))
        return Copy(file, fields.get("Source"), day, story.body, fields.get("Agency"), marks)


def copy_of(dispatch: Dispatch, file: str) -> Copy | None:
    """A dispatch as what is compared; None without a whole date, as nothing says it is near."""
    day = day_of(dispatch)
    if day is None:
        return None
    agency = dispatch.agency.name if dispatch.agency else None
    marks = (dispatch.version, dispatch.correction, "yes" if dispatch.killed else None)
    date = dt.date.fromisoformat(day)
    return Copy(file, source_of(dispatch), date, dispatch.body, agency, marks)


def is_reissue(new: Copy, stored: Copy) -> bool:
    """Whether `new` tells nothing that `stored` does not.

    Another version is news, and so is a changed figure. A longer text is a re-issue only where
    little was added; a shorter one wherever it is a part of what is stored.
    """
    if abs((new.day - stored.day).days) > NEAR_DAYS or new.marks != stored.marks:
        return False
    if None not in (new.agency, stored.agency) and new.agency != stored.agency:
        return False
    if not (new.figures <= stored.figures or new.figures >= stored.figures):
        return False
    return (
        resemblance(new.shingles, stored.shingles) >= ALIKE
        or containment(new.shingles, stored.shingles) >= CONTAINED
    )


def _sketch(shingles: Shingles) -> list[int]:
    return nsmallest(SKETCH, shingles)
