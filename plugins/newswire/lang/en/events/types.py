"""What kind of event a sentence tells: the deciding phrase, its PLOVER type, its voice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newswire.lang.en.attributions.tokens import Token
from newswire.lang.en.events.lexicon import Lexicon, Phrase, match

_LOOK_BACK = 8
_BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "'s", "'re"])
_MODAL = ("intent", "duty", "negation")


@dataclass(frozen=True, slots=True)
class Trigger:
    """The deciding phrase, as a token range; `passive` when its subject suffers what it says."""

    first: int
    last: int
    type: str
    passive: bool
    demanded: bool = False


def find_trigger(tokens: Sequence[Token], words: Lexicon, skip: frozenset[int]) -> Trigger | None:
    """The first phrase of the lexicon in `tokens` outside the positions of `skip`.

    A verb after `to` tells what is meant to be, not what was, and a clause about somebody (`, who
    leads the talks,`) what is known of them: these decide only where no other does.
    """
    lower = [token.lower for token in tokens]
    lesser: Trigger | None = None
    aside = False
    for position, word in enumerate(lower):
        if word == ",":
            aside = position + 1 < len(lower) and words.has("aside", lower[position + 1])
        trigger = None if position in skip else _trigger_at(tokens, lower, position, words)
        if trigger is None:
            continue
        if not aside and (position == 0 or lower[position - 1] != "to"):
            return trigger
        lesser = lesser or trigger
    return lesser


def _trigger_at(
    tokens: Sequence[Token], lower: Sequence[str], position: int, words: Lexicon
) -> Trigger | None:
    for phrase in words.phrases.get(lower[position], ()):
        end = match(lower, position, phrase)
        if end is not None and _stands(lower, tokens, position, phrase, words):
            return _in_context(lower, position, end, phrase, words) if phrase.type else None
    return None


def _stands(
    lower: Sequence[str], tokens: Sequence[Token], position: int, phrase: Phrase, words: Lexicon
) -> bool:
    """Whether a verb phrase is used as a verb: not after an article or inside a name."""
    if not phrase.is_verb:
        return True
    if tokens[position].is_capitalised and position > 0:
        return False
    before = lower[position - 1] if position else ""
    if words.has("noun_before", before) or before in {"-", "–"}:
        return False
    if not phrase.is_plain or len(phrase.words) > 1:
        return True
    return _has_subject(lower, tokens, position, words)


def _has_subject(
    lower: Sequence[str], tokens: Sequence[Token], position: int, words: Lexicon
) -> bool:
    """Whether what stands before a form that may be a noun asks for a verb."""
    if position == 0:
        return False
    before, word = lower[position - 1], lower[position]
    if any(words.has(name, before) for name in (*_MODAL, "between", "verb_before")):
        return True
    if before.endswith("ly") or tokens[position - 1].is_capitalised:
        return True
    return before.endswith("s") and not word.endswith("s")


def _in_context(
    lower: Sequence[str], first: int, last: int, phrase: Phrase, words: Lexicon
) -> Trigger | None:
    """The trigger with the type that the words before it make of it; None for a denied deed."""
    passive = _is_passive(lower, first, phrase)
    governor = _governor(lower, first, words)
    kind = phrase.type
    if words.has("duty", governor) or words.has("duty", lower[first]):
        return Trigger(first, last, "REQUEST", passive, True)
    if words.has("negation", governor):
        if words.has("hostile", kind):
            return None
        kind = "REJECT" if words.has("cooperative", kind) else kind
    elif words.has("intent", governor):
        kind = "AGREE" if words.has("cooperative", kind) else kind
        kind = "THREATEN" if words.has("hostile", kind) else kind
    return Trigger(first, last, kind, passive)


def _governor(lower: Sequence[str], first: int, words: Lexicon) -> str:
    """The auxiliary or adverb that turns the verb at `first` into something else, or nothing."""
    for i in range(first - 1, max(-1, first - _LOOK_BACK), -1):
        if any(words.has(name, lower[i]) for name in _MODAL):
            return lower[i]
        if not words.has("between", lower[i]) and not lower[i].endswith("ly"):
            return ""
    return ""


def _is_passive(lower: Sequence[str], first: int, phrase: Phrase) -> bool:
    word = lower[first]
    if not phrase.is_verb or word.endswith(("ing", "s")):
        return False
    for i in range(first - 1, max(-1, first - 3), -1):
        if lower[i] in _BE:
            return True
        if not lower[i].endswith("ly") and lower[i] != "also":
            return False
    return False
