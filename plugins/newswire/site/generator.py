"""Pelican's side of the site: ingest before a run, the model between reading and writing, pages."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import click
from jinja2 import pass_context
from jinja2.runtime import Context as JinjaContext
from markupsafe import Markup
from pelican import Pelican
from pelican.generators import ArticlesGenerator, Generator
from pelican.writers import Writer

from newswire.actors.registry import Registry
from newswire.annotate import load_context
from newswire.check import unknown_target, unknown_targets
from newswire.errors import Problems, SettingsError, WireError
from newswire.ingest import Layout
from newswire.ingest.files import read_text
from newswire.ingest.job import run_ingest
from newswire.life import Article, Targets, dead_links, doubles_in, now
from newswire.site.build import SiteBuilder
from newswire.site.charts import template_globals
from newswire.site.dispatches import raw_url
from newswire.site.exports import exports_of
from newswire.site.feeds import SITE_FEED, atom, feeds_of
from newswire.site.marks import resolve_links
from newswire.site.pages import PAGE_TYPES, template_names
from newswire.site.reader import KEPT, NO_DATE
from newswire.site.sitemap import sitemap

PROBLEMS = "newswire_problems"
REGISTRY = "newswire_registry"
OUTPUT = "newswire_output"
SITE = "site"
SEEDS = "newswire_seeds"
HELD = "newswire_held"
# Where Pelican keeps what links may lead to: pages, and files that are published as they are.
CONTENT = ("generated_content", "static_content")


class SiteGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes every page that Pelican does not."""

    def generate_output(self, writer: Writer) -> None:
        site = self.context[SITE]
        urls = [dispatch.url for dispatch in site.dispatches]
        relative = self.settings["RELATIVE_URLS"]
        for page_type in PAGE_TYPES:
            template = self.get_template(page_type.template)
            for page in page_type.select(site):
                urls.append(page.url)
                writer.write_file(
                    page.file,
                    template,
                    self.context,
                    relative_urls=relative,
                    override_output=True,
                    url=page.url,
                    page_url=page.url,
                    **page.context,
                )
        self.context[PROBLEMS].extend(_dead_links(self.context, self.settings))
        self._write_feeds()
        self._write_exports()
        self._write_sitemap(urls)
        self._copy_seeds()

    def _write_sitemap(self, urls: Iterable[str]) -> None:
        xml = sitemap(urls, absolute_siteurl(self.settings))
        self.settings[OUTPUT].write("sitemap.xml", xml)

    def _copy_seeds(self) -> None:
        """The raw files, byte for byte, where the dispatches' pages link to them."""
        for name, seed in self.context[SEEDS].items():
            self.settings[OUTPUT].write(unquote(raw_url(name)), seed.read_bytes())

    def _write_feeds(self) -> None:
        siteurl = absolute_siteurl(self.settings)
        articles = {article.url: article for article in self.context["articles"]}

        @cache
        def content_of(url: str) -> str:
            # Pelican resolves an editor's own links to files, in feeds as on the page.
            return str(articles[url]._update_content(articles[url]._content, siteurl))

        for feed in feeds_of(self.context[SITE], self.settings["SITENAME"]):
            xml = atom(feed, siteurl, content_of)
            self.settings[OUTPUT].write(feed.save_as, xml.encode())

    def _write_exports(self) -> None:
        """The data files beside the pages."""
        siteurl = absolute_siteurl(self.settings)
        for save_as, content in exports_of(self.context[SITE], self.settings["SITENAME"], siteurl):
            self.settings[OUTPUT].write(save_as, content)


def absolute_siteurl(settings: Mapping[str, Any]) -> str:
    """The site's address for what is read away from it: feeds and the map for search engines."""
    return str(settings["SITEURL"] or settings["FEED_DOMAIN"] or "")


def layout_of(settings: Mapping[str, Any]) -> Layout:
    """The site's folders; its root is the one that holds the content folder."""
    content = Path(settings["PATH"])
    return Layout.of(content.parent, settings["NEWSWIRE_SEEDS"], content.name)


def published_seeds(settings: Mapping[str, Any]) -> dict[str, Path]:
    """The raw files that go out with the site, by name."""
    if not settings["NEWSWIRE_PUBLISH_SEEDS"]:
        return {}
    layout = layout_of(settings)
    return {layout.name(path): path for path in layout.seed_files()}


def prepare_templates(generator: Generator) -> None:
    """Gives templates their filters and charts."""
    generator.env.filters.update(href=href, asset=href, links=links)
    generator.env.globals.update(template_globals(href))


def check_theme(generator: Generator) -> None:
    """Pelican would quietly take a missing template from its own theme."""
    folder = Path(generator.theme, "templates")
    missing = [name for name in template_names() if not (folder / f"{name}.html").exists()]
    if missing:
        raise Problems(
            SettingsError(
                os.fspath(folder), None, f"the theme has no {name}.html", "copy it from ours"
            )
            for name in missing
        )


@pass_context
def href(context: JinjaContext, url: str) -> str:
    """An address of the site as the page at hand must write it."""
    return f"{context['SITEURL']}/{url}"


@pass_context
def links(context: JinjaContext, html: Markup) -> Markup:
    """Our own HTML with its addresses as the page at hand must write them."""
    return resolve_links(str(html), context["SITEURL"])


def load_actors(pelican: Pelican) -> None:
    """The registry with the site's own actors, as they are now. Raises `Problems`."""
    layout = layout_of(pelican.settings)
    pelican.settings[REGISTRY] = load_context(layout.actor_files(), layout.cache).registry


