"""From a stored story back to a document: what is derived anew at each build.

Stored are the tags and the timeline, which a person may have corrected; they are the truth.
Derived are a statement's source, content and form, and an event's type and who did it to whom.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from newswire.lang.en import sentences
from newswire.lang.en.attributions import find_attributions
from newswire.lang.en.events import find_events
from newswire.markup import ACTOR_KINDS, Entry, Story, Tag
from newswire.model import Attribution, Event, Mention, Span, Timex

STORED = "stored"


@dataclass(frozen=True, slots=True)
class DatedEntry:
    """A timeline entry with its sentence in the body, if it still stands there, its PLOVER type
    and its actors, who did it first."""

    entry: Entry
    span: Span | None
    type: str | None
    actors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Derived:
    """A stored story with what follows from it."""

    story: Story
    sentences: tuple[Span, ...]
    attributions: tuple[Attribution, ...]
    entries: tuple[DatedEntry, ...]


Derive = Callable[[Story, date | None], Derived]


def derive(story: Story, anchor: date | None) -> Derived:
    """What follows from a story; `anchor` is the dispatch's day."""
    mentions = tuple(_mention(tag) for tag in story.tags if tag.kind in ACTOR_KINDS)
    times = tuple(_timex(tag) for tag in story.tags if tag.kind == "date")
    spans = tuple(sentences.split(story.body))
    attributions = _attributions(story, mentions, spans)
    found = find_events(story.body, mentions, times, attributions, spans, anchor)
    entries = tuple(_dated(entry, story.body, found) for entry in story.timeline)
    return Derived(story, spans, attributions, entries)


def _mention(tag: Tag) -> Mention:
    return Mention(tag.start, tag.end, tag.kind, tag.targets, STORED)  # type: ignore[arg-type]


def _timex(tag: Tag) -> Timex:
    value = tag.targets[0]
    kind = "DURATION" if value.startswith("P") else "DATE"
    return Timex(tag.start, tag.end, kind, value, value, STORED)  # type: ignore[arg-type]


def _attributions(
    story: Story, mentions: Sequence[Mention], spans: Sequence[Span]
) -> tuple[Attribution, ...]:
    """The statements of each stored cue, their speakers as stored."""
    found = find_attributions(story.body, mentions, spans)
    cues = [tag for tag in story.tags if tag.kind == "by"]
    return tuple(each for cue in cues for each in _of_cue(cue, found, spans))


def _of_cue(
    cue: Tag, found: Iterable[Attribution], spans: Sequence[Span]
) -> tuple[Attribution, ...]:
    """A cue makes one statement, or several where a quotation goes on over paragraphs."""
    place = (cue.start, cue.end)
    seen = [replace(a, speakers=cue.targets) for a in found if _overlap(place, a.cue)]
    if seen:
        return tuple(seen)
    # A cue that only a person saw: the statement is what follows it in its sentence.
    start, end = next((s for s in spans if s[0] <= cue.start < s[1]), place)
    content = (cue.end, end) if cue.end < end else (start, end)
    return (Attribution(place, None, cue.targets, (content,), "indirect", STORED),)


def _dated(entry: Entry, body: str, found: Iterable[Event]) -> DatedEntry:
    """An entry with the type and the actors' order of the event that its sentence tells."""
    named = tuple(dict.fromkeys(target for tag in entry.tags for target in tag.targets))
    start = body.replace("\n", " ").find(entry.text)
    if start < 0:
        return DatedEntry(entry, None, None, named)
    span = (start, start + len(entry.text))
    told = [event for event in found if _overlap(span, (event.start, event.end))]
    event = min(told, key=lambda event: event.date != entry.date, default=None)
    if event is None:
        return DatedEntry(entry, span, None, named)
    doers = tuple(actor for actor in event.actors if actor in named)
    others = tuple(actor for actor in named if actor not in doers)
    return DatedEntry(entry, span, event.type, (*doers, *others))


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
