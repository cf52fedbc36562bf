"""A parsed story's body as HTML.

What a tag or a sentence looks like is the caller's business; here is only where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from xml.etree.ElementTree import Element

from markupsafe import Markup, escape

from newswire.markup.extension import TAG_ELEMENT
from newswire.markup.read import Parsed, text_length
from newswire.markup.story import Tag

VOID = frozenset(("br", "hr"))
# An editor's own links: addresses of the site, Pelican's {filename}, and these schemes.
SAFE_ADDRESS = re.compile(r"(?:https?:|mailto:|[^:]*$|\{\w+\})", re.IGNORECASE)

TagRenderer = Callable[[Tag, Markup], Markup]


@dataclass(frozen=True, slots=True)
class Decoration:
    """An element to lay around `start`-`end` of the body, such as a sentence with its anchor.

    Where it would cut a tag in two, it takes the whole tag in.
    """

    start: int
    end: int
    opening: Markup
    closing: Markup


def render(parsed: Parsed, render_tag: TagRenderer, decorations: Sequence[Decoration] = ()) -> str:
    """The body as HTML. `decorations` are in order and do not overlap."""
    return _Renderer(parsed, render_tag, decorations).children(parsed.root).strip("\n")


class _Renderer:
    def __init__(
        self, parsed: Parsed, render_tag: TagRenderer, decorations: Sequence[Decoration]
    ) -> None:
        self.render_tag = render_tag
        self.tags = {(tag.start, tag.end): tag for tag in parsed.story.tags}
        self.starts = {block.element: block.start for block in parsed.blocks}
        self.decorations = decorations
        self.edges: set[int] = set()

    def children(self, parent: Element) -> str:
        return "".join(self.block(child) + "\n" for child in parent)

    def block(self, element: Element) -> str:
        if element.tag in VOID:
            return f"<{element.tag}>"
        if element in self.starts:
            inner = self.decorated(element, self.starts[element])
        else:
            inner = "\n" + self.children(element)
        return f"<{element.tag}>{inner}</{element.tag}>"

    def decorated(self, element: Element, start: int) -> str:
        """The inline content of a text block, with the decorations that fall into it."""
        end = start + text_length(element)
        waiting = [d for d in self.decorations if start <= d.start < end]
        self.edges = {edge for d in waiting for edge in (d.start, d.end)}
        out: list[str] = []
        opened: Decoration | None = None
        for begin, stop, piece in self.pieces(element, start):
            if opened is not None and opened.end <= begin:
                out.append(opened.closing)
                opened = None
            if opened is None and waiting and waiting[0].start < stop:
                opened = waiting.pop(0)
                out.append(opened.opening)
            out.append(piece)
        if opened is not None:
            out.append(opened.closing)
        return "".join(out)

    def pieces(self, element: Element, start: int) -> Iterator[tuple[int, int, str]]:
        """Top-level inline pieces as (begin, end, HTML); text is cut where decorations begin or
        end, an element is never cut."""
        reached = start
        for text, child in _interleaved(element):
            for begin, stop in self.cuts(reached, reached + len(text)):
                yield begin, stop, str(escape(text[begin - reached : stop - reached]))
            reached += len(text)
            if child is not None:
                length = text_length(child)
                yield reached, reached + length, self.inline(child, reached)
                reached += length

    def cuts(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        if start == end:
            return
        inside = sorted(edge for edge in self.edges if start < edge < end)
        bounds = [start, *inside, end]
        yield from pairwise(bounds)

    def inline(self, element: Element, start: int) -> str:
        if element.tag in VOID:
            return f"<{element.tag}>"
        inner = Markup("".join(piece for _, _, piece in self.pieces(element, start)))
        if element.tag == TAG_ELEMENT:
            tag = self.tags.get((start, start + text_length(element)))
            return str(self.render_tag(tag, inner) if tag else inner)
        return f"<{element.tag}{_attributes(element)}>{inner}</{element.tag}>"


def _interleaved(element: Element) -> Iterator[tuple[str, Element | None]]:
    """Each stretch of text with the child that follows it."""
    text = element.text or ""
    for child in element:
        yield text, child
        text = child.tail or ""
    yield text, None


def _attributes(element: Element) -> str:
    kept = {
        name: value
        for name, value in element.attrib.items()
        if name == "title" or (name == "href" and SAFE_ADDRESS.match(value))
    }
    return "".join(f' {name}="{escape(value)}"' for name, value in kept.items())
