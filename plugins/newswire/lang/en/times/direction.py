"""Which way a date without its year or week points, told by the tense and cues around it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from newswire.lang.en.times.vocabulary import load

Way = Literal["past", "future"]

_CUES: Final = load("cues.toml")
_FUTURE: Final = frozenset(_CUES["future"]["words"])
_CERTAIN: Final = frozenset([*_CUES["future"]["certain"], *_CUES["past"]["certain"]])
_FULFILLED: Final = frozenset(_CUES["future"]["fulfilled_after"])
_MONTH_AFTER: Final = frozenset(_CUES["future"]["month_after"])
_BETWEEN: Final = frozenset(_CUES["future"]["between"])
_LIMITS: Final = frozenset(_CUES["limits"]["words"])
_FIRM_LIMITS: Final = frozenset(_CUES["limits"]["firm"])
_PLANS: Final = frozenset(_CUES["plans"]["words"])
_SCHEDULE: Final = frozenset(_CUES["schedule"]["words"])
_NOT_SCHEDULED: Final = frozenset(_CUES["schedule"]["except_after"])
_PAST: Final = frozenset(_CUES["past"]["words"])
_REPORTING: Final = frozenset(_CUES["past"]["reporting"])
_NOT_PAST: Final = frozenset(_CUES["past"]["lookalikes"])

_WORD: Final = re.compile(r"[a-z]+(?:['\u2019][a-z]+)?")
_CLAUSE_END: Final = re.compile(r"[.!?;:]['\"\u201d\u2019]{0,2}\s|\n\n|''|``|--")
_REACH: Final = 160
"""Characters that are searched for a cue on either side."""


@dataclass(frozen=True, slots=True)
class Direction:
    """The way and the word that tells it; no word where nothing does."""

    way: Way | None
    cue: str = ""

    @property
    def is_certain(self) -> bool:
        """Whether the way is stated (`will`, `ended`), not planned, expected or only told."""
        return self.cue in _CERTAIN


UNKNOWN: Final = Direction(None)


def direction(lowered: str, start: int, end: int) -> Direction:
    """The direction of the clause around `lowered[start:end]`.

    The verb before the date decides, else the one after it. A limit (`by Friday`) lies ahead,
    unless a verb tells that it is over. With `Friday's vote` only the verb after it counts.
    """
    before = _words_before(lowered, start)
    told = _first_cue(before, range(len(before) - 1, -1, -1))
    after = _words_after(lowered, end)
    follows = _first_cue(after, range(len(after)))
    limit = _limit(before)
    if limit and told.way != "future" and not _is_over(limit, before, told, follows):
        return Direction("future", limit)
    if told.way and not lowered.startswith(("'s", "\u2019s"), end):
        return told
    return follows


def _limit(before: list[str]) -> str | None:
    endings = (" ".join(before[-count:]) for count in (1, 2, 3))
    return next((words for words in endings if words in _LIMITS), None)


def _is_over(limit: str, before: list[str], told: Direction, follows: Direction) -> bool:
    """`All had left by Friday`, `Until Friday they had not left`; not `postponed until Friday`."""
    if " ".join(before) == limit:
        return follows.way == "past"
    return limit not in _FIRM_LIMITS and told.way == "past" and told.cue not in _REPORTING


def _words_before(lowered: str, start: int) -> list[str]:
    stretch = lowered[max(0, start - _REACH) : start]
    ends = [match.end() for match in _CLAUSE_END.finditer(stretch)]
    return _WORD.findall(stretch, ends[-1] if ends else 0)


def _words_after(lowered: str, end: int) -> list[str]:
    stretch = lowered[end : end + _REACH]
    stop = _CLAUSE_END.search(stretch)
    return _WORD.findall(stretch, 0, stop.start() if stop else len(stretch))


def _first_cue(words: list[str], places: Iterable[int]) -> Direction:
    found = (_cue(words, place) for place in places)
    return next((cue for cue in found if cue.way), UNKNOWN)


def _cue(words: list[str], place: int) -> Direction:
    word = words[place]
    before = words[place - 1] if place else ""
    if word == "may" and before in _MONTH_AFTER:
        return UNKNOWN
    if word in _FUTURE:
        return _plan(word, words[max(0, place - 2) : place])
    if word.endswith(("'ll", "\u2019ll")):
        return Direction("future", "will")
    if word == "to" and before in _PLANS and place + 1 < len(words):
        return _plan(f"{before} to", words[max(0, place - 3) : place - 1])
    if word in _SCHEDULE and before not in _NOT_SCHEDULED | _FUTURE:
        return Direction("future", word)
    if word in _PAST or (word.endswith("ed") and word not in _NOT_PAST):
        auxiliary = _future_auxiliary(words, place)
        return Direction("future", auxiliary) if auxiliary else Direction("past", word)
    return UNKNOWN


def _plan(word: str, before: list[str]) -> Direction:
    """A plan lies ahead; one that `had been` made is over, `as planned` says nothing."""
    if before == ["had", "been"]:
        return Direction("past", f"had been {word}")
    if before[-1:] and before[-1] in _FULFILLED:
        return UNKNOWN
    return Direction("future", word)


def _future_auxiliary(words: list[str], place: int) -> str | None:
    """What puts a participle into the future: `will be held`, `to be signed`."""
    back = place - 1
    while back >= 0 and (words[back] in _BETWEEN or words[back].endswith("ly")):
        back -= 1
    if back < 0:
        return None
    if words[back : back + 2] == ["to", "be"]:
        return "to be"
    return words[back] if words[back] in _FUTURE else None
