"""Names of actors in a text: the longest one at each word, from left to right.

Evidence, and so the head of a mention's rule, is `name`, `acronym`, `demonym`, `capital` or
`metonym`. Surnames alone, titles and pronouns are later steps, which build on these mentions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from newswire.actors import context, sport
from newswire.actors.compile import Form
from newswire.actors.registry import Registry
from newswire.actors.shortnames import find_short_names
from newswire.actors.spot import Spot, Words, words_of
from newswire.actors.surface import INITIALS, fold, joint, key_of
from newswire.actors.vocabulary import Vocabulary, load_vocabulary
from newswire.model import ActorKind, Mention

_ORDER = {"name": 0, "acronym": 1, "metonym": 2, "demonym": 3, "capital": 4}
_PEOPLE = ("leader", "person")
_OF_A_STATE = ("government", "military", "court")
_OWNS = (" ", "'s ", "’s ")  # between a country and what belongs to it
_READINGS = 4  # of one name, with its initials and without
_KINDS: dict[str, ActorKind] = {
    "country": "country",
    "leader": "leader",
    "person": "person",
    "organisation": "organisation",
}


def find_names(text: str, registry: Registry, on: date | None) -> tuple[Mention, ...]:
    """Every actor of `registry` that `text` names, in order; `on` settles equal names.

    Offsets count code points; a possessive 's stays outside, the last point of `U.S.` inside.
    """
    search = _Search(text, registry, on)
    hits = list(search.hits())
    found = [mention for hit in hits if (mention := search.mention(hit, hits))]
    found += find_short_names(search.words, found, search.vocabulary.general_names)
    return tuple(sorted(found, key=lambda mention: mention.start))


@dataclass(frozen=True, slots=True)
class Hit:
    """A surface form at a spot, with everything that it may mean there."""

    spot: Spot
    forms: tuple[Form, ...]


@dataclass(slots=True)
class _Search:
    text: str
    registry: Registry
    on: date | None
    words: Words = field(init=False)
    vocabulary: Vocabulary = field(init=False)
    results: set[int] = field(init=False)
    sport: bool = field(init=False)
    previous: Hit | None = None
    states: set[int] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    longer: set[str] = field(default_factory=set)
    named: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.words = words_of(self.text)
        self.vocabulary = load_vocabulary()
        lines = list(sport.result_lines(self.text, self.vocabulary))
        self.results = {place for line in lines for place in range(*line)}
        self.sport = sport.is_sport(self.text, len(lines), self.vocabulary)
        self.people = {word for word in context.who_speak(self.words) if self._is_demonym(word)}

    def hits(self) -> Iterator[Hit]:
        """The longest form at each word that one begins with; none within another."""
        longest, words, free = self.registry.longest, self.words.words, 0
        prefixes = self.vocabulary.prefixes
        for first, word in enumerate(words):
            if first >= free and word in prefixes and self.words.gap(first) == "-":
                yield Hit(Spot(self.words, first, first), (("demonym", "country", prefixes[word]),))
                continue
            length = longest.get(word)
            if length is None and not word.isascii():
                length = longest.get(fold(word))
            if length is None or first < free:
                continue
            found = self._longest_at(first, length)
            if found is None:
                continue
            last, forms = found
            free = last + 1
            if all(rule == "not" for rule, _, _ in forms):
                self.longer.add(words[last])
            kept = tuple(
                form for form in forms if self._counts(form, Spot(self.words, first, last))
            )
            for hit in self._parts(Hit(Spot(self.words, first, last), kept)) if kept else ():
                self.previous = hit
                yield hit

    def _parts(self, hit: Hit) -> Iterator[Hit]:
        """`US Senate` is two, the state and its body; `British Airways` is one."""
        owner = self._owner(hit)
        if owner:
            yield owner
            hit = Hit(Spot(self.words, owner.spot.last + 1, hit.spot.last), hit.forms)
        yield hit

    def _owner(self, hit: Hit) -> Hit | None:
        """The country that a name begins with, if the rest names a body of that state."""
        _, kind, actor = hit.forms[0]
        if kind != "organisation" or len(hit.forms) > 1:
            return None
        body = self.registry.organisations[actor]
        if body.area is None:
            return None
        for last in range(hit.spot.first, hit.spot.last):
            spot = Spot(self.words, hit.spot.first, last)
            forms = self._forms_of(spot)
            rest = self._forms_of(Spot(self.words, last + 1, hit.spot.last))
            if any(who == body.area for _, _, who in forms) and (
                body.kind in _OF_A_STATE or any(who == actor for _, _, who in rest)
            ):
                return Hit(spot, tuple(form for form in forms if form[2] == body.area))
        return None

    def _forms_of(self, spot: Spot) -> tuple[Form, ...]:
        return self.registry.forms.get(key_of(self.text[spot.start : spot.end]), ())

    def _longest_at(self, first: int, length: int) -> tuple[int, tuple[Form, ...]] | None:
        """The last word and the meanings of the longest form that begins at word `first`."""
        words, forms = self.words.words, self.registry.forms
        keys = [fold(words[first])]
        best = (first, forms[keys[0]]) if keys[0] in forms else None
        for last in range(first + 1, min(first + length + 2, len(words))):
            gap = joint(self.words.gap(last - 1), words[last - 1])
            if gap is None:
                break
            longer = [key + gap + fold(words[last]) for key in keys]
            found = next((forms[key] for key in longer if key in forms), None)
            if found:
                best = last, found
            may_be_left_out = gap == " " and INITIALS.fullmatch(words[last])
            if last == first + 1 and longer[0] not in self.registry.begun and not may_be_left_out:
                break
            keys = [*longer, *keys][:_READINGS] if may_be_left_out else longer
        return best

    def _counts(self, form: Form, spot: Spot) -> bool:
        """Whether the words around allow this meaning."""
        rule, kind, actor = form
        if rule == "not" or (rule == "acronym" and self._is_word(spot)):
            return False
        if kind in _PEOPLE:
            return not context.called_after(spot, self.vocabulary) and not self._athlete(actor)
        if kind == "organisation":
            return not self._of_another_state(actor, spot)
        if rule in ("acronym", "metonym"):
            return True
        if context.in_longer_name(spot, self.vocabulary):
            return False
        word = self.text[spot.start : spot.end]
        if context.in_persons_name(spot, self.registry.given, self.vocabulary):
            self.people.add(word)
        if context.is_first_name(spot, rule, self.vocabulary):
            return False
        if word in self.people or (rule == "demonym" and self._short_for_longer(word, actor)):
            return False
        if rule == "capital":
            return self._capital_counts(spot)
        if rule != "name":
            return True
        if spot.start in self.results and sport.team_in_result(spot):
            return False
        if self.sport and sport.team_in_report(spot, self.vocabulary):
            return False
        return not self.registry.countries[actor].ambiguous or context.means_the_state(
            spot, self.vocabulary.ambiguous.get(actor)
        )

    def _athlete(self, person: str) -> bool:
        """In a sports report, who bears a common name and leads nothing: Peter King, 69."""
        if not self.sport:
            return False
        common = self.registry.people[person].family_name in self.vocabulary.common_surnames
        return common and (self.on is None or not self.registry.leads(person, self.on))

    def _of_another_state(self, actor: str, spot: Spot) -> bool:
        """Peru's Congress, Iran's Security Council: a name that bodies elsewhere have, too."""
        if self.text[spot.start : spot.end] not in self.vocabulary.bodies_elsewhere:
            return False
        area = self.registry.organisations[actor].area
        before = self.previous
        if before is None or self.text[before.spot.end : spot.start] not in _OWNS:
            return area is not None and not self._names(area)
        states = {who for _, kind, who in before.forms if kind == "country"}
        return bool(states) and area not in states

    def _names(self, country: str) -> bool:
        """Whether the text has a name of that country, in whatever sense."""
        state = self.registry.countries[country]
        forms = (state.name, *state.other_names, *state.acronyms, *state.demonyms, *state.capitals)
        return any(form in (self.text if " " in form else self.words.vocabulary) for form in forms)

    def _short_for_longer(self, word: str, country: str) -> bool:
        """`The Indians`, after the Cleveland Indians, in a text that does not name India."""
        return (
            word in self.longer
            and self.registry.countries[country].name not in self.words.vocabulary
        )

    def _capital_counts(self, spot: Spot) -> bool:
        paired = spot.before in ("and", "or") and spot.first - 2 in self.states
        if not paired and not context.capital_as_state(spot, self.vocabulary):
            return False
        self.states.add(spot.last)
        return True

    def _is_demonym(self, word: str) -> bool:
        forms = self.registry.forms.get(word, ())
        return bool(forms) and all(rule == "demonym" for rule, _, _ in forms)

    def _is_word(self, spot: Spot) -> bool:
        """In ALL-CAPS copy some acronyms are words: LET US GO."""
        word = self.text[spot.start : spot.end]
        if word not in self.vocabulary.capital_words:
            return False
        near = [spot.word(offset) for offset in (-2, -1, 1, 2)]
        return all(not other or other.isupper() for other in near) and sum(map(len, near)) > 4

    def mention(self, hit: Hit, found: list[Hit]) -> Mention | None:
        """The mention of a hit, or None where its meanings cannot be told apart."""
        best = min(_ORDER[rule] for rule, _, _ in hit.forms)
        forms = [form for form in hit.forms if _ORDER[form[0]] == best]
        if len(forms) > 1:
            forms = self._settled(forms, found)
        if len(forms) != 1:
            return None
        rule, kind, actor = forms[0]
        return Mention(hit.spot.start, hit.spot.end, _KINDS[kind], (actor,), rule)

    def _settled(self, forms: list[Form], found: list[Hit]) -> list[Form]:
        """Of equal names those of the time, then the one whose country or self the text names."""
        timely = [form for form in forms if self._timely(form)] or forms
        if len(timely) == 1:
            return timely
        if not self.named:
            self.named.update(hit.forms[0][2] for hit in found if len(hit.forms) == 1)
        counted = [(self._named(form), form) for form in timely]
        most = max(count for count, _ in counted)
        return [form for count, form in counted if count == most]

    def _timely(self, form: Form) -> bool:
        _, kind, actor = form
        if kind in _PEOPLE:
            return self.on is not None and bool(self.registry.posts_of(actor, self.on))
        return self.registry.exists(actor, self.on)

    def _named(self, form: Form) -> int:
        """How often the text names the actor, or the places that it belongs to."""
        _, kind, actor = form
        if kind not in _PEOPLE:
            organisation = self.registry.organisations.get(actor)
            return self.named[actor] + (self.named[organisation.area or ""] if organisation else 0)
        posts = self.registry.people[actor].membership
        return sum(self.named[place] for place in {post.place for post in posts})
