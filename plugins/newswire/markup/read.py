"""Annotated Markdown as a story."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown import Markdown

from newswire.errors import MarkupError
from newswire.markup.extension import TAG_ELEMENT, DispatchMarkdown
from newswire.markup.header import load_header
from newswire.markup.story import KINDS, Entry, Story, Tag
from newswire.slugs import is_slip

# Blocks that hold inline text, and so are paragraphs of the body.
TEXT_BLOCKS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "li"))
PARAGRAPH_BREAK = "\n\n"

CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?: |$)", re.MULTILINE)
ANY_TAG = re.compile(r"\]\(\{([A-Za-z]+)\}([^()\n]*)(\)?)")
TIMELINE = re.compile(r" {0,3}## *Timeline\b|Timeline *$")
BULLET = re.compile(r" {0,3}[-*+] ")
PELICAN_KINDS = ("filename", "static", "attach", "author", "category", "tag", "index")


@dataclass(frozen=True, slots=True)
class Block:
    """A block of text in the tree, and where its text begins in the body."""

    element: Element
    start: int


@dataclass(frozen=True, slots=True)
class Parsed:
    """A story with the element tree that it was read from, for rendering."""

    story: Story
    root: Element
    blocks: tuple[Block, ...]


def loads(text: str, path: str = "<text>") -> Story:
    """The story in an annotated Markdown file. Raises `MarkupError`."""
    return parse(text, path).story


def parse(text: str, path: str = "<text>") -> Parsed:
    """The story and its element tree. Raises `MarkupError` with the line that is wrong."""
    _refuse_conflicts(text, path)
    header, taken = load_header(text, path)
    lines = text.split("\n")[taken:]
    _refuse_unknown_tags(lines, taken, path)
    root = _tree("\n".join(lines))
    entries = _take_timeline(root, path, text)
    blocks, body, tags = _body(root)
    return Parsed(Story(header, body, tags, entries), root, blocks)


def _tree(markdown: str) -> Element:
    """Python-Markdown's element tree, after all its inline and tree processing."""
    md = Markdown(extensions=[DispatchMarkdown()])
    kept: list[Element] = []

    def keep(root: Element) -> str:
        kept.append(root)
        return "<div></div>"

    md.serializer = keep
    md.convert(markdown)
    return kept[0] if kept else Element("div")


def conflict_in(text: str, path: str) -> MarkupError | None:
    """The first conflict that a merge left in a file for a person to resolve."""
    match = CONFLICT.search(text)
    if match is None:
        return None
    return MarkupError(
        path,
        _line(text, match.start()),
        "an unresolved conflict: a person's edit and a changed source disagree, both stand here",
        "keep the wording that is right and delete the lines with <<<<<<<, ======= and >>>>>>>",
    )


def _refuse_conflicts(text: str, path: str) -> None:
    conflict = conflict_in(text, path)
    if conflict is not None:
        raise conflict


def _refuse_unknown_tags(lines: list[str], taken: int, path: str) -> None:
    for number, line in enumerate(lines, taken + 1):
        for match in ANY_TAG.finditer(line):
            if not line.startswith("\\", match.start() - 1):
                _refuse_unknown_tag(match, path, number)


def _refuse_unknown_tag(match: re.Match[str], path: str, line: int) -> None:
    kind, target, closed = match.groups()
    if kind in PELICAN_KINDS:
        return
    if kind not in KINDS:
        near = difflib.get_close_matches(kind, KINDS, 1)
        remedy = f"did you mean {{{near[0]}}}?" if near else f"known are {', '.join(KINDS)}"
        slips = [known for known in KINDS if is_slip(kind, known)]
        before, after = match.string[: match.start(1)], match.string[match.end(1) :]
        mended = f"{before}{slips[0]}{after}" if len(slips) == 1 else None
        raise MarkupError(path, line, f"unknown tag {{{kind}}}", remedy, mended)
    if not closed or " " in target:
        raise MarkupError(
            path, line, f"the tag {{{kind}}} is not closed", "write [words]({kind}target)"
        )


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def _body(root: Element) -> tuple[tuple[Block, ...], str, tuple[Tag, ...]]:
    blocks: list[Block] = []
    texts: list[str] = []
    tags: list[Tag] = []
    reached = 0
    for element in text_blocks(root):
        text, found = inline_text(element, reached)
        blocks.append(Block(element, reached))
        texts.append(text)
        tags.extend(found)
        reached += len(text) + len(PARAGRAPH_BREAK)
    return tuple(blocks), PARAGRAPH_BREAK.join(texts), tuple(tags)


