"""Where the three truths of a dispatch disagree: inline tags, `About`, timeline.

A person's words are the truth. What a person left as it was made (the last generated text, the
base, tells) follows the inline tags, and so can be mended.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from newswire.actors.registry import Registry
from newswire.errors import WireError
from newswire.lang.en import sentences
from newswire.markup import ACTOR_KINDS, Entry, Story, Tag, dump_entry, entry_lines, line_of
from newswire.model import Span
from newswire.slugs import is_slip

EXCERPT = 40
# How much a sentence must share with what it was to be the same one, reworded.
SAME = 0.5


def tagged(story: Story) -> set[str]:
    """Everyone whom the inline tags name: those on whose pages the dispatch is listed."""
    return {target for tag in story.tags if tag.kind in ACTOR_KINDS for target in tag.targets}


def about_problems(
    story: Story, base: Story | None, shown: str, registry: Registry
) -> Iterator[WireError]:
    """Main actors who are nobody, or whom no tag names."""
    fields = dict(story.header)
    named = [part.strip() for part in fields.get("About", "").split(",") if part.strip()]
    untouched = base is not None and dict(base.header).get("About") == fields.get("About")
    everyone = tagged(story)
    line = line_of(story.header, "About") if named else None
    for actor in named:
        rest = [other for other in named if other != actor]
        if registry.get(actor) is None:
            meant = [other for other in sorted(everyone) if is_slip(actor, other)]
            mended = [meant[0] if name == actor else name for name in named] if meant else None
            hint = near(actor, registry)
            message = f"About names no actor: {actor!r}"
            alone = mended if len(meant) == 1 else None
            yield WireError(shown, line, message, hint, _about_line(alone))
        elif (current := registry.current(actor)) != actor:
            anew = [current if name == actor else name for name in named]
            message = f"About: {actor!r} was renamed to {current!r}"
            yield WireError(shown, line, message, f"write {current}", _about_line(anew))
        elif actor not in everyone:
            hint = "tag it in the text, or take it out of About"
            message = f"About names {actor}, whom no tag names"
            yield WireError(shown, line, message, hint, _about_line(rest if untouched else None))


def _about_line(named: Sequence[str] | None) -> str | None:
    if named is None:
        return None
    return f"About: {', '.join(dict.fromkeys(named))}" if named else ""


def near(actor: str, registry: Registry) -> str:
    """The remedy for an id that nobody has."""
    found = registry.nearest(actor)
    return f"did you mean {found}?" if found else "`newswire actors list` shows the known ones"


def timeline_problems(
    text: str, story: Story, base: Story | None, shown: str
) -> Iterator[WireError]:
    """Entries that say otherwise than the sentences that they tell; `text` is the whole file."""
    lines = entry_lines(text)
    for entry, line in zip(story.timeline, lines, strict=False):
        untouched = base is not None and entry in base.timeline
        told = _told(entry, story)
        if told is None and untouched:
            assert base is not None
            told = _reworded(entry, story, base)
            yield _problem(shown, line, text, entry, told, "tells what the text no longer says")
        elif told is not None and (reason := _difference(entry, told, untouched)):
            yield _problem(shown, line, text, entry, told if untouched else None, reason)


def _problem(
    shown: str, line: int, text: str, entry: Entry, told: Entry | None, reason: str
) -> WireError:
    words = entry.text if len(entry.text) <= EXCERPT else entry.text[: EXCERPT - 1] + "…"
    lines = text.split("\n")
    # An entry that a person wrapped goes on below its line, which alone cannot be replaced.
    whole = line == len(lines) or not lines[line].strip() or lines[line].lstrip()[:1] in "-*+"
    mended = dump_entry(told) if told is not None and whole else None
    message = f"the timeline {reason}: {words!r}"
    return WireError(shown, line, message, "write in both places what is right", mended)


def _difference(entry: Entry, told: Entry, untouched: bool) -> str | None:
    """In what an entry differs from its sentence. A tag that only one of both has is a person's
    choice, where a person wrote the entry."""
    if entry.date != told.date:
        return f"says {entry.date}, the text {told.date}"
    if untouched and entry.tags != told.tags:
        return "has other tags than the text"
    others = {(tag.start, tag.end): tag for tag in told.tags}
    if any(others.get((tag.start, tag.end), tag) != tag for tag in entry.tags):
        return "tags somebody else than the text"
    return None


def _told(entry: Entry, story: Story) -> Entry | None:
    """The entry as the text tells it now; None where its sentence does not stand there."""
    body = story.body.replace("\n", " ")
    found: list[Entry] = []
    start = body.find(entry.text)
    while start >= 0 and entry.text:
        found.append(_entry_at(entry, story, (start, start + len(entry.text))))
        start = body.find(entry.text, start + 1)
    return next((told for told in found if told == entry), found[0] if found else None)


def _entry_at(entry: Entry, story: Story, span: Span) -> Entry:
    start, end = span
    inside = [tag for tag in story.tags if start <= tag.start and tag.end <= end]
    actors = (tag for tag in inside if tag.kind in ACTOR_KINDS)
    moved = tuple(Tag(t.start - start, t.end - start, t.kind, t.targets) for t in actors)
    text = story.body[start:end].replace("\n", " ")
    dates = [tag.targets[0] for tag in inside if tag.kind == "date"]
    return Entry(_date_of(entry, text, dates, story), text, moved)


def _date_of(entry: Entry, text: str, dates: Sequence[str], story: Story) -> str:
    """The date that a sentence gives an entry: its own, unless the text has one other instead.

    From an interval or a duration the date of an entry follows in its own ways.
    """
    derived = any("/" in date or date.startswith("P") for date in dates)
    claimed = {other.date for other in story.timeline if other.text in (text, entry.text)}
    free = set(dates) - claimed
    return free.pop() if entry.date not in dates and not derived and len(free) == 1 else entry.date


def _reworded(entry: Entry, story: Story, base: Story) -> Entry | None:
    """The entry by the sentence that a person put in place of its own, where that is one."""
    old, new = sentences.split(base.body), sentences.split(story.body)
    texts = [" ".join(base.body[slice(*span)].split("\n")) for span in old]
    if texts.count(entry.text) != 1:
        return None
    index = texts.index(entry.text)
    now = [" ".join(story.body[slice(*span)].split("\n")) for span in new]
    for _, start, end, begin, stop in SequenceMatcher(None, texts, now, False).get_opcodes():
        if start <= index < end and end - start == stop - begin:
            place = begin + index - start
            if SequenceMatcher(None, entry.text, now[place], False).ratio() >= SAME:
                return replace(_entry_at(entry, story, new[place]), text=now[place])
    return None
