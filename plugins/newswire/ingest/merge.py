"""Three-way merge of an editor's text with a new one, word by word.

Lines of wire copy are whole paragraphs, so a merge by lines would call it a conflict when a
person mends one tag and the machine another. `git merge-file` therefore gets one word a line
first, and real lines only to show a true conflict.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

# A break, a run of blanks, a whole tag, or a word.
TOKEN = re.compile(r"\n|[^\S\n]+|\[(?:\\.|[^\\\]\n])*\]\(\{\w+\}[^()\s]*\)|\[|[^\s\[]+")
MINE = "your edit"
THEIRS = "made from the changed seed or rules"
FAILED = 128


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged text; with `conflict`, both versions stand in it between marker lines."""

    text: str
    conflict: bool


def merge(base: str, mine: str, theirs: str) -> Merged:
    """`mine` and `theirs`, both made from `base`, as one text.

    Raises `OSError` when git is missing or fails.
    """
    if mine in (base, theirs):
        return Merged(theirs, conflict=False)
    if theirs == base:
        return Merged(mine, conflict=False)
    by_words, conflicts = _merge_file(*map(_one_a_line, (base, mine, theirs)))
    if not conflicts:
        return Merged(_joined(by_words), conflict=False)
    by_lines, conflicts = _merge_file(base, mine, theirs)
    return Merged(by_lines, conflict=conflicts > 0)


def _one_a_line(text: str) -> str:
    return "".join(token.replace("\n", "\\n") + "\n" for token in TOKEN.findall(text))


def _joined(lines: str) -> str:
    return "".join("\n" if line == "\\n" else line for line in lines.split("\n"))


def _merge_file(base: str, mine: str, theirs: str) -> tuple[str, int]:
    with tempfile.TemporaryDirectory(prefix="newswire-merge-") as folder:
        paths = [Path(folder, name) for name in ("mine", "base", "theirs")]
        for path, text in zip(paths, (mine, base, theirs), strict=True):
            path.write_text(text, encoding="utf-8", newline="\n")
        command = ["git", "merge-file", "-p", "-q", "-L", MINE, "-L", "base", "-L", THEIRS]
        done = subprocess.run([*command, *map(str, paths)], capture_output=True, check=False)
    if done.returncode >= FAILED:
        raise OSError(f"git merge-file failed: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout.decode("utf-8"), done.returncode
