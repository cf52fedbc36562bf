"""A text as words, and a spot in it with what stands around it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from newswire.actors.surface import TOKEN

_HEADLINE = 120  # characters to each side that tell whether a line is a headline


class Words:
    """The words of a text with their places."""

    def __init__(self, text: str) -> None:
        self.text = text
        found = [(match.start(), match.end()) for match in TOKEN.finditer(text)]
        self.starts = [start for start, _ in found]
        self.ends = [end for _, end in found]
        self.words = [text[start:end] for start, end in found]

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every different word of the text."""
        return frozenset(self.words)

    def in_headline(self, start: int) -> bool:
        """Whether the line at `start` has capitals for no reason of their own."""
        near = max(start - _HEADLINE, 0)
        begin = self.text.rfind("\n", near, start) + 1 or near
        end = self.text.find("\n", start, start + _HEADLINE)
        line = self.text[begin : end if end >= 0 else start + _HEADLINE]
        long = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
        return sum(word[0].isupper() for word in long) > 0.8 * len(long) > 0.8

    def gap(self, before: int) -> str:
        """What stands between word `before` and the next one."""
        if before < 0 or before + 1 >= len(self.words):
            return ""
        return self.text[self.ends[before] : self.starts[before + 1]]


@lru_cache(maxsize=2)
def words_of(text: str) -> Words:
    """The words of `text`; several steps read the same text one after the other."""
    return Words(text)


@dataclass(frozen=True, slots=True)
class Spot:
    """The words `first` to `last` (both included) of a text."""

    words: Words
    first: int
    last: int

    @property
    def start(self) -> int:
        return self.words.starts[self.first]

    @property
    def end(self) -> int:
        return self.words.ends[self.last]

    @property
    def before(self) -> str:
        """The word right before, with nothing but a blank or line end between; else empty."""
        joined = self.words.gap(self.first - 1) in (" ", "\n")
        return self.words.words[self.first - 1] if joined else ""

    @property
    def two_before(self) -> str:
        """The two words right before, such as `Bank of`."""
        if not self.before or self.words.gap(self.first - 2) not in (" ", "\n"):
            return ""
        return f"{self.words.words[self.first - 2]} {self.before}"

    @property
    def after(self) -> str:
        """The word right after, with nothing but a blank or line end between; else empty."""
        return self.words.words[self.last + 1] if self.joined_after else ""

    @property
    def joined_after(self) -> bool:
        return self.words.gap(self.last) in (" ", "\n")

    @property
    def hyphened(self) -> str:
        """The word that a hyphen joins to it: `backed` in Moscow-backed; else empty."""
        return self.words.words[self.last + 1] if self.words.gap(self.last) == "-" else ""

    @property
    def owned(self) -> str:
        """What belongs to it: `allies` in Washington's allies; else empty."""
        words, next_ = self.words, self.last + 1
        is_owner = next_ + 1 < len(words) and words.words[next_] == "s"
        if is_owner and words.gap(self.last) in ("'", "’") and words.gap(next_) in (" ", "\n"):
            return words.words[next_ + 1]
        return ""

    def word(self, offset: int) -> str:
        """The word `offset` places after the spot (negative: before it); else empty."""
        place = self.last + offset if offset > 0 else self.first + offset
        return self.words.words[place] if 0 <= place < len(self.words) else ""
