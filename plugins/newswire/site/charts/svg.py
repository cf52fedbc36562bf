"""SVG and HTML elements as escaped text.

Positions along an axis are percentages, so that a drawing fills the width it is given while
its words keep their size. Colours and fonts belong to the style sheets: elements carry classes.
"""

from __future__ import annotations

from markupsafe import Markup, escape

Value = str | float | int | None


def element(name: str, *children: str, **attributes: Value) -> Markup:
    """One element; `class_` gives `class`, `text_anchor` gives `text-anchor`, None is left out."""
    pairs = [
        f' {_attribute(key)}="{escape(_number(value))}"'
        for key, value in attributes.items()
        if value is not None
    ]
    inside = "".join(map(escape, children))
    # Thousands of elements a build: joined as text, each part escaped just above.
    return Markup(f"<{name}{''.join(pairs)}>{inside}</{name}>")


def image(*children: str, height: int, title: str, chart_id: str, class_: str) -> Markup:
    """An `<svg>` as wide as its place and `height` pixels high, named by its title."""
    title_id = f"{chart_id}-title"
    return element(
        "svg",
        element("title", title, id=title_id),
        *children,
        class_=class_,
        role="img",
        aria_labelledby=title_id,
        width="100%",
        height=height,
    )


def percent(value: float) -> str:
    """A share of the whole in hundredths: `percent(12.5)` is `12.5%`."""
    return f"{round(value, 2):g}%"


def plural(count: int, one: str, many: str) -> str:
    """A number with its unit: `1 dispatch`, `3 dispatches`."""
    return f"{count:,} {one if count == 1 else many}"


def _attribute(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _number(value: Value) -> str:
    return f"{round(value, 2):g}" if isinstance(value, float) else str(value)
