"""Annotating many seeds on all cores, in their order."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path

from newswire.annotate import annotate_seed, load_context
from newswire.errors import WireError, as_problem
from newswire.model import Document

Seed = tuple[bytes, str]
Result = Sequence[Document] | WireError

# Below this many seeds a process costs more to start than it saves.
WORTH_A_PROCESS = 24
CHUNK = 8


def annotate_all(
    seeds: Sequence[Seed],
    *,
    actor_files: Sequence[Path],
    cache_dir: Path | None,
    jobs: int = 0,
    on_done: Callable[[], None] = lambda: None,
) -> Iterator[Result]:
    """Documents, or the error, of each seed in order. `jobs` 0 means as many as there are cores;
    `on_done` is called after each."""
    work = partial(_annotate, tuple(actor_files), cache_dir)
    jobs = min(jobs or os.cpu_count() or 1, len(seeds) // WORTH_A_PROCESS)
    results = map(work, seeds) if jobs < 2 else _spread(work, seeds, jobs)
    for result in results:
        on_done()
        yield result


def _spread(work: Callable[[Seed], Result], seeds: Sequence[Seed], jobs: int) -> Iterable[Result]:
    """`work` over a pool. A worker that dies, say for want of memory, loses no seed: what it
    left is done here."""
    done = 0
    extended = os.environ.get("PYTHONPATH")
    # A fresh process finds this package only on its path, wherever Pelican loaded it from.
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, sys.path))
    try:
        with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
            for result in pool.map(work, seeds, chunksize=CHUNK):
                done += 1
                yield result
    except BrokenProcessPool:
        yield from map(work, seeds[done:])
    finally:
        if extended is None:
            del os.environ["PYTHONPATH"]
        else:
            os.environ["PYTHONPATH"] = extended


def _annotate(actor_files: tuple[Path, ...], cache_dir: Path | None, seed: Seed) -> Result:
    """One seed annotated; its error is a value, so that it can cross from a process."""
    data, name = seed
    try:
        return annotate_seed(data, name, _context(actor_files, cache_dir))
    except Exception as error:  # noqa: BLE001  # a fault of ours on one seed must not hide the rest
        return as_problem(name, error)


_context = cache(load_context)
