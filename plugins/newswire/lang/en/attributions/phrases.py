"""Noun phrases around a verb, found without a parser: who speaks, in which tokens."""

from __future__ import annotations

from newswire.lang.en.attributions.unit import BREAKS, DASHES, Range, Unit

_GLUE = frozenset(["'s", "’s", "&", "/", "'", "’", "(", ")"])
_EDGES = frozenset(["(", ")", "'s", "'"])
_NEVER_SPEAKS = frozenset(["there", "here", "this", "that", "and", "or", "but", "then"])
_NOT_ALONE = ("boundaries", "prepositions", "determiners")
_VERBAL = ("auxiliaries", "adverbs", "negations")
_SPANS_OF_TIME = frozenset(["may", "march", "week", "month", "year", "day", "here", "last", "next"])
_OCCASIONS = frozenset(["in", "on", "at", "during", "after", "by", "via"])
_ARTICLES = frozenset(["a", "an", "the", "his", "her", "their"])
_APPOSITIONS = frozenset(["a", "an", "the", "who", "whose", "one", "of", "another"])
_LONGEST_NICKNAME = 40
"""Code points of a quotation that can stand within a noun phrase (`the "so-called" envoy`)."""
_LONGEST_BRACKET = 8
_LONGEST_RELATIVE = 8
_MOST_APPOSITIONS = 4


def subject_of(unit: Unit, verb: int) -> Range | None:
    """The subject left of the verb at `verb`, with its apposition; None where it has none there."""
    last = skip_verbs(unit, verb - 1)
    if last < 0:
        return None
    if unit.text(last) in BREAKS:
        return _before_apposition(unit, last, unit.text(last))
    if unit.is_quotation(last) and unit.text(last).rstrip("\"'”’").endswith(","):
        aside = None if unit.is_full_quotation(last) else _before_apposition(unit, last, ",")
        return aside and (aside[0], last + 1)
    return phrase_left(unit, last)


def skip_verbs(unit: Unit, position: int) -> int:
    """The position left of the auxiliaries, adverbs and verb chain that end at `position`."""
    while position >= 0 and _belongs_to_verb(unit, position):
        position -= 1
    return position


def phrase_left(unit: Unit, last: int) -> Range | None:
    """The noun phrase that ends with the token `last`."""
    head = _before_bracket(unit, last)
    if head < 0 or not _may_end_phrase(unit, head):
        return None
    if unit.has("subject_pronouns", last) and not unit.has("quantities", last):
        return last, last + 1
    if unit.is_relative_that(last):
        return _written(unit, last)
    first = _trim(unit, _start_of_list(unit, _start_of(unit, head), last), last)
    return (first, last + 1) if first <= last else None


def _start_of(unit: Unit, last: int) -> int:
    """The first token of the phrase without commas that reaches to `last`."""
    while last > 0 and _reaches_back(unit, last - 1):
        last = _over_relative(unit, last - 1)
    return last


def _start_of_list(unit: Unit, first: int, last: int) -> int:
    """`first`, or where the names begin that a list joins to it: `the envoys of A, B and C`.

    `After talks with A, B and C` is no list: a phrase with a preposition opens the sentence.
    """
    if not any(unit.lower(i) == "and" for i in range(first, last)):
        return first
    start = first
    while (name := _name_before(unit, start)) is not None:
        start = name
    if start == first:
        return first
    whole = _start_of(unit, start)
    opened = unit.has("prepositions", whole) or unit.has_any(
        ("prepositions", "subordinators"), whole - 1
    )
    return first if opened else whole


def _name_before(unit: Unit, position: int) -> int | None:
    """The first token of a name, with its title, that a comma parts from `position`."""
    comma = position - 1
    if unit.text(comma) != ",":
        return None
    start = comma
    while start > 0 and (unit.is_capitalised(start - 1) or unit.lower(start - 1) == "the"):
        start -= 1
    return start if unit.names_any(start, comma) else None


def _written(unit: Unit, that: int) -> Range:
    """`a new report that`: from the article on, or the noun and its pronoun alone."""
    words = range(that - 1, max(-1, that - 1 - _LONGEST_BRACKET), -1)
    return next((i for i in words if unit.has("determiners", i)), that - 1), that + 1


def phrase_right(unit: Unit, first: int) -> Range | None:
    """The noun phrase that begins at `first`, with the apposition behind it."""
    if not unit.is_word(first) or unit.has("time_words", first):
        return None
    if unit.has("prepositions", first) and not unit.is_capitalised(first):
        return None
    end = first
    while end < len(unit.tokens) and _reaches_on(unit, first, end):
        end += 1
    if end == first:
        return None
    return first, _over_apposition(unit, end)


# What belongs to a verb.


