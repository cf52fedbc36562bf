"""Names in addresses and ids: small letters, digits and single hyphens; and slips in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import takewhile

NOT_SLUG = re.compile(r"[^a-z0-9]+")


def slugify(text: str) -> str:
    """`The People's Bank, Malmö` is `the-peoples-bank-malmo`; empty where no letter is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return NOT_SLUG.sub("-", plain.replace("'", "").lower()).strip("-")


def is_slip(written: str, meant: str) -> bool:
    """Whether two names differ as by one slip of a finger: a letter too many, too few, wrong, or
    two that changed places; or in capitals only."""
    if written.casefold() == meant.casefold():
        return True
    start = shared(written, meant)
    ends = written[start:][::-1], meant[start:][::-1]
    rest = shared(*ends)
    one, other = ends[0][rest:], ends[1][rest:]
    return max(len(one), len(other)) == 1 or (len(one) == 2 and one == other[::-1])


def shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many letters, or words, two texts begin with alike."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
