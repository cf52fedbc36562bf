"""How much of a dispatch readers may see: all, its first paragraph, annotations alone, nothing."""

from __future__ import annotations

from newswire.markup import ACTOR_KINDS, RIGHTS, Entry, Parsed, Story, Tag, dumps, parse

FULL, EXCERPT, NONE = RIGHTS
WITHDRAWN = "withdrawn"
PARAGRAPH_BREAK = "\n\n"
NAME_BREAK = ", "


def rights_of(fields: dict[str, str], default: str) -> str:
    """What the header says, else what the site's setting does."""
    return fields.get("Rights", default).casefold()


def visible(parsed: Parsed, shown: str) -> Parsed:
    """A dispatch cut down to what readers may see of it.

    Of the timeline entries whose sentence they may not see, date and names are left.
    """
    if shown == FULL:
        return parsed
    story = parsed.story
    if shown == WITHDRAWN:
        return parse(dumps(Story(story.header, "")))
    lede = story.body.partition(PARAGRAPH_BREAK)[0] if shown == EXCERPT else ""
    tags = tuple(tag for tag in story.tags if tag.end <= len(lede))
    sentences = lede.replace("\n", " ")
    entries = (e if e.text in sentences else _names_of(e) for e in story.timeline)
    timeline = tuple(dict.fromkeys(entry for entry in entries if entry.tags))
    return parse(dumps(Story(story.header, lede, tags, timeline)))


def _names_of(entry: Entry) -> Entry:
    """The entry's date with its actors alone, each once, as the sentence names them."""
    named = {t.targets: t for t in reversed(entry.tags) if t.kind in ACTOR_KINDS}
    text, tags = "", []
    for tag in reversed(named.values()):
        name = entry.text[tag.start : tag.end]
        text += NAME_BREAK * bool(text)
        tags.append(Tag(len(text), len(text) + len(name), tag.kind, tag.targets))
        text += name
    return Entry(entry.date, text, tuple(tags))
