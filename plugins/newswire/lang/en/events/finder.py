"""From sentences to events: date, type and actors of each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice

from newswire.lang.en.attributions.tokens import Token, tokenise
from newswire.lang.en.attributions.unit import Unit
from newswire.lang.en.attributions.vocabulary import vocabulary
from newswire.lang.en.capitals import in_sentence_case
from newswire.lang.en.events.actors import ids_of, order_actors
from newswire.lang.en.events.dating import UNKNOWN, Dated, date_parts, news_day, tells_past
from newswire.lang.en.events.lexicon import lexicon
from newswire.lang.en.events.types import find_trigger
from newswire.model import Attribution, Event, Mention, Span, Timex

STATEMENT = "STATEMENT"
_TOP = 8
"""Sentences without a date that are news of the day: a dispatch tells the newest first."""
_LONGEST_SENTENCE = 200
"""Tokens in which the deciding phrase of a sentence is sought."""
_MOST_REPORTERS = 12


def find_events(
    text: str,
    mentions: Sequence[Mention],
    times: Sequence[Timex],
    attributions: Sequence[Attribution],
    sentences: Sequence[Span],
    anchor: date | None,
) -> tuple[Event, ...]:
    """The events of `text`, in order of their spans.

    `anchor` is the dispatch's own date. `Event.rule` begins with `dated:` where a time expression
    gives the date, with `anchor:` where only the dispatch's date or the day that its lede names
    does, and with `undated:` where nothing does (`XXXX-XX-XX`).
    """
    story = _Story(
        in_sentence_case(text, mentions, sentences),
        sorted(mentions, key=lambda m: m.start),
        sorted(times, key=lambda t: t.start),
        sorted(attributions, key=lambda a: a.cue),
        anchor,
    )
    parts = [story.dated(sentence) for sentence in sentences]
    bare = (s for s, dated in zip(sentences, parts, strict=True) if not dated)
    day = news_day(parts, anchor)
    fresh = islice((d for s in bare if (d := story.undated(s, day)) is not None), _TOP)
    told = sorted([*chain.from_iterable(parts), *fresh], key=lambda part: part.span)
    return tuple(story.event(part) for part in told)


@dataclass(frozen=True, slots=True)
class _Story:
    """A text with its annotations in order, for looking up what lies in a span."""

    text: str
    mentions: Sequence[Mention]
    times: Sequence[Timex]
    said: Sequence[Attribution]
    anchor: date | None

    def dated(self, sentence: Span) -> tuple[Dated, ...]:
        """The parts of a sentence that time expressions date."""
        first = bisect_left(self.times, sentence[0], key=lambda t: t.start)
        last = bisect_left(self.times, sentence[1], key=lambda t: t.start)
        return date_parts(self.text, sentence, self.times[first:last], self.anchor)

    def undated(self, sentence: Span, day: str | None) -> Dated | None:
        """What a sentence without a date tells in a past tense is news of the dispatch's day."""
        if not tells_past(tokenise(self.text, sentence)):
            return None
        if day is not None:
            return Dated(sentence, day, "anchor:lede")
        if self.anchor is None:
            return Dated(sentence, UNKNOWN, "undated:past")
        return Dated(sentence, self.anchor.isoformat(), "anchor:past")

    def event(self, part: Dated) -> Event:
        """The event that a dated part of a sentence tells."""
        start, end = part.span
        named = self._named(start, end)
        said = self._statements(start, end)
        tokens = tokenise(self.text, part.span)[:_LONGEST_SENTENCE]
        unit = Unit(tokens, vocabulary(), {m.start: m.end for m in named})
        behind = (a for a in said if a.content[0] < a.cue and a.form != "direct")
        reporters = [_reporter(a, part.span) for a in islice(behind, _MOST_REPORTERS)]
        sources = [a.source for a in islice(said, _MOST_REPORTERS) if a.source is not None]
        trigger = find_trigger(tokens, lexicon(), _inside(tokens, [*reporters, *sources]))
        speakers = [i for attribution in said for i in attribution.speakers]
        if trigger is None:
            actors = (*speakers, *ids_of(named))
        else:
            actors = order_actors(unit, trigger, named, reporters)
            actors = (*speakers, *actors) if trigger.demanded else actors
        kind = trigger.type if trigger else STATEMENT if said else None
        return Event(start, end, part.date, tuple(dict.fromkeys(actors)), kind, part.rule)

    def _named(self, start: int, end: int) -> Sequence[Mention]:
        first = bisect_left(self.mentions, start, key=lambda m: m.start)
        last = bisect_left(self.mentions, end, key=lambda m: m.start)
        return self.mentions[first:last]

    def _statements(self, start: int, end: int) -> Sequence[Attribution]:
        first = bisect_left(self.said, (start, start), key=lambda a: a.cue)
        last = bisect_left(self.said, (end, end), key=lambda a: a.cue)
        return self.said[first:last]


def _reporter(attribution: Attribution, sentence: Span) -> Span:
    """The words of a sentence that only say whose the news is."""
    source = attribution.source or attribution.cue
    start, end = min(source[0], attribution.cue[0]), max(source[1], attribution.cue[1])
    return max(start, sentence[0]), min(end, sentence[1])


def _inside(tokens: Sequence[Token], spans: Sequence[Span]) -> frozenset[int]:
    return frozenset(i for i, t in enumerate(tokens) if any(a <= t.start < b for a, b in spans))
