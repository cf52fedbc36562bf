"""One story from several mirrors is one dispatch with several sources."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from toy_wire import Wire, actions, body_of, header_of

from newswire.ingest.compose import story_of
from newswire.ingest.reissues import Copy, is_reissue
from newswire.ingest.shingles import containment, resemblance, shingles_of
from newswire.ingest.sources import also_of, seed_of, with_also
from newswire.markup import dumps, loads
from newswire.model import Dispatch, Document

BODY = """The harbour of Moscow opens again on Monday after two years of repair, its master said.

Workers deepened the basin, replaced 14 cranes and laid a second track to the goods station. The
first ship, a carrier of grain, is expected before noon and will be met by the mayor.

Fishermen had asked for a longer quay since the storm that broke the old one. They will get their
berths in the autumn, when the last of the sheds is down and the road to the market is paved.
"""
STORY = f"Harbour opens again\n2012-06-19\n{BODY}"
MIRROR = f"The harbour is open\n2012-06-20\n{BODY}\nRead our other news from the coast.\n"
UPDATED = STORY.replace("14 cranes", "16 cranes")
MORE = """The opposition called the repair too dear. It wants to know why the city paid for cranes
that no yard in the country could build, and who chose the firm that laid the track.
"""


@pytest.fixture
def twice(wire: Wire) -> Wire:
    """A site that has read a story and its re-issue."""
    wire.seed(STORY, "a.txt")
    wire.ingest()
    wire.seed(MIRROR, "b.txt")
    return wire


def sources(path: Path) -> tuple[str, str | None]:
    header = header_of(path)
    return header["Source"], header.get("Also")


def test_reissue_is_one_more_source_and_no_page(twice: Wire) -> None:
    text = body_of(twice.markdown())
    assert actions(twice.ingest()) == ["updated"]
    assert sources(twice.markdown()) == ("seeds/a.txt", "seeds/b.txt")
    assert body_of(twice.markdown()) == text


def test_reissues_of_one_run_are_folded_too(wire: Wire) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        wire.seed(STORY, name)
    dry = wire.ingest(dry_run=True)
    assert wire.files() == []
    assert dry.outcomes == wire.ingest().outcomes
    assert sources(wire.markdown()) == ("seeds/a.txt", "seeds/b.txt | seeds/c.txt")


def test_second_run_changes_no_byte_of_it(twice: Wire) -> None:
    twice.ingest()
    before = twice.snapshot()
    assert actions(twice.ingest()) == []
    twice.ingest("new", refresh=True)
    assert {**twice.snapshot(), ".newswire/seeds.jsonl": b""} == {
        **before,
        ".newswire/seeds.jsonl": b"",
    }


def test_edit_survives_a_reissue_and_a_changed_seed(twice: Wire) -> None:
    path = twice.markdown()
    path.write_text(path.read_text("utf-8").replace("longer quay", "new quay"), "utf-8")
    assert actions(twice.ingest()) == ["merged"]
    twice.seed(STORY.replace("before noon", "at noon"), "a.txt")
    assert twice.ingest().problems == []
    assert "new quay" in body_of(path)
    assert "at noon" in body_of(path)
    assert sources(path) == ("seeds/a.txt", "seeds/b.txt")


@pytest.mark.parametrize("gone", ["a.txt", "b.txt"])
def test_page_stays_when_one_seed_goes(twice: Wire, gone: str) -> None:
    twice.ingest()
    before = twice.markdown().read_bytes()
    (twice.layout.seeds / gone).unlink()
    assert twice.ingest("new", refresh=True).problems == []
    assert twice.markdown().read_bytes() == before


def test_renamed_reissue_is_named_anew(twice: Wire) -> None:
    twice.ingest()
    seed = twice.layout.seeds / "b.txt"
    seed.rename(seed.with_name("c.txt"))
    twice.ingest()
    assert sources(twice.markdown()) == ("seeds/a.txt", "seeds/c.txt")


def test_reissue_that_becomes_another_story_gets_its_page(twice: Wire) -> None:
    twice.ingest()
    twice.seed("Grain is dear\n2012-06-20\nNothing in common.\n", "b.txt")
    twice.ingest()
    assert sorted(map(sources, twice.files())) == [("seeds/a.txt", None), ("seeds/b.txt", None)]


def test_lost_ledger_folds_as_before(twice: Wire) -> None:
    twice.ingest()
    before, ledger = twice.snapshot(), twice.layout.ledger
    ledger.unlink()
    assert twice.ingest().problems == []
    assert twice.snapshot() == before


def test_two_pages_that_were_parted_stay_two(wire: Wire) -> None:
    wire.seed(STORY, "a.txt")
    wire.seed(UPDATED, "b.txt")
    wire.ingest()
    wire.seed(STORY, "b.txt")
    wire.ingest()
    wire.layout.ledger.unlink()
    wire.ingest()
    assert sorted(map(sources, wire.files())) == [("seeds/a.txt", None), ("seeds/b.txt", None)]


def test_deleted_page_stays_deleted_when_its_story_comes_again(twice: Wire) -> None:
    twice.markdown().unlink()
    assert actions(twice.ingest()) == ["deleted"]
    assert twice.files() == []


def test_moved_page_gets_its_further_source(twice: Wire) -> None:
    moved = twice.layout.dispatches / "2012" / "harbour.md"
    moved.parent.mkdir()
    twice.markdown().rename(moved)
    twice.ingest()
    assert twice.files() == [moved]
    assert sources(moved) == ("seeds/a.txt", "seeds/b.txt")


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(UPDATED, id="a changed figure is news"),
        pytest.param(STORY.replace("2012-06-19", "2012-06-23"), id="days later"),
        pytest.param(STORY.replace("2012-06-19", ""), id="of no date"),
        pytest.param(f"{STORY}\n{MORE}", id="with a new paragraph"),
    ],
)
def test_what_is_no_reissue_gets_a_page(wire: Wire, other: str) -> None:
    wire.seed(STORY, "a.txt")
    wire.seed(other, "b.txt")
    wire.ingest()
    assert len(wire.files()) == 2


def test_short_texts_are_never_folded(wire: Wire) -> None:
    wire.seed("Rates\n2012-06-19\nThe bank keeps its rate.\n", "a.txt")
    wire.seed("Rates\n2012-06-19\nThe bank keeps its rate.\n", "b.txt")
    wire.ingest()
    assert len(wire.files()) == 2


COPY = Copy("a.md", "a.txt", dt.date(2012, 6, 19), BODY, "River News", (None, None, None))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, True),
        ({"agency": None}, True),
        ({"day": dt.date(2012, 6, 16)}, True),
        ({"body": BODY.partition("\n\nFishermen")[0]}, True),
        ({"agency": "Coast Wire"}, False),
        ({"day": dt.date(2012, 6, 15)}, False),
        ({"marks": ("UPDATE 1", None, None)}, False),
        ({"marks": (None, "CORRECTED", None)}, False),
        ({"marks": (None, None, "yes")}, False),
    ],
)
def test_reissue_is_told_from_news(change: dict[str, object], expected: bool) -> None:
    assert is_reissue(replace(COPY, **change), COPY) is expected  # type: ignore[arg-type]


@given(st.text("ab ", max_size=80), st.text("ab ", max_size=80))
def test_likeness_is_a_part_of_one(one: str, other: str) -> None:
    a, b = shingles_of(one), shingles_of(other)
    assert 0 <= resemblance(a, b) == resemblance(b, a) <= 1
    assert resemblance(a, b) <= min(containment(a, b), containment(b, a)) or not (a and b)
    assert not a or containment(a, a) == resemblance(a, a) == 1


@given(st.lists(st.from_regex(r"seeds/[a-z ,.]{1,9}[a-z](#[2-9])?", fullmatch=True), unique=True))
def test_further_sources_are_read_as_written(names: list[str]) -> None:
    plain = dumps(story_of(Document(Dispatch("seeds/a.txt", "One.\n\nTwo.", headline="A")), "a"))
    names = [" ".join(name.split()) for name in names]
    text = with_also(plain, names)
    assert also_of(dict(loads(text).header)) == names
    assert with_also(text, []) == plain


def test_seed_of_a_source_is_its_file() -> None:
    assert seed_of("seeds/a.txt#2") == seed_of("seeds/a.txt") == "seeds/a.txt"
    assert seed_of("seeds/c#/a.txt") == "seeds/c#/a.txt"
