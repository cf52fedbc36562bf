"""A draft out of lines of plain text: the whole of a text file, or the text within a format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from newswire.formats import paragraphs
from newswire.formats.agencies import Agencies
from newswire.formats.bylines import introduction, speaker
from newswire.formats.compose import Draft
from newswire.formats.head import DEEPEST_HEAD, Head, Line, is_head_line, read_head, take_lines
from newswire.formats.headlines import is_issuer
from newswire.formats.labels import body_label
from newswire.formats.service import typeset_lines

LONGEST_LINE = 5_000
"""Code points of a line that tell what it is; a longer one is prose."""

NumberedLine = tuple[int, str]


def numbered(text: str) -> list[NumberedLine]:
    """The lines of `text` without control characters, with their 1-based numbers."""
    return list(enumerate(map(paragraphs.clean, text.split("\n")), 1))


def plain_draft(
    story: Sequence[NumberedLine], agencies: Agencies, *, format_: str, titled: bool = False
) -> Draft:
    """The draft of a story in plain text; `titled` if its headline is known from elsewhere."""
    lines = _lines(story, agencies)
    if not lines:
        return Draft(body="", format=format_)
    head = read_head(lines, agencies, titled=titled)
    first = lines[head.start]
    body = [text for number, text in story if number >= first.number]
    parts = typeset_lines(body[0])
    body = [*parts[-1:], *body[1:]] if len(parts) > 1 else body
    draft = filled(head, paragraphs.paragraphs(_unlabelled(body)), format_, line=first.number)
    draft = _under_issuer(draft)
    return _presented(draft, agencies) if body_label(first.text) is not None else draft


def _under_issuer(draft: Draft) -> Draft:
    """A release's draft, whose headline stands right above the text, below who issued it."""
    first, _, rest = draft.body.partition("\n\n")
    issuer = draft.headline
    if not issuer or not is_issuer(issuer) or not rest or paragraphs.is_prose(first):
        return draft
    if paragraphs.ends_sentence(first) or not paragraphs.has_words(first, 3):
        return draft
    headline = " ".join(first.split())
    return replace(draft, headline=headline, body=rest, boilerplate=(issuer, *draft.boilerplate))


def _presented(draft: Draft, agencies: Agencies) -> Draft:
    """A radio script's draft with what its presenter says of the reporter."""
    found = introduction(draft.body.split("\n\n", 1)[0], agencies)
    if found is None:
        return draft
    return replace(
        draft,
        byline=draft.byline or found.name,
        facts=draft.facts or found.facts,
        place=draft.place or found.place,
    )


def head_draft(
    head_lines: Iterable[str], body: Sequence[str], agencies: Agencies, *, format_: str
) -> Draft:
    """The draft of a wire message, whose format tells the lines of the head from the body's."""
    lines = [
        Line(n, n, " ".join(text.split())) for n, text in enumerate(head_lines, 1) if text.strip()
    ]
    head = take_lines(lines, agencies)
    return filled(head, paragraphs.paragraphs(body), format_, line=None)


def filled(head: Head, parts: Sequence[str], format_: str, line: int | None) -> Draft:
    """The draft that a head and the paragraphs below it make."""
    return Draft(
        body=paragraphs.join(parts),
        format=format_,
        headline=head.headline,
        byline=head.byline or speaker(head.headline or ""),
        agency=head.agency,
        facts=head.facts,
        section=head.section,
        slug=head.slug,
        version=head.version,
        keywords=head.keywords,
        language=head.language,
        place=head.place,
        stamps=tuple(head.stamps),
        embargo=head.embargo,
        correction=head.correction,
        killed=head.killed,
        url=head.url,
        notes=tuple(head.notes),
        boilerplate=tuple(head.boilerplate),
        line=line,
        page=True,
    )


def _lines(story: Sequence[NumberedLine], agencies: Agencies) -> list[Line]:
    """The lines with text of a story's beginning, those joined that only wrap."""
    width = paragraphs.wrap_width([text for _, text in story])
    found: list[Line] = []
    block, before = 0, ""
    for number, text in story:
        if len(found) > DEEPEST_HEAD + 1:
            break
        if not text.strip():
            block, before = block + 1, ""
            continue
        first, *more = (" ".join(part.split()) for part in typeset_lines(text[:LONGEST_LINE]))
        if before and paragraphs.wraps(before, text, width) and not is_head_line(first, agencies):
            last = found.pop()
            found.append(Line(last.number, last.block, f"{last.text} {first}"))
        else:
            found.append(Line(number, block, first))
        found.extend(Line(number, block, part) for part in more)
        before = text
    return found


def _unlabelled(lines: Sequence[str]) -> list[str]:
    """`lines` without the labels of a radio script (`INTRO:`, `TEXT:`)."""
    return [rest if (rest := body_label(line)) is not None else line for line in lines]
