"""How alike two texts are: sets of five words in a row, compared whole.

Broder, "On the resemblance and containment of documents" (1997).
"""

from __future__ import annotations

import re
from zlib import crc32

SIZE = 5
WORD = re.compile(r"\w+")
FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")

Shingles = frozenset[int]


def shingles_of(text: str) -> Shingles:
    """Every five words in a row as a number; none for a text of fewer words."""
    words = [word.encode() for word in WORD.findall(text.casefold())]
    rows = zip(*(words[offset:] for offset in range(SIZE)), strict=False)
    return frozenset(crc32(b" ".join(row)) for row in rows)


def figures_of(text: str) -> frozenset[str]:
    """The numbers that a text gives in digits."""
    return frozenset(FIGURE.findall(text))


def resemblance(one: Shingles, other: Shingles) -> float:
    """What both share, of what either has: 0 to 1."""
    return len(one & other) / len(one | other) if one or other else 0.0


def containment(part: Shingles, whole: Shingles) -> float:
    """How much of `part` stands in `whole`: 0 to 1."""
    return len(part & whole) / len(part) if part else 0.0
