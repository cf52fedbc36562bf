"""Every problem of a site's content, seeds, actors and settings, found without building it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from newswire.accord import about_problems, near, tagged, timeline_problems
from newswire.actors.check import Unknown, doubts, unknown_people
from newswire.actors.registry import Registry
from newswire.errors import DataError, FormatError, MarkupError, WireError
from newswire.formats import read
from newswire.formats.agencies import load_agencies
from newswire.ingest.bases import Bases
from newswire.ingest.files import read_markdown, read_text
from newswire.ingest.layout import Layout
from newswire.ingest.ledger import load_ledger
from newswire.life import (
    Article,
    Targets,
    dead_links,
    doubles_in,
    held_back,
    lives_of,
    now,
    stored_article,
)
from newswire.markup import (
    ACTOR_KINDS,
    Story,
    Tag,
    header_problems,
    is_draft,
    loads,
    parse,
)
from newswire.model import Dispatch, Document, Mention
from newswire.settings import settings_problems

REGISTERED = frozenset(ACTOR_KINDS) - {"person"}
WORDS = {"by": "speaker"}
# What Pelican makes a page of; all else it publishes as it is.
PAGES = frozenset((".md", ".markdown", ".mkd", ".mdown", ".rst", ".htm", ".html"))


def check_site(layout: Layout, registry: Registry, on: date) -> Iterator[WireError]:
    """Problems in the order of files, then those between files.

    The registry is one that loaded, so its data are sound. `on` is the day of the check:
    terms called current are stale some time after their source.
    """
    yield from settings_problems(layout.root)
    yield from _own_actors(layout, registry, on)
    yield from _seeds(layout)
    stories: list[Article] = []
    bases = Bases(layout)
    for path in sorted(layout.dispatches.rglob("*.md")):
        shown = layout.name(path)
        try:
            text = read_markdown(path, shown)
        except MarkupError as error:
            yield error
            continue
        problems, story = dispatch_problems(text, shown, registry, bases.of(text, path))
        yield from problems
        stories += [story] if story else []
    yield from _between(stories)
    yield from _links(layout, stories)


def _between(stories: Sequence[Article]) -> Iterator[WireError]:
    """What is wrong with dispatches that are sound, each for itself."""
    doubles = doubles_in(stories)
    published: list[Article] = []
    drafts: list[Article] = []
    for story in stories:
        if story.file not in doubles:
            (drafts if is_draft(story.parsed.story.header) else published).append(story)
    lives = lives_of(published, drafts)
    yield from (*doubles.values(), *lives.problems, *lives.warnings)


def _links(layout: Layout, stories: Sequence[Article]) -> Iterator[WireError]:
    """Links to what is no file, or a dispatch without a page. What Newswire makes itself, which
    ends in a slash, only a build knows."""
    dispatches = {story.file for story in stories}
    pages, files = set(), set()
    for path in sorted(layout.content.rglob("*")):
        if path.suffix not in PAGES:
            files.add(path.relative_to(layout.content).as_posix())
        elif layout.dispatches not in path.parents or layout.name(path) in dispatches:
            pages.add(path.relative_to(layout.content).as_posix())
    for story in stories:
        yield from dead_links(
            story, layout.content.name, Targets(pages, files), lambda f: read_text(layout.root / f)
        )


def _own_actors(layout: Layout, registry: Registry, on: date) -> Iterator[WireError]:
    """What is doubtful in the site's own actor files; the packaged ones are not the editor's."""
    own = {str(path) for path in layout.actor_files()}
    for problem in doubts(registry, on):
        if own and problem.path in own:
            name = layout.name(Path(problem.path))
            yield WireError(name, problem.line, problem.message, problem.hint)


def strangers(layout: Layout) -> tuple[Unknown, ...]:
    """People tagged in the site's dispatches whom the registry does not know, by frequency."""
    return unknown_people(_stored(layout))


def _stored(layout: Layout) -> Iterator[Document]:
    for path in sorted(layout.dispatches.rglob("*.md")):
        try:
            story = loads(read_markdown(path, layout.name(path)), layout.name(path))
        except MarkupError:
            continue  # `check_site` reports it
        people = [tag for tag in story.tags if tag.kind == "person"]
        mentions = tuple(Mention(t.start, t.end, "person", t.targets, "stored") for t in people)
        yield Document(Dispatch(layout.name(path), story.body), mentions=mentions)


def _seeds(layout: Layout) -> Iterator[WireError]:
    """Seeds that are not read yet as they are now, with the reason where they cannot be."""
    try:
        records = load_ledger(layout.ledger, layout.name(layout.ledger))
    except DataError as error:
        yield error
        return
    agencies = load_agencies()
    for path in layout.seed_files():
        seed, record = layout.name(path), records.get(layout.name(path))
        try:
            data = path.read_bytes()
            if record is None or record.sha256 != hashlib.sha256(data).hexdigest():
                read(data, seed, agencies)
                state = "is not ingested" if record is None else "changed since it was ingested"
                yield WireError(seed, None, state, "run `newswire ingest`")
        except OSError as error:
            yield WireError(seed, None, f"cannot be read: {error.strerror}", "make it readable")
        except FormatError as error:
            yield error