def say(kind: str, message: object) -> None:
    """One line on standard error, whole: Pelican's log would fold it in its middle."""
    click.echo(f"{kind}: {message}", err=True)


def ingest_seeds(pelican: Pelican, problems: list[WireError]) -> None:
    """Brings the Markdown up to date before Pelican reads it."""
    if not pelican.settings["NEWSWIRE_INGEST"]:
        return
    report = run_ingest(layout_of(pelican.settings), jobs=pelican.settings["NEWSWIRE_JOBS"])
    problems.extend(report.problems)
    for warning in report.warnings:
        say("warning", warning)
    for outcome in report.outcomes:
        if outcome.action != "unchanged":
            say(outcome.action, outcome.file)
    if advice := report.advice():
        say("note", advice)


def collect_problems(generator: ArticlesGenerator, metadata: MutableMapping[str, Any]) -> None:
    """Takes what the reader could not read into the list that fails the build."""
    generator.context[PROBLEMS].extend(metadata.pop("newswire_problems", ()))
    reason, seeds = metadata.pop("newswire_held", (None, ()))
    if reason is not None:
        say("warning", reason)
    generator.context.setdefault(HELD, set()).update(seeds)


def build_model(generator: ArticlesGenerator) -> None:
    """The model of the whole site, and the HTML of each dispatch in it."""
    context, settings = generator.context, generator.settings
    layout, registry = layout_of(settings), settings[REGISTRY]
    seeds = published_seeds(settings)
    _take_out_doubles(generator)
    articles = [_article(a) for a in generator.articles if _is_dispatch(a)]
    drafts = [_article(a) for a in generator.drafts if _is_dispatch(a)]
    builder = SiteBuilder(
        articles,
        registry,
        seeds.keys() - context.get(HELD, set()),
        drafts=drafts,
        rights=settings["NEWSWIRE_RIGHTS"],
        pairs=settings["NEWSWIRE_PAIR_DISPATCHES"],
        derive=settings[KEPT].derive,
    )
    context[SITE] = builder.model(_now())
    context[SEEDS] = {name: seeds[name] for name in builder.seeds}
    context["SITE_FEED"] = SITE_FEED
    _take_out(generator, lambda article: article.url in builder.lives.orders)
    views = builder.views | {draft.url: builder.draft(draft) for draft in drafts}
    settings[KEPT].save()
    for article in filter(_is_dispatch, (*generator.articles, *generator.drafts)):
        article.view = views[article.url]
        article._content = str(article.view.content)
        # Pelican asked for these when it read the dispatch, which had no content yet.
        files = article.get_static_links()
        context["static_links"] |= {name for name in files if (layout.content / name).is_file()}
    context[PROBLEMS].extend(_unknown(layout, registry, articles))
    context[PROBLEMS].extend(builder.lives.problems)
    for warning in builder.lives.warnings:
        say("warning", warning)
    _register_link_targets(context, context[SITE])


def _is_dispatch(article: Any) -> bool:
    return hasattr(article, "dispatch_source")


def _take_out_doubles(generator: ArticlesGenerator) -> None:
    """Leaves out what would be written over another page."""
    both = (*generator.articles, *generator.drafts)
    doubles = doubles_in(_article(a) for a in both if _is_dispatch(a))
    generator.context[PROBLEMS].extend(doubles.values())
    _take_out(generator, lambda article: article.dispatch_file in doubles)


def _take_out(generator: ArticlesGenerator, is_no_page: Callable[[Any], bool]) -> None:
    """Leaves out dispatches that are no pages. In place: Pelican's context has the same lists."""
    for articles in (generator.articles, generator.drafts):
        articles[:] = [a for a in articles if not (_is_dispatch(a) and is_no_page(a))]


def _article(article: Any) -> Article:
    date = None if article.date.replace(tzinfo=dt.UTC) == NO_DATE else article.date
    return Article(article.dispatch_source, date, article.url, article.dispatch_file)


def _now() -> dt.date | None:
    """`SOURCE_DATE_EPOCH`, for a build that must give the same bytes on any day."""
    return now().date() if "SOURCE_DATE_EPOCH" in os.environ else None


def _unknown(
    layout: Layout, registry: Registry, articles: Iterable[Article]
) -> Iterator[WireError]:
    """Tags that name nobody; a file is read again only to name the line."""
    for article in articles:
        for kind, target in unknown_targets(article.parsed.story, registry):
            text = read_text(layout.root / article.file)
            yield unknown_target(text, article.file, kind, target, registry)


def _dead_links(context: Mapping[str, Any], settings: Mapping[str, Any]) -> Iterator[WireError]:
    """An editor's links that lead nowhere, once Pelican knows all pages and files."""
    layout = layout_of(settings)
    pages, files = ({name for name, page in context[key].items() if page} for key in CONTENT)
    targets = Targets(pages, files, built=True)
    for article in filter(_is_dispatch, (*context["articles"], *context["drafts"])):
        yield from dead_links(
            _article(article), layout.content.name, targets, lambda f: read_text(layout.root / f)
        )


class LinkTarget:
    """What Pelican's `{filename}` finds for a page of ours."""

    def __init__(self, url: str) -> None:
        self.url = url


def _register_link_targets(context: MutableMapping[str, Any], site: Any) -> None:
    urls = [actor.url for actor in site.actors()] + [day.url for day in site.days]
    context["generated_content"].update({url: LinkTarget(url) for url in urls})
