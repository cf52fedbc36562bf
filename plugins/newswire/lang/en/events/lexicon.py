"""The event lexicon of `lexicon.toml`, indexed by the first word of its phrases."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

_GAP = ".."
_LONGEST_GAP = 4
_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that tell of an event of one type; a gap is up to four words.

    The type is empty where they only look as if they told of one (`meet a deadline`).

    `is_plain` marks the verb forms that nouns share: the base form and the one in -s.
    """

    words: tuple[str, ...]
    type: str
    is_verb: bool
    is_plain: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Phrases by their first word, longest first, and word classes by name."""

    phrases: Mapping[str, tuple[Phrase, ...]]
    classes: Mapping[str, frozenset[str]]

    def has(self, word_class: str, word: str) -> bool:
        """Whether `word` belongs to a class of the tables `roles` or `context`."""
        return word in self.classes[word_class]


def inflect(verb: str, irregular: Mapping[str, str]) -> Iterator[str]:
    """All forms of an English verb, base and -s first: of `irregular`, else by spelling."""
    yield verb
    if verb in irregular:
        yield from irregular[verb].split()
        return
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        yield from (f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing")
        return
    stem = verb.removesuffix("e")
    sibilant = verb.endswith(("s", "x", "z", "ch", "sh"))
    yield from (f"{verb}es" if sibilant else f"{verb}s", f"{stem}ed", f"{stem}ing")


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once."""
    text = resources.files(__package__).joinpath("lexicon.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    by_word: dict[str, list[Phrase]] = {}
    for kind, lines in (*data["types"].items(), ("", data["idioms"]["none"])):
        for line in lines:
            for phrase in _phrases(line, kind, data["forms"]):
                by_word.setdefault(phrase.words[0], []).append(phrase)
    ordered = {word: tuple(sorted(p, key=_length, reverse=True)) for word, p in by_word.items()}
    classes = {**data["roles"], **data["context"]}
    return Lexicon(ordered, {name: frozenset(words) for name, words in classes.items()})


def _phrases(line: str, kind: str, irregular: Mapping[str, str]) -> Iterator[Phrase]:
    first, *rest = line.removeprefix("=").split()
    if line.startswith("="):
        yield Phrase((first, *rest), kind, False)
        return
    for number, form in enumerate(inflect(first, irregular)):
        yield Phrase((form, *rest), kind, True, number < 2)


def _length(phrase: Phrase) -> int:
    return sum(word != _GAP for word in phrase.words)


def match(words: Sequence[str], position: int, phrase: Phrase) -> int | None:
    """Where `phrase` ends if it stands at `position` of the lower-case `words`, else None."""
    here, reach = position, 1
    for word in phrase.words:
        if word == _GAP:
            reach = _LONGEST_GAP + 1
            continue
        places = range(here, min(here + reach, len(words)))
        found = next((i for i in places if words[i] == word), None)
        if found is None:
            return None
        here, reach = found + 1, 1
    return here
