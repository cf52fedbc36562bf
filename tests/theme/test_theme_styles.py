"""The style sheets: colours in one place, light and dark complete, contrast, nothing unused."""

from __future__ import annotations

import re

import pytest
from lxml.html import document_fromstring
from render_theme import THEME, sample_pages

CSS = THEME / "static" / "css"
SHEETS = {path.relative_to(CSS).as_posix(): path.read_text("utf-8") for path in CSS.rglob("*.css")}
TOKENS = SHEETS["tokens.css"]
RAW_COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|lab)a?\(", re.IGNORECASE)
DECLARED = re.compile(r"(--[\w-]+):\s*([^;]+);")
# The search, which the script makes where there is an index; places on other pages; years without
# news, which not every site has.
SEARCH = {"search", "search-filters", "search-results", "search-status"}
NOT_SHOWN = SEARCH | {"columns", "within", "gap"}
# Foreground, background, least contrast: WCAG 2.2, 1.4.6 for text and 1.4.3 for the rest.
PAIRS = [
    ("ink", "paper", 7.0),
    ("ink-soft", "paper", 7.0),
    ("ink", "paper-marked", 7.0),
    ("ink", "paper-raised", 7.0),
    ("ink-quiet", "paper", 4.5),
    ("accent", "paper", 4.5),
    ("on-accent", "accent", 4.5),
    ("leader", "paper", 4.5),
    ("country", "paper", 4.5),
    ("organisation", "paper", 4.5),
    ("person", "paper", 4.5),
    ("on-bar", "bar", 4.5),
    ("on-bar", "bar-other", 4.5),
    ("on-bar-current", "bar-current", 4.5),
]


def palette(block: str) -> dict[str, str]:
    return {name.removeprefix("--"): value for name, value in DECLARED.findall(block)}


def blocks() -> dict[str, str]:
    """The declarations for light, for a dark system and for dark by choice."""
    light, dark_system, dark_chosen = re.findall(r":root[^{]*\{([^}]*)\}", TOKENS)
    return {"light": light, "dark system": dark_system, "dark chosen": dark_chosen}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("sheet", sorted(SHEETS.keys() - {"tokens.css"}))
def test_raw_colours_stand_in_tokens_only(sheet: str) -> None:
    assert not RAW_COLOUR.search(SHEETS[sheet])


def test_both_ways_to_dark_say_the_same() -> None:
    assert palette(blocks()["dark system"]) == palette(blocks()["dark chosen"])


def test_dark_redefines_every_colour() -> None:
    light, dark = palette(blocks()["light"]), palette(blocks()["dark system"])
    assert {name for name, value in light.items() if value.startswith("#")} == dark.keys()


@pytest.mark.parametrize("scheme", ["light", "dark system"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_contrast(scheme: str, ink: str, ground: str, least: float) -> None:
    colours = palette(blocks()[scheme])
    assert contrast(colours[ink], colours[ground]) >= least


def test_every_token_is_defined_and_used() -> None:
    used = {name for text in SHEETS.values() for name in re.findall(r"var\(--([\w-]+)", text)}
    assert used == palette(blocks()["light"]).keys()


def test_every_sheet_is_linked() -> None:
    linked = re.findall(r'rel="stylesheet" href="[^"]*/theme/css/([^"]+)"', sample_pages()[""])
    assert sorted(linked) == sorted(SHEETS)
    assert linked[:3] == ["tokens.css", "base.css", "layout.css"]


def classes_of(sheet: str) -> set[str]:
    """The classes that a sheet's rules name."""
    selectors = re.findall(r"^[^@{}]*(?=\{)", re.sub(r"/\*.*?\*/", "", sheet, flags=re.S), re.M)
    return {name for line in selectors for name in re.findall(r"\.([a-z][\w-]*)", line)}


def test_the_kitchen_sink_shows_every_component() -> None:
    page = document_fromstring(sample_pages()["kitchen-sink/"])
    shown = {name for value in page.xpath("//@class") for name in value.split()}
    styled = {c for sheet, text in SHEETS.items() if "/" in sheet for c in classes_of(text)}
    missing = {c for c in styled - shown - NOT_SHOWN if not c.startswith("class-")}
    assert missing == set()


def test_every_class_of_a_sheet_is_in_a_template_a_chart_or_the_script() -> None:
    sources = [*THEME.rglob("*.html"), *THEME.rglob("*.js")]
    charts = THEME.parent / "plugins" / "newswire" / "site"
    written = "\n".join(path.read_text("utf-8") for path in [*sources, *charts.rglob("*.py")])
    for sheet, text in SHEETS.items():
        for name in classes_of(text):
            stem = name.rstrip("-12345") if name.startswith("class-") else name
            assert re.search(rf"\b{re.escape(stem)}\b", written), f".{name} in {sheet}"
