"""The registry as plain data, for `newswire actors export --json`."""

from __future__ import annotations

from typing import Any

from newswire.actors.registry import Registry
from newswire.actors.schema import Actor, Country, Membership, Person


def as_json(registry: Registry) -> list[dict[str, Any]]:
    """One object an actor: id, kind, name, aliases, wikipedia, wikidata, memberships."""
    actors: tuple[Actor, ...] = (
        *registry.countries.values(),
        *registry.organisations.values(),
        *registry.people.values(),
    )
    return [_object(actor, registry.kind_of(actor.id)) for actor in actors]


def _object(actor: Actor, kind: str | None) -> dict[str, Any]:
    """One actor, with every surface form that stands for it."""
    memberships = actor.membership if isinstance(actor, Person) else ()
    return {
        "id": actor.id,
        "kind": kind,
        "name": actor.name,
        "aliases": _aliases(actor),
        "wikipedia": actor.wikipedia,
        "wikidata": actor.wikidata,
        "memberships": [_membership(membership) for membership in memberships],
    }


def _aliases(actor: Actor) -> list[str]:
    if isinstance(actor, Person):
        return list(actor.other_names)
    seats = (*actor.capitals, *actor.metonyms) if isinstance(actor, Country) else ()
    return [*actor.other_names, *actor.acronyms, *actor.demonyms, *seats]


def _membership(membership: Membership) -> dict[str, Any]:
    return {
        "post": membership.post,
        "area": membership.area,
        "organisation": membership.organisation,
        "start": membership.start,
        "end": membership.end,
        "current": membership.current,
        "source": membership.source,
    }
