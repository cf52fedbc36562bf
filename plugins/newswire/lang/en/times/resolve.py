"""Resolve readings against the dispatch's date, the time being told of, and the tense."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from newswire.lang.en.times.direction import UNKNOWN, Direction, direction
from newswire.lang.en.times.festivals import festival, nth_weekday
from newswire.lang.en.times.find import Found
from newswire.lang.en.times.meanings import Dated, Meaning, Moment, Stretch, Unplaced, unplaced
from newswire.lang.en.times.notation import timex3
from newswire.lang.en.times.occurrences import InYear, weekday_date, yearly_period
from newswire.lang.en.times.periods import (
    CLOCK_UNITS,
    Period,
    Unit,
    is_finer,
    later,
    period_by,
    period_of,
    year_period,
)
from newswire.lang.en.times.readings import (
    Ahead,
    Anaphor,
    Between,
    Clock,
    DayPart,
    Every,
    Festival,
    Fixed,
    Holding,
    LastDay,
    Length,
    MonthDay,
    MonthWeekday,
    Origin,
    Reading,
    Repeated,
    Shifted,
    Vague,
    Weekday,
    YearBefore,
    Yearly,
)
from newswire.lang.en.times.sentences import SENTENCE_END

RECENT: Final = 31
"""Days from the dispatch within which a story's own day is still told of in the next sentence."""
_NEWS_AGE: Final = 6
"""Days before the dispatch on which its own news may have happened."""
_HISTORY: Final = 365
"""Days from the dispatch beyond which a day told of belongs to a history, told day by day."""
_ASIDE: Final = re.compile(r", (?:who|which|whose|whom)\b[^,;]*\Z")
"""Opens a clause about somebody, up to a date in it: `X, who arrived on Sunday`."""
_ATTRIBUTE: Final = re.compile(r"\bof (?:the )?\Z")
_REACH: Final = 160
"""Characters that are searched for what surrounds an expression."""
_REPORTED_MONTHS: Final = frozenset({6, 9, 12})
"""Months of a company's interim or yearly report that is not of a quarter."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """An expression with its meaning, and the tense and cue that decided it, if they did."""

    found: Found
    meaning: Meaning
    why: Direction


def resolve(lowered: str, found: Iterable[Found], anchor: date | None) -> Iterator[Resolved]:
    """Each expression with its meaning, in the order of the text, which is in lower case."""
    story = Story(anchor)
    for expression in found:
        clause = Clause(lowered, expression.start, expression.end)
        yield Resolved(expression, story.tell(expression.reading, clause), clause.told)


@dataclass(slots=True)
class Clause:
    """The words around an expression, whose direction is looked up only where it decides."""

    lowered: str
    start: int
    end: int
    told: Direction = UNKNOWN

    def follows(self, place: int) -> bool:
        """Whether no sentence ends between that place and these words."""
        return SENTENCE_END.search(self.lowered, place, self.start) is None

    @property
    def is_aside(self) -> bool:
        """Whether they stand in a clause about somebody, beside what is told."""
        return _ASIDE.search(self.lowered, max(0, self.start - _REACH), self.start) is not None

    @property
    def is_attribute(self) -> bool:
        """Whether they only say which thing is meant: `Friday's vote`, `the truce of April 12`."""
        if self.lowered.startswith(("'s", "\u2019s"), self.end):
            return True
        return _ATTRIBUTE.search(self.lowered, max(0, self.start - _REACH), self.start) is not None

    def opens_paragraph_after(self, place: int) -> bool:
        """Whether a paragraph ends between that place and these words."""
        return "\n\n" in self.lowered[place : self.start]

    def direction(self) -> Direction:
        self.told = direction(self.lowered, self.start, self.end)
        return self.told


@dataclass(slots=True)
class Story:
    """The dispatch's date, and what has been told so far: the last period, also of each unit.

    `day_end` and `day_is_aside` are of the last day told; `news` is the day of the news, which the
    dispatch names first.
    `is_quarterly` says whether the report that a comparison belongs to is of a quarter.
    """

    anchor: date | None
    focus: Period | None = None
    told: dict[Unit, Period] = field(default_factory=dict)
    day_end: int = 0
    day_is_aside: bool = False
    news: Period | None = None
    is_quarterly: bool = False

    def tell(self, reading: Reading, clause: Clause) -> Meaning:
        """The meaning of the next expression; a comparison does not move the story."""
        meaning = self._meaning(reading, clause)
        self._report(meaning)
        period = meaning.day if isinstance(meaning, Moment) else meaning
        if isinstance(period, Period) and not isinstance(reading, YearBefore):
            self.focus = period
            if period.unit is Unit.DAY:
                self._tell_day(period, clause)
            else:
                self.told[period.unit] = period
        return meaning

    def _tell_day(self, day: Period, clause: Clause) -> None:
        """Note a day; one that a sentence names beside its own does not move the story."""
        is_beside = clause.is_aside or clause.is_attribute
        if is_beside and self.day_end and clause.follows(self.day_end) and not self.day_is_aside:
            return
        self.told[Unit.DAY] = day
        self.day_end, self.day_is_aside = clause.end, clause.is_aside
        if self.news is None and self.anchor and not is_beside:
            is_fresh = 0 <= (self.anchor - day.start).days <= _NEWS_AGE
            self.news = day if is_fresh else Period(Unit.DAY, self.anchor)

    def _report(self, meaning: Meaning) -> None:
        """Note what a company reports on, a quarter or (`in the first nine months`) more."""
        match meaning:
            case Period(unit=Unit.QUARTER):
                self.is_quarterly = True
            case Length(count, Unit.MONTH) if count in _REPORTED_MONTHS:
                self.is_quarterly = False

    def _meaning(self, reading: Reading, clause: Clause) -> Meaning:
        match reading:
            case Length() | Every() | Repeated() | Vague():
                return reading
            case Ahead(count, unit):
                return self._ahead(count, unit, clause)
            case DayPart("NI", None) if self._is_left(clause):
                return Moment(self.news or unplaced(Unit.DAY), "TNI")
            case DayPart(part, day):
                return Moment(self._day(day, clause), f"T{part}")
            case Clock(time, day):
                return Moment(self._day(day, clause), f"T{time}")
            case Between(first, last):
                return Stretch(self._dated(first, clause), self._dated(last, clause))
        return self._dated(reading, clause)

    def _ahead(self, count: int, unit: Unit, clause: Clause) -> Dated | Length:
        told = clause.direction()
        if told.way == "future" and told.is_certain:
            return self._shifted(Shifted(unit, count))
        return Length(Fraction(count), unit)

    def _day(self, reading: Reading | None, clause: Clause) -> Dated:
        """The day of a time; one that names none is on the day told of, if that is recent."""
        if reading:
            return self._dated(reading, clause)
        told = self.told.get(Unit.DAY)
        is_over = (
            clause.follows(self.day_end) and "," in clause.lowered[self.day_end : clause.start]
        )
        if self.news and self.day_is_aside and is_over:
            return self.news
        if told and self.anchor and not clause.follows(self.day_end):
            recent = abs((told.start - self.anchor).days) <= RECENT
            return self._shifted(Shifted(Unit.DAY, 0, "story" if recent else "dispatch"))
        return self._shifted(Shifted(Unit.DAY, 0, "story"))

    def _dated(self, reading: Reading, clause: Clause) -> Dated:
        match reading:
            case Fixed(period):
                return period
            case Shifted():
                return self._shifted(self._from_news(reading, clause))
            case Weekday():
                return self._weekday(reading, clause)
            case Yearly():
                return self._yearly(reading, clause)
            case Festival():
                return self._festival(reading, clause)
            case MonthWeekday():
                return self._month_weekday(reading, clause)
            case MonthDay(number, month):
                return _day_in(self._dated(month, clause), number)
            case Holding(unit, day):
                held = self._dated(day, clause)
                return period_of(unit, held.start) if isinstance(held, Period) else unplaced(unit)
            case Anaphor(unit):
                return self._anaphor(unit)
            case YearBefore():
                return self._year_before(reading)
            case LastDay(unit):
                return self._last_day(unit)
        raise TypeError(f"not a date: {reading}")

    def _is_left(self, clause: Clause) -> bool:
        """Whether the day told last is of another paragraph: a new one begins with the news.

        A history goes on with its own day.
        """
        told = self.told.get(Unit.DAY)
        if not (told and self.news and self.anchor) or not clause.opens_paragraph_after(
            self.day_end
        ):
            return False
        return abs((told.start - self.anchor).days) <= _HISTORY

    def _from_news(self, reading: Shifted, clause: Clause) -> Shifted:
        """`Two days earlier`, `later in the day` in a new paragraph are told from the news."""
        is_back = reading.origin == "story" and reading.count <= 0
        if reading.unit is not Unit.DAY or not is_back or not self._is_left(clause):
            return reading
        return replace(reading, origin="news")

    def _shifted(self, reading: Shifted) -> Dated:
        unit, base = reading.unit, self._base(reading.origin, reading.unit)
        if base is None or is_finer(unit, base.unit):
            return unplaced(unit)
        if unit in CLOCK_UNITS:
            return period_of(Unit.DAY, base.start)
        return period_of(unit, base.start).shift(reading.count) or unplaced(unit)

    def _base(self, origin: Origin, unit: Unit) -> Period | None:
        """What is counted from; a day is counted from a day, never from a year told of.

        Nor is a week counted from the year that still runs.
        """
        if origin == "news":
            return self.news
        if origin == "story":
            told = self.focus
            if unit is Unit.DAY or (told and is_finer(unit, told.unit) and self._runs(told)):
                told = self.told.get(Unit.DAY)
            if told:
                return told
        return Period(Unit.DAY, self.anchor) if self.anchor else None

    def _runs(self, period: Period) -> bool:
        return self.anchor is not None and period.start <= self.anchor <= period.end

    def _anaphor(self, unit: Unit) -> Dated:
        if unit is Unit.QUARTER:
            return self._reported_quarter()
        return self.told.get(unit) or self._shifted(Shifted(unit, 0, "story"))

    def _reported_quarter(self) -> Dated:
        """The quarter that a company reports on: the last told that is over, else the last."""
        told = self.told.get(Unit.QUARTER)
        if told and (self.anchor is None or told.end < self.anchor):
            return told
        return self._shifted(Shifted(Unit.QUARTER, -1))

    def _year_before(self, reading: YearBefore) -> Dated:
        is_quarter = reading.is_quarter or reading.quarter is not None
        if not (self.is_quarterly or is_quarter):
            return self._year(reading.year)
        base = self._reported_quarter()
        if isinstance(base, Unplaced):
            return base
        month = 3 * reading.quarter - 2 if reading.quarter else base.start.month
        year = reading.year or base.start.year - 1
        return year_period(Unit.QUARTER, year, month) or unplaced(Unit.QUARTER)

    def _year(self, number: int | None) -> Dated:
        if number is None:
            return self._shifted(Shifted(Unit.YEAR, -1))
        return year_period(Unit.YEAR, number) or unplaced(Unit.YEAR)

    def _last_day(self, unit: Unit) -> Dated:
        period = self._shifted(Shifted(unit, 0))
        if isinstance(period, Unplaced):
            return Unplaced("XXXX-12-31") if unit is Unit.YEAR else unplaced(Unit.DAY)
        return Period(Unit.DAY, period.end)

    def _weekday(self, reading: Weekday, clause: Clause) -> Dated:
        week = self._dated(reading.week, clause) if reading.week else None
        if isinstance(week, Period):
            return Period(reading.unit, later(week.start, reading.number - 1))
        if self.anchor is None:
            weekend = reading.unit is Unit.WEEKEND
            return unplaced(Unit.WEEKEND) if weekend else Unplaced(f"XXXX-WXX-{reading.number}")
        story = self.focus.start if self.focus else self.anchor
        day = weekday_date(reading, self.anchor, story, clause.direction)
        return Period(reading.unit, later(day, 7 * reading.weeks))

    def _yearly(self, reading: Yearly, clause: Clause) -> Dated:
        def in_year(year: int) -> Period | None:
            return year_period(reading.unit, year, reading.month, reading.day)

        return self._of_year(in_year, reading, clause)

    def _festival(self, reading: Festival, clause: Clause) -> Dated:
        def in_year(year: int) -> Period | None:
            day = festival(reading.name, year)
            return period_by(reading.unit, day) if day else None

        return self._of_year(in_year, reading, clause)

    def _month_weekday(self, reading: MonthWeekday, clause: Clause) -> Dated:
        def in_year(year: int) -> Period | None:
            return Period(Unit.DAY, nth_weekday(year, reading.month, reading.number, reading.nth))

        return self._of_year(in_year, reading, clause)

    def _of_year(
        self, in_year: InYear, reading: Yearly | Festival | MonthWeekday, clause: Clause
    ) -> Dated:
        year = self._dated(reading.year, clause) if reading.year else None
        if isinstance(year, Period):
            return in_year(year.start.year) or unplaced(Unit.DAY)
        if self.anchor is None:
            return _in_any_year(in_year)
        story = self.focus.start if self.focus else self.anchor
        period = yearly_period(in_year, reading.which, self.anchor, story, clause.direction)
        return period or unplaced(Unit.DAY)


def _day_in(month: Dated, number: int) -> Dated:
    """The day of that number; no day where the month has none."""
    if not isinstance(month, Period):
        return unplaced(Unit.DAY)
    day = month.start + timedelta(days=number - 1)
    return Period(Unit.DAY, day) if day.month == month.start.month else unplaced(Unit.DAY)


def _in_any_year(in_year: InYear) -> Unplaced:
    """Without its year: `XXXX-06-19`; a feast that moves has no day without one."""
    values = {timex3(period)[4:] for year in (2000, 2004) if (period := in_year(year))}
    return Unplaced(f"XXXX{values.pop()}") if len(values) == 1 else unplaced(Unit.DAY)
