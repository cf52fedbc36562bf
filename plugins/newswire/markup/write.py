"""A story as annotated Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newswire.markup.escape import entity, escape
from newswire.markup.header import dump_header
from newswire.markup.story import TARGET, Entry, Story, Tag

TIMELINE_HEADING = "## Timeline"


def dumps(story: Story) -> str:
    """The file's text, ending in one line break.

    Raises `ValueError` if tags overlap, cross a paragraph's end or hold an unwritable target:
    errors of a caller, not of an editor.
    """
    parts = [dump_header(story.header), dump_text(story.body, story.tags)]
    if story.timeline:
        entries = "\n".join(map(dump_entry, story.timeline))
        parts.append(f"{TIMELINE_HEADING}\n\n{entries}")
    return "\n\n".join(part.strip("\n") for part in parts if part.strip("\n")) + "\n"


def dump_text(text: str, tags: Sequence[Tag]) -> str:
    """Body text with its tags, as Markdown."""
    pieces = escape(text)
    for tag in _checked(text, tags):
        before = tag.start - 1
        if before >= 0 and pieces[before] == "!":
            pieces[before] = "\\!"
        if tag.end < len(text) and text[tag.end] == "{":
            pieces[tag.end] = "\\{"
        pieces[tag.start] = "[" + pieces[tag.start]
        pieces[tag.end - 1] += f"]({{{tag.kind}}}{','.join(tag.targets)})"
    return "".join(pieces)


def dump_entry(entry: Entry) -> str:
    """One line of the timeline."""
    if not TARGET.fullmatch(entry.date):
        raise ValueError(f"not a date that can be written: {entry.date!r}")
    text = dump_text(entry.text, entry.tags).replace("\n", entity("\n"))
    # The date stands twice, to be read and to be computed with; EDTF needs no escaping.
    return f"- [{entry.date}]({{date}}{entry.date}): {text}"


def _checked(text: str, tags: Sequence[Tag]) -> Iterator[Tag]:
    reached = 0
    for tag in tags:
        if not reached <= tag.start < tag.end <= len(text):
            raise ValueError(f"tags out of order, overlapping or outside the text: {tag}")
        if "\n\n" in text[tag.start : tag.end]:
            raise ValueError(f"a tag crosses the end of a paragraph: {tag}")
        if not all(TARGET.fullmatch(target) for target in tag.targets):
            raise ValueError(f"a target with a space or a bracket: {tag}")
        reached = tag.end
        yield tag
