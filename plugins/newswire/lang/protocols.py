"""What a language asks of the registry of actors, without importing it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Protocol

from newswire.model import ActorKind


class Named(Protocol):
    """An actor, as far as a language needs to know it."""

    @property
    def id(self) -> str: ...

    @property
    def name(self) -> str: ...


class Actors(Protocol):
    """The registry's look-ups; `newswire.actors.registry.Registry` is one."""

    @property
    def titles(self) -> Mapping[str, tuple[str, ...]]:
        """English titles in small letters, each with the posts that it may mean."""

    @property
    def offices(self) -> Mapping[str, tuple[str, ...]]:
        """Those of `titles` that name their holder, since only one person holds the post."""

    @property
    def given(self) -> Mapping[str, int]:
        """First names and how many people of the registry bear each."""

    def kind_of(self, actor: str) -> ActorKind | None:
        """The kind of an actor; None for an unknown id."""

    def by_surname(self, name: str) -> tuple[str, ...]:
        """The ids of all whose family name this is."""

    def first_name_of(self, person: str) -> str:
        """The first word of a person's usual name."""

    def places_of(self, person: str, posts: Iterable[str]) -> frozenset[str]:
        """Where a person ever held one of `posts`, or a post of the same role."""

    def role_holders(self, posts: Iterable[str], place: str, on: date) -> tuple[Named, ...]:
        """Who held any of `posts`, or a post of the same role, on that day."""

    def leaders_of(self, place: str, on: date) -> tuple[Named, ...]:
        """Who led a country or organisation on that day, the first leader first."""

    def leads(self, person: str, on: date) -> bool:
        """Whether a person leads a country or organisation on that day."""
