"""The packaged countries and organisations: who is there, what they are called, who leads them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from babel import Locale
from babel.core import get_global

from newswire.actors.dates import earliest, latest
from newswire.actors.loader import Loaded, read_files
from newswire.actors.registry import DATA
from newswire.actors.schema import Country, Organisation, Person
from newswire.actors.surface import key_of

HERE = Path(__file__).parent
TERRITORIES = {str(code): name for code, name in Locale("en").territories.items()}
ALPHA_2 = {
    str(code): to[0] for code, to in get_global("territory_aliases").items() if len(str(code)) == 3
}
FORMER = {"SUN", "YUG", "SCG", "CSK", "DDR"}
OBSERVERS = {"PSE", "VAT"}
AMBIGUOUS = {"GEO", "GIN", "JEY", "JOR", "MAF", "MSR", "TCD", "TUR"}
FORMS = ("other_names", "acronyms", "demonyms", "capitals", "metonyms")
WIRE_NAMES = {
    "HKG": "Hong Kong",
    "MAC": "Macau",
    "MMR": "Myanmar",
    "REU": "La Réunion",
    "SGS": "South Georgia and the South Sandwich Islands",
    "VCT": "Saint Vincent and the Grenadines",
}
"""Where an agency's name for a place is not the one of CLDR's alpha-2 code."""

Place = Country | Organisation


def rows(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def codes(name: str) -> set[str]:
    return {code for line in rows(name) for code in line[0].split()}


LOADED: Loaded = read_files(
    sorted([*DATA.glob("countries/*.toml"), *DATA.glob("organisations/*.toml")])
)
COUNTRIES = {e.record.id: e.record for e in LOADED.entries if isinstance(e.record, Country)}
ORGANISATIONS = {
    e.record.id: e.record for e in LOADED.entries if isinstance(e.record, Organisation)
}
PEOPLE = {e.record.id: e.record for e in LOADED.entries if isinstance(e.record, Person)}
"""Heads of organisations who stand in the organisation's file, not in a country's."""
EVERYBODY = [
    entry.record
    for entry in read_files(sorted(DATA.glob("people/*.toml"))).entries + LOADED.entries
    if isinstance(entry.record, Person)
]
PLACES: dict[str, Place] = {**COUNTRIES, **ORGANISATIONS}
MEMBERS = codes("un_members.txt")
NOT_OURS = codes("not_ours.txt")


def forms_of(place: Place) -> Iterator[str]:
    yield place.name
    for field in FORMS:
        yield from getattr(place, field, ())


def owners(places: Iterable[Place]) -> dict[str, set[str]]:
    """The ids that own each form, under the key by which a text finds it."""
    found: dict[str, set[str]] = defaultdict(set)
    for place in places:
        for form in forms_of(place):
            found[key_of(form)].add(place.id)
    return found


OWNERS = owners(PLACES.values())


def test_files_are_sound_and_named_after_what_they_hold() -> None:
    assert LOADED.problems == []
    for entry in LOADED.entries:
        if isinstance(entry.record, Country | Organisation):
            assert Path(entry.path).stem == entry.record.id


def test_every_member_and_observer_of_the_united_nations_has_a_file() -> None:
    assert len(MEMBERS) == 193
    assert COUNTRIES.keys() >= MEMBERS | OBSERVERS


def test_there_is_a_file_for_each_inhabited_place_of_cldr_and_for_no_other() -> None:
    inhabited = {code for code in TERRITORIES if len(code) == 2} - NOT_OURS
    assert {ALPHA_2[code] for code in COUNTRIES.keys() - FORMER - {"XKX"}} == inhabited


def test_a_place_has_the_name_of_cldr_or_the_one_that_agencies_use() -> None:
    for code in COUNTRIES.keys() - FORMER - {"XKX"}:
        name = WIRE_NAMES.get(code) or TERRITORIES[ALPHA_2[code]].replace(" & ", " and ")
        assert key_of(name) in {key_of(form) for form in forms_of(COUNTRIES[code])}, code


def test_slugs_of_countries_differ() -> None:
    assert len({country.slug for country in COUNTRIES.values()}) == len(COUNTRIES)


def test_ambiguous_names_are_the_expected_ones() -> None:
    assert {code for code, country in COUNTRIES.items() if country.ambiguous} == AMBIGUOUS


def test_no_form_belongs_to_two_countries() -> None:
    shared = {form: ids for form, ids in owners(COUNTRIES.values()).items() if len(ids) > 1}
    assert shared == {}


def test_forms_of_several_actors_are_the_listed_ones() -> None:
    shared = {form for form, ids in OWNERS.items() if len(ids) > 1}
    assert shared == {key_of(line[0]) for line in rows("shared_forms.txt")}


@pytest.mark.parametrize(("form", "actor", "field"), rows("forms.tsv"))
def test_form_names_one_actor(form: str, actor: str, field: str) -> None:
    value = getattr(PLACES[actor], field)
    stated = (value,) if isinstance(value, str) else value
    assert key_of(form) in {key_of(each) for each in stated}
    assert OWNERS[key_of(form)] == {actor}


def test_people_of_a_country_have_a_plural() -> None:
    for country in COUNTRIES.values():
        for demonym in country.demonyms:
            if demonym.endswith(("an", "i", "er")) and demonym != "I-Kiribati":
                assert {demonym + "s", demonym[:-2] + "en"} & set(country.demonyms), demonym


def test_not_in_holds_longer_names_with_a_form_inside_that_nobody_owns() -> None:
    for place in PLACES.values():
        inner = [f" {key_of(form)} " for form in forms_of(place)]
        for name in place.not_in:
            words = f" {key_of(name).replace(',', ' ').replace('&', ' & ')} "
            assert any(form in words for form in inner), (place.id, name)
            assert key_of(name) not in OWNERS, (place.id, name)


def test_wikipedia_articles_and_wikidata_items_differ() -> None:
    for field in ("wikipedia", "wikidata"):
        stated = [getattr(place, field) for place in PLACES.values() if getattr(place, field)]
        assert len(stated) == len(set(stated))


def test_former_states_end_and_have_successors_that_begin_with_them() -> None:
    assert {code for code, country in COUNTRIES.items() if country.end} == FORMER
    for code in FORMER:
        country = COUNTRIES[code]
        assert country.start
        assert country.end
        assert country.successors
        for successor in country.successors:
            start = COUNTRIES[successor].start
            assert start is None or earliest(start) - latest(country.end) <= timedelta(days=1)


def test_organisations_are_many_and_belong_to_known_places() -> None:
    assert len(ORGANISATIONS) >= 250
    assert {org.area for org in ORGANISATIONS.values() if org.area} <= COUNTRIES.keys()


def test_heads_of_organisations_hold_a_sourced_post() -> None:
    for person in PEOPLE.values():
        assert person.membership
        for held in person.membership:
            assert held.source
            assert held.organisation in ORGANISATIONS or held.area in COUNTRIES
            assert held.start


def test_terms_of_one_post_follow_each_other() -> None:
    terms: dict[tuple[str, str], list[tuple[date, date]]] = defaultdict(list)
    for person in PEOPLE.values():
        for held in person.membership:
            if held.start and held.end:
                place = held.organisation or held.area or ""
                terms[place, held.post].append((latest(held.start), earliest(held.end)))
    for (place, post), spans in terms.items():
        for (_, end), (start, _) in pairwise(sorted(spans)):
            assert end - start <= timedelta(days=31), (place, post, end)


@pytest.mark.parametrize(("organisation", "post", "day", "holder"), rows("holders.tsv"))
def test_holder_on_a_day(organisation: str, post: str, day: str, holder: str) -> None:
    on = date.fromisoformat(day)
    holders = {
        person.id
        for person in EVERYBODY
        for held in person.membership
        if (held.organisation, held.post) == (organisation, post)
        and held.start
        and earliest(held.start) <= on <= (latest(held.end) if held.end else date.max)
    }
    assert holders == {holder}
