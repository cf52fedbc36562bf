"""What happens when, in a run of Pelican. Module-level functions: blinker holds weak references."""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.contents import Content
from pelican.generators import ArticlesGenerator, Generator
from pelican.readers import Readers

from newswire.actors.registry import load_registry
from newswire.errors import Problems, WireError
from newswire.site import generator as site
from newswire.site.generator import say
from newswire.site.kept import Kept
from newswire.site.output import Output
from newswire.site.preview import Watch
from newswire.site.reader import KEPT, DispatchReader
from newswire.site.search import index_site
from newswire.site.settings import apply_settings

WATCH = "newswire_watch"
AUTORELOAD = re.compile(r"--autoreload|-[a-zA-Z]*r[a-zA-Z]*")


def connect() -> None:
    signals.initialized.connect(on_initialized)
    signals.get_generators.connect(on_get_generators)
    signals.readers_init.connect(on_readers_init)
    signals.generator_init.connect(site.prepare_templates)
    signals.article_generator_init.connect(on_article_generator_init)
    signals.article_generator_context.connect(site.collect_problems)
    signals.article_generator_finalized.connect(on_articles_read)
    signals.content_written.connect(on_content_written)
    signals.finalized.connect(on_finalized)


def on_initialized(pelican: Pelican) -> None:
    try:
        apply_settings(pelican.settings)
    except Problems as found:
        fail(found.problems)
    pelican.settings[site.PROBLEMS] = []
    cache = site.layout_of(pelican.settings).cache
    pelican.settings[site.OUTPUT] = Output(Path(pelican.output_path), cache)
    pelican.settings[KEPT] = Kept(cache / "derived")
    if previewing():
        pelican.settings[WATCH] = Watch(site.layout_of(pelican.settings), pelican.settings["THEME"])


def on_get_generators(pelican: Pelican) -> type[Generator]:
    """Fires on every run, before any generator exists: the moment to ingest."""
    watch = pelican.settings.get(WATCH)
    if watch:
        watch.begin(pelican.settings)
    # A method's cache on the class would keep every article of every earlier run alive.
    Content.get_content.cache.clear()
    problems = pelican.settings[site.PROBLEMS]
    problems.clear()
    pelican.settings[site.OUTPUT].begin()
    try:
        site.load_actors(pelican)
        site.ingest_seeds(pelican, problems)
    except (Problems, WireError) as found:
        fail(getattr(found, "problems", [found]))
        # A preview goes on with the actors that it knew, at first with the packaged ones.
        if site.REGISTRY not in pelican.settings:
            pelican.settings[site.REGISTRY] = load_registry()
    if watch:
        watch.note_content()
    return site.SiteGenerator


def on_readers_init(readers: Readers) -> None:
    for extension in DispatchReader.file_extensions:
        readers.reader_classes[extension] = DispatchReader


def on_article_generator_init(generator: ArticlesGenerator) -> None:
    try:
        site.check_theme(generator)
    except Problems as found:
        fail(found.problems)


def on_articles_read(generator: ArticlesGenerator) -> None:
    """Makes the model. It stays to the end of the run, so the garbage collector, which would walk
    through it again and again while pages are written, is told to leave it out."""
    gc.unfreeze()
    site.build_model(generator)
    gc.freeze()


def on_content_written(path: str, context: Mapping[str, Any]) -> None:
    if site.OUTPUT in context:
        context[site.OUTPUT].note(Path(path))


def on_finalized(pelican: Pelican) -> None:
    """Says what went wrong, all of it, and fails the run; in a preview, goes on."""
    watch = pelican.settings.get(WATCH)
    if watch and watch.missed():
        pelican.run()
        return
    if watch:
        watch.end(pelican.settings)
    if not pelican.settings[site.PROBLEMS]:
        pelican.settings[site.OUTPUT].sweep()
    if pelican.settings["NEWSWIRE_SEARCH"]:
        problem = index_site(Path(pelican.output_path), wait=not watch)
        pelican.settings[site.PROBLEMS].extend([problem] if problem else [])
    fail(pelican.settings[site.PROBLEMS])


def fail(problems: Iterable[WireError]) -> None:
    """Reports problems and ends the process with status 1, unless it is a preview.

    Pelican exits 0 on logged errors, and in a preview an exception would make it build
    again at once, for ever.
    """
    told = dict.fromkeys(str(problem) for problem in problems)  # ingest and reader may say the same
    for problem in told:
        say("error", problem)
    if told and not previewing():
        raise SystemExit(1)


def previewing() -> bool:
    """Whether Pelican was started to rebuild on changes."""
    return any(AUTORELOAD.fullmatch(argument) for argument in sys.argv[1:])
