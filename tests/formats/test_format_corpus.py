"""Each file of the corpus gives exactly the dispatches written beside it."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from newswire.formats import all_readers, read
from newswire.formats.agencies import load_agencies
from newswire.model import Dispatch

CORPUS = Path(__file__).parent / "corpus"
INPUTS = sorted(path for path in CORPUS.iterdir() if not path.name.endswith(".expected.json"))
AGENCIES = load_agencies()


def stated(dispatch: Dispatch) -> dict[str, Any]:
    """What a dispatch says: its fields without those that are empty, and its cautions' words."""
    fields = asdict(dispatch)
    fields["warnings"] = [caution.message for caution in dispatch.warnings]
    del fields["source"], fields["story"]
    filled = {key: value for key, value in fields.items() if value not in (None, False, (), [])}
    return json.loads(json.dumps(filled))  # tuples as lists, as the expected file has them


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
def test_a_file_gives_what_is_expected(path: Path) -> None:
    dispatches = read(path.read_bytes(), path.name, AGENCIES)
    expected = json.loads(path.with_name(f"{path.name}.expected.json").read_text("utf-8"))
    assert [stated(dispatch) for dispatch in dispatches] == expected
    assert [dispatch.story for dispatch in dispatches] == list(range(1, len(dispatches) + 1))


def test_every_expected_file_has_its_input() -> None:
    expected = {path.name.removesuffix(".expected.json") for path in CORPUS.glob("*.expected.json")}
    assert expected == {path.name for path in INPUTS}


@pytest.mark.parametrize("reader", all_readers(), ids=lambda reader: reader.__name__)
def test_every_reader_has_a_file_that_only_it_is_asked_to_read(reader: Any) -> None:
    first = [next(r for r in all_readers() if r.detect(p.read_bytes())) for p in INPUTS]
    assert reader in first
