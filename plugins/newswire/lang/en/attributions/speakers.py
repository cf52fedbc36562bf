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
_RELATIVES = frozenset(["who", "which"])
_PERSONAL = frozenset(["leader", "person"])
_ASIDE = re.compile(r", (?:who|which|whose|whom|[a-z]+ed by)\b")
"""Opens what is told of a source beside its name, with names of others: `X, which supplies Y`."""
_LINK = re.compile(r"(?:,| and|, and) (?:the )?")
_TITLED = re.compile(r", (?:[A-Z][\w.-]*,? )+")
"""Between two names of a list that ends in `and`: `X, Italian Prime Minister Y and Z`."""
_ENDS_OWNED = re.compile(r",| (?:and|of|in|at|for|to|from)\b")
_GROUP = re.compile(r"(?:the(?: two| three)?|both|all) \w+")
_DESCRIBED = re.compile(r"the (?:\d+-year-old|former) [\w -]*[^\Ws]")
"""One person by age or past: `the 40-year-old`, `the former history professor`; no plural."""
_SEATED = re.compile(
    r"the [a-z][a-z. ]+ (?:republican|democrat|senator|(?:congress|assembly)(?:wo)?man|lawmaker)"
)
"""A legislator by the place or party of the seat."""
_UNNAMED = re.compile(r"(?:[Aa]n?|[Oo]ne) |(?!The\b)(?:[A-Z][\w.-]* )*[A-Z][\w.-]+ [A-Z][\w-]+\Z")
"""A source that is nobody listed: `a diplomat`, `Judge Lena Brandt`."""
_FOLLOWER = re.compile(r" ([A-Za-z]+)")
_NOT_DESCRIBED = ("prepositions", "time_words", "adverbs", "auxiliaries", "loose", "relatives")
"""Classes of words behind a country that is not an attribute of them."""
_SENTENCES_BACK = 4
"""Sentences, its own included, in which a pronoun looks for its antecedent."""
_SENTENCES_BACK_OF_IT = 2
"""`It` takes up the sentence before, whose subject may well be no actor."""
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
        start, end = self._without_aside(attribution.source)
        word = self.text[start:end].lower()
        word = _OWNERS.get(word, word)
        inside = self._within(start, end)
        if word in _RELATIVES and not inside:
            return self._just_before(start)
        opens = min((start, *(first for first, _ in attribution.content)))
        if vocabulary().has("subject_pronouns", word) and not inside:
            return self._antecedent(word, opens, known)
        if _is_individual(word, inside):
            return self._antecedent("he", opens, known)
        if not inside:
            return self._named_later(word, end) or self._told_of(word, opens, known)
        heads = [m for m in inside if self._speaks(m, (start, end))]
        people = [m for m in heads if m.kind in _PERSONAL]
        if people:
            return self._joined(people)
        return self._named_later(word, end) or self._joined(heads)

    def _without_aside(self, source: Span) -> Span:
        """A source up to the clause about it, where somebody is named before that clause."""
        start, end = source
        aside = _ASIDE.search(self.text, start, end)
        return (start, aside.start()) if aside and self._within(start, aside.start()) else source

    def _told_of(self, word: str, start: int, known: Sequence[Attribution]) -> tuple[str, ...]:
        """Whom words without a name take up: `its ministry` a country, `the ministry` one that
        spoke before, `the two ministers` people named together, `the 40-year-old lawyer` one."""
        article, _, head = word.partition(" ")
        if _DESCRIBED.fullmatch(word):
            return self._antecedent("he", start, known)
        owner = _OWNERS.get(article)
        if owner and _is_voice(head):
            return self._antecedent(owner, start, known)
        last = word.rpartition(" ")[2]
        if _GROUP.fullmatch(word) and vocabulary().has("groups", last):
            return self._repeated(last, start, known) or self._antecedent("they", start, known)
        if article != "the" or not _is_voice(head) or " " in head:
            return ()
        return self._repeated(head, start, known)

    def _repeated(self, head: str, start: int, known: Sequence[Attribution]) -> tuple[str, ...]:
        """Who last spoke under this word, a few sentences before."""
        first = self._sentence_of(start) - _SENTENCES_BACK
        for earlier in reversed(known):
            if earlier.source is None or self._sentence_of(earlier.cue[0]) < first:
                continue
            if head in _WORD.findall(self.text[slice(*earlier.source)].lower()):
                return earlier.speakers
        return ()

    def _sentence_of(self, position: int) -> int:
        return bisect_right(self.sentences, (position, len(self.text))) - 1

    def _within(self, start: int, end: int) -> Sequence[Mention]:
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def _speaks(self, mention: Mention, source: Span) -> bool:
        """Whether the mention heads the source, or the source is a voice of what it names."""
        before = self.text[source[0] : mention.start]
        after = self.text[mention.end : source[1]]
        if after.startswith(("'", "’")):
            if self._owns_speaker(mention, source):
                return False
            owned = _ENDS_OWNED.split(after[2:].lstrip(), maxsplit=1)[0]
            return _is_voice(owned, "own_voices" if mention.kind in _PERSONAL else "voices")
        if before.endswith("(") and after.startswith(")"):
            return True
        voice = _is_voice(before) or _is_voice(after.partition(",")[0])
        personal = mention.kind in _PERSONAL
        if personal and _belongs_to_other(before) and not self._ends_title(mention):
            return False
        if not personal and _OF.search(before):
            return voice
        if mention.rule.startswith("demonym"):
            return voice
        if mention.kind == "country" and after.strip() and not after.startswith((",", " and ")):
            return voice
        return True

    def _ends_title(self, mention: Mention) -> bool:
        """Whether a place or body stands right before a name, as the end of its title: `envoy to
        the Northern Union X`."""
        number = bisect_left(self.starts, mention.start) - 1
        if number < 0 or self.mentions[number].rule.startswith("demonym"):
            return False
        return self.text[self.mentions[number].end : mention.start] == " "

    def _owns_speaker(self, mention: Mention, source: Span) -> bool:
        """Whether who belongs to a person is named as well: `X's spokesman Y`."""
        end = _AND.search(self.text, mention.end, source[1])
        owned = self._within(mention.end, end.start() if end else source[1])
        return mention.kind in _PERSONAL and any(m.kind in _PERSONAL for m in owned)

    def _named_later(self, words: str, position: int) -> tuple[str, ...]:
        """Who `a spokesman` is, when the sentences behind name him (`spokesman Karl Brun`)."""
        title = next((w for w in words.split() if vocabulary().has("spokespeople", w)), None)
        for mention in self._within(position, position + _REACH):
            if title and mention.kind in _PERSONAL:
                named = self.text.endswith(f"{title} ", position, mention.start)
                return mention.ids if named else ()
        return ()

    def _joined(self, named: Sequence[Mention]) -> tuple[str, ...]:
        """The first actor, and those joined to it by `and`, or by commas in a list."""
        ids = list(named[0].ids) if named else []
        is_list = bool(named) and (
            _AND.search(self.text, named[0].end, named[-1].start) is not None
            or self.text.startswith(" and ", named[-1].end)
        )
        for left, right in pairwise(named):
            if not self._is_joint(self.text[left.end : right.start], is_list):
                break
            ids.extend(i for i in right.ids if i not in ids)
        return tuple(ids)

    def _is_joint(self, between: str, is_list: bool) -> bool:
        """Whether the words between two names make them one subject."""
        if _LINK.fullmatch(between) or (is_list and _TITLED.fullmatch(between)):
            return is_list
        joined = _AND.search(between) and not _OF.search(between)
        return bool(joined) and len(between) <= _LONGEST_JOINT

    def _antecedent(
        self, word: str, position: int, known: Sequence[Attribution]
    ) -> tuple[str, ...]:
        """Whom a pronoun stands for: whoever fits in the nearest sentence before it.

        `position` is where what the pronoun says begins, since nobody named within it says it:
        `"X must go," he said`.
        """
        here = self._sentence_of(position)
        back = _SENTENCES_BACK if word != "it" else _SENTENCES_BACK_OF_IT
        for number in range(here, max(-1, here - back), -1):
            start, end = self.sentences[number]
            reach = max(start, position - _REACH), min(end, position)
            fitting = self._fitting(word, reach, known)
            if fitting or self._is_of_unnamed(word, reach, known):
                return fitting
        return ()

    def _is_of_unnamed(self, word: str, span: Span, known: Sequence[Attribution]) -> bool:
        """Whether the last to speak in a stretch was somebody who is no known actor."""
        inside = (a for a in reversed(known) if span[0] <= a.cue[0] < span[1] and a.source)
        last = next(inside, None)
        if word == "they" or last is None or last.source is None or last.speakers:
            return False
        return _UNNAMED.match(self.text[slice(*last.source)]) is not None

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
        if self._is_of_unnamed(word, span, known):
            return ()
        named = self._within(*span)
        if word == "they":
            pair = self._together(named)
            if len(pair) > 1:
                return pair
        return next((m.ids for m in named if self._may_be(word, m, span)), ())

    def _together(self, named: Sequence[Mention]) -> tuple[str, ...]:
        """Two or more of one kind who are one subject; the country of a title is none of them."""
        people = [mention for mention in named if mention.kind in _PERSONAL]
        return self._joined(people if len(people) > 1 else named)

    def _may_be(self, word: str, mention: Mention, span: Span) -> bool:
        """Whether a pronoun can stand for somebody named in a stretch of text before it.

        It takes up the subject, named before the verb: not `Text T repeats what X wrote. It says`.
        Where the pronoun itself stands before the name, the two differ: `Asked what he owed X`.
        """
        if not self._fits(word, mention.ids):
            return False
        before = _WORD.findall(self.text[span[0] : mention.start])
        if word == "it":
            if mention.kind == "country" and self._is_attribute(mention):
                return False
            return not any(vocabulary().is_finite(w) for w in before if w.islower())
        return word not in before

    def _is_attribute(self, mention: Mention) -> bool:
        """Whether a country only describes what follows: `the U.S. envoy`, `Sudrian farmers`."""
        follower = _FOLLOWER.match(self.text, mention.end)
        if follower is None:
            return False
        word = follower[1].lower()
        return not vocabulary().is_finite(word) and not any(
            vocabulary().has(name, word) for name in _NOT_DESCRIBED
        )

    def _fits(self, word: str, ids: Sequence[str]) -> bool:
        if word == "they":
            return len(ids) > 1
        if len(ids) != 1:
            return False
        personal = self.kinds[ids[0]] in _PERSONAL
        return (personal and word in _SINGULAR) or (not personal and word == "it")


def _is_individual(words: str, inside: Sequence[Mention]) -> bool:
    """Whether a source is one person by trade and nation: `the Algerian diplomat`; or by seat:
    `the Ohio Republican`."""
    if _SEATED.fullmatch(words):
        return True
    trade = words.startswith("the ") and vocabulary().has("trades", words.rpartition(" ")[2])
    return trade and len(inside) == 1 and inside[0].rule.startswith("demonym")


def _belongs_to_other(before: str) -> bool:
    """Whether a person's name, with these words before it, is only somebody else's attribute:
    `an aide to X`; not `a spokesman for the ministry, X`, nor `Secretary of State X`."""
    own = _NEW_NAME.split(before)[-1]
    if not _OF.search(own):
        return False
    words = own.lower().split()
    return not (words and vocabulary().has("title_ends", words[-1]))


def _is_voice(words: str, which: str = "voices") -> bool:
    return any(vocabulary().has(which, word.strip(".")) for word in _WORD.findall(words.lower()))
