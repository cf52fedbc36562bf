"""The rules: from a cue in a sentence to its source and its content.

Each takes a sentence, a cue and the frames found before it there, and gives a Frame or declines
with None. They are tried in the order of `RULES`.
"""

from __future__ import annotations

from collections.abc import Sequence

from newswire.lang.en.attributions.cues import Cue, asks, reports_at_once
from newswire.lang.en.attributions.extents import (
    after_adjunct,
    content_before,
    content_behind,
    content_end,
    content_start,
    is_behind_speech,
    later_quotations,
    object_end,
)
from newswire.lang.en.attributions.labels import labelled, signed
from newswire.lang.en.attributions.nominal import announced, owned
from newswire.lang.en.attributions.phrases import phrase_left, phrase_right, subject_of
from newswire.lang.en.attributions.rule import Frame, Rule, rule
from newswire.lang.en.attributions.unit import BREAKS, Range, Unit
from newswire.lang.en.attributions.unlisted import handover, spoken

_BEHIND = frozenset(["clause", "addressee", "quotation"])
_SHORTEST_CLAUSE = 3


@rule(
    finds=(
        "<According to> {the ministry}, [the talks have failed].",
        "[Two ships left the port], <according to> {a military source}.",
    ),
    passes=("They sat according to rank.",),
)
def according_to(unit: Unit, cue: Cue, earlier: Sequence[Frame]) -> Frame | None:
    """`According to S, C`; `C, according to S`; `C1, according to S, C2`."""
    source = phrase_right(unit, cue.last) if cue.form.frame == "source" else None
    if source is None or _is_scale(unit, source):
        return None
    start, end = content_before(unit, cue.first)
    contents: list[Range] = []
    if end - start > 1 or (end > start and not unit.has("loose", start)):
        contents.append((start, end))
    mark = _mark_behind(unit, source[1])
    if mark is not None and (not contents or _goes_on(unit, mark + 1)):
        contents.append((mark + 1, unit.end()))
    return Frame("according_to", cue, source, tuple(contents), cue.first) if contents else None


@rule(
    finds=(
        '["We will not give in,"] {the minister} <said> on Friday.',
        "[The border is closed], {officials} <said>.",
        "[The vote], {the speaker} <said>, [would be held in June].",
        '["It is over,"] {Anna Lind, a former envoy}, <told> reporters. ["We are going home."]',
    ),
    passes=("On Monday, the minister left.",),
)
def trailing(unit: Unit, cue: Cue, earlier: Sequence[Frame]) -> Frame | None:
    """`"C," S said`; `C, S said on Tuesday`; `C1, S said, C2`."""
    source = subject_of(unit, cue.first) if _may_stand_behind(unit, cue) else None
    if source is None or source[0] == 0:
        return None
    opens = source[0] - (unit.lower(source[0] - 1) == "as")
    left = content_before(unit, opens)
    if is_behind_speech(unit, opens):
        contents = (left, *later_quotations(unit, cue.last))
        return Frame("trailing", cue, source, contents, opens)
    mark = after_adjunct(unit, cue)
    parted = cue.form.frame != "quotation" and unit.text(source[0] - 1) in BREAKS
    if not parted or mark is None or left[0] >= left[1]:
        return None
    contents = _around(unit, left, content_behind(unit, mark))
    return Frame("trailing", cue, source, contents, source[0]) if contents else None


@rule(
    finds=(
        '["We will not give in,"] <said> {the minister}.',
        "[The border is closed], <said> {a spokesman for the army}.",
        '["Why now?"] <asked> {Anna Lind, a former envoy}. ["We were ready."]',
        "[The law], <said> {the judge}, [was no help].",
    ),
    passes=("The minister, said to be ill, stayed away.",),
)
def inverted(unit: Unit, cue: Cue, earlier: Sequence[Frame]) -> Frame | None:
    """`"C," said S`; `C, said S`; `C1, said S, C2`; `"C1," said S. "C2"`."""
    source = phrase_right(unit, cue.last) if _may_stand_behind(unit, cue) else None
    if source is None or cue.first == 0:
        return None
    left = content_before(unit, cue.first)
    if _is_wedged(unit, cue, source):
        parts = left, (source[1] + 1, unit.end())
        return Frame("inverted", cue, source, parts, cue.first)
    if not is_behind_speech(unit, cue.first) and not _may_invert(unit, cue, left, source):
        return None
    contents = (left, *later_quotations(unit, source[1]))
    return Frame("inverted", cue, source, contents, cue.first)


