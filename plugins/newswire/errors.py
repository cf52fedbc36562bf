"""What can go wrong with a person's input, always said with place, reason and remedy."""

from __future__ import annotations

from collections.abc import Iterable


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
