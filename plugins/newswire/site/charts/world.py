"""A map of the world: how many dispatches name each country, in five classes."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from markupsafe import Markup

from newswire.site.charts.svg import element, plural
from newswire.site.views import ActorView

Href = Callable[[str], str]

_CLASSES = 5
_CROP = 40  # open ocean at either end of the drawing


@dataclass(frozen=True, slots=True)
class World:
    """Path data and points in a drawing of `width` by `height`, by alpha-3 code."""

    width: int
    height: int
    shapes: dict[str, str]
    dots: dict[str, tuple[int, int]]

    def __contains__(self, code: object) -> bool:
        return code in self.shapes or code in self.dots


def world_map(countries: Sequence[ActorView], href: Href = str) -> Markup:
    """The map and its legend.

    Hidden from screen readers and the tab order: the page lists the same countries beside it.
    """
    named = {country.ref.id: country for country in countries if country.count}
    bounds = class_bounds([country.count for country in named.values()])
    world = _world()
    land = [
        element("path", class_="land", d=path)
        for code, path in world.shapes.items()
        if code not in named
    ]
    marks = [_country(named[code], world, bounds, href) for code in named if code in world]
    drawing = element(
        "svg",
        *land,
        *marks,
        class_="chart world",
        aria_hidden="true",
        viewBox=f"{_CROP} 0 {world.width - 2 * _CROP} {world.height}",
    )
    return drawing + _legend(bounds)


def class_bounds(counts: Sequence[int]) -> list[int]:
    """The upper bound of each class, rising: geometric, since a few countries are most of the news.

    Five classes at most; fewer where the counts do not part into five.
    """
    most = max(counts, default=0)
    if not most:
        return []
    return sorted({max(1, round(most ** (step / _CLASSES))) for step in range(1, _CLASSES + 1)})


def _country(country: ActorView, world: World, bounds: Sequence[int], href: Href) -> Markup:
    words = f"{country.name}: {plural(country.count, 'dispatch', 'dispatches')}"
    class_ = f"class-{_level(bisect_left(bounds, country.count), bounds)}"
    shape = world.shapes.get(country.ref.id)
    if shape is not None:
        mark = element("path", class_=class_, d=shape)
    else:
        x, y = world.dots[country.ref.id]
        mark = element("circle", class_=class_, cx=x, cy=y, r=5)
    return element("a", element("title", words), mark, href=href(country.url), tabindex=-1)


def _level(place: int, bounds: Sequence[int]) -> int:
    """1 to 5; the darkest is always the top class, so that fewer classes still reach it."""
    return place + 1 + _CLASSES - len(bounds)


def _legend(bounds: Sequence[int]) -> Markup:
    """One swatch and its range for each class, `Dispatches` once in front."""
    lows = [1, *(bound + 1 for bound in bounds)]
    items = [
        element("li", _swatch(_level(place, bounds)), _span(low, high))
        for place, (low, high) in enumerate(zip(lows, bounds, strict=False))
    ]
    return element("ul", element("li", "Dispatches"), *items, class_="legend")


def _swatch(level: int) -> Markup:
    square = element("rect", class_=f"class-{level}", width=14, height=14)
    return element("svg", square, aria_hidden="true", width=14, height=14)


def _span(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}–{high}"


@cache
def _world() -> World:
    text = resources.files(__package__).joinpath("world.json").read_text("utf-8")
    data = json.loads(text)
    dots = {code: (x, y) for code, (x, y) in data["dots"].items()}
    return World(data["width"], data["height"], data["shapes"], dots)
