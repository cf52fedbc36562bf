"""Hostile and broken files: a clear error or a right result, in time, without the network."""

from __future__ import annotations

import re
import resource
import socket
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newswire.errors import FormatError
from newswire.formats import read
from newswire.formats.agencies import load_agencies
from newswire.formats.compose import LONGEST_STORY
from newswire.formats.readers.mail import MOST_FIELDS
from newswire.model import Dispatch

AGENCIES = load_agencies()
CORPUS = [
    path.read_bytes()
    for path in sorted((Path(__file__).parent / "corpus").iterdir())
    if not path.name.endswith(".expected.json")
]
SENTENCE = b"The minister said on Tuesday that talks would resume in Geneva next week. "
NITF = b"<nitf><body><body.content>%s</body.content></body></nitf>"

MAIL = b"From: a@b.example\nSubject: c\nDate: Wed, 3 Apr 2013 14:05:01 +0200\n"
PART = b"Content-Type: %s\n\n--x\n"

REFUSED = {
    "empty": (b"", "empty"),
    "blank": (b" \n\t\n", "empty"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(99), "PNG"),
    "noise": (bytes(range(1, 9)) * 40, "binary"),
    "nulls": (b"text" + b"\0\1\2\3" * 99, "binary"),
    "half UTF-16": ("A story of a few words.".encode("utf-16")[:-1], "UTF-16"),
    "external entity": (
        b'<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + NITF % b"<p>&x;</p>",
        "entities",
    ),
    "recursive entity": (
        b'<!DOCTYPE nitf [<!ENTITY a "&b;&b;"><!ENTITY b "&a;">]>' + NITF % b"<p>&a;</p>",
        "entities",
    ),
    "cut off XML": (NITF[:40], "cut off"),
    "deep XML": (NITF % (b"<block>" * 100_000 + b"</block>" * 100_000), "deep|depth|Excessive"),
    "deep HTML": (b"<html><body>" + b"<div>" * 100_000 + SENTENCE, "deep"),
    "deep JSON": (b'{"headline":' + b"[" * 100_000 + b"]" * 100_000 + b"}", "deep"),
    "cut off JSON": (b'{"headline": "A headli', "cut off"),
    "cut off SGML": (b"<DOC>\n<DOCNO> APW1 </DOCNO>\n<TEXT>\nThe talks", "not closed"),
    "deep mail": (MAIL + PART % b"multipart/mixed; boundary=x" * 900, "deep"),
    "mail of mails": (MAIL + b"Content-Type: message/rfc822\n\n" * 2000, "deep|kB of fields"),
    "mail of comments": (MAIL + b"Content-Type: " + b"(" * 60_000 + b"\n\nText.\n", "deep"),
}
SPLIT = MAIL + b"Content-Type: multipart/mixed; boundary=x\n\n"
LEFT = MOST_FIELDS - len(MAIL)
# Each would take a hundred megabytes or a minute, and is refused at the line that is too much.
ATTACKS = {
    "many fields": (MAIL + b"X-A: b\n" * 1_000_000, 4 + LEFT // 7),
    "a field of many lines": (MAIL + b"X-A: b\n" + b" c\r\n" * 1_000_000, 5 + (LEFT - 7) // 3),
    "a long field": (MAIL + b"X-A: " + b"=?utf-8?q?abc?= " * 300_000 + b"\n", 4),
    "many fields in a part": (SPLIT + b"--x\n" + b"X-A: b\n" * 1_000_000, 7 + (LEFT - 42) // 7),
    "many parts": (SPLIT + b"--x\n\na\n" * 1_000_000, 3006),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_with_a_reason(name: str) -> None:
    data, reason = REFUSED[name]
    with pytest.raises(FormatError, match=reason) as caught:
        read(data, f"{name}.txt", AGENCIES)
    assert caught.value.path == f"{name}.txt"
    assert caught.value.hint


@pytest.mark.parametrize("name", ATTACKS)
def test_mail_that_would_choke_its_parser_is_refused_at_its_line(name: str) -> None:
    data, line = ATTACKS[name]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(FormatError, match="the mail has more than") as caught:
        read(data, "a.eml", AGENCIES)
    assert (caught.value.line, bool(caught.value.hint)) == (line, True)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000  # kilobytes


def test_mail_with_much_above_its_story_is_read() -> None:
    many = b"Received: from mx.example by mx2.example; Wed, 3 Apr 2013 14:05:01 +0200\n" * 500
    (dispatch,) = read(many + MAIL + b"\n" + SENTENCE, "a.eml", AGENCIES)
    assert dispatch.body == SENTENCE.decode().strip()


# Each is one story too long to annotate, within its format's own limits.
ENDLESS: dict[str, tuple[bytes, int | None]] = {
    "text in one line": (SENTENCE * 270_000, 1),
    "text of many lines": (b"HEADLINE: Talks\n\n" + SENTENCE.strip() + (b"\nGo on." * 599_000), 3),
    "mail": (MAIL + b"\n" + b"The talks go.\n" * 1_000_000, None),
    "ninjs": (b'{"headline":"x","body_text":"' + SENTENCE * 270_000 + b'"}', None),
    "headline": (b'{"body_text":"x","headline":"' + SENTENCE * 14_000 + b'"}', None),
    "nitf": (NITF % (b"<p>" + SENTENCE * 100_000 + b"</p>"), None),
    "html": (b"<html><body><p>" + SENTENCE * 60_000 + b"</p></body></html>", None),
    "sgml": (b"<DOC><DOCNO> A1 </DOCNO><TEXT>\n" + SENTENCE * 100_000 + b"\n</TEXT></DOC>", None),
    "zczc": (b"ZCZC\nA1\n" + SENTENCE * 100_000 + b"\nNNNN\n", None),
}


@pytest.mark.parametrize("name", ENDLESS)
def test_a_story_without_end_is_refused_in_time(name: str) -> None:
    data, line = ENDLESS[name]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.process_time()
    with pytest.raises(FormatError, match=r"one story has [\d,]+ characters, more than") as caught:
        read(data, "x", AGENCIES)
    assert (caught.value.line, bool(caught.value.hint)) == (line, True)
    assert time.process_time() - started < 10
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300_000  # kilobytes


def test_a_story_as_long_as_a_book_is_read() -> None:
    book = SENTENCE * (LONGEST_STORY // len(SENTENCE))
    (dispatch,) = read(book, "x", AGENCIES)
    assert dispatch.body == book.decode().strip()


def test_a_thousand_stories_in_one_file() -> None:
    story = "A headline of some words\n\nVIENNA, June {}, 2012 (Sample Wire) - {}\n\n{}\n"
    parts = [story.format(n % 28 + 1, SENTENCE.decode(), "=" * 40) for n in range(1000)]
    started = time.process_time()
    dispatches = read("\n".join(parts).encode(), "x", AGENCIES)
    assert len(dispatches) == 1000
    assert {len(dispatch.body) for dispatch in dispatches} == {len(SENTENCE.strip())}
    assert time.process_time() - started < 6  # ten thousand in a minute


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a reader used the network")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    page = (
        b'<!DOCTYPE html PUBLIC "-//W3C//DTD" "http://example.org/x.dtd"><html><head>'
        b'<link rel=stylesheet href="http://example.org/x.css"></head><body><h1>Title of it</h1>'
        b'<img src="http://example.org/x.png"><p>' + SENTENCE * 3 + b"</p></body></html>"
    )
    document = b'<!DOCTYPE nitf SYSTEM "http://example.org/x.dtd">' + NITF % b"<p>The talks.</p>"
    for data in (page, document):
        assert read(data, "x", AGENCIES)[0].body


def assert_sound(dispatch: Dispatch) -> None:
    """What a body promises: paragraphs parted by one empty line, no control characters."""
    assert dispatch.body == dispatch.body.strip("\n")
    assert "\n\n\n" not in dispatch.body
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", dispatch.body)
    assert dispatch.published is None or dispatch.published_partial is None


def read_or_refuse(data: bytes) -> None:
    try:
        dispatches = read(data, "x", AGENCIES)
    except FormatError:
        return
    for dispatch in dispatches:
        assert_sound(dispatch)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    read_or_refuse(data)


@given(st.text(max_size=400))
def test_any_text_is_read_or_refused(text: str) -> None:
    read_or_refuse(text.encode("utf-8", errors="replace"))


@given(st.sampled_from(CORPUS), st.data())
def test_damaged_files_are_read_or_refused(data: bytes, choice: st.DataObject) -> None:
    start = choice.draw(st.integers(0, len(data)))
    end = choice.draw(st.integers(start, min(len(data), start + 60)))
    read_or_refuse(data[:start] + choice.draw(st.binary(max_size=12)) + data[end:])
