"""What the files beside one page tell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newswire.site.views import (
    ActorView,
    DispatchView,
    EventView,
    SiteModel,
    StatementView,
    reported_by,
)

# The ends of a date that is open there.
UNBOUNDED = (dt.date.min, dt.date.max)


@dataclass(frozen=True, slots=True)
class Dataset:
    """The records of a page at `url`, in its order; `actor` is None for a part of the timeline,
    which has no statements."""

    url: str
    title: str
    dispatches: Sequence[DispatchView]
    events: Sequence[EventView]
    statements: Sequence[StatementView] = ()
    actor: ActorView | None = None


def datasets_of(site: SiteModel) -> Iterator[Dataset]:
    """Those of each leader, country and organisation, and of the timeline and its parts."""
    for actor in site.actors():
        yield Dataset(
            actor.url, actor.name, actor.dispatches, actor.events, actor.statements, actor
        )
    yield _part("timeline/", "Timeline", site.events)
    for period in site.timeline_parts:
        yield _part(period.url, f"Timeline: {period.name}", period.events)


def _part(url: str, title: str, events: Sequence[EventView]) -> Dataset:
    return Dataset(url, title, reported_by(events), events)
