"""Names of one body that others bear elsewhere, in the packaged data."""

from __future__ import annotations

import pytest

from newswire.actors.matcher import find_names
from newswire.annotate import Context


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Security Council met.", ["united-nations-security-council"]),
        ("Ukraine's Security Council met.", ["UKR"]),
        ("The Peruvian Congress voted, the U.S. Congress did not.", ["PER", "USA", "us-congress"]),
        ("Hong Kong Democrats and American Democrats.", ["HKG", "USA", "democratic-party-us"]),
        ("The Austrian Bundesrat met, then the Bundesrat in Berlin.", ["AUT", "bundesrat"]),
        ("U.S. media said that Ohio called out the National Guard.", ["USA", "us-national-guard"]),
        ("In Mariupol the National Guard was called out.", []),
        ("Venezuela's National Guard was called out.", ["VEN"]),
        ("Russia spoke. Georgia's two senators and a Georgia Republican did not.", ["RUS"]),
        ("Russia spoke. Georgia's two ministers did not.", ["RUS", "GEO"]),
    ],
)
def test_bodies_of_other_states(text: str, expected: list[str], context: Context) -> None:
    assert [mention.id for mention in find_names(text, context.registry, None)] == expected
