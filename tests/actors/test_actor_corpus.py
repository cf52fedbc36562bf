"""Every case of the corpora: names, context, capitals, surnames, people, titles, groups."""

from __future__ import annotations

import pytest
from small_world import Case, cases, marked, mentions_in, small_world


@pytest.mark.parametrize("case", tuple(cases()), ids=lambda case: case.name)
def test_marks(case: Case) -> None:
    found = mentions_in(case.text, case.on, small_world())
    assert marked(case.text, found) == case.marked
