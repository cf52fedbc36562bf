"""A line that says when a story may be used is its embargo; one that says by whom is not."""

from __future__ import annotations

import pytest

from newswire.formats import read
from newswire.formats.agencies import load_agencies

STORY = "RIGA, June 19, 2012 (Sample Wire) - Latvia named a minister of ports on Tuesday.\n"


@pytest.mark.parametrize(
    ("line", "is_embargo"),
    [
        ("EMBARGOED UNTIL 1200 GMT JUNE 22", True),
        ("(For use after 6 p.m. Tuesday)", True),
        ("(For release Friday, June 22)", True),
        ("(Not for publication before June 22)", True),
        ("(Hold for release June 22)", True),
        ("(For use by Sample Wire clients)", False),
        ("(For use with the story on harbours)", False),
        ("(For immediate release)", False),
    ],
)
def test_embargo_is_told_from_other_notes(line: str, is_embargo: bool) -> None:
    text = f"{line}\n\nLatvia names a minister of ports\n\n{STORY}"
    (dispatch,) = read(text.encode(), "x.txt", load_agencies())
    assert dispatch.headline == "Latvia names a minister of ports"
    assert (dispatch.embargo is not None) is is_embargo
    assert line.strip("()") in " ".join(dispatch.notes)
