"""Copy in capitals throughout, as older wires send it, read as other text is.

Grammar leans on capitals: a word written with one is a name, not a verb. `IN LONDON, HE SAID` tells
nothing of that, so it is read as `In London, he said`: names are where actors were found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from newswire.lang.en.sentences import paragraphs
from newswire.model import Mention, Span

_FEWEST = 12
"""Letters below which capitals may be those of an abbreviation."""
_SHARE = 0.9
_WORD = re.compile(r"(?<![\w'’])\w")
_DAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|april|june|july|august"
    r"|september|october|november|december)\b"
)


def in_sentence_case(text: str, mentions: Sequence[Mention], sentences: Sequence[Span]) -> str:
    """`text`, of the same length, with its paragraphs that are all capitals in sentence case."""
    shouted = [span for span in paragraphs(text) if _is_shouted(text[slice(*span)])]
    if not shouted:
        return text
    letters = list(text)
    for start, end in shouted:
        letters[start:end] = map(_lower, letters[start:end])
    lowered = "".join(letters)
    for place in _capitals(lowered, mentions, sentences):
        letters[place] = text[place]
    return "".join(letters)


def _is_shouted(paragraph: str) -> bool:
    letters = [letter for letter in paragraph if letter.isalpha()]
    return len(letters) >= _FEWEST and sum(map(str.isupper, letters)) > _SHARE * len(letters)


def _lower(letter: str) -> str:
    """A letter in lower case, unless that takes two."""
    return letter.lower() if len(letter.lower()) == 1 else letter


def _capitals(
    lowered: str, mentions: Sequence[Mention], sentences: Sequence[Span]
) -> Iterable[int]:
    """Where a capital stands in sentence case: names, days, and the first word of a sentence."""
    for mention in mentions:
        yield from (m.start() for m in _WORD.finditer(lowered, mention.start, mention.end))
    yield from (match.start() for match in _DAY.finditer(lowered))
    for start, end in sentences:
        first = _WORD.search(lowered, start, end)
        if first:
            yield first.start()
