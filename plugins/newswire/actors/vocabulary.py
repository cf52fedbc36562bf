"""`context.toml`: the words around a name that decide what it stands for."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).parent / "data" / "context.toml"


@dataclass(frozen=True, slots=True)
class Cues:
    """Words that speak for an ambiguous name being the state, and against it.

    `place` says that the other bearer of the name is a place as well.
    """

    state: frozenset[str]
    other: frozenset[str]
    place: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The lists of `context.toml`, where each is explained."""

    capital_words: frozenset[str]
    name_before: frozenset[str]
    name_after: frozenset[str]
    called_after: frozenset[str]
    ships: frozenset[str]
    general_names: frozenset[str]
    bodies_elsewhere: frozenset[str]
    place_before: frozenset[str]
    place_after: frozenset[str]
    state_before: frozenset[str]
    state_after: frozenset[str]
    state_owns: frozenset[str]
    state_hyphen: frozenset[str]
    clause_next: frozenset[str]
    no_first_names: frozenset[str]
    first_names: frozenset[str]
    before_one: frozenset[str]
    surname_words: frozenset[str]
    common_surnames: frozenset[str]
    not_surnames: frozenset[str]
    prominent: frozenset[str]
    sport_slug: frozenset[str]
    sport_text: frozenset[str]
    sport_place: frozenset[str]
    sport_beats: frozenset[str]
    prefixes: dict[str, str]
    ambiguous: dict[str, Cues]


@lru_cache(maxsize=1)
def load_vocabulary() -> Vocabulary:
    """The vocabulary; read once."""
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    ambiguous = {
        country: Cues(frozenset(cues["state"]), frozenset(cues["other"]), cues.get("place", False))
        for country, cues in table.pop("ambiguous").items()
    }
    prefixes = table.pop("prefixes")
    lists = {name: frozenset(words) for name, words in table.items()}
    return Vocabulary(**lists, prefixes=prefixes, ambiguous=ambiguous)
