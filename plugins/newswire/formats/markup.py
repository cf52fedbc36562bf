"""XML and HTML made safe to read, and their text as paragraphs.

No entity is expanded, no document type or style sheet read, nothing fetched: a declaration of
entities is refused, depth and number of tags are limited.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from html.entities import html5

from lxml import etree
from lxml import html as lxml_html

from newswire.errors import FormatError
from newswire.formats import paragraphs
from newswire.formats.decode import decode
from newswire.model import Caution

Element = etree._Element

MOST_TAGS = 400_000
"""More tags than this are an attack on memory, not a news file."""

DEEPEST_PAGE = 400
"""Levels of nesting; real pages stay below a hundred."""

_NESTING = re.compile(
    r"<(/?)(?:div|span|section|article|table|ul|ol|font|b|i|em|strong|a|center|blockquote)\b",
    re.IGNORECASE,
)
_XML_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_REFERENCE = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});?")
_CONTROLS = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|&#(?:x0*1?[0-9a-fA-F]|0*[12]?\d|0*3[01]);"
)
_PROLOGUE = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]{0,500}(?:\[[^\]]{0,2000}\]\s*)?>", re.IGNORECASE)
_BLANK = re.compile(r"[ \t\r\n\f]+")

_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "aside",
        "header",
        "footer",
        "main",
        "nav",
        "figure",
        "blockquote",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "caption",
        "thead",
        "tbody",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "pre",
        "address",
        "form",
        "fieldset",
        "block",
        "hl1",
        "hl2",
        "hl3",
        "hr",
        "body",
        "body.content",
        "center",
        "nitf-table",
        "fn",
        "bq",
        "lead",
        "paragraph",
    ]
)
_SKIPPED = frozenset(
    [
        "script",
        "style",
        "head",
        "title",
        "noscript",
        "template",
        "iframe",
        "object",
        "svg",
        "media",
        "media-caption",
        "figcaption",
        "button",
        "select",
        "option",
        "input",
        "nav",
        "form",
    ]
)


def parse_xml(data: bytes, source: str) -> tuple[Element, tuple[Caution, ...]]:
    """The root of an XML file, namespaces taken off its tags, and what was repaired.

    Raises `FormatError` for XML that is cut off or malformed, too deep or too large, or that
    declares entities.
    """
    text, warnings = decode(data, source)
    text = _CONTROLS.sub("", _PROLOGUE.sub("", text, count=1)).lstrip()
    if re.search(r"<!ENTITY", text, re.IGNORECASE):
        raise FormatError(source, None, "the XML declares entities", "remove its <!ENTITY lines")
    if text.count("<") > 2 * MOST_TAGS:
        raise FormatError(source, None, "the XML has too many tags", "split the file")
    text = _character_references(_DOCTYPE.sub("", text, count=1))
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False,
        remove_comments=True, remove_pis=True, huge_tree=False, strip_cdata=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        line = error.lineno or None
        reason = f"the XML is broken or cut off: {(error.msg or 'no root').split(', line')[0]}"
        raise FormatError(source, line, reason, "fetch the file again") from error
    _strip_namespaces(root)
    return root, warnings


def parse_html(text: str) -> Element:
    """The root of HTML, as forgiving as a browser but for depth and number of tags."""
    text = _CONTROLS.sub("", text)
    if text.count("<") > MOST_TAGS:
        text = text[: 4 * MOST_TAGS]
    parser = lxml_html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    data = text.encode("utf-8") if text.strip() else b"<p></p>"
    return lxml_html.document_fromstring(data, parser=parser)


def too_deep(text: str) -> bool:
    """Whether HTML nests elements that need an end tag deeper than any page does."""
    depth = 0
    for match in _NESTING.finditer(text):
        depth += -1 if match[1] else 1
        if depth > DEEPEST_PAGE:
            return True
    return False


def is_xml(data: bytes) -> bool:
    """Whether `data` begins as XML does, after comments and blanks."""
    return bool(re.match(rb"(?:\xef\xbb\xbf)?\s*<[?!A-Za-z]", data[:200])) or _is_wide_xml(data)


def root_name(data: bytes) -> str:
    """The local name of the first element within the first 8 KB of an XML file, in lower case."""
    head = data[:8192]
    if _is_wide_xml(head):
        head = head.replace(b"\0", b"")
    head = re.sub(rb"<!--.{0,8192}?-->", b"", head, flags=re.DOTALL)
    match = re.search(rb"<(?:[A-Za-z_][\w.-]{0,40}:)?([A-Za-z_][\w.-]{0,60})", head)
    return match[1].decode("ascii").lower() if match else ""


def _is_wide_xml(data: bytes) -> bool:
    return data[:6] in {b"\xff\xfe<\0?\0", b"\xfe\xff\0<\0?"} or data[:4] in {b"<\0?\0", b"\0<\0?"}


def raw_text(element: Element) -> str:
    """All text within an element, blanks and line ends as they are."""
    return "".join(text for text in element.itertext() if isinstance(text, str))


def text_of(element: Element | None) -> str | None:
    """The text of an element on one line, or None if it has none."""
    if element is None:
        return None
    return " ".join(raw_text(element).split()) or None


def find_text(element: Element, *paths: str) -> str | None:
    """The text of the first element found at one of `paths`."""
    for path in paths:
        for found in element.iterfind(path):
            if text := text_of(found):
                return text
    return None


def attribute(element: Element, path: str, name: str) -> str | None:
    """The attribute `name` of the first element at `path` that has it, or None."""
    values = (found.get(name, "").strip() for found in element.iterfind(path))
    return next(filter(None, values), None)


def blocks(root: Element) -> tuple[str, ...]:
    """The paragraphs of an element: one for each block, a newline for each line break."""
    parts: list[str] = []
    for run in _runs(root):
        parts.extend(part for part in run.split("\n\n") if part.strip())
    return tuple(parts)


def html_paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a piece of HTML that may have been escaped once or twice too often."""
    for _ in range(3):
        if not re.search(r"&(?:lt|amp;lt|#60);/?(?:p|br|div)\b", text, re.IGNORECASE):
            break
        text = html.unescape(text)
    if "<" not in text and "&" not in text:
        return paragraphs.paragraphs(text.split("\n"))
    return tuple(_unescaped(part) for part in blocks(parse_html(text)))


