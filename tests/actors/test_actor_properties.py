"""What holds for any text: sound spans, no overlaps, linear time."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_world import mentions_in, small_world

from newswire.actors.matcher import find_names
from newswire.annotate import FINDERS

WORDS = (
    "Russian president Moscow said Georgia Kim of and SYRIA al- Assad a ’s leaders UN É спутник 1"
)
NAMES = ("Putin", "Vladimir Putin", "the two leaders", "U.S.", "spokesman Jay Carney", "'s", "-")
PIECES = st.sampled_from((*WORDS.split(" "), *NAMES, "\n", "\n\n", "(", ",", ".", "\u00a0"))
TEXTS = st.lists(PIECES | st.text(max_size=4), max_size=40).map(" ".join)
DAYS = st.none() | st.dates(date(1990, 1, 1), date(2025, 1, 1))


@given(TEXTS, DAYS)
def test_mentions_lie_in_the_text_in_order(text: str, on: date | None) -> None:
    registry = small_world()
    found = mentions_in(text, on, registry)
    end = 0
    for mention in found:
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]
        assert mention.kind == "person" or all(registry.get(actor) for actor in mention.ids)
        end = mention.end


@given(TEXTS, DAYS)
def test_no_step_overlaps_what_it_was_given(text: str, on: date | None) -> None:
    registry = small_world()
    found = list(find_names(text, registry, on))
    for _, finder in FINDERS:
        taken = {place for m in found for place in range(m.start, m.end)}
        added = list(finder(text, found, registry, on))
        assert all(taken.isdisjoint(range(m.start, m.end)) for m in added)
        found = sorted([*found, *added], key=lambda mention: mention.start)


@given(TEXTS, DAYS)
def test_the_same_text_gives_the_same_mentions(text: str, on: date | None) -> None:
    registry = small_world()
    assert mentions_in(text, on, registry) == mentions_in(text, on, registry)


HOSTILE = {
    "capitals": "Xa " * 30_000,
    "initials": "A." * 30_000,
    "titles": "president of the " * 5_000,
    "appositions": "Ann Ode, " * 10_000,
    "one word": "a" * 100_000,
    "names": "Vladimir Putin " * 5_000,
    "surnames": "Vladimir Putin " + "Putin " * 15_000,
    "groups": "Vladimir Putin met Barack Obama. The two leaders left. " * 400,
    "blanks": " " * 100_000,
    "one line": "Russian president " * 5_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_is_linear(name: str) -> None:
    text = HOSTILE[name]
    start = time.process_time()
    mentions_in(text, date(2012, 6, 19), small_world())
    assert time.process_time() - start < 3
