"""Several leaders in one expression: `the two leaders`, `the U.S. and Russian leaders`.

With two countries before it a plural title stands for the holders in both. `The two leaders` and
`both presidents` stand for the pair that one sentence named last, if it named no third, else for
the only two whom the text has named so far. Only people in such an office count.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from newswire.lang.en.sentences import split
from newswire.lang.protocols import Actors
from newswire.model import Mention, Span

_TITLES = "leaders|presidents|prime ministers|premiers|chancellors|(?:foreign|defen[cs]e) ministers"
_BARE = re.compile(
    rf"\b(?:the two|both|these two|the pair of) (?P<title>{_TITLES}|men)\b", re.IGNORECASE
)
_PLURAL = re.compile(rf"\b(?:{_TITLES})\b")
_CROWD = 3  # people who are no pair
_AND = re.compile(r"(?:['’]s)? and (?:the )?")
_BEFORE_TITLE = re.compile(r"(?:['’]s)? ")


def find_groups(
    text: str, mentions: Sequence[Mention], registry: Actors, on: date | None
) -> tuple[Mention, ...]:
    """Expressions for several leaders whose members can be told, with all their ids."""
    search = _Search(text, mentions, registry, on)
    groups = tuple(search.of_countries())
    return tuple(sorted((*groups, *search.of_pairs(groups)), key=lambda mention: mention.start))


def _singular(match: re.Match[str]) -> str:
    return match["title"].lower().removesuffix("s")


def _pairs(people: Sequence[Mention], sentences: Sequence[Span]) -> list[tuple[str, ...]]:
    """After each of `people`, in text order: whom one sentence named last, else all so far."""
    starts = [start for start, _ in sentences]
    together: dict[str, None] = {}
    everyone: dict[str, None] = {}
    several: tuple[str, ...] = ()
    sentence, found = 0, []
    for mention in people:
        here = bisect.bisect_right(starts, mention.start)
        if here != sentence:
            sentence, together = here, {}
        together |= dict.fromkeys(mention.ids)
        if len(everyone) < _CROWD:
            everyone |= dict.fromkeys(mention.ids)
        if len(together) > 1:
            several = tuple(islice(together, _CROWD))
        found.append(several or tuple(everyone))
    return found


@dataclass(slots=True)
class _Search:
    text: str
    mentions: Sequence[Mention]
    registry: Actors
    on: date | None
    ending: dict[int, Mention] = field(init=False)
    taken: set[int] = field(init=False)
    holding: dict[tuple[str, str], bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.ending = {mention.end: mention for mention in self.mentions}
        self.taken = {place for m in self.mentions for place in range(m.start, m.end)}

    def of_countries(self) -> Iterator[Mention]:
        """`the U.S. and Russian leaders`: a plural title right after two countries."""
        for match in _PLURAL.finditer(self.text):
            second = self._right_before(match.start(), _BEFORE_TITLE)
            first = self._right_before(second.start, _AND) if second else None
            if first and second and match.start() not in self.taken:
                holders = [self._holder(m.id, match.group()) for m in (first, second)]
                ids = tuple(dict.fromkeys(holder for holder in holders if holder))
                if len(ids) == 2:
                    rule = f"pronoun:group of {first.id} and {second.id}"
                    yield Mention(match.start(), match.end(), "leader", ids, rule)

    def of_pairs(self, groups: Sequence[Mention]) -> Iterator[Mention]:
        """`the two leaders`: the pair that the text named last; `groups` name pairs as well."""
        matches = [m for m in _BARE.finditer(self.text) if m.start() not in self.taken]
        if not matches:
            return
        named = sorted((*self.mentions, *groups), key=lambda mention: mention.start)
        sentences = split(self.text)
        for title in {_singular(match) for match in matches}:
            people = [mention for mention in named if self._fits(mention, title)]
            pairs = _pairs(people, sentences)
            for match in matches:
                last = bisect.bisect_left(people, match.start(), key=lambda person: person.start)
                pair = pairs[last - 1] if last and _singular(match) == title else ()
                if len(pair) == 2:
                    rule = f"pronoun:group of {pair[0]} and {pair[1]}"
                    yield Mention(match.start(), match.end(), "leader", pair, rule)

    def _fits(self, mention: Mention, title: str) -> bool:
        """Whether those whom a mention names hold such an office, or lead a place."""
        if mention.kind != "leader" or len(mention.ids) > 2:
            return False
        return all(self._holds(who, title) for who in mention.ids)

    def _holds(self, who: str, title: str) -> bool:
        known = self.holding.get((who, title))
        if known is None:
            known = self.holding[who, title] = self._has_held(who, title)
        return known

    def _has_held(self, who: str, title: str) -> bool:
        if title in ("leader", "men"):
            return self.on is None or self.registry.leads(who, self.on)
        return bool(self.registry.places_of(who, self.registry.titles.get(title, ())))

    def _right_before(self, place: int, link: re.Pattern[str]) -> Mention | None:
        """The country or organisation that `link` joins to what begins at `place`."""
        for end in range(place - 1, max(place - 12, -1), -1):
            mention = self.ending.get(end)
            if mention and link.fullmatch(self.text, end, place):
                return mention if mention.kind in ("country", "organisation") else None
        return None

    def _holder(self, place: str, plural: str) -> str | None:
        """Who leads the place, or holds the title there, on the dispatch's day."""
        if self.on is None:
            return None
        title = plural.removesuffix("s")
        if title == "leader":
            leaders = self.registry.leaders_of(place, self.on)
            return leaders[0].id if leaders else None
        posts = self.registry.offices.get(title, ())
        holders = self.registry.role_holders(posts, place, self.on)
        return holders[0].id if len(holders) == 1 else None
