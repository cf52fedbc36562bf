"""JSON: the actor, its dispatches, events and statements. docs/data.md describes each field."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from typing import Any

from newswire.site.exports.dataset import UNBOUNDED, Dataset
from newswire.site.views import ActorRef, ActorView, DispatchView, EventView, StatementView, When

# Raised when a field is taken away or changes its meaning; a new field does not raise it.
VERSION = 1

Record = dict[str, Any]


def json_text(dataset: Dataset, events: Mapping[str, Record], siteurl: str) -> str:
    """The file as text. `events` are the records of all events, by id."""
    record: Record = {
        "version": VERSION,
        "title": dataset.title,
        "url": f"{siteurl}/{dataset.url}",
        "dispatches": [_dispatch(d, siteurl) for d in dataset.dispatches],
        "events": [events[event.id] for event in dataset.events],
    }
    if dataset.actor is not None:
        record["actor"] = _actor(dataset.actor)
        record["statements"] = [_statement(s, siteurl) for s in dataset.statements]
    record["actors"] = _names(dataset, siteurl)
    return json.dumps(record, ensure_ascii=False) + "\n"


def event_records(events: Iterable[EventView], siteurl: str) -> dict[str, Record]:
    """What JSON says of each event, by its id."""
    return {event.id: _event(event, siteurl) for event in events}


def bound(day: dt.date) -> str | None:
    """The first or last day of a date; None where it is open."""
    return None if day in UNBOUNDED else day.isoformat()


def ids_of(actors: Iterable[ActorRef]) -> list[str]:
    return [actor.id for actor in actors]


def event_type(event: EventView) -> str | None:
    """The PLOVER label, or STATEMENT."""
    return event.type_slug.upper() if event.type_slug else None


def _event(event: EventView, siteurl: str) -> Record:
    return {
        "id": event.id,
        **_date(event.when),
        "type": event_type(event),
        "text": event.text,
        "actors": ids_of(event.actors),
        "background": event.background,
        "dispatch": f"{siteurl}/{event.dispatch.url}",
        "sentence": f"{siteurl}/{event.url}",
        "permalink": f"{siteurl}/{event.permalink}",
    }


def _date(when: When) -> Record:
    return {"date": when.edtf, "start": bound(when.start), "end": bound(when.end)}


def _statement(statement: StatementView, siteurl: str) -> Record:
    return {
        "id": statement.id,
        "date": statement.when.edtf if statement.when else None,
        "speakers": ids_of(statement.speakers),
        "source": statement.source_text,
        "cue": statement.cue,
        "form": statement.form,
        "content": statement.content,
        "text": statement.text,
        "dispatch": f"{siteurl}/{statement.dispatch.url}",
        "sentence": f"{siteurl}/{statement.url}",
    }


def _dispatch(dispatch: DispatchView, siteurl: str) -> Record:
    return {
        "url": f"{siteurl}/{dispatch.url}",
        "title": dispatch.title,
        "published": dispatch.datetime,
        "agency": dispatch.agency.name if dispatch.agency else None,
        "section": dispatch.section.name if dispatch.section else None,
        "about": ids_of(dispatch.about),
        "rights": dispatch.rights,
    }


def _actor(actor: ActorView) -> Record:
    return {
        "id": actor.ref.id,
        "kind": actor.kind,
        "name": actor.name,
        "other_names": list(actor.other_names),
        "description": actor.description,
    }


def _names(dataset: Dataset, siteurl: str) -> dict[str, Record]:
    """Whom the ids in the file stand for."""
    found: dict[str, ActorRef] = {}
    for actors in (
        *(event.actors for event in dataset.events),
        *(statement.speakers for statement in dataset.statements),
        *(dispatch.about for dispatch in dataset.dispatches),
    ):
        found.update((actor.id, actor) for actor in actors)
    return {id_: _name(found[id_], siteurl) for id_ in sorted(found)}


def _name(actor: ActorRef, siteurl: str) -> Record:
    url = f"{siteurl}/{actor.url}" if actor.url else None
    return {"kind": actor.kind, "name": actor.name, "url": url}
