"""Events: their type and actors by sentence, their dates by dispatch, what holds for any text."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newswire.lang.en import sentences
from newswire.lang.en.attributions import find_attributions
from newswire.lang.en.events import find_events
from newswire.lang.en.events.lexicon import inflect, lexicon
from newswire.lang.en.times import find_times
from newswire.model import Event, Mention

HERE = Path(__file__).parent
CORPUS: list[dict[str, Any]] = tomllib.loads((HERE / "corpus.toml").read_text("utf-8"))["event"]
STORIES: list[dict[str, Any]] = tomllib.loads((HERE / "stories.toml").read_text("utf-8"))["story"]
TUESDAY = date(2012, 6, 19)
PLOVER = {
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
NAMES = {
    "Norland": ("country", "NOR", "name"),
    "Norlander": ("country", "NOR", "demonym"),
    "Sudria": ("country", "SUD", "name"),
    "Sudrian": ("country", "SUD", "demonym"),
    "Estia": ("country", "EST", "name"),
    "Lena Marek": ("leader", "lena-marek", "name"),
    "Erik Dahl": ("leader", "erik-dahl", "name"),
    "Northern Union": ("organisation", "northern-union", "name"),
}
TIMES = ("on Monday", "in 2011", "last week", "15-month-old", "on June 32")
VERBS = ("will", "must", "not", "was killed by", "attacked", "met", "withdrew", "said")
PIECES = st.sampled_from([*NAMES, *TIMES, *VERBS, " ", ", ", ". ", "\n\n", '"', "and"])


def mentions_of(text: str) -> tuple[Mention, ...]:
    pattern = re.compile(r"\b(?:" + "|".join(sorted(NAMES, key=len, reverse=True)) + r")\b")
    rows = ((m.span(), NAMES[m.group()]) for m in pattern.finditer(text))
    return tuple(
        Mention(*span, kind, (actor,), rule)  # type: ignore[arg-type]
        for span, (kind, actor, rule) in rows
    )


def read(text: str, anchor: date | None = TUESDAY) -> tuple[Event, ...]:
    spans, mentions = sentences.split(text), mentions_of(text)
    said = find_attributions(text, mentions, spans)
    return find_events(text, mentions, find_times(text, anchor), said, spans, anchor)


@pytest.mark.parametrize("case", CORPUS, ids=lambda case: case["text"][:40])
def test_a_sentence_has_its_type_and_its_actors(case: dict[str, Any]) -> None:
    (event,) = read(case["text"])
    assert (event.type, list(event.actors)) == (case.get("type"), case["actors"])


def test_the_corpus_has_every_type() -> None:
    assert {case.get("type") for case in CORPUS} == PLOVER | {"STATEMENT", None}


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["name"])
def test_a_story_has_its_dates(story: dict[str, Any]) -> None:
    anchor = date.fromisoformat(story["anchor"]) if "anchor" in story else None
    text = story["text"].strip()
    events = read(text, anchor)
    found = [[e.date, e.rule.split(":")[0], text[e.start : e.end].rstrip(".")] for e in events]
    assert found == story["events"]


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=30).map("".join), st.sampled_from([TUESDAY, None]))
def test_events_stand_in_order_with_known_types_and_actors(text: str, anchor: date | None) -> None:
    events = read(text, anchor)
    assert [e.start for e in events] == sorted(e.start for e in events)
    for event in events:
        assert 0 <= event.start < event.end <= len(text)
        assert event.type in PLOVER | {"STATEMENT", None}
        assert set(event.actors) <= {actor for _, actor, _ in NAMES.values()}
        assert len(event.actors) == len(set(event.actors))
        assert event.rule.split(":")[0] in {"dated", "anchor", "undated"}


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("accuse", {"accuse", "accuses", "accused", "accusing"}),
        ("attack", {"attack", "attacks", "attacked", "attacking"}),
        ("clash", {"clash", "clashes", "clashed", "clashing"}),
        ("deploy", {"deploy", "deploys", "deployed", "deploying"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
    ],
)
def test_regular_verbs_are_inflected(verb: str, forms: set[str]) -> None:
    assert set(inflect(verb, {})) == forms


def test_a_phrase_has_one_type() -> None:
    types: dict[tuple[str, ...], set[str]] = {}
    for phrase in (p for phrases in lexicon().phrases.values() for p in phrases):
        types.setdefault(phrase.words, set()).add(phrase.type)
    assert {words: kinds for words, kinds in types.items() if len(kinds) > 1} == {}
