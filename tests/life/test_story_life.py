"""Which dispatch replaces which, and which takes another back."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newswire.life import Article, Lives, lives_of
from stories import BODY, article

OTHER = "Fishermen in the gulf caught less this year than in any other, the union reckons.\n"


def first(**fields: str) -> Article:
    return article("Harbour of Riga to open", "2012-06-19 10:00+00:00", **fields)


def replaced(*articles: Article) -> dict[str, str]:
    """Slugs of older dispatches with that of the one that stands."""
    slugs = {a.url: a.fields["Slug"] for a in articles}
    found = lives_of(articles).superseded
    return {slugs[url]: newer.fields["Slug"] for url, newer in found.items()}


@pytest.mark.parametrize(
    ("title", "date", "fields"),
    [
        ("Ships call", "2012-06-21", {"Slugline": "RIGA-HARBOUR", "Dateline": "OSLO"}),
        ("Harbour of Riga to open late", "2012-06-19 12:00+00:00", {"Version": "UPDATE 1"}),
        ("Riga harbour to open in rain", "2012-06-20", {"Version": "2nd Ld"}),
        ("Harbour of Riga opens", "2012-06-19 10:00+00:00", {"Version": "WRAPUP 2"}),
        ("Harbour of Riga to open", "2012-06-20", {"Correction": "CORRECTED", "Slug": "corrected"}),
        ("Harbour of Riga to open soon", "2012-06-20", {}),
    ],
)
def test_newer_version_replaces_the_older(title: str, date: str, fields: dict[str, str]) -> None:
    old, new = first(Slugline="riga-harbour"), article(title, date, **fields)
    assert replaced(old, new) == replaced(new, old) == {old.fields["Slug"]: new.fields["Slug"]}


@pytest.mark.parametrize(
    ("title", "date", "fields"),
    [
        ("Harbour of Riga to open soon", "2012-06-21", {}),
        ("Harbour of Riga to open soon", "2012-06-20", {"Agency": "Coast Wire"}),
        ("Harbour of Riga to open soon", "2012-06-20", {"Agency": ""}),
        ("Harbour of Riga to open soon", "2012-06-20", {"Dateline": "OSLO"}),
        ("Harbour of Riga to open soon", "2012-06-20", {"body": OTHER}),
        ("Harbour of Riga to open soon", "2012-06-20", {"Slugline": "OSLO-HARBOUR"}),
        ("Fishermen of Riga at sea", "2012-06-20", {"Version": "UPDATE 1"}),
        ("Ships call", "2012-06-23", {"Slugline": "RIGA-HARBOUR"}),
        ("Harbour of Riga to open soon", "2012-06-20", {"Supersedes": "none"}),
    ],
)
def test_other_story_replaces_nothing(title: str, date: str, fields: dict[str, str]) -> None:
    assert replaced(first(Slugline="RIGA-HARBOUR"), article(title, date, **fields)) == {}


def test_every_older_version_leads_to_the_newest() -> None:
    first_ = first()
    second = article("Harbour of Riga to open", "2012-06-19 12:00+00:00", Slug="b", Version="LEAD")
    third = article(
        "Harbour of Riga to open", "2012-06-19 12:00+00:00", Slug="a", Version="2ND LEAD"
    )
    assert replaced(third, first_, second) == {first_.fields["Slug"]: "a", "b": "a"}


@pytest.mark.parametrize(
    "name", ["harbour-of-riga-to-open", "/2012/06/19/harbour-of-riga-to-open/"]
)
def test_person_says_what_is_replaced(name: str) -> None:
    new = article("Quite another line", "2012-07-30", Agency="", Supersedes=name, body=OTHER)
    assert replaced(first(), new) == {"harbour-of-riga-to-open": "quite-another-line"}


def test_person_wins_over_what_agencies_mark() -> None:
    old, same = first(), article("Harbour of Riga to open", "2012-06-20", Slug="marked")
    new = article("Another line", "2012-06-21", Supersedes="harbour-of-riga-to-open")
    assert replaced(old, same, new) == {"harbour-of-riga-to-open": "another-line"}


@pytest.mark.parametrize("name", ["no-such-slug", "a-later-one", "itself"])
def test_what_cannot_be_replaced_is_a_problem(name: str) -> None:
    later = article("A later one", "2012-06-25")
    lives = lives_of([article("Itself", "2012-06-20", Supersedes=name), later])
    assert lives.superseded == {}
    (problem,) = lives.problems
    assert (problem.path, problem.line) == ("content/itself.md", 7)
    assert name in str(problem)


def kill(title: str = "Harbour of Riga to open", **fields: str) -> Article:
    fields = {"Killed": "yes", "Slug": "order", "body": "The story is withdrawn.\n"} | fields
    return article(title, fields.pop("date", "2012-06-20"), **fields)


def fate(lives: Lives, dispatch: Article) -> str:
    if dispatch.url in lives.orders:
        return "order"
    return "killed" if dispatch.url in lives.killed else "stands"


@pytest.mark.parametrize(
    ("order", "fates"),
    [
        pytest.param(kill(), ["killed", "order"], id="by its headline"),
        pytest.param(kill("Kill", Slugline="riga-harbour"), ["killed", "order"], id="by slugline"),
        pytest.param(kill(body=OTHER * 9), ["killed", "killed"], id="with a story of its own"),
        pytest.param(kill("Another"), ["stands", "killed"], id="of another"),
        pytest.param(kill(Agency="Coast Wire"), ["stands", "killed"], id="of another agency"),
        pytest.param(kill(date="2012-06-18"), ["stands", "killed"], id="earlier"),
        pytest.param(kill(date="2012-06-19 09:00+00:00"), ["stands", "killed"], id="hour earlier"),
        pytest.param(kill(date="2012-07-20"), ["stands", "killed"], id="a month later"),
    ],
)
def test_kill_takes_back_what_it_names(order: Article, fates: list[str]) -> None:
    story = first(Slugline="RIGA-HARBOUR")
    lives = lives_of([order, story])
    assert [fate(lives, story), fate(lives, order)] == fates


@pytest.mark.parametrize("name", ["harbour-of-riga-to-open", "/2012/06/19/harbour-of-riga-to-open"])
def test_person_says_what_a_kill_takes_back(name: str) -> None:
    story, order = first(), kill("Another", date="2012-07-30", Agency="Coast Wire", Supersedes=name)
    lives = lives_of([story, order])
    assert [fate(lives, story), fate(lives, order)] == ["killed", "order"]
    assert (lives.superseded, lives.problems, lives.warnings) == ({}, [], [])


@pytest.mark.parametrize(
    ("order", "reason"),
    [
        pytest.param(kill("Another"), "no dispatch of its agency in the three days", id="other"),
        pytest.param(kill(date=""), "it has no date (write 'Date: ", id="undated"),
    ],
)
def test_kill_that_takes_nothing_back_is_told_with_the_remedy(order: Article, reason: str) -> None:
    drafts = [] if order.date else [order]
    (warning,) = lives_of([first(), *([order] if order.date else [])], drafts).warnings
    at = list(order.fields).index("Killed") + 1
    told = f"content/order.md:{at}: this kill takes nothing back: {reason}"
    assert str(warning).startswith(told)
    assert warning.hint


@pytest.mark.parametrize(
    "order",
    [
        pytest.param(kill(), id="it kills"),
        pytest.param(kill("Another", Supersedes="none"), id="a person knows"),
        pytest.param(kill("Another", body=OTHER * 9), id="a story that is killed itself"),
    ],
)
def test_other_kills_are_not_told(order: Article) -> None:
    lives = lives_of([first(), order])
    assert (lives.problems, lives.warnings) == ([], [])


@pytest.mark.parametrize("name", ["no-such-slug", "order"])
def test_kill_of_an_unknown_dispatch_is_a_problem(name: str) -> None:
    (problem,) = lives_of([first(), kill("Another", Supersedes=name)]).problems
    assert f"Supersedes names no earlier dispatch: {name!r}" in str(problem)


def test_draft_may_be_named_and_is_left_alone() -> None:
    draft, order = first(Status="draft"), kill("B", Supersedes="harbour-of-riga-to-open")
    newer = article("A later one", "2012-06-25", Supersedes="harbour-of-riga-to-open")
    lives = lives_of([order, newer], [draft])
    assert (lives.problems, lives.superseded, fate(lives, draft)) == ([], {}, "stands")


def test_kill_takes_back_every_version() -> None:
    old = first(Slugline="RIGA-HARBOUR")
    new = article("Ships call", "2012-06-19 12:00+00:00", Slugline="RIGA-HARBOUR")
    lives = lives_of([old, new, kill(Slugline="RIGA-HARBOUR")])
    assert [fate(lives, old), fate(lives, new)] == ["killed", "killed"]
    assert lives.superseded == {}


def test_kill_counts_as_a_draft_too() -> None:
    story = first(Slugline="RIGA-HARBOUR")
    lives = lives_of([story], [kill("Untitled", Slugline="RIGA-HARBOUR", Status="draft")])
    assert fate(lives, story) == "killed"


def test_story_that_was_sent_again_after_its_kill_stands() -> None:
    again = article("Harbour of Riga to open", "2012-06-21", Slug="again")
    lives = lives_of([first(), kill(), again])
    assert fate(lives, again) == "stands"


def test_dispatch_that_was_taken_back_may_be_replaced() -> None:
    again = article("Another line", "2012-06-21", Supersedes="harbour-of-riga-to-open")
    lives = lives_of([first(), kill(), again])
    assert fate(lives, first()) == "killed"
    assert lives.superseded == {first().url: again}


def test_alone_a_dispatch_stands() -> None:
    lives = lives_of([first(body=BODY)])
    assert (lives.superseded, lives.killed, lives.orders) == ({}, frozenset(), frozenset())


FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "Version": st.sampled_from(["UPDATE 1", "UPDATE 2"]),
        "Slugline": st.sampled_from(["RIGA", "OSLO"]),
        "Killed": st.just("yes"),
        "Supersedes": st.sampled_from(["s1", "s2", "none"]),
    },
)
DATES = st.sampled_from(["2012-06-19", "2012-06-19 10:00+00:00", "2012-06-20", "2012-06-22"])


@given(st.lists(st.tuples(DATES, FIELDS), max_size=6), st.randoms())
def test_every_line_of_versions_ends_whatever_the_order(
    made: list[tuple[str, dict[str, str]]], random: Random
) -> None:
    articles = [
        article("Harbour of Riga to open", date, Slug=f"s{number}", **fields)
        for number, (date, fields) in enumerate(made)
    ]
    lives = lives_of(articles)
    for url, newer in lives.superseded.items():
        assert newer.url not in {url, *lives.superseded, *lives.orders}
    assert not lives.orders & lives.killed
    random.shuffle(articles)
    again = lives_of(articles)
    assert (again.superseded, again.killed) == (lives.superseded, lives.killed)
