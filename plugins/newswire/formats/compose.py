"""From what a reader found to a dispatch: the steps that all formats share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from newswire.errors import FormatError
from newswire.formats import dates, paragraphs
from newswire.formats.agencies import Agencies, AgencyFacts
from newswire.formats.bylines import affiliation, person
from newswire.formats.credits import foot_stamp
from newswire.formats.dateline import DatelineMatch, match_dateline
from newswire.formats.dates import Stamp
from newswire.formats.headlines import split_headline
from newswire.formats.paragraphs import is_prose
from newswire.formats.places import Location, locate
from newswire.formats.tail import split_tail
from newswire.formats.vocabulary import table
from newswire.model import Agency, Caution, Dateline, Dispatch, Zone

MOST_POINTS = 8
"""Paragraphs without prose that may stand between the head of a story and its dateline."""

LONGEST_STORY = 1_000_000
"""Code points of headline and body, our own judgement: a wire story has some thousand, the full
text of a long speech a hundred thousand, a million is a thick book. To annotate that takes up to
16 s and 270 MB, and both grow with the length."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A story as a reader found it, fields as printed.

    `stamps` are the file's own time stamps, best first. `place` is set where a field of the
    format holds the dateline; else the dateline is sought at the head of the body. `page` marks
    a text that was copied off a page, whose furniture may be below it. `byline_is_field` keeps
    the affiliation that a format's own field states. `line` is where the text begins in the file,
    None where the format keeps it otherwise than in lines.
    """

    body: str
    format: str
    headline: str | None = None
    byline: str | None = None
    agency: str | None = None
    facts: AgencyFacts | None = None
    section: str | None = None
    slug: str | None = None
    version: str | None = None
    keywords: tuple[str, ...] = ()
    language: str | None = None
    place: str | None = None
    stamps: tuple[Stamp, ...] = ()
    embargo: str | None = None
    correction: str | None = None
    killed: bool = False
    url: str | None = None
    notes: tuple[str, ...] = ()
    boilerplate: tuple[str, ...] = ()
    warnings: tuple[Caution, ...] = ()
    line: int | None = None
    page: bool = False
    byline_is_field: bool = False


def compose(draft: Draft, source: str, story: int, agencies: Agencies) -> Dispatch:
    """The dispatch of a draft: dateline and tail taken off the body, every field settled.

    Raises `FormatError` for a story of more than `LONGEST_STORY`.
    """
    refuse_endless((draft.headline or "") + draft.body, source, draft.line)
    dateline, body, above = _dateline(draft, agencies)
    kept, inside = _without_inside(paragraphs.split(body))
    tail = split_tail(kept, agencies, page=draft.page)
    feet = [s for line in tail.boilerplate if (s := foot_stamp(line, agencies))]
    draft = replace(draft, stamps=(*draft.stamps, *feet))
    headline = split_headline(draft.headline or "")
    facts, agency = _agency(draft, dateline, agencies)
    place = locate(dateline.place) if dateline and dateline.place else None
    stamp, warnings = _publication(draft, dateline, facts)
    byline = tail.byline
    if draft.byline:
        byline = person(draft.byline, agencies, whole=draft.byline_is_field)
    return Dispatch(
        source=source,
        body="\n\n".join(tail.body),
        format=draft.format,
        story=story,
        headline=headline.text,
        agency=agency,
        byline=byline,
        section=draft.section,
        slug=draft.slug,
        version=_joined(draft.version, headline.version),
        keywords=draft.keywords,
        language=draft.language,
        dateline=_printed(dateline, place),
        published=dates.iso(stamp) if stamp else None,
        published_zone=_zone(stamp, place, facts) if stamp else None,
        published_partial=dates.partial(stamp) if stamp else None,
        embargo=draft.embargo,
        correction=draft.correction or headline.correction,
        killed=draft.killed or headline.killed,
        rights=facts.rights if facts else None,
        url=draft.url,
        notes=_unique((*draft.notes, *above, *_desk_byline(draft.byline, byline), *tail.notes)),
        boilerplate=_unique((*draft.boilerplate, *inside, *tail.boilerplate)),
        warnings=(*draft.warnings, *warnings),
    )


def refuse_endless(text: str, source: str, line: int | None) -> None:
    """Raises `FormatError` for the text of a story that is too long to annotate."""
    if len(text) > LONGEST_STORY:
        reason = f"one story has {len(text):,} characters, more than {LONGEST_STORY:,}"
        raise FormatError(source, line, reason, "part it, or take out what is no story")


def _dateline(
    draft: Draft, agencies: Agencies
) -> tuple[DatelineMatch | None, str, tuple[str, ...]]:
    """The dateline, from its own field or the head of the body, the body below it, and what
    stood above it: summary points, a repeated headline, notes."""
    above, body = _above_dateline(draft, agencies)
    at_head = match_dateline(body, agencies)
    if at_head:
        alone = "\n" in body[at_head.end - 1 : at_head.end + 1] or body[: at_head.end].endswith(
            "\n"
        )
        body = body[at_head.end :].lstrip()
        points, body = _below_dateline(body, draft.headline) if alone else ((), body)
        above = (*above, *points)
    if draft.place is None:
        return at_head, body, above
    stated = match_dateline(draft.place, agencies)
    if stated is None or not stated.place:
        stated = _stated_place(draft.place.strip(" -–—_="))
    return stated or at_head, body, above


def _stated_place(text: str) -> DatelineMatch | None:
    """The dateline of a field that states a place, with or without a date (`KHARTOUM May 21`)."""
    found = dates.find_stamp(text)
    if found and found[1] > 0 and found[2] == len(text):
        return DatelineMatch(0, text, text[: found[1]].strip(" ,."), date=found[0])
    return DatelineMatch(0, text, text) if text else None


def _above_dateline(draft: Draft, agencies: Agencies) -> tuple[tuple[str, ...], str]:
    """Parts the body at a dateline that a few lines without prose stand above."""
    parts = paragraphs.split(draft.body)
    for index, part in enumerate(parts[:MOST_POINTS]):
        dateline = match_dateline(part, agencies)
        if dateline and dateline.strong:
            return tuple(parts[:index]), "\n\n".join(parts[index:])
        if is_prose(part) and part != draft.headline:
            break
    return (), draft.body


def _below_dateline(body: str, headline: str | None) -> tuple[tuple[str, ...], str]:
    """Parts the body after what releases print below a dateline that stands alone: the headline
    once more, and a list of highlights."""
    parts = paragraphs.split(body)
    if headline is None or not parts or parts[0] != headline:
        return (), body
    start = next((i for i, part in enumerate(parts) if is_prose(part.split("\n")[0])), 1)
    return tuple(parts[:start]), "\n\n".join(parts[start:])


def _without_inside(parts: Sequence[str]) -> tuple[list[str], tuple[str, ...]]:
    """Takes furniture out of the middle of a story: `Advertisement` alone on a line."""
    inside = frozenset(table("words.toml")["furniture"]["inside"])
    found = tuple(part for part in parts if part[:100].strip(" .:-").casefold() in inside)
    return [part for part in parts if part not in found], found


def _agency(
    draft: Draft, dateline: DatelineMatch | None, agencies: Agencies
) -> tuple[AgencyFacts | None, Agency | None]:
    """The agency by the page's own line, else by the dateline, else by other evidence."""
    named = agencies.by_name(draft.agency) if draft.agency else None
    facts = named or (dateline.facts if dateline else None) or draft.facts
    if facts is None and draft.byline and not draft.agency:
        facts = affiliation(draft.byline, agencies)
    if facts is not None:
        return facts, facts.agency
    name = draft.agency or (dateline.agency if dateline else None)
    return None, Agency(None, name) if name else None


