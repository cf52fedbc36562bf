"""Posts along time: who held which, and how much news there was meanwhile."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from newswire.site.charts.axis import Axis
from newswire.site.charts.svg import element, image, percent, plural
from newswire.site.views import ActorView, Month, OfficeView

_HEAD, _LANE, _BAR, _NEWS, _FOOT = 26, 18, 15, 34, 20  # heights in pixels
_LETTER, _NARROW, _WIDE = 7.0, 288, 940  # pixels: a letter of a label, a phone, a desk's screen
_LOOK_BACK = 25  # years that a country's succession shows before the newest dispatch

Lanes = list[list[OfficeView]]


def tenure_strip(actor: ActorView, now: dt.date) -> Markup:
    """A leader's offices as bars, their dispatches underneath, and a line at `now`."""
    if not actor.offices:
        return Markup("")
    axis = _axis(actor, now)
    title = f"Offices of {actor.name}, {axis.first} to {axis.last - 1}"
    return _Strip(axis, now, _years).draw(actor, actor.offices, title)


def succession_strip(actor: ActorView, now: dt.date) -> Markup:
    """Who held a country's or an organisation's posts, one after another, and its dispatches."""
    whole = _axis(actor, now)
    axis = Axis(max(whole.first, now.year - _LOOK_BACK), whole.last)
    shown = [office for office in actor.offices if (office.end or now).year >= axis.first]
    if not shown:
        return Markup("")
    title = f"Leaders of {actor.name}, {axis.first} to {axis.last - 1}"
    return _Strip(axis, now, _holder).draw(actor, shown, title)


@dataclass(frozen=True, slots=True)
class _Strip:
    """What all parts of one drawing share; `caption` is what stands in a bar."""

    axis: Axis
    now: dt.date
    caption: Callable[[OfficeView], str]

    def draw(self, actor: ActorView, offices: Sequence[OfficeView], title: str) -> Markup:
        rows, y = [], 0
        for label, terms in _posts(offices, actor).items():
            lanes = _lanes(terms, self.now)
            rows.append(self._post(label, lanes, y))
            y += _HEAD + _LANE * len(lanes)
        bottom = y + _NEWS
        return image(
            self.axis.draw(0, bottom),
            *rows,
            *self._news(actor.months, bottom),
            self._mark(bottom),
            height=bottom + _FOOT,
            title=title,
            chart_id=f"terms-{actor.ref.id.lower()}",
            class_="chart terms",
        )

    def _post(self, label: str, lanes: Lanes, top: int) -> Markup:
        left = min(self._left(term) for lane in lanes for term in lane)
        # A label that starts late ends at the right edge instead of running over it.
        x, anchor = ("100%", "end") if left > 60 else (percent(left), None)
        bars = [
            self._term(term, "odd" if place % 2 else "even", top + _HEAD + _LANE * row)
            for row, lane in enumerate(lanes)
            for place, term in enumerate(lane)
        ]
        head = element("text", label, class_="post", x=x, y=top + 18, text_anchor=anchor)
        return head + Markup("").join(bars)

    def _term(self, term: OfficeView, tone: str, y: int) -> Markup:
        left = self._left(term)
        width = max(self.axis.at(term.end or self.now) - left, 0.3)
        tone = "current" if term.current else tone
        words = f"{term.person.name}, {term.post}, {term.start_label} to {term.end_label}"
        bar = element(
            "rect",
            element("title", words),
            class_=f"term {tone}",
            x=percent(left),
            width=percent(width),
            y=y,
            height=_BAR,
        )
        fit = _fit(self.caption(term), width)
        if fit is None:
            return bar
        class_ = f"holder {tone}{fit}"
        name = element("text", self.caption(term), class_=class_, x=percent(left), dx=4, y=y + 12)
        return bar + name

    def _left(self, term: OfficeView) -> float:
        return self.axis.at(term.start) if term.start else 0.0

    def _news(self, months: Iterable[Month], bottom: int) -> list[Markup]:
        """A tick a month, as high as the month's share of the busiest one, on a base line."""
        counted = [month for month in months if month.count]
        most = max((month.count for month in counted), default=1)
        ticks = [self._tick(month, 4 + round(20 * month.count / most), bottom) for month in counted]
        return [*ticks, element("line", class_="base", x1="0", x2="100%", y1=bottom, y2=bottom)]

    def _tick(self, month: Month, height: int, bottom: int) -> Markup:
        words = f"{month.label}: {plural(month.count, 'dispatch', 'dispatches')}"
        x = percent(self.axis.at(_first_day(month)))
        return element(
            "rect",
            element("title", words),
            class_="news",
            x=x,
            width=3,
            y=bottom - height,
            height=height,
        )

    def _mark(self, bottom: int) -> Markup:
        x = percent(self.axis.at(self.now))
        return element("line", class_="now", x1=x, x2=x, y1=0, y2=bottom + 4)


def _axis(actor: ActorView, now: dt.date) -> Axis:
    ends = [day for office in actor.offices for day in (office.start, office.end) if day]
    return Axis.spanning([*ends, *(_first_day(m) for m in actor.months if m.count), now])


def _first_day(month: Month) -> dt.date:
    return dt.date(month.year, month.month, 1)


def _posts(offices: Iterable[OfficeView], actor: ActorView) -> dict[str, list[OfficeView]]:
    """The terms of each post, in the order in which the posts first appear."""
    posts: dict[str, list[OfficeView]] = {}
    for office in offices:
        elsewhere = office.area is not None and office.area.id != actor.ref.id
        label = f"{office.post}, {office.area.name}" if office.area and elsewhere else office.post
        posts.setdefault(label, []).append(office)
    return posts


def _lanes(terms: Iterable[OfficeView], now: dt.date) -> Lanes:
    """Terms that overlap, as in a collective presidency, lie beneath one another."""
    lanes: Lanes = []
    for term in sorted(terms, key=lambda term: term.start or dt.date.min):
        start = term.start or dt.date.min
        lane = next((lane for lane in lanes if (lane[-1].end or now) <= start), None)
        if lane is None:
            lanes.append([term])
        else:
            lane.append(term)
    return lanes


def _holder(term: OfficeView) -> str:
    return term.person.name


def _years(term: OfficeView) -> str:
    """`2000–2008`, open where an end is open; nothing where the start is unknown."""
    if term.start is None:
        return ""
    return f"{term.start.year}–{term.end.year if term.end else ''}"


def _fit(words: str, width: float) -> str | None:
    """The class of words inside a bar of `width` percent: one for wide screens only, or None."""
    room = len(words) * _LETTER + 6
    if not words or room > width * _WIDE / 100:
        return None
    return "" if room <= width * _NARROW / 100 else " wide"
