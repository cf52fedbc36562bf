"""The pages of leaders, countries and organisations: everything that the dispatches say of them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence

from newswire.actors.schema import Person
from newswire.site.exports import data_beside
from newswire.site.feeds import FEED
from newswire.site.periods import months_between
from newswire.site.views import (
    ActorRef,
    ActorView,
    Companion,
    DispatchView,
    EventView,
    Link,
    StatementView,
)
from newswire.site.who import Who

COMPANIONS = 40


class ActorIndex:
    """Dispatches, events and statements by actor."""

    def __init__(self, dispatches: Sequence[DispatchView], events: Sequence[EventView]) -> None:
        self.newest = dispatches
        self.dispatches: dict[str, list[DispatchView]] = defaultdict(list)
        self.events: dict[str, list[EventView]] = defaultdict(list)
        self.statements: dict[str, list[StatementView]] = defaultdict(list)
        for dispatch in dispatches:
            for actor in dispatch.actors:
                self.dispatches[actor.id].append(dispatch)
            for statement in dispatch.statements:
                for speaker in statement.speakers:
                    self.statements[speaker.id].append(statement)
        for event in events:
            for actor in event.actors:
                self.events[actor.id].append(event)

    def view(self, actor: str, who: Who, now: dt.date) -> ActorView:
        dispatches = self.dispatches[actor]
        known = who.registry.get(actor)
        held = isinstance(known, Person)
        return ActorView(
            ref=who.ref(actor),
            description=who.description(actor, now),
            other_names=who.other_names(actor),
            dispatches=dispatches,
            events=self.events.get(actor, []),
            statements=self.statements.get(actor, []),
            offices=who.offices_held(known, now) if held else who.offices_of(actor, now),  # type: ignore[arg-type]
            companions=self._companions(actor, who),
            months=months_between(self.newest, dispatches),
            feeds=[Link("Atom", who.url(actor) + FEED)],
            data=data_beside(who.url(actor)),
        )

    def _companions(self, actor: str, who: Who) -> list[Companion]:
        shared: dict[str, list[DispatchView]] = defaultdict(list)
        for dispatch in self.dispatches[actor]:
            for other in dispatch.actors:
                if other.id != actor:
                    shared[other.id].append(dispatch)
        ranked = sorted(shared.items(), key=lambda item: (-len(item[1]), item[0]))[:COMPANIONS]
        return [Companion(who.ref(other), tuple(found)) for other, found in ranked]


def strangers(dispatches: Iterable[DispatchView]) -> list[tuple[ActorRef, list[DispatchView]]]:
    """People whom the registry does not know, with their dispatches, by name."""
    found: dict[str, tuple[ActorRef, list[DispatchView]]] = {}
    for dispatch in dispatches:
        for actor in dispatch.by_kind("person"):
            found.setdefault(actor.id, (actor, []))[1].append(dispatch)
    return sorted(found.values(), key=lambda pair: pair[0].name.rpartition(" ")[2])
