"""The command line: a thin skin over the library."""

from __future__ import annotations

import datetime as dt
import difflib
import json
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress
from rich.table import Table

from newswire.actors.check import doubts
from newswire.actors.export import as_json
from newswire.actors.registry import load_registry
from newswire.actors.wikidata import fetch, person_toml
from newswire.annotate import Context, annotate_seed, load_context
from newswire.check import check_site, strangers
from newswire.errors import Problems, WireError
from newswire.explain import edits, reasons
from newswire.ingest import Layout, Report
from newswire.ingest.files import read_markdown
from newswire.ingest.job import run_ingest
from newswire.ingest.sources import OWN, seed_of, story_of
from newswire.jsonlines import as_line, objects_of_files, objects_of_lines
from newswire.markup import Story, loads
from newswire.markup.header import load_header
from newswire.mend import mend_site
from newswire.model import Document
from newswire.settings import folders_of
from newswire.starter import new_site


@click.group()
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The site's folder; the current one by default.",
)
@click.version_option(package_name="pelican-newswire")
@click.pass_context
def cli(context: click.Context, root: Path) -> None:
    """Raw wire text to an annotated news digest."""
    seeds, content = folders_of(root)
    # As in a build, a site's root is the folder that holds the content folder.
    context.obj = Layout.of((root / content).parent, seeds, Path(content).name)


@cli.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would be done, and write nothing.")
@click.option("--diff", is_flag=True, help="Show how each Markdown file changes.")
@click.option("--refresh", is_flag=True, help="Also make anew what older rules or data made.")
@click.option(
    "--jobs",
    type=click.IntRange(min=0),
    default=0,
    help="Processes; by default one a core.",
)
@click.pass_obj
def ingest(
    layout: Layout, paths: tuple[Path, ...], dry_run: bool, diff: bool, refresh: bool, jobs: int
) -> None:
    """Turn new and changed seeds into annotated Markdown under content/dispatches/.

    Only PATHS, files or folders, if given. A person's edits are kept.
    """
    with _reported(), _progress() as advance:
        report = run_ingest(
            layout, paths=paths, refresh=refresh, dry_run=dry_run, jobs=jobs, on_done=advance
        )
    _say(report, diff)
    if report.problems:
        raise SystemExit(1)


@cli.command()
@click.argument("path", type=click.Path(allow_dash=True, path_type=str))
@click.option("--jsonl", is_flag=True, help='Read {"id", "text", "published"} objects, one a line.')
@click.pass_obj
def annotate(layout: Layout, path: str, jsonl: bool) -> None:
    """Print the analysis of PATH (a file, a folder, or - for standard input) as JSON Lines."""
    with _reported():
        context = _context(layout)
    objects = objects_of_lines(path, context) if jsonl else objects_of_files(path, context)
    failed = False
    for found in objects:
        failed |= found["error"] is not None
        click.echo(as_line(found))
    if failed:
        raise SystemExit(1)


@cli.command()
@click.option("--fix", is_flag=True, help="First mend what has one mechanical remedy.")
@click.option(
    "--dry-run", is_flag=True, help="With --fix: say what would be mended, write nothing."
)
@click.pass_obj
def check(layout: Layout, fix: bool, dry_run: bool) -> None:
    """Report every problem of content, seeds, actors and settings as path:line: reason."""
    with _reported():
        registry = _context(layout).registry
        for done in mend_site(layout, registry, dry_run=dry_run) if fix else ():
            click.echo(str(done))
        problems = list(check_site(layout, registry, dt.date.today()))
    _tell(problems)


@cli.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_obj
def explain(layout: Layout, file: Path) -> None:
    """Say why each annotation of a raw FILE, or of the seed of a Markdown FILE, is there."""
    console = Console()
    with _reported():
        context = _context(layout)
        seed, story = _seed_of(layout, file)
        found = annotate_seed(seed.read_bytes(), layout.name(seed), context)
        told = [document for document in found if story in (None, document.dispatch.story)]
        if not told:
            raise WireError(layout.name(seed), None, f"holds no story {story} any more")
        for document in told:
            table = Table("words", "stand for", "because of", title=document.dispatch.headline)
            for reason in reasons(document, context.registry):
                table.add_row(reason.words, reason.meaning, reason.rule)
            console.print(table, markup=False)
            for caution in document.dispatch.warnings:
                console.print(f"line {caution.line or '?'}: {caution.message}", markup=False)
            if story is not None:
                _say_edits(console, document, loads(read_markdown(file, layout.name(file))))


