"""Statements that marks show, whatever the verb: `S left no doubt: "C"`; `"C," S intoned`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newswire.lang.en.attributions.cues import Cue, cue_of
from newswire.lang.en.attributions.extents import content_before, later_quotations
from newswire.lang.en.attributions.phrases import phrase_right, subject_of
from newswire.lang.en.attributions.rule import Frame, rule
from newswire.lang.en.attributions.unit import Range, Unit
from newswire.lang.en.attributions.vocabulary import CueForm

_HANDOVER = ":"
_SPOKEN = ","
_LONGEST_SUBJECT = 12


def find_unlisted(unit: Unit) -> Iterator[Cue]:
    """The verbs that a quotation makes cues: before a colon, or behind a comma within it."""
    colons = (i for i in range(1, unit.end()) if unit.text(i) == ":")
    colon = next((i for i in colons if unit.is_full_quotation(i + 1)), 0)
    verb = next((i for i in range(colon - 1, 0, -1) if unit.is_finite(i)), None)
    if verb is not None:
        yield cue_of(unit, verb, CueForm((unit.lower(verb),), _HANDOVER, "mark"))
    verb = _verb_behind(unit)
    if verb is not None:
        yield cue_of(unit, verb, CueForm((unit.lower(verb),), _SPOKEN, "mark"))


@rule(
    finds=('{The mayor} <left> no doubt: ["We will rebuild the bridge."]',),
    passes=('The sign read as follows: "Closed."',),
)
def handover(unit: Unit, cue: Cue, earlier: Sequence[Frame]) -> Frame | None:
    """`S left no doubt: "C"`: a quotation that a colon hands over to, whatever the verb."""
    if cue.form.lemma != _HANDOVER:
        return None
    contents = later_quotations(unit, cue.last)
    source = subject_of(unit, cue.first)
    if source is None or _is_taken(earlier, contents):
        return None
    return Frame("handover", cue, source, contents, source[0])


@rule(
    finds=(
        '["We will rebuild,"] {a narrator} <intones>.',
        '["We will rebuild,"] <thundered> {the mayor}. ["All of it."]',
    ),
    passes=('In "The Long Road," a narrator sings.',),
)
def spoken(unit: Unit, cue: Cue, earlier: Sequence[Frame]) -> Frame | None:
    """`"C," S intoned`; `"C," intoned S`: a quotation with a comma needs a speaker."""
    if cue.form.lemma != _SPOKEN:
        return None
    source = subject_of(unit, cue.first)
    if source is None or source[0] == 0:
        source = phrase_right(unit, cue.last)
    if source is None:
        return None
    opens = min(source[0], cue.first)
    contents = (content_before(unit, opens), *later_quotations(unit, max(source[1], cue.last)))
    taken = _is_taken(earlier, contents)
    return None if taken else Frame("spoken", cue, source, contents, opens)


def _verb_behind(unit: Unit) -> int | None:
    """The first verb behind a quotation that opens the sentence and ends in a comma."""
    start = next((i for i in range(len(unit.tokens)) if not unit.is_quotation(i)), 0)
    if start == 0 or not unit.is_full_quotation(0) or unit.tokens[start - 1].quoted[-1:] != ",":
        return None
    end = min(unit.end(), start + _LONGEST_SUBJECT)
    return next((i for i in range(start, end) if _is_verb(unit, start, i)), None)


def _is_verb(unit: Unit, start: int, position: int) -> bool:
    """A likely verb, also one in -s behind a singular subject."""
    if unit.is_finite(position):
        return True
    third = unit.lower(position).endswith("s") and position + 1 >= unit.end()
    return third and position > start and not unit.is_capitalised(position)


def _is_taken(earlier: Sequence[Frame], contents: Sequence[Range]) -> bool:
    """Whether another statement has some of the content already."""
    taken = {i for frame in earlier for a, b in frame.contents for i in range(a, b)}
    return any(start in taken for start, _ in contents)
