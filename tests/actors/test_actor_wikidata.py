"""Import from Wikidata, on recorded answers; no test asks the network."""

from __future__ import annotations

import io
import json
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from small_world import WORLD, small_world

from newswire.actors.registry import load_registry
from newswire.actors.wikidata import ENDPOINT, fetch, person_toml
from newswire.errors import DataError

FOLDER = Path(__file__).parent / "wikidata"
ANSWER = json.loads((FOLDER / "answer.json").read_text("utf-8"))


def test_an_answer_becomes_a_table() -> None:
    expected = (FOLDER / "person.toml").read_text("utf-8")
    assert person_toml("Q1", ANSWER, small_world()) == expected


def test_the_table_loads(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(person_toml("Q1", ANSWER, small_world()), encoding="utf-8")
    assert load_registry([path], data=WORLD).people["anna-ode"].wikidata == "Q1"


@pytest.mark.parametrize("answer", [{}, [], {"results": {"bindings": []}}, None])
def test_an_answer_without_a_person_is_an_error(answer: Any) -> None:
    with pytest.raises(DataError):
        person_toml("Q1", answer, small_world())


def test_the_item_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def answer(request: urllib.request.Request, timeout: float) -> io.BytesIO:
        asked.append(request.full_url)
        return io.BytesIO(json.dumps(ANSWER).encode())

    monkeypatch.setattr(urllib.request, "urlopen", answer)
    assert fetch("Q1") == ANSWER
    assert asked[0].startswith(ENDPOINT)
    assert "wd%3AQ1+" in asked[0]


def test_no_network_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(request: urllib.request.Request, timeout: float) -> io.BytesIO:
        raise OSError("unreachable")

    monkeypatch.setattr(urllib.request, "urlopen", answer)
    with pytest.raises(DataError, match="unreachable"):
        fetch("Q1")
