"""What templates and feeds ask of the model as a whole."""

from __future__ import annotations

import pytest

from newswire.annotate import Context
from newswire.site.build import SiteBuilder
from newswire.site.feeds import atom, feeds_of
from stories import article

YEAR, MONTH = ("2012", "2012/"), ("June 2012", "2012/06/")
DAY = ("Tuesday 19 June 2012", "2012/06/19/")


@pytest.mark.parametrize(
    ("url", "above"),
    [
        ("2012/06/19/boats/", [YEAR, MONTH, DAY]),
        ("2012/06/19/", [YEAR, MONTH]),
        ("2012/w25/", [YEAR]),
        ("2012/", []),
        ("drafts/boats/", []),
        ("2013/01/01/boats/", []),
    ],
)
def test_a_page_lies_below_its_year_month_and_day(
    context: Context, url: str, above: list[tuple[str, str]]
) -> None:
    site = SiteBuilder([article("Boats", "2012-06-19")], context.registry).model()
    assert site.above(url) == above


@pytest.mark.parametrize(
    ("date", "moment"),
    [
        ("2012-06-19 10:39+04:00", "2012-06-19T10:39:00+04:00"),
        ("2012-06-19 10:39", "2012-06-19T10:39:00+00:00"),
        ("2012-06-19", "2012-06-19T00:00:00+00:00"),
    ],
)
def test_a_feed_gives_the_dispatchs_own_moment(context: Context, date: str, moment: str) -> None:
    site = SiteBuilder([article("Boats", date)], context.registry).model()
    (dispatch,) = site.dispatches
    feed = next(iter(feeds_of(site, "River")))
    xml = atom(feed, "http://127.0.0.1", lambda _: "")
    assert dispatch.moment.isoformat() == moment
    assert f"<published>{moment}</published>".replace("+00:00", "Z") in xml.replace("+00:00", "Z")
