"""Whether a country's name, demonym or capital stands for the state, by what is around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newswire.actors.spot import Spot, Words
from newswire.actors.surface import PARTICLES
from newswire.actors.vocabulary import Cues, Vocabulary

_SAID = ("said", "says")
_QUOTES = tuple("\"'”’")


def in_longer_name(spot: Spot, words: Vocabulary) -> bool:
    """Part of a proper name that is not the country's: Bank of China, British Airways."""
    if spot.two_before in words.name_before or spot.before in words.name_before:
        return True
    return spot.after in words.name_after and spot.after[:1].isupper()


def called_after(spot: Spot, words: Vocabulary) -> bool:
    """A place, a prize or a ship that bears a person's name: Prince William County."""
    if spot.before in words.ships or spot.after.capitalize() in words.name_after:
        return True
    return spot.after in words.called_after


def in_persons_name(spot: Spot, given: Mapping[str, int], words: Vocabulary) -> bool:
    """Somebody's family name: Michael Jordan, Hannah French."""
    is_plural = spot.words.words[spot.last].endswith("s") and spot.first == spot.last
    return not is_plural and spot.before in given and spot.before not in words.no_first_names


def who_speak(words: Words) -> Iterator[str]:
    """Words that stand as a name does beside somebody's words: `"We left," Kazak said`."""
    for place, word in enumerate(words.words):
        if word in _SAID and words.gap(place - 1) == " " and words.gap(place - 2)[-2:-1] in _QUOTES:
            yield words.words[place - 1]


def means_the_state(spot: Spot, cues: Cues | None) -> bool:
    """An ambiguous name: nobody's first name and, by the text's other words, not elsewhere."""
    if _starts_a_name(spot):
        return False
    if cues is None or (spot.before.lower() == "in" and not cues.place):
        return True
    said = spot.words.vocabulary
    return not said.isdisjoint(cues.state) or said.isdisjoint(cues.other)


def _starts_a_name(spot: Spot) -> bool:
    """Jordan Henderson, Chad Le Clos: capitals follow, and small letters stand around them."""
    same_line = spot.words.gap(spot.last) == " "
    is_name = same_line and spot.after.istitle() and not spot.before.istitle()
    last = 2 if spot.word(2).istitle() and spot.after.lower() in PARTICLES else 1
    return is_name and spot.word(last + 1).islower()


def is_first_name(spot: Spot, rule: str, words: Vocabulary) -> bool:
    """Finn, Dane: people of a country, or, without an article or a number, somebody's name."""
    name = spot.words.words[spot.last]
    return (
        rule == "demonym"
        and name in words.first_names
        and not spot.after.istitle()
        and spot.before.lower() not in words.before_one
    )


def capital_as_state(spot: Spot, words: Vocabulary) -> bool:
    """The capital acts or is dealt with as the state: Moscow wants, pressure by Paris."""
    if spot.hyphened:
        return spot.hyphened in words.state_hyphen
    if spot.owned:
        return spot.owned in words.state_owns
    if spot.before.lower() in words.place_before or _named_before(spot, words):
        return False
    if spot.after in words.state_after or _past(spot.after, words):
        return True
    paired = spot.after in ("and", "or")
    if paired and (spot.word(2) == "its" or spot.word(3) in words.state_after):
        return True
    ends = not spot.after or spot.after in words.clause_next
    return ends and spot.before.lower() in words.state_before


def _past(word: str, words: Vocabulary) -> bool:
    """A verb in the past tense: Moscow annexed, but not Moscow based."""
    return word.endswith("ed") and word.islower() and word not in words.place_after


def _named_before(spot: Spot, words: Vocabulary) -> bool:
    """A word with a capital before it, as in Greater Paris, which begins no sentence."""
    return spot.before.istitle() and spot.before not in words.no_first_names
