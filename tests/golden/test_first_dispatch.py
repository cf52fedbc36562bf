"""The site's first dispatch, demand by demand: what is in `first-dispatch.toml` is found."""

from __future__ import annotations

import tomllib
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from newswire.annotate import Context, annotate_seed
from newswire.ingest.compose import story_of
from newswire.markup import Story
from newswire.model import Document, Span
from sites import REPOSITORY

SEED = REPOSITORY / "seeds/000_f2a9fa354e6f32df.txt"
DEMANDS = tomllib.loads(Path(__file__).with_name("first-dispatch.toml").read_text("utf-8"))
NAMES = [
    pytest.param(kind, set(actors.split()), words, count, id=f"{actors}: {words}")
    for kind, by_actor in DEMANDS["mentions"].items()
    for actors, names in by_actor.items()
    for words, count in names.items()
]


@pytest.fixture(scope="module")
def document(context: Context) -> Document:
    (document,) = annotate_seed(SEED.read_bytes(), "seeds/first.txt", context)
    return document


@pytest.fixture(scope="module")
def story(document: Document) -> Story:
    return story_of(document, "first")


def end_of(body: str, words: str) -> int:
    """Where `words`, which stand once in the body, end."""
    assert body.count(words) == 1, words
    return body.index(words) + len(words)


def reaches(span: Span, end: int) -> bool:
    return span[0] < end <= span[1]


@pytest.mark.parametrize(("name", "value"), DEMANDS["fields"].items())
def test_field(document: Document, name: str, value: Any) -> None:
    assert asdict(document.dispatch)[name] == value


@pytest.mark.parametrize(("name", "value"), DEMANDS["dateline"].items())
def test_dateline(document: Document, name: str, value: str) -> None:
    assert document.dispatch.dateline is not None
    assert getattr(document.dispatch.dateline, name) == value


def test_date_in_the_header_has_the_offset(story: Story) -> None:
    assert dict(story.header)["Date"] == "2012-06-19 10:39+04:00"


def test_body_has_its_edges(document: Document) -> None:
    assert document.body.startswith(DEMANDS["body"]["begins"])
    assert document.body.endswith(DEMANDS["body"]["ends"])


@pytest.mark.parametrize("words", DEMANDS["body"]["kept"])
def test_typing_errors_are_kept(document: Document, words: str) -> None:
    assert words in document.body


@pytest.mark.parametrize("words", DEMANDS["body"]["left_out"])
def test_page_furniture_is_left_out(document: Document, words: str) -> None:
    assert words not in document.body


@pytest.mark.parametrize(("kind", "actors", "words", "count"), NAMES)
def test_actor_is_tagged_at_every_mention(
    story: Story, kind: str, actors: set[str], words: str, count: int
) -> None:
    found = [
        tag
        for tag in story.tags
        if (tag.kind, set(tag.targets)) == (kind, actors)
        and story.body[tag.start : tag.end] == words
    ]
    assert len(found) == count


@pytest.mark.parametrize(("words", "edtf"), DEMANDS["dates"].items())
def test_date_is_resolved(story: Story, words: str, edtf: str) -> None:
    end = end_of(story.body, words)
    dates = [t.targets for t in story.tags if t.kind == "date" and reaches((t.start, t.end), end)]
    assert dates == [(edtf,)]


@pytest.mark.parametrize(("words", "speakers"), DEMANDS["statements"].items())
def test_statement_is_theirs_who_made_it(story: Story, words: str, speakers: list[str]) -> None:
    end = end_of(story.body, words)
    cues = [t.targets for t in story.tags if t.kind == "by" and reaches((t.start, t.end), end)]
    assert [set(cue) for cue in cues] == [set(speakers)]


@pytest.mark.parametrize(("date", "sentence"), DEMANDS["timeline"].items())
def test_timeline_has_the_date_with_its_sentence(story: Story, date: str, sentence: str) -> None:
    assert [e for e in story.timeline if e.date == date and e.text.startswith(sentence)]


def test_timeline_is_in_order_of_time(story: Story) -> None:
    dates = [entry.date for entry in story.timeline]
    assert dates == sorted(dates)
