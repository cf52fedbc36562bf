"""Quotation marks: which stretches of a text are quoted, whatever the marks and however many."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter

from newswire.lang.en.sentences import paragraphs
from newswire.model import Span

_MARK = re.compile(r"``|''+|[\"“”„«»]|(?<!\w)['‘](?=\w)|(?<=[\w.,!?])['’](?!\w)")
_DOUBLE = frozenset('"“”„«»')
_OPENING = frozenset(["``", "“", "„", "«"])
_CLOSING = frozenset(["”", "»"])


def find_quotations(text: str, sentences: Sequence[Span]) -> tuple[Span, ...]:
    """The quotations of `text` with their marks, in order, none within another.

    A quotation that is never closed ends with its paragraph if it opened it, or if the next
    paragraph opens with a mark again (a quotation carried on); otherwise with its sentence.
    """
    blocks = paragraphs(text)
    found: list[Span] = []
    for number, block in enumerate(blocks):
        carried = number + 1 < len(blocks) and _opens_at(text, blocks[number + 1][0])
        found.extend(_in_paragraph(text, block, carried, sentences))
    return tuple(found)


def _opens_at(text: str, position: int) -> bool:
    mark = _MARK.match(text, position)
    return mark is not None and mark.group() not in _CLOSING


def _in_paragraph(text: str, block: Span, carried: bool, sentences: Sequence[Span]) -> list[Span]:
    marks = [mark.span() for mark in _MARK.finditer(text, *block)]
    double = [mark for mark in marks if _is_double(text, mark)]
    found = list(_double_quoted(text, block, double, carried, sentences))
    single = [mark for mark in marks if not _is_double(text, mark)]
    return sorted([*found, *_single_quoted(text, single, found)])


def _is_double(text: str, mark: Span) -> bool:
    return mark[1] - mark[0] > 1 or text[mark[0]] in _DOUBLE


def _double_quoted(
    text: str, block: Span, marks: Sequence[Span], carried: bool, sentences: Sequence[Span]
) -> Iterator[Span]:
    opened: Span | None = None
    for mark in marks:
        if opened is None:
            opened = mark if _may_open(text, block, mark) else None
        elif _may_close(text, mark):
            yield opened[0], mark[1]
            opened = None
        elif mark[0] > opened[1]:
            yield opened[0], min(mark[0], _sentence_end(opened[0], sentences))
            opened = mark
    if opened is not None:
        whole = carried or opened[0] == block[0]
        yield opened[0], block[1] if whole else min(block[1], _sentence_end(opened[0], sentences))


def _may_open(text: str, block: Span, mark: Span) -> bool:
    """Not a closing mark, nor a stray one with white space or a comma behind it.

    Some type `”` on both sides: right before a word it opens.
    """
    if text[mark[0] : mark[1]] in _CLOSING:
        return _stands_before_word(text, mark)
    after = text[mark[1] : min(block[1], mark[1] + 1)]
    return after != "" and not after.isspace() and after not in ",.;:!?"


def _may_close(text: str, mark: Span) -> bool:
    """A straight mark closes unless it stands as an opening one does."""
    sign = text[mark[0] : mark[1]]
    if sign in _OPENING:
        return False
    return sign in _CLOSING or not _stands_before_word(text, mark)


def _stands_before_word(text: str, mark: Span) -> bool:
    """Whether a mark stands between white space and a letter or digit."""
    parted = mark[0] == 0 or text[mark[0] - 1].isspace()
    return parted and text[mark[1] : mark[1] + 1].isalnum()


def _sentence_end(position: int, sentences: Sequence[Span]) -> int:
    number = bisect_right(sentences, position, key=itemgetter(0)) - 1
    return sentences[number][1]


def _single_quoted(text: str, marks: Sequence[Span], taken: Sequence[Span]) -> Iterator[Span]:
    """Pairs of single marks outside the double ones; an apostrophe opens nothing."""
    opened: Span | None = None
    for mark in marks:
        around = bisect_right(taken, (mark[0], len(text))) - 1
        if around >= 0 and mark[0] < taken[around][1]:
            continue
        before = text[mark[0] - 1] if mark[0] else " "
        if not before.isalnum() and before not in ".,!?":
            opened = mark
        elif opened is not None and not _is_possessive(text, mark):
            yield opened[0], mark[1]
            opened = None


def _is_possessive(text: str, mark: Span) -> bool:
    """`the leaders' plan`: a mark behind an s and before another word."""
    return text[mark[0] - 1] == "s" and text[mark[1] : mark[1] + 1] == " "
