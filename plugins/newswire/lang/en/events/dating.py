"""When it happened: which time expression of a sentence dates which part of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from newswire.lang.en.attributions.tokens import Token, tokenise
from newswire.lang.en.events.lexicon import lexicon
from newswire.lang.en.times import event_date
from newswire.model import Span, Timex

UNKNOWN = "XXXX-XX-XX"
"""EDTF for a day of which nothing is known."""
_DAY = len("2012-06-19")
_NEWS_AGE = timedelta(days=6)
_LEDE = 3
"""Sentences that may say on which day the news of a dispatch happened."""
_CLAUSE_MARK = re.compile(r", |; | - | — | – ")
_OF = re.compile(r"(?<!\bas )\bof (?:the )?\Z")
_CONJUNCTION = re.compile(r" (?:and|but|while|after|before) ")


@dataclass(frozen=True, slots=True)
class Dated:
    """A part of a sentence and its date; `rule` says where the date comes from."""

    span: Span
    date: str
    rule: str


def date_parts(
    text: str, sentence: Span, times: Sequence[Timex], anchor: date | None
) -> tuple[Dated, ...]:
    """The parts of a sentence that its time expressions date; none where it has none.

    One date, the whole sentence. Several, and the sentence is parted between them where a clause
    ends; a date that only frames a finer one (`on Monday, at this year's summit`) or says which
    thing is meant (`on Monday that the vote of May 9 was fair`) does not count.
    """
    told = (t for t in times if _tells_when(text, sentence, t))
    dated = [(t, d) for t in told if (d := event_date(t, anchor)) is not None]
    found = _distinct([pair for pair in dated if not _says_which(text, pair[0])] or dated)
    gaps = [_gap(text, a.end, b.start) for (a, _), (b, _) in pairwise(found)]
    parted = [gap for gap in gaps if gap is not None]
    if len(parted) < len(gaps) or not gaps:
        return tuple(Dated(sentence, value, f"dated:{t.rule}") for t, value in found)
    edges = [sentence[0], *(edge for gap in parted for edge in gap), sentence[1]]
    spans = zip(edges[::2], edges[1::2], strict=True)
    return tuple(
        Dated(span, value, f"dated:{t.rule}") for span, (t, value) in zip(spans, found, strict=True)
    )


def news_day(sentences: Iterable[Sequence[Dated]], anchor: date | None) -> str | None:
    """The day of which a dispatch tells: the first that its lede names, within a week before it.

    `sentences` are the dated parts of each sentence, in order.
    """
    if anchor is None:
        return None
    for _, parts in zip(range(_LEDE), sentences, strict=False):
        for part in parts:
            if len(part.date) == _DAY and _is_fresh(part.date, anchor):
                return part.date
    return None


def tells_past(tokens: Sequence[Token]) -> bool:
    """Whether a verb of the sentence is in a past or perfect form, by list or by ending."""
    past = lexicon().classes["past"]
    return any(t.lower in past or (t.lower.endswith("ed") and len(t.lower) > 4) for t in tokens)


def _tells_when(text: str, sentence: Span, timex: Timex) -> bool:
    """Whether the day of what a sentence tells is given, not of something told beside it.

    `Since` tells when a state began that a perfect tells of (`have fought since 2010`): not the
    fourth time since then, nor who was envoy since, nor what has not been. A month or year behind
    `for`, or that owns something, says which thing is meant: `president of the Council for March`,
    `a rival in November's election`.
    """
    if len(timex.value) < _DAY and text.startswith(("'s", "’s"), timex.end):
        return False
    before = tokenise(text, (sentence[0], timex.start))
    last = before[-1].lower if before else ""
    if last == "for":
        is_plan = len(before) > 1 and before[-2].lower in lexicon().classes["plan"]
        return is_plan or timex.type != "DATE" or len(timex.value) >= _DAY
    if last != "since" or len(before) == 1 or text.startswith(", when ", timex.end):
        return True
    return _tells_of_state(before[:-1])


def _says_which(text: str, timex: Timex) -> bool:
    """Whether an expression is the attribute of a thing: `the vote of May 9`; not `as of May 9`."""
    return _OF.search(text[max(0, timex.start - len(" as of the ")) : timex.start]) is not None


def _tells_of_state(tokens: Sequence[Token]) -> bool:
    """Whether the clause that ends these words says in a perfect what was so, outside an aside."""
    comma = max((i for i, token in enumerate(tokens) if token.text == ","), default=-1)
    clause = [token.lower for token in tokens[comma + 1 :]]
    words = lexicon().classes
    if words["perfect"].isdisjoint(clause) or clause[0] in words["aside"]:
        return False
    return words["negation"].isdisjoint(clause)


def _distinct(dates: Iterable[tuple[Timex, str]]) -> list[tuple[Timex, str]]:
    """Each date once, without those that contain another one."""
    found: dict[str, Timex] = {}
    for timex, value in dates:
        found.setdefault(value, timex)
    kept = (v for v in found if not any(o != v and o.startswith(f"{v}-") for o in found))
    return [(found[value], value) for value in kept]


def _is_fresh(day: str, anchor: date) -> bool:
    try:
        age = anchor - date.fromisoformat(day)
    except ValueError:
        return False
    return timedelta(0) <= age <= _NEWS_AGE


def _gap(text: str, start: int, end: int) -> Span | None:
    """What parts two clauses between two time expressions, or None where nothing does."""
    mark = _CLAUSE_MARK.search(text, start, end)
    if mark is not None:
        return mark.span()
    joint = _CONJUNCTION.search(text, start, end)
    if joint is None or not tells_past(tokenise(text, (joint.end(), end))):
        return None
    return joint.span()
