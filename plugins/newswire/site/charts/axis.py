"""A time axis in percent of its length, and its year marks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from newswire.site.charts.svg import element, percent

_STEPS = (1, 2, 5, 10, 20, 50, 100)
_MOST_LABELS = 6  # four figures each still part at 288 pixels, a phone's width less its margins
_LAST_LABEL = 88  # percent: what is left of a phone's width is as wide as a label


@dataclass(frozen=True, slots=True)
class Axis:
    """Whole years from 1 January of `first` to 1 January of `last`."""

    first: int
    last: int

    @classmethod
    def spanning(cls, days: Iterable[dt.date]) -> Axis:
        """The whole years that hold all `days`, of which there must be one at least."""
        years = [day.year for day in days]
        return cls(min(years), max(years) + 1)

    def at(self, day: dt.date) -> float:
        """Where `day` lies, 0 to 100; a day outside lies at the nearer end."""
        start, end = dt.date(self.first, 1, 1).toordinal(), dt.date(self.last, 1, 1).toordinal()
        return min(100.0, max(0.0, 100 * (day.toordinal() - start) / (end - start)))

    def years(self) -> list[int]:
        """The years to label: multiples of the smallest step that leaves few enough.

        One so late that its label would run over the right end has none.
        """
        length = self.last - self.first
        step = next((step for step in _STEPS if length / step <= _MOST_LABELS), _STEPS[-1])
        return [
            year
            for year in range(self.first, self.last)
            if year % step == 0 and self.at(dt.date(year, 1, 1)) <= _LAST_LABEL
        ]

    def draw(self, top: int, bottom: int) -> Markup:
        """Year lines from `top` to `bottom` and, below them, their labels (in pixels)."""
        return Markup("").join(self._year(year, top, bottom) for year in self.years())

    def _year(self, year: int, top: int, bottom: int) -> Markup:
        x = percent(self.at(dt.date(year, 1, 1)))
        line = element("line", class_="grid", x1=x, x2=x, y1=top, y2=bottom)
        return line + element("text", str(year), class_="tick", x=x, dx=3, y=bottom + 14)
