"""One sentence as the rules for statements read it.

Positions are token indices within the sentence; a range is half open.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from newswire.lang.en.attributions.tokens import Token
from newswire.lang.en.attributions.vocabulary import Vocabulary
from newswire.model import Span

Range = tuple[int, int]

DASHES = frozenset(["-", "--", "—", "–", "―"])
BREAKS = DASHES | {","}
STOPS = frozenset([".", "!", "?", ";", "…"])
_HANDS_OVER = frozenset(",?!-—…")
_ENDS = _HANDS_OVER | {"."}
_CALLS = frozenset("!?")
_OPENS_SPEECH = BREAKS | {":", ";", "."}
_SHORT_WORD = 3
_HEADLINE = 0.8
"""The share of capitalised words, among those of four letters or more, that makes a headline."""


@dataclass(frozen=True, slots=True)
class Unit:
    """The tokens of a sentence, the vocabulary to read them with, and where actors are named,
    each place with its end, in code points of the text."""

    tokens: Sequence[Token]
    words: Vocabulary
    names: Mapping[int, int] = field(default_factory=dict)

    def lower(self, position: int) -> str:
        """The token in lower case; nothing outside the sentence."""
        return self.tokens[position].lower if 0 <= position < len(self.tokens) else ""

    def text(self, position: int) -> str:
        """The token as it stands; nothing outside the sentence."""
        return self.tokens[position].text if 0 <= position < len(self.tokens) else ""

    def has(self, word_class: str, position: int) -> bool:
        """Whether the token belongs to a class of `grammar.toml`."""
        return self.words.has(word_class, self.lower(position))

    def has_any(self, word_classes: Sequence[str], position: int) -> bool:
        """Whether the token belongs to one of several classes."""
        return any(self.has(word_class, position) for word_class in word_classes)

    def is_word(self, position: int) -> bool:
        return 0 <= position < len(self.tokens) and self.tokens[position].is_word

    def is_capitalised(self, position: int) -> bool:
        return 0 <= position < len(self.tokens) and self.tokens[position].is_capitalised

    def is_quotation(self, position: int) -> bool:
        return 0 <= position < len(self.tokens) and self.tokens[position].is_quotation

    def is_in_name(self, position: int) -> bool:
        """Whether the token is a word of an actor's name."""
        place = self.tokens[position].start
        return any(start <= place < end for start, end in self.names.items())

    def names_any(self, start: int, end: int) -> bool:
        """Whether an actor's name begins in the range."""
        return any(token.start in self.names for token in self.tokens[start:end])

    def has_quotation(self, start: int, end: int) -> bool:
        """Whether the range holds a quotation."""
        return any(token.is_quotation for token in self.tokens[start:end])

    def comma(self, start: int, end: int) -> int:
        """The first comma of the range, or its end."""
        return next((i for i in range(start, end) if self.text(i) == ","), end)

    def is_infinitive(self, position: int) -> bool:
        """Whether `to` stands there before what can be a verb: no name, article or pronoun."""
        after = position + 1
        if self.lower(position) != "to" or self.is_capitalised(after):
            return False
        return self.is_word(after) and not self.has_any(("determiners", "pronouns"), after)

    def is_finite(self, position: int) -> bool:
        """Whether the token is likely the verb of a clause."""
        token = self.tokens[position]
        return (
            not token.is_capitalised and self.words.is_finite(token.lower) and token.lower != "'s"
        )

    def is_relative_that(self, position: int) -> bool:
        """Whether the token stands for what something is written in: `a sign that read`."""
        return self.lower(position) == "that" and self.has("writings", position - 1)

    def is_full_quotation(self, position: int) -> bool:
        """Whether the token is a quoted sentence, not a few quoted words within another."""
        if not self.is_quotation(position) or self.is_title(position):
            return False
        quoted = self.tokens[position].quoted
        length = len(quoted.split())
        free = position == 0 or self.text(position - 1) in _OPENS_SPEECH
        free = free or self.is_quotation(position - 1)
        if quoted[:1].isupper() and quoted[-1:] in _ENDS:
            return free or length > 3
        return free and length > 4

    def is_title(self, position: int) -> bool:
        """Whether the token is a quoted Name of a Work behind a word: `on "Meet the Press,"`."""
        if not self.is_quotation(position) or not self.is_word(position - 1):
            return False
        if self.tokens[position].quoted[-1:] in _CALLS:
            return False
        words = [word for word in self.tokens[position].quoted.split() if len(word) > _SHORT_WORD]
        return all(word[0].isupper() or not word[0].isalpha() for word in words)

    def closes_speech(self, position: int) -> bool:
        """Whether the token is a quotation that ends as if its source followed."""
        if not self.is_quotation(position) or self.is_title(position):
            return False
        return self.tokens[position].quoted[-1:] in _HANDS_OVER or self.is_full_quotation(position)

    def has_clause(self, start: int, end: int) -> bool:
        """Whether the verb of a clause, or a quoted sentence, stands in the range."""
        return any(self.is_finite(i) or self.is_full_quotation(i) for i in range(start, end))

    def is_headline(self) -> bool:
        """Whether Most of the Words Are Written Like This."""
        words = [t for t in self.tokens if t.is_word and len(t.text) > 3]
        capitalised = sum(t.is_capitalised for t in words)
        return len(words) > 2 and capitalised > _HEADLINE * len(words)

    def end(self) -> int:
        """Where the sentence ends, its last full stop left out."""
        end = len(self.tokens)
        while end > 0 and self.text(end - 1) in STOPS:
            end -= 1
        return end

    def span(self, part: Range) -> Span:
        """A range as code points of the text."""
        return self.tokens[part[0]].start, self.tokens[part[1] - 1].end
