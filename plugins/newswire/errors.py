"""What can go wrong with a person's input, always said with place, reason and remedy."""

from __future__ import annotations

import traceback
from collections.abc import Iterable
from pathlib import Path


class WireError(Exception):
    """A problem in a file that a person can mend.

    `path` is as the person knows it, `line` 1-based or None, `message` the reason,
    `hint` the remedy. `str()` gives `path:line: message (hint)`. `mended` is the whole line as it
    should be, empty where it should go, and None where only a person can tell.
    """

    def __init__(
        self,
        path: str,
        line: int | None,
        message: str,
        hint: str | None = None,
        mended: str | None = None,
    ) -> None:
        super().__init__(path, line, message, hint, mended)
        self.path = path
        self.line = line
        self.message = message
        self.hint = hint
        self.mended = mended

    def __str__(self) -> str:
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        remedy = f" ({self.hint})" if self.hint else ""
        return f"{place}: {self.message}{remedy}"


def as_problem(path: str, error: Exception, line: int | None = None) -> WireError:
    """Whatever went wrong with one file, as a problem of that file: a fault of ours must not hide
    the others."""
    if isinstance(error, WireError):
        return error
    if isinstance(error, OSError):
        return WireError(path, line, f"cannot be read: {error.strerror}", "give a readable file")
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(place.filename).name}:{place.lineno}"
    message = f"newswire itself failed on it: {type(error).__name__} in {where}: {error}"
    return WireError(path, line, message, "take it out, and report it with the file")


class FormatError(WireError):
    """A raw file that no format can read."""


class MarkupError(WireError):
    """Annotated Markdown that cannot be understood."""


class DataError(WireError):
    """Actor or agency data that breaks its schema."""


class SettingsError(WireError):
    """A `NEWSWIRE_*` setting that is unknown or wrong."""


class Problems(Exception):
    """Several problems, collected before failing so that one never hides the rest."""

    def __init__(self, problems: Iterable[WireError]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))
