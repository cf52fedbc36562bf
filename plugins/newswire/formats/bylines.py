"""Bylines: who wrote a story, if a person did."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from newswire.formats.agencies import Agencies, AgencyFacts
from newswire.formats.vocabulary import alternatives, table

LONGEST_BYLINE = 120
"""Code points; a longer line that begins with `By` is prose."""


_BY = re.compile(r"^\s*(?:by|von|par|por|di|door|af|av):?\s+", re.IGNORECASE)


def is_byline(line: str) -> bool:
    """Whether `line` is `By` and names, not a sentence (`By Tuesday the army had ...`)."""
    line = line.strip().rstrip("=<").strip()
    if len(line) > LONGEST_BYLINE or not re.match(r"by:?\s+\S", line, re.IGNORECASE):
        return False
    names, _, affiliation = line.partition(",")
    if len(affiliation.split()) > 6 or re.search(r"\w{3,}\.$", line):
        return False
    joining = table("words.toml")["byline"]["joining"]
    words = [word for word in names.split()[1:] if word.lower() not in joining]
    return all(word[0].isupper() or word[0] in "'’&|/(-" for word in words)


def person(line: str, agencies: Agencies, *, whole: bool = False) -> str | None:
    """The persons of a byline without `By` and without what they are; None for a desk's.

    An affiliation stays where it follows a comma and is not an agency's (`Tom Roe, The
    Springfield Courier`), or, if `whole`, in any case.
    """
    name = _BY.sub("", line.strip())
    name = re.split(r"\s*[|=<]|\s{3,}|\s+-{1,2}\s+", name.strip())[0].strip(" .,;")
    if agencies.by_name(name):
        return None
    if not whole:
        name = _roles(agencies).sub("", name).strip(" ,;")
        head, comma, tail = name.rpartition(",")
        if comma and (agencies.by_name(tail) or _is_role(tail)):
            name = head.strip()
    return name if name and not is_corporate(name, agencies) else None


def is_corporate(name: str, agencies: Agencies) -> bool:
    """Whether a byline names a desk or an agency rather than a person."""
    first = name.split(",", maxsplit=1)[0].strip()
    if not first or ("/" in first and " " not in first):
        return True
    words = {word.lower() for word in re.findall(r"[^\W\d_]+", first)}
    return bool(
        agencies.by_name(first) or words & _corporate() or "." in first.strip(".").split()[-1]
    )


@dataclass(frozen=True, slots=True)
class Introduction:
    """Whom a presenter introduces: reporter, agency, and the place that the report is from."""

    name: str
    facts: AgencyFacts | None
    place: str | None


def introduction(text: str, agencies: Agencies) -> Introduction | None:
    """The reporter whom a radio script introduces (`VOA's Ann Roe reports from Tokyo.`)."""
    match = _introduction(agencies).search(text[:1500])
    if match is None:
        return None
    return Introduction(match["name"], agencies.by_mark(match["agency"]), match["place"])


def speaker(headline: str) -> str | None:
    """Who speaks in a headline that says so (`PRESIDENT ROE'S ADDRESS TO CONGRESS`), or None."""
    speeches = alternatives(table("words.toml")["byline"]["speeches"])
    pattern = rf"(?:PRESIDENT |PRIME MINISTER )(?P<name>[A-Z][A-Z. ]{{3,40}})['’]S (?:{speeches})\b"
    match = re.match(pattern, headline)
    return match["name"] if match else None


@cache
def _introduction(agencies: Agencies) -> re.Pattern[str]:
    known = alternatives(agencies.known_marks())
    return re.compile(
        rf"\b(?P<agency>{known})(?:['’]s)? (?:(?:\w+ ){{0,4}}[Cc]orrespondent )?"
        r"(?P<name>[A-Z][\w.-]+(?: [A-Z][\w.-]+){1,2}) (?:has|reports|tells|explains|looks)\b"
        r"(?:[^.\n]{0,80} from (?P<place>[A-Z]\w+(?: [A-Z]\w+){0,2}))?"
    )


@cache
def _corporate() -> frozenset[str]:
    return frozenset(table("words.toml")["byline"]["corporate"])


def _is_role(text: str) -> bool:
    return text.strip().lower() in {role.lower() for role in table("words.toml")["byline"]["roles"]}


@cache
def _roles(agencies: Agencies) -> re.Pattern[str]:
    roles = rf"(?i:{alternatives(table('words.toml')['byline']['roles'])})s?"
    names = alternatives(agencies.known_marks())
    return re.compile(
        rf"[\s,]+(?:of |for )?(?:[Tt]he )?(?:{names})(?:[\s,]+{roles})?$|[\s,]+{roles}$"
    )
