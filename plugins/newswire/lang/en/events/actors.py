"""Who did it and to whom: the actors of a sentence, in the order of their parts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newswire.lang.en.attributions.phrases import subject_of
from newswire.lang.en.attributions.unit import Unit
from newswire.lang.en.events.types import Trigger
from newswire.model import Mention, Span

_PERSONAL = frozenset(["leader", "person"])
_LONGEST_TITLE = 40
"""Code points between a country and the person who acts for it (`Norland's President X`)."""


def order_actors(
    unit: Unit, trigger: Trigger, mentions: Sequence[Mention], reporters: Sequence[Span]
) -> tuple[str, ...]:
    """The ids of `mentions`: who did it first, then to whom, then who reports it."""
    reporting = [m for m in mentions if any(a <= m.start < b for a, b in reporters)]
    starts = {m.start for m in reporting}
    acting = [m for m in mentions if m.start not in starts]
    verb = unit.tokens[trigger.first].start
    before = _subject_first(unit, trigger, [m for m in acting if m.start < verb])
    after = [m for m in acting if m.start >= verb]
    if trigger.passive:
        return ids_of([*_agent(unit, trigger, after), *before, *after, *reporting])
    return ids_of([*before, *after, *reporting])


def ids_of(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """The ids of mentions, each once."""
    return tuple(dict.fromkeys(i for mention in mentions for i in mention.ids))


def _subject_first(unit: Unit, trigger: Trigger, before: Sequence[Mention]) -> list[Mention]:
    """The mentions of the subject, persons before the countries they act for, then the others."""
    subject = subject_of(unit, trigger.first)
    if subject is None:
        return _persons_first(before)
    start, end = unit.span(subject)
    own = [m for m in before if start <= m.start < end]
    others = [m for m in before if not start <= m.start < end]
    return [*_persons_first(own), *_persons_first(others)]


def _persons_first(mentions: Sequence[Mention]) -> list[Mention]:
    """A country right before a person (`Norland's President X`) comes after that person."""
    found: list[Mention] = []
    for mention in mentions:
        last = found[-1] if found else None
        titled = last is not None and last.kind not in _PERSONAL and mention.kind in _PERSONAL
        if last is not None and titled and mention.start - last.end < _LONGEST_TITLE:
            found[-1:] = [mention, last]
        else:
            found.append(mention)
    return found


def _agent(unit: Unit, trigger: Trigger, after: Sequence[Mention]) -> list[Mention]:
    """The mention behind `by` after a passive."""
    by = next((t.end for t in unit.tokens[trigger.last :] if t.lower == "by"), None)
    return [] if by is None else [m for m in after if m.start >= by][:1]
