"""What a person may write into a dispatch by hand, and what is refused with place and remedy."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from newswire.errors import MarkupError
from newswire.markup import Decoration, Entry, Story, Tag, dumps, loads, parse, render

HEADER = "Title: A title\nSource: seeds/a.txt\n\n"


def rendered(body: str, decorations: tuple[Decoration, ...] = ()) -> str:
    def show(tag: Tag, inner: Markup) -> Markup:
        return Markup("<{}>{}</{}>").format(tag.kind, inner, tag.kind)

    return render(parse(HEADER + body), show, decorations)


@pytest.mark.parametrize(
    ("written", "body"),
    [
        ("Plain text.", "Plain text."),
        ("*Stressed* and **strong** text.", "Stressed and strong text."),
        ("A [link](https://example.org/) of the editor.", "A link of the editor."),
        ("## A heading\n\nText.", "A heading\n\nText."),
        ("- one\n- two", "one\n\ntwo"),
        ("> quoted", "quoted"),
        ("AT&amp;T, &eacute; and &#8212;", "AT&T, é and —"),
        ("&nosuch; &#1114112; &#xd800;", "&nosuch; &#1114112; &#xd800;"),
        ("`no code` and <b>no HTML</b>", "`no code` and <b>no HTML</b>"),
        ("    no code either", "no code either"),
        ("![no](https://example.org/x.png)", "![no](https://example.org/x.png)"),
    ],
)
def test_hand_written_markdown_has_this_text(written: str, body: str) -> None:
    assert loads(HEADER + written + "\n").body == body


@pytest.mark.parametrize(
    ("written", "kind", "targets"),
    [
        ("[words]({leader}vladimir-putin)", "leader", ("vladimir-putin",)),
        ("[words]({leader}a,b)", "leader", ("a", "b")),
        ("[words]({by})", "by", ()),
        ("[words]({date}2012-06-16/2012-06-17)", "date", ("2012-06-16/2012-06-17",)),
        ("[words]({date}2011~)", "date", ("2011~",)),
        ("**[words]({country}RUS)**", "country", ("RUS",)),
        ("[*words*]({person}jay-carney)", "person", ("jay-carney",)),
    ],
)
def test_hand_written_tag(written: str, kind: str, targets: tuple[str, ...]) -> None:
    (tag,) = loads(f"{HEADER}Some {written} here.\n").tags
    assert (tag.start, tag.end, tag.kind, tag.targets) == (5, 10, kind, targets)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JavaScript:x", "data:text/html,x", "vbscript:x"]
)
def test_dangerous_address_becomes_none(address: str) -> None:
    assert "href" not in rendered(f"A [link]({address}).")


@pytest.mark.parametrize(
    "address", ["https://example.org/", "../2012/", "{filename}/a.md", "#place"]
)
def test_own_address_stays(address: str) -> None:
    assert f'href="{address}"' in rendered(f"A [link]({address}).")


def test_tag_is_shown_by_its_renderer() -> None:
    assert (
        rendered("In [Moscow]({country}RUS) today.") == "<p>In <country>Moscow</country> today.</p>"
    )


@pytest.mark.parametrize(
    ("span", "html"),
    [
        ((0, 2), "<p><i>In</i> <country>Moscow</country> today.</p>"),
        ((0, 9), "<p><i>In <country>Moscow</country></i> today.</p>"),
        ((0, 5), "<p><i>In <country>Moscow</country></i> today.</p>"),
        ((5, 16), "<p>In <i><country>Moscow</country> today.</i></p>"),
        ((10, 16), "<p>In <country>Moscow</country> <i>today.</i></p>"),
    ],
)
def test_decoration_never_cuts_a_tag(span: tuple[int, int], html: str) -> None:
    decoration = Decoration(*span, Markup("<i>"), Markup("</i>"))
    assert rendered("In [Moscow]({country}RUS) today.", (decoration,)) == html


def test_timeline_is_no_part_of_the_body() -> None:
    text = f"{HEADER}Text.\n\n## Timeline\n\n- [2012]({{date}}2012): In [Moscow]({{country}}RUS).\n"
    story = loads(text)
    assert story.body == "Text."
    assert story.timeline == (Entry("2012", "In Moscow.", (Tag(3, 9, "country", ("RUS",)),)),)


@pytest.mark.parametrize(
    ("text", "line", "reason", "remedy"),
    [
        (HEADER + "x\n\nTimeline\n----\n\n* [2012]({date}2012): a.\n* b", 10, "its date", "begin"),
        ("Title: a\nno field\n\nText.", 2, "no field", "Key: value"),
        ("Title: a\nTitle: b\n\nText.", 2, "stands twice", "keep one"),
        (HEADER + "[a]({leadr}b)", 4, "unknown tag {leadr}", "did you mean {leader}?"),
        (HEADER + "[a]({zzzz}b)", 4, "unknown tag {zzzz}", "known are"),
        (HEADER + "x\n\n[a]({country}RUS and", 6, "not closed", "[words]({kind}target)"),
        (HEADER + "[a]({country}the Russians)", 4, "not closed", "[words]({kind}target)"),
        (HEADER + "<<<<<<< a\nx\n=======\ny\n>>>>>>> b", 4, "conflict", "delete the lines"),
        (HEADER + "x\n\n## Timeline\n\n- no date", 8, "without its date", "[2012-06-19]"),
        (HEADER + "x\n\n## Timeline\n\n- [2012]({date}2012) no colon", 8, "its date", "begin"),
    ],
)
def test_mistake_is_told_with_line_and_remedy(
    text: str, line: int, reason: str, remedy: str
) -> None:
    with pytest.raises(MarkupError) as caught:
        loads(text, "a.md")
    error = caught.value
    assert (error.path, error.line) == ("a.md", line)
    assert reason in error.message
    assert remedy in (error.hint or "")


@pytest.mark.parametrize(
    "tags",
    [
        (Tag(0, 3, "country", ("RUS",)), Tag(2, 5, "country", ("USA",))),
        (Tag(4, 6, "country", ("RUS",)), Tag(0, 2, "country", ("USA",))),
        (Tag(0, 99, "country", ("RUS",)),),
        (Tag(3, 3, "country", ("RUS",)),),
        (Tag(0, 12, "country", ("RUS",)),),
        (Tag(0, 3, "country", ("a b",)),),
        (Tag(0, 3, "country", ("a)",)),),
    ],
    ids=["overlap", "order", "outside", "empty", "over paragraphs", "blank", "bracket"],
)
def test_story_that_cannot_be_written_is_refused(tags: tuple[Tag, ...]) -> None:
    with pytest.raises(ValueError, match=r"tag|target"):
        dumps(Story((("Title", "t"),), "one two\n\nthree", tags))
