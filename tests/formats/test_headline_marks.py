"""A mark before a headline is taken off; a word that only begins like one is not."""

from __future__ import annotations

import pytest

from newswire.formats.headlines import Headline, split_headline


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("EXTRA: Bridge to reopen", Headline("Bridge to reopen")),
        ("RTRS-Bridge to reopen", Headline("Bridge to reopen")),
        ("UPDATE 2-euro zone agrees", Headline("euro zone agrees", "UPDATE 2")),
        ("Flash-Bridge reopens", Headline("Bridge reopens")),
        ("KILL-Bridge to reopen", Headline("Bridge to reopen", killed=True)),
        ("Kill-switch law passed", Headline("Kill-switch law passed")),
        ("Cancel-culture row goes on", Headline("Cancel-culture row goes on")),
        ("Flash-flood takes bridge away", Headline("Flash-flood takes bridge away")),
        ("EXTRA-TIME GOAL SENDS LATVIA THROUGH", Headline("EXTRA-TIME GOAL SENDS LATVIA THROUGH")),
        ("Extra trains to run", Headline("Extra trains to run")),
    ],
)
def test_marks_and_words(line: str, expected: Headline) -> None:
    assert split_headline(line) == expected
