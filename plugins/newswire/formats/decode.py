"""From bytes to text: which encoding, and what had to be repaired."""

from __future__ import annotations

import codecs
import re

import charset_normalizer
import ftfy
from ftfy.badness import is_bad

from newswire.errors import FormatError
from newswire.model import Caution

SAMPLE = 65_536
"""Bytes that are enough to tell an encoding by its letters."""

MOST_LINES = 600_000
"""More lines than this are no file of news; 10,000 long stories have fewer."""

LONGEST_REPAIR = 20_000
"""Code points of a line that is looked at for wrongly decoded letters."""

LEGACY = ["cp1252", "koi8_r", "cp1251", "iso8859_2", "cp1250", "mac_roman", "gb18030", "shift_jis",
          "euc_kr", "big5", "cp1256", "cp1253"]  # fmt: skip

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"ID3", "a sound file"),
    (b"RIFF", "a sound or video file"),
    (b"SQLite format 3", "a database"),
)
_WIRE_CONTROLS = frozenset(
    b"\t\n\r\x0b\x0c\x01\x02\x03\x04\x05\x11\x12\x13\x14\x15\x16\x18\x19\x1a\x1b\x1e\x1f\x7f"
)
_MOJIBAKE = re.compile(
    "[ÃÂâÐÑïÎÅÄ][\u0080-\u00bf\u2013-\u203a\u20ac\u2122\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc]"
)


def decode(data: bytes, source: str) -> tuple[str, tuple[Caution, ...]]:
    """The text of `data` with line ends as newlines, and a caution per repair.

    Control characters stay: the wire formats are built on them. Raises `FormatError` for what
    is empty, binary or in no encoding.
    """
    _refuse_binary(data, source)
    text, cautions = _decoded(data, source)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not re.search(r"[^\W_]", text):
        raise FormatError(source, None, "the file is empty", "export the story again")
    if text.count("\n") > MOST_LINES:
        raise FormatError(source, None, f"more than {MOST_LINES:,} lines", "split the file")
    text, repaired = _repair_mojibake(text)
    return text.removeprefix("\ufeff"), (*cautions, *repaired)


def _refuse_binary(data: bytes, source: str) -> None:
    for magic, kind in _BINARY:
        if data.startswith(magic):
            raise FormatError(source, 1, f"this is {kind}, not text", "save the story as text")


def _decoded(data: bytes, source: str) -> tuple[str, tuple[Caution, ...]]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], encoding, source), ()
    if b"\0" in data[:SAMPLE]:
        return _strict(data, _wide(data, source), source), ()
    _refuse_controls(data, source)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            cut = Caution(None, "the file is cut off in the middle of a letter")
            return data[: error.start].decode("utf-8"), (cut,)
        return _legacy(data)


def _strict(data: bytes, encoding: str, source: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        reason = f"is not whole {encoding.upper()}: {error.reason} at byte {error.start}"
        raise FormatError(
            source, None, reason, "the file may be cut off; fetch it again"
        ) from error


def _wide(data: bytes, source: str) -> str:
    """UTF-16 without a byte order mark, told by where its zero bytes stand."""
    sample = data[:SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > half // 2 and even < half // 10:
        return "utf-16-le"
    if even > half // 2 and odd < half // 10:
        return "utf-16-be"
    raise FormatError(source, 1, "this is binary data, not text", "save the story as text")


def _refuse_controls(data: bytes, source: str) -> None:
    sample = data[:SAMPLE]
    strange = sum(byte < 32 and byte not in _WIRE_CONTROLS for byte in sample)
    if strange > len(sample) // 20:
        raise FormatError(source, 1, "this is binary data, not text", "save the story as text")


def _legacy(data: bytes) -> tuple[str, tuple[Caution, ...]]:
    """Text in an older encoding, or UTF-8 with some lines in one."""
    lines = data.split(b"\n")
    bad = [number for number, line in enumerate(lines, 1) if not _is_utf8(line)]
    if any(_is_utf8(line) and not line.isascii() for line in lines):
        encoding = _guess(b"\n".join(lines[number - 1] for number in bad))
        text = "\n".join(_line_text(line, encoding) for line in lines)
        return text, tuple(Caution(n, f"this line is {encoding}, others are UTF-8") for n in bad)
    encoding = _guess(data)
    text = _lenient(data, encoding)
    return text, (Caution(bad[0], f"the file is not UTF-8; it was read as {encoding}"),)


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _line_text(line: bytes, encoding: str) -> str:
    return line.decode("utf-8") if _is_utf8(line) else _lenient(line, encoding)


def _lenient(data: bytes, encoding: str) -> str:
    """Windows-1252 has five holes; what stands in one is read as Latin-1 has it."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="surrogateescape")
    for hole in (0x81, 0x8D, 0x8F, 0x90, 0x9D):
        text = text.replace(chr(0xDC00 + hole), chr(hole))
    return text


def _guess(data: bytes) -> str:
    """The older encoding of `data`, by how its letters read; Windows-1252 in doubt."""
    strange = [line for line in data.split(b"\n") if not line.isascii()]
    sample = b"\n".join(strange)[:SAMPLE]
    dense = sum(byte > 127 for byte in sample) / max(1, len(sample))
    if dense < 0.1:
        return "cp1252"
    best = charset_normalizer.from_bytes(sample, cp_isolation=LEGACY).best()
    return best.encoding if best else "cp1252"


def _repair_mojibake(text: str) -> tuple[str, tuple[Caution, ...]]:
    """Mends lines of UTF-8 that were once read as another encoding (`â€”` for a dash)."""
    if not _MOJIBAKE.search(text):
        return text, ()
    lines, cautions = text.split("\n"), []
    for index, line in enumerate(lines):
        if len(line) <= LONGEST_REPAIR and _MOJIBAKE.search(line) and is_bad(line):
            mended = ftfy.fix_encoding(line)
            if mended != line:
                lines[index] = mended
                cautions.append(Caution(index + 1, "mended letters that were decoded wrongly"))
    return "\n".join(lines), tuple(cautions)
