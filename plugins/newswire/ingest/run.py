"""Seeds to Markdown: what is new, what changed, what a person edited.

For each story the last generated text (the base) is kept. Where the Markdown still equals its
base, it may be written anew; where a person changed it, the new text is merged in, and where
both changed the same words, both versions stay in the file for the person to choose.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from newswire.errors import MarkupError, WireError
from newswire.ingest.compose import missing_of, slug_of, source_of, story_of
from newswire.ingest.files import sweep
from newswire.ingest.layout import Layout
from newswire.ingest.ledger import Record, dump_ledger, load_ledger
from newswire.ingest.locate import Locator
from newswire.ingest.lock import locked
from newswire.ingest.merge import merge
from newswire.ingest.reissues import Reissues, copy_of
from newswire.ingest.sources import OWN, also_of, with_also
from newswire.ingest.store import Store
from newswire.markup import dumps, is_dispatch
from newswire.markup.header import load_header
from newswire.markup.read import conflict_in
from newswire.model import Dispatch, Document

Action = Literal["created", "updated", "merged", "conflict", "unchanged", "deleted", "draft"]
# Those that a person is told of, in this order.
_TOLD: tuple[Action, ...] = ("created", "draft", "updated", "merged", "conflict", "deleted")
AnnotateAll = Callable[[Sequence[tuple[bytes, str]]], Iterable["Sequence[Document] | WireError"]]
"""Raw bytes and names of seeds to their documents, in order; a failed seed gives its error."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one story: its seed, its Markdown, and with `before` the text it had."""

    seed: str
    file: str
    action: Action
    before: str = ""
    after: str = ""


@dataclass(slots=True)
class Report:
    """What a run did. `outdated` counts seeds whose Markdown is older than rules and data."""

    outcomes: list[Outcome] = field(default_factory=list)
    problems: list[WireError] = field(default_factory=list)
    warnings: list[WireError] = field(default_factory=list)
    seeds: int = 0
    outdated: int = 0

    def count(self, action: Action) -> int:
        return sum(outcome.action == action for outcome in self.outcomes)

    def advice(self) -> str | None:
        """What is to be done about outdated Markdown, if there is any."""
        if not self.outdated:
            return None
        return (
            f"annotated by older rules or data: {self.outdated} of {_seeds(self.seeds)}; "
            "`newswire ingest --refresh` brings them up to date"
        )

    def summary(self) -> str:
        """How many seeds became what."""
        counts = [f"{n} {action}" for action in _TOLD if (n := self.count(action))]
        return f"{_seeds(self.seeds)}: {', '.join(counts) or 'nothing new'}"


def _seeds(count: int) -> str:
    return f"{count} seed" if count == 1 else f"{count} seeds"


@dataclass(frozen=True, slots=True)
class Job:
    """A seed to be read: `record` is what is known of it, under its former name if renamed."""

    seed: str
    data: bytes
    sha256: str
    record: Record | None

    def former_source(self, dispatch: Dispatch) -> str:
        """The `Source` of a story as it was before the seed was renamed, if it was."""
        return source_of(replace(dispatch, source=self.record.seed if self.record else self.seed))


def ingest(
    layout: Layout,
    annotate_all: AnnotateAll,
    rules: str,
    *,
    paths: Sequence[Path] = (),
    refresh: bool = False,
    dry_run: bool = False,
) -> Report:
    """Brings the Markdown up to date with the seeds.

    `rules` is the fingerprint of what annotates; `refresh` also makes anew what older rules
    made; `paths` limits the run to these seeds; `dry_run` reports and writes nothing.
    Problems are collected in the report; nothing is raised for one bad file. Raises
    `DataError` when the ledger itself is broken, since nothing can be known then.
    """
    if dry_run:
        return _Run(layout, rules, dry_run=True).over(annotate_all, paths, refresh)
    with locked(layout):
        for folder in (layout.content, layout.state):
            sweep(folder)
        return _Run(layout, rules, dry_run=False).over(annotate_all, paths, refresh)