def _belongs_to_verb(unit: Unit, position: int) -> bool:
    word = unit.lower(position)
    if not word:
        return False
    if unit.is_capitalised(position):
        return word.endswith("day") and unit.has("time_words", position)
    if word == "to":
        return _is_catenative(unit, position - 1)
    if word == "on" and unit.is_capitalised(position + 1):
        return unit.has("time_words", position + 1)
    if unit.has_any(_VERBAL, position):
        return True
    if word.endswith("ly") and len(word) > 4 and not unit.has("determiners", position - 1):
        return True
    if unit.has("time_words", position) and word not in _SPANS_OF_TIME:
        return True
    return unit.lower(position + 1) in {"to", "by"} and _is_catenative(unit, position)


def _is_catenative(unit: Unit, position: int) -> bool:
    """A verb that leads on to another (`sought to`), with its particle (`went on to`)."""
    pair = f"{unit.lower(position - 1)} {unit.lower(position)}"
    return unit.has("catenatives", position) or unit.words.has("catenatives", pair)


# Going left from the last word of a phrase.


def _before_bracket(unit: Unit, position: int) -> int:
    """The position before the bracket that closes at `position`, or `position` itself."""
    if unit.text(position) != ")":
        return position
    start = max(-1, position - _LONGEST_BRACKET)
    opening = (i for i in range(position, start, -1) if unit.text(i) == "(")
    return next(opening, position + 1) - 1


def _may_end_phrase(unit: Unit, last: int) -> bool:
    if unit.is_quotation(last):
        return False
    if not unit.is_word(last):
        return unit.text(last) in {")", "'", "’", "%"}
    if unit.is_relative_that(last):
        return True
    if unit.lower(last) in _NEVER_SPEAKS or unit.is_finite(last) or _is_gerund(unit, last):
        return False
    alone = unit.has_any(("subject_pronouns", "quantities"), last)
    return alone or not unit.has_any(_NOT_ALONE, last)


def _is_gerund(unit: Unit, position: int) -> bool:
    """A form in -ing that is a verb: nothing before it makes it a noun."""
    word, before = unit.lower(position), position - 1
    if not word.endswith("ing") or len(word) < 6 or unit.is_capitalised(position):
        return False
    noun = unit.has("determiners", before) or unit.text(before) in _GLUE
    return not noun and not unit.is_capitalised(before)


def _reaches_back(unit: Unit, position: int) -> bool:
    """Whether the token at `position` may belong to the phrase that goes on to its right."""
    token = unit.tokens[position]
    if token.is_quotation:
        short = token.end - token.start < _LONGEST_NICKNAME
        return short and not unit.closes_speech(position)
    if not token.is_word:
        return token.text in _GLUE
    if token.lower in {"and", "or"}:
        return not _has_clause_before(unit, position)
    if unit.has("boundaries", position):
        return False
    if unit.has("relatives", position):
        return unit.is_word(position - 1)
    if unit.has("subject_pronouns", position) and not unit.has("quantities", position):
        return False
    if unit.is_finite(position):
        return _is_reduced(unit, position) or _relative_before(unit, position) is not None
    return True


def _has_clause_before(unit: Unit, position: int) -> bool:
    """Whether `and` joins two clauses, not two nouns: a verb stands before it."""
    for i in range(position - 1, -1, -1):
        if unit.text(i) in {",", ";", ":"} or unit.is_quotation(i) or unit.has("boundaries", i):
            return False
        if unit.is_finite(i) and not _is_reduced(unit, i):
            return True
    return False


def _is_reduced(unit: Unit, position: int) -> bool:
    """A participle after its noun (`a report released by`), not the verb of the sentence."""
    if not unit.lower(position).endswith("ed"):
        return False
    after = position + 1
    return unit.has("prepositions", after) and unit.lower(after) != "to"


def _relative_before(unit: Unit, position: int) -> int | None:
    """The relative pronoun of the clause whose verb stands at `position`."""
    for i in range(position - 1, max(-1, position - _LONGEST_RELATIVE), -1):
        if unit.has("relatives", i):
            return i if unit.is_word(i - 1) else None
        if not unit.is_word(i) or unit.has("boundaries", i):
            return None
    return None


def _over_relative(unit: Unit, position: int) -> int:
    """`position`, or the relative pronoun of the clause whose verb stands there."""
    if not unit.is_finite(position) or _is_reduced(unit, position):
        return position
    relative = _relative_before(unit, position)
    return position if relative is None else relative


def _trim(unit: Unit, first: int, last: int) -> int:
    """`first` without conjunctions, loose adverbs and a leading prepositional phrase."""
    while first <= last and _is_loose(unit, first):
        first += 1
    if first < last and unit.has("prepositions", first):
        return _after_prepositional(unit, first, last)
    return first