@rule(
    finds=(
        "{The minister} <said> [the talks had failed].",
        "{The minister} <told> reporters on Friday [that the talks had failed].",
        "{The European Union} <called for> [an immediate ceasefire].",
        "{Moscow} has <made it clear> [that it will not agree].",
        "While {officials} <say> [the road is safe], drivers have stayed away.",
        '{The envoy} <described> [the meeting as "useful"] and said it would go on.',
    ),
    passes=(
        "The minister declined to say whether he would resign.",
        "The United States reported losses were small in number.",
        "He was said to be ill.",
    ),
)
def leading(unit: Unit, cue: Cue, earlier: Sequence[Frame]) -> Frame | None:
    """`S said (that) C`; `S told reporters C`; `S called for C`."""
    source = subject_of(unit, cue.first) if _has_subject(unit, cue) else None
    return None if source is None else _led("leading", unit, cue, source, borrowed=False)


@rule(
    finds=("Radio reports quoted {the envoy} as <saying> [that the talks were over].",),
    passes=("He was remembered as saying little.",),
)
def quoted(unit: Unit, cue: Cue, earlier: Sequence[Frame]) -> Frame | None:
    """`M quoted S as saying (that) C`: the words of S at second hand."""
    if not cue.form.is_participle or unit.lower(cue.first - 1) != "as":
        return None
    source = phrase_left(unit, cue.first - 2)
    if source is None or not unit.lower(source[0] - 1).startswith("quot"):
        return None
    return _led("quoted", unit, cue, source, borrowed=False)


@rule(
    finds=(
        "{The minister} left the meeting early, <saying> [he was tired].",
        "{The army} pulled back on Friday and <warned> [that it would return].",
        '{The minister} left the meeting <saying> ["It was a great day."]',
    ),
    passes=(
        "The minister wanted to say goodbye.",
        "The army is capable of defending itself.",
        "The text bans weapons and adds five people to a list of those who are not to travel.",
    ),
)
def participle(unit: Unit, cue: Cue, earlier: Sequence[Frame]) -> Frame | None:
    """`S left, saying (that) C`; `S left and said C`: the subject stands in the main clause."""
    linked = cue.before < 0 or unit.text(cue.before) in BREAKS or unit.has("links", cue.before)
    if cue.form.is_base:
        linked = unit.lower(cue.before) == "to"
    if not linked and not cue.form.is_participle:
        return None
    if cue.form.frame == "object" and unit.lower(cue.before) == "of":
        return None
    source = _main_subject(unit, cue, earlier)
    return None if source is None else _led("participle", unit, cue, source, borrowed=True)


RULES: tuple[Rule, ...] = (
    labelled,
    signed,
    handover,
    according_to,
    announced,
    owned,
    trailing,
    inverted,
    quoted,
    leading,
    participle,
    spoken,
)


def _is_scale(unit: Unit, source: Range) -> bool:
    """`according to rank`: a single common noun, by which something varies."""
    alone = source[1] - source[0] == 1 and not unit.is_capitalised(source[0])
    return alone and not unit.lower(source[0]).endswith("s")


def _mark_behind(unit: Unit, start: int) -> int | None:
    """The comma behind a source, past words that only say when and where it spoke."""
    comma = unit.comma(start, unit.end())
    return None if comma == unit.end() or unit.has_clause(start, comma) else comma


def _goes_on(unit: Unit, start: int) -> bool:
    """Whether a clause of its own follows, not a description of the source."""
    return unit.has_clause(start, unit.end()) and not unit.has_any(("turns", "loose"), start)


def _may_stand_behind(unit: Unit, cue: Cue) -> bool:
    """Whether a cue of this kind can stand behind what it reports."""
    return cue.form.frame in _BEHIND and (not cue.form.is_participle or _is_progressive(unit, cue))