class _Run:
    def __init__(self, layout: Layout, rules: str, *, dry_run: bool) -> None:
        self.layout = layout
        self.rules = rules
        self.dry_run = dry_run
        self.records = load_ledger(layout.ledger, layout.name(layout.ledger))
        self.store = Store(layout, dry_run=dry_run)
        self.locator = Locator(layout, self.store)
        self.reissues = Reissues(layout, self.store)
        self.report = Report()

    def over(self, annotate_all: AnnotateAll, paths: Sequence[Path], refresh: bool) -> Report:
        jobs = list(self.jobs(paths, refresh))
        results = annotate_all([(job.data, job.seed) for job in jobs])
        for job, result in zip(jobs, results, strict=True):
            if isinstance(result, WireError):
                self.report.problems.append(result)
            else:
                self.settle(job, result)
        if jobs and not self.dry_run:
            dump_ledger(self.layout.ledger, self.records)
        self.report.problems.extend(self.standing_conflicts())
        return self.report

    def jobs(self, paths: Sequence[Path], refresh: bool) -> Iterator[Job]:
        """The seeds that are new, changed or renamed; with `refresh` also the outdated."""
        wanted = {path.resolve() for path in paths}
        present = {self.layout.name(path): path for path in self.layout.seed_files()}
        self.report.problems.extend(self.no_seeds(wanted, present.values()))
        gone = {r.sha256: r for r in self.records.values() if r.seed not in present}
        self.report.seeds = len(present)
        for seed, path in present.items():
            if wanted and not wanted.intersection((path.resolve(), *path.resolve().parents)):
                continue
            data = self.read(path)
            if data is None:
                continue
            sha256 = hashlib.sha256(data).hexdigest()
            record = self.records.get(seed) or gone.get(sha256)
            same = record is not None and (record.seed, record.sha256) == (seed, sha256)
            outdated = record is not None and record.rules != self.rules
            if same and outdated and not refresh:
                self.report.outdated += 1
            if not same or (refresh and outdated):
                yield Job(seed, data, sha256, record)

    def no_seeds(self, wanted: Iterable[Path], present: Iterable[Path]) -> Iterator[WireError]:
        """Paths that were given and hold no seed: nothing would be said of them otherwise."""
        known = {place for path in present for place in (path.resolve(), *path.resolve().parents)}
        hint = f"raw files lie under {self.layout.name(self.layout.seeds)}/"
        for path in sorted(set(wanted) - known):
            yield WireError(self.layout.name(path), None, "is no raw file of this site", hint)

    def read(self, path: Path) -> bytes | None:
        try:
            return path.read_bytes()
        except OSError as error:
            name = self.layout.name(path)
            hint = "make it readable, or take it out of the seeds"
            self.report.problems.append(
                WireError(name, None, f"cannot be read: {error.strerror}", hint)
            )
            return None

    def settle(self, job: Job, documents: Sequence[Document]) -> None:
        """Writes the stories of one seed, and only then records the seed as read."""
        known = job.record.files if job.record else ()
        try:
            files = [
                self.settle_story(job, document, known[index] if index < len(known) else None)
                for index, document in enumerate(documents)
            ]
        except (OSError, WireError) as error:
            self.report.problems.append(_as_problem(job.seed, error))
            return
        if job.record and job.record.seed != job.seed:
            del self.records[job.record.seed]
        kept = known[len(files) :]
        self.records[job.seed] = Record(job.seed, job.sha256, self.rules, (*files, *kept))

    def settle_story(self, job: Job, document: Document, file: str | None) -> str:
        """Brings one story's Markdown up to date; returns the name ingest keeps it under."""
        self.warn(document)
        dispatch = document.dispatch
        source, former = source_of(dispatch), job.former_source(dispatch)
        issued_again = file is not None and former in also_of(self.known(file))
        if file is None or issued_again:
            told = self.reissues.file_of(dispatch)
            if file is not None and told != file:
                self.name_sources(job, file, gone=former)
            if told is not None:
                self.name_sources(job, told, gone=former, new=source)
                return told
            file = None
        return self.settle_own(job, document, file)

    def settle_own(self, job: Job, document: Document, file: str | None) -> str:
        """A story that has a page of its own."""
        dispatch = document.dispatch
        if file is None:
            file, slug = self.locator.new_name(dispatch)
        else:
            # A changed headline must not move the page.
            slug = self.known(file).get("Slug") or slug_of(dispatch)
        text = with_also(dumps(story_of(document, slug)), also_of(self.known(file)))
        action = self.bring(job, file, text, source_of(dispatch), job.former_source(dispatch))
        if action == "created" and missing_of(dispatch):
            self.report.outcomes[-1] = replace(self.report.outcomes[-1], action="draft")
        self.reissues.add(copy_of(dispatch, file))
        return file

    def name_sources(self, job: Job, file: str, gone: str, new: str | None = None) -> None:
        """Sets in a stored dispatch which other seeds tell the same."""
        known = self.known(file)
        kept = [source for source in also_of(known) if source not in (gone, new)]
        base = self.store.read(self.base_of(file)) or ""
        self.bring(job, file, with_also(base, [*kept, new] if new else kept), known.get(OWN, ""))

    def bring(self, job: Job, file: str, text: str, *sources: str) -> Action:
        """Makes `text` the last generated one of a file, and merges it into the Markdown."""
        base_path = self.base_of(file)
        base = self.store.read(base_path)
        path = self.locator.find(file, *sources)
        outcome = self.reconcile(job, file, path, base, text)
        self.report.outcomes.append(outcome)
        if base != text:
            self.store.write(base_path, text)
        return outcome.action

    def base_of(self, file: str) -> Path:
        return self.layout.base / Path(file).name

    def known(self, file: str) -> dict[str, str]:
        """The header of the last generated text, empty where there is none."""
        path = self.base_of(file)
        text = self.store.read(path)
        return dict(load_header(text, self.layout.name(path))[0]) if text is not None else {}

    def reconcile(
        self, job: Job, file: str, path: Path | None, base: str | None, text: str
    ) -> Outcome:
        """Decides between the person's text and the new one, and writes what was decided.

        The Markdown is written before its base: a run that dies between the two finds the
        same text in both places and goes on.
        """
        if path is None and base is not None:
            return Outcome(job.seed, file, "deleted")
        path = path or self.layout.root / file
        name = self.layout.name(path)
        mine = self.store.read(path)
        waiting = conflict_in(mine, name) if mine is not None and base != text else None
        if waiting is not None:
            # A merge into it would bury one conflict in another: it waits for a person.
            raise waiting
        if mine is None:
            after: str = text
            action: Action = "created"
        else:
            # Without a base nothing can tell an edit from old output: the file counts as edited.
            merged = merge(text if base is None else base, mine, text)
            after, action = merged.text, _compared(mine, base, text, merged.conflict)
        if after != mine:
            self.store.write(path, after)
        return Outcome(job.seed, name, action, mine or "", after)

    def standing_conflicts(self) -> Iterator[WireError]:
        """Conflicts that no person has resolved yet. Their seeds are recorded as read, so that
        nothing else of a later run would come across them."""
        told = {problem.path for problem in self.report.problems}
        for path in sorted(self.layout.content.rglob("*.md")):
            name = self.layout.name(path)
            try:
                text = self.store.read(path) or ""
            except MarkupError:
                continue  # the build reports it
            conflict = conflict_in(text, name) if name not in told and is_dispatch(text) else None
            if conflict is not None:
                yield conflict

    def warn(self, document: Document) -> None:
        dispatch = document.dispatch
        self.report.warnings.extend(
            WireError(dispatch.source, caution.line, caution.message)
            for caution in dispatch.warnings
        )
        if missing := missing_of(dispatch):
            self.report.warnings.append(
                WireError(
                    dispatch.source,
                    None,
                    f"story {dispatch.story} becomes a draft: no {', no '.join(missing)}",
                    "write it into the header of the Markdown and take out 'Status: draft'",
                )
            )


def _compared(mine: str, base: str | None, text: str, conflict: bool) -> Action:
    if conflict:
        return "conflict"
    if text in (mine, base) or base is None:
        return "unchanged"
    return "updated" if mine == base else "merged"


def _as_problem(seed: str, error: OSError | WireError) -> WireError:
    if isinstance(error, WireError):
        return error
    return WireError(seed, None, f"cannot be ingested: {error}", "nothing of it was changed")
