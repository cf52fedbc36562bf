"""Which occurrence is meant: the Friday of which week, the June of which year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from newswire.lang.en.times.direction import Direction
from newswire.lang.en.times.periods import (
    Period,
    Unit,
    later,
    nearest_weekday,
    period_of,
)
from newswire.lang.en.times.readings import Weekday, Which

InYear = Callable[[int], Period | None]
"""The occurrence of something yearly in a given year, if there is one."""

Tense = Callable[[], Direction]
"""Looks up the direction of the clause; called only where it decides."""

PAST_PULL: Final = 150
FUTURE_PULL: Final = 200
PLAN_PULL: Final = 100
"""Days by which a tense outweighs nearness: most dates without a year are nearest to the dispatch,
whatever the tense of a verb close by. A plan pulls a quarter or a half, which reports tell of when
it is over."""
_REPORTED: Final = frozenset({Unit.QUARTER, Unit.HALF})


def weekday_date(reading: Weekday, anchor: date, story: date, tense: Tense) -> date:
    """The weekday's date, or its weekend's first day. `story` is the day being told of.

    The last Friday is not yesterday, which nobody calls so, nor the weekend that still runs.
    """
    number = reading.number
    match reading.which:
        case Which.LAST:
            return nearest_weekday(later(anchor, -2), number)
        case Which.NEXT | Which.COMING:
            return nearest_weekday(later(anchor, 7), number)
        case Which.PREVIOUS:
            return nearest_weekday(later(story, -1), number)
        case Which.FOLLOWING:
            return nearest_weekday(later(story, 7), number)
        case Which.SAME:
            return nearest_weekday(story, number)
        case Which.THIS:
            return later(period_of(Unit.WEEK, anchor).start, number - 1)
    ahead = 6 if tense().way == "future" else 0
    return nearest_weekday(later(anchor, ahead), number)


def yearly_period(
    in_year: InYear, which: Which | None, anchor: date, story: date, tense: Tense
) -> Period | None:
    """The occurrence that a determiner picks, else the tense and nearness."""
    match which:
        case Which.LAST:
            return _latest(in_year, anchor, lambda period: period.end < anchor)
        case Which.NEXT | Which.COMING:
            return _earliest(in_year, anchor, lambda period: period.start > anchor)
        case Which.PREVIOUS:
            return _latest(in_year, story, lambda period: period.end < story)
        case Which.FOLLOWING:
            return _earliest(in_year, story, lambda period: period.start > story)
        case Which.SAME:
            return in_year(story.year)
        case Which.THIS:
            return in_year(anchor.year)
    return _by_tense(in_year, anchor, tense)


def _by_tense(in_year: InYear, anchor: date, tense: Tense) -> Period | None:
    past = _latest(in_year, anchor, lambda period: period.start <= anchor)
    ahead = _earliest(in_year, anchor, lambda period: period.end >= anchor)
    if past is None or ahead is None or past == ahead:
        return past or ahead
    told = tense()
    if told.is_certain:
        return past if told.way == "past" else ahead
    pull = _pull(past.unit, told)
    return past if _distance(past, anchor) <= _distance(ahead, anchor) + pull else ahead


def _pull(unit: Unit, told: Direction) -> int:
    if unit in _REPORTED:
        return -PLAN_PULL if told.way == "future" else date.max.toordinal()
    if told.is_undone:
        return 0
    return {"past": PAST_PULL, "future": -FUTURE_PULL}.get(told.way or "", 0)


def _distance(period: Period, anchor: date) -> int:
    return min(abs((period.start - anchor).days), abs((period.end - anchor).days))


def _latest(in_year: InYear, base: date, fits: Callable[[Period], bool]) -> Period | None:
    return max(filter(fits, _occurrences(in_year, base)), key=_start, default=None)


def _earliest(in_year: InYear, base: date, fits: Callable[[Period], bool]) -> Period | None:
    return min(filter(fits, _occurrences(in_year, base)), key=_start, default=None)


def _start(period: Period) -> date:
    return period.start


def _occurrences(in_year: InYear, base: date) -> list[Period]:
    """The occurrences around a day; eight years reach a 29 February on either side."""
    near = [period for step in (-1, 0, 1) if (period := in_year(base.year + step))]
    if near:
        return near
    return [period for step in range(-8, 9) if (period := in_year(base.year + step))]
