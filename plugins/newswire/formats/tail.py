"""What stands below a story: sign-offs and notes, end marks, furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from newswire.formats.agencies import Agencies
from newswire.formats.dates import read_stamp
from newswire.formats.furniture import is_closer, is_furniture
from newswire.formats.paragraphs import has_words, is_prose
from newswire.formats.vocabulary import alternatives, table

LATTER_PART = 0.4
"""A heading that opens related links or contacts counts after this share of the paragraphs."""

_DPA = r"dpa(?: [a-z]{2,3}){1,5}"
_INITIALS = re.compile(
    r"[(\[]?(?:[A-Za-z]{2,8}[\\/|]+){1,5}[A-Za-z]{2,6}[)\]]?"
    r"|[a-z]{2,3}/|[a-z]{2,3}-[a-z]{2,3}|[A-Z]{2,5} [a-z]{2,3}/[a-z]{0,3}"
    rf"|{_DPA}"
)
# Initials that only their place tells from words and names (`or`, `U.S.`).
_BARE_INITIALS = re.compile(r"[a-z]{2,3}|[A-Z](?:\.[A-Z]){1,3}\.?")
_CREDIT = re.compile(
    r"\s*(?:\([^()]{2,40} = [^()]{2,60}\)\s*)?"
    r"\((?:Additional |Reporting|Writing|Editing|Compiled)[^()]{5,250}\)$"
)
_EXCHANGE_RATE = re.compile(r"\(?\$?[\d.,]+ ?\S* = [^()]{2,60}\)?")
_CONTACT = re.compile(r"[(\[].*\S@\w[\w-]*\.\w.*[)\]]")
_DESK = r"(?:[A-Z]{2,5}|(?:[a-z]{2,4}/)+[a-z]{2,4})"
"""Whose initials follow the agency's name (`PTI ABC XY`, `AFP ab/cd`)."""
_STOPS = re.compile(r"[.!?…:;,][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Tail:
    """A story without its tail: `body` paragraphs, and what was taken off, in order."""

    body: tuple[str, ...]
    notes: tuple[str, ...] = ()
    boilerplate: tuple[str, ...] = ()
    byline: str | None = None


def split_tail(paragraphs: Sequence[str], agencies: Agencies, *, page: bool) -> Tail:
    """Takes from the end of a story whatever is not story, line by line.

    On a `page`, a few short lines without a full stop under two paragraphs of prose are its
    furniture, whatever they say.
    """
    paragraphs = [piece for part in paragraphs for piece in _at_closer(part)]
    cut = _closer(paragraphs)
    if page:
        cut = _prose_end([_closing_mark(agencies).sub("", part) for part in paragraphs[:cut]])
    lines = [line for part in paragraphs[cut:] for line in part.split("\n")]
    notes = [line for line in lines if is_note(line) or _BARE_INITIALS.fullmatch(line.strip())]
    boilerplate = [line for line in lines if line not in notes]
    byline = None
    body = list(paragraphs[:cut])
    while body:
        rest, newline, line = body[-1].rpartition("\n")
        signed = _signature(line, agencies)
        if is_note(line) or signed or _are_initials(line, rest or (body[-2:-1] or [""])[0]):
            notes.insert(0, line)
            byline = byline or signed
        elif _is_end_mark(line, agencies) or is_furniture(line) or _is_clock(line):
            boilerplate.insert(0, line)
        else:
            break
        body[-1:] = [rest] if newline else []
    body, closing, signed = _inline(body, agencies)
    return Tail(tuple(body), tuple(notes), (*closing, *boilerplate), byline or signed)


def is_note(line: str) -> bool:
    """Whether `line`, standing below a story, is a sign-off, a credit or a desk's initials."""
    text = line.strip()
    if len(text) > 400:
        return False
    opened = text.lstrip("([#-*–— ").casefold()
    if _below().match(opened) and (text[0] in "([" or len(text) < 200):
        return True
    if any(whole.fullmatch(text) for whole in (_INITIALS, _EXCHANGE_RATE, _CONTACT)):
        return True
    return len(text) < 300 and bool(_contributor().search(text.casefold()))


def _are_initials(line: str, before: str) -> bool:
    """Whether `line` is a desk's initials: under a full sentence, not the last of short lines."""
    text = line.strip()
    common = text in table("words.toml")["open_words"]
    return bool(_BARE_INITIALS.fullmatch(text)) and not common and is_prose(before)


def _closer(paragraphs: Sequence[str]) -> int:
    """Where related links, contacts or a company's portrait begin; the end if nowhere."""
    first = max(1, int(len(paragraphs) * LATTER_PART))
    for index in range(first, len(paragraphs)):
        line = paragraphs[index].split("\n", 1)[0].strip()
        if is_closer(line) or _INITIALS.fullmatch(line):
            return index
    return len(paragraphs)


def _at_closer(paragraph: str) -> Iterator[str]:
    """`paragraph`, parted where related links follow its last full line without an empty one."""
    lines = paragraph.split("\n")
    for number, (before, line) in enumerate(pairwise(lines), 1):
        if is_closer(line.strip()) and (_stops(before) or not has_words(before, 9)):
            yield "\n".join(lines[:number])
            yield "\n".join(lines[number:])
            return
    yield paragraph


def _prose_end(paragraphs: Sequence[str]) -> int:
    """Where up to three short lines without a full stop follow the last paragraph of prose."""
    prose = [i for i, part in enumerate(paragraphs) if _stops(part) and has_words(part, 9)]
    last = prose[-1] + 1 if len(prose) >= 2 else len(paragraphs)
    rest = paragraphs[last:]
    loose = all(not has_words(part, 13) and not _stops(part) for part in rest)
    return last if loose and len(rest) <= 3 else len(paragraphs)


def _stops(text: str) -> bool:
    return bool(_STOPS.search(text[-12:]))


def _is_end_mark(line: str, agencies: Agencies) -> bool:
    return bool(_end_marks(agencies).fullmatch(line.strip()))


def _is_clock(line: str) -> bool:
    """Whether a line is the time of filing below a story: `141030 GMT Aug 15`."""
    stamp = read_stamp(line.strip())
    return stamp is not None and stamp.clock is not None


def _inline(body: list[str], agencies: Agencies) -> tuple[list[str], tuple[str, ...], str | None]:
    """Takes an end mark, or a reporter's sign-off, off the end of the last paragraph."""
    if not body:
        return body, (), None
    last = body[-1]
    credit = _CREDIT.search(last[-300:])
    if credit and len(last) > len(credit.group()):
        return (
            [*body[:-1], last[: len(last) - len(credit.group())]],
            (credit.group().strip(),),
            None,
        )
    mark = _closing_mark(agencies).search(last[-80:])
    if mark and len(last) > len(mark.group()):
        cut = len(last[-80:]) - mark.start()
        return [*body[:-1], last[:-cut].rstrip()], (mark.group().strip(),), None
    start = max(last.rfind(stop) for stop in (". ", '." ', ".'' ", ".” ", "? ", "! "))
    sentence = last[start + 1 :].lstrip("\"'” ") if start > 0 else ""
    if signed := _signature(sentence, agencies):
        return [*body[:-1], last[: len(last) - len(sentence)].rstrip()], (sentence,), signed
    return body, (), None


def _signature(line: str, agencies: Agencies) -> str | None:
    """The reporter who signs off (`Ann Carver, VOA News, Geneva.`), or None."""
    if len(line) > 100:
        return None
    match = _sign_off(agencies).fullmatch(line.strip())
    return match["name"] if match else None


@cache
def _sign_off(agencies: Agencies) -> re.Pattern[str]:
    known = alternatives(agencies.known_marks())
    name = r"(?P<name>[A-Z][\w'.-]+(?: [A-Z][\w'.-]+){1,3}?)"
    return re.compile(rf"{name},? (?:for )?(?:{known})(?: news)?(?:,? [A-Z][\w.' -]+)?\.?")


@cache
def _end_marks(agencies: Agencies) -> re.Pattern[str]:
    own = (mark for facts in agencies.facts for mark in facts.end_marks)
    marks = alternatives((*own, *table("words.toml")["notes"]["end_marks"]))
    return re.compile(rf"{marks}|{_signed(agencies)}(?:\s{_DESK}){{1,6}}")


@cache
def _closing_mark(agencies: Agencies) -> re.Pattern[str]:
    """An end mark, or an agency's name with its desk's initials (`PTI ABC XY`), at the end of a
    paragraph; bare numbers and words of prose do not count."""
    own = (mark for facts in agencies.facts for mark in facts.end_marks)
    marks = [m for m in (*own, *table("words.toml")["notes"]["end_marks"]) if not m.isdigit()]
    signed = rf"{_signed(agencies)}(?:\s{_DESK}){{0,6}}"
    return re.compile(rf"(?<=[.!?\"”')])\s+(?:{alternatives(marks)}|{signed}|{_DPA})$")


def _signed(agencies: Agencies) -> str:
    """A pattern for an agency's name below its story, bare or in brackets: `PTI`, `(AFP)`."""
    return rf"[-–—(/]{{0,2}}\s?(?:{alternatives(agencies.known_marks())})[)/]?"


@cache
def _below() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(table('words.toml')['notes']['below'])})(?!\w)")


@cache
def _contributor() -> re.Pattern[str]:
    return re.compile(alternatives(table("words.toml")["notes"]["contributor"]))
