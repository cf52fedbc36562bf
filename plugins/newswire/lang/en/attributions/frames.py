"""Reading a sentence: every cue by the first rule that takes it, each content in its bounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from newswire.lang.en.attributions.cues import find_cues
from newswire.lang.en.attributions.labels import find_labels
from newswire.lang.en.attributions.phrases import skip_verbs
from newswire.lang.en.attributions.rule import Frame
from newswire.lang.en.attributions.rules import RULES
from newswire.lang.en.attributions.unit import BREAKS, STOPS, Unit
from newswire.lang.en.attributions.unlisted import find_unlisted

_MOST_CUES = 12
"""Statements in one sentence: more than any reporter writes, so that no text is slow."""
_BEHIND = frozenset(["according_to", "trailing", "inverted"])
_JOINTS = frozenset(["and", "but", "while", "though", "although", "whereas"])


def read(unit: Unit) -> tuple[Frame, ...]:
    """The frames of a sentence, in the order of their cues."""
    frames: list[Frame] = []
    for cue in (*find_labels(unit), *islice(find_cues(unit), _MOST_CUES), *find_unlisted(unit)):
        found = (rule.read(unit, cue, frames) for rule in RULES)
        frame = next((f for f in found if f), None)
        if frame is not None and _is_evident(unit, frame):
            frames.append(frame)
    frames.sort(key=lambda frame: frame.cue.first)
    return tuple(_bounded(unit, frame, frames[i + 1 :]) for i, frame in enumerate(frames))


def _is_evident(unit: Unit, frame: Frame) -> bool:
    """Whether a cue such as `found` reports: a clause, on evidence."""
    if frame.cue.form.lemma not in unit.words.classes["evidential"]:
        return True
    start, end = frame.contents[0]
    clause = unit.lower(start) == "that" or unit.has_clause(start, end)
    return clause and any(unit.has("evidence", i) for i in range(*frame.source))


def _bounded(unit: Unit, frame: Frame, later: Sequence[Frame]) -> Frame:
    """`frame` with its last content ended where a later statement of the sentence begins."""
    start, end = frame.contents[-1]
    if start < frame.cue.first:
        return frame
    ends = (_end_before(unit, start, end, other) for other in later)
    bound = next((e for e in ends if e is not None), end)
    return replace(frame, contents=(*frame.contents[:-1], (start, bound)))


def _end_before(unit: Unit, start: int, end: int, other: Frame) -> int | None:
    """Where the content from `start` to `end` ends if `other` is told beside it, not within it."""
    if other.borrowed and start <= other.source[0] < end:
        return None
    opens = skip_verbs(unit, other.opens - 1) + 1 if other.borrowed else other.opens
    bound = opens - 1
    if not start < bound < end:
        return None
    joined = unit.lower(bound) in _JOINTS
    marked = unit.text(bound) in BREAKS | STOPS
    if not joined and not (marked and (other.borrowed or other.rule in _BEHIND)):
        return None
    while bound > start and (
        unit.text(bound - 1) in {",", ";"} or unit.lower(bound - 1) in _JOINTS
    ):
        bound -= 1
    return bound
