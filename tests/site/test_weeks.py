"""Week digests: ISO weeks, what was filed in them and what happened in them."""

from __future__ import annotations

import pytest

from newswire.annotate import Context
from newswire.site.build import SiteBuilder
from newswire.site.views import SiteModel
from stories import BODY, article


def model(context: Context, *days: str, told: tuple[str, ...] = ()) -> SiteModel:
    """A site with a dispatch on each day, the first with timeline entries at these dates."""
    lines = "".join(f"- [{date}]({{date}}{date}): A boat came.\n" for date in told)
    bodies = [f"{BODY}\n## Timeline\n\n{lines}", *[BODY] * (len(days) - 1)]
    sent = [article(f"Boats {day}", day, body) for day, body in zip(days, bodies, strict=True)]
    return SiteBuilder(sent, context.registry).model()


@pytest.mark.parametrize(
    ("day", "url", "name"),
    [
        ("2012-06-19", "2012/w25/", "Week 25, 18–24 June 2012"),
        ("2012-06-24", "2012/w25/", "Week 25, 18–24 June 2012"),
        ("2012-12-31", "2013/w01/", "Week 1, 31 December 2012 – 6 January 2013"),
        ("2010-01-03", "2009/w53/", "Week 53, 28 December 2009 – 3 January 2010"),
    ],
)
def test_a_day_lies_in_its_iso_week(context: Context, day: str, url: str, name: str) -> None:
    site = model(context, day)
    (week,) = site.weeks
    assert (week.url, week.name) == (url, name)
    for period in (*site.days, *site.months):
        assert [(link.url, link.name) for link in period.weeks] == [(url, name)]


def test_weeks_lead_to_the_next_that_there_is(context: Context) -> None:
    site = model(context, "2012-06-04", "2012-06-19", "2012-06-20")
    newest, oldest = site.weeks
    assert [len(week.dispatches) for week in site.weeks] == [2, 1]
    assert newest.older is not None
    assert newest.older.url == oldest.url == "2012/w23/"
    assert [link.url for link in site.months[0].weeks] == ["2012/w23/", "2012/w25/"]


def test_a_week_tells_what_lies_within_it(context: Context) -> None:
    told = ("2012-06-17", "2012-06-18", "2012-06-19/2012-06-24", "2012-06-24/2012-06-25", "2012-06")
    (week,) = model(context, "2012-06-19", told=told).weeks
    assert {event.when.edtf for event in week.events} == {"2012-06-18", "2012-06-19/2012-06-24"}
