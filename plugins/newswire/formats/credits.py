"""Credit lines: agency, time stamp, reporter and more side by side on one line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from newswire.formats.agencies import Agencies, AgencyFacts
from newswire.formats.bylines import is_byline
from newswire.formats.dates import (
    Stamp,
    find_stamp,
    read_clock,
    read_stamp,
    wire_stamp,
    without_labels,
)
from newswire.formats.furniture import is_page_control
from newswire.formats.sections import is_known_section

LONGEST_CREDIT = 200
"""Code points; a longer line is text."""

LONGEST_FOOT = 80
"""Code points of a wire's own line below a story."""

_BAR = re.compile(r"\s*[|•·]\s*")
_SOURCE = re.compile(r"^(?:source|from|by):?\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Credit:
    """What a credit line says of a story; `whole` unless it says more than these fields hold."""

    stamp: Stamp
    facts: AgencyFacts | None = None
    byline: str | None = None
    section: str | None = None
    whole: bool = True


def read_credit(line: str, agencies: Agencies) -> Credit | None:
    """The credit line that `line` is, or None, also for a mere time stamp.

    Either parts with bars between them, one of which is a time stamp (`Source: Xinhua |
    2019-08-22 19:20:33 | Editor: huaxia`), or an agency or its site before a stamp (`Sample
    Wire, April 6, 2013`), which a page's own words may follow (`Print`, `315 views`).
    """
    if len(line) > LONGEST_CREDIT or read_stamp(line):
        return None
    parts = [part for part in _BAR.split(line.strip()) if part]
    if len(parts) > 1 and (credit := _parted(parts, agencies)):
        return credit
    return _agency_and_stamp(line, agencies)


def foot_stamp(line: str, agencies: Agencies) -> Stamp | None:
    """The stamp of a wire's own line below a story (`AP-ES-03-12-07 1422EDT`), or None.

    Beside agency and stamp it holds codes in capitals and nothing else: the title of a related
    story may also begin with an agency's name and state a day.
    """
    if len(line) > LONGEST_FOOT:
        return None
    found = find_stamp(line)
    rest = line if found is None else f"{line[: found[1]]} {line[found[2] :]}"
    words = _WORD.findall(rest)
    if not words or agencies.by_name(words[0]) is None:
        return None
    if not all(word.isupper() and len(word) <= 4 for word in words[1:]):
        return None
    return wire_stamp(line) or (found[0] if found else None)


def _parted(parts: Sequence[str], agencies: Agencies) -> Credit | None:
    stamps = {part: stamp for part in parts if (stamp := read_stamp(part))}
    if not stamps:
        return None
    clocks = {part: clock for part in parts if (clock := read_clock(part))}
    sources = {part: facts for part in parts if (facts := _source(part, agencies))}
    bylines = [part for part in parts if is_byline(part) and part not in sources]
    sections = [part for part in parts if is_known_section(part)]
    stamp, clock = next(iter(stamps.values())), next(iter(clocks.values()), None)
    if clock and stamp.clock is None:
        stamp = replace(stamp, clock=clock.clock, zone=clock.zone)
    told = {*stamps, *clocks, *sources, *bylines, *sections}
    return Credit(
        stamp,
        next(iter(sources.values()), None),
        next(iter(bylines), None),
        next(iter(sections), None),
        all(part in told or is_page_control(part) for part in parts),
    )


def _agency_and_stamp(line: str, agencies: Agencies) -> Credit | None:
    found = find_stamp(line)
    if found is None:
        return None
    stamp, start, end = found
    facts = _source(line[:start], agencies) or _source(without_labels(line[:start]), agencies)
    after = line[end:].strip(" .|,")
    # Anything else after the stamp makes a sentence or a headline of it.
    return Credit(stamp, facts) if facts and (not after or is_page_control(after)) else None


def _source(text: str, agencies: Agencies) -> AgencyFacts | None:
    name = _SOURCE.sub("", text.strip(" ,:-"))
    return agencies.by_name(name) or agencies.by_domain(name)
