"""What the registry knows of an actor: these dataclasses are the schema of the TOML files.

A key that is not a field here is an error. Dates are EDTF: a year, a month or a day, with an
optional `~` or `?`. Lists of names are surface forms as a wire prints them; the matcher handles
ALL-CAPS copy, accents and possessives itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

OrganisationKind = Literal[
    "intergovernmental",
    "government",
    "movement",
    "party",
    "company",
    "media",
    "ngo",
    "court",
    "military",
    "bank",
    "sport",
]
ORGANISATION_KINDS: tuple[str, ...] = get_args(OrganisationKind)


@dataclass(frozen=True, slots=True)
class Country:
    """A state or territory: ISO 3166-1 alpha-3, XKX, or a former SUN, YUG, SCG, CSK, DDR.

    `ambiguous` names (Georgia, Jordan) need context before they count as the state; `not_in`
    are longer names in which a name of it is something else (Georgia Tech).
    """

    id: str
    name: str
    slug: str
    wikipedia: str | None = None
    wikidata: str | None = None
    other_names: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    ambiguous: bool = False
    start: str | None = None
    end: str | None = None
    successors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body that acts in the news; `area` is the alpha-3 of the country that it belongs to."""

    id: str
    name: str
    kind: str
    wikipedia: str | None = None
    wikidata: str | None = None
    other_names: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    area: str | None = None
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Membership:
    """A post that a person held, in a country (`area`, alpha-3) or in an `organisation`.

    `current` says that the person still held it at the source's date; without it, a missing
    `end` is an unknown one.
    """

    post: str
    source: str
    area: str | None = None
    organisation: str | None = None
    start: str | None = None
    end: str | None = None
    current: bool = False

    @property
    def place(self) -> str:
        """The id of the country or organisation in which the post is held."""
        return self.area or self.organisation or ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person; `family_name` is the surname alone as wires print it.

    With a leader's post, whenever it was held, the person is a leader; else tagged as a person.
    """

    id: str
    name: str
    family_name: str
    other_names: tuple[str, ...] = ()
    family_names: tuple[str, ...] = ()
    wikipedia: str | None = None
    wikidata: str | None = None
    membership: tuple[Membership, ...] = ()


@dataclass(frozen=True, slots=True)
class Rename:
    """`[[rename]]`, in a site's own files: the id `old` is now called `new`."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Untagged:
    """`[[untagged]]`, in a site's own files: whose names ingest shall leave as they are.

    `actors` are ids, `kinds` kinds of organisations, with `national` those alone that belong to one
    country. Who is named there stays known: a tag that an editor writes still finds it.
    """

    actors: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    national: bool = False


@dataclass(frozen=True, slots=True)
class Post:
    """An office, as `posts.toml` describes it.

    Posts of one `role` stand for each other ("foreign minister" finds a secretary of state).
    `rank` orders a country's leaders, lowest first; `leads` are the alpha-3 codes of countries
    whose leader this post is, whatever the ranks say. An `acting` post stands in for another of its
    role. Many hold a `shared` post at once, so that its title alone names nobody. Who held only
    posts that are no `leader`'s, such as a judge's, is tagged as a person.
    """

    id: str
    label: str
    titles: tuple[str, ...]
    role: str
    rank: int = 9  # 9: leads nothing
    leads: tuple[str, ...] = ()
    acting: bool = False
    leader: bool = True
    shared: bool = False


Actor = Country | Organisation | Person
