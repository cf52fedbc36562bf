"""Days, weeks, months and years, sections and agencies: the same dispatches from other sides."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

from newswire.site.dates import day_label, label_of, month_label
from newswire.site.views import DispatchView, EventView, Link, Month, Period, When

WEEK = dt.timedelta(days=7)

Key = TypeVar("Key", dt.date, tuple[int, int])


def days_of(dispatches: Iterable[DispatchView], events: Iterable[EventView]) -> list[Period]:
    """One digest for each day with a dispatch, with all that is told of that day; newest first."""
    periods = _grouped(dispatches, lambda day: Period(day_label(day), f"{day:%Y/%m/%d}/"), _day)
    for event in events:
        if event.when.start == event.when.end and event.when.start in periods:
            periods[event.when.start].events.append(event)
    return _with_weeks(_chained(periods))


def weeks_of(dispatches: Iterable[DispatchView], events: Iterable[EventView]) -> list[Period]:
    """One digest for each ISO week with a dispatch, with all that is told to lie within it."""
    periods = _grouped(dispatches, _week, lambda d: _monday(_day(d)))
    for event in events:
        monday = _monday(event.when.start)
        if monday in periods and event.when.end - monday < WEEK:
            periods[monday].events.append(event)
    return _chained(periods)


def months_of(dispatches: Sequence[DispatchView]) -> list[Period]:
    def named(day: dt.date) -> Period:
        return Period(month_label(day.year, day.month), f"{day:%Y/%m}/")

    return _with_weeks(_chained(_grouped(dispatches, named, lambda d: _day(d).replace(day=1))))


def years_of(dispatches: Sequence[DispatchView]) -> list[Period]:
    """Each year with its months."""
    periods = _grouped(
        dispatches,
        lambda day: Period(str(day.year), f"{day:%Y}/"),
        lambda d: _day(d).replace(month=1, day=1),
    )
    for day, period in periods.items():
        period.parts = _months([(day.year, month) for month in range(1, 13)], period.dispatches)
    return _chained(periods)


def timeline_url(when: When) -> str:
    """The part of the timeline that a date belongs to: its month, or its year where it is no
    more precise than that."""
    return f"timeline/{when.start:%Y/%m}/" if _in_a_month(when) else f"timeline/{when.start:%Y}/"


def timeline_parts(events: Iterable[EventView]) -> list[Period]:
    """The timeline in months, and in years for what is told of a year only; newest first."""
    parts: dict[tuple[int, int], Period] = {}
    for event in events:
        year, month = event.when.start.year, event.when.start.month
        # A year comes before its months.
        key = (year, month) if _in_a_month(event.when) else (year, 0)
        name = month_label(year, month) if key[1] else str(year)
        part = parts.setdefault(key, Period(name, timeline_url(event.when)))
        part.events.append(event)
    return _chained(parts)


def event_activity(events: Iterable[EventView]) -> list[Month]:
    """The timeline's strip: how much news began in each month, oldest first.

    Background is left out: a strip that reaches back to it would be empty nearly everywhere.
    """
    news = [e.when for e in events if _in_a_month(e.when) and not e.background]
    counts = Counter((when.start.year, when.start.month) for when in news)
    return [
        Month(year, month, month_label(year, month), count, f"timeline/{year}/{month:02}/")
        for (year, month), count in sorted(counts.items())
    ]


def _in_a_month(when: When) -> bool:
    return (when.start.year, when.start.month) == (when.end.year, when.end.month)


def linked_of(
    dispatches: Iterable[DispatchView], link: Callable[[DispatchView], Link | None]
) -> list[Period]:
    """Dispatches by section or agency, by name."""
    periods: dict[str, Period] = {}
    for dispatch in dispatches:
        if found := link(dispatch):
            period = periods.setdefault(found.url, Period(found.name, found.url))
            period.dispatches.append(dispatch)
    return sorted(periods.values(), key=lambda period: period.name.casefold())


def months_between(
    every: Sequence[DispatchView], dispatches: Iterable[DispatchView]
) -> list[Month]:
    """How many of `dispatches` fell in each month that any dispatch of the site fell in."""
    months = sorted({(d.when.start.year, d.when.start.month) for d in every})
    return _months(months, dispatches)


def _months(months: Iterable[tuple[int, int]], dispatches: Iterable[DispatchView]) -> list[Month]:
    counts = Counter((d.when.start.year, d.when.start.month) for d in dispatches)
    return [
        Month(
            year, month, month_label(year, month), count, f"{year}/{month:02}/" if count else None
        )
        for year, month in months
        for count in [counts[year, month]]
    ]


def _with_weeks(periods: list[Period]) -> list[Period]:
    """Days or months with links to the weeks of their dispatches, which all have a page."""
    for period in periods:
        mondays = sorted({_monday(_day(d)) for d in period.dispatches})
        period.weeks = [Link(week.name, week.url) for week in map(_week, mondays)]
    return periods


def _week(monday: dt.date) -> Period:
    """`Week 25, 18–24 June 2012`. An ISO week belongs to the year of its Thursday."""
    year, number, _ = monday.isocalendar()
    sunday = monday + WEEK - dt.timedelta(days=1)
    days = label_of(f"{monday}/{sunday}", monday, sunday)
    return Period(f"Week {number}, {days}", f"{year:04}/w{number:02}/")


def _monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())


def _day(dispatch: DispatchView) -> dt.date:
    return dispatch.when.start


def _grouped(
    dispatches: Iterable[DispatchView],
    period: Callable[[dt.date], Period],
    key: Callable[[DispatchView], dt.date],
) -> dict[dt.date, Period]:
    groups: dict[dt.date, list[DispatchView]] = defaultdict(list)
    for dispatch in dispatches:
        groups[key(dispatch)].append(dispatch)
    periods = {day: period(day) for day in groups}
    for day, found in groups.items():
        periods[day].dispatches = found
    return periods


def _chained(periods: Mapping[Key, Period]) -> list[Period]:
    """Newest first, each with its neighbours; the keys are in order of time."""
    ordered = [periods[key] for key in sorted(periods, reverse=True)]
    for newer, older in pairwise(ordered):
        newer.older = Link(older.name, older.url)
        older.newer = Link(newer.name, newer.url)
    return ordered
