"""Each agency of `agencies.toml` has a story of its own that is read right."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from newswire.errors import Problems
from newswire.formats import read
from newswire.formats.agencies import load_agencies

AGENCIES = load_agencies()
EXAMPLES: dict[str, dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("agencies.toml").read_text("utf-8")
)
BODY = """\
The ministry said on Tuesday that the talks would go on for another week.

No date was set for the next round."""


def test_every_agency_has_an_example_and_every_example_an_agency() -> None:
    assert sorted(EXAMPLES) == sorted(facts.id for facts in AGENCIES.facts)
    assert len(EXAMPLES) >= 45


@pytest.mark.parametrize("id_", EXAMPLES)
def test_an_agency_is_read_as_it_prints(id_: str) -> None:
    example = EXAMPLES[id_]
    (dispatch,) = read(example["text"].encode(), f"{id_}.txt", AGENCIES)
    dateline = dispatch.dateline
    assert dispatch.agency is not None
    assert dispatch.agency.id == id_
    assert dispatch.headline == "Envoys to go on talking about the river"
    assert (dateline.place if dateline else None) == example.get("place")
    assert (dateline.country if dateline else None) == example.get("country")
    assert dispatch.published == example.get("published")
    assert dispatch.published_partial == example.get("published_partial")
    assert dispatch.body == BODY


def test_a_site_adds_an_agency_of_its_own(tmp_path: Path) -> None:
    extra = tmp_path / "agencies.toml"
    extra.write_text(
        '[agency.river-news]\nname = "River News"\ndatelines = ["{known}/{place}: "]\n'
    )
    agencies = load_agencies(extra)
    text = "A headline of some words\n\nRiver News/Passau: The river rose by a metre on Tuesday.\n"
    (dispatch,) = read(text.encode(), "x.txt", agencies)
    assert dispatch.agency is not None
    assert dispatch.agency.id == "river-news"
    assert dispatch.body == "The river rose by a metre on Tuesday."


def test_every_fault_of_an_agency_file_is_told(tmp_path: Path) -> None:
    extra = tmp_path / "agencies.toml"
    extra.write_text(
        '[agency.a]\nnmae = "A"\n[agency.b]\nname = "B"\ndate_order = "YMD"\nzone = []\n'
    )
    with pytest.raises(Problems) as caught:
        load_agencies(extra)
    messages = [problem.message for problem in caught.value.problems]
    assert len(messages) == 4
    assert "agency 'a' has the unknown key 'nmae'" in messages
