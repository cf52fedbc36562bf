"""The words that rules for statements need: cues from `cues.toml`, classes from `grammar.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

Frame = Literal["clause", "addressee", "object", "quotation", "noun", "statement", "source", "mark"]
"""What a cue takes: the tables of `cues.toml`, or any verb that a mark makes a cue."""
FRAMES: tuple[Frame, ...] = (
    "clause",
    "addressee",
    "object",
    "quotation",
    "noun",
    "statement",
    "source",
)


@dataclass(frozen=True, slots=True)
class CueForm:
    """One form of a cue: its words in lower case, its lemma, what it takes."""

    words: tuple[str, ...]
    lemma: str
    frame: Frame
    is_base: bool = False

    @property
    def is_participle(self) -> bool:
        return self.words[0].endswith("ing")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Cue forms by their first word, and the closed word classes by name."""

    cues: Mapping[str, tuple[CueForm, ...]]
    classes: Mapping[str, frozenset[str]]

    def has(self, word_class: str, word: str) -> bool:
        """Whether `word`, in lower case, belongs to a class of `grammar.toml`."""
        return word in self.classes[word_class]

    def is_finite(self, word: str) -> bool:
        """Whether `word`, in lower case, is likely the verb of a clause, by list or by ending."""
        if word in self.classes["finite"]:
            return True
        return len(word) > 4 and word.endswith("ed") and word not in self.classes["not_finite"]


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary, read once."""
    by_word: dict[str, list[CueForm]] = {}
    for form in _forms(_table("cues.toml")):
        by_word.setdefault(form.words[0], []).append(form)
    cues = {word: tuple(sorted(forms, key=_precedence)) for word, forms in by_word.items()}
    classes = {name: frozenset(words) for name, words in _table("grammar.toml").items()}
    return Vocabulary(cues, classes)


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath(name).read_text(encoding="utf-8"))


def _forms(table: Mapping[str, Mapping[str, str]]) -> Iterator[CueForm]:
    for frame in FRAMES:
        for lemma, forms in table[frame].items():
            base, *others = forms.split()
            for form in dict.fromkeys([base, *others]):
                is_base = form == base and base not in others
                yield CueForm(tuple(form.split("~")), lemma, frame, is_base)


def _precedence(form: CueForm) -> tuple[bool, int]:
    """A noun, which needs more around it, before the verb of the same form; then the longest."""
    return form.frame not in {"noun", "statement"}, -len(form.words)
