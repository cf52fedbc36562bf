"""From text to attributions: paragraph by paragraph, sentence by sentence, then who it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newswire.lang.en.attributions.cues import find_cues
from newswire.lang.en.attributions.frames import read
from newswire.lang.en.attributions.phrases import subject_of
from newswire.lang.en.attributions.quotations import find_quotations
from newswire.lang.en.attributions.rule import Frame
from newswire.lang.en.attributions.speakers import name_speakers
from newswire.lang.en.attributions.tokens import sentence_units, tokenise
from newswire.lang.en.attributions.unit import Unit
from newswire.lang.en.attributions.vocabulary import vocabulary
from newswire.lang.en.sentences import paragraphs
from newswire.model import Attribution, Mention, QuoteForm, Span


def find_attributions(
    text: str, mentions: Sequence[Mention], sentences: Sequence[Span]
) -> tuple[Attribution, ...]:
    """The statements of `text`, in order of their cues.

    `mentions` are the actors found in the text, `sentences` its sentences (`sentences.split`).
    `speakers` are ids of `mentions`: none where the source is unnamed.
    """
    names = frozenset(mention.start for mention in mentions)
    starts = frozenset(start for start, _ in sentences)
    quotations = find_quotations(text, sentences)
    found: list[Attribution] = []
    for block in paragraphs(text):
        tokens = tokenise(text, block, quotations)
        units = [Unit(unit, vocabulary(), names) for unit in sentence_units(tokens, starts)]
        found.extend(_in_paragraph(units, found))
    ordered = sorted(found, key=lambda a: (a.cue, a.content))
    return name_speakers(text, ordered, mentions, sentences)


def _in_paragraph(units: Sequence[Unit], before: Sequence[Attribution]) -> list[Attribution]:
    """The statements of a paragraph; a quotation alone goes to whoever spoke last."""
    found: list[Attribution] = []
    waiting: list[Span] = []
    for unit in units:
        if _is_quotation(unit) and found:
            found[-1:] = _continued(found[-1], unit.span((0, len(unit.tokens))))
        elif _is_quotation(unit):
            waiting.append(unit.span((0, len(unit.tokens))))
        else:
            made = [_attribution(unit, frame) for frame in read(unit)]
            if waiting and not found:
                made = _claimed(unit, made, waiting)
                waiting = [] if made else waiting
            found.extend(made)
    if waiting and before:
        found.insert(0, replace(before[-1], content=tuple(waiting), form="direct", rule="carried"))
    return found


def _is_quotation(unit: Unit) -> bool:
    return unit.is_full_quotation(0) and not any(token.is_word for token in unit.tokens)


def _continued(last: Attribution, span: Span) -> list[Attribution]:
    """The last statement with a quotation that follows it: its own, or another of its source."""
    if last.form == "direct":
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
