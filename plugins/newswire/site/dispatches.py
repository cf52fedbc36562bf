"""One dispatch as readers see it: its text with marks, its events, its statements."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

from markupsafe import Markup, escape

from newswire.derive import DatedEntry, Derived, derive
from newswire.ingest.compose import slugify
from newswire.markup import ACTOR_KINDS, Parsed, Tag, render
from newswire.model import Attribution, Span
from newswire.site.dates import moment_label, when_of
from newswire.site.marks import Marks, decorations, sentence_ids, short_hash
from newswire.site.periods import timeline_url
from newswire.site.views import ActorRef, DispatchView, EventView, Link, StatementView, When
from newswire.site.who import Who

# An entry this many days older than its dispatch is background, not news.
BACKGROUND_AFTER = 45
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


@dataclass(frozen=True)
class Article:
    """What the site needs of one dispatch's file. `date` is None for an undated draft."""

    parsed: Parsed
    date: dt.datetime | None
    url: str
    file: str

    @property
    def fields(self) -> dict[str, str]:
        return dict(self.parsed.story.header)

    @property
    def day(self) -> dt.date | None:
        return self.date.date() if self.date else None

    @cached_property
    def derived(self) -> Derived:
        return derive(self.parsed.story, self.day)


def raw_url(seed: str) -> str:
    """Where a seed is published: as plain text whatever it is, so that no browser runs it."""
    return f"raw/{quote(seed)}.txt"


class DispatchBuilder:
    """Makes the views of one dispatch, given who everyone is and how marks look."""

    def __init__(self, article: Article, who: Who, marks: Marks, seeds: Set[str]) -> None:
        self.article = article
        self.seeds = seeds
        self.who = who
        self.marks = marks
        self.story = article.parsed.story
        self.ids = sentence_ids(self.story.body, article.derived.sentences)

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
            summary=escape(fields.get("Summary", "")),
            content=self.content(),
            agency=Link(agency, f"agencies/{slugify(agency)}/") if agency else None,
            section=Link(section, f"sections/{slugify(section)}/") if section else None,
            byline=fields.get("Byline"),
            place=fields.get("Dateline"),
            about=self._about(),
            actors=self._actors(),
            source_name=fields.get("Source"),
            source_url=self._raw_url(),
            original_url=_web_address(fields.get("Url", "")),
            version=fields.get("Version"),
            correction=fields.get("Correction"),
            killed=bool(fields.get("Killed")),
        )
        view.timeline = [self._event(entry, view) for entry in self.article.derived.entries]
        view.statements = [self._statement(a, view) for a in self.article.derived.attributions]
        return view

    def content(self) -> Markup:
        html = render(self.article.parsed, self.marks.tag, decorations(self.ids))
        return Markup(html)

    def _raw_url(self) -> str | None:
        seed = self.article.fields.get("Source", "").partition("#")[0]
        return raw_url(seed) if seed in self.seeds else None

    def _when(self) -> When:
        day = self.article.day or dt.date.min
        when = when_of(day.isoformat())
        assert when is not None  # an ISO day is EDTF
        return when

    @property
    def _states_time(self) -> bool:
        return ":" in self.article.fields.get("Date", "")

    def _time_label(self) -> str:
        if self.article.date is None:
            return self.article.fields.get("Published", "date unknown")
        return moment_label(self.article.date, self._states_time)

    def _datetime(self) -> str:
        moment = self.article.date
        if moment is None:
            return ""
        return moment.isoformat(timespec="minutes") if self._states_time else str(moment.date())

    def _about(self) -> tuple[ActorRef, ...]:
        named = [part.strip() for part in self.article.fields.get("About", "").split(",")]
        return self._refs([actor for actor in named if actor])

    def _actors(self) -> tuple[ActorRef, ...]:
        named = [t for tag in self.story.tags if tag.kind in ACTOR_KINDS for t in tag.targets]
        return self._refs(named)

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
            permalink=f"{timeline_url(when)}#{event_id}",
            dispatch=view,
        )

    def _statement(self, attribution: Attribution, view: DispatchView) -> StatementView:
        body = self.story.body
        content = [body[start:end] for start, end in attribution.content]
        span = self._sentence_of(attribution.cue)
        source = attribution.source
        return StatementView(
            id="q-" + short_hash(view.url, *content, str(attribution.cue[0])),
            speakers=self._refs(attribution.speakers),
            source_text=body[source[0] : source[1]] if source else None,
            cue=body[attribution.cue[0] : attribution.cue[1]],
            form=attribution.form,
            content=" … ".join(" ".join(part.split()) for part in content),
            sentence=self._marked(span),
            when=view.when,
            url=view.url + self._anchor(span),
            dispatch=view,
        )

    def _linked(self, when: When) -> When:
        url = self.marks.day_url(when)
        return When(when.edtf, when.label, when.datetime, when.start, when.end, url)

    def _marked(self, span: Span) -> Markup:
        start, end = span
        inside = [
            Tag(tag.start - start, tag.end - start, tag.kind, tag.targets)
            for tag in self.story.tags
            if start <= tag.start and tag.end <= end and tag.kind != "date"
        ]
        return self.marks.sentence(self.story.body[start:end], inside)

    def _sentence_of(self, span: Span) -> Span:
        return next((s for s in self.ids if s[0] <= span[0] < s[1]), span)

    def _anchor(self, span: Span | None) -> str:
        """The fragment of the sentence that a span begins in."""
        if span is None:
            return ""
        anchor = self.ids.get(self._sentence_of(span))
        return f"#{anchor}" if anchor else ""


def _web_address(url: str) -> str | None:
    """The address if it is one that a link may have: raw text may hold `javascript:`."""
    return url if url.startswith(("http://", "https://")) else None
