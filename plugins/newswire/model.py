"""The values that pass between the stages, from raw file to annotated document.

Every offset counts code points in `Dispatch.body`, half open: `body[start:end]`.
The body never changes once a format has read it; annotations stand off from it.
Each annotation's `rule` names what produced it, so that an editor can ask why.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ActorKind = Literal["country", "leader", "organisation", "person"]
"""`leader`: a person of the registry; `person`: one who is only named in a text."""

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
QuoteForm = Literal["direct", "indirect", "mixed"]
ZoneBasis = Literal["dateline", "agency"]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Agency:
    """The agency that a dispatch names: its id in `agencies.toml`, if any, and its name."""

    id: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where, and often when, a dispatch was filed: `MOSCOW, June 19 (RIA Novosti) -`.

    `text` is as printed, `place` the place alone with its region, `country` an alpha-3 code.
    """

    text: str
    place: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Zone:
    """An offset from UTC (`+04:00`) that the text does not state, and what it follows from."""

    offset: str
    basis: ZoneBasis


@dataclass(frozen=True, slots=True)
class Caution:
    """What the reader of a file should know: its 1-based line, or None, and a sentence."""

    line: int | None
    message: str


@dataclass(frozen=True, slots=True)
class Dispatch:
    """One story as a wire sent it.

    `published` is ISO 8601, exactly as precise as the text states it, with an offset only where
    one is stated; a date without a year is in `published_partial` (EDTF, `XXXX-06-19`) instead.
    `notes` are editorial lines that are not story (sign-offs, embargo, corrections), `boilerplate`
    is the page's furniture. `body` is paragraphs parted by one empty line, with neither control
    characters other than newline and tab nor blank lines at its ends.
    """

    source: str
    body: str
    format: str = "text"
    story: int = 1
    headline: str | None = None
    agency: Agency | None = None
    byline: str | None = None
    section: str | None = None
    slug: str | None = None
    version: str | None = None
    keywords: tuple[str, ...] = ()
    language: str | None = None
    dateline: Dateline | None = None
    published: str | None = None
    published_zone: Zone | None = None
    published_partial: str | None = None
    embargo: str | None = None
    correction: str | None = None
    killed: bool = False
    rights: str | None = None
    url: str | None = None
    notes: tuple[str, ...] = ()
    boilerplate: tuple[str, ...] = ()
    warnings: tuple[Caution, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A word or words that stand for one actor, or for several (`the two leaders`).

    `rule` begins with the kind of evidence: name, surname, acronym, demonym, capital, metonym,
    title, pronoun; what follows after a colon is detail for `newswire explain`.
    """

    start: int
    end: int
    kind: ActorKind
    ids: tuple[str, ...]
    rule: str

    @property
    def id(self) -> str:
        return self.ids[0]


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression: TIMEX3 `value` (`1998-W32`, `P3M`) and, where there is one, its EDTF."""

    start: int
    end: int
    type: TimexType
    value: str
    edtf: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """A statement and whose it is: cue, source and content as spans.

    `speakers` are actor ids; empty when the source is unnamed or unknown to the registry.
    """

    cue: Span
    source: Span | None
    speakers: tuple[str, ...]
    content: tuple[Span, ...]
    form: QuoteForm
    rule: str


@dataclass(frozen=True, slots=True)
class Event:
    """A dated happening: EDTF `date`, the span that tells it, its actors (who did it first).

    `type` is a PLOVER label (AGREE, CONSULT, ...), STATEMENT, or None.
    """

    start: int
    end: int
    date: str
    actors: tuple[str, ...]
    type: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Document:
    """A dispatch with everything that was found in it, each list in order of `start`.

    Offsets of `headline_mentions` count in the headline, all others in the body.
    """

    dispatch: Dispatch
    headline_mentions: tuple[Mention, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Timex, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[Event, ...] = ()

    @property
    def body(self) -> str:
        return self.dispatch.body