def _unescaped(text: str) -> str:
    """`text` with the references that double escaping left (`&amp;apos;`) decoded."""
    return html.unescape(text) if re.search(r"&(?:[a-z]{2,6}|#\d{2,5});", text) else text


def _runs(root: Element) -> Iterator[str]:
    """The text between one block's edge and the next; preformatted text as paragraphs."""
    run: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    preformatted = 0
    for event, element in walk:
        name = element.tag if isinstance(element.tag, str) else ""
        if event == "start" and (name in _SKIPPED and element is not root):
            walk.skip_subtree()
            continue
        if name in _BLOCKS:
            yield _joined(run, preformatted)
            run = []
        if event == "start":
            preformatted += name == "pre"
            run.append(_text(element.text, preformatted))
        else:
            preformatted -= name == "pre"
            run.append(_after(name))
            if element is not root:
                run.append(_text(element.tail, preformatted))
    yield _joined(run, 0)


def _after(name: str) -> str:
    return {"br": "\n", "tr": "\n", "td": "\t", "th": "\t"}.get(name, "")


def _text(text: str | None, preformatted: int) -> str:
    if not text:
        return ""
    return text if preformatted else _BLANK.sub(" ", text)


def _joined(run: Iterable[str], preformatted: int) -> str:
    text = "".join(run)
    if preformatted or "\n" in text.strip():
        lines = [re.sub(r" *\t *$", "", line) for line in text.split("\n")]
        return "\n\n".join(paragraphs.paragraphs(lines))
    return text.strip()


def _strip_namespaces(root: Element) -> None:
    for element in root.iter("{*}*"):
        element.tag = etree.QName(element).localname


def _character_references(text: str) -> str:
    """`text` with HTML's named references as characters, for XML knows only five of them.

    Within CDATA sections they are left to the HTML that stands there.
    """
    parts, start = [], 0
    while (opening := text.find("<![CDATA[", start)) >= 0:
        closing = text.find("]]>", opening)
        parts.append(_REFERENCE.sub(_character, text[start:opening]))
        start = len(text) if closing < 0 else closing
        parts.append(text[opening:start])
    parts.append(_REFERENCE.sub(_character, text[start:]))
    return "".join(parts)


def _character(match: re.Match[str]) -> str:
    name = match[1]
    if name in _XML_ENTITIES and match[0].endswith(";"):
        return match[0]
    return html5.get(name + ";") or "&amp;" + match[0][1:]
