"""The pages on statements and events say what is true: their examples run, no rule is left out."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

from newswire.lang.en.attributions.rules import RULES

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("name", ["attributions.md", "events.md"])
def test_examples_run(name: str) -> None:
    failed, attempted = doctest.testfile(str(DOCS / name), module_relative=False)
    assert (failed, attempted > 3) == (0, True)


def test_every_rule_is_documented_in_its_order() -> None:
    rows = re.findall(r"^\| `(\w+)` \|", (DOCS / "attributions.md").read_text("utf-8"), re.M)
    assert rows == [rule.name for rule in RULES]
