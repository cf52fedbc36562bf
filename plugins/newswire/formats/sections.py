"""Section lines, and which of the lines above a story is its headline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from newswire.formats.vocabulary import table


def section_and_headline(texts: Sequence[str]) -> tuple[str | None, str | None]:
    """The section is a known one, or a short line of capitals above a longer one."""
    if len(texts) != len(set(texts)):
        return None, next(text for text in texts if texts.count(text) > 1)
    for index, text in enumerate(texts):
        if is_known_section(text):
            return text, next(iter((*texts[index + 1 :], *texts[:index])), None)
    for section, headline in list(pairwise(texts))[:2]:
        if _is_section(section) and len(headline.split()) > max(4, len(section.split())):
            return section, headline
    return None, next((text for text in texts if len(text.split()) > 2), next(iter(texts), None))


def is_known_section(text: str) -> bool:
    """Whether `text` is the name of a section that is known."""
    return text.strip(" :>»").casefold() in _known_sections()


def _is_section(text: str) -> bool:
    """Whether `text` is shaped like a section's name: a few capitalised words, no mark."""
    if text.isupper() or re.search(r"\d", text):
        return False
    words = [word for word in re.split(r"[\s/&-]+", text) if word not in {"and", "of", "the", "in"}]
    return len(words) <= 4 and all(word[:1].isupper() or word[:1] == "(" for word in words)


@cache
def _known_sections() -> frozenset[str]:
    return frozenset(name.casefold() for name in table("words.toml")["section"]["names"])
