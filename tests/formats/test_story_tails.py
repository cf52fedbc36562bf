"""What stands below a story is told from its last lines."""

from __future__ import annotations

import pytest

from newswire.formats.agencies import load_agencies
from newswire.formats.tail import split_tail

AGENCIES = load_agencies()
STORY = (
    "The two sides agreed on Tuesday to reopen the bridge by the end of the month.",
    "The toll will stay as it was, the ministry said in a statement.",
)


@pytest.mark.parametrize(
    "line",
    [
        "ab",
        "abc/",
        "ab/cd",
        "A.R.",
        "AFP ab/cd",
        "(Nora Vale, nora.vale@wire.example)",
        "Follow Nora Vale on Twitter: @noravale",
        "Bo Vale in Riga contributed to the story.",
    ],
)
def test_a_note_below_a_story(line: str) -> None:
    tail = split_tail((*STORY, line), AGENCIES, page=False)
    assert (tail.body, tail.notes) == (STORY, (line,))


@pytest.mark.parametrize(
    "mark", ["PTI", "PTI ABC XY", "(AFP)", "AFP ab/cd", "-- BERNAMA", "(Signed)", "/ritzau/"]
)
def test_an_end_mark_behind_the_last_sentence(mark: str) -> None:
    tail = split_tail((STORY[0], f"{STORY[1]} {mark}"), AGENCIES, page=False)
    assert (tail.body, tail.boilerplate) == (STORY, (mark,))


@pytest.mark.parametrize("mark", ["PTI ABC XY", "More news >>"])
def test_an_end_mark_on_a_line_of_its_own(mark: str) -> None:
    tail = split_tail((*STORY, mark), AGENCIES, page=False)
    assert (tail.body, tail.boilerplate) == (STORY, (mark,))


@pytest.mark.parametrize(
    "parts",
    [
        ("or", "by water, which takes an hour longer, as the ministry said."),
        ("Medals after the first day:", "Latvia\nU.S."),
        ("Who agreed?", "yes"),
        ("Some 200 engineers contributed to the report.",),
        ('The minister wrote on Twitter: "We will open it."',),
        ("The tank contains only a portion of the fuel.",),
        ("The money comes from the United States and the AP.",),
        ("He called it <<the bridge of the north>>",),
        ("Gifts go to help@wire.example (the fund's address), the ministry said.",),
    ],
    ids=lambda parts: parts[0],
)
def test_last_lines_that_are_story(parts: tuple[str, ...]) -> None:
    tail = split_tail((*STORY, *parts), AGENCIES, page=False)
    assert tail.body == (*STORY, *parts)
