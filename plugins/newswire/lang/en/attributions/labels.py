"""Statements without a verb: `NAME: words` and `"words" -- Name`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newswire.lang.en.attributions.cues import Cue, cue_of
from newswire.lang.en.attributions.rule import Frame, rule
from newswire.lang.en.attributions.unit import DASHES, Unit
from newswire.lang.en.attributions.vocabulary import CueForm

_LABEL = "label"
_LONGEST_LABEL = 6
_LONGEST_SIGNATURE = 20
_OWN_WORDS = frozenset(["i", "we", "my", "our", "me", "us", "i'm"])
_GLUE = frozenset([",", ".", "(", ")", "-", "'s", "of", "the"])


def find_labels(unit: Unit) -> Iterator[Cue]:
    """The colon behind a speaker's name, or the dash before it, as a cue."""
    mark = _label_end(unit)
    if mark is None:
        mark = _signature(unit)
    if mark is not None:
        yield cue_of(unit, mark, CueForm((unit.text(mark),), _LABEL, "mark"))


@rule(
    finds=(
        "{HOLM}<:> [We have to look at this again].",
        '{Mayor Ida Holm}<:> ["The bridge will be rebuilt."]',
    ),
    passes=("NOTE: The bridge is closed.", "Norland: The talks have failed."),
)
def labelled(unit: Unit, cue: Cue, earlier: Sequence[Frame]) -> Frame | None:
    """`NAME: C`, as in a transcript; the words are quoted or in the first person."""
    if cue.form.lemma != _LABEL or unit.text(cue.first) != ":":
        return None
    end = cue.last + 1 if unit.is_quotation(cue.last) else unit.end()
    return Frame("labelled", cue, (0, cue.first), ((cue.last, end),), 0)


@rule(
    finds=('["The bridge will be rebuilt."] <--> {Mayor Ida Holm, in an interview on Monday}.',),
    passes=('"The bridge will be rebuilt." -- but when?',),
)
def signed(unit: Unit, cue: Cue, earlier: Sequence[Frame]) -> Frame | None:
    """`"C" -- S`: a quotation with a dash and its speaker behind it."""
    if cue.form.lemma != _LABEL or unit.text(cue.first) not in DASHES:
        return None
    return Frame("signed", cue, (cue.last, unit.end()), ((0, cue.first),), cue.first)


def _label_end(unit: Unit) -> int | None:
    """The colon of `NAME: C`, where the words behind it are somebody's own."""
    words = range(min(_LONGEST_LABEL, len(unit.tokens)))
    colon = next((i for i in words if unit.text(i) == ":"), 0)
    if colon < 1 or colon + 1 >= unit.end() or not _is_name(unit, colon):
        return None
    if unit.is_full_quotation(colon + 1):
        return colon
    own = any(unit.lower(i) in _OWN_WORDS for i in range(colon + 1, unit.end()))
    return colon if own and (_is_shouted(unit, colon) or _is_known(unit, colon)) else None


def _is_name(unit: Unit, end: int) -> bool:
    """Whether the words before `end` are written as a name, and not as one common word."""
    names = all(unit.is_capitalised(i) or unit.lower(i) in _GLUE for i in range(end))
    sure = end > 1 or _is_shouted(unit, end) or _is_known(unit, end)
    return names and sure and not unit.has_any(("prepositions", "determiners"), 0)


def _is_shouted(unit: Unit, end: int) -> bool:
    return unit.text(end - 1).isupper() and len(unit.text(end - 1)) > 1


def _is_known(unit: Unit, end: int) -> bool:
    return any(unit.tokens[i].start in unit.names for i in range(end))


def _signature(unit: Unit) -> int | None:
    """The dash of `"C" -- S`, where no clause follows it."""
    dash = next((i for i in range(len(unit.tokens)) if not unit.is_quotation(i)), 0)
    if dash < 1 or unit.text(dash) not in DASHES or not unit.is_full_quotation(0):
        return None
    end = unit.end()
    named = unit.is_capitalised(dash + 1) and end - dash <= _LONGEST_SIGNATURE
    rest = not unit.has_clause(dash + 1, end) and not any(
        unit.is_quotation(i) for i in range(dash, end)
    )
    return dash if named and rest else None
