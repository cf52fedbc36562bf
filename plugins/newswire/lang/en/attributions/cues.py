"""The cues of a sentence: forms of the vocabulary that stand where a verb of saying can."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newswire.lang.en.attributions.phrases import skip_verbs
from newswire.lang.en.attributions.unit import DASHES, Unit
from newswire.lang.en.attributions.vocabulary import CueForm

_OPENERS = ("determiners", "pronouns", "prepositions", "time_words", "adverbs")
_CLAUSE_WORDS = frozenset(["that", "how", "what"])
_LONGEST_LIGHT = 4
"""Words from a light verb to its noun: `made a joint call`."""
_LONGEST_PAIR = 6


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue form in a sentence, as a token range, and the words between it and its subject."""

    first: int
    last: int
    form: CueForm
    before: int
    group: frozenset[str]


def find_cues(unit: Unit) -> Iterator[Cue]:
    """The cues of a sentence, in order; none within another."""
    position = 0
    while position < len(unit.tokens):
        cue = _cue_at(unit, position)
        if cue is not None and _affirms(unit, cue):
            yield cue
            position = cue.last
        else:
            position += 1


def cue_of(unit: Unit, first: int, form: CueForm) -> Cue:
    """The cue of the given form at `first`."""
    before = skip_verbs(unit, first - 1)
    group = frozenset(unit.lower(i) for i in range(before + 1, first))
    return Cue(first, first + len(form.words), form, before, group)


def reports_at_once(unit: Unit, cue: Cue) -> bool:
    """Whether a quotation, `that` or a question follows the cue, after at most a mark."""
    position = cue.last + (unit.text(cue.last) in {",", ":"})
    if unit.is_quotation(position):
        return not (unit.is_title(position) and _takes_titles(unit, cue))
    return unit.lower(position) == "that" or asks(unit, cue, position)


def _takes_titles(unit: Unit, cue: Cue) -> bool:
    """Whether somebody reads or sings a work; a sign that reads has words."""
    written = unit.has("writings", cue.before) or unit.is_relative_that(cue.before)
    return not written and cue.form.lemma in unit.words.classes["performing"]


def asks(unit: Unit, cue: Cue, position: int) -> bool:
    """Whether a question that the cue reports opens at `position`."""
    return cue.form.lemma in unit.words.classes["inquiring"] and unit.has(
        "question_words", position
    )


def _cue_at(unit: Unit, position: int) -> Cue | None:
    for form in unit.words.cues.get(unit.lower(position), ()):
        if form.frame == "noun" and light_verb(unit, position) is None:
            continue
        if form.frame == "statement" and not _is_stated(unit, position):
            continue
        if all(unit.lower(position + n) == word for n, word in enumerate(form.words)):
            return cue_of(unit, position, form)
    return None


def _is_stated(unit: Unit, noun: int) -> bool:
    """Whether `that`, `to` or an agent follows a noun with something of its own before it."""
    after = unit.lower(noun + 1)
    if after in {"by", "from"}:
        return True
    behind = unit.lower(noun - 1)
    bound = behind.isalpha() and not unit.has_any(("auxiliaries", "subject_pronouns"), noun - 1)
    return after in {"that", "to"} and (bound or behind == "'s")


def light_verb(unit: Unit, noun: int) -> int | None:
    """The light verb of a noun (`made a joint call`), with a word or more between."""
    places = range(noun - 2, max(-1, noun - 2 - _LONGEST_LIGHT), -1)
    return next((i for i in places if unit.has("light_verbs", i)), None)


def _affirms(unit: Unit, cue: Cue) -> bool:
    """Whether the words at the cue are a verb, and one that is not denied."""
    if cue.form.frame in {"source", "noun", "statement"} or cue.form.lemma == "quoted-as-saying":
        return True
    if unit.is_capitalised(cue.first) and not unit.is_headline():
        return False
    if _is_denied(unit, cue) or _is_passive(unit, cue):
        return False
    if _is_attribute(unit, cue) or _is_bare(unit, cue):
        return False
    doubtful = len(cue.form.words) == 1 and unit.has("noun_forms", cue.first)
    return not doubtful or _is_surely_verb(unit, cue)


def _is_denied(unit: Unit, cue: Cue) -> bool:
    if cue.form.lemma == "deny":
        return False
    refused = unit.has("refusals", cue.before) or unit.has("refusals", cue.before - 1)
    return refused or bool(cue.group & unit.words.classes["negations"])


def _is_passive(unit: Unit, cue: Cue) -> bool:
    if cue.form.is_participle or cue.form.is_base:
        return False
    if cue.form.lemma == "ask" and _is_reduced_question(unit, cue):
        return True
    forms_of_be = unit.words.classes["passive"] - {"'s"}
    return bool(cue.group & forms_of_be) or unit.lower(cue.last) == "by"


