"""The Markdown of dispatches, as an extension of Python-Markdown.

It adds the tags, `[words]({kind}targets)`, and takes away what a dispatch must not have: raw
HTML and code. So hostile text can only ever be text.
"""

from __future__ import annotations

import html
import re
from xml.etree import ElementTree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.util import ETX, STX

from newswire.markup.story import KINDS

TAG = rf"\[([^\[\]]+)\]\(\{{({'|'.join(KINDS)})\}}([^()\s]*)\)"
ENTITY = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[0-9a-zA-Z]{1,31});"

TAG_ELEMENT = "tag"
BEFORE_LINKS = 175


class TagProcessor(InlineProcessor):
    """`[Moscow]({country}RUS)` as an element that keeps kind and targets."""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[ElementTree.Element, int, int]:
        element = ElementTree.Element(TAG_ELEMENT, kind=m[2], targets=m[3])
        element.text = m[1]
        return element, m.start(0), m.end(0)


class EntityProcessor(InlineProcessor):
    """`&lt;` as the character that it names; an unknown name stays as written."""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[str, int, int]:
        text = decode_entity(m[0])
        return "".join(f"{STX}{ord(char)}{ETX}" for char in text), m.start(0), m.end(0)


class DispatchMarkdown(Extension):
    """Tags in; raw HTML, code, images and address guessing out."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.preprocessors.deregister("html_block")
        md.parser.blockprocessors.deregister("code")
        for name in ("backtick", "html", "entity", "autolink", "automail"):
            md.inlinePatterns.deregister(name)
        for name in ("image_link", "image_reference", "short_image_ref"):
            md.inlinePatterns.deregister(name)
        md.inlinePatterns.register(TagProcessor(TAG, md), "tag", BEFORE_LINKS)
        md.inlinePatterns.register(EntityProcessor(ENTITY, md), "entity", BEFORE_LINKS + 1)


def decode_entity(written: str) -> str:
    """The character of an entity. Numbers are taken literally, unlike HTML's view of controls."""
    digits = written[2:-1]
    if written.startswith(("&#x", "&#X")):
        number = int(digits[1:], 16)
    elif written.startswith("&#"):
        number = int(digits)
    else:
        return html.unescape(written)
    is_character = number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF
    return chr(number) if is_character else written
