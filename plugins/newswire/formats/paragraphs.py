"""Paragraphs out of lines: where a hard-wrapped text breaks, and where it only wraps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from newswire.formats.vocabulary import table

NARROWEST_WRAP = 40
WIDEST_WRAP = 132
"""Code points; wires wrap at 60 to 80, line printers at 132. Longer lines are whole paragraphs."""

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_BULLET = re.compile(r"\s*(?:--?|[*•·–—]) ")
_ENDS_SENTENCE = re.compile(r"[.!?…:][\"'”’»)\]]*$")


def paragraphs(lines: Sequence[str]) -> tuple[str, ...]:
    """The paragraphs of `lines`.

    Blank lines part paragraphs, so does an indented first line. A line end within a paragraph
    becomes a blank where the text is hard-wrapped, that is where the next word would not have
    fitted; else it stays, unless the line ends a sentence, which ends the paragraph.
    """
    width = wrap_width(lines)
    found: list[str] = []
    for block in _blocks(lines):
        found.extend(_paragraphs_of(block, width))
    return tuple(found)


def clean(text: str) -> str:
    """`text` without control characters other than newline and tab, trimmed at the line ends."""
    lines = (line if line.isprintable() else _CONTROLS.sub("", line) for line in text.split("\n"))
    return "\n".join(line.rstrip() for line in lines)


def join(parts: Iterable[str]) -> str:
    """A body: paragraphs with exactly one empty line between them."""
    cleaned = (re.sub(r"\n\s*\n", "\n", clean(part)).strip() for part in parts)
    return "\n\n".join(part for part in cleaned if part)


def split(body: str) -> list[str]:
    """The paragraphs of a body."""
    return body.split("\n\n") if body else []


def is_prose(text: str) -> bool:
    """Whether `text` reads as a sentence of a story: eight words and a full stop, or very long."""
    return has_words(text, 35) or (has_words(text, 8) and ends_sentence(text))


def has_words(text: str, least: int) -> bool:
    """Whether `text` has at least so many words."""
    return len(text.split(None, least - 1)) >= least


def ends_sentence(text: str) -> bool:
    """Whether `text` ends in a full stop or its like, quotation marks and brackets aside."""
    return bool(_ENDS_SENTENCE.search(text.rstrip()[-12:]))


def wrap_width(lines: Sequence[str]) -> int | None:
    """The width that `lines` are wrapped at, in code points; None if most are not wrapped."""
    widest = max((len(line.rstrip()) for line in lines), default=0)
    pairs = [pair for pair in pairwise(lines) if pair[0].strip() and pair[1].strip()]
    open_pairs = [pair for pair in pairs if not ends_sentence(pair[0])]
    full = sum(_is_full(before, line, widest) for before, line in open_pairs)
    return (
        widest
        if NARROWEST_WRAP <= widest <= WIDEST_WRAP and full and 2 * full > len(open_pairs)
        else None
    )


def wraps(before: str, line: str, width: int | None) -> bool:
    """Whether the line end after `before` is the wrapping's.

    It is where the next word would not have fitted into `width`, and after a long line that
    stops in mid-sentence.
    """
    if width is not None and _is_full(before, line, width):
        return True
    before, line = before.rstrip(), line.lstrip()
    if not NARROWEST_WRAP <= len(before) <= WIDEST_WRAP:
        return False
    goes_on = before.rsplit(None, 1)[-1].lower() in table("words.toml")["open_words"]
    return goes_on or (line[0].islower() and before[-1].isalpha())


def _is_full(before: str, line: str, width: int) -> bool:
    return len(before.rstrip()) + 1 + len(line.split(maxsplit=1)[0]) > width


def _blocks(lines: Sequence[str]) -> Iterable[list[str]]:
    block: list[str] = []
    for line in lines:
        if line.strip():
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _paragraphs_of(block: list[str], width: int | None) -> Iterable[str]:
    margin = min(_indent(line) for line in block)
    text = block[0].strip()
    for before, line in pairwise(block):
        if _opens(before, line, margin):
            yield text
            text = line.strip()
        elif wraps(before, line, width):
            text += " " + line.strip()
        elif ends_sentence(before) and has_words(before, 4) and _may_begin(line):
            yield text
            text = line.strip()
        else:
            text += "\n" + line.strip()
    yield text


def _opens(before: str, line: str, margin: int) -> bool:
    """Whether `line` opens a paragraph by its shape: an indent, or a dash after a full stop."""
    if _indent(line) > margin and _indent(before) <= margin:
        return _may_begin(line)
    return ends_sentence(before) and bool(_BULLET.match(line))


def _may_begin(line: str) -> bool:
    first = line.strip()[0]
    return not first.islower()


def _indent(line: str) -> int:
    expanded = line.expandtabs(8)
    return len(expanded) - len(expanded.lstrip())
