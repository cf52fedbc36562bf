"""Statements without a verb: `NAME: words` and `"words" -- Name`, on one line or on two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newswire.lang.en.attributions.cues import Cue, cue_of
from newswire.lang.en.attributions.rule import Frame, rule
from newswire.lang.en.attributions.unit import DASHES, Range, Unit
from newswire.lang.en.attributions.vocabulary import CueForm

_LABEL = "label"
_LONGEST_LABEL = 6
_LONGEST_SPEAKER = 20
"""Tokens of a speaker's name and of what he is."""
_BULLETS = DASHES | {"*", "•"}
_OWN_WORDS = frozenset(["i", "we", "my", "our", "me", "us", "i'm"])
_NO_NAMES = ("prepositions", "determiners")
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


def speaker_above(unit: Unit) -> tuple[Range, Range | None] | None:
    """Whom a line by itself names as the speaker of the quotations below it, and the cue.

    `GERMAN CHANCELLOR ANGELA MERKEL, IN BERLIN`, as over the statements of a list of reactions.
    Without a colon it must begin with a known name, which a crosshead (`MERKEL UNDER PRESSURE`)
    does not end with. The cue is the colon, the comma behind the name or the last word of the
    title; none where the line is only a name, since no two tags may stand on the same words.
    """
    start, end = int(unit.text(0) in _BULLETS), len(unit.tokens)
    has_colon = unit.text(end - 1) == ":"
    end -= has_colon
    if not _is_speaker(unit, start, end):
        return None
    if has_colon:
        return (start, end), (end, end + 1)
    comma = unit.comma(start, end)
    if not (unit.names_any(0, comma) and unit.is_capitalised(comma - 1)):
        return None
    if comma < end:
        return (start, comma), (comma, comma + 1)
    title = next((i for i in range(end - 1, start - 1, -1) if not unit.is_in_name(i)), None)
    return ((start, end), None) if title is None else ((title + 1, end), (title, title + 1))


def speaker_below(unit: Unit) -> Range | None:
    """Whom a line by itself names, behind a dash, as the speaker of the quotation above it."""
    end = unit.end()
    if unit.text(0) not in DASHES or unit.text(end - 1) == ":":
        return None
    return (1, end) if _is_speaker(unit, 1, end) else None


def _is_speaker(unit: Unit, start: int, end: int) -> bool:
    """Whether a few words without a verb begin as a name does."""
    if not 0 < end - start <= _LONGEST_SPEAKER or unit.has_any(_NO_NAMES, start):
        return False
    told = unit.has_clause(start, end) or unit.has_quotation(start, end)
    return unit.is_capitalised(start) and not told


def _label_end(unit: Unit) -> int | None:
    """The colon of `NAME: C`, where the words behind it are somebody's own."""
    words = range(min(_LONGEST_LABEL, len(unit.tokens)))
    colon = next((i for i in words if unit.text(i) == ":"), 0)
    if colon < 1 or colon + 1 >= unit.end() or not _is_name(unit, colon):
        return None
    if unit.is_full_quotation(colon + 1):
        return colon
    own = any(unit.lower(i) in _OWN_WORDS for i in range(colon + 1, unit.end()))
    return colon if own and (_is_shouted(unit, colon) or unit.names_any(0, colon)) else None


def _is_name(unit: Unit, end: int) -> bool:
    """Whether the words before `end` are written as a name, and not as one common word."""
    names = all(unit.is_capitalised(i) or unit.lower(i) in _GLUE for i in range(end))
    sure = end > 1 or _is_shouted(unit, end) or unit.names_any(0, end)
    return names and sure and not unit.has_any(_NO_NAMES, 0)


def _is_shouted(unit: Unit, end: int) -> bool:
    return unit.text(end - 1).isupper() and len(unit.text(end - 1)) > 1


def _signature(unit: Unit) -> int | None:
    """The dash of `"C" -- S`, where no clause follows it."""
    dash = next((i for i in range(len(unit.tokens)) if not unit.is_quotation(i)), 0)
    if dash < 1 or unit.text(dash) not in DASHES or not unit.is_full_quotation(0):
        return None
    return dash if _is_speaker(unit, dash + 1, unit.end()) else None
