"""Every rule finds what its examples say, and passes over what they say it must not find."""

from __future__ import annotations

from datetime import date

import pytest

from newswire.lang.en.times import find_times
from newswire.lang.en.times.rules import RULES

ANCHOR = date(2012, 6, 19)

FINDS = [
    pytest.param(rule.name, text, *expected, id=f"{rule.name}: {text}")
    for rule in RULES
    for text, expected in rule.finds.items()
]
PASSES = [
    pytest.param(rule.name, text, id=f"{rule.name}: {text}")
    for rule in RULES
    for text in rule.passes
]


@pytest.mark.parametrize(("name", "text", "words", "value"), FINDS)
def test_finds(name: str, text: str, words: str, value: str) -> None:
    found = [
        (text[timex.start : timex.end], timex.value, timex.rule.partition(":")[0])
        for timex in find_times(text, ANCHOR)
    ]
    assert (words, value, name) in found


@pytest.mark.parametrize(("name", "text"), PASSES)
def test_passes(name: str, text: str) -> None:
    assert name not in [timex.rule.partition(":")[0] for timex in find_times(text, ANCHOR)]


def test_every_rule_is_told_and_shown() -> None:
    assert [rule.name for rule in RULES if not (rule.says and rule.finds and rule.passes)] == []
    assert len({rule.name for rule in RULES}) == len(RULES)
