"""The life of a story: which version stands, what was taken back.

A newer version, a correction or a kill comes as a dispatch of its own. Wires tell that it
belongs to an earlier one by slugline, or only by headline, place and day; a person tells it by
`Supersedes:`, which always wins.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from newswire.errors import MarkupError, WireError
from newswire.ingest.shingles import containment, shingles_of
from newswire.life.article import Article
from newswire.markup import line_of
from newswire.slugs import slugify

# A slugline is used again for the next story of its kind; a story's versions come close together.
SAME_STORY = dt.timedelta(days=3)
# Without a slugline, only the same day and the next are near enough.
NEXT_DAY = dt.timedelta(days=1)
# Of the words of two headlines: of all words, and of the shorter one's where the newer is marked
# as a version. The unmarked must also share text, for "Stocks open higher" comes every day.
ALIKE, ALIKE_IF_MARKED, SHARED_TEXT = 0.8, 0.6, 0.3
FEWEST_WORDS = 3
# A longer dispatch that is marked as killed is the story itself, not the order to kill it.
LONGEST_ORDER = 80
NOTHING = "none"

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lives:
    """What became of dispatches, by their addresses.

    `superseded` gives the version that stands now, `killed` those that were taken back, `orders`
    those that only take another back and are no pages. `warnings` are of orders that found
    nothing to take back: a wire also kills stories that this site never had.
    """

    superseded: Mapping[str, Article]
    killed: Set[str]
    orders: Set[str]
    problems: Sequence[WireError]
    warnings: Sequence[WireError]


def lives_of(articles: Iterable[Article], drafts: Iterable[Article] = ()) -> Lives:
    """The lives of dated dispatches. A kill counts even as a draft: it often has no headline."""
    articles, drafts = sorted(articles, key=_moment), list(drafts)
    told = [a for a in (*articles, *drafts) if "Killed" in a.fields]
    found, unknown = _taken_back(told, articles, drafts)
    orders = frozenset(a.url for a in told if found[a.url] and _is_order(a))
    killed = frozenset(a.url for a in told).union(*found.values()) - orders
    idle = [a for a in told if _is_order(a) and not found[a.url] and not _supersedes(a)]
    pages = [a for a in articles if a.url not in orders]
    standing = [a for a in pages if a.url not in killed]
    named, problems = _named(standing, pages, drafts)
    superseded = _newest(_superseded(standing) | named)
    warnings = [_idle(order) for order in idle]
    return Lives(superseded, killed, orders, [*unknown, *problems], warnings)


def _taken_back(
    told: Sequence[Article], articles: Sequence[Article], drafts: Sequence[Article]
) -> tuple[dict[str, set[str]], list[WireError]]:
    """What each dispatch that is marked as killed takes back besides itself, by addresses; and
    what an order's `Supersedes:` names that is not there."""
    by_key: dict[Key, list[Article]] = defaultdict(list)
    for article in articles:
        for key in _names(article):
            by_key[key].append(article)
    known, unpublished = _by_name(articles), _by_name(drafts)
    found: dict[str, set[str]] = {}
    problems: list[WireError] = []
    for order in told:
        alike = (a for key in _names(order) for a in by_key[key] if _takes_back(order, a))
        found[order.url] = {a.url for a in alike}
        for name in _supersedes(order) if _is_order(order) else []:
            if name in known and known[name] is not order:
                found[order.url].add(known[name].url)
            elif name != NOTHING and name not in unpublished:
                problems.append(_unknown(order, name, known))
    return found, problems


def _is_order(article: Article) -> bool:
    """Whether a dispatch that is marked as killed is short enough to do nothing but kill."""
    return len(article.parsed.story.body.split()) <= LONGEST_ORDER


def _idle(order: Article) -> WireError:
    header = order.parsed.story.header
    if order.date is None:
        reason, hint = "it has no date", "write 'Date: 2012-06-19 10:39+04:00'"
    else:
        reason = "no dispatch of its agency in the three days before has its slugline or headline"
        hint = "name the slug of the story in 'Supersedes:', or 'none' if there is none"
    message = f"this kill takes nothing back: {reason}"
    return MarkupError(order.file, line_of(header, "Killed"), message, hint)


def _names(article: Article) -> list[Key]:
    """What a kill may call a story by: its slugline, its headline."""
    fields = article.fields
    agency = fields.get("Agency", "").casefold()
    names = [("slug", fields.get("Slugline", "").casefold()), ("title", slugify(fields["Title"]))]
    return [(agency, kind, name) for kind, name in names if name]


def _takes_back(order: Article, article: Article) -> bool:
    if order.date is None or "Killed" in article.fields:
        return False
    return _is_later(order, article, SAME_STORY)


