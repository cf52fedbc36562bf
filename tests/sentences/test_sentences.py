"""Sentences: a corpus in which `|` stands where one ends, and what holds for any text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newswire.lang.en.sentences import abbreviations, paragraphs, split

CORPUS = (Path(__file__).parent / "corpus.txt").read_text(encoding="utf-8").splitlines()
PIECES = st.sampled_from(
    [
        "U.S.",
        "Gen.",
        "a.m.",
        "He",
        "said",
        ".",
        "!",
        "?",
        "…",
        '"',
        "”",
        " ",
        "\n",
        "\n\n",
        "5",
        "x",
    ]
)


@pytest.mark.parametrize("line", [line for line in CORPUS if line])
def test_corpus(line: str) -> None:
    text = line.replace(" |", "")
    assert [text[start:end] for start, end in split(text)] == line.split(" | ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks fail\nThe envoys left.", ["Talks fail", "The envoys left."]),
        ("They met in the\ncapital.", ["They met in the\ncapital."]),
        (f"{'word ' * 12}\nThe end.", [f"{'word ' * 12}\nThe end."]),
        (f"{'word ' * 30}\nThe end.", ["word " * 29 + "word", "The end."]),
        (
            f"They left {'in hired buses ' * 4}again. Then General\nDahl spoke.",
            [f"They left {'in hired buses ' * 4}again.", "Then General\nDahl spoke."],
        ),
        ("One\n \nTwo", ["One", "Two"]),
        (" \n ", []),
    ],
)
def test_lines_and_paragraphs(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in split(text)] == expected


@given(st.lists(PIECES, max_size=30).map("".join))
def test_sentences_cover_all_but_white_space_and_cross_no_empty_line(text: str) -> None:
    spans = split(text)
    covered = {i for start, end in spans for i in range(start, end)}
    assert {i for i, sign in enumerate(text) if not sign.isspace()} <= covered
    assert sum(end - start for start, end in spans) == len(covered)
    assert not any(re.search(r"\n\s*\n", text[start:end]) for start, end in spans)
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_every_sentence_lies_in_one_paragraph(text: str) -> None:
    blocks = paragraphs(text)
    assert all(any(a <= start and end <= b for a, b in blocks) for start, end in split(text))


def test_abbreviations_are_lower_case_and_in_one_list() -> None:
    words = abbreviations()
    assert not words.before_name & words.before_either
    every = words.before_name | words.before_either | words.openers
    assert all(word == word.lower().rstrip(".") for word in every)
