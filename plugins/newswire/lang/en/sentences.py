"""Where English sentences begin and end.

A sentence never crosses an empty line. A full stop ends one unless an abbreviation, an initial
or a lower-case word after it says otherwise; closing quotation marks and brackets stay with the
sentence that they close, and a dash goes on with it. A short line (a headline, a list item) is a
sentence by itself.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from newswire.model import Span

_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[^\S\n]*[^\s][^\n]*)*")
_STOP = re.compile(r"([.!?…]+)(['\"”’)\]]{0,3})(?=\s)|\n")
_WORD_BEFORE = re.compile(r"[\w.]+\Z")
_WORD_AFTER = re.compile(r"\s*['\"“‘`(\[]{0,3}(\w+)")
_DASH_AFTER = re.compile(r"[^\S\n]+(?:--|[–—―])\s")
_INITIAL = re.compile(r"[A-Z]\Z")
_SHORT_LINE = 50
"""Code points. Wrapped wire text runs to 60 or more a line; a shorter line was ended on purpose."""
_LONG_LINE = 120
"""Code points. Nor was a longer line wrapped."""
_LONGEST_WORD = 40


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Words that take a full stop, and the words that open a sentence after one."""

    before_name: frozenset[str]
    before_either: frozenset[str]
    openers: frozenset[str]


@cache
def abbreviations() -> Abbreviations:
    """The vocabulary of `sentences.toml`."""
    text = resources.files(__package__).joinpath("sentences.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return Abbreviations(**{name: frozenset(words) for name, words in data.items()})


def paragraphs(text: str) -> tuple[Span, ...]:
    """The spans of `text` between empty lines, without the white space around them."""
    found = (match.span() for match in _PARAGRAPH.finditer(text))
    return tuple((start, start + len(text[start:end].rstrip())) for start, end in found)


def split(text: str) -> tuple[Span, ...]:
    """The sentences of `text`, in order; together they cover everything but white space."""
    return tuple(span for paragraph in paragraphs(text) for span in _sentences(text, paragraph))


def _sentences(text: str, paragraph: Span) -> Iterator[Span]:
    start, end = paragraph
    for stop in _STOP.finditer(text, start, end):
        if stop.start() >= start and _ends(text, start, stop):
            yield start, start + len(text[start : stop.end()].rstrip())
            start = stop.end() + _blank(text, stop.end())
    if start < end:
        yield start, end


def _blank(text: str, position: int) -> int:
    tail = position
    while tail < len(text) and text[tail].isspace():
        tail += 1
    return tail - position


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    after = _WORD_AFTER.match(text, stop.end())
    follower = after.group(1) if after else ""
    if stop.group() == "\n":
        return _is_own_line(text, stop.start()) and not follower[:1].islower()
    if follower[:1].islower() or _DASH_AFTER.match(text, stop.end()):
        return False
    return stop.group(1) != "." or _is_full_stop(text, start, stop.start(), follower)


def _is_own_line(text: str, end: int) -> bool:
    line = text[text.rfind("\n", 0, end) + 1 : end].rstrip()
    is_wrapped = _SHORT_LINE <= len(line) <= _LONG_LINE
    return line != "" and not is_wrapped and line[-1] not in ",;-–—"


def _is_full_stop(text: str, start: int, position: int, follower: str) -> bool:
    """Whether the `.` at `position` ends a sentence, given the word before and the one after."""
    words = abbreviations()
    before = _WORD_BEFORE.search(text, max(start, position - _LONGEST_WORD), position)
    word = before.group() if before else ""
    opens = follower.lower() in words.openers and follower[:1].isupper()
    if word.lower() in words.before_name:
        return word.lower() in {"no", "st", "al"} and opens
    if word.lower() in words.before_either or _is_acronym(word):
        return opens
    return not _INITIAL.fullmatch(word) or (word == "I" and opens)


def _is_acronym(word: str) -> bool:
    """`U.S`, `U.N`, `D.C`: single letters with stops between them."""
    return "." in word and all(len(part) == 1 for part in word.split(".") if part)
