"""Several stories in one file of text: where one ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newswire.formats.agencies import Agencies
from newswire.formats.dateline import match_dateline
from newswire.formats.dates import read_stamp
from newswire.formats.service import read_document_number

HEAD_LINES = 15
"""Lines with text within which a story shows a dateline or a time stamp."""

NumberedLine = tuple[int, str]

_SEPARATOR = re.compile(r"\s*(?:={5,}|-{10,}|_{10,}|\*{10,}|#{10,}|~{5,}|(?i:nnnn))\s*")


def split_stories(
    lines: Sequence[NumberedLine], agencies: Agencies
) -> list[Sequence[NumberedLine]]:
    """The stories of a file, parted at separator lines.

    A separator parts only what has a head of its own, a dateline or a time stamp, on both
    sides: rules within a story stay in it.
    """
    stories: list[Sequence[NumberedLine]] = []
    start = 0
    for index, (_, text) in enumerate(lines):
        if not _SEPARATOR.fullmatch(text):
            continue
        if _has_head(lines[start:index], agencies) and _has_head(lines[index + 1 :], agencies):
            stories.append(_trimmed(lines[start:index]))
            start = index + 1
    stories.append(_trimmed(lines[start:]))
    return stories


def _has_head(lines: Sequence[NumberedLine], agencies: Agencies) -> bool:
    seen = 0
    for _, text in lines:
        if not text.strip():
            continue
        seen += 1
        if seen > HEAD_LINES or (seen > 1 and _SEPARATOR.fullmatch(text)):
            return False
        dateline = match_dateline(text, agencies)
        if dateline and dateline.strong:
            return True
        if read_stamp(text) or read_document_number(text, agencies):
            return True
    return False


def _trimmed(lines: Sequence[NumberedLine]) -> Sequence[NumberedLine]:
    """`lines` without the separators and blank lines at both ends."""
    kept = [
        i for i, (_, text) in enumerate(lines) if text.strip() and not _SEPARATOR.fullmatch(text)
    ]
    return lines[kept[0] : kept[-1] + 1] if kept else lines
