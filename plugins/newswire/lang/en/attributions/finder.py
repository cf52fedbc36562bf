"""From text to attributions: paragraph by paragraph, sentence by sentence, then who it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from newswire.lang.en.attributions.cues import find_cues
from newswire.lang.en.attributions.frames import read
from newswire.lang.en.attributions.labels import speaker_above, speaker_below
from newswire.lang.en.attributions.phrases import subject_of
from newswire.lang.en.attributions.quotations import find_quotations
from newswire.lang.en.attributions.rule import Frame
from newswire.lang.en.attributions.speakers import name_speakers
from newswire.lang.en.attributions.tokens import sentence_units, tokenise
from newswire.lang.en.attributions.unit import Range, Unit
from newswire.lang.en.attributions.vocabulary import vocabulary
from newswire.lang.en.capitals import in_sentence_case
from newswire.lang.en.sentences import paragraphs
from newswire.model import Attribution, Mention, QuoteForm, Span

_PERSONAL = frozenset(["he", "she"])


def find_attributions(
    text: str, mentions: Sequence[Mention], sentences: Sequence[Span]
) -> tuple[Attribution, ...]:
    """The statements of `text`, in order of their cues.

    `mentions` are the actors found in the text, `sentences` its sentences (`sentences.split`).
    `speakers` are ids of `mentions`: none where the source is unnamed.
    """
    text = in_sentence_case(text, mentions, sentences)
    names = {mention.start: mention.end for mention in mentions}
    starts = frozenset(start for start, _ in sentences)
    quotations = find_quotations(text, sentences)
    blocks: list[list[Unit]] = [[]]
    for block in paragraphs(text):
        tokens = tokenise(text, block, quotations)
        blocks.append([Unit(unit, vocabulary(), names) for unit in sentence_units(tokens, starts)])
    blocks.append([])
    found: list[Attribution] = []
    for above, units, below in zip(blocks, blocks[1:], blocks[2:], strict=False):
        found.extend(_in_paragraph(text, _Paragraph(units, above, below), found))
    ordered = sorted(found, key=lambda a: (a.cue, a.content))
    return name_speakers(text, ordered, mentions, sentences)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """The sentences of a paragraph, and those of the paragraphs above and below it."""

    units: Sequence[Unit]
    above: Sequence[Unit]
    below: Sequence[Unit]


def _in_paragraph(
    text: str, paragraph: _Paragraph, before: Sequence[Attribution]
) -> list[Attribution]:
    """The statements of a paragraph; a quotation alone goes to whoever is named beside it, or
    spoke last."""
    found: list[Attribution] = []
    waiting: list[Span] = []
    speech = 0
    for unit in paragraph.units:
        whole = unit.span((0, len(unit.tokens)))
        if found and (_is_quotation(unit) or _in_transcript(text, unit, found)):
            after = _continued(found[speech], whole)
            found[speech : speech + 1] = after
            speech += len(after) - 1
        elif _is_quotation(unit):
            waiting.append(whole)
        else:
            made = [_attribution(unit, frame) for frame in read(unit)]
            if waiting and not found:
                made = _claimed(unit, made, waiting)
                waiting = [] if made else waiting
            speech = len(found) + _speech_of(made) if made else speech
            found.extend(made)
    if waiting:
        found[:0] = _unclaimed(paragraph, before, tuple(waiting))
    return found


def _unclaimed(
    paragraph: _Paragraph, before: Sequence[Attribution], content: tuple[Span, ...]
) -> list[Attribution]:
    """Quotations that no sentence claims: of whoever a line by itself names, of whom the sentence
    before is about, or of who spoke last."""
    first = next(i for i, unit in enumerate(paragraph.units) if _is_quotation(unit))
    lines = paragraph.units[:first] or paragraph.above
    if signed := _signed(paragraph.below):
        return [replace(signed, content=content)]
    if len(lines) == 1 and (speaker := speaker_above(lines[0])):
        return _headed(lines[0], *speaker, content)
    if first and (introduced := _introduced(lines[-1])):
        return [replace(introduced, content=content)]
    last = before[-1:]
    return [replace(a, content=content, form="direct", rule="carried") for a in last]


def _in_transcript(text: str, unit: Unit, found: Sequence[Attribution]) -> bool:
    """Whether the line began with `NAME:`, so that all of it is what that speaker said."""
    labelled = found[0].rule == "labelled" and found[0].form == "indirect"
    return labelled and "\n" not in text[found[0].cue[0] : unit.tokens[0].start]


def _speech_of(made: Sequence[Attribution]) -> int:
    """Which statement of a sentence a quotation behind it goes on with: the quoted, or the last."""
    direct = (i for i, attribution in enumerate(made) if attribution.form == "direct")
    return next(direct, len(made) - 1)


def _signed(below: Sequence[Unit]) -> Attribution | None:
    """`"C"`, and by itself below it `- S`."""
    source = speaker_below(below[0]) if len(below) == 1 else None
    if source is None:
        return None
    return Attribution(below[0].span((0, 1)), below[0].span(source), (), (), "direct", "signed")


def _headed(
    unit: Unit, source: Range, cue: Range | None, content: tuple[Span, ...]
) -> list[Attribution]:
    """`S:` by itself, and below it `"C"`; nothing where no word can bear the cue."""
    if cue is None:
        return []
    return [Attribution(unit.span(cue), unit.span(source), (), content, "direct", "headed")]


def _introduced(unit: Unit) -> Attribution | None:
    """`S was blunt. "C"`: who is the subject of the sentence before the first quotation."""
    verbs = (i for i in range(1, len(unit.tokens)) if unit.is_finite(i))
    for verb in verbs:
        source = subject_of(unit, verb)
        if source is not None:
            spans = unit.span((verb, verb + 1)), unit.span(source)
            named = _is_somebody(unit, source)
            return Attribution(*spans, (), (), "direct", "introduced") if named else None
    return None


def _is_somebody(unit: Unit, source: Range) -> bool:
    """Whether a source is `he` or `she`, or has a name in it."""
    personal = unit.lower(source[0]) in _PERSONAL
    return personal or unit.names_any(*source)


def _is_quotation(unit: Unit) -> bool:
    return unit.is_full_quotation(0) and not any(token.is_word for token in unit.tokens)


def _continued(last: Attribution, span: Span) -> list[Attribution]:
    """The last statement with a quotation that follows it: its own, or another of its source."""
    if last.form == "direct" or last.rule == "labelled":
        return [replace(last, content=(*last.content, span))]
    return [last, replace(last, content=(span,), form="direct", rule="continued")]


def _claimed(unit: Unit, made: Sequence[Attribution], waiting: Sequence[Span]) -> list[Attribution]:
    """Quotations that stand before the sentence that says whose they are, with that sentence."""
    if not made:
        return _said_behind(unit, waiting)
    first = made[0]
    if first.form == "direct" and first.content[0] < first.cue:
        return [replace(first, content=(*waiting, *first.content)), *made[1:]]
    return [replace(first, content=tuple(waiting), form="direct", rule="continued"), *made]


def _said_behind(unit: Unit, waiting: Sequence[Span]) -> list[Attribution]:
    """`"C?" S asked.`: a sentence of source and cue alone behind a quotation."""
    for cue in find_cues(unit):
        source = subject_of(unit, cue.first)
        if source is not None and cue.form.frame in {"clause", "addressee", "quotation"}:
            spans = unit.span((cue.first, cue.last)), unit.span(source)
            return [Attribution(*spans, (), tuple(waiting), "direct", "trailing")]
    return []


def _attribution(unit: Unit, frame: Frame) -> Attribution:
    return Attribution(
        cue=unit.span((frame.cue.first, frame.cue.last)),
        source=unit.span(frame.source),
        speakers=(),
        content=tuple(unit.span(part) for part in frame.contents),
        form=_form(unit, frame),
        rule=frame.rule,
    )


def _form(unit: Unit, frame: Frame) -> QuoteForm:
    tokens = [token for start, end in frame.contents for token in unit.tokens[start:end]]
    if not any(token.is_quotation for token in tokens):
        return "indirect"
    return "mixed" if any(token.is_word for token in tokens) else "direct"
