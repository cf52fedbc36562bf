"""Mends what `newswire check` finds and has one mechanical remedy for; a person does the rest.

A mend is an edit like any other: the base stays the text that was last generated, so that a
changed seed is merged with mends as it is with a person's words.
"""

from __future__ import annotations

from collections.abc import Iterator

from newswire.actors.registry import Registry
from newswire.check import dispatch_problems
from newswire.errors import MarkupError, WireError
from newswire.ingest.bases import Bases
from newswire.ingest.files import read_markdown, write_text
from newswire.ingest.layout import Layout
from newswire.ingest.lock import locked
from newswire.markup import Story
from newswire.slugs import shared

EXCERPT = 60


def mend_site(layout: Layout, registry: Registry, *, dry_run: bool = False) -> Iterator[WireError]:
    """Every mend, as the problem that it was with what stands there now. Each file is written in
    one step, with `dry_run` none."""
    bases = Bases(layout)
    with locked(layout):
        for path in sorted(layout.dispatches.rglob("*.md")):
            shown = layout.name(path)
            try:
                text = read_markdown(path, shown)
            except MarkupError:
                continue  # `check_site` reports it
            mended, done = mend(text, shown, registry, bases.of(text, path))
            if done and not dry_run:
                write_text(path, mended)
            yield from done


def mend(
    text: str, shown: str, registry: Registry, base: Story | None
) -> tuple[str, list[WireError]]:
    """A dispatch's Markdown with all mends, and what each was."""
    done: list[WireError] = []
    seen = {text}
    while True:
        problems, _ = dispatch_problems(text, shown, registry, base)
        attempts = ((problem, _applied(text, problem)) for problem in problems)
        found = next(((p, after) for p, after in attempts if after not in (None, *seen)), None)
        if found is None or found[1] is None:
            return text, done
        done.append(_told(found[0], text))
        text = found[1]
        seen.add(text)


def _told(problem: WireError, text: str) -> WireError:
    """A mend as a person reads it: what was wrong, and the words that stand there now."""
    before = text.split("\n")[(problem.line or 1) - 1].split(" ")
    after = (problem.mended or "").split(" ")
    start = shared(before, after)
    end = len(after) - shared(before[start:][::-1], after[start:][::-1])
    words = " ".join(after[start:end])
    now = words if len(words) <= EXCERPT else words[: EXCERPT - 1] + "…"
    message = f"{problem.message}; mended: {now or 'taken out'}"
    return WireError(problem.path, problem.line, message)


def _applied(text: str, problem: WireError) -> str | None:
    if problem.mended is None or problem.line is None:
        return None
    lines = text.split("\n")
    lines[problem.line - 1 : problem.line] = [problem.mended] if problem.mended else []
    return "\n".join(lines)
