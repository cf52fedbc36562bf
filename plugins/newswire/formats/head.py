"""What stands above a story: banner, section, headline, agency, byline, time stamp, notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from newswire.formats.agencies import Agencies, AgencyFacts
from newswire.formats.bylines import is_byline
from newswire.formats.credits import Credit, read_credit
from newswire.formats.dateline import match_dateline
from newswire.formats.dates import Stamp, find_stamp, read_clock, read_stamp
from newswire.formats.furniture import is_copyright, is_furniture
from newswire.formats.headlines import version_mark
from newswire.formats.labels import body_label, read_label
from newswire.formats.paragraphs import is_prose
from newswire.formats.places import is_region, is_town
from newswire.formats.sections import is_known_section, section_and_headline
from newswire.formats.service import is_service_line, read_document_number, read_slug
from newswire.formats.vocabulary import alternatives, table

DEEPEST_HEAD = 40
"""Lines with text within which a story begins."""

LONGEST_HEADLINE = 250
"""Code points."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or several that only wrap: 1-based number, the block it stands in, its text."""

    number: int
    block: int
    text: str


@dataclass(slots=True)
class Head:
    """What a head says; `start` is the index of the line where the story begins."""

    start: int = 0
    open: list[Line] = field(default_factory=list)
    headline: str | None = None
    section: str | None = None
    agency: str | None = None
    facts: AgencyFacts | None = None
    byline: str | None = None
    place: str | None = None
    slug: str | None = None
    version: str | None = None
    correction: str | None = None
    killed: bool = False
    embargo: str | None = None
    language: str | None = None
    url: str | None = None
    keywords: tuple[str, ...] = ()
    stamps: list[Stamp] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    boilerplate: list[str] = field(default_factory=list)


def read_head(lines: Sequence[Line], agencies: Agencies, *, titled: bool = False) -> Head:
    """Reads the lines above a story, one after the other, until the story begins.

    `titled` if the headline is known from elsewhere, so that none of the lines need be it.
    """
    start = _story_start(lines, agencies, titled=titled)
    head = Head(start=start)
    for line in lines[:start]:
        _take(line.text, line, head, agencies)
    _choose(head)
    return head


def take_lines(lines: Sequence[Line], agencies: Agencies) -> Head:
    """Reads lines that are all head: those of a wire message, which prints no section."""
    head = Head(start=len(lines))
    for line in lines:
        _take(line.text, line, head, agencies)
    texts = [line.text for line in head.open]
    if head.headline is None:
        head.headline = next((text for text in texts if len(text.split()) > 2), None)
    head.notes.extend(text for text in texts if text != head.headline)
    return head


def is_head_line(text: str, agencies: Agencies) -> bool:
    """Whether `text` is one of the lines that only stand above a story."""
    return _only_above(text, agencies) or match_dateline(text, agencies) is not None


def _only_above(text: str, agencies: Agencies) -> bool:
    return bool(
        is_furniture(text)
        or _stands_for(text, agencies)
        or is_byline(text)
        or _is_note(text)
        or read_label(text)
        or read_slug(text)
        or version_mark(text)
        or is_service_line(text)
    )


def _story_start(lines: Sequence[Line], agencies: Agencies, *, titled: bool) -> int:
    """Where the story begins: after a label for it, at a dateline, at the first prose, or right
    after the last line that only stands above stories."""
    lines = lines[:DEEPEST_HEAD]
    if (opened := _opened(lines)) is not None:
        return opened
    prose, settled, known = None, None, titled
    for index, line in enumerate(lines):
        dateline = match_dateline(line.text, agencies)
        if known and prose in {None, index - 1} and _is_placed(lines, index):
            return index + 1
        if dateline and (dateline.strong or known) and (prose is None or dateline.facts):
            return index
        if prose is None and not dateline and not _only_above(line.text, agencies):
            prose = index if is_prose(line.text) else None
            known = known or not is_known_section(line.text)
        elif prose is not None and is_prose(line.text):
            break
        elif prose is None and (
            (known and _stands_for(line.text, agencies))
            or (settled == index - 1 and _is_note(line.text))
        ):
            settled = index
    if settled is not None and settled + 1 < len(lines):
        return settled + 1
    if prose is not None:
        return _paragraph_start(lines, prose, agencies) if titled else prose
    return 0 if titled else min(1, len(lines) - 1)