def text_length(element: Element) -> int:
    """How many code points of text an element holds, its tail left out."""
    return sum(map(len, element.itertext()))


def text_blocks(parent: Element) -> Iterator[Element]:
    """The blocks that hold text, in reading order; a list item with paragraphs is not one."""
    for child in parent:
        holds_blocks = any(grandchild.tag in ("p", "ul", "ol") for grandchild in child)
        if child.tag in TEXT_BLOCKS and not holds_blocks:
            yield child
        else:
            yield from text_blocks(child)


def inline_text(element: Element, start: int) -> tuple[str, list[Tag]]:
    """The text of a block, and its tags with offsets from `start`."""
    pieces: list[str] = []
    tags: list[Tag] = []

    def walk(node: Element, reached: int) -> int:
        reached = add(node.text, reached)
        for child in node:
            begun = reached
            reached = walk(child, reached)
            if child.tag == TAG_ELEMENT and reached > begun:
                tags.append(_tag(child, begun, reached))
            reached = add(child.tail, reached)
        return reached

    def add(text: str | None, reached: int) -> int:
        pieces.append(text or "")
        return reached + len(text or "")

    walk(element, start)
    return "".join(pieces), tags


def _tag(element: Element, start: int, end: int) -> Tag:
    kind, targets = element.attrib["kind"], element.attrib["targets"]
    names = (targets,) if kind == "date" else tuple(filter(None, targets.split(",")))
    return Tag(start, end, kind, names)  # type: ignore[arg-type]


def _take_timeline(root: Element, path: str, text: str) -> tuple[Entry, ...]:
    """Cuts the timeline section, the last of the file, out of the tree."""
    blocks = list(root)
    heading = next((block for block in reversed(blocks) if _is_timeline_heading(block)), None)
    if heading is None:
        return ()
    section = blocks[blocks.index(heading) :]
    for block in section:
        root.remove(block)
    items = [item for block in section[1:] for item in block if block.tag == "ul"]
    lines = dict(enumerate(entry_lines(text)))
    return tuple(_entry(item, path, lines.get(n)) for n, item in enumerate(items))


def _is_timeline_heading(block: Element) -> bool:
    return block.tag == "h2" and (block.text or "").strip() == "Timeline" and not len(block)


def entry_lines(text: str) -> list[int]:
    """The line on which each entry of a file's timeline begins."""
    lines = list(enumerate(text.split("\n"), 1))
    heading = max((number for number, line in lines if TIMELINE.match(line)), default=1)
    return [number for number, line in lines if number > heading and BULLET.match(line)]


def _entry(item: Element, path: str, line: int | None) -> Entry:
    block = next(text_blocks([item]), item)  # type: ignore[arg-type]
    text, tags = inline_text(block, 0)
    date = tags[0] if tags and tags[0].kind == "date" and tags[0].start == 0 else None
    if date is None or not text.startswith(":", date.end):
        raise MarkupError(
            path,
            line,
            f"a timeline entry without its date: {text[:40]!r}",
            "begin it with [2012-06-19]({date}2012-06-19): and the sentence",
        )
    begin = date.end + 1 + text.startswith(" ", date.end + 1)
    moved = tuple(Tag(t.start - begin, t.end - begin, t.kind, t.targets) for t in tags[1:])
    return Entry(date.targets[0], text[begin:], moved)
