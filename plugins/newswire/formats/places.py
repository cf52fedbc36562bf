"""Where a dateline's place lies: its country and its time zone."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from newswire.formats.vocabulary import table


@dataclass(frozen=True, slots=True)
class Location:
    """A country (ISO 3166-1 alpha-3) and, where it is certain, an IANA time zone."""

    country: str
    zone: str | None = None


def locate(place: str) -> Location | None:
    """Where `place` (`MOSCOW`, `CHATHAM, Mass.`, `SAN JOSE, Costa Rica`) lies, or None if unknown.

    Of a dateline with two places (`WASHINGTON/BEIJING`) the first counts.
    """
    town, *regions = [part.strip() for part in place.split("/", maxsplit=1)[0].split(",")]
    towns = _towns().get(_key(town), ())
    for region in reversed(regions):
        if readings := _regions().get(_key(region)):
            return _within(towns, readings)
    if not towns:
        return _only(_regions().get(_key(town), ()))
    meant = table("places.toml")["homonyms"].get(_key(town))
    return _only(towns if meant is None else tuple(t for t in towns if t.zone == meant))


def is_town(name: str) -> bool:
    """Whether `name` is a known town, whatever its country."""
    return _key(name.split("/", maxsplit=1)[0].split(",", maxsplit=1)[0]) in _towns()


def is_region(name: str) -> bool:
    """Whether `name` is a country, or a state or province of one."""
    return _key(name) in _regions()


def _within(towns: tuple[Location, ...], regions: tuple[Location, ...]) -> Location:
    """The town that lies in one of the regions so named (Georgia is a country and a state)."""
    for region in regions:
        zones = {town.zone for town in towns if town.country == region.country}
        if zones:
            return Location(
                region.country, region.zone or (zones.pop() if len(zones) == 1 else None)
            )
    return regions[0]


def _only(places: tuple[Location, ...]) -> Location | None:
    return places[0] if len(places) == 1 else None


def _key(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ł", "l"))
    letters = "".join(ch for ch in plain if not unicodedata.combining(ch)).casefold()
    return re.sub(r"[\W_]+", " ", letters).strip()


@cache
def _towns() -> dict[str, tuple[Location, ...]]:
    towns: dict[str, list[Location]] = {}
    for country, zones in table("places.toml")["towns"].items():
        for zone, group in zones.items():
            for line in group["names"]:
                for key in {_key(name) for name in line.split(" = ")}:
                    towns.setdefault(key, []).append(Location(country, zone))
    return {key: tuple(dict.fromkeys(found)) for key, found in towns.items()}


@cache
def _regions() -> dict[str, tuple[Location, ...]]:
    data = table("places.toml")
    regions: dict[str, list[Location]] = {}
    for name, country in data["countries"].items():
        home = Location(country, data["country_zones"].get(country))
        regions.setdefault(_key(name), []).append(home)
    for country, names in data["regions"].items():
        for name, zone in names.items():
            regions.setdefault(_key(name), []).append(Location(country, zone or None))
    return {key: tuple(found) for key, found in regions.items()}
