"""Where the content of a statement begins and ends."""

from __future__ import annotations

from newswire.lang.en.attributions.cues import Cue
from newswire.lang.en.attributions.unit import BREAKS, STOPS, Range, Unit

_LONGEST_ADJUNCT = 25
"""Tokens of time, place and addressee between a cue and what it reports."""
_REPORTER_AGAIN = frozenset(["while", "as", "after", "where", "when"])
_TOPIC_WORDS = frozenset(["to", "about", "of", "in", "how", "what", "why", "if", "whether"])


def content_before(unit: Unit, limit: int) -> Range:
    """What stands before `limit` as content: quoted sentences alone, or all that comes before."""
    end = limit
    while end > 0 and unit.text(end - 1) in BREAKS:
        end -= 1
    start = end
    while unit.is_full_quotation(start - 1):
        start -= 1
    return (start, end) if start < end else (0, end)


def is_behind_speech(unit: Unit, position: int) -> bool:
    """Whether a quotation that hands over to its source ends right before `position`."""
    if unit.text(position - 1) == "," and unit.is_quotation(position - 2):
        if not unit.is_word(position - 3):
            return True
        position -= 1
    return unit.closes_speech(position - 1)


def later_quotations(unit: Unit, start: int) -> tuple[Range, ...]:
    """The quoted sentences from `start` on, and what a comma joins to one before."""
    places = range(start, len(unit.tokens))
    return tuple((i, i + 1) for i in places if unit.is_full_quotation(i) or _goes_on(unit, i))


def _goes_on(unit: Unit, position: int) -> bool:
    """`"C1," S said, "and C2."`: the end of a quoted sentence."""
    if not unit.is_quotation(position) or unit.text(position - 1) != ",":
        return False
    return unit.tokens[position].quoted[-1:] in STOPS and position + 1 >= unit.end()


def content_behind(unit: Unit, mark: int) -> tuple[Range, ...]:
    """What goes on behind the comma after `C1, S said,`."""
    start = mark + 1
    if unit.text(mark) not in BREAKS or start >= unit.end():
        return ()
    if unit.lower(start).endswith("ing") or unit.lower(start) in _REPORTER_AGAIN:
        return ()
    return ((start, unit.end()),)


def after_adjunct(unit: Unit, cue: Cue) -> int | None:
    """Where the words of time, place and addressee behind a cue end: at a mark, or None."""
    if cue.form.frame == "clause" and not _is_free(unit, cue.last):
        return None
    for i in range(cue.last, min(len(unit.tokens), cue.last + _LONGEST_ADJUNCT)):
        if unit.text(i) in BREAKS | STOPS or unit.is_full_quotation(i):
            return i
        if unit.is_finite(i) or unit.lower(i) == "that" or unit.text(i) == ":":
            return None
    return len(unit.tokens) if cue.last + _LONGEST_ADJUNCT >= len(unit.tokens) else None


def content_start(unit: Unit, cue: Cue) -> int | None:
    """Where what a leading cue reports begins, or None where it reports nothing."""
    position = cue.last
    if cue.form.frame == "addressee":
        return _after_addressee(unit, position)
    if unit.text(position) in {",", ":"}:
        return _after_mark(unit, position)
    if cue.form.frame == "object" or not is_adjunct(unit, position):
        return position
    that = _next_clause(unit, position)
    if that is not None:
        return that
    after = _after_time(unit, position)
    if after > position:
        return _after_mark(unit, after) if unit.text(after) in {",", ":"} else after
    return None if cue.form.lemma in unit.words.classes["clausal"] else position


def content_end(unit: Unit, start: int, source: Range) -> int:
    """Where what a leading cue reports ends: with its sentence, its quotation or its clause."""
    end = unit.end()
    if unit.is_full_quotation(start):
        return next(i for i in range(start, end + 1) if not unit.is_full_quotation(i))
    turn = (i + 1 for i in range(start, end) if unit.closes_speech(i) and _turns(unit, i + 1, end))
    end = next(turn, end)
    if unit.has("subordinators", source[0] - 1) or _is_relative(unit, source):
        close = next((i for i in range(start, end) if _closes_clause(unit, start, i)), end)
        return close if unit.has_clause(close, end) else end
    return end


