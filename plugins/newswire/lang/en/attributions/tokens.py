"""Words, punctuation and whole quotations, as the rules for statements see a sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from newswire.lang.en.sentences import abbreviations
from newswire.model import Span

_LONGEST_SENTENCE = 200
"""Tokens. No writer's sentence is longer; what is, is no sentence, and must not cost more."""
QUOTATION_MARKS = "'\"“”‘’`„«»"
_TOKEN = (
    r"(?:[A-Za-z]\.){2,}"  # U.S.
    r"|[A-Z]\.(?=\s+[A-Z])"  # an initial
    r"|[A-Z][a-z]{1,5}\.(?=\s+[a-z\d]|[,)])"  # an abbreviation within a sentence
    r"|TITLES"  # before a name
    r"|\d+(?:[.,:]\d+)*(?:%|(?:-\w+)*)"
    r"|\w+(?:-\w+|['’](?!(?:s|re|ve|ll|d|m|t)\b)\w+)*"
    r"|['’](?:s|re|ve|ll|d|m|t)\b"
    r"|--+|''|``|\.\.\.|[^\w\s]"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark, or a whole quotation with its marks.

    `lower` has straight apostrophes and is empty for a quotation.
    """

    start: int
    end: int
    text: str
    lower: str
    is_quotation: bool = False

    @property
    def is_word(self) -> bool:
        return self.text[:1].isalnum() and not self.is_quotation

    @property
    def is_capitalised(self) -> bool:
        return self.is_word and self.text[0].isupper()

    @property
    def quoted(self) -> str:
        """The text between the marks of a quotation."""
        return self.text.strip(QUOTATION_MARKS).strip()


def tokenise(text: str, span: Span, quotations: Sequence[Span] = ()) -> tuple[Token, ...]:
    """The tokens of `text` in `span`; each of the sorted `quotations` that lies in it is one."""
    return tuple(_tokens(text, span, quotations))


def _tokens(text: str, span: Span, quotations: Sequence[Span]) -> Iterator[Token]:
    position = span[0]
    for number in range(bisect_left(quotations, (span[0], 0)), len(quotations)):
        start, end = quotations[number]
        if end > span[1]:
            break
        yield from _plain(text, position, start)
        yield Token(start, end, text[start:end], "", True)
        position = end
    yield from _plain(text, position, span[1])


@cache
def _token() -> re.Pattern[str]:
    titles = "|".join(re.escape(word.capitalize()) for word in abbreviations().before_name)
    return re.compile(_TOKEN.replace("TITLES", rf"(?:{titles})\.(?=\s+[A-Z])"))


def _plain(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _token().finditer(text, start, end):
        word = match.group()
        yield Token(match.start(), match.end(), word, word.lower().replace("’", "'"))


def sentence_units(
    tokens: Sequence[Token], starts: AbstractSet[int]
) -> tuple[tuple[Token, ...], ...]:
    """`tokens` parted where sentences start, never in a quotation, and where one is endless."""
    cuts: list[int] = [0]
    for i, token in enumerate(tokens):
        if i > cuts[-1] and (token.start in starts or i - cuts[-1] >= _LONGEST_SENTENCE):
            cuts.append(i)
    return tuple(tuple(tokens[a:b]) for a, b in pairwise([*cuts, len(tokens)]) if a < b)
