"""Surface forms and the keys under which they are looked up.

A key forgets what spellings of one name differ in: accents, the case of particles (al, de, von),
and whether words are joined by a blank, a hyphen, an apostrophe or a line end. Case is kept.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

TOKEN = re.compile(r"(?:[A-Z]\.){2,}|(?:[A-Z]\.)+[A-Z](?![\w.])|[^\W_]+")
"""A word, or an acronym with its points; a full stop after `U.S.` belongs to the acronym."""

INITIALS = re.compile(r"[A-Z]|(?:[A-Z]\.)+")
_ARTICLES = ("al", "el", "ul", "ad", "as", "ash", "at", "la", "le", "di", "da", "do", "dos", "du")
PARTICLES = frozenset((*_ARTICLES, "de", "del", "della", "van", "von", "der", "den", "bin", "ibn"))
_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae"}
    | {"Æ": "Ae", "ð": "d", "þ": "th", "Þ": "Th", "ə": "a", "œ": "oe", "ʻ": "", "ʿ": "", "ʾ": ""}
)
_GAPS = dict.fromkeys((" ", "-", "\n", "'", "’", "‘", "`", "\u2010", "\u2011", "\u00a0", "."), " ")
_GAPS |= {"+": "+", "&": "&", "/": "/", " & ": "&", ", ": ",", "' ": " ", "’ ": " "}
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ö": "Oe"})


@lru_cache(maxsize=65536)
def fold(token: str) -> str:
    """`token` without accents and last point; particles in small letters."""
    token = token.removesuffix(".")
    if not token.isascii():
        parts = unicodedata.normalize("NFKD", token.translate(_LETTERS))
        token = "".join(part for part in parts if not unicodedata.combining(part))
    return token.lower() if token.lower() in PARTICLES else token


def joint(gap: str, before: str) -> str | None:
    """How the text between two words enters the key; None where no name may continue.

    A full stop with a blank continues a name only after an abbreviation (`St. Lucia`).
    """
    if gap in (". ", ".\n"):
        return " " if len(before) <= 2 else None
    return _GAPS.get(gap)


def key_of(form: str) -> str:
    """The key of a whole surface form."""
    tokens = list(TOKEN.finditer(form))
    key, end, before = "", 0, ""
    for token in tokens:
        if key:
            gap = form[end : token.start()]
            key += joint(gap, before) or " "
        key += fold(token.group())
        end, before = token.end(), token.group()
    return key


def spellings(name: str) -> set[str]:
    """Other spellings of a person's name that follow from rules alone.

    Umlauts written out (Mueller), the Arabic article left away (Bashar Assad), the second part
    of a hyphenated name with a capital or a small letter (Jong-un, Jong Un).
    """
    forms = {name, name.translate(_WRITTEN_OUT)}
    forms |= {re.sub(r"\b[AaEe]l[- ]", "", form) for form in forms}
    forms |= {re.sub(r"(?<=[a-z])-([a-z])", _capital, form) for form in forms}
    return forms


def _capital(match: re.Match[str]) -> str:
    return "-" + match[1].upper()