def _say_edits(console: Console, document: Document, story: Story) -> None:
    """What a person made of the annotations; the table is of the raw file."""
    written, taken = edits(document, story)
    for title, words in (("Only in the Markdown:", written), ("Not in the Markdown:", taken)):
        if words:
            console.print(title, *words, sep="\n  ", markup=False)


@cli.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def new(folder: Path) -> None:
    """Make a fresh site in FOLDER: settings, theme and one dispatch."""
    with _reported():
        new_site(folder)
    click.echo(f"Made {folder}. Now: cd {folder} && pelican --listen --autoreload", err=True)


@cli.group()
def actors() -> None:
    """Ask the registry of leaders, countries and organisations."""


@actors.command("list")
@click.option("--kind", type=click.Choice(["leader", "country", "organisation"]))
@click.option("--country", help="Holders of posts there: an alpha-3 code or a name.")
@click.option("--post", help="Holders of this post, such as foreign-minister.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="Holders on that day.")
@click.pass_obj
def list_actors(
    layout: Layout,
    kind: str | None,
    country: str | None,
    post: str | None,
    on: dt.datetime | None,
) -> None:
    """List actors as id, kind and name."""
    with _reported():
        registry = _context(layout).registry
        if country is not None:
            names = {known.slug: known.id for known in registry.countries.values()}
            codes = {code.casefold(): code for code in registry.countries}
            country = _known("country", country, codes | names)
        if post is not None:
            post = _known("post", post, {known: known for known in registry.posts})
    day = on.date().isoformat() if on else None
    of_posts = (country, post, day) != (None, None, None)
    rows = []
    for actor in as_json(registry):
        terms = [m for m in actor["memberships"] if _matches(m, country, post, day)]
        if kind in (None, actor["kind"]) and (terms or not of_posts):
            held = "; ".join(map(_term, terms)) if of_posts else ""
            rows.append("\t".join(filter(None, (actor["id"], actor["kind"], actor["name"], held))))
    click.echo("\n".join(rows) or "No actor is known who fits all of that.", err=not rows)


@actors.command()
@click.argument("name")
@click.pass_obj
def show(layout: Layout, name: str) -> None:
    """Show an actor, by id or any of its names, else all of whose name NAME is a word."""
    with _reported():
        found = as_json(_context(layout).registry)
    hits = [a for a in found if name.casefold() in map(str.casefold, _names(a))]
    hits = hits or [a for a in found if name.casefold() in a["name"].casefold().split()]
    if not hits:
        names = [n for a in found for n in (a["id"], a["name"])]
        near = difflib.get_close_matches(name, names, 3)
        raise click.ClickException(
            f"no actor is called {name!r}" + (f" (did you mean {', '.join(near)}?)" if near else "")
        )
    click.echo(json.dumps(hits[0] if len(hits) == 1 else hits, ensure_ascii=False, indent=2))


@actors.command()
@click.option("--stubs", is_flag=True, help="Print a TOML table to complete for each.")
@click.pass_obj
def unknown(layout: Layout, stubs: bool) -> None:
    """List the people of the dispatches whom the registry does not know, the most named first."""
    for person in strangers(layout):
        click.echo(person.stub if stubs else f"{person.mentions}\t{person.id}\t{person.name}")


@actors.command()
@click.option("--json", "_", is_flag=True, help="The only form there is.")
@click.pass_obj
def export(layout: Layout, _: bool) -> None:
    """Print the whole registry as one JSON array."""
    with _reported():
        click.echo(json.dumps(as_json(_context(layout).registry), ensure_ascii=False))


@actors.command("check")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="As seen on that day, not today.")
def check_actors(on: dt.datetime | None) -> None:
    """Report what is doubtful in the packaged actors: shared names, overlapping, expired terms."""
    day = on.date() if on else dt.date.today()
    with _reported():
        _tell(list(doubts(load_registry(), day)))


@actors.command("import")
@click.argument("origin", metavar="wikidata", type=click.Choice(["wikidata"]))
@click.argument("items", metavar="Q…", nargs=-1, required=True)
@click.option("--write", is_flag=True, help="Write each to content/actors/ instead of printing it.")
@click.pass_obj
def import_actors(layout: Layout, origin: str, items: tuple[str, ...], write: bool) -> None:
    """Ask Wikidata for people by their items (Q7747), and give each as a TOML table to check."""
    with _reported():
        registry = _context(layout).registry
    failed = False
    for item in items:
        try:
            table = person_toml(item, fetch(item), registry)
            click.echo(_written(layout, table) if write else table)
        except WireError as error:
            click.echo(str(error), err=True)
            failed = True
    if failed:
        raise SystemExit(1)