def _is_progressive(unit: Unit, cue: Cue) -> bool:
    return bool(cue.group & unit.words.classes["passive"])


def _around(unit: Unit, left: Range, right: tuple[Range, ...]) -> tuple[Range, ...]:
    """The content on both sides of `, S said,`, without a phrase that only opens the sentence."""
    if not right:
        return () if _only_opens(unit, left) else (left,)
    quoted = unit.has_quotation(*left)
    return right if not quoted and unit.is_full_quotation(right[0][0]) else (left, *right)


def _only_opens(unit: Unit, left: Range) -> bool:
    """Whether words lead up to a clause: `On Monday`, `When the talks ended`."""
    start = left[0]
    if unit.has("subordinators", start):
        start = unit.comma(*left) + 1
    return start >= left[1] or not unit.has_clause(start, left[1])


def _is_wedged(unit: Unit, cue: Cue, source: Range) -> bool:
    """`C1, said S, C2`: between a subject and its verb."""
    parted = unit.text(cue.first - 1) == "," and unit.text(source[1]) == ","
    verb = source[1] + 1
    return parted and cue.first > 1 and verb < unit.end() and unit.is_finite(verb)


def _may_invert(unit: Unit, cue: Cue, left: Range, source: Range) -> bool:
    """Whether `C, said S` is to be read so: a clause before, and no other subject or clause."""
    if cue.form.frame == "quotation" or unit.text(cue.first - 1) not in BREAKS:
        return False
    if not unit.has_clause(*left):
        return False
    after = len(unit.tokens)
    if unit.has_clause(source[1], after) and unit.text(source[1]) != ",":
        return False
    own = subject_of(unit, cue.first)
    return own is None or (own[0] > 0 and not unit.has_clause(cue.last, after))


def _has_subject(unit: Unit, cue: Cue) -> bool:
    """Whether the words before a cue are its own subject; a participle's only if a name."""
    if not cue.form.is_participle or _is_progressive(unit, cue):
        return True
    return unit.is_capitalised(cue.first - 1) and not unit.has("time_words", cue.first - 1)


def _main_subject(unit: Unit, cue: Cue, earlier: Sequence[Frame]) -> Range | None:
    """The source of the statement before, else the first subject of the sentence."""
    if earlier:
        return earlier[-1].source
    verbs = (i for i in range(1, len(unit.tokens)) if i != cue.first and unit.is_finite(i))
    return next((s for i in verbs if (s := subject_of(unit, i)) is not None), None)


def _led(name: str, unit: Unit, cue: Cue, source: Range, borrowed: bool) -> Frame | None:
    """The frame of a cue that stands before what it reports."""
    if cue.form.frame in {"source", "noun", "statement", "mark"}:
        return None
    if cue.form.frame == "quotation" and not reports_at_once(unit, cue):
        return None
    if unit.has("nobodies", source[0]):
        return None
    if cue.form.frame == "addressee" and unit.lower(cue.last) in {"to", "not"}:
        return None
    start = content_start(unit, cue)
    if start is None:
        return None
    own = (len(unit.tokens), len(unit.tokens)) if borrowed else source
    end = content_end(unit, start, own)
    if cue.form.frame == "object":
        end = object_end(unit, start, end)
    if start >= end or _is_too_little(unit, cue, start, end):
        return None
    opens = cue.first if borrowed else source[0]
    return Frame(name, cue, source, ((start, end),), opens, borrowed)


def _is_too_little(unit: Unit, cue: Cue, start: int, end: int) -> bool:
    """Whether what follows is no statement: a name after `called`, a word after `said`."""
    if unit.has_quotation(start, end):
        return False
    if cue.form.lemma in unit.words.classes["naming"]:
        return not asks(unit, cue, start)
    if cue.form.lemma in unit.words.classes["making"]:
        stops = (i for i in range(start, end) if unit.text(i) == "," or unit.has("relatives", i))
        return not reports_at_once(unit, cue) and not unit.has_clause(start, next(stops, end))
    short = end - start < _SHORTEST_CLAUSE and not unit.has_clause(start, end)
    return cue.form.lemma in unit.words.classes["clausal"] and short
