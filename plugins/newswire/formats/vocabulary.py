"""The word lists of this package, read once from the TOML files beside it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The contents of `name`, a TOML file of this package."""
    return tomllib.loads(resources.files(__package__).joinpath(name).read_text("utf-8"))


def alternatives(words: Iterable[str]) -> str:
    """A regular expression that matches any of `words`, the longest that fits."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))
