"""Whatever the text, nothing is lost between a story, its Markdown and the page."""

from __future__ import annotations

import re
import unicodedata

import lxml.html
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markupsafe import Markup

from newswire.markup import Entry, Story, Tag, dumps, loads, parse, render
from newswire.markup.header import clean_value
from newswire.markup.story import KINDS

# What Markdown, HTML, Jinja, Pelican, merges, or Python-Markdown's own placeholders may take
# for theirs.
FRAGMENTS = (
    *("*", "**", "_", "__", "`", "``", "```\n", "~~~\n", "~~", "\\", "|", "| a | b |\n|---|---|\n"),
    *(
        "# ",
        "## Timeline\n\n",
        "> ",
        "- ",
        "+ ",
        "* ",
        "1. ",
        "1) ",
        "---\n",
        "===\n",
        "    ",
        "\t",
    ),
    *("[", "]", "(", ")", "{", "}", "!", "![a](b)", "[a](b)", "[a][b]", "[b]: http://x.example\n"),
    *("]({country}RUS)", "[a]({leader}b)", "({date}2012)", "{filename}", "{{ site }}", "{% if %}"),
    *("<", ">", "<b>", "</b>", "<br>", "<!--", "-->", "<script>", "<a@b.example>", "<?php", "]]>"),
    *("&", "&amp;", "&#10;", "&#x0;", "&lt", "&copy;", "&unknown;", "&#1114112;", "&#xd800;", ";"),
    *(
        "\x02",
        "\x03",
        "\x02klzzwxh:0\x03",
        "klzzwxh:0000",
        "wzxhzdk:0",
        "\x02amp\x03",
        "\x0245\x03",
    ),
    *(
        ":",
        ": ",
        ":   a",
        "Title: a\n",
        "Source:",
        "=",
        "a\n=",
        "a\n-",
        "http://a.example",
        "\r",
        "\x85",
    ),
    *(
        "<<<<<<< a\n",
        "=======\n",
        ">>>>>>> a\n",
        "\u2028",
        "\u2029",
        "\xa0",
        "\ufeff",
        "\x0c",
        "\x1c",
    ),
    *(
        "\n",
        "\n\n",
        "\n\n\n",
        " ",
        "  \n",
        "word",
        "Moscow said",
        "é",
        "\u0301",
        "👍🏽",
        "مصر",
        "\U0010ffff",
    ),
)

LETTERS = st.characters(exclude_categories=["Cs"])
texts = st.one_of(
    st.text(LETTERS, max_size=60),
    st.lists(st.sampled_from(FRAGMENTS), max_size=12).map("".join),
    st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(LETTERS, max_size=5))).map("".join),
)
targets = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9~/.-]{0,12}", fullmatch=True)
keys = st.from_regex(r"[A-Z][A-Za-z0-9_-]{0,8}", fullmatch=True)
headers = st.dictionaries(keys, texts.map(clean_value), min_size=1, max_size=4).map(
    lambda fields: tuple(fields.items())
)


@st.composite
def tags_of(draw: st.DrawFn, text: str) -> tuple[Tag, ...]:
    """Tags as they may stand in a text: apart from each other, none over a paragraph's end."""
    edges = draw(st.lists(st.integers(0, len(text)), max_size=8).map(sorted))
    spans = zip(edges[::2], edges[1::2], strict=False)
    return tuple(
        Tag(start, end, kind, names)
        for start, end in spans
        if start < end and "\n\n" not in text[start:end]
        for kind in [draw(st.sampled_from(KINDS))]
        for names in [tuple(draw(st.lists(targets, min_size=kind != "by", max_size=_most(kind))))]
    )


def _most(kind: str) -> int:
    return 1 if kind == "date" else 3


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    text = draw(texts.filter(bool))
    return Entry(draw(targets), text, draw(tags_of(text)))


@st.composite
def stories(draw: st.DrawFn) -> Story:
    body = draw(texts)
    timeline = tuple(draw(st.lists(entries(), max_size=3)))
    return Story(draw(headers), body, draw(tags_of(body)), timeline)


def bare(body: str) -> Story:
    return Story((("Title", "A title"),), body)


@given(stories())
@example(bare("\x02klzzwxh:0000\x03 and &#2;"))
@example(bare("## Timeline\n\n- [2012]({date}2012): not a timeline"))
@example(bare("   indented\n\n\n\n\tcode\n"))
def test_what_is_written_is_read_back(story: Story) -> None:
    assert loads(dumps(story)) == story


@given(stories())
def test_writing_what_was_read_gives_the_same_file(story: Story) -> None:
    written = dumps(story)
    assert dumps(loads(written)) == written


@given(stories())
@example(bare("1986\\. A great year\n\n1986. A great year"))
def test_markdown_without_annotations_is_the_body(story: Story) -> None:
    assert plain_text(dumps(story)) == story.body


@given(stories())
def test_rendered_text_is_the_body(story: Story) -> None:
    html = render(parse(dumps(story)), lambda tag, inner: Markup("<b>{}</b>").format(inner))
    assert page_text(printable(html)) == printable(story.body)


@given(stories())
def test_rendered_html_has_no_element_of_the_text(story: Story) -> None:
    html = render(parse(dumps(story)), lambda tag, inner: Markup("<b>{}</b>").format(inner))
    names = {element.tag for element in lxml.html.fragment_fromstring(html, "div").iter()}
    assert names <= {"div", "p", "b"}


@pytest.mark.parametrize("kind", KINDS)
def test_tag_survives_around_each_fragment(kind: str) -> None:
    for fragment in FRAGMENTS:
        body = f"before {fragment.replace(chr(10), ' ')}x after"
        end = len(body) - len(" after")
        story = Story((("Title", "t"),), body, (Tag(len("before "), end, kind, ("a",)),))  # type: ignore[arg-type]
        assert loads(dumps(story)) == story


TAG = re.compile(
    r"(?<!\\)(?P<slashes>(?:\\\\)*)\[(?P<words>(?:\\.|[^\[\]\\])+)\]\(\{\w+\}[^()\s]*\)", re.S
)
WRITTEN = re.compile(r"\\([\\`*_\[\]#>+\-.)!{])|&(?:#(\d+)|(lt|amp));")


def plain_text(markdown: str) -> str:
    """The body in a Markdown file, found without Markdown: header, timeline and tags cut out."""
    body = markdown.partition("\n\n")[2].partition("\n\n## Timeline\n\n")[0]
    if body.startswith("## Timeline\n\n"):
        return ""
    untagged = TAG.sub(r"\g<slashes>\g<words>", body.removesuffix("\n"))
    return WRITTEN.sub(_undone, untagged)


def _undone(escape: re.Match[str]) -> str:
    character, number, name = escape.groups()
    if number:
        return chr(int(number))
    return character or {"lt": "<", "amp": "&"}[name]


def page_text(html: str) -> str:
    paragraphs = lxml.html.fragment_fromstring(html, "div").iter("p")
    return "\n\n".join(paragraph.text_content() for paragraph in paragraphs)


def printable(text: str) -> str:
    """Without control characters, which HTML cannot hold."""
    return "".join(char for char in text if char in "\t\n" or unicodedata.category(char) != "Cc")
