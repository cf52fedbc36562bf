"""Titles that stand for their holder: `the Russian president`, `Britain's prime minister`.

The country or organisation before the title, or after `of`, and the dispatch's day find the
holder. A person whom the text names beside the same title comes before the list of holders. Only
the title's own words are tagged, since the country has its tag already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from newswire.lang.en.titles import Title, Vocabulary, find, load_vocabulary
from newswire.lang.protocols import Actors
from newswire.model import Mention

_BETWEEN = re.compile(r"(?:['’]s)?[ \n-]+((?:[\w-]+[ \n]+){0,3})")
_OF = re.compile(r"[ \n](?:of|for)[ \n](?:the[ \n])?")
_APPOSED = re.compile(r", (?:the |a |an )?$")
_LAST_WORD = re.compile(r"([^\W\d_]+)[ \n-](?:(?:the|a|an|its|his|her)[ \n])?$", re.IGNORECASE)
_ANOTHER_TIME = re.compile(
    r"[ \n](?:from|between|until|in|during|since)[ \n](?:\w+[ \n]){0,2}\d{4}"
)
_PLACES = ("country", "organisation")
_NEXT_WORD = re.compile(r"[ \n-]([^\W\d_]\w*)")
_PEOPLE = ("leader", "person")
_DAY = timedelta(days=1)
_REACH = 40  # characters between a country and a title


def find_titles(
    text: str, mentions: Sequence[Mention], registry: Actors, on: date | None
) -> tuple[Mention, ...]:
    """Titles without a name whose holder on that day is known, tagged on the title alone."""
    return tuple(_Search(text, mentions, registry, on).found())


@dataclass(frozen=True, slots=True)
class Office:
    """A title and the place in which it is held; `start` and `end` are of both together."""

    title: Title
    place: str
    start: int
    end: int


@dataclass(slots=True)
class _Search:
    text: str
    mentions: Sequence[Mention]
    registry: Actors
    on: date | None
    vocabulary: Vocabulary = field(init=False)
    starting: dict[int, Mention] = field(init=False)
    ending: dict[int, Mention] = field(init=False)
    holders: dict[tuple[str, str], str | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.vocabulary = load_vocabulary()
        self.starting = {mention.start: mention for mention in self.mentions}
        self.ending = {mention.end: mention for mention in self.mentions}

    def found(self) -> Iterator[Mention]:
        titles = find(self.text, self.vocabulary.people.union(self.registry.titles))
        named = self._named(titles)
        for title in titles:
            office = self._office(title)
            if office and not self._goes_on(title) and not self._apposed(office):
                holder = named.get((office.place, title.phrase)) or self._holder(office)
                if holder:
                    rule = f"title:{title.phrase}/{office.place} on {self.on}"
                    yield Mention(title.start, title.end, "leader", (holder,), rule)

    def _named(self, titles: Sequence[Title]) -> dict[tuple[str, str], str]:
        """Who stands beside a title in this text: (place, title) to person."""
        found = {}
        for title in titles:
            after = self.starting.get(title.end + 1)
            office = self._office(title)
            if after and office and after.kind == "leader" and len(after.ids) == 1:
                found[office.place, title.phrase] = after.id
        return found

    def _office(self, title: Title) -> Office | None:
        """The title with its country or organisation, if its present holder is meant."""
        if title.phrase not in self.registry.offices:
            return None
        office = self._before(title) or self._after(title)
        return office if office and not self._of_another(office) else None

    def _before(self, title: Title) -> Office | None:
        """`Russia's new president`: the place that ends shortly before the title."""
        for end in range(title.start - 1, max(title.start - _REACH, 0), -1):
            mention = self.ending.get(end)
            if mention is None:
                continue
            between = _BETWEEN.fullmatch(self.text, end, title.start)
            if between is None or mention.kind not in _PLACES:
                return None
            words = between[1].lower().split()
            if all(word in self.vocabulary.still_now for word in words):
                return Office(title, mention.id, mention.start, title.end)
            return None
        return None

    def _after(self, title: Title) -> Office | None:
        """`President of Russia`, but not `head of the United Nations mission`."""
        link = _OF.match(self.text, title.end)
        mention = self.starting.get(link.end()) if link else None
        if mention is None or mention.kind not in _PLACES:
            return None
        follows = _NEXT_WORD.match(self.text, mention.end)
        if follows and follows[1] in self.vocabulary.not_of:
            return None
        return Office(title, mention.id, title.start, mention.end)

    def _of_another(self, office: Office) -> bool:
        """`The former Russian president`, `he was Russia's president`, `president until 2008`."""
        if _ANOTHER_TIME.match(self.text, office.end):
            return True
        before = _LAST_WORD.search(self.text[max(office.start - _REACH, 0) : office.start])
        if before is None:
            return False
        word = before[1].lower()
        return word in self.vocabulary.not_now or word in self.vocabulary.says_who

    def _goes_on(self, title: Title) -> bool:
        """The title stands beside a name, or is part of another word: `president-elect`."""
        if self._is_person(self.starting.get(title.end + 1)):
            return True
        follows = _NEXT_WORD.match(self.text, title.end)
        if follows is None:
            return False
        word = follows[1]
        return word.lower() in self.vocabulary.not_after or (
            word[0].isupper() and self.text[title.start].isupper() and not word.isupper()
        )

    def _apposed(self, office: Office) -> bool:
        """The name stands beside it after a comma: `its leader, Ann Ode`, `Ann Ode, head of`."""
        after = office.end + len(", ")
        if self.text[office.end : after] == ", " and self._is_person(self.starting.get(after)):
            return True
        comma = _APPOSED.search(self.text, max(office.start - len(", the "), 0), office.start)
        return comma is not None and self._is_person(self.ending.get(comma.start()))

    def _is_person(self, mention: Mention | None) -> bool:
        return mention is not None and mention.kind in _PEOPLE

    def _holder(self, office: Office) -> str | None:
        key = (office.place, office.title.phrase)
        if key not in self.holders:
            self.holders[key] = self._found_holder(office)
        return self.holders[key]

    def _found_holder(self, office: Office) -> str | None:
        if self.on is None:
            return None
        named = {mention.id for mention in self.mentions}
        if office.title.phrase in self.vocabulary.leader:
            leaders = [who.id for who in self.registry.leaders_of(office.place, self.on)]
            here = [who for who in leaders if who in named]
            return next(iter(here if len(here) == 1 else leaders), None)
        holders = self._holders(office, self.on)
        # On a hand-over day the successor is meant where the text names nobody else.
        tomorrow = self._holders(office, self.on + _DAY) if self.on < date.max else []
        here = [who for who in dict.fromkeys(holders + tomorrow) if who in named]
        return next((found[0] for found in (here, holders) if len(found) == 1), None)

    def _holders(self, office: Office, on: date) -> list[str]:
        posts = self.registry.offices[office.title.phrase]
        return [who.id for who in self.registry.role_holders(posts, office.place, on)]