def _is_reduced_question(unit: Unit, cue: Cue) -> bool:
    """`S, asked about it, said`; `when asked if`: who asks is not told."""
    left_out = unit.text(cue.before) == "," or unit.has("subordinators", cue.before)
    return left_out and (unit.has("question_words", cue.last) or unit.has("topics", cue.last))


def _is_attribute(unit: Unit, cue: Cue) -> bool:
    """A participle before a noun (`pledged delegates`, `its repeated refusal`), not a verb."""
    before = cue.first - 1
    if unit.is_relative_that(before):
        return False
    if unit.text(before) in DASHES - {"--", "—"}:
        return True
    possessive = unit.lower(before) == "'s" and not unit.has("subject_pronouns", before - 1)
    if possessive or unit.has("determiners", before):
        return not unit.has("quantities", before) or unit.has("noun_forms", cue.first)
    if len(cue.form.words) > 1 or unit.has("subject_pronouns", before):
        return False
    if not unit.has("adjectival", cue.first):
        return False
    return _is_plain_noun(unit, cue.last)


def _is_plain_noun(unit: Unit, position: int) -> bool:
    word = unit.lower(position)
    if not word.isalpha() or unit.is_capitalised(position) or word in _CLAUSE_WORDS:
        return False
    if word.endswith("ing"):
        return False
    return not unit.has_any(_OPENERS, position)


def _is_bare(unit: Unit, cue: Cue) -> bool:
    """A base form without what a base form needs: a plural, a modal, or `to` and a clause."""
    if not cue.form.is_base:
        return False
    if unit.lower(cue.before) == "to":
        return not reports_at_once(unit, cue) and not _opens_clause(unit, cue)
    if "to" in cue.group or cue.group & unit.words.classes["modals"]:
        return False
    if unit.has_any(("plural_subjects", "plurals"), cue.before):
        return False
    plural = _is_plural(unit, cue.before) or unit.text(cue.before) == ","
    if plural or _has_plural_head(unit, cue.before):
        return False
    pair = range(max(0, cue.before - _LONGEST_PAIR), max(0, cue.before))
    return not any(unit.lower(i) == "and" for i in pair)


def _opens_clause(unit: Unit, cue: Cue) -> bool:
    """`took to the radio to say S V`: a clause without `that` behind a verb of saying."""
    if cue.form.lemma not in unit.words.classes["clausal"]:
        return False
    subject = unit.has_any(("determiners", "subject_pronouns"), cue.last)
    return (subject or unit.is_capitalised(cue.last)) and unit.has_clause(cue.last, unit.end())


def _is_plural(unit: Unit, position: int) -> bool:
    return unit.lower(position).endswith("s") or unit.has("plurals", position)


def _has_plural_head(unit: Unit, last: int) -> bool:
    """Whether the phrase up to `last` is of plurals: `critics of the law`, `those who know it`."""
    clause = False
    for i in range(last, 0, -1):
        if not unit.is_word(i) or unit.has("boundaries", i):
            return False
        opener = "relatives" if clause else "prepositions"
        if unit.has_any((opener, "relatives"), i) and _is_plural(unit, i - 1):
            return True
        clause = clause or unit.is_finite(i)
    return False


def _is_surely_verb(unit: Unit, cue: Cue) -> bool:
    """Whether a form that is a noun as well stands between a subject and what it reports."""
    previous = cue.first - 1
    if unit.lower(cue.first).endswith("ing"):
        linked = unit.text(previous) == "," or unit.lower(previous) in {"as", "by", "in"}
        linked = linked or unit.is_full_quotation(cue.last)
        linked = linked or unit.has("writings", previous)
        return bool(cue.group) or linked
    if cue.before < 0 or unit.lower(previous) in {"'s", "of", "by", "for"}:
        return False
    if reports_at_once(unit, cue) and unit.is_word(cue.before):
        return True
    return _has_sure_subject(unit, cue) and _has_sure_object(unit, cue.last)


def _has_sure_subject(unit: Unit, cue: Cue) -> bool:
    if cue.form.is_base:
        modal = cue.group & unit.words.classes["modals"] or "to" in cue.group
        return bool(modal) or unit.has("plural_subjects", cue.before)
    if unit.has_any(("subject_pronouns", "writings"), cue.before):
        return True
    return unit.is_capitalised(cue.before)


def _has_sure_object(unit: Unit, position: int) -> bool:
    if unit.is_capitalised(position) or unit.text(position) in {":", ","}:
        return True
    return unit.has_any(("determiners", "pronouns", "complements"), position)
