"""A surname alone, or a full name again, refers to the person whose full name the text gives.

Of several bearers the one named last before it is meant. Without any, a surname counts only where
it is unambiguous and prominent on that day: the leader of a country that the text names.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from newswire.actors.compile import family_keys
from newswire.actors.registry import GENERATION, Registry
from newswire.actors.spot import Spot, Words, words_of
from newswire.actors.surface import fold, joint, key_of
from newswire.actors.vocabulary import Vocabulary, load_vocabulary
from newswire.model import ActorKind, Mention

LONGEST = 3  # words of a family name
_SENTENCE_ENDS = frozenset('.!?:;\n"“”')


@dataclass(frozen=True, slots=True)
class Bearer:
    """Somebody who bears a surname, named in full at `start`; `who` is None for a stranger."""

    start: int
    kind: ActorKind
    who: str | None


def find_surnames(
    text: str, mentions: Sequence[Mention], registry: Registry, on: date | None
) -> tuple[Mention, ...]:
    """Surnames that stand alone, as mentions of those who bear them."""
    return tuple(_Search(text, mentions, registry, on).found())


@dataclass(frozen=True, slots=True)
class Untold:
    """A surname left untagged because nothing tells its bearers apart, for `newswire explain`."""

    start: int
    end: int
    candidates: tuple[str, ...]


def find_untold(
    text: str, mentions: Sequence[Mention], registry: Registry, on: date | None
) -> tuple[Untold, ...]:
    """Surnames that several leaders of the day bear, with whom they may mean."""
    search = _Search(text, mentions, registry, on)
    for _ in search.found():
        pass
    return tuple(search.untold)


@dataclass(slots=True)
class _Search:
    text: str
    mentions: Sequence[Mention]
    registry: Registry
    on: date | None
    words: Words = field(init=False)
    vocabulary: Vocabulary = field(init=False)
    taken: set[int] = field(init=False)
    places: set[str] = field(init=False)
    bearers: dict[str, list[Bearer]] = field(init=False)
    settled: set[str] = field(default_factory=set)
    untold: list[Untold] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.words = words_of(self.text)
        self.vocabulary = load_vocabulary()
        self.taken = {place for m in self.mentions for place in range(m.start, m.end)}
        self.places = {m.id for m in self.mentions if m.kind in ("country", "organisation")}
        self.bearers = {}
        for mention in self.mentions:
            for key in self._keys(mention):
                bearer = Bearer(mention.start, mention.kind, mention.id)
                self.bearers.setdefault(key, []).append(bearer)

    def _keys(self, mention: Mention) -> set[str]:
        if len(mention.ids) == 1 and mention.id in self.registry.people:
            keys = family_keys(self.registry.people[mention.id])
        elif mention.kind == "person":
            surface = self.text[mention.start : mention.end]
            first, *_, last = surface.split(" ") * 2
            keys = {key_of(surface), key_of(last)}
            if self._stands_first(key_of(first)):
                keys.add(key_of(first))
        else:
            return set()
        return keys | {key.upper() for key in keys}

    def found(self) -> Iterator[Mention]:
        """Mentions from left to right; strangers who bear a surname are noted on the way."""
        free = 0
        for first, word in enumerate(self.words.words):
            if first < free or not word[0].isupper() or self.words.starts[first] in self.taken:
                continue
            for last, key in self._keys_at(first):
                mention = self._mention(Spot(self.words, first, last), key)
                if mention:
                    free = last + 1
                    yield mention
                    break

    def _keys_at(self, first: int) -> list[tuple[int, str]]:
        """The keys that begin at a word and are somebody's surname, longest first."""
        words, found, key = self.words.words, [], fold(self.words.words[first])
        for last in range(first, min(first + LONGEST, len(words))):
            if last > first:
                gap = joint(self.words.gap(last - 1), words[last - 1])
                if gap is None or self.words.starts[last] in self.taken:
                    break
                key += gap + fold(words[last])
            if key in self.bearers or key in self.registry.surnames:
                found.append((last, key))
        return found[::-1]

    def _mention(self, spot: Spot, key: str) -> Mention | None:
        if self._in_longer_name(spot, key):
            return None
        if self._stranger(spot):
            named = spot.before in self.registry.given or not self._starts_sentence(spot.first - 1)
            if named and key not in self.settled:
                self.bearers.setdefault(key, []).append(Bearer(spot.start, "person", None))
            return None
        if key in self.bearers:
            bearer = self._last_named(key, spot.start)
            if bearer.who is None:
                return None
            self.settled.add(key)
            rule = f"surname:{bearer.who}@{bearer.start}"
            return Mention(spot.start, spot.end, bearer.kind, (bearer.who,), rule)
        who = self._prominent(spot, key)
        if who is None:
            return None
        rule = f"surname:{who} in office on {self.on}"
        kind = self.registry.kind_of(who) or "leader"
        return Mention(spot.start, spot.end, kind, (who,), rule)

    def _in_longer_name(self, spot: Spot, key: str) -> bool:
        """The Hague, the Adenauer Foundation, in May, Christopher Ode, Wang Ode."""
        if spot.after.capitalize() in self.vocabulary.name_after:
            return True
        if f"{spot.before} {self.text[spot.start : spot.end]}" in self.vocabulary.not_surnames:
            return True
        if key.capitalize() in self.vocabulary.surname_words and spot.word(1).isdigit():
            return True
        goes_on = spot.after.istitle() and not self.words.in_headline(spot.start)
        return goes_on and (key not in self.bearers or self._may_come_first(key))

    def _may_come_first(self, key: str) -> bool:
        """A first name as well, or a family name that stands first, as in Chinese."""
        return key in self.registry.given or self._stands_first(key)

    def _stands_first(self, key: str) -> bool:
        """A family name that stands before the given name, as in Chinese and Korean."""
        names = (self.registry.people[who].name for who in self.registry.surnames.get(key, ()))
        return any(key_of(name).startswith(key + " ") for name in names)

    def _stranger(self, spot: Spot) -> bool:
        """Another first name stands before it: Hannah Brown is not Gordon Brown."""
        before = spot.before
        if not before.istitle() or self.words.starts[spot.first - 1] in self.taken:
            return False
        if before in self.vocabulary.no_first_names or before.lower() in self.registry.titles:
            return False
        if before.endswith(("ing", "ly")) and self._starts_sentence(spot.first - 1):
            return False
        return before in self.registry.given or not self.words.in_headline(spot.start)

    def _starts_sentence(self, word: int) -> bool:
        return word == 0 or not _SENTENCE_ENDS.isdisjoint(self.words.gap(word - 1))

    def _last_named(self, key: str, start: int) -> Bearer:
        bearers = self.bearers[key]
        place = bisect.bisect_left(bearers, start, key=lambda bearer: bearer.start)
        return bearers[max(place - 1, 0)]

    def _prominent(self, spot: Spot, key: str) -> str | None:
        """Who has no other name, else the one known leader of that name.

        First the leaders of that day whose place the text names, then the former ones.
        """
        bearers = self.registry.surnames.get(key, ())
        if len(bearers) == 1 and key_of(self.registry.people[bearers[0]].name) == key:
            return bearers[0]
        is_word = key.capitalize() in self.vocabulary.surname_words or key in self.registry.forms
        if self.on is None or is_word or key in self.registry.given:
            return None
        near = self.places | self.vocabulary.prominent
        now = [who for who in bearers if self.registry.prominence(who, self.on) & near]
        within = GENERATION if len(bearers) > 1 else None  # there is but one Hitler
        once = [who for who in bearers if self.registry.once_led(who, self.on, within) & near]
        common = key.capitalize() in self.vocabulary.common_surnames
        leading = now or ([] if common else once)
        if len(leading) > 1:
            self.untold.append(Untold(spot.start, spot.end, tuple(leading)))
        return leading[0] if len(leading) == 1 else None
