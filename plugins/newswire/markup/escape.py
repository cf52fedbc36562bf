"""Plain text as Markdown that renders to exactly that text, and stays readable."""

from __future__ import annotations

import re

# Characters that Python-Markdown takes as its own anywhere in a line and lets a backslash disarm.
ALWAYS = frozenset("\\`*_[]")
# Those for which it has no backslash, or which other Markdown readers take as their own.
ENTITIES = {"<": "&lt;", "~": "&#126;", "|": "&#124;"}
ENTITY_AHEAD = re.compile(r"&(?:#|\w+;)")
# At the start of a line: headings, quotes, lists, rules, underlines of headings, definitions.
LINE_START = re.compile(r"(?P<mark>[#>+=:-])|(?P<number>\d{1,9})(?P<dot>[.)])")
BACKSLASHED_AT_START = frozenset("#>+-")
BREAK_RUN = re.compile(r"\n+")


def escape(text: str) -> list[str]:
    """Markdown for each code point of `text`; joined, it renders to `text` exactly.

    An empty line stays a paragraph break; any further line break becomes an entity, as do
    white space at a line's ends and control characters, which Markdown readers would drop.
    """
    out = [_inline(char, text, index) for index, char in enumerate(text)]
    _escape_breaks(text, out)
    _escape_line_ends(text, out)
    return out


def entity(char: str) -> str:
    return f"&#{ord(char)};"


def _inline(char: str, text: str, index: int) -> str:
    if char in ALWAYS:
        return "\\" + char
    if char in ENTITIES:
        return ENTITIES[char]
    if char == "&" and ENTITY_AHEAD.match(text, index):
        return "&amp;"
    if char != "\n" and (char < " " or "\x7f" <= char <= "\x9f" or char in "\u2028\u2029"):
        return entity(char)
    return char


def _escape_breaks(text: str, out: list[str]) -> None:
    """Keeps the breaks that Markdown keeps: one within a paragraph, two between paragraphs."""
    for run in BREAK_RUN.finditer(text):
        inside = run.start() > 0 and run.end() < len(text)
        kept = min(2, len(run[0])) if inside else 0
        for index in range(run.start() + kept, run.end()):
            out[index] = entity("\n")


def _escape_line_ends(text: str, out: list[str]) -> None:
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line:
            _escape_start(text, start, out)
            for index in (start, end - 1):
                if text[index].isspace():
                    out[index] = entity(text[index])
        start = end + 1


def _escape_start(text: str, start: int, out: list[str]) -> None:
    match = LINE_START.match(text, start)
    if match is None:
        return
    if match["mark"] is None:
        out[match.start("dot")] = "\\" + match["dot"]
    elif match["mark"] in BACKSLASHED_AT_START:
        out[start] = "\\" + match["mark"]
    else:
        out[start] = entity(match["mark"])
