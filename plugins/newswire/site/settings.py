"""The settings: `NEWSWIRE_*` with their defaults, and what Pelican must be told for our pages."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, MutableMapping, Sequence
from typing import Any

from newswire.errors import Problems, SettingsError
from newswire.life.article import ADDRESS, DRAFT_ADDRESS
from newswire.markup import RIGHTS

PREFIX = "NEWSWIRE_"

DEFAULTS: Mapping[str, Any] = {
    # The folder of raw files, relative to the folder that holds `content/`.
    "NEWSWIRE_SEEDS": "seeds",
    # Whether a build ingests first; off where another job has ingested already.
    "NEWSWIRE_INGEST": True,
    # Processes that annotate; 0 means as many as there are cores.
    "NEWSWIRE_JOBS": 0,
    # Whether a new dispatch stays a draft until a person writes `Reviewed:` into its header.
    "NEWSWIRE_REVIEW": False,
    # Whether raw files are published with the site, each linked from its dispatches' pages.
    "NEWSWIRE_PUBLISH_SEEDS": True,
    # How much of a dispatch is shown whose header has no `Rights:`.
    "NEWSWIRE_RIGHTS": "full",
    # How many dispatches must tell of two countries in one event or statement before the two have
    # a page; 0 for no such pages.
    "NEWSWIRE_PAIR_DISPATCHES": 3,
    # Whether a search index is made after the pages.
    "NEWSWIRE_SEARCH": True,
}

CHOICES: Mapping[str, Sequence[str]] = {"NEWSWIRE_RIGHTS": RIGHTS}

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
    problems = [
        problem
        for name, value in settings.items()
        if name.startswith(PREFIX)
        for problem in _problems(name, value)
    ]
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


def _problems(name: str, value: object) -> list[SettingsError]:
    if name not in DEFAULTS:
        near = difflib.get_close_matches(name, DEFAULTS, 1)
        hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(DEFAULTS)}"
        return [SettingsError("pelicanconf.py", None, f"unknown setting {name}", hint)]
    wanted = type(DEFAULTS[name])
    if type(value) is not wanted:
        message = f"{name} is {value!r}, not of type {wanted.__name__}"
        hint = f"the default is {DEFAULTS[name]!r}"
        return [SettingsError("pelicanconf.py", None, message, hint)]
    if isinstance(value, int) and value < 0:
        message = f"{name} is {value!r}, less than nothing"
        hint = f"the default is {DEFAULTS[name]!r}"
        return [SettingsError("pelicanconf.py", None, message, hint)]
    if value not in CHOICES.get(name, [value]):
        hint = f"one of {', '.join(CHOICES[name])}"
        return [SettingsError("pelicanconf.py", None, f"{name} is {value!r}", hint)]
    return []
