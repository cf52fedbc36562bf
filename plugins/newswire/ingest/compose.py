"""A document as the story that an editor gets: header, tags, timeline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from newswire.lang.en import sentences
from newswire.markup import Entry, Header, Story, Tag
from newswire.model import Dispatch, Document, Event, Mention, Span
from newswire.slugs import slugify

SLUG_LENGTH = 80
SUMMARY_LENGTH = 400
MAIN_ACTORS = 6
WHOLE_DATE = re.compile(r"\d{4}-\d\d-\d\d")

# How much a mention says about what a story is about, by where it stands.
LEDE_WEIGHT, BODY_WEIGHT = 3, 1
NAMED_OFTEN = 3


def story_of(document: Document, slug: str) -> Story:
    """The story to store. `slug` is the address that it has or shall have."""
    tags = _tags(document)
    return Story(_header(document, slug), document.body, tags, _timeline(document))


def source_of(dispatch: Dispatch) -> str:
    """The `Source:` value: the seed's path, with the story's number where it is not the first."""
    return dispatch.source if dispatch.story == 1 else f"{dispatch.source}#{dispatch.story}"


def slug_of(dispatch: Dispatch) -> str:
    """An address from the headline, else from the seed's name."""
    words = slugify(dispatch.headline or "") or slugify(PurePosixPath(dispatch.source).stem)
    if len(words) > SLUG_LENGTH:
        words = words[: SLUG_LENGTH + 1].rpartition("-")[0] or words[:SLUG_LENGTH]
    return words or "dispatch"


def day_of(dispatch: Dispatch) -> str | None:
    """The dispatch's day, `YYYY-MM-DD`, where the text gives a whole date."""
    match = WHOLE_DATE.match(dispatch.published or "")
    return match[0] if match else None


def missing_of(dispatch: Dispatch) -> list[str]:
    """What a dispatch lacks to be published."""
    found = {
        "headline": dispatch.headline,
        "date": day_of(dispatch),
        "text": dispatch.body or dispatch.killed,
    }
    return [name for name, value in found.items() if not value]


def main_actors(document: Document) -> list[str]:
    """Ids of those whom the story is about: the headline's in its order, then the most named."""
    lede_end = document.body.find("\n\n") % (len(document.body) + 1)
    scores: Counter[str] = Counter()
    for mention in document.mentions:
        weight = LEDE_WEIGHT if mention.start < lede_end else BODY_WEIGHT
        scores.update(dict.fromkeys(_registered(mention), weight))
    in_headline = [actor for m in document.headline_mentions for actor in _registered(m)]
    often = [actor for actor, score in scores.most_common() if score >= NAMED_OFTEN]
    named = [actor for actor in (*in_headline, *often) if actor in scores]
    return list(dict.fromkeys(named))[:MAIN_ACTORS]


def _registered(mention: Mention) -> tuple[str, ...]:
    return () if mention.kind == "person" else mention.ids


def _header(document: Document, slug: str) -> Header:
    dispatch = document.dispatch
    missing = missing_of(dispatch)
    fields = {
        "Title": dispatch.headline or f"Untitled dispatch ({PurePosixPath(dispatch.source).name})",
        "Date": _date(dispatch),
        "Published": None if day_of(dispatch) else dispatch.published or dispatch.published_partial,
        "Status": "draft" if missing else None,
        "Missing": ", ".join(missing),
        "Slug": slug,
        "Category": dispatch.section,
        "Summary": _summary(dispatch.body),
        "Agency": dispatch.agency.name if dispatch.agency else None,
        "Byline": dispatch.byline,
        "Dateline": _place(dispatch),
        "About": ", ".join(main_actors(document)),
        "Version": dispatch.version,
        "Correction": dispatch.correction,
        "Killed": "yes" if dispatch.killed else None,
        "Embargo": dispatch.embargo,
        "Rights": dispatch.rights,
        "Url": dispatch.url,
        "Slugline": dispatch.slug,
        "Source": source_of(dispatch),
    }
    return tuple((key, " ".join(value.split())) for key, value in fields.items() if value)


def _date(dispatch: Dispatch) -> str | None:
    """`2012-06-19 10:39+04:00`: the stated time, with the offset that is stated or follows."""
    if day_of(dispatch) is None:
        return None
    published = str(dispatch.published).replace("T", " ").replace("Z", "+00:00")
    has_time = " " in published
    has_offset = re.search(r"[+-]\d\d:?\d\d$", published[10:]) is not None
    if has_time and not has_offset and dispatch.published_zone:
        published += dispatch.published_zone.offset
    return published


def _place(dispatch: Dispatch) -> str | None:
    return (dispatch.dateline.place or dispatch.dateline.text) if dispatch.dateline else None


def _summary(body: str) -> str:
    lede = " ".join(body.partition("\n\n")[0].split())
    if len(lede) <= SUMMARY_LENGTH:
        return lede
    return lede[:SUMMARY_LENGTH].rpartition(" ")[0] + " …"


def _tags(document: Document) -> tuple[Tag, ...]:
    """Actors, dates and cues as tags; where two overlap, the earlier kind in that order stays."""
    tags = [Tag(m.start, m.end, m.kind, m.ids) for m in document.mentions]
    tags += [Tag(t.start, t.end, "date", (t.edtf,)) for t in document.times if t.edtf]
    tags += [Tag(*a.cue, "by", a.speakers) for a in document.attributions]
    return _without_overlaps(
        tag for tag in tags if "\n\n" not in document.body[tag.start : tag.end]
    )


def _without_overlaps(tags: Iterable[Tag]) -> tuple[Tag, ...]:
    taken: set[int] = set()
    kept: list[Tag] = []
    for tag in tags:
        span = range(tag.start, tag.end)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(tag)
    return tuple(sorted(kept, key=lambda tag: tag.start))


def _timeline(document: Document) -> tuple[Entry, ...]:
    """One entry a date and sentence, in order of time; dates that the text itself gives."""
    spans = sentences.split(document.body)
    dated = {
        (event.date, _sentence_of(event, spans))
        for event in document.events
        if event.rule.startswith("dated")
    }
    return tuple(_entry(document, date, span) for date, span in sorted(dated))


def _sentence_of(event: Event, spans: Sequence[Span]) -> Span:
    """The whole sentence of an event, which may be told by one clause of it."""
    return next((s for s in spans if s[0] <= event.start < s[1]), (event.start, event.end))


def _entry(document: Document, date: str, span: Span) -> Entry:
    start, end = span
    inside = [m for m in document.mentions if start <= m.start and m.end <= end]
    return Entry(date, document.body[start:end].replace("\n", " "), _shifted(inside, start))


def _shifted(mentions: Sequence[Mention], start: int) -> tuple[Tag, ...]:
    tags = (Tag(m.start - start, m.end - start, m.kind, m.ids) for m in mentions)
    return _without_overlaps(tags)
