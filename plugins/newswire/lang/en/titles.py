"""Titles in a text: `foreign minister`, `Gen.`, `secretary-general`, the longest at each word."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).with_name("offices.toml")
_WORD = re.compile(r"[^\W\d_]+")
_JOINTS = str.maketrans("-\n\u2011", "   ")


@dataclass(frozen=True, slots=True)
class Title:
    """A title at `start:end` (code points); `phrase` in small letters, without hyphens."""

    start: int
    end: int
    phrase: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The lists of `offices.toml`, where each is explained."""

    people: frozenset[str]
    not_now: frozenset[str]
    says_who: frozenset[str]
    not_of: frozenset[str]
    still_now: frozenset[str]
    not_after: frozenset[str]
    leader: frozenset[str]
    not_names: frozenset[str]
    things: frozenset[str]


@lru_cache(maxsize=1)
def load_vocabulary() -> Vocabulary:
    """The vocabulary; read once."""
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return Vocabulary(**{name: frozenset(words) for name, words in table.items()})


def plain(phrase: str) -> str:
    """A phrase as titles are compared: small letters, blanks for hyphens and line ends."""
    return phrase.translate(_JOINTS).lower()


@lru_cache(maxsize=2)
def find(text: str, phrases: frozenset[str]) -> tuple[Title, ...]:
    """Every one of `phrases` in `text`, whatever its case; none within another."""
    return tuple(_find(text, _by_first_word(phrases)))


def _find(text: str, starts: Mapping[str, tuple[str, ...]]) -> Iterator[Title]:
    free = 0
    for match in _WORD.finditer(text):
        options = starts.get(match.group().lower())
        if options is None or match.start() < free:
            continue
        title = _at(text, match.start(), options)
        if title is not None:
            free = title.end
            yield title


def _at(text: str, start: int, options: tuple[str, ...]) -> Title | None:
    for phrase in options:
        end = start + len(phrase)
        if plain(text[start:end]) == phrase and not text[end : end + 1].isalnum():
            return Title(start, end, phrase)
    return None


@lru_cache(maxsize=8)
def _by_first_word(phrases: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """The phrases under their first words, longest first."""
    found: dict[str, list[str]] = {}
    for phrase in sorted((plain(phrase) for phrase in phrases), key=len, reverse=True):
        found.setdefault(phrase.split()[0].rstrip("."), []).append(phrase)
    return {word: tuple(options) for word, options in found.items()}
