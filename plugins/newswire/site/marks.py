"""How tags and sentences look in HTML.

Addresses are written `{filename}/leaders/vladimir-putin/`: Pelican resolves them in a dispatch,
`resolve_links` in everything else, whatever folder or host the page will be at.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence

from markupsafe import Markup, escape

from newswire.markup import Decoration, Tag
from newswire.model import Span
from newswire.site.dates import when_of
from newswire.site.views import ActorRef, When

ROOT = "{filename}"
ID_DIGITS = 8

FindActor = Callable[[str], ActorRef]
DayUrl = Callable[[When], str | None]
Around = tuple[Markup, Markup]
"""What opens and what closes a mark."""


class Marks:
    """Turns tags into HTML, given who an actor is and which days have a page.

    What stands around a tag's words depends on its targets alone, so each is made once.
    """

    def __init__(self, actor: FindActor, day_url: DayUrl) -> None:
        self.actor = actor
        self.day_url = day_url
        self._around: dict[tuple[str, tuple[str, ...]], Around] = {}

    def tag(self, tag: Tag, inner: Markup) -> Markup:
        """One tag around its words."""
        key = (tag.kind, tag.targets)
        if key not in self._around:
            self._around[key] = self._make(tag)
        opening, closing = self._around[key]
        return opening + inner + closing

    def sentence(self, text: str, tags: Sequence[Tag]) -> Markup:
        """A sentence that stands alone, with its actors marked."""
        out = Markup("")
        reached = 0
        for tag in tags:
            out += text[reached : tag.start]
            out += self.tag(tag, escape(text[tag.start : tag.end]))
            reached = tag.end
        return out + text[reached:]

    def _make(self, tag: Tag) -> Around:
        if tag.kind == "date":
            return self._date(tag.targets[0] if tag.targets else "")
        actors = [self.actor(target) for target in tag.targets]
        return _cue(actors) if tag.kind == "by" else _actors(actors)

    def _date(self, edtf: str) -> Around:
        when = when_of(edtf)
        if when is None:
            return Markup('<span class="when" data-edtf="{}">').format(edtf), Markup("</span>")
        if when.datetime:
            opening = Markup('<time class="when" datetime="{}" title="{}">')
            opening, closing = opening.format(when.datetime, when.label), Markup("</time>")
        else:
            opening = Markup('<span class="when" data-edtf="{}" title="{}">')
            opening, closing = opening.format(edtf, when.label), Markup("</span>")
        url = self.day_url(when)
        if url is None:
            return opening, closing
        link = Markup('<a class="day" href="{}/{}">').format(ROOT, url)
        return link + opening, closing + Markup("</a>")


def _actors(actors: Sequence[ActorRef]) -> Around:
    if not actors:
        return Markup(""), Markup("")
    title = listing([", ".join(filter(None, (a.name, a.note))) for a in actors])
    kind, url = actors[0].kind, actors[0].url
    if url is None:
        return Markup('<span class="actor {}" title="{}">').format(kind, title), Markup("</span>")
    link = Markup('<a class="actor {}" href="{}/{}" title="{}">')
    return link.format(kind, ROOT, url, title), Markup("</a>")


def _cue(speakers: Sequence[ActorRef]) -> Around:
    said_by = listing([actor.name for actor in speakers]) or "an unnamed source"
    return Markup('<span class="cue" title="said by {}">').format(said_by), Markup("</span>")


def listing(names: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    *first, last = names or [""]
    return f"{', '.join(first)} and {last}" if first else last


def sentence_ids(body: str, sentences: Sequence[Span]) -> dict[Span, str]:
    """An id for each sentence that follows from its words, so it survives edits elsewhere."""
    seen: dict[str, int] = {}
    ids: dict[Span, str] = {}
    for start, end in sentences:
        digest = short_hash(" ".join(body[start:end].split()))
        seen[digest] = seen.get(digest, 0) + 1
        ids[start, end] = f"s-{digest}" + (f"-{seen[digest]}" if seen[digest] > 1 else "")
    return ids


def short_hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:ID_DIGITS]


def decorations(ids: dict[Span, str]) -> list[Decoration]:
    """Each sentence as an element that can be linked to."""
    opening = Markup('<span class="sentence" id="{}">')
    return [
        Decoration(start, end, opening.format(anchor), Markup("</span>"))
        for (start, end), anchor in ids.items()
    ]


def resolve_links(html: str, siteurl: str) -> Markup:
    """Our own HTML with its addresses under `siteurl`, which may be relative."""
    return Markup(html.replace(f'href="{ROOT}/', f'href="{siteurl}/'))
