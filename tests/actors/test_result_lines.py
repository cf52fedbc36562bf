"""Result lines of sport in the layouts of the wires: no team is tagged as a state."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from small_world import MARK, marked

from newswire.actors.matcher import find_names
from newswire.annotate import Context

TEXTS = re.split(r"\n---\n", (Path(__file__).parent / "results.txt").read_text("utf-8").strip())


@pytest.mark.parametrize("expected", TEXTS, ids=lambda text: text.partition("\n")[0][:30])
def test_results(expected: str, context: Context) -> None:
    text = MARK.sub(r"\1", expected)
    found = find_names(text, context.registry, None)
    assert marked(text, [mention for mention in found if mention.kind == "country"]) == expected


def test_a_demonym_is_no_first_name(context: Context) -> None:
    """Although a minister was called German Gref."""
    text = "A German Iran expert spoke. Iran listened."
    ids = [mention.id for mention in find_names(text, context.registry, None)]
    assert ids == ["DEU", "IRN", "IRN"]


def test_an_athlete_of_a_common_name_is_no_politician(context: Context) -> None:
    report = "GOLF - Scores after the second round of the open championship:\n"
    athletes = report + "67 Chris Murphy, 68 Tim Scott, 69 Jack Reed"
    assert find_names(athletes, context.registry, None) == ()
    [senator] = find_names("Tim Scott spoke in the Senate.", context.registry, None)
    assert senator.id == "tim-scott"
