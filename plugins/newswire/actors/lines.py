"""Where a table or a key stands in a TOML file: `tomllib` does not say, an editor needs to know."""

from __future__ import annotations

import re

_HEADER = re.compile(r"^\s*\[\[?\s*([\w.-]+)\s*\]\]?", re.ASCII)


class Lines:
    """The table headers of one file, each with its 1-based line."""

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines()
        self._headers = [
            (match[1], number)
            for number, line in enumerate(self._lines, 1)
            if (match := _HEADER.match(line))
        ]

    def table(self, path: str, nth: int = 0, after: int = 0) -> int:
        """The line of the `nth` header `path` below line `after`; 1 where there is none."""
        found = [number for name, number in self._headers if name == path and number > after]
        return found[nth] if nth < len(found) else max(after, 1)

    def key(self, table: int, key: str) -> int:
        """The line of `key` in the table that begins on line `table`, else that line."""
        pattern = re.compile(rf"\s*\"?{re.escape(key)}\"?\s*=")
        for number in range(table + 1, len(self._lines) + 1):
            line = self._lines[number - 1]
            if _HEADER.match(line):
                break
            if pattern.match(line):
                return number
        return table
