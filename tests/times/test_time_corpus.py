"""Whole texts beside the times that must be found in them, and the failures that are known.

`name.2012-06-19.txt` was told on that day, `name.none.txt` on an unknown one; the file of the same
name in `.times` has a line `words | TYPE | value | EDTF` for each expression.
"""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from edtf import parse_edtf

from newswire.lang.en.times import find_times

HERE = Path(__file__).parent
TEXTS = sorted((HERE / "corpus").glob("*.txt"))
FAILURES = tomllib.loads((HERE / "known_failures.toml").read_text(encoding="utf-8"))["failure"]


def told_on(path: Path) -> date | None:
    day = path.stem.partition(".")[2]
    return None if day == "none" else date.fromisoformat(day)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_corpus(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = [
        " | ".join((text[time.start : time.end], time.type, time.value, time.edtf or "-"))
        for time in find_times(text, told_on(path))
    ]
    assert found == path.with_suffix(".times").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_edtf_is_valid(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for time in find_times(text, told_on(path)):
        if time.edtf and not time.edtf.startswith("P"):
            parse_edtf(time.edtf)


@pytest.mark.parametrize("failure", FAILURES, ids=lambda failure: failure["words"])
@pytest.mark.xfail(strict=True, reason="known failure")
def test_known_failure(failure: dict[str, Any]) -> None:
    text = failure["text"]
    times = find_times(text, failure["told"])
    assert (failure["words"], failure["value"]) in [
        (text[time.start : time.end], time.value) for time in times
    ]