def dispatch_problems(
    text: str, shown: str, registry: Registry, base: Story | None
) -> tuple[list[WireError], Article | None]:
    """What is wrong within one dispatch's Markdown, and the dispatch if a build would take it.

    `base` is the last generated text, which tells what no person touched.
    """
    try:
        parsed = parse(text, shown)
    except MarkupError as error:
        return [error], None
    story = parsed.story
    problems: list[WireError] = [*header_problems(story.header, shown)]
    held = None if problems else held_back(story.header, shown, now())
    if held is not None and held.hint:
        problems.append(held)
    sound = None if problems or held is not None else stored_article(parsed, shown)
    for kind, target in unknown_targets(story, registry):
        problems.append(unknown_target(text, shown, kind, target, registry))
    problems += renamed_targets(text, story, shown, registry)
    following = [
        *about_problems(story, base, shown, registry),
        *timeline_problems(text, story, base, shown),
    ]
    if problems:
        # What follows from the tags can be mended only once these are right.
        following = [WireError(p.path, p.line, p.message, p.hint) for p in following]
    problems += following
    return problems, sound


def unknown_targets(story: Story, registry: Registry) -> list[tuple[str, str]]:
    """Kind and target of the tags that name nobody, each once.

    A `{person}` needs no registry, nor does a speaker, whose id is only held against slips.
    """
    wrong = {
        (tag.kind, target): None
        for tag in _tags(story)
        for target in tag.targets
        if (tag.kind in REGISTERED and registry.kind_of(target) != tag.kind)
        or (tag.kind == "by" and registry.get(target) is None and _slip_of(target, story, registry))
    }
    return list(wrong)


def _tags(story: Story) -> Iterator[Tag]:
    """The tags of the text and of the timeline."""
    yield from story.tags
    for entry in story.timeline:
        yield from entry.tags


def _slip_of(speaker: str, story: Story, registry: Registry) -> bool:
    return speaker not in tagged(story) and bool(registry.meant_by(speaker))


def unknown_target(text: str, shown: str, kind: str, target: str, registry: Registry) -> WireError:
    """What is wrong with a tag that names nobody, on its line of the Markdown `text`."""
    line = _line(text, kind, target)
    other = registry.kind_of(target)
    if other is not None:
        message = f"{target!r} is no {kind}, but a {other}"
        mended = _retagged(text, line, (kind, target), (other, target))
        return WireError(shown, line, message, f"did you mean {{{other}}}{target}?", mended)
    meant = [
        known for known in registry.meant_by(target) if kind in ("by", registry.kind_of(known))
    ]
    mended = _retagged(text, line, (kind, target), (kind, meant[0])) if len(meant) == 1 else None
    message = f"no {WORDS.get(kind, kind)} has the id {target!r}"
    return WireError(shown, line, message, near(target, registry), mended)


def renamed_targets(text: str, story: Story, shown: str, registry: Registry) -> Iterator[WireError]:
    """Tags with an id that the site has given up: they would make an actor a second page."""
    for kind, target in dict.fromkeys((tag.kind, t) for tag in _tags(story) for t in tag.targets):
        current = registry.current(target)
        if kind in (*REGISTERED, "by") and current != target:
            line = _line(text, kind, target)
            mended = _retagged(text, line, (kind, target), (kind, current))
            message = f"{target!r} was renamed to {current!r}"
            yield WireError(shown, line, message, f"write {{{kind}}}{current}", mended)


def _retagged(
    text: str, line: int | None, old: tuple[str, str], new: tuple[str, str]
) -> str | None:
    """The line with the tags `old`, of kind and target, as `new`; None where it has none, or
    where a tag of several targets would change its kind."""
    if line is None:
        return None

    def write(match: re.Match[str]) -> str:
        targets = match[1].split(",")
        if old[1] not in targets or (old[0] != new[0] and len(targets) > 1):
            return match[0]
        targets = [new[1] if target == old[1] else target for target in targets]
        return f"]({{{new[0]}}}{','.join(dict.fromkeys(targets))})"

    before = text.split("\n")[line - 1]
    after = re.sub(rf"\]\(\{{{old[0]}\}}([^()\s]*)\)", write, before)
    return after if after != before else None


def _line(text: str, kind: str, target: str) -> int | None:
    """The first line with such a tag; a target may stand behind others, `{leader}a,b`."""
    tag = re.compile(rf"\{{{kind}\}}(?:[^()\s]*,)?{re.escape(target)}[,)]")
    lines = enumerate(text.split("\n"), 1)
    return next((number for number, line in lines if tag.search(line)), None)
