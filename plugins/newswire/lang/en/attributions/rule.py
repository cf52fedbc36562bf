"""What a rule for statements is, and what it gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from newswire.lang.en.attributions.cues import Cue
from newswire.lang.en.attributions.unit import Range, Unit


@dataclass(frozen=True, slots=True)
class Frame:
    """What a rule found in a sentence, in token ranges.

    `opens` is where the statement's own clause begins; `borrowed` tells that its source is the
    subject of the main clause.
    """

    rule: str
    cue: Cue
    source: Range
    contents: tuple[Range, ...]
    opens: int
    borrowed: bool = False


Reading = Callable[[Unit, Cue, Sequence[Frame]], Frame | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A reading and the examples that its tests run.

    In `finds`, braces mark the source, angle brackets the cue and square brackets the content;
    `passes` are texts in which the rule finds nothing.
    """

    name: str
    read: Reading
    finds: tuple[str, ...]
    passes: tuple[str, ...]


def rule(finds: tuple[str, ...], passes: tuple[str, ...] = ()) -> Callable[[Reading], Rule]:
    """Makes a rule, named like its function, of a reading and its examples."""

    def make(reading: Reading) -> Rule:
        return Rule(reading.__name__, reading, finds, passes)

    return make