def _opened(lines: Sequence[Line]) -> int | None:
    """Where a label opens the story; of two close together, `CONTENT=` and `INTRO:`, the second."""
    labels = [index for index, line in enumerate(lines) if body_label(line.text) is not None]
    if not labels:
        return None
    first, *others = labels
    if not body_label(lines[first].text) and others and others[0] - first <= 3:
        first = others[0]
    return first if body_label(lines[first].text) else _after_clock(lines, first + 1)


def _is_placed(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is a town alone above the prose that is from there, as Anadolu prints it."""
    town = lines[index].text
    return (
        is_town(town) and "," not in town and is_prose(lines[min(index + 1, len(lines) - 1)].text)
    )


def _paragraph_start(lines: Sequence[Line], index: int, agencies: Agencies) -> int:
    """The first line of the paragraph whose end showed it to be prose."""
    while index and lines[index - 1].block == lines[index].block:
        if is_head_line(lines[index - 1].text, agencies):
            break
        index -= 1
    return index


def _after_clock(lines: Sequence[Line], index: int) -> int:
    """The line after a transcript's clock time."""
    if index < len(lines) and read_clock(lines[index].text):
        index += 1
    return min(index, len(lines) - 1)


def _stands_for(text: str, agencies: Agencies) -> bool:
    """Whether `text` is an agency's line, a time stamp or a document number."""
    return bool(
        read_stamp(text)
        or agencies.by_name(text)
        or agencies.by_domain(text)
        or read_credit(text, agencies)
        or read_document_number(text, agencies)
    )


def _take(text: str, line: Line, head: Head, agencies: Agencies) -> None:
    """Puts one line of the head where it belongs; what is nothing else stays open."""
    if credit := read_credit(text, agencies):  # before labels: it may begin with `Source:`
        _take_credit(credit, text, head)
    elif label := read_label(text):
        _take_label(*label, line, head, agencies)
    elif number := read_document_number(text, agencies):
        head.facts = head.facts or number.facts
        head.stamps.extend([number.stamp] if number.stamp else [])
        head.boilerplate.append(text)
    elif stamp := read_stamp(text):
        head.stamps.append(stamp)
    elif facts := agencies.by_name(text) or agencies.by_domain(text):
        head.agency = head.agency or facts.name
    elif is_byline(text):
        head.byline = head.byline or text
    elif slug := read_slug(text):
        head.slug, head.version = head.slug or slug.slug, head.version or slug.version
        head.boilerplate.append(text)
    elif mark := version_mark(text):
        head.version = " ".join(filter(None, (head.version, mark.version)))
        head.correction, head.killed = head.correction or mark.correction, mark.killed
    else:
        _take_other(text, line, head, agencies)


def _take_credit(credit: Credit, text: str, head: Head) -> None:
    head.stamps.append(credit.stamp)
    head.agency = head.agency or (credit.facts.name if credit.facts else None)
    head.byline = head.byline or credit.byline
    head.section = head.section or credit.section
    head.boilerplate.extend([] if credit.whole else [text])


def _take_other(text: str, line: Line, head: Head, agencies: Agencies) -> None:
    if _is_note(text):
        head.notes.append(text)
        if _is_embargo(text):
            head.embargo = head.embargo or text
        elif re.match(r"\(?correct", text, re.IGNORECASE):
            head.correction = text.strip("() ")
    elif run_on := _run_on(text, agencies):
        head.headline, stamp, head.facts, head.place = run_on
        head.stamps.append(stamp)
    elif facts := _issuer(text, agencies):
        head.facts = head.facts or facts
        head.boilerplate.append(text)
    elif is_copyright(text):
        owner = re.sub(r"^\W*c?\W*(?:opyright)?\W*[\d,\s-]*(?:by )?", "", text, flags=re.IGNORECASE)
        facts = agencies.by_name(owner) or agencies.by_name(re.split(r"[.,]", owner)[0])
        head.facts = head.facts or facts
        head.boilerplate.append(text)
    elif is_furniture(text) or is_service_line(text):
        head.boilerplate.append(text)
    elif head.open and _is_location(text):
        head.place = head.place or text
    else:
        head.open.append(line)


def _take_label(name: str, value: str, line: Line, head: Head, agencies: Agencies) -> None:
    """Fills the field that a `Label: value` line names."""
    if not value or name == "furniture":
        head.boilerplate.append(line.text)
    elif name == "note":
        head.notes.append(line.text)
    elif name == "published":
        found = find_stamp(value)
        head.stamps.extend([found[0]] if found else [])
    elif name == "agency":
        facts = agencies.by_name(value)
        head.facts, head.agency = head.facts or facts, head.agency or (value if facts else None)
        head.boilerplate.append(line.text)
    elif name == "keywords":
        head.keywords = tuple(word.strip() for word in re.split(r"[,;/]", value) if word.strip())
    elif name == "embargo":
        head.embargo = head.embargo or value
        head.notes.append(line.text)
    elif getattr(head, name) is None:
        setattr(head, name, value)
    if name == "slug":
        head.boilerplate.append(line.text)


def _choose(head: Head) -> None:
    """Tells section and headline among the lines that are nothing else."""
    texts = [line.text for line in head.open]
    captions = {a for a, b in pairwise(texts) if a == b} | {t for t in texts if _is_caption(t)}
    head.boilerplate.extend(sorted(captions))
    left = [line for line in head.open if line.text not in captions]
    if head.headline is not None:
        head.notes.extend(line.text for line in left if line.text != head.headline)
        return
    section, headline = section_and_headline([line.text for line in left])
    head.section = head.section or section
    head.headline = headline
    rest = [line.text for line in left if line.text not in (section, headline)]
    first = texts.index(headline) if headline else 0
    head.boilerplate.extend(text for text in rest if texts.index(text) < first)
    head.notes.extend(text for text in rest if texts.index(text) >= first)


def _is_caption(text: str) -> bool:
    return bool(
        re.search(r"\((?:file )?photo\b.*\)|^(?:photo|caption|image)\b.*:", text.casefold())
    )


def _is_location(text: str) -> bool:
    """Whether `text` is a dateline's place alone: `ANKARA`, `Washington, DC`."""
    town, comma, region = text.partition(",")
    return is_town(town) and (is_region(region) if comma else True)


def _is_note(text: str) -> bool:
    """Whether `text` is an editorial line: in brackets (`(Adds reaction)`), or after a colon."""
    opened = text.lstrip("([*#- ").casefold()
    if len(text) > 400:
        return False
    if _plainly_above().match(opened):
        return True
    match = _above().match(opened)
    if match is None:
        return False
    return text[0] in "([" or opened[match.end() :].startswith(":")


def _run_on(text: str, agencies: Agencies) -> tuple[str, Stamp, AgencyFacts, str | None] | None:
    """A header on one line: headline, date, agency, codes, place (`Bridge Deal 04/03/87 WALL
    STREET JOURNAL (J) STEEL (STL) LINZ, Austria`)."""
    found = find_stamp(text)
    if found is None or len(text[: found[1]].split()) < 2:
        return None
    words = text[found[2] :].split()
    names = (" ".join(words[:n]) for n in range(min(6, len(words)), 0, -1))
    facts = next((facts for name in names if (facts := agencies.by_name(name))), None)
    if facts is None:
        return None
    tail = re.search(
        r"[A-Z]{3,}(?: [A-Z]{3,})*(?:, [A-Z][\w. ]+)?$", text.rpartition(")")[2].strip()
    )
    place = tail.group() if tail and _is_location(tail.group()) else None
    return text[: found[1]].strip(), found[0], facts, place


def _issuer(text: str, agencies: Agencies) -> AgencyFacts | None:
    """The agency that a line says issued the text (`Issued by the Bureau of Meteorology`)."""
    match = re.match(
        r"(?:issued|released|distributed|provided|supplied) by (?:the )?(.+)", text, re.I
    )
    if not match:
        return None
    words = re.split(r"[\s,]+", match[1])
    starts = range(len(words))
    spans = (" ".join(words[i:j]) for i in starts for j in range(len(words), i, -1))
    return next((facts for span in spans if (facts := agencies.by_name(span))), None)


def _is_embargo(text: str) -> bool:
    """Whether a note says when, and not by whom, a story may be used."""
    return bool(
        re.search(
            r"embargo|for (?:use|release) (?!by|in|with)|hold (?:for|until)"
            r"|not for (?:use|release|publication)",
            text,
            re.IGNORECASE,
        )
    )


@cache
def _above() -> re.Pattern[str]:
    words = alternatives(table("words.toml")["notes"]["above"])
    return re.compile(rf"(?:{words})(?!\w)")


@cache
def _plainly_above() -> re.Pattern[str]:
    words = alternatives(table("words.toml")["notes"]["plainly_above"])
    return re.compile(rf"(?:{words})(?!\w)")
