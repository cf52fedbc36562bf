"""One call for a whole ingest run: the seeds of a site, with its own actors, on all cores."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from newswire.ingest.fingerprint import rules_fingerprint
from newswire.ingest.layout import Layout
from newswire.ingest.parallel import annotate_all
from newswire.ingest.run import Report, ingest


def run_ingest(
    layout: Layout,
    *,
    paths: Sequence[Path] = (),
    refresh: bool = False,
    dry_run: bool = False,
    jobs: int = 0,
    on_done: Callable[[], None] = lambda: None,
) -> Report:
    """Ingests a site's seeds; the arguments are those of `ingest` and `annotate_all`."""
    actor_files = layout.actor_files()
    annotate = partial(
        annotate_all,
        actor_files=actor_files,
        cache_dir=layout.cache,
        jobs=jobs,
        on_done=on_done,
    )
    rules = rules_fingerprint(actor_files)
    return ingest(layout, annotate, rules, paths=paths, refresh=refresh, dry_run=dry_run)
