"""One dispatch as readers see it: its text with marks, its events, its statements."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence, Set
from urllib.parse import quote

from markupsafe import Markup, escape

from newswire.derive import DatedEntry, Derive, derive
from newswire.ingest.sources import also_of, seed_of
from newswire.life import Article
from newswire.markup import ACTOR_KINDS, Tag, render
from newswire.model import Attribution, Span
from newswire.site.dates import moment_label, when_of
from newswire.site.marks import Marks, decorations, sentence_ids, short_hash
from newswire.site.periods import timeline_url
from newswire.site.rights import FULL, WITHDRAWN, visible
from newswire.site.views import ActorRef, DispatchView, EventView, Link, StatementView, When
from newswire.site.who import Who
from newswire.slugs import slugify

# An entry this many days older than its dispatch is background, not news.
BACKGROUND_AFTER = 45
CORRECTS = "This version corrects an earlier one."
EVENT_WORDS = {
    "AGREE": "Agreement",
    "CONSULT": "Talks",
    "SUPPORT": "Support",
    "CONCEDE": "Concession",
    "COOPERATE": "Cooperation",
    "AID": "Aid",
    "RETREAT": "Retreat",
    "REQUEST": "Appeal",
    "ACCUSE": "Accusation",
    "REJECT": "Rejection",
    "THREATEN": "Threat",
    "PROTEST": "Protest",
    "SANCTION": "Sanctions",
    "MOBILIZE": "Mobilisation",
    "COERCE": "Coercion",
    "ASSAULT": "Attack",
    "STATEMENT": "Statement",
}


def raw_url(seed: str) -> str:
    """Where a seed is published: as plain text whatever it is, so that no browser runs it."""
    ending = "" if seed.lower().endswith(".txt") else ".txt"
    return f"raw/{quote(seed)}{ending}"


class DispatchBuilder:
    """Makes the views of one dispatch, given who everyone is and how marks look.

    `shown` says how much of it readers may see; `listed` whether its events are on the timeline;
    `derive` tells what follows from it.
    """

    def __init__(
        self,
        article: Article,
        who: Who,
        marks: Marks,
        seeds: Set[str],
        *,
        shown: str = FULL,
        listed: bool = True,
        derive: Derive = derive,
    ) -> None:
        self.article = article
        self.seeds = seeds
        self.who = who
        self.marks = marks
        self.shown = shown
        self.listed = listed
        self.parsed = visible(article.parsed, shown)
        self.story = self.parsed.story
        self.derived = derive(self.story, article.day)
        self.ids = sentence_ids(self.story.body, self.derived.sentences)

    def view(self) -> DispatchView:
        """The dispatch with its timeline and statements; related ones come later."""
        fields = self.article.fields
        title = fields["Title"]
        agency, section = fields.get("Agency"), fields.get("Category")
        view = DispatchView(
            slug=fields["Slug"],
            title=title,
            title_html=escape(title),
            url=self.article.url,
            when=self._when(),
            time_label=self._time_label(),
            datetime=self._datetime(),
            summary=escape(fields.get("Summary", "") if self.story.body else ""),
            content=self.content(),
            agency=Link(agency, f"agencies/{slugify(agency)}/") if agency else None,
            section=Link(section, f"sections/{slugify(section)}/") if section else None,
            byline=fields.get("Byline"),
            place=fields.get("Dateline"),
            about=self._about(),
            actors=self._actors(),
            source_name=fields.get("Source"),
            source_url=self._raw_url(fields.get("Source", "")),
            original_url=_web_address(fields.get("Url", "")),
            version=fields.get("Version"),
            correction=_correction(fields.get("Correction")),
            killed=self.shown == WITHDRAWN,
            rights=self.shown,
            also=tuple(Link(source, self._raw_url(source) or "") for source in also_of(fields)),
        )
        view.timeline = [self._event(entry, view) for entry in self.derived.entries]
        view.statements = [self._statement(a, view) for a in self.derived.attributions]
        return view

    def content(self) -> Markup:
        html = render(self.parsed, self.marks.tag, decorations(self.ids))
        return Markup(html)

    def _raw_url(self, source: str) -> str | None:
        seed = seed_of(source)
        return raw_url(seed) if seed in self.seeds else None

    def _when(self) -> When:
        day = self.article.day or dt.date.min
        when = when_of(day.isoformat())
        assert when is not None  # an ISO day is EDTF
        return when

    def _time_label(self) -> str:
        if self.article.date is None:
            return self.article.fields.get("Published", "date unknown")
        return moment_label(self.article.date, self.article.states_time)

    def _datetime(self) -> str:
        moment = self.article.date
        if moment is None:
            return ""
        return (
            moment.isoformat(timespec="minutes") if self.article.states_time else str(moment.date())
        )

    def _about(self) -> tuple[ActorRef, ...]:
        named = [part.strip() for part in self.article.fields.get("About", "").split(",")]
        return self._refs([actor for actor in named if actor and self.shown != WITHDRAWN])

    def _actors(self) -> tuple[ActorRef, ...]:
        """All whom the dispatch names, also where its text may not be shown."""
        story = self.story if self.shown == WITHDRAWN else self.article.parsed.story
        return self._refs([t for tag in story.tags if tag.kind in ACTOR_KINDS for t in tag.targets])

    def _refs(self, actors: Sequence[str]) -> tuple[ActorRef, ...]:
        return tuple(self.who.ref(actor, self.article.day) for actor in dict.fromkeys(actors))

    def _event(self, dated: DatedEntry, view: DispatchView) -> EventView:
        entry = dated.entry
        when = when_of(entry.date) or view.when
        event_id = "e-" + short_hash(view.url, entry.date, entry.text)
        return EventView(
            id=event_id,
            when=self._linked(when),
            sentence=self.marks.sentence(entry.text, entry.tags),
            type=EVENT_WORDS.get(dated.type or ""),
            type_slug=(dated.type or "").lower() or None,
            actors=self._refs(dated.actors),
            background=(view.when.start - when.end).days > BACKGROUND_AFTER,
            url=view.url + self._anchor(dated.span),
            permalink=f"{timeline_url(when) if self.listed else view.url}#{event_id}",
            dispatch=view,
        )

    def _statement(self, attribution: Attribution, view: DispatchView) -> StatementView:
        body = self.story.body
        content = [body[start:end] for start, end in attribution.content]
        span = self._sentence_of(attribution.cue)
        inside = self._tags_in(span)
        source = attribution.source
        cue = body[attribution.cue[0] : attribution.cue[1]]
        return StatementView(
            id="q-" + short_hash(view.url, *content, str(attribution.cue[0])),
            speakers=self._refs(attribution.speakers),
            source_text=body[source[0] : source[1]] if source else None,
            cue=cue if any(map(str.isalpha, cue)) else "",
            form=attribution.form,
            content=" … ".join(" ".join(part.split()) for part in content),
            sentence=self.marks.sentence(body[span[0] : span[1]], inside),
            when=view.when,
            url=view.url + self._anchor(span),
            dispatch=view,
            named=frozenset(t for tag in inside if tag.kind != "by" for t in tag.targets)
            | frozenset(attribution.speakers),
        )

    def _linked(self, when: When) -> When:
        url = self.marks.day_url(when)
        return When(when.edtf, when.label, when.datetime, when.start, when.end, url)

    def _tags_in(self, span: Span) -> list[Tag]:
        """The tags of a sentence, dates apart, counted from its start."""
        start, end = span
        return [
            Tag(tag.start - start, tag.end - start, tag.kind, tag.targets)
            for tag in self.story.tags
            if start <= tag.start and tag.end <= end and tag.kind != "date"
        ]

    def _sentence_of(self, span: Span) -> Span:
        return next((s for s in self.ids if s[0] <= span[0] < s[1]), span)

    def _anchor(self, span: Span | None) -> str:
        """The fragment of the sentence that a span begins in."""
        if span is None:
            return ""
        anchor = self.ids.get(self._sentence_of(span))
        return f"#{anchor}" if anchor else ""


def _correction(stated: str | None) -> str | None:
    """What a correction says; a mark alone (`CORRECTED`) says only that there was one."""
    return CORRECTS if stated and stated.isalpha() else stated


def _web_address(url: str) -> str | None:
    """The address if it is one that a link may have: raw text may hold `javascript:`."""
    return url if url.startswith(("http://", "https://")) else None
