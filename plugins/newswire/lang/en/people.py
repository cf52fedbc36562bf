"""Names beside titles: `Prime Minister Levy`, `spokesman Jay Carney`, `Ann Ode, an analyst`.

A title with a surname finds the person of the registry who held the post, whatever the date; the
date and the countries of the text choose between namesakes. Who is not in the registry becomes a
`person`, whose id is the slug of the full name. Capitalised words alone make no person.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher

from newswire.lang.en.titles import Title, Vocabulary, find, load_vocabulary, plain
from newswire.lang.protocols import Actors
from newswire.model import Mention
from newswire.slugs import slugify

_PART = r"[^\W\d_a-z]\w*(?:-\w+|['’][^\W\d_a-z]\w+)*"
_INITIAL = r"(?:[^\W\d_a-z]\.)+"
_LOW = r"(?:al|el|bin|ibn|ben|van|von|de|da|do|dos|der|den|di|la|le|du|del|ter)[ -]"
_WORD = rf"(?<!\w)(?:{_INITIAL}|(?:{_LOW}){{0,2}}(?:d['’])?{_PART})"
_NAME = re.compile(rf"{_WORD}(?: {_WORD}){{0,4}}")
_FULL = rf"{_WORD}(?: {_WORD}){{1,4}}"
_APPOSED = re.compile(rf"({_FULL}), (?:(?:the|a|an|his|her|its|their) )?(?:[\w.&'’-]+ ){{0,5}}$")
_NAMED_LATER = re.compile(
    rf"(?: (?:of|for|at|in|to) (?:[\w.&'’-]+ ){{0,6}}[\w.&'’-]+)?, ({_FULL})(?=,| said\b| told\b)"
)
_FIRST_NAME = re.compile(rf"(?!(?i:{_LOW})){_WORD} ")
_IN_PLACE = re.compile(r"\b(?:in|at|near|from|of|outside) $", re.IGNORECASE)
SAME_NAME = 0.6  # share of letters in common
_REACH = 110  # characters in which a name stands before its apposition


def find_people(
    text: str, mentions: Sequence[Mention], registry: Actors, on: date | None
) -> tuple[Mention, ...]:
    """People named beside a title who are no mention yet, as leaders or persons."""
    search = _Search(text, mentions, registry, on)
    titles = find(text, search.vocabulary.people.union(registry.titles))
    found: dict[int, Mention] = {}
    for title in titles:
        for mention in search.beside(title):
            found.setdefault(mention.start, mention)
    return tuple(found[start] for start in sorted(found))


def _alike(one: str, other: str) -> bool:
    """Whether two first names may be spellings of one: Sergej and Sergei, not Ann and Alice."""
    if one[0] != other[0]:
        return False
    return one[1:2] == "." or SequenceMatcher(None, one, other).ratio() > SAME_NAME


@dataclass(slots=True)
class _Search:
    text: str
    mentions: Sequence[Mention]
    registry: Actors
    on: date | None
    vocabulary: Vocabulary = field(init=False)
    taken: dict[int, Mention] = field(init=False)
    named: Counter[str] = field(init=False)

    def __post_init__(self) -> None:
        self.vocabulary = load_vocabulary()
        self.taken = {place: m for m in self.mentions for place in range(m.start, m.end)}
        self.named = Counter(m.id for m in self.mentions if m.kind in ("country", "organisation"))

    def beside(self, title: Title) -> Iterator[Mention]:
        """The person named right after a title, later (`the minister, Ann Ode,`) or before it."""
        after = _NAME.match(self.text, title.end + 1) if self._open(title.end) else None
        if after:
            if not self._titled(after.group().partition(" ")[0]):
                yield from self._person(title, after.start(), after.group())
            return
        later = _NAMED_LATER.match(self.text, title.end)
        if later:
            yield from self._person(title, later.start(1), later[1])
        begin = max(title.start - _REACH, 0)
        before = _APPOSED.search(self.text[begin : title.start])
        if before:
            name = self._without_title(before[1])
            start = begin + before.end(1) - len(name)
            in_place = _IN_PLACE.search(self.text, max(start - 9, 0), start)
            if not in_place or name.partition(" ")[0] in self.registry.given:
                yield from self._person(title, start, name)

    def _open(self, end: int) -> bool:
        return self.text[end : end + 1] in (" ", "\n")

    def _without_title(self, name: str) -> str:
        """`Parliamentary Speaker Ann Ode` without what is a title or begins a sentence."""
        words = name.split(" ")
        while len(words) > 2 and (words[0] in self.vocabulary.not_names or self._titled(words[0])):
            del words[0]
        return " ".join(words)

    def _titled(self, word: str) -> bool:
        return plain(word).split(" ")[-1] in self.vocabulary.people or word.endswith("-General")

    def _person(self, title: Title, start: int, name: str) -> Iterator[Mention]:
        name = self._cut(start, name)
        if name.isupper() and len(name) > 4:
            name = name.split(" ")[0]
        known = self._of_registry(title, name) if name else None
        end, beside = start + len(name), f"beside {title.phrase}"
        if known:
            evidence = "name" if " " in name else "surname"
            kind = self.registry.kind_of(known) or "leader"
            yield Mention(start, end, kind, (known,), f"{evidence}:{known} {beside}")
        elif _FIRST_NAME.match(name) and not name.isupper() and not self._headline(start):
            yield Mention(start, end, "person", (slugify(name),), f"name:{beside}")

    def _cut(self, start: int, name: str) -> str:
        """The words of `name` up to one that belongs to no name or is tagged already; none where
        it names a thing."""
        if not self.vocabulary.things.isdisjoint(name.split(" ")):
            return ""
        end, place = start, start
        for word in name.split(" "):
            if word in self.vocabulary.not_names or any(
                at in self.taken for at in range(place, place + len(word))
            ):
                break
            place += len(word) + 1
            end = place - 1
        return self.text[start:end]

    def _of_registry(self, title: Title, name: str) -> str | None:
        """The one person of that surname who held such a post, at the place if it is told."""
        posts = self.registry.titles.get(title.phrase, ())
        first, _, surname = name.rpartition(" ")
        candidates = {
            who: places
            for who in (self.registry.by_surname(name) or self.registry.by_surname(surname))
            if (places := self.registry.places_of(who, posts))
            and (not first or _alike(first, self.registry.first_name_of(who)))
        }
        place = self._place_before(title)
        if place:
            candidates = {who: at for who, at in candidates.items() if place in at}
        return self._one_of(candidates, posts)

    def _one_of(self, candidates: dict[str, frozenset[str]], posts: Sequence[str]) -> str | None:
        if len(candidates) > 1 and self.on:
            timely = {
                who: places
                for who, places in candidates.items()
                if any(
                    who == holder.id
                    for place in places
                    for holder in self.registry.role_holders(posts, place, self.on)
                )
            }
            candidates = timely or candidates
        if len(candidates) > 1:
            counts = {who: sum(self.named[at] for at in ats) for who, ats in candidates.items()}
            most = max(counts.values())
            candidates = {who: at for who, at in candidates.items() if counts[who] == most}
        return next(iter(candidates)) if len(candidates) == 1 else None

    def _place_before(self, title: Title) -> str | None:
        """The country or organisation right before a title: `Israeli Foreign Minister`."""
        before = self.text[: title.start].rstrip(" \n")[-2:]
        end = title.start - 2 - 2 * (before in ("'s", "’s"))
        mention = self.taken.get(end)
        return mention.id if mention and mention.kind in ("country", "organisation") else None

    def _headline(self, start: int) -> bool:
        """Whether a line has capitals on most words, so that names cannot be told from them."""
        near = max(start - _REACH, 0)
        begin = self.text.rfind("\n", near, start) + 1 or near
        line = self.text[begin : start + _REACH].partition("\n")[0]
        words = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
        return len(words) > 2 and sum(word[0].isupper() for word in words) > 0.8 * len(words)
