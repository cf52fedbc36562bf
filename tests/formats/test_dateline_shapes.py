"""Datelines in the shapes that agencies share, and sentences that only begin like one."""

from __future__ import annotations

import pytest

from newswire.formats.agencies import load_agencies
from newswire.formats.dateline import match_dateline

AGENCIES = load_agencies()
STORY = "The two sides agreed on Tuesday to reopen the bridge."


@pytest.mark.parametrize(
    ("dateline", "place", "agency"),
    [
        ("RIGA - - ", "RIGA", None),
        ("RIGA, June 19 (Sample Wire) - - ", "RIGA", "sample-wire"),
        ("MOSCOW, June 19 /TASS/. ", "MOSCOW", "tass"),
        ("MOSCOW. June 19. /TASS/. ", "MOSCOW", "tass"),
        ("MOSCOW. June 19. INTERFAX - ", "MOSCOW", "interfax"),
        ("PETRA (AP) - ", "PETRA", "ap"),
    ],
)
def test_a_dateline(dateline: str, place: str, agency: str | None) -> None:
    found = match_dateline(dateline + STORY, AGENCIES)
    assert found is not None
    assert (found.place, found.facts.id if found.facts else None) == (place, agency)
    assert (dateline + STORY)[found.end :] == STORY


@pytest.mark.parametrize("start", ["INTERFAX, June 19 - ", "He came to Moscow. June 19. AP - "])
def test_no_place_before_the_dash(start: str) -> None:
    assert match_dateline(start + STORY, AGENCIES) is None
