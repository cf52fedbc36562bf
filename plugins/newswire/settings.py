"""The settings `NEWSWIRE_*`: their defaults, and what is wrong with those that a site states."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newswire.errors import SettingsError
from newswire.markup import RIGHTS

FILE = "pelicanconf.py"
FILES = (FILE, "publishconf.py")
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


@dataclass(frozen=True, slots=True)
class Stated:
    """A setting as a file states it. `known` is false where only running the file would tell the
    value."""

    name: str
    value: Any
    line: int
    known: bool


def setting_problem(name: str, value: object, path: str, line: int | None) -> SettingsError | None:
    """What is wrong with a setting that begins with `NEWSWIRE_`."""
    if name not in DEFAULTS:
        return unknown_setting(name, path, line)
    wanted, default = type(DEFAULTS[name]), f"the default is {DEFAULTS[name]!r}"
    if type(value) is not wanted:
        message = f"{name} is {value!r}, not of type {wanted.__name__}"
        return SettingsError(path, line, message, default)
    if isinstance(value, int) and value < 0:
        return SettingsError(path, line, f"{name} is {value!r}, less than nothing", default)
    if value not in CHOICES.get(name, [value]):
        hint = f"one of {', '.join(CHOICES[name])}"
        return SettingsError(path, line, f"{name} is {value!r}", hint)
    return None


def unknown_setting(name: str, path: str, line: int | None) -> SettingsError:
    near = difflib.get_close_matches(name, DEFAULTS, 1)
    hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(DEFAULTS)}"
    return SettingsError(path, line, f"unknown setting {name}", hint)


def settings_problems(root: Path) -> Iterator[SettingsError]:
    """What is wrong in the settings files of a site, as far as it shows without running them."""
    for file in FILES:
        try:
            found = list(stated_in(root / file))
        except SettingsError as error:
            yield SettingsError(file, error.line, error.message, error.hint)
            continue
        for setting in found:
            if not setting.name.startswith(PREFIX):
                continue
            if setting.known:
                problem = setting_problem(setting.name, setting.value, file, setting.line)
            elif setting.name not in DEFAULTS:
                problem = unknown_setting(setting.name, file, setting.line)
            else:
                problem = None
            yield from [problem] if problem else []


def stated_in(path: Path) -> Iterator[Stated]:
    """The settings that a file states on its top level; none where there is no such file.

    It is read, not run. Raises `SettingsError` for what is no Python.
    """
    try:
        tree = ast.parse(path.read_bytes())
    except FileNotFoundError:
        return
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        raise SettingsError(str(path), line, f"is no Python: {error.args[0]}", "mend it") from None
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        for target in targets:
            if isinstance(target, ast.Name) and isinstance(node, ast.Assign | ast.AnnAssign):
                yield _stated(target.id, node)


def _stated(name: str, node: ast.Assign | ast.AnnAssign) -> Stated:
    try:
        return Stated(name, ast.literal_eval(node.value or ast.Constant(None)), node.lineno, True)
    except ValueError:
        return Stated(name, None, node.lineno, False)


def folders_of(root: Path) -> tuple[str, str]:
    """The folders of raw files and of content that a site's settings name."""
    try:
        found = {s.name: s.value for s in stated_in(root / FILE) if isinstance(s.value, str)}
    except SettingsError:
        found = {}
    seeds, content = found.get("NEWSWIRE_SEEDS"), found.get("PATH")
    return seeds or DEFAULTS["NEWSWIRE_SEEDS"], content or "content"
