"""Statements as nouns: `made an appeal for C`, `his claim that C`."""

from __future__ import annotations

from collections.abc import Sequence

from newswire.lang.en.attributions.cues import Cue, light_verb
from newswire.lang.en.attributions.phrases import phrase_left, phrase_right, subject_of
from newswire.lang.en.attributions.rule import Frame, rule
from newswire.lang.en.attributions.unit import Range, Unit

_LONGEST_LINK = 6
"""Words from the noun of a statement to what it states: `a call on Tuesday for`."""
_MOST_ADJECTIVES = 3
_AGENTS = frozenset(["by", "from"])


@rule(
    finds=(
        "{The president} made an urgent <call> [for an end to the fighting].",
        "{The rebels} issued a new <warning> on Monday [that they would shell the airport].",
    ),
    passes=("She made a telephone call from the airport.",),
)
def announced(unit: Unit, cue: Cue, earlier: Sequence[Frame]) -> Frame | None:
    """`S made a joint call for C`; `S issued a warning that C`: a noun behind a light verb."""
    verb = light_verb(unit, cue.first) if cue.form.frame == "noun" else None
    source = None if verb is None else subject_of(unit, verb)
    links = range(cue.last, min(unit.end(), cue.last + _LONGEST_LINK))
    start = next((i for i in links if unit.lower(i) in {"for", "that", "to"}), None)
    if source is None or start is None:
        return None
    turns = (
        i for i in range(start, unit.end()) if unit.text(i) == "," and unit.lower(i + 1) == "but"
    )
    return Frame("announced", cue, source, ((start, next(turns, unit.end())),), source[0])


@rule(
    finds=(
        "{His} <claim> [that the vote was stolen] has alarmed officials.",
        "The report contradicts {the minister}'s repeated <statement> [that he opposed the war].",
        "The envoy backed away from {her} <pledge> [to publish the letter].",
        "There is no proof for <claims> by {the opposition} [that the vote was stolen].",
    ),
    passes=(
        "The claim that the vote was stolen is old.",
        "His pledge to the nation was short.",
    ),
)
def owned(unit: Unit, cue: Cue, earlier: Sequence[Frame]) -> Frame | None:
    """`S's claim that C`; `his pledge to C`; `claims by S that C`."""
    if cue.form.frame != "statement":
        return None
    agent = unit.lower(cue.last) in _AGENTS
    source = phrase_right(unit, cue.last + 1) if agent else _owner(unit, cue.first)
    if source is None:
        return None
    start = source[1] if agent else cue.last
    if unit.lower(start) != "that" and not (_pledges(unit, cue, start) and not agent):
        return None
    end = _clause_end(unit, start, cue.first)
    return Frame("owned", cue, source, ((start, end),), min(source[0], cue.first))


def _owner(unit: Unit, noun: int) -> Range | None:
    """Whose statement it is: `his latest`, `the minister's`."""
    for i in range(noun - 1, max(-1, noun - 2 - _MOST_ADJECTIVES), -1):
        if unit.has("possessives", i):
            return i, i + 1
        if unit.lower(i) in {"'s", "'", "’"}:
            return _name_left(unit, i - 1)
        if not unit.is_word(i) or unit.has_any(("determiners", "prepositions"), i):
            return None
    return None


def _name_left(unit: Unit, last: int) -> Range | None:
    """The phrase that ends at `last`, from its article or its name on."""
    phrase = phrase_left(unit, last)
    if phrase is None:
        return None
    articles = (i for i in range(last, phrase[0] - 1, -1) if unit.has("determiners", i))
    first = last
    while unit.is_capitalised(last) and first > phrase[0] and unit.is_capitalised(first - 1):
        first -= 1
    named = first if unit.is_capitalised(last) else phrase[0]
    return next(articles, named), phrase[1]


def _pledges(unit: Unit, cue: Cue, start: int) -> bool:
    """Whether the noun is of something to be done, and what is follows."""
    return cue.form.lemma in unit.words.classes["pledges"] and unit.is_infinitive(start)


def _clause_end(unit: Unit, start: int, noun: int) -> int:
    """Where the clause of a noun ends: before the main verb, if the noun is its subject."""
    if any(unit.is_finite(i) for i in range(noun)):
        return unit.end()
    comma = unit.comma(start, unit.end())
    if unit.has("prepositions", 0) or unit.has("subordinators", 0):
        return comma
    own = unit.lower(start) == "that"
    for i in range(start + 1, comma):
        chained = unit.has_any(("auxiliaries", "negations", "adverbs"), i - 1)
        if unit.is_finite(i) and not chained:
            if not own:
                return i
            own = False
    return comma
