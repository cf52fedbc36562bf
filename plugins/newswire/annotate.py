"""A dispatch with its annotations: `RULES`, read from top to bottom.

Each rule sees what those above it found and adds its own, never over what is there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from newswire.actors.matcher import find_names
from newswire.actors.registry import Registry, load_registry
from newswire.actors.surnames import find_surnames
from newswire.formats import read
from newswire.formats.agencies import Agencies, load_agencies
from newswire.lang.en import sentences
from newswire.lang.en.attributions import find_attributions
from newswire.lang.en.events import find_events
from newswire.lang.en.groups import find_groups
from newswire.lang.en.offices import find_titles
from newswire.lang.en.people import find_people
from newswire.lang.en.times import find_times
from newswire.model import Dispatch, Document, Mention, Timex

Spanned = TypeVar("Spanned", Mention, Timex)

PARAGRAPH_BREAK = "\n\n"
WHOLE_DATE = 10  # characters of YYYY-MM-DD


@dataclass(frozen=True, slots=True)
class Context:
    """What rules may ask of the world: the actors and the agencies."""

    registry: Registry
    agencies: Agencies


def load_context(actor_files: Sequence[Path] = (), cache_dir: Path | None = None) -> Context:
    """The packaged data with a site's own actors. Raises `Problems` when any of it is broken."""
    cache = cache_dir / "registry" if cache_dir else None
    return Context(load_registry(actor_files, cache), load_agencies())


def annotate_seed(data: bytes, source: str, context: Context) -> list[Document]:
    """Every story of a raw file, annotated. Raises `FormatError`."""
    return [annotate(dispatch, context) for dispatch in read(data, source, context.agencies)]


def annotate(dispatch: Dispatch, context: Context) -> Document:
    """The dispatch with everything that the rules find in it."""
    document = Document(dispatch)
    for _, rule in RULES:
        document = rule(document, context)
    return document


def anchor_of(dispatch: Dispatch) -> date | None:
    """The day that relative dates count from: the dispatch's own, never today."""
    try:
        return date.fromisoformat((dispatch.published or "")[:WHOLE_DATE])
    except ValueError:
        return None


Finder = Callable[[str, Sequence[Mention], Registry, date | None], Iterable[Mention]]


def mentions(document: Document, context: Context) -> Document:
    """Actors in headline and body, read as one: a headline's surname has its full name below."""
    headline = document.dispatch.headline or ""
    lead = headline + PARAGRAPH_BREAK if headline else ""
    found = _find_mentions(lead + document.body, context.registry, anchor_of(document.dispatch))
    return replace(
        document,
        headline_mentions=tuple(m for m in found if m.end <= len(headline)),
        mentions=tuple(_shifted(m, -len(lead)) for m in found if m.start >= len(lead)),
    )


def times(document: Document, context: Context) -> Document:
    """Time expressions, resolved against the dispatch's date."""
    found = find_times(document.body, anchor_of(document.dispatch))
    return replace(document, times=tuple(resolve_overlaps(found)))


def attributions(document: Document, context: Context) -> Document:
    """Statements and whose they are."""
    spans = sentences.split(document.body)
    return replace(
        document,
        attributions=tuple(find_attributions(document.body, document.mentions, spans)),
    )


def events(document: Document, context: Context) -> Document:
    """What happened when, and who did it to whom."""
    found = find_events(
        document.body,
        document.mentions,
        document.times,
        document.attributions,
        sentences.split(document.body),
        anchor_of(document.dispatch),
    )
    return replace(document, events=tuple(found))


Rule = Callable[[Document, Context], Document]

RULES: tuple[tuple[str, Rule], ...] = (
    ("mentions", mentions),
    ("times", times),
    ("attributions", attributions),
    ("events", events),
)

FINDERS: tuple[tuple[str, Finder], ...] = (
    ("people", find_people),
    ("surnames", find_surnames),
    ("titles", find_titles),
    ("groups", find_groups),
)


def _find_mentions(text: str, registry: Registry, on: date | None) -> list[Mention]:
    found: list[Mention] = list(find_names(text, registry, on))
    for _, finder in FINDERS:
        found = resolve_overlaps([*found, *finder(text, found, registry, on)])
    return found


def resolve_overlaps(spans: Iterable[Spanned]) -> list[Spanned]:
    """Of annotations that overlap the longest, of equal ones the first; in order of their start."""
    kept: list[Spanned] = []
    taken: set[int] = set()
    for span in sorted(spans, key=lambda span: span.start - span.end):
        covered = range(span.start, span.end)
        if taken.isdisjoint(covered):
            taken.update(covered)
            kept.append(span)
    return sorted(kept, key=lambda span: span.start)


def _shifted(mention: Mention, offset: int) -> Mention:
    return replace(mention, start=mention.start + offset, end=mention.end + offset)