def _written(layout: Layout, table: str) -> str:
    """The name of the new file; one that is there already may hold a person's work."""
    (person,) = tomllib.loads(table)["person"]
    path = layout.actors / f"{person['id']}.toml"
    if path.exists():
        raise WireError(layout.name(path), None, "is there already", "leave out --write")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(table, encoding="utf-8")
    return layout.name(path)


def _tell(problems: Sequence[WireError]) -> None:
    """One line a problem, and exit status 1 if there is any."""
    for problem in problems:
        click.echo(str(problem))
    if problems:
        raise SystemExit(1)
    click.echo("Nothing to mend.", err=True)


def _context(layout: Layout) -> Context:
    cache = layout.cache if layout.content.is_dir() else None
    return load_context(layout.actor_files(), cache)


def _seed_of(layout: Layout, file: Path) -> tuple[Path, int | None]:
    """The raw file, `file` itself with all its stories, or what a Markdown file is made from."""
    if file.suffix != ".md":
        return file, None
    shown = layout.name(file)
    source = dict(load_header(read_markdown(file, shown), shown)[0]).get(OWN)
    if source is None:
        raise WireError(shown, None, "names no Source", "give the raw file instead")
    seed = layout.root / seed_of(source)
    if not seed.is_file():
        raise WireError(seed_of(source), None, f"is gone, from which {shown} was made")
    return seed, story_of(source)


def _known(what: str, given: str, known: Mapping[str, str]) -> str:
    """The id of what is known by that name; nothing at all would be said of another."""
    name = given.casefold()
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, known, 1)
    hint = f"did you mean {near[0]}?" if near else "`newswire actors show NAME` shows what there is"
    raise WireError(f"--{what}", None, f"no {what} is called {given!r}", hint)


def _matches(term: dict[str, Any], country: str | None, post: str | None, day: str | None) -> bool:
    return (
        (country is None or term["area"] == country)
        and (post is None or term["post"] == post)
        and (day is None or _covers(term, day))
    )


def _names(actor: dict[str, Any]) -> list[str]:
    return [actor["id"], actor["name"], *actor["aliases"]]


def _covers(term: dict[str, Any], day: str) -> bool:
    """Whether a term may cover a day; EDTF dates sort as text as far as they are given."""
    start, end = term["start"] or "", term["end"]
    begun = day[: len(start)] >= start
    return bool(begun and (end is None or day[: len(end)] <= end))


def _term(term: dict[str, Any]) -> str:
    place = term["area"] or term["organisation"]
    return f"{term['post']} {place} {term['start'] or ''}–{term['end'] or ''}"


@contextmanager
def _reported() -> Iterator[None]:
    """Turns problems into messages and exit status 1."""
    try:
        yield
    except Problems as found:
        for problem in found.problems:
            click.echo(str(problem), err=True)
        raise SystemExit(1) from None
    except WireError as error:
        click.echo(str(error), err=True)
        raise SystemExit(1) from None
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        click.echo(f"{place}{error.strerror or error}", err=True)
        raise SystemExit(1) from None


@contextmanager
def _progress() -> Iterator[Callable[[], None]]:
    """A count of seeds done, on a terminal only."""
    console = Console(stderr=True)
    with Progress(
        "Annotating", MofNCompleteColumn(), console=console, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task("seeds", total=None)
        yield lambda: bar.advance(task)


def _say(report: Report, diff: bool) -> None:
    """One line a story that changed, warnings, problems, and the sum."""
    for outcome in report.outcomes:
        if outcome.action != "unchanged":
            click.echo(f"{outcome.action:9} {outcome.file}")
        if diff and outcome.before != outcome.after:
            lines = (outcome.before.splitlines(True), outcome.after.splitlines(True))
            click.echo("".join(difflib.unified_diff(*lines, outcome.file, outcome.file)))
    for warning in report.warnings:
        click.echo(f"warning: {warning}", err=True)
    for problem in report.problems:
        click.echo(f"error: {problem}", err=True)
    click.echo(report.summary(), err=True)
    if advice := report.advice():
        click.echo(advice, err=True)
