"""Find the expressions: which words stand for a time, and what they say.

One pass over the words marks those that a rule knows. Only where a run of such words holds a
trigger are the rules tried, at each word of the run; the longest match wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from newswire.lang.en.times.grammar import CLASSES, Rule
from newswire.lang.en.times.readings import Reading
from newswire.lang.en.times.rules import RULES

_WORD: Final = re.compile(r"[a-z]+|\d+(?:[/:.\-]\d+)*")
_YEAR: Final = re.compile(r"(?:1[1-9]|20)\d\d(?:[-/]\d{1,4})?")
_GAP: Final = 5
"""Characters between two words of one expression, at most: a line's indentation."""


@dataclass(frozen=True, slots=True)
class Found:
    """An expression in the text, the rule that found it, and what it says."""

    start: int
    end: int
    rule: str
    reading: Reading


def find(text: str) -> Iterator[Found]:
    """The expressions of `text`, left to right, not overlapping."""
    lowered = lower(text)
    for starts, end, kinds in _runs(lowered):
        yield from _match_run(lowered, starts, end, _rules_for(kinds))


def lower(text: str) -> str:
    """The text in lower case, every character at its place."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _runs(text: str) -> Iterator[tuple[list[int], int, int]]:
    """Runs of known words that hold a trigger: word starts, end, and the kinds of trigger."""
    starts: list[int] = []
    kinds = end = 0
    for match in _WORD.finditer(text):
        word = match[0]
        kind = _KINDS.get(word, -1)
        if kind < 0 and word[0] <= "9":
            kind = _figure_kind(word)
        begin = match.start()
        if starts and (kind < 0 or begin - end > _GAP or "\n\n" in text[end:begin]):
            if kinds:
                yield starts, end, kinds
            starts, kinds = [], 0
        if kind >= 0:
            starts.append(begin)
            kinds |= kind
            end = match.end()
    if kinds:
        yield starts, end, kinds


def _match_run(text: str, starts: list[int], end: int, rules: tuple[Rule, ...]) -> Iterator[Found]:
    position = 0
    limit = min(len(text), end + _GAP)
    for start in starts:
        if start < position:
            continue
        found = _longest(text, start, limit, rules)
        if found:
            yield found
            position = found.end


def _longest(text: str, start: int, limit: int, rules: tuple[Rule, ...]) -> Found | None:
    best: Found | None = None
    longest = 0
    for rule in rules:
        match = rule.pattern.match(text, start, limit)
        if match is None or match.end() <= longest:
            continue
        reading = rule.read(match)
        if reading is not None:
            longest = match.end()
            best = Found(*_extent(match), rule.name, reading)
    return best


def _extent(match: re.Match[str]) -> tuple[int, int]:
    spans = (name for name, words in match.groupdict().items() if words and name[:4] == "span")
    return match.span(next(spans, 0))


def _figure_kind(word: str) -> int:
    if _YEAR.fullmatch(word):
        return _BITS["year"]
    if not word.isdigit():
        return _BITS["numeric"]
    return _BITS["tens"] if len(word) == 2 and word[1] == "0" else 0


@lru_cache(maxsize=1024)
def _rules_for(kinds: int) -> tuple[Rule, ...]:
    return tuple(rule for rule, mask in zip(RULES, _MASKS, strict=True) if mask & kinds)


def _bits() -> Mapping[str, int]:
    triggers = sorted({trigger for rule in RULES for trigger in rule.triggers})
    return MappingProxyType({trigger: 1 << place for place, trigger in enumerate(triggers)})


def _kinds() -> Mapping[str, int]:
    kinds = dict.fromkeys((word for rule in RULES for word in rule.words), 0)
    for trigger, bit in _BITS.items():
        for word in CLASSES.get(trigger, (trigger,)):
            kinds[word] = kinds.get(word, 0) | bit
    return MappingProxyType(kinds)


_BITS: Final = _bits()
_KINDS: Final = _kinds()
_MASKS: Final = tuple(sum(_BITS[trigger] for trigger in rule.triggers) for rule in RULES)