def _is_loose(unit: Unit, position: int) -> bool:
    word = unit.lower(position)
    if unit.has("loose", position) or word in _EDGES:
        return True
    return word.endswith("ly") and len(word) > 5 and not unit.is_capitalised(position)


def _after_prepositional(unit: Unit, first: int, last: int) -> int:
    """Where the subject begins behind a phrase such as `In Moscow on Monday`."""
    start = next((i for i in range(first + 2, last + 1) if _opens_subject(unit, i)), None)
    if start is not None:
        return start
    words = range(first, last + 1)
    is_time = all(unit.has_any(("time_words", "prepositions"), i) for i in words)
    return last + 1 if is_time and not unit.has("time_words", first) else first


def _opens_subject(unit: Unit, position: int) -> bool:
    before = position - 1
    timed = unit.has("time_words", before)
    if unit.has("prepositions", before) and not timed:
        return False
    if unit.has("determiners", before):
        return False
    if unit.has("determiners", position) or unit.tokens[position].start in unit.names:
        return True
    return unit.is_capitalised(position) and (timed or not unit.is_capitalised(before))


def _before_apposition(unit: Unit, comma: int, mark: str) -> Range | None:
    """`X, a spokesman for Y, said`: the phrase before the first comma, up to the last.

    That last comma may stand within a quotation: `X, who spoke of "a crime," said`.
    """
    best: Range | None = None
    position = comma
    for _ in range(_MOST_APPOSITIONS):
        opening = _over_list(unit, _opening_mark(unit, position, mark), position)
        if opening is None or position - opening < 2:
            return best
        phrase = phrase_left(unit, opening - 1)
        if phrase is not None and _opens_clause(unit, phrase[0]):
            best = (phrase[0], comma)
            if not _is_description(unit, phrase[0]):
                return best
        elif phrase is None and not unit.is_word(opening - 1):
            return best
        position = opening
    return best


def _opening_mark(unit: Unit, position: int, mark: str) -> int | None:
    for i in range(position - 1, 0, -1):
        if unit.text(i) == mark:
            return i
        if unit.is_full_quotation(i) or unit.text(i) in {";", ":"}:
            return None
    return None


def _over_list(unit: Unit, comma: int | None, end: int) -> int | None:
    """The comma before the list of names that `comma` is the last of, or `comma` itself."""
    if comma is None or not any(unit.lower(i) == "and" for i in range(comma + 1, end)):
        return comma
    first = comma + 1
    while unit.is_capitalised(first) and (name := _name_before(unit, first)) is not None:
        first = name
    opening = _opening_mark(unit, first, ",") if first <= comma else None
    return comma if opening is None else opening


def _is_description(unit: Unit, position: int) -> bool:
    """`a former envoy`, `of Ohio`, `45`: what follows a name between commas, not the name."""
    return unit.lower(position) in {"a", "an", "of"} or unit.text(position)[:1].isdigit()


def _opens_clause(unit: Unit, first: int) -> bool:
    """Whether a phrase that begins at `first` can be the subject of a later verb."""
    before = first - 1
    while before >= 0 and unit.has("loose", before):
        before -= 1
    if before < 0 or unit.is_full_quotation(before):
        return True
    if unit.is_quotation(before):
        return False
    return not unit.is_word(before) or unit.has_any(("boundaries", "time_words"), before)


# Going right from the first word of a phrase.


def _reaches_on(unit: Unit, first: int, position: int) -> bool:
    if unit.is_quotation(position):
        return position > first and not unit.is_full_quotation(position)
    if not unit.is_word(position):
        return unit.text(position) in _GLUE
    if position > first and unit.has("subject_pronouns", first):
        return False
    if unit.has("boundaries", position) and not unit.is_capitalised(position):
        return False
    if position > first and _starts_adjunct(unit, position):
        return False
    return not unit.is_finite(position) or _is_reduced(unit, position)


def _starts_adjunct(unit: Unit, position: int) -> bool:
    """A time or an occasion behind the source (`said Smith in an interview`)."""
    word, after = unit.lower(position), position + 1
    if word in _OCCASIONS:
        return (unit.lower(after) in _ARTICLES and word != "at") or unit.has("time_words", after)
    return unit.has("time_words", position) and word not in _SPANS_OF_TIME | {"early", "late"}


def _over_apposition(unit: Unit, end: int) -> int:
    """`end`, or the end of the apposition that begins behind the comma there."""
    start = end + 1
    described = unit.lower(start) in _APPOSITIONS or unit.text(start)[:1].isdigit()
    if unit.text(end) != "," or not described:
        return end
    marks = {",", ";", ":", "."} | DASHES
    inside = range(start, len(unit.tokens))
    closing = (i for i in inside if unit.text(i) in marks or unit.is_full_quotation(i))
    close = next(closing, len(unit.tokens))
    relative = unit.has("relatives", start)
    return close if relative or not unit.has_clause(start, close) else end
