"""The furniture of a page: banners, navigation, calls to action, share and copyright lines."""

from __future__ import annotations

import re
from functools import cache

from newswire.formats.vocabulary import alternatives, table

LONGEST_FURNITURE = 300
"""Code points; a longer line is text, whatever words it holds."""

_SEPARATED = re.compile(r"\s[|›»•·]\s|\s[>/]\s.+\s[>/]\s")
_ADDRESS = re.compile(r"^(?:https?://|www\.)\S+$|^\S+@\S+\.\w+$", re.IGNORECASE)
_CODE = re.compile(
    r"(?:MEDIA|PRESS|NEWS) RELEASE(?: [A-Z]{0,3}\d+)?"
    r"|[A-Z]{2,6} ?#\d+|(?=\S*\d)(?=\S*[A-Z:])[A-Z0-9:./-]{5,}"
)
_EMPTY_FIELD = re.compile(r"[A-Z]\w+(?: \w+)? :|Loading\b.{0,40}(?:\.{3}|…)")
_LINK = re.compile(r"[^.<>]{2,60}>>")
_COPYRIGHT = re.compile(r"^(?:copyright\b|©|\(c\)|c\.(?=\d{4}))", re.IGNORECASE)


def is_furniture_line(line: str) -> bool:
    """Whether `line` is furniture wherever it stands: one of the known lines, whole."""
    if len(line) > LONGEST_FURNITURE:
        return False
    key = line.strip(" \t:.!›»|<>*-_").casefold()
    return (
        key in _lines() or line.strip().casefold() in _lines() or not re.search(r"[^\W\d_]", line)
    )


def is_furniture(line: str) -> bool:
    """Whether `line`, above or below a story, is furniture: by its words or its shape."""
    text = line.strip()
    if is_furniture_line(text):
        return True
    if len(text) > LONGEST_FURNITURE:
        return False
    if _ADDRESS.search(text):
        return True
    if any(shape.fullmatch(text) for shape in (_CODE, _EMPTY_FIELD, _LINK)):
        return True
    if _SEPARATED.search(text) and not text.endswith("."):
        return True
    return is_copyright(text) or (_calls(text) and not _is_sentence(text))


def is_page_control(text: str) -> bool:
    """Whether `text` is what a page puts beside a credit: `Print`, `Email Print`, `315 views`."""
    if is_furniture_line(text):
        return True
    words = [word.strip("()") for word in text.casefold().split()]
    counted = table("words.toml")["furniture"]["counted"]
    return all(word in _lines() or word in counted or word.isdigit() for word in words)


def is_copyright(line: str) -> bool:
    """Whether `line` states a copyright (`© 2013 ...`, `c.2000 ...`)."""
    return bool(_COPYRIGHT.match(line.strip()))


def is_closer(line: str) -> bool:
    """Whether `line` opens what follows a story on a page: related links, contacts, about."""
    text = line.strip()
    if len(text) > 80:
        return False
    title = text if text.endswith(".") else text.split(":", 1)[0]
    key = title.strip(" :.-–—*#=").casefold()
    if re.match(r"#{1,3} \S", text):
        return True
    return key in _closers() or bool(re.match(r"About [A-Z][^.!?]*:?$", text))


def _calls(text: str) -> bool:
    return bool(_phrases().search(text) or _call().search(text))


def _is_sentence(text: str) -> bool:
    """Whether `text` is prose: a dozen words and a full stop, or quoted speech."""
    return len(text.split()) >= 12 and bool(re.search(r"[.?][\"”']?$", text))


@cache
def _lines() -> frozenset[str]:
    return frozenset(line.casefold() for line in table("words.toml")["furniture"]["lines"])


@cache
def _closers() -> frozenset[str]:
    return frozenset(
        line.casefold().strip("# ") for line in table("words.toml")["furniture"]["closers"]
    )


@cache
def _call() -> re.Pattern[str]:
    words = table("words.toml")["furniture"]
    verbs, adverbs = alternatives(words["call_verbs"]), alternatives(words["call_adverbs"])
    return re.compile(rf"\b(?:{verbs})\b[^.]{{0,12}}\b(?:{adverbs})\b", re.IGNORECASE)


@cache
def _phrases() -> re.Pattern[str]:
    phrases = alternatives(table("words.toml")["furniture"]["phrases"])
    return re.compile(rf"(?<!\w)(?:{phrases})(?!\w)", re.IGNORECASE)
