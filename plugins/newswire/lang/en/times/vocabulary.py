"""The vocabulary: tables of words, loaded once and kept read-only."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final


def load(name: str) -> Mapping[str, Any]:
    """The table of a TOML file that lies beside this module."""
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text))


WORDS: Final = load("words.toml")

MONTHS: Final[Mapping[str, int]] = MappingProxyType(WORDS["months"] | WORDS["month_abbreviations"])
WEEKDAYS: Final[Mapping[str, int]] = MappingProxyType(
    WORDS["weekdays"] | WORDS["weekday_abbreviations"]
)
