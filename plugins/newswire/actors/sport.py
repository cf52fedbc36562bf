"""Teams in sports reports and result lines: `Japan 2 Syria 1` names no states."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newswire.actors.spot import Spot
from newswire.actors.vocabulary import Vocabulary
from newswire.model import Span

_FIGURE = re.compile(r"[ \t]*[-:]?[ \t]*\d")
_SLUG = re.compile(r"^([a-z][a-z ]{2,20}?) ?-", re.MULTILINE)
_LEAD = 400  # characters in which a sports report shows what it is
_LONGEST = 120  # characters of a result line; a paragraph is longer
_ENOUGH = 2  # results or fixtures that make any text a sports report
_FIXTURE = re.compile(
    r"^.{0,16}\b[A-Z][\w .]{2,24} v(?:s\.?|\.|ersus)? [A-Z][\w ]{2,24}(?:,.{0,24})?$", re.MULTILINE
)
_NOTE = re.compile(r"\([^()\n]*\)")
_PARTS = re.compile(
    r"(?P<S>(?<!\d)\d{1,3} ?[-:–] ?\d{1,3}(?!\w|[.,]\d))"  # score
    r"|(?P<D>(?<!\d)\d{1,3}(?!\w|[.,]\d))"  # points
    r"|(?P<N>[A-Z][^\W\d_]*(?:[.'’]? (?:and )?[A-Z][^\W\d_]*)*)"  # name
    r"|(?P<w>\w+)|(?P<dash>[-–])|(?P<colon>:)"
)
_SIGNS = {"dash": "-", "colon": ":"}
_TEAM = "N(?:-N)?"
_RESULT = re.compile(
    rf"(?:[NDw-]+:)?D?(?:{_TEAM}:?D-*{_TEAM}:?D|{_TEAM}S{_TEAM}|{_TEAM}-{_TEAM}:?S)[NDSw:-]{{0,6}}"
    rf"|{_TEAM}V{_TEAM}S.*"
)


def is_sport(text: str, results: int, words: Vocabulary) -> bool:
    """Whether a text reports on sport: by its slug (SOCCER-...), its lead, results or fixtures."""
    lead = text[:_LEAD].lower()
    slugs = (match[1].strip() for match in _SLUG.finditer(lead))
    if any(slug in words.sport_slug for slug in slugs):
        return True
    if sum(cue in lead for cue in words.sport_text) > 2:
        return True
    return results >= _ENOUGH or results + len(_FIXTURE.findall(text)) >= _ENOUGH


def result_lines(text: str, words: Vocabulary) -> Iterator[Span]:
    """The lines that give a match's result in one of the layouts of the wires."""
    start = 0
    for line in text.split("\n"):
        if len(line) <= _LONGEST and _RESULT.fullmatch(_skeleton(line, words)):
            yield start, start + len(line)
        start += len(line) + 1


def _skeleton(line: str, words: Vocabulary) -> str:
    """A line's build, a letter a part: `In Doha: Qatar 1, Oman 2` is `N:NDND`."""
    if not any(map(str.isdigit, line)):
        return ""
    parts = _PARTS.finditer(_NOTE.sub(" ", line))
    return "".join(_sign(part.lastgroup or "", part.group(), words) for part in parts)


def _sign(kind: str, part: str, words: Vocabulary) -> str:
    if kind == "w" and part in words.sport_beats:
        return "V"
    return _SIGNS.get(kind, kind)


def team_in_result(spot: Spot) -> bool:
    """In a result line: a team, unless in brackets after a name (K. Endo, Japan)."""
    return spot.words.text[max(spot.start - 1, 0) : spot.start] != "("


def team_in_report(spot: Spot, words: Vocabulary) -> bool:
    """In a sports report: a team, not the country that somebody is from."""
    text = spot.words.text
    if text[max(spot.start - 1, 0) : spot.start] == "(":
        return False
    if _FIGURE.match(text, spot.end):
        return True
    if text[max(spot.start - 2, 0) : spot.start] == ", ":
        return False
    return spot.before.lower() not in words.sport_place
