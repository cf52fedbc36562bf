"""Activity by month: a strip that navigates, and a line's worth of bars."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from newswire.site.charts.svg import element, plural
from newswire.site.views import Month

Href = Callable[[str], str]

_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_BAR = 40  # pixels of the busiest month's bar
_STEP, _SPARK = 3, 20  # a sparkline's pixels a month, and its height


def year_strip(
    months: Sequence[Month], href: Href = str, unit: tuple[str, str] = ("dispatch", "dispatches")
) -> Markup:
    """A row a year, a bar a month, each a link to its page; empty years are said, not drawn.

    `unit` is what is counted, for one and for many.
    """
    years: dict[int, dict[int, Month]] = {}
    for month in months:
        if month.count:
            years.setdefault(month.year, {})[month.month] = month
    if not years:
        return Markup("")
    strip = _Strip(max(month.count for month in months), href, unit)
    rows: list[Markup] = []
    last = min(years)
    for year in sorted(years):
        if year - last > 1:
            rows.append(strip.gap(last + 1, year - 1))
        rows.append(strip.year(year, years[year]))
        last = year
    return element("ol", *rows, class_="year-strip")


def sparkline(months: Iterable[Month], now: dt.date, length: int = 36) -> Markup:
    """The `length` months up to `now` as bars, on the same axis for every actor."""
    counts = {month.year * 12 + month.month: month.count for month in months}
    end = now.year * 12 + now.month
    window = [counts.get(end - length + 1 + place, 0) for place in range(length)]
    most = max(window)
    bars = [_spark(place, count / most) for place, count in enumerate(window) if count]
    width = length * _STEP
    base = element("line", class_="base", x1=0, x2=width, y1=_SPARK - 0.5, y2=_SPARK - 0.5)
    total = plural(sum(window), "dispatch", "dispatches")
    return element(
        "svg",
        *bars,
        base,
        class_="sparkline",
        role="img",
        aria_label=f"{total} in the {length} months to {_NAMES[now.month - 1]} {now.year}",
        width=width,
        height=_SPARK,
        viewBox=f"0 0 {width} {_SPARK}",
    )


def _spark(place: int, share: float) -> Markup:
    height = 2 + (_SPARK - 3) * share
    return element("rect", x=place * _STEP, width=_STEP - 1, y=_SPARK - height, height=height)


@dataclass(frozen=True, slots=True)
class _Strip:
    """What the months of a year strip share: the busiest one's count, links and unit."""

    most: int
    href: Href
    unit: tuple[str, str]

    def gap(self, first: int, last: int) -> Markup:
        span = str(first) if first == last else f"{first}–{last}"
        return element("li", f"{span}: no {self.unit[1]}", class_="gap")

    def year(self, year: int, months: dict[int, Month]) -> Markup:
        bars = [
            self._month(f"{name} {year}", name[0], months.get(number))
            for number, name in enumerate(_NAMES, 1)
        ]
        return element("li", element("span", str(year), class_="year"), element("ol", *bars))

    def _month(self, name: str, letter: str, month: Month | None) -> Markup:
        count = month.count if month else 0
        words = f"{name}: {plural(count, *self.unit)}"
        inside = (
            self._bar(count),
            element("span", letter, aria_hidden="true"),
            element("span", words, class_="visually-hidden"),
        )
        if month is None or month.url is None:
            return element("li", element("span", *inside, class_="month", title=words))
        link = element("a", *inside, class_="month", href=self.href(month.url), title=words)
        return element("li", link)

    def _bar(self, count: int) -> Markup:
        height = 3 + round((_BAR - 3) * count / self.most) if count else 1
        kind = "bar" if count else "none"
        bar = element("rect", class_=kind, width="100%", y=_BAR - height, height=height)
        return element("svg", bar, aria_hidden="true", width="100%", height=_BAR)
