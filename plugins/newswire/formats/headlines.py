"""Headlines: what is the line itself, and what is a mark of version, correction or kill."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from newswire.formats.vocabulary import table

_LONGEST_ISSUER = 10
"""Words."""
_COMPOUND = r"(?-i:\w*[a-z]-[a-z])"
"""A word that only begins like a mark: `Kill-switch law passed` takes nothing back."""


@dataclass(frozen=True, slots=True)
class Headline:
    """`text` without marks; `version` as printed, its marks parted by blanks."""

    text: str | None
    version: str | None = None
    correction: str | None = None
    killed: bool = False


@dataclass(frozen=True, slots=True)
class _Marks:
    any: re.Pattern[str]
    behind: re.Pattern[str]
    version: re.Pattern[str]
    correction: re.Pattern[str]
    kill: re.Pattern[str]


def split_headline(line: str) -> Headline:
    """Takes the marks off the front: `CORRECTED-UPDATE 2-Harvest ends` is a corrected update.

    A mark counts only with the hyphen, colon or bracket that parts it from the headline. A version
    may also stand in brackets behind it (`Harvest ends (1st Ld)`), and `^` opens a header line.
    """
    marks, rest = [], " ".join(line.split()).removeprefix("^")
    while match := _marks().any.match(rest):
        marks.append(next(part for part in match.groups() if part))
        rest = rest[match.end() :]
    rest = re.sub(r"^\*{3,}|\s*[=+<]$", "", rest).strip()
    if behind := _marks().behind.search(rest):
        marks.append(behind[1])
        rest = rest[: behind.start()]
    version = " ".join(mark for mark in marks if _marks().version.fullmatch(mark))
    return Headline(
        rest or None,
        version or None,
        next((mark for mark in marks if _marks().correction.fullmatch(mark)), None),
        any(_marks().kill.fullmatch(mark) for mark in marks),
    )


def version_mark(line: str) -> Headline | None:
    """The marks of a line that is nothing else (`1ST LEAD`, `REFILE`), or None."""
    found = split_headline(line.strip() + " -")
    return found if found.text in {None, "-"} and (found.version or found.killed) else None


def is_issuer(line: str) -> bool:
    """Whether a line may be who issued a release, not its headline: `MINISTRY OF TRANSPORT`."""
    words = line.strip().casefold().removeprefix("the ")
    begins = words.startswith(tuple(table("words.toml")["headline"]["issuers"]))
    return begins and len(words.split()) <= _LONGEST_ISSUER


@cache
def _marks() -> _Marks:
    words = table("words.toml")["headline"]
    version = "|".join(sorted(words["versions"], key=len, reverse=True))
    kill = "|".join(sorted(words["kills"], key=len, reverse=True))
    other = "|".join(sorted((*words["priorities"], *words["topics"]), key=len, reverse=True))
    mark = f"{version}|{kill}|{other}"
    return _Marks(
        re.compile(
            rf"(?!{_COMPOUND})(?:\(({mark})\)|({mark})(?: ?[-–—:/] ?|\s+-+\s+))\s*",
            re.IGNORECASE,
        ),
        re.compile(rf"\s+\(({version})\)$", re.IGNORECASE),
        re.compile(version, re.IGNORECASE),
        re.compile("|".join(words["corrections"]), re.IGNORECASE),
        re.compile(kill, re.IGNORECASE),
    )