def _is_relative(unit: Unit, source: Range) -> bool:
    """Whether a source stands in a relative clause: `who said C`; `, which S say C`."""
    return unit.has("relatives", source[0]) or unit.has("relatives", source[0] - 1)


def _closes_clause(unit: Unit, start: int, position: int) -> bool:
    """Whether a clause ends at a comma, or at a quotation with a comma or a verb behind it."""
    if unit.text(position) == ",":
        return position > start
    before = position - 1
    if before < start or not unit.is_quotation(before):
        return False
    return unit.tokens[before].quoted[-1:] == "," or unit.is_finite(position)


def object_end(unit: Unit, start: int, end: int) -> int:
    """Where an object ends: before `and` and the next verb of the same subject."""
    for i in range(start + 1, end - 1):
        if unit.is_finite(i):
            return end
        if unit.lower(i) in {"and", "but"} and unit.is_finite(i + 1):
            return i - (unit.text(i - 1) == ",")
    return end


def is_adjunct(unit: Unit, position: int) -> bool:
    """Whether a word opens a phrase of time, place or manner."""
    classes = ("prepositions", "time_words", "adverbs")
    if unit.has_any(classes, position) or unit.lower(position).endswith("ly"):
        return True
    return unit.lower(position) in {"as", "when", "while"}


def _is_free(unit: Unit, position: int) -> bool:
    """Whether a cue can end its clause before `position`."""
    if position >= len(unit.tokens) or unit.text(position) in BREAKS | STOPS:
        return True
    return unit.is_full_quotation(position) or is_adjunct(unit, position)


def _turns(unit: Unit, position: int, end: int) -> bool:
    """Whether what follows a quotation that ends in a comma is the reporter's again."""
    if unit.has_quotation(position, end):
        return False
    word_classes = ("subordinators", "turns")
    return unit.lower(position).endswith("ing") or unit.has_any(word_classes, position)


def _after_time(unit: Unit, position: int) -> int:
    """Past adverbs and phrases of time: `on Friday`, `late Tuesday`, `again`."""
    start = position
    if unit.lower(position) in {"on", "in", "at"} and unit.has("time_words", position + 1):
        position += 1
    while unit.has_any(("time_words", "adverbs"), position) or unit.lower(position).endswith("ly"):
        position += 1
    return position if position < unit.end() else start


def _after_mark(unit: Unit, mark: int) -> int | None:
    """The content behind a colon or comma; a parenthesis between two commas is left out."""
    start = mark + 1
    if unit.text(mark) == ":" or unit.is_full_quotation(start) or unit.lower(start) == "that":
        return start
    closing = (i for i in range(start, len(unit.tokens)) if unit.text(i) in {",", ":"})
    return next((i + 1 for i in closing), None)


def _next_clause(unit: Unit, start: int) -> int | None:
    """The next `that`, quoted sentence or colon, before any other clause."""
    for i in range(start, min(len(unit.tokens), start + _LONGEST_ADJUNCT)):
        if unit.lower(i) == "that" and not unit.has("prepositions", i - 1):
            return i
        if unit.is_full_quotation(i):
            return i
        if unit.text(i) == ":":
            return i + 1
        if unit.has("finite", i):
            return None
    return None


def _after_addressee(unit: Unit, position: int) -> int | None:
    that = _next_clause(unit, position)
    if that is not None:
        return that
    after = position
    if unit.has("pronouns", after):
        after += 1
    else:
        after = _over_names(unit, after)
    if after > position and unit.is_infinitive(after):
        return after
    after = _after_time(unit, after)
    if unit.has("prepositions", after) and not unit.has("topics", after):
        return None
    return _after_mark(unit, after) if unit.text(after) in {",", ":"} else after


def _over_names(unit: Unit, position: int) -> int:
    """Past the capitalised run, or the few common nouns, that name an addressee."""
    while unit.has("determiners", position):
        position += 1
    start = position
    while unit.is_word(position) and not (position > start and _ends_name(unit, position)):
        if unit.lower(position) in _TOPIC_WORDS:
            break
        position += 2 if unit.lower(position + 1) == "'s" else 1
    return position


def _ends_name(unit: Unit, position: int) -> bool:
    if unit.has_any(("determiners", "pronouns", "prepositions"), position):
        return True
    return unit.is_capitalised(position) and not unit.is_capitalised(position - 1)
