"""Annotated Markdown: the editor's file, written and read here and nowhere else.

`dumps` and `loads` are inverse on what is stored: header, body, tags and timeline. Python-Markdown,
with our extension, does the reading, so that what an editor sees on the page and what the
machine takes for the text are one and the same.
"""

from newswire.markup.fields import RIGHTS, date_of, header_problems, is_draft, line_of
from newswire.markup.header import Header, is_dispatch
from newswire.markup.read import Parsed, entry_lines, loads, parse
from newswire.markup.render import Decoration, render
from newswire.markup.story import ACTOR_KINDS, Entry, Story, Tag
from newswire.markup.write import dump_entry, dumps

__all__ = [
    "ACTOR_KINDS",
    "RIGHTS",
    "Decoration",
    "Entry",
    "Header",
    "Parsed",
    "Story",
    "Tag",
    "date_of",
    "dump_entry",
    "dumps",
    "entry_lines",
    "header_problems",
    "is_dispatch",
    "is_draft",
    "line_of",
    "loads",
    "parse",
    "render",
]