def _superseded(articles: Sequence[Article]) -> dict[str, Article]:
    """Each older version with the newest of its story, as agencies mark them."""
    newest: dict[Key, list[Article]] = defaultdict(list)
    superseded: dict[str, Article] = {}
    for article in reversed(articles):
        if article.day is None or "Agency" not in article.fields:
            continue
        near = (newer for key in _reach(article) for newer in newest[key])
        newer = next((newer for newer in near if _is_version(newer, article)), None)
        if newer is not None:
            superseded[article.url] = newer
        elif "Supersedes" not in article.fields:
            for key in _spots(article, article.day):
                newest[key].append(article)
    return superseded


def _reach(article: Article) -> list[Key]:
    """Where the newer version of a dispatch may be: its spots, and that of the next day."""
    assert article.day is not None
    return [*_spots(article, article.day), _spots(article, article.day + NEXT_DAY)[0]]


def _spots(article: Article, day: dt.date) -> list[Key]:
    """Where versions of one story meet: at place and day, at the slugline if there is one."""
    fields = article.fields
    agency, slugline = fields["Agency"], fields.get("Slugline")
    place: Key = (agency, fields.get("Dateline", "").casefold(), day.isoformat())
    return [place, (agency, slugline.casefold())] if slugline else [place]


def _is_version(newer: Article, older: Article) -> bool:
    sluglines = [a.fields.get("Slugline", "").casefold() for a in (newer, older)]
    if all(sluglines):
        return sluglines[0] == sluglines[1] and _is_later(newer, older, SAME_STORY)
    return _is_retold(newer, older) and _is_later(newer, older, NEXT_DAY)


def _is_retold(newer: Article, older: Article) -> bool:
    """Whether two headlines, and where need be their texts, are of one story."""
    one, other = newer.headline_words, older.headline_words
    shared = len(one & other)
    if shared < FEWEST_WORDS:
        return False
    if _ordinal(newer):
        return shared / min(len(one), len(other)) >= ALIKE_IF_MARKED
    if shared / len(one | other) < ALIKE:
        return False
    bodies = (shingles_of(article.parsed.story.body) for article in (older, newer))
    return containment(*bodies) >= SHARED_TEXT


def _named(
    standing: Iterable[Article], pages: Iterable[Article], drafts: Iterable[Article]
) -> tuple[dict[str, Article], list[WireError]]:
    """What `Supersedes:` says. A dispatch that was taken back replaces nothing, but may be
    replaced; a draft is no page yet, so that nothing need be done to replace it."""
    known, unpublished = _by_name(pages), _by_name(drafts)
    superseded: dict[str, Article] = {}
    problems: list[WireError] = []
    for article in standing:
        for name in _supersedes(article):
            older = known.get(name)
            if older is not None and _moment(older) < _moment(article):
                superseded[older.url] = article
            elif name != NOTHING and name not in unpublished:
                problems.append(_unknown(article, name, known))
    return superseded, problems


def _supersedes(article: Article) -> list[str]:
    """The slugs, addresses or sources that a person wrote, parted by commas."""
    names = (name.strip().strip("/") for name in article.fields.get("Supersedes", "").split(","))
    return [name for name in names if name]


def _by_name(articles: Iterable[Article]) -> dict[str, Article]:
    """Dispatches by all that `Supersedes:` may call them."""
    known: dict[str, Article] = {}
    for article in articles:
        names = (article.fields["Slug"], article.url.strip("/"), article.fields.get("Source"))
        known |= dict.fromkeys(filter(None, names), article)
    return known


def _unknown(article: Article, name: str, known: Iterable[str]) -> WireError:
    line = line_of(article.parsed.story.header, "Supersedes")
    near = [] if name in known else difflib.get_close_matches(name, known, 1)
    hint = f"did you mean {near[0]}?" if near else "give the slug of an earlier dispatch, or 'none'"
    return MarkupError(article.file, line, f"Supersedes names no earlier dispatch: {name!r}", hint)


def _newest(superseded: Mapping[str, Article]) -> dict[str, Article]:
    """Each older version with the last of its line; every step leads to a later dispatch."""
    return {url: _last(newer, superseded) for url, newer in superseded.items()}


def _last(article: Article, superseded: Mapping[str, Article]) -> Article:
    while article.url in superseded:
        article = superseded[article.url]
    return article


def _is_later(newer: Article, older: Article, within: dt.timedelta) -> bool:
    """Whether one came after the other; of the same day, where one states no time, it may have."""
    assert newer.day is not None
    assert older.day is not None
    if newer.states_time and older.states_time and _moment(newer) < _moment(older):
        return False
    return dt.timedelta(0) <= newer.day - older.day <= within


def _moment(article: Article) -> tuple[dt.datetime, int, str]:
    """The order of versions: by time, and at the same time by number."""
    assert article.date is not None  # only drafts lack a date
    return article.date, _ordinal(article), article.url


def _ordinal(article: Article) -> int:
    """2 for `UPDATE 2` and `2nd Ld`, 1 for a mark without number, 0 for none."""
    marks = " ".join(filter(None, map(article.fields.get, ("Version", "Correction"))))
    number = re.search(r"\d{1,2}", article.fields.get("Version", ""))
    return int(number[0]) if number else int(bool(marks))
