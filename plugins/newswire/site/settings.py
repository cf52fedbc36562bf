"""What Pelican must be told for our pages, beside the settings of our own."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from typing import Any

from newswire.errors import Problems
from newswire.life.article import ADDRESS, DRAFT_ADDRESS
from newswire.settings import DEFAULTS, FILE, PREFIX, setting_problem

# Pages, feeds and paths that Newswire makes itself or that would let raw text out unescaped.
REQUIRED: Mapping[str, Any] = {
    "ARTICLE_PATHS": ["dispatches"],
    "ARTICLE_URL": ADDRESS,
    "ARTICLE_SAVE_AS": f"{ADDRESS}index.html",
    "DRAFT_URL": DRAFT_ADDRESS,
    "DRAFT_SAVE_AS": f"{DRAFT_ADDRESS}index.html",
    "ARTICLE_TRANSLATION_ID": None,
    "ARTICLE_ORDER_BY": "reversed-date",
    "DIRECT_TEMPLATES": [],
    "AUTHOR_SAVE_AS": "",
    "CATEGORY_SAVE_AS": "",
    "TAG_SAVE_AS": "",
    "YEAR_ARCHIVE_SAVE_AS": "",
    "MONTH_ARCHIVE_SAVE_AS": "",
    "DAY_ARCHIVE_SAVE_AS": "",
    "FEED_ATOM": None,
    "FEED_RSS": None,
    "FEED_ALL_ATOM": None,
    "FEED_ALL_RSS": None,
    "CATEGORY_FEED_ATOM": None,
    "CATEGORY_FEED_RSS": None,
    "AUTHOR_FEED_ATOM": None,
    "AUTHOR_FEED_RSS": None,
    "TAG_FEED_ATOM": None,
    "TAG_FEED_RSS": None,
    "TRANSLATION_FEED_ATOM": None,
    "TRANSLATION_FEED_RSS": None,
    "TYPOGRIFY": False,
}


def apply_settings(settings: MutableMapping[str, Any]) -> None:
    """Checks the site's settings and completes them. Raises `Problems` of `SettingsError`."""
    stated = (item for item in settings.items() if item[0].startswith(PREFIX))
    problems = [p for name, value in stated if (p := setting_problem(name, value, FILE, None))]
    if problems:
        raise Problems(problems)
    for name, value in DEFAULTS.items():
        settings.setdefault(name, value)
    settings.update(REQUIRED)
    settings["JINJA_ENVIRONMENT"] = {
        **settings["JINJA_ENVIRONMENT"],
        "autoescape": True,
        "trim_blocks": True,
        "lstrip_blocks": True,
    }
