"""Who a source is: from the words of a source to the ids of the actors named there."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from newswire.lang.en.attributions.vocabulary import vocabulary
from newswire.model import ActorKind, Attribution, Mention, Span

_WORD = re.compile(r"[\w.-]+")
_OF = re.compile(r"\b(?:of|for|to|from|at|with|in|on|by|against|about)\b")
_NEW_NAME = re.compile(r", |\band ")
_AND = re.compile(r"\band\b")
_SINGULAR = frozenset(["he", "she"])
_OWNERS = {"his": "he", "her": "she", "its": "it", "their": "they"}
_PERSONAL = frozenset(["leader", "person"])
_SENTENCES_BACK = 4
"""Sentences, its own included, in which a pronoun looks for its antecedent."""
_REACH = 1500
"""Code points, and not more, in which a pronoun or a spokesman looks for a name."""
_LONGEST_JOINT = 60
"""Code points between two names that are one subject (`X and Russian President Y`)."""


def name_speakers(
    text: str,
    attributions: Sequence[Attribution],
    mentions: Sequence[Mention],
    sentences: Sequence[Span],
) -> tuple[Attribution, ...]:
    """`attributions`, in order of their cues, with the ids of who speaks in each."""
    ordered = sorted(mentions, key=lambda m: m.start)
    kinds = {i: mention.kind for mention in ordered for i in mention.ids}
    scene = _Scene(text, ordered, [m.start for m in ordered], sentences, kinds)
    known: list[Attribution] = []
    for attribution in attributions:
        known.append(replace(attribution, speakers=scene.speakers(attribution, known)))
    return tuple(known)


@dataclass(frozen=True, slots=True)
class _Scene:
    """A text with its mentions, for looking up who is meant where."""

    text: str
    mentions: Sequence[Mention]
    starts: Sequence[int]
    sentences: Sequence[Span]
    kinds: Mapping[str, ActorKind]

    def speakers(self, attribution: Attribution, known: Sequence[Attribution]) -> tuple[str, ...]:
        """The ids of who speaks; `known` are the attributions before it, with their speakers."""
        if attribution.source is None:
            return ()
        start, end = attribution.source
        word = self.text[start:end].lower()
        word = _OWNERS.get(word, word)
        inside = self._within(start, end)
        if vocabulary().has("subject_pronouns", word) and not inside:
            return self._antecedent(word, start, known)
        heads = [m for m in inside if self._speaks(m, attribution.source)]
        people = [m for m in heads if m.kind in _PERSONAL]
        if people:
            return self._joined(people)
        return self._named_later(word, end) or next((m.ids for m in heads), ())

    def _within(self, start: int, end: int) -> Sequence[Mention]:
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def _speaks(self, mention: Mention, source: Span) -> bool:
        """Whether the mention heads the source, or the source is a voice of what it names."""
        before = self.text[source[0] : mention.start]
        after = self.text[mention.end : source[1]]
        voice = _is_voice(before) or _is_voice(after)
        personal = mention.kind in _PERSONAL
        if personal and _belongs_to_other(before):
            return False
        if not personal and _OF.search(before):
            return voice
        if after.startswith(("'", "’")) or mention.rule.startswith("demonym"):
            return voice
        if mention.kind == "country" and after.strip() and not after.startswith((",", " and ")):
            return voice
        return True

    def _named_later(self, words: str, position: int) -> tuple[str, ...]:
        """Who `a spokesman` is, when the sentences behind name him (`spokesman Karl Brun`)."""
        title = next((w for w in words.split() if vocabulary().has("spokespeople", w)), None)
        for mention in self._within(position, position + _REACH):
            if title and mention.kind in _PERSONAL:
                named = self.text.endswith(f"{title} ", position, mention.start)
                return mention.ids if named else ()
        return ()

    def _joined(self, named: Sequence[Mention]) -> tuple[str, ...]:
        """The first actor, and those joined to it by `and`."""
        ids = list(named[0].ids)
        for left, right in pairwise(named):
            between = self.text[left.end : right.start]
            if not _AND.search(between) or _OF.search(between) or len(between) > _LONGEST_JOINT:
                break
            ids.extend(i for i in right.ids if i not in ids)
        return tuple(ids)

    def _antecedent(
        self, word: str, position: int, known: Sequence[Attribution]
    ) -> tuple[str, ...]:
        """Whom a pronoun stands for: whoever fits in the nearest sentence before it."""
        if word in {"who", "which"}:
            return self._just_before(position)
        here = bisect_right(self.sentences, (position, len(self.text))) - 1
        for number in range(here, max(-1, here - _SENTENCES_BACK), -1):
            start, end = self.sentences[number]
            reach = max(start, position - _REACH), min(end, position)
            fitting = self._fitting(word, reach, known)
            if fitting:
                return fitting
        return ()

    def _just_before(self, position: int) -> tuple[str, ...]:
        """Whom a relative pronoun refers to: the actor named right before it, if one is."""
        number = bisect_left(self.starts, position) - 1
        if number < 0:
            return ()
        between = self.text[self.mentions[number].end : position]
        return self.mentions[number].ids if between.strip() in {"", ","} else ()

    def _fitting(self, word: str, span: Span, known: Sequence[Attribution]) -> tuple[str, ...]:
        """Who fits the pronoun in a stretch of text: its last speaker, else the first named."""
        for attribution in reversed(known):
            if attribution.cue[0] < span[0]:
                break
            if attribution.cue[0] < span[1] and self._fits(word, attribution.speakers):
                return attribution.speakers
        named = self._within(*span)
        if word == "they" and named and len(pair := self._joined(named)) > 1:
            return pair
        return next((m.ids for m in named if self._fits(word, m.ids)), ())

    def _fits(self, word: str, ids: Sequence[str]) -> bool:
        if word == "they":
            return len(ids) > 1
        if len(ids) != 1:
            return False
        personal = self.kinds[ids[0]] in _PERSONAL
        return (personal and word in _SINGULAR) or (not personal and word == "it")


def _belongs_to_other(before: str) -> bool:
    """Whether a person's name, with these words before it, is only somebody else's attribute:
    `an aide to X`; not `a spokesman for the ministry, X`, nor `Secretary of State X`."""
    own = _NEW_NAME.split(before)[-1]
    if not _OF.search(own):
        return False
    words = own.lower().split()
    return not (words and vocabulary().has("title_ends", words[-1]))


def _is_voice(words: str) -> bool:
    return any(vocabulary().has("voices", word.strip(".")) for word in _WORD.findall(words.lower()))
