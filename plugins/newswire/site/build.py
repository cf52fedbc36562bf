"""The whole site as one model: every view, linked to every other."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from itertools import pairwise

from newswire.actors.registry import Registry
from newswire.derive import Derive, derive
from newswire.ingest.sources import seed_of, sources_of
from newswire.life import Article, lives_of
from newswire.markup import ACTOR_KINDS
from newswire.site import periods
from newswire.site.actors import ActorIndex, strangers
from newswire.site.dispatches import DispatchBuilder
from newswire.site.marks import Marks
from newswire.site.pairs import add_pairs
from newswire.site.rights import FULL, WITHDRAWN, rights_of
from newswire.site.views import ActorView, DispatchView, EventView, SiteModel, When
from newswire.site.who import Who

RELATED = 4


class SiteBuilder:
    """Builds the model from the published dispatches; also renders drafts, which no page lists.

    `seeds` are the raw files that are published with the site, `pairs` is how many dispatches
    must tell of two countries at once before the two have a page; 0 for no such pages. `derive`
    tells what follows from a dispatch.
    """

    def __init__(
        self,
        articles: Sequence[Article],
        registry: Registry,
        seeds: Set[str] = frozenset(),
        *,
        drafts: Sequence[Article] = (),
        rights: str = FULL,
        pairs: int = 0,
        derive: Derive = derive,
    ) -> None:
        self.pairs = pairs
        self.derive = derive
        self.rights = rights
        self.lives = lives_of(articles, drafts)
        pages = [a for a in articles if a.url not in self.lives.orders]
        self.articles = sorted(pages, key=_moment, reverse=True)
        self.seeds = seeds - self._withheld([*articles, *drafts])
        self.who = Who(registry)
        self.days = {article.day for article in pages}
        self.marks = Marks(self.who.ref, self.day_url)
        for article in filter(self._stands, pages):
            self._meet(article)

    def _withheld(self, articles: Iterable[Article]) -> frozenset[str]:
        """The raw files that tell more than readers may see."""
        cut = (article.fields for article in articles if self._shown(article) != FULL)
        return frozenset(seed_of(source) for fields in cut for source in sources_of(fields))

    def _shown(self, article: Article) -> str:
        if article.url in self.lives.killed:
            return WITHDRAWN
        return rights_of(article.fields, self.rights)

    def _stands(self, article: Article) -> bool:
        """Whether a dispatch is the last word on its story; what is not is told nowhere else."""
        return article.url not in self.lives.killed and article.url not in self.lives.superseded

    def _meet(self, article: Article) -> None:
        """Notes whom a dispatch names: known actors get a page, strangers their name."""
        story = article.parsed.story
        for tag in story.tags:
            if tag.kind not in ACTOR_KINDS:
                continue
            for target in tag.targets:
                if self.who.kind(target) != "person":
                    self.who.paged.add(target)
                else:
                    name = story.body[tag.start : tag.end]
                    self.who.strangers[target] = max(
                        self.who.strangers.get(target, ""), name, key=len
                    )

    def day_url(self, when: When) -> str | None:
        """The digest of a day, where the site has one."""
        if when.start == when.end and when.start in self.days:
            return f"{when.start:%Y/%m/%d}/"
        return None

    def draft(self, article: Article) -> DispatchView:
        """A draft as it would look; its own pages and neighbours do not exist."""
        return self._view(article, listed=False)

    def _view(self, article: Article, *, listed: bool) -> DispatchView:
        shown = self._shown(article)
        return DispatchBuilder(
            article,
            self.who,
            self.marks,
            self.seeds,
            shown=shown,
            listed=listed,
            derive=self.derive,
        ).view()

    def model(self, now: dt.date | None = None) -> SiteModel:
        """Everything on the site. `now` defaults to the newest dispatch's day."""
        views = [self._view(a, listed=self._stands(a)) for a in self.articles]
        standing = [v for a, v in zip(self.articles, views, strict=True) if self._stands(a)]
        if now is None:
            now = views[0].when.start if views else dt.date(1970, 1, 1)
        events = sorted((e for view in standing for e in view.timeline), key=_latest_first)
        self.views = {view.url: view for view in views}
        self._supersede()
        for newer, older in pairwise(views):
            newer.older, older.newer = older, newer
        _relate(standing)
        site = SiteModel(
            now=now,
            dispatches=standing,
            events=events,
            people=strangers(standing),
            days=periods.days_of(views, events),
            weeks=periods.weeks_of(views, events),
            months=periods.months_of(views),
            years=periods.years_of(views),
            timeline_parts=periods.timeline_parts(events),
            sections=periods.linked_of(views, lambda d: d.section),
            agencies=periods.linked_of(views, lambda d: d.agency),
        )
        self._add_actors(site)
        add_pairs(site, self.pairs)
        return site

    def _add_actors(self, site: SiteModel) -> None:
        index = ActorIndex(site.dispatches, site.events)
        views = [index.view(actor, self.who, site.now) for actor in self.who.paged]
        views.sort(key=_most_first)
        site.leaders = [view for view in views if view.kind == "leader"]
        site.countries = [view for view in views if view.kind == "country"]
        site.organisations = [view for view in views if view.kind == "organisation"]

    def _supersede(self) -> None:
        """Links each older version with the one that stands, the newest of the older first."""
        for url, view in self.views.items():
            newer = self.lives.superseded.get(url)
            if newer is not None:
                view.superseded_by = self.views[newer.url]
                view.superseded_by.supersedes.append(view)


def _relate(views: Sequence[DispatchView]) -> None:
    """Dispatches about the same actors, rarer actors counting more."""
    common = Counter(actor.id for view in views for actor in view.about)
    about: dict[str, list[DispatchView]] = {}
    for view in views:
        for actor in view.about:
            about.setdefault(actor.id, []).append(view)
    for view in views:
        view.related = _related(view, about, common)


def _related(
    view: DispatchView, about: dict[str, list[DispatchView]], common: Counter[str]
) -> list[DispatchView]:
    scores: Counter[str] = Counter()
    found: dict[str, DispatchView] = {}
    for actor in view.about:
        for other in about[actor.id]:
            if other is not view:
                found[other.url] = other
                scores[other.url] += 1 / common[actor.id]  # type: ignore[assignment]
    ranked = sorted(
        found.values(),
        key=lambda other: (-scores[other.url], abs(other.when.start - view.when.start), other.url),
    )
    return ranked[:RELATED]


def _moment(article: Article) -> tuple[dt.datetime, str]:
    assert article.date is not None  # only drafts lack a date
    return article.date, article.url


def _latest_first(event: EventView) -> tuple[int, int, str]:
    return -event.when.start.toordinal(), event.when.end.toordinal(), event.id


def _most_first(view: ActorView) -> tuple[int, str]:
    return -view.count, view.name
