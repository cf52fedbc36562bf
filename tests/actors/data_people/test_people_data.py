"""The packaged people: who is there, how they are spelt, when they held which post."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from newswire.actors.compile import family_keys
from newswire.actors.dates import earliest, latest
from newswire.actors.loader import Entry, read_files
from newswire.actors.registry import DATA
from newswire.actors.schema import Country, Membership, Person
from newswire.actors.surface import key_of, spellings
from newswire.annotate import Context

HERE = Path(__file__).parent
LOADED = read_files(sorted(DATA.glob("people/*.toml")))
PEOPLE = {e.record.id: e.record for e in LOADED.entries if isinstance(e.record, Person)}
COUNTRIES = [
    e.record.id
    for e in read_files(sorted(DATA.glob("countries/*.toml"))).entries
    if isinstance(e.record, Country)
]
SINGLE = {
    "president",
    "prime-minister",
    "premier",
    "chancellor",
    "taoiseach",
    "king",
    "queen",
    "emir",
    "sultan",
    "pope",
    "supreme-leader",
    "foreign-minister",
    "foreign-secretary",
    "secretary-of-state",
    "defence-minister",
    "defence-secretary",
    "interior-minister",
    "home-secretary",
    "finance-minister",
    "treasury-secretary",
    "chancellor-of-the-exchequer",
    "central-bank-governor",
    "ambassador-un",
    "governor-general",
    "parliament-speaker",
}
"""Posts that one person holds at a time."""

HANDOVER = 31
"""Days that two holders may share: a month known without its day, an acting successor."""

BIRTH = date(1700, 1, 1)
NEWEST = date(2026, 12, 31)


def rows(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def names_of(person: Person) -> set[str]:
    """The keys under which the matcher finds the full name of `person`."""
    return {key_of(form) for name in (person.name, *person.other_names) for form in spellings(name)}


def terms() -> Iterator[tuple[str, str, Person, Membership]]:
    for person in PEOPLE.values():
        for membership in person.membership:
            place = membership.area or membership.organisation
            assert place is not None
            yield membership.post, place, person, membership


def test_every_file_loads() -> None:
    assert LOADED.problems == []


def test_ids_are_unique() -> None:
    ids = Counter(e.record.id for e in LOADED.entries if isinstance(e.record, Person))
    assert [name for name, times in ids.items() if times > 1] == []


def test_at_least_four_thousand_people() -> None:
    assert len(PEOPLE) >= 4000


def test_a_file_is_named_after_its_country() -> None:
    unknown = {path.stem for path in DATA.glob("people/*.toml")} - set(COUNTRIES)
    assert unknown == set()


def file_of(entry: Entry) -> str:
    return Path(entry.path).stem


def test_files_are_in_order_of_id() -> None:
    by_file: dict[str, list[str]] = defaultdict(list)
    for entry in LOADED.entries:
        if isinstance(entry.record, Person):
            by_file[file_of(entry)].append(entry.record.id)
    assert [file for file, ids in by_file.items() if ids != sorted(ids)] == []


def test_a_family_name_stands_in_a_name() -> None:
    """Else the surname alone could never be seen in the full name."""
    stray = []
    for person in PEOPLE.values():
        said = " ".join((person.name, *person.other_names))
        if key_of(person.family_name) not in key_of(said):
            stray.append(person.id)
    assert stray == []


def test_no_name_twice_in_a_table() -> None:
    repeated = [
        person.id
        for person in PEOPLE.values()
        for names in ((person.name, *person.other_names),)
        if len(set(names)) < len(names)
    ]
    assert repeated == []


def test_dates_are_sane() -> None:
    wrong = []
    for post, place, person, item in terms():
        first = earliest(item.start) if item.start else BIRTH
        last = latest(item.end) if item.end else NEWEST
        if not BIRTH <= first <= last <= NEWEST or (item.current and item.end):
            wrong.append((person.id, post, place, item.start, item.end))
    assert wrong == []


def test_no_person_holds_one_post_twice_at_once() -> None:
    by_person: dict[tuple[str, str, str], list[Membership]] = defaultdict(list)
    for post, place, person, item in terms():
        if item.start and item.end:
            by_person[person.id, post, place].append(item)
    doubled = [
        key
        for key, items in by_person.items()
        for one, two in combinations(sorted(items, key=lambda item: str(item.start)), 2)
        if latest(str(one.end)) > latest(str(two.start))
    ]
    assert doubled == []


def test_a_post_for_one_has_one_holder() -> None:
    allowed = {
        (post, area, pair)
        for post, area, ids, _ in rows("shared_posts.tsv")
        for pair in (frozenset(pair) for pair in combinations(ids.split(), 2))
    }
    seen = {(post, area, pair) for post, area, pair in overlaps()}
    assert seen - allowed == set()


def overlaps() -> Iterator[tuple[str, str, frozenset[str]]]:
    """Two people in one post for more than a handover, as far as both terms are dated."""
    held: dict[tuple[str, str], list[tuple[date, date, str]]] = defaultdict(list)
    for post, place, person, item in terms():
        if post in SINGLE and item.area and item.start and (item.end or item.current):
            last = earliest(item.end) if item.end else NEWEST
            held[post, place].append((latest(item.start), last, person.id))
    for (post, place), holders in held.items():
        for one, two in combinations(sorted(holders), 2):
            if one[2] != two[2] and (min(one[1], two[1]) - two[0]).days > HANDOVER:
                yield post, place, frozenset((one[2], two[2]))


def test_listed_shared_posts_are_shared() -> None:
    seen: dict[tuple[str, str], set[str]] = defaultdict(set)
    for post, area, pair in overlaps():
        seen[post, area] |= pair
    idle = [
        row[:3]
        for row in rows("shared_posts.tsv")
        if not set(row[2].split()) & seen[row[0], row[1]]
    ]
    assert idle == []


@pytest.mark.parametrize("row", rows("holders.tsv"), ids=" ".join)
def test_well_known_holders(row: list[str], context: Context) -> None:
    post, place, day, person = row
    holders = context.registry.holders_of(post, place, date.fromisoformat(day))
    assert [holder.id for holder in holders] == [person]


@pytest.mark.parametrize("row", rows("spellings.tsv"), ids=lambda row: row[0])
def test_spellings_find_the_person(row: list[str]) -> None:
    person, forms = row
    known = names_of(PEOPLE[person])
    assert [form for form in forms.split("; ") if key_of(form) not in known] == []


@pytest.mark.parametrize("row", rows("surnames.tsv"), ids=lambda row: row[0])
def test_surnames_lead_to_the_person(row: list[str]) -> None:
    person, forms = row
    known = family_keys(PEOPLE[person])
    assert [form for form in forms.split("; ") if key_of(form) not in known] == []


def test_press_officers_of_the_seed_stay_out() -> None:
    """Someone who is only named in a text must remain a person without a registry entry."""
    assert not any(key_of("Jay Carney") in names_of(person) for person in PEOPLE.values())


HEADS = {
    "president",
    "acting-president",
    "king",
    "queen",
    "emperor",
    "emir",
    "sultan",
    "prince",
    "grand-duke",
    "pope",
    "leader",
    "military-ruler",
    "supreme-leader",
    "chairman-of-the-presidency",
    "chairman-of-the-council-of-state",
    "captain-regent",
    "prime-minister",
    "premier",
    "chancellor",
    "taoiseach",
    "minister-of-state",
    "chief-executive",
    "chief-minister",
    "governor",
    "administrator",
    "regional-president",
    "chairman-of-the-council-of-ministers",
}


NOT_YET: dict[date, set[str]] = {
    date(1996, 7, 1): {"TLS", "SSD"},
    date(2003, 8, 1): {"SSD"},
    date(2012, 6, 19): set(),
}
"""Days, and the members that did not exist by then."""


@pytest.mark.parametrize("day", NOT_YET, ids=str)
def test_every_member_of_the_united_nations_has_a_head(day: date) -> None:
    members = (HERE.parent / "data_places" / "un_members.txt").read_text(encoding="utf-8").split()
    led = {
        place
        for post, place, _, item in terms()
        if post in HEADS
        and item.start
        and earliest(item.start) <= day
        and (not item.end or latest(item.end) >= day)
    }
    assert set(members) - led - NOT_YET[day] == set()
