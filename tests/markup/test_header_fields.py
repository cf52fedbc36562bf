"""What is wrong with a header is told whole, and an editor's own fields are left alone."""

from __future__ import annotations

import pytest

from newswire.markup import header_problems
from newswire.markup.fields import KNOWN

SOUND = {"Title": "Talks", "Date": "2012-06-18", "Slug": "talks", "Source": "seeds/a.txt"}


def told(**fields: str) -> list[str]:
    header = tuple((SOUND | fields).items())
    return [str(problem) for problem in header_problems(header, "a.md")]


def test_every_problem_of_a_header_is_told_in_the_order_of_its_lines() -> None:
    assert told(Date="soon", Rights="half", Title="") == [
        "a.md:1: the header has no Title (add a line 'Title: …')",
        "a.md:2: not a date: 'soon' (write 2012-06-19 10:39+04:00)",
        "a.md:5: Rights is 'half' (one of full, excerpt, none)",
    ]


@pytest.mark.parametrize("key", ["Updated", "Author", "Note", "Tags", "Lang", "Modified", "Place"])
def test_an_editors_own_field_is_no_problem(key: str) -> None:
    assert told(**{key: "whatever"}) == []


@pytest.mark.parametrize("key", KNOWN)
def test_a_field_in_small_letters_is_told(key: str) -> None:
    (problem,) = told(**{key.lower(): "yes"})
    assert f"unknown field {key.lower()} (did you mean {key}?)" in problem


@pytest.mark.parametrize("slug", ["talks", "Talks_2.0", "переговоры", "a-b"])
def test_a_slug_of_a_persons_own_is_taken(slug: str) -> None:
    assert told(Slug=slug) == []


@pytest.mark.parametrize("slug", ["a/b", "..", "a b", "?", "-", "#a"])
def test_what_would_lead_elsewhere_is_no_slug(slug: str) -> None:
    (problem,) = told(Slug=slug)
    assert problem.startswith("a.md:3: Slug is no name for an address")
