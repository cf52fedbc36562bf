"""Plain text: a story as it was mailed, typed or copied off a page."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import replace

from newswire.formats.agencies import Agencies
from newswire.formats.compose import compose
from newswire.formats.decode import decode
from newswire.formats.plain import NumberedLine, numbered, plain_draft
from newswire.formats.stories import split_stories
from newswire.model import Caution, Dispatch

PRIORITY = 100

_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,8}\d{0,2});")


def detect(data: bytes) -> bool:
    """Everything is text that nothing else claims."""
    return True


def parse(data: bytes, source: str, agencies: Agencies) -> tuple[Dispatch, ...]:
    """The stories of a text file."""
    text, repairs = decode(data, source)
    lines, references = _decoded(numbered(text))
    stories = split_stories(lines, agencies)
    drafts = [plain_draft(story, agencies, format_="text") for story in stories]
    drafts[0] = replace(drafts[0], warnings=(*repairs, *references))
    return tuple(compose(draft, source, n, agencies) for n, draft in enumerate(drafts, 1))


def _decoded(lines: Sequence[NumberedLine]) -> tuple[list[NumberedLine], tuple[Caution, ...]]:
    """`lines` with HTML's character references as the characters they stand for."""
    referring = {number for number, text in lines if _ENTITY.search(text)}
    found = [(n, html.unescape(text) if n in referring else text) for n, text in lines]
    notes = (Caution(n, "decoded HTML character references") for n in sorted(referring))
    return found, tuple(notes)
