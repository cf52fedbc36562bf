"""`The Commission` for the European Commission, once the text has named it.

A general word with a capital stands for the organisation whose name, as the same text gives it,
begins or ends with that word. If the text names two such organisations, it stands for none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newswire.actors.spot import Spot, Words
from newswire.model import Mention


def find_short_names(
    words: Words, mentions: Sequence[Mention], general: frozenset[str]
) -> Iterator[Mention]:
    """Mentions of organisations by one of the words `general`, outside of `mentions`."""
    meant = _meant(words.text, mentions, general)
    if not meant:
        return
    taken = {mention.start: mention.end for mention in mentions}
    free = 0
    for place, word in enumerate(words.words):
        start = words.starts[place]
        free = max(free, taken.get(start, 0))
        who = meant.get(word, frozenset())
        if start >= free and len(who) == 1 and _stands_alone(Spot(words, place, place)):
            actor = next(iter(who))
            yield Mention(start, words.ends[place], "organisation", (actor,), f"name:short {actor}")


def _meant(
    text: str, mentions: Sequence[Mention], general: frozenset[str]
) -> dict[str, frozenset[str]]:
    """Each general word with all organisations in whose name it stands first or last."""
    meant: dict[str, frozenset[str]] = {}
    for mention in mentions:
        name = text[mention.start : mention.end].split()
        if mention.kind == "organisation" and len(name) > 1:
            for word in general.intersection((name[0], name[-1])):
                meant[word] = meant.get(word, frozenset()) | {mention.id}
    return meant


def _stands_alone(spot: Spot) -> bool:
    """No part of another name, such as Trade Commission or Council of Elders."""
    named = spot.before[:1].isupper() and spot.before != "The"
    goes_on = spot.after[:1].isupper() or spot.after in ("of", "for", "on")
    return not (named or goes_on or spot.hyphened or spot.words.in_headline(spot.start))
