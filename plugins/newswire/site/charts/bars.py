"""Ranked bars: an actor's share of the dispatches that the first of the ranking has."""

from __future__ import annotations

from markupsafe import Markup

from newswire.site.charts.svg import element, percent


def share_bar(count: int, most: int) -> Markup:
    """A bar of `count` against the ranking's `most`; the number itself stands beside it as text."""
    share = min(100.0, 100 * count / most) if most else 0.0
    bar = element("rect", class_="share", width=percent(share), height=8)
    return element("svg", bar, class_="share-bar", aria_hidden="true", width="100%", height=8)
