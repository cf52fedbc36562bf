"""Which way a date without its year or week points, told by the tense and cues around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from newswire.lang.en.times.sentences import CLAUSE_END
from newswire.lang.en.times.vocabulary import load

Way = Literal["past", "future"]

_CUES: Final = load("cues.toml")
_FUTURE: Final = frozenset(_CUES["future"]["words"])
_CERTAIN: Final = frozenset([*_CUES["future"]["certain"], *_CUES["past"]["certain"]])
_FULFILLED: Final = frozenset(_CUES["future"]["fulfilled_after"])
_MONTH_AFTER: Final = frozenset(_CUES["future"]["month_after"])
_BETWEEN: Final = frozenset(_CUES["future"]["between"])
_ABILITY: Final = frozenset(_CUES["future"]["ability"])
_PRESENT: Final = frozenset(_CUES["schedule"]["copulas"])
_LEADING: Final = frozenset(_CUES["dates"]["leading"])
_OPENING: Final = frozenset(_CUES["dates"]["opening"])
_LIMITS: Final = frozenset(_CUES["limits"]["words"])
_FIRM_LIMITS: Final = frozenset(_CUES["limits"]["firm"])
_PLANS: Final = frozenset(_CUES["plans"]["words"])
_SCHEDULE: Final = frozenset(_CUES["schedule"]["words"])
_NOT_SCHEDULED: Final = frozenset(_CUES["schedule"]["except_after"])
_PAST: Final = frozenset(_CUES["past"]["words"])
_TENTATIVE: Final = frozenset(_CUES["past"]["tentative"]) | frozenset(_CUES["past"]["reporting"])
_LINKS: Final = frozenset(_CUES["past"]["links"])
_REPORTING: Final = frozenset(_CUES["past"]["reporting"])
_PRESENT_PASSIVE: Final = frozenset(_CUES["past"]["present_passive"])
_NOT_PAST: Final = frozenset(_CUES["past"]["lookalikes"])

_WORD: Final = re.compile(r"[a-z]+(?:['\u2019][a-z]+)?")
_UNDONE: Final = "had been "
_WAS: Final = ("was ", "were ")
_INTENTS: Final = ("was to", "were to")
_CONDITIONS: Final = frozenset(["if", "unless"])
_LONGEST_OBJECT: Final = 6
"""Words from a deed to the date of it."""
_REACH: Final = 160
"""Characters that are searched for a cue on either side."""


@dataclass(frozen=True, slots=True)
class Direction:
    """The way and the word that tells it; no word where nothing does.

    It is certain where the clause states it of the date (`will`, `ended`, `collapsed in January`),
    not where something is planned, expected or only told.
    """

    way: Way | None
    cue: str = ""
    is_certain: bool = False

    @property
    def is_undone(self) -> bool:
        """Whether a plan was made that may be over: `had been set for July`, `was due in July`."""
        return self.cue.startswith((_UNDONE, *_WAS)) and self.cue not in _INTENTS


UNKNOWN: Final = Direction(None)


def direction(lowered: str, start: int, end: int) -> Direction:
    """The direction of the clause around `lowered[start:end]`.

    The verb before the date decides, else the one after it. A limit (`by Friday`) lies ahead,
    unless a verb tells that it is over. With `Friday's vote` only the verb after it counts.
    """
    before = _words_before(lowered, start)
    told = _verb_before(before)
    is_owner = lowered.startswith(("'s", "\u2019s"), end)
    limit = _limit(before) if is_owner or told.way != "future" else None
    if told.way and not is_owner and not limit:
        return told
    follows = _verb_after(_words_after(lowered, end), before)
    if limit and not _is_over(limit, before, told, follows):
        return Direction("future", limit)
    return follows if is_owner or not told.way else told


def _verb_before(words: list[str]) -> Direction:
    """The last cue; a past that leads to the date (`collapsed in January`) is certain.

    A plan that is over (`had been set for June 3`) is not; a present so close to the date tells
    when something is to be: `The hearing is on Thursday`.
    """
    is_close = True
    for place in range(len(words) - 1, -1, -1):
        if is_close and words[place] in _PRESENT:
            return Direction("future", words[place])
        cue = _cue(words, place)
        if cue.way == "past" and _is_conditional(words, place):
            continue
        if cue.way:
            is_told = is_close or _has_bare_object(words, place)
            is_told = is_told and cue.way == "past" and not cue.is_undone
            return Direction(cue.way, cue.cue, is_told or cue.cue in _CERTAIN)
        is_close = is_close and words[place] in _LEADING
    return UNKNOWN


def _has_bare_object(words: list[str], place: int) -> bool:
    """`carried out its third test in February`: a deed, its object and the date, nothing else.

    What was announced, called or ordered may lie ahead, as may what was done `to` or `for` it.
    Behind a `will` such a word is no deed: `will buy the preferred shares in May`.
    """
    end = len(words)
    while end > place + 1 and words[end - 1] in _LEADING:
        end -= 1
    between = words[place + 1 : end]
    is_object = end < len(words) and len(between) <= _LONGEST_OBJECT
    is_deed = words[place] not in _TENTATIVE and _FUTURE.isdisjoint(words[:place])
    return is_object and is_deed and _LINKS.isdisjoint(between)


def _is_conditional(words: list[str], place: int) -> bool:
    """`would follow if there was no truce`: the past of a condition that what may be hangs on."""
    condition = next((i for i in range(place - 1, -1, -1) if words[i] in _CONDITIONS), 0)
    return any(word in _FUTURE for word in words[:condition])


def _verb_after(words: list[str], before: list[str]) -> Direction:
    """The first cue; it tells of a date that opens the clause, not of `the May report`."""
    cue = next((cue for place in range(len(words)) if (cue := _cue(words, place)).way), UNKNOWN)
    is_opening = bool(before) and _OPENING.issuperset(before)
    is_stated = cue.way == "past" or cue.cue in _CERTAIN
    return Direction(cue.way, cue.cue, is_opening and is_stated)


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
    ends = [match.end() for match in CLAUSE_END.finditer(stretch)]
    return _WORD.findall(stretch, ends[-1] if ends else 0)


def _words_after(lowered: str, end: int) -> list[str]:
    stretch = lowered[end : end + _REACH]
    stop = CLAUSE_END.search(stretch)
    return _WORD.findall(stretch, 0, stop.start() if stop else len(stretch))


def _cue(words: list[str], place: int) -> Direction:
    word = words[place]
    before = words[place - 1] if place else ""
    if word == "may" and before in _MONTH_AFTER:
        return UNKNOWN
    if word in _ABILITY and words[place + 1 : place + 2] == ["not"]:
        return Direction("past", f"{word} not")
    if word in _FUTURE:
        return _plan(word, words[max(0, place - 2) : place])
    if word.endswith(("'ll", "\u2019ll")):
        return Direction("future", "will")
    is_intent = word == "to" and before in _PLANS and place + 1 < len(words)
    if is_intent or (before, word) == ("set", "for"):
        return _plan(f"{before} {word}", words[max(0, place - 3) : place - 1])
    if word in _SCHEDULE and before not in _NOT_SCHEDULED | _FUTURE:
        return Direction("future", word)
    if word in _PAST or (word.endswith("ed") and word not in _NOT_PAST):
        auxiliary = _future_auxiliary(words, place)
        if auxiliary or before in _PRESENT_PASSIVE:
            return Direction("future", auxiliary) if auxiliary else UNKNOWN
        return Direction("past", word)
    return UNKNOWN


def _plan(word: str, before: list[str]) -> Direction:
    """A plan lies ahead; one that `had been` made is over, `as planned` says nothing."""
    if before == ["had", "been"]:
        return Direction("past", f"{_UNDONE}{word}")
    if before[-1:] and before[-1] in _FULFILLED:
        return UNKNOWN
    was = f"{before[-1]} " if before[-1:] and f"{before[-1]} " in _WAS else ""
    return Direction("future", f"{was}{word}")


def _future_auxiliary(words: list[str], place: int) -> str | None:
    """What puts a participle into the future: `will be held`, `to be signed`."""
    back = place - 1
    while back >= 0 and (words[back] in _BETWEEN or words[back].endswith("ly")):
        back -= 1
    if back < 0:
        return None
    if words[back : back + 2] == ["to", "be"]:
        return "to be" if words[max(0, back - 1)] != "had" else None
    if words[back : back + 2] == ["to", "have"]:
        return "to have"
    return words[back] if words[back] in _FUTURE else None
