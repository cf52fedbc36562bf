"""Numbers as news writes them: `15`, `2 1/2`, `twenty-five`, `nineteen ninety-four`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from newswire.lang.en.times.vocabulary import WORDS

_SMALL: Final[Mapping[str, int]] = MappingProxyType(WORDS["cardinals"] | WORDS["tens"])
_SCALES: Final[Mapping[str, int]] = MappingProxyType(
    {"dozen": 12, "hundred": 100, "thousand": 1000}
)
_FRACTIONS: Final = MappingProxyType({"¼": "1/4", "½": "1/2", "¾": "3/4"})
_HALF = Fraction(1, 2)


def number(words: str) -> Fraction | None:
    """The number that `words` (lower case) spell, or None where they spell none."""
    whole = re.sub(r"[\s-]+and[\s-]+a[\s-]+half\Z", "", words)
    if whole != words:
        count = number(whole)
        return count + _HALF if count is not None else None
    if words[:1].isdigit():
        return _figures(words)
    if words in ("a", "an"):
        return Fraction(1)
    if words == "half a dozen":
        return _HALF * _SCALES["dozen"]
    if words.startswith("half"):
        return _HALF
    return _spelled(re.split(r"[\s-]+", words))


def ordinal(words: str) -> int | None:
    """`19th` or `nineteenth` as 19."""
    figures = re.match(r"\d+", words)
    if figures:
        return int(figures[0])
    found = WORDS["ordinals"].get(re.sub(r"\s+", "-", words))
    return int(found) if found is not None else None


def spoken_year(words: str) -> int | None:
    """`nineteen ninety-four` as 1994, `two thousand three` as 2003."""
    parts = [word for word in re.split(r"[\s-]+", words) if word != "and"]
    if parts[:2] == ["two", "thousand"]:
        century, rest = Fraction(20), parts[2:]
    else:
        century, rest = _spelled(parts[:1]) or Fraction(0), parts[1:]
    years = _spelled(rest) if rest else Fraction(0)
    return int(century * 100 + years) if century and years is not None else None


def _figures(words: str) -> Fraction:
    for sign, part in _FRACTIONS.items():
        words = words.replace(sign, f" {part}")
    whole, *parts = re.sub(r"(?<=\d),(?=\d{3})", "", words).replace("-", " ").split()
    return sum((Fraction(part) for part in parts), Fraction(whole))


def _spelled(words: list[str]) -> Fraction | None:
    total = current = 0
    for word in words:
        if word in _SMALL:
            current += _SMALL[word]
        elif word in _SCALES:
            total, current = total + max(current, 1) * _SCALES[word], 0
        elif word not in ("a", "and"):
            return None
    return Fraction(total + current) if words else None
