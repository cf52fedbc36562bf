"""Every problem of a site's content, seeds and actors, found without building it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from newswire.actors.check import Unknown, doubts, unknown_people
from newswire.actors.registry import Registry
from newswire.errors import DataError, FormatError, MarkupError, WireError
from newswire.formats import read
from newswire.formats.agencies import load_agencies
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
    header_problems,
    is_draft,
    line_of,
    loads,
    parse,
)
from newswire.model import Dispatch, Document, Mention

# What Pelican makes a page of; all else it publishes as it is.
PAGES = frozenset((".md", ".markdown", ".mkd", ".mdown", ".rst", ".htm", ".html"))


def check_site(layout: Layout, registry: Registry, on: date) -> Iterator[WireError]:
    """Problems in the order of files, then those between files.

    The registry is one that loaded, so its data are sound. `on` is the day of the check:
    terms called current are stale some time after their source.
    """
    yield from _own_actors(layout, registry, on)
    yield from _seeds(layout)
    stories: list[Article] = []
    for path in sorted(layout.dispatches.rglob("*.md")):
        yield from _dispatch(path, layout.name(path), registry, stories)
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


def _dispatch(
    path: Path, shown: str, registry: Registry, sound: list[Article]
) -> Iterator[WireError]:
    """What is wrong within one file. Those that the build would take are added to `sound`."""
    try:
        text = read_markdown(path, shown)
        parsed = parse(text, shown)
    except MarkupError as error:
        yield error
        return
    story = parsed.story
    problems = header_problems(story.header, shown)
    held = None if problems else held_back(story.header, shown, now())
    if held is not None and held.hint:
        problems.append(held)
    yield from problems
    if not problems and held is None:
        sound.append(stored_article(parsed, shown))
    for kind, target in unknown_targets(story, registry):
        yield unknown_target(text, shown, kind, target, registry)
    yield from _about(story, shown, registry)


def unknown_targets(story: Story, registry: Registry) -> list[tuple[str, str]]:
    """Kind and target of the tags that name nobody, each once. A `{person}` needs no registry."""
    wrong = {
        (tag.kind, target): None
        for tag in story.tags
        if tag.kind in ACTOR_KINDS and tag.kind != "person"
        for target in tag.targets
        if registry.kind_of(target) != tag.kind
    }
    return list(wrong)


def unknown_target(text: str, shown: str, kind: str, target: str, registry: Registry) -> WireError:
    """What is wrong with a tag that names nobody, on its line of the Markdown `text`."""
    message = f"no {kind} has the id {target!r}"
    return WireError(shown, _line(text, kind, target), message, _near(target, registry))


def _about(story: Story, shown: str, registry: Registry) -> Iterator[WireError]:
    """`About` names those who are tagged: the tags decide on whose pages a dispatch is."""
    fields = dict(story.header)
    named = [part.strip() for part in fields.get("About", "").split(",") if part.strip()]
    tagged = {target for tag in story.tags if tag.kind in ACTOR_KINDS for target in tag.targets}
    line = line_of(story.header, "About") if named else None
    for actor in named:
        if registry.get(actor) is None:
            yield WireError(shown, line, f"About names no actor: {actor!r}", _near(actor, registry))
        elif actor not in tagged:
            hint = "tag it in the text, or take it out of About"
            yield WireError(shown, line, f"About names {actor}, whom no tag names", hint)


def _line(text: str, kind: str, target: str) -> int | None:
    """The first line with such a tag; a target may stand behind others, `{leader}a,b`."""
    tag = re.compile(rf"\{{{kind}\}}(?:[^()\s]*,)?{re.escape(target)}[,)]")
    lines = enumerate(text.split("\n"), 1)
    return next((number for number, line in lines if tag.search(line)), None)


def _near(actor: str, registry: Registry) -> str:
    near = registry.nearest(actor)
    return f"did you mean {near}?" if near else "`newswire actors list` shows the known ones"
