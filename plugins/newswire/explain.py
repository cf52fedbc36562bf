"""Why each annotation is there: the rule that made it and the evidence that it kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from newswire.actors.registry import Registry
from newswire.actors.surnames import find_untold
from newswire.annotate import anchor_of
from newswire.ingest.compose import story_of
from newswire.markup import Story
from newswire.model import Document, Span

EXCERPT = 60


@dataclass(frozen=True, slots=True)
class Reason:
    """One annotation explained: where in the body, its words, what they stand for, and why."""

    span: Span
    words: str
    meaning: str
    rule: str


def reasons(document: Document, registry: Registry) -> list[Reason]:
    """Every annotation of a document in reading order."""
    found = [
        *_mentions(document, registry),
        *_times(document),
        *_attributions(document),
        *_events(document),
        *_untold(document, registry),
    ]
    return sorted(found, key=lambda reason: reason.span)


def edits(document: Document, story: Story) -> tuple[list[str], list[str]]:
    """The tags of the Markdown that annotating its raw file does not give, and the other way
    round: what a person wrote or took out, or other rules had made."""
    made = story_of(document, "")
    ours, theirs = _tags(made), _tags(story)
    return list((theirs - ours).elements()), list((ours - theirs).elements())


def _tags(story: Story) -> Counter[str]:
    return Counter(
        f"[{_excerpt(story.body[tag.start : tag.end])}]({{{tag.kind}}}{','.join(tag.targets)})"
        for tag in story.tags
    )


def _mentions(document: Document, registry: Registry) -> Iterator[Reason]:
    for mention in document.mentions:
        actors = (registry.get(actor) for actor in mention.ids)
        names = ", ".join(
            f"{actor.name} ({identity})" if actor else identity
            for actor, identity in zip(actors, mention.ids, strict=True)
        )
        yield _reason(
            document, (mention.start, mention.end), f"{mention.kind} {names}", mention.rule
        )


def _times(document: Document) -> Iterator[Reason]:
    anchor = document.dispatch.published or document.dispatch.published_partial or "no date"
    for timex in document.times:
        meaning = f"{timex.type} {timex.value}" + (f" = {timex.edtf}" if timex.edtf else "")
        yield _reason(
            document, (timex.start, timex.end), meaning, f"{timex.rule}, counted from {anchor}"
        )


def _attributions(document: Document) -> Iterator[Reason]:
    for attribution in document.attributions:
        speakers = ", ".join(attribution.speakers) or "an unnamed source"
        content = " … ".join(document.body[start:end] for start, end in attribution.content)
        meaning = f"{attribution.form} statement of {speakers}: {_excerpt(content)}"
        yield _reason(document, attribution.cue, meaning, attribution.rule)


def _events(document: Document) -> Iterator[Reason]:
    for event in document.events:
        who = ", ".join(event.actors) or "nobody named"
        meaning = f"event of {event.date}, {event.type or 'no type'}, {who}"
        yield _reason(document, (event.start, event.end), meaning, event.rule)


def _untold(document: Document, registry: Registry) -> Iterator[Reason]:
    """Surnames that are nobody's because they may be several people's."""
    anchor = anchor_of(document.dispatch)
    for untold in find_untold(document.body, document.mentions, registry, anchor):
        candidates = ", ".join(untold.candidates)
        yield _reason(
            document, (untold.start, untold.end), "left untagged", f"may be any of {candidates}"
        )


def _reason(document: Document, span: Span, meaning: str, rule: str) -> Reason:
    return Reason(span, _excerpt(document.body[slice(*span)]), meaning, rule)


def _excerpt(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= EXCERPT else flat[: EXCERPT - 1] + "…"
