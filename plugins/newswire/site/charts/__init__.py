"""Charts, computed from views into inline SVG and HTML; templates only print them.

A chart that links takes `href`, which turns an address of the site into one for the page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from newswire.site.charts.bars import share_bar
from newswire.site.charts.months import sparkline, year_strip
from newswire.site.charts.terms import succession_strip, tenure_strip
from newswire.site.charts.world import world_map
from newswire.site.views import ActorView, Month

__all__ = [
    "share_bar",
    "sparkline",
    "succession_strip",
    "template_globals",
    "tenure_strip",
    "world_map",
    "year_strip",
]


def template_globals(href: Callable[[Context, str], str]) -> dict[str, Callable[..., Any]]:
    """The charts as templates call them; `href` is the site's filter of that name."""

    @pass_context
    def strip(
        context: Context, months: Sequence[Month], one: str = "dispatch", many: str = "dispatches"
    ) -> Markup:
        return year_strip(months, lambda url: href(context, url), (one, many))

    @pass_context
    def world(context: Context, countries: Sequence[ActorView]) -> Markup:
        return world_map(countries, lambda url: href(context, url))

    return {
        "share_bar": share_bar,
        "sparkline": sparkline,
        "succession_strip": succession_strip,
        "tenure_strip": tenure_strip,
        "world_map": world,
        "year_strip": strip,
    }
