"""The registry's answers: who held what when, who leads, and the cache that makes it quick."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_world import WORLD, small_world

from newswire.actors.dates import earliest, latest
from newswire.actors.export import as_json
from newswire.actors.registry import load_registry
from newswire.actors.vocabulary import load_vocabulary

READY = 0.3  # seconds from the compiled cache: twice what is promised, since machines are busy

HOLDERS = [
    ("president", "RUS", date(2012, 6, 19), "vladimir-putin"),
    ("president", "RUS", date(2009, 6, 19), "dmitry-medvedev"),
    ("prime-minister", "RUS", date(2009, 6, 19), "vladimir-putin"),
    ("president", "RUS", date(2012, 5, 7), "dmitry-medvedev"),
    ("president", "RUS", date(2012, 5, 8), "vladimir-putin"),
    ("prime-minister", "GBR", date(2007, 6, 27), "tony-blair"),
    ("prime-minister", "GBR", date(2008, 6, 27), None),
    ("president", "USA", date(1800, 1, 1), None),
    ("secretary-general", "united-nations", date(2013, 1, 1), "ban-ki-moon"),
]


@pytest.mark.parametrize(("post", "place", "on", "expected"), HOLDERS)
def test_holder_of(post: str, place: str, on: date, expected: str | None) -> None:
    holder = small_world().holder_of(post, place, on)
    assert (holder and holder.id) == expected


def test_two_possible_holders_are_both_told_and_none_is_chosen(tmp_path: Path) -> None:
    text = "".join(
        f'[[person]]\nid = "{name.lower()}-ode"\nname = "{name} Ode"\nfamily_name = "Ode"\n'
        '[[person.membership]]\npost = "premier"\narea = "TCD"\nstart = "2001"\nend = "2003"\n'
        'source = "public record"\n'
        for name in ("Ann", "Bea")
    )
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    registry = load_registry([tmp_path], data=WORLD)
    day = date(2002, 1, 1)
    assert registry.holder_of("premier", "TCD", day) is None
    assert {who.id for who in registry.holders_of("premier", "TCD", day)} == {"ann-ode", "bea-ode"}


def test_an_unknown_end_lasts_until_the_successor(tmp_path: Path) -> None:
    text = "".join(
        f'[[person]]\nid = "{name.lower()}-ode"\nname = "{name} Ode"\nfamily_name = "Ode"\n'
        f'[[person.membership]]\npost = "premier"\narea = "TCD"\nstart = "{year}"\n'
        'source = "public record"\n'
        for name, year in (("Ann", 2001), ("Bea", 2005))
    )
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    registry = load_registry([tmp_path], data=WORLD)
    holders = [registry.holder_of("premier", "TCD", date(year, 7, 1)) for year in (2004, 2006)]
    assert [who and who.id for who in holders] == ["ann-ode", "bea-ode"]


LEADERS = [
    ("DEU", "angela-merkel"),
    ("RUS", "vladimir-putin"),
    ("GBR", "david-cameron"),
    ("IRN", "ali-khamenei"),
    ("united-nations", "ban-ki-moon"),
]


@pytest.mark.parametrize(("place", "expected"), LEADERS)
def test_leader(place: str, expected: str) -> None:
    assert small_world().leaders_of(place, date(2013, 9, 1))[0].id == expected


def test_one_role_stands_for_another() -> None:
    found = small_world().role_holders(["foreign-minister"], "USA", date(2012, 6, 19))
    assert [who.id for who in found] == ["hillary-clinton"]


def test_posts_of_a_day() -> None:
    [term] = small_world().posts_of("vladimir-putin", date(2010, 1, 1))
    assert (term.post, term.area) == ("prime-minister", "RUS")


def test_nearest_id_is_offered() -> None:
    assert small_world().nearest("vladmir-putin") == "vladimir-putin"
    assert small_world().nearest("xxxxxxxx") is None


def test_cache_gives_the_same_registry(tmp_path: Path) -> None:
    cache = tmp_path / "made" / "registry"
    fresh = load_registry(cache=cache, data=WORLD)
    assert cache.exists()
    again = load_registry(cache=cache, data=WORLD)
    assert as_json(again) == as_json(fresh)
    assert again.forms == fresh.forms


@pytest.mark.parametrize("damage", [b"", b"junk", b"\0" * 500])
def test_a_broken_cache_is_made_again(damage: bytes, tmp_path: Path) -> None:
    cache = tmp_path / "registry"
    whole = load_registry(cache=cache, data=WORLD)
    good = cache.read_bytes()
    for content in (damage, good[:-10], good[:64] + damage + good[64:-1]):
        cache.write_bytes(content)
        assert load_registry(cache=cache, data=WORLD).forms == whole.forms
        assert cache.read_bytes() == good


def test_a_stale_cache_is_made_again(tmp_path: Path) -> None:
    cache, own = tmp_path / "registry", tmp_path / "own.toml"
    own.write_text('[[rename]]\nold = "hezbollah"\nnew = "one"\n', encoding="utf-8")
    load_registry([own], cache, data=WORLD)
    own.write_text('[[rename]]\nold = "hezbollah"\nnew = "two"\n', encoding="utf-8")
    assert load_registry([own], cache, data=WORLD).get("two")


def test_packaged_registry_is_ready_quickly(registry_cache: Path) -> None:
    spent = []
    for _ in range(5):
        start = time.process_time()
        load_registry(cache=registry_cache)
        spent.append(time.process_time() - start)
    assert min(spent) < READY


def test_context_names_known_places(registry_cache: Path) -> None:
    vocabulary, registry = load_vocabulary(), load_registry(cache=registry_cache)
    named = {*vocabulary.prefixes.values(), *vocabulary.ambiguous, *vocabulary.prominent}
    assert [name for name in sorted(named) if registry.get(name) is None] == []


def test_leading_posts_name_known_countries(registry_cache: Path) -> None:
    registry = load_registry(cache=registry_cache)
    leading = {place for post in registry.posts.values() for place in post.leads}
    assert sorted(leading - registry.countries.keys()) == []


def test_export_has_the_promised_keys() -> None:
    exported = {actor["id"]: actor for actor in as_json(small_world())}
    putin = exported["vladimir-putin"]
    assert putin["kind"] == "leader"
    assert putin["aliases"] == ["Vladimir V. Putin"]
    assert (
        putin["memberships"][0].items()
        >= {
            "post": "president",
            "area": "RUS",
            "start": "2000-05-07",
            "end": "2008-05-07",
        }.items()
    )
    assert {"Moscow", "Kremlin"} <= set(exported["RUS"]["aliases"])


@given(st.dates(min_value=date(1000, 1, 1)))
def test_edtf_bounds_hold_the_day(day: date) -> None:
    for edtf in (f"{day:%Y}", f"{day:%Y-%m}", f"{day:%Y-%m-%d}", f"{day:%Y-%m}~"):
        assert earliest(edtf) <= day <= latest(edtf)
