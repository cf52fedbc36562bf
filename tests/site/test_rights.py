"""Readers see of a dispatch what its agency allows, and nothing of one that was taken back."""

from __future__ import annotations

import pytest

from newswire.errors import Problems
from newswire.markup import Entry, Tag, parse
from newswire.site.rights import rights_of, visible
from newswire.site.settings import apply_settings

WHOLE = parse("""Title: Talks in Riga

[Latvia]({country}LVA) opened talks on [Monday]({date}2012-06-18), it [said]({by}LVA).

Its guest, [Estonia]({country}EST), thanked [Latvia]({country}LVA) on [Tuesday]({date}2012-06-19).

## Timeline

- [2012-06-18]({date}2012-06-18): [Latvia]({country}LVA) opened talks on Monday, it said.
- [2012-06-19]({date}2012-06-19): Its guest, [Estonia]({country}EST), thanked [Latvia]({country}LVA), so [Latvia]({country}LVA) smiled.
- [2012-06-20]({date}2012-06-20): It rained.
""")  # noqa: E501
NAMES = Entry(
    "2012-06-19",
    "Estonia, Latvia",
    (Tag(0, 7, "country", ("EST",)), Tag(9, 15, "country", ("LVA",))),
)


def test_full_is_all() -> None:
    assert visible(WHOLE, "full") is WHOLE


def test_excerpt_is_the_first_paragraph_with_its_tags() -> None:
    story = visible(WHOLE, "excerpt").story
    assert story.body == WHOLE.story.body.split("\n\n")[0]
    assert story.tags == WHOLE.story.tags[:3]
    assert story.timeline == (WHOLE.story.timeline[0], NAMES)


def test_without_rights_dates_and_names_are_left() -> None:
    story = visible(WHOLE, "none").story
    assert (story.body, story.tags) == ("", ())
    assert [entry.text for entry in story.timeline] == ["Latvia", "Estonia, Latvia"]


def test_of_what_was_withdrawn_the_header_is_left() -> None:
    story = visible(WHOLE, "withdrawn").story
    assert (story.header, story.body, story.tags, story.timeline) == (
        WHOLE.story.header,
        "",
        (),
        (),
    )


def test_header_decides_then_the_setting() -> None:
    assert rights_of({"Rights": "None"}, "excerpt") == "none"
    assert rights_of({}, "excerpt") == "excerpt"


def test_wrong_word_is_an_error_in_the_setting_too() -> None:
    with pytest.raises(Problems, match="NEWSWIRE_RIGHTS is 'half'"):
        apply_settings({"NEWSWIRE_RIGHTS": "half", "JINJA_ENVIRONMENT": {}})
