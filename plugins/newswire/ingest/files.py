"""Files that are either the old text or the new, never half of one."""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path

from newswire.errors import MarkupError

LEFT_OVER = re.compile(r"\..+\.(?:md|jsonl)\.[a-z0-9_]{8}\.tmp")


def read_text(path: Path) -> str:
    """UTF-8 text with its line breaks as `\\n`, whatever an editor's machine wrote."""
    return path.read_text(encoding="utf-8-sig")


def read_markdown(path: Path, shown: str) -> str:
    """`read_text` of a file that a person edits. Raises `MarkupError` where it is not UTF-8."""
    try:
        return read_text(path)
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        reason = f"is not UTF-8 text: {error.reason}"
        raise MarkupError(shown, line, reason, "save it as UTF-8") from None


def write_text(path: Path, text: str) -> None:
    """Replaces `path` in one step; a reader sees the old file or the new one.

    The temporary file is hidden and in the same folder, so that the step is a rename.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(_mode(path))
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def sweep(folder: Path) -> None:
    """Takes away what `write_text` left where its process was killed; its target is whole."""
    for path in folder.rglob(".*.tmp"):
        if LEFT_OVER.fullmatch(path.name):
            path.unlink(missing_ok=True)


def _mode(path: Path) -> int:
    """The mode of the file replaced, or that of any new file under the current mask."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
