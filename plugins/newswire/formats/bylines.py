"""Bylines: who wrote a story, if a person did."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from newswire.formats.agencies import Agencies, AgencyFacts
from newswire.formats.vocabulary import alternatives, table

LONGEST_BYLINE = 120
"""Code points; a longer line that begins with `By` is prose."""


# Lower-case, and names behind it: `By Tuesday reporters had ...` is a sentence.
_WRITERS = re.compile(r"\b(?:staff )?(?:writer|reporter|correspondent)s?:? (?=[A-Z])")
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
    names = _WRITERS.sub("", names)
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
        name = _without_roles(_writers(agencies).sub("", name), agencies)
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


def affiliation(line: str, agencies: Agencies) -> AgencyFacts | None:
    """The agency that a byline names, alone or after the person (`By Ann Roe, AP Writer`)."""
    name = _BY.sub("", line.strip()).strip(" .,;=<")
    if facts := agencies.by_name(name):
        return facts
    match = _writers(agencies).match(name) or _role(name, agencies)
    return agencies.by_mark(match["agency"]) if match and match["agency"] else None


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


def _without_roles(name: str, agencies: Agencies) -> str:
    """`name` without what the person is; a paper's name stays (`Ann Roe, The River Reporter`)."""
    head, comma, tail = name.rpartition(",")
    if comma and (agencies.by_name(tail) or _is_role(tail)):
        return head.strip()
    if tail.strip().lower().startswith("the ") and not affiliation(name, agencies):
        return name
    role = _role(name, agencies)
    return name[: role.start()].strip(" ,;") if role else name


def _role(name: str, agencies: Agencies) -> re.Match[str] | None:
    """What follows two names, or a comma: `Ann Mehr` is a person, nobody's of the agency Mehr."""
    match = _roles(agencies).search(name)
    apart = match and (match[0].startswith(",") or len(name[: match.start()].split()) > 1)
    return match if apart else None


def _is_role(text: str) -> bool:
    """Whether `text` says what a reporter is: `Chief Diplomatic Correspondent`."""
    words = table("words.toml")["byline"]
    roles = {word.lower() for role in words["roles"] for word in role.split()} - {"to"}
    *beat, role = text.lower().split() or [""]
    beats = roles | {word.lower() for word in words["beats"]}
    return role.removesuffix("s") in roles and all(word in beats for word in beat)


@cache
def _writers(agencies: Agencies) -> re.Pattern[str]:
    """What stands before the names in `by Xinhua writers Li Ming and Wang Fang`."""
    known = alternatives(agencies.known_marks())
    return re.compile(rf"^(?P<agency>{known}) {_WRITERS.pattern}")


@cache
def _roles(agencies: Agencies) -> re.Pattern[str]:
    roles = rf"(?i:{alternatives(table('words.toml')['byline']['roles'])})s?"
    names = alternatives(agencies.known_marks())
    return re.compile(
        rf"[\s,]+(?:of |for )?(?:[Tt]he )?(?P<agency>{names})(?:[\s,]+{roles})?$|[\s,]+{roles}$"
    )
