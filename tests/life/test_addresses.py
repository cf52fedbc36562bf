"""One address, one page."""

from __future__ import annotations

from dataclasses import replace

from newswire.life import doubles_in
from stories import article


def test_second_file_of_an_address_is_told_with_the_first() -> None:
    one, other = article("Talks", "2012-06-19"), article("Talks", "2012-06-20")
    copied = replace(one, file="content/talks-copied.md")
    doubles = doubles_in([copied, other, one])
    assert doubles.keys() == {"content/talks.md"}
    (problem,) = doubles.values()
    assert problem.line == 3
    assert "has the same address, 2012/06/19/talks/" in str(problem)
    assert doubles_in([one, other, copied]).keys() == doubles.keys()


def test_drafts_of_one_slug_share_an_address_whatever_their_dates() -> None:
    one = article("Talks", "2012-06-19", Status="draft")
    other = replace(article("Talks", "2012-06-20", Status="draft"), file="content/z.md")
    assert doubles_in([one, other]).keys() == {"content/z.md"}
    assert doubles_in([one, article("Talks", "2012-06-19")]) == {}
