"""Datelines: `MOSCOW, June 19 (RIA Novosti) -` and its kin, by the shapes in `agencies.toml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from newswire.formats.agencies import Agencies, AgencyFacts
from newswire.formats.dates import Stamp, date_pattern, find_stamp, leading_stamp, read_stamp
from newswire.formats.places import is_region, is_town
from newswire.formats.vocabulary import alternatives, table

LONGEST_DATELINE = 200
"""Code points from the start of a paragraph within which its dateline ends."""


_MARKED = re.compile(r"[-–—―_=(/]|\d")
_DASH = r"--|-\s-(?=\s)|[–—―_=]|\.[-–]|-(?!\w)|(?<=[)/])[-:]"


@dataclass(frozen=True, slots=True)
class DatelineMatch:
    """A dateline at the head of a paragraph; `end` is where the story begins, in code points.

    `text` is the dateline as printed without its dash, `agency` the contents of its brackets,
    `date` its own date, `stamp` a time stamp printed before it.
    """

    end: int
    text: str
    place: str | None = None
    agency: str | None = None
    facts: AgencyFacts | None = None
    date: Stamp | None = None
    stamp: Stamp | None = None
    strong: bool = True


def match_dateline(paragraph: str, agencies: Agencies) -> DatelineMatch | None:
    """The dateline that `paragraph` begins with, or None.

    `strong` is False for a place and a dash, or a place and a date alone on a line: such a line
    is a dateline only where one is due.
    """
    head = paragraph[:LONGEST_DATELINE].replace("\u00a0", " ")
    if not _MARKED.search(head) or read_stamp(head.split("\n", 1)[0]):
        return None
    start = len(head) - len(head.lstrip())
    if found := _match_at(head, start, None, agencies):
        return found
    if leading := leading_stamp(head[start:]):
        rest = head[start + leading[1] :].lstrip(" ,")
        return _match_at(head, len(head) - len(rest), leading[0], agencies)
    return None


def _match_at(
    head: str, start: int, stamp: Stamp | None, agencies: Agencies
) -> DatelineMatch | None:
    for shape in _shapes(agencies):
        match = shape.match(head, start)
        if match and (found := _accept(match, stamp, agencies)):
            return found
    return None


def _accept(match: re.Match[str], stamp: Stamp | None, agencies: Agencies) -> DatelineMatch | None:
    parts = match.groupdict()
    place, agency, dash = parts.get("place"), parts.get("agency"), parts.get("dash")
    if place is not None and not _may_be_place(place, agencies):
        return None
    found = find_stamp(parts["date"]) if parts.get("date") else None
    facts = agencies.by_mark(agency) if agency else None
    end = match.end("dash") if dash is not None else match.end("text")
    alone = not match.string[end:].split("\n", 1)[0].strip()
    glued = dash is not None and not match.string[match.start("dash") - 1].isspace()
    if not _plausible(place, facts, agency, found is not None, dash, glued, alone):
        return None
    return DatelineMatch(
        end=match.end(),
        text=match.group("text").strip(" ,"),
        place=place,
        agency=agency.strip() if agency else None,
        facts=facts,
        date=found[0] if found else None,
        stamp=stamp,
        strong=agency is not None or (found is not None and dash is not None),
    )


def _plausible(
    place: str | None,
    facts: AgencyFacts | None,
    agency: str | None,
    dated: bool,
    dash: str | None,
    glued: bool,
    alone: bool,
) -> bool:
    """Whether what was matched has enough marks of a dateline to be one."""
    if facts is not None:
        return place is not None or dash is not None
    if agency is not None:
        return dated and dash is not None
    if place is None:
        return dated and dash is not None
    if dated:
        return dash is not None or (alone and _is_capital(place))
    return dash is not None and _stands_alone(place, dash, glued)


def _stands_alone(place: str, dash: str, glued: bool) -> bool:
    """Whether a place and a dash are a dateline without agency and date (`NEW YORK _`)."""
    if glued or dash not in {"_", "--", "- -", "-", "–", "—"}:
        return False
    return _is_capital(place) and (dash == "_" or is_town(place) or _has_region(place))


def _has_region(place: str) -> bool:
    return "," in place and is_region(place.rsplit(",", 1)[1])


def _is_capital(place: str) -> bool:
    return place.split(",", maxsplit=1)[0].isupper()


def _may_be_place(text: str, agencies: Agencies) -> bool:
    """Whether `text` is written as a place and is no agency's name, unless a town bears it too."""
    return is_place_name(text) and (agencies.by_name(text) is None or is_town(text))


def is_place_name(text: str) -> bool:
    """Whether `text` is written as places are: capitals, but for particles, and no verb."""
    words = re.findall(r"[^\s,/]+", text)
    particles = table("words.toml")["place_particles"]
    if any(word.strip(".").lower() in _calendar() for word in words):
        return False
    return 0 < len(words) <= 9 and all(
        word[0].isupper() or word[0] in "'’\"" or word.lower() in particles for word in words
    )


@cache
def _calendar() -> frozenset[str]:
    """Names of days and months, which no place is called."""
    words = table("dates.toml")
    months = (name for names in words["months"].values() for name in names)
    return frozenset(name.lower() for name in (*months, *words["words"]["weekdays"]))


@cache
def _shapes(agencies: Agencies) -> tuple[re.Pattern[str], ...]:
    own = (shape for facts in agencies.facts for shape in facts.datelines)
    marks = agencies.known_marks()
    known = alternatives({*marks, *map(str.upper, marks)})
    shapes = dict.fromkeys((*own, *agencies.datelines))
    return tuple(_compile(shape, known) for shape in shapes)


def _compile(shape: str, known: str) -> re.Pattern[str]:
    """The pattern of a shape; a dash at its end stays outside the group `text`."""
    closing = "/" if "/{agency}/" in shape else "()"
    tokens = {
        "{place}": r"(?P<place>[^\W\d_][^\n()_:;\"|]{0,70}?)",
        "{date}": rf"(?P<date>{date_pattern()})",
        "{agency}": rf"(?P<agency>[^{closing}\n]{{2,50}}?)\s?",
        "{known}": rf"(?P<agency>(?-i:{known})(?!\w))",
        "{dash}": rf"(?:{_DASH})",
    }
    body = shape.removesuffix("{dash}")
    parts = re.split(r"(\{\w+\})", body)
    text = "".join(tokens.get(part) or _literal(part) for part in parts)
    dash = rf"(?P<dash>{_DASH})" if shape != body else ""
    return re.compile(rf"(?P<text>{text}){dash}\s*", re.IGNORECASE)


def _literal(text: str) -> str:
    """Plain characters of a shape; blanks are free, as wires glue and stretch them."""
    return "".join(r"\s{0,3}" if ch == " " else rf"\s?{re.escape(ch)}" for ch in text)