def _publication(
    draft: Draft, dateline: DatelineMatch | None, facts: AgencyFacts | None
) -> tuple[Stamp | None, tuple[Caution, ...]]:
    """The stamp of this version: a whole date before one without a year, the file's before the
    dateline's. An order of day and month that neither the dateline nor the headline (`Remarks, 12
    March 2014`) nor the agency settles is flagged and left out."""
    titled = dates.find_stamp(draft.headline or "")
    beside = (dateline.date if dateline else None) or (titled[0] if titled else None)
    order = facts.date_order if facts else None
    printed = [*draft.stamps, *((dateline.stamp, dateline.date) if dateline else ())]
    stamps = [dates.settle(stamp, beside, order) for stamp in printed if stamp is not None]
    usable = [stamp for stamp in stamps if dates.iso(stamp)]
    warnings = tuple(
        Caution(draft.line, f"{first}/{second} may be day/month or month/day; the date is left out")
        for first, second in {s.open_order for s in stamps if s.open_order and not usable}
    )
    if usable:
        best = _timed(usable)
        return best, (*warnings, *_unclear_zone(best, draft.line))
    return next((stamp for stamp in stamps if dates.partial(stamp)), None), warnings


def _timed(stamps: Sequence[Stamp]) -> Stamp:
    """The first stamp, or another of the same day that also states the time."""
    first = stamps[0]
    if first.clock or first.day is None:
        return first
    day = (first.year, first.month, first.day)
    same = (s for s in stamps if s.clock and (s.year, s.month, s.day) == day)
    return next(same, first)


def _unclear_zone(stamp: Stamp, line: int | None) -> tuple[Caution, ...]:
    if stamp.zone is None or dates.offset_of(stamp) is not None:
        return ()
    return (Caution(line, f"the zone {stamp.zone} means several things; no offset is stated"),)


def _zone(stamp: Stamp, place: Location | None, facts: AgencyFacts | None) -> Zone | None:
    """The offset that follows from the dateline's place, else from the agency's desk."""
    if dates.offset_of(stamp) is not None:
        return None
    if place is not None and place.zone:
        offset = dates.offset_in(place.zone, stamp)
        return Zone(offset, "dateline") if offset else None
    if place is None and facts is not None and facts.zone:
        offset = dates.offset_in(facts.zone, stamp)
        return Zone(offset, "agency") if offset else None
    return None


def _printed(dateline: DatelineMatch | None, place: Location | None) -> Dateline | None:
    if dateline is None or not dateline.place:
        return None
    return Dateline(dateline.text, dateline.place, place.country if place else None)


def _desk_byline(printed: str | None, byline: str | None) -> tuple[str, ...]:
    return (printed,) if printed and byline is None else ()


def _joined(*parts: str | None) -> str | None:
    return " ".join(dict.fromkeys(part for part in parts if part)) or None


def _unique(lines: Sequence[str]) -> tuple[str, ...]:
    cleaned = (paragraphs.clean(line).strip() for line in lines)
    return tuple(dict.fromkeys(line for line in cleaned if line))
