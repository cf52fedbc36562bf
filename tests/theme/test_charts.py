"""Charts are drawings of their data: well-formed, inside their frame, with the numbers in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from markupsafe import Markup
from sample_site import sample_site

from newswire.site.charts import (
    share_bar,
    sparkline,
    succession_strip,
    tenure_strip,
    world_map,
    year_strip,
)
from newswire.site.charts.axis import Axis
from newswire.site.charts.svg import element
from newswire.site.charts.world import class_bounds
from newswire.site.views import ActorRef, ActorView, Month, OfficeView

NOW = dt.date(2014, 1, 22)
HOSTILE = "<script>alert(1)</script>\"'&"
days = st.dates(dt.date(1948, 1, 1), dt.date(2035, 12, 31))
counts = st.integers(0, 500)
months = st.lists(
    st.builds(
        lambda year, month, count, linked: Month(
            year, month, f"{year}-{month:02}", count, f"{year}/{month:02}/" if linked else None
        ),
        st.integers(1990, 2030),
        st.integers(1, 12),
        counts,
        st.booleans(),
    ),
    unique_by=lambda month: (month.year, month.month),
)


def drawn(markup: Markup) -> etree._Element:
    """The chart as a tree; anything unescaped would not parse as XML."""
    return etree.fromstring(f"<chart>{markup}</chart>")


def office(start: dt.date | None, end: dt.date | None, name: str = "Somebody") -> OfficeView:
    person = ActorRef("somebody", "leader", name, "leaders/somebody/")
    area = ActorRef("RUS", "country", "Russia", "countries/rus/")
    ended = end is not None and end <= NOW
    return OfficeView("President", person, area, start, end, "then", "later", not ended, "a source")


offices = st.lists(
    st.builds(
        lambda ends: office(min(ends), max(ends)),
        st.tuples(days, days),
    ),
    min_size=1,
    max_size=8,
)


def view(offices: list[OfficeView], months: list[Month], name: str = "Russia") -> ActorView:
    return ActorView(
        ActorRef("RUS", "country", name, "countries/rus/"), None, offices=offices, months=months
    )


def span(bar: etree._Element) -> tuple[float, float]:
    left = float(bar.get("x").removesuffix("%"))
    return left, left + float(bar.get("width").removesuffix("%"))


@pytest.mark.parametrize("strip", [tenure_strip, succession_strip])
@given(offices=offices, months=months)
def test_bars_lie_inside_the_axis_and_never_on_one_another(
    strip: Callable[[ActorView, dt.date], Markup], offices: list[OfficeView], months: list[Month]
) -> None:
    chart = drawn(strip(view(offices, months), NOW))
    rows: dict[str, list[tuple[float, float]]] = {}
    for bar in chart.xpath("//rect[contains(@class, 'term')]"):
        rows.setdefault(bar.get("y"), []).append(span(bar))
    hair = 0.31  # percent: the least width of a bar, which a shorter term is drawn with
    for bars in rows.values():
        assert all(left >= 0 and right <= 100 + hair for left, right in bars)
        assert all(a[1] <= b[0] + hair for a, b in pairwise(sorted(bars)))


@given(months=months)
def test_a_year_strip_has_twelve_months_a_year_and_a_link_where_there_is_a_page(
    months: list[Month],
) -> None:
    chart = drawn(year_strip(months))
    counted = [month for month in months if month.count]
    assert len(chart.xpath("//*[@class='month']")) == 12 * len({m.year for m in counted})
    assert set(chart.xpath("//a/@href")) == {m.url for m in counted if m.url}


def test_a_year_strip_says_its_numbers_and_its_gaps() -> None:
    made = [Month(2012, 6, "June 2012", 1, "2012/06/"), Month(2015, 1, "January 2015", 3, None)]
    chart = drawn(year_strip(made, lambda url: f"../{url}", ("event", "events")))
    words = chart.xpath("//*[@class='visually-hidden']/text()")
    assert "June 2012: 1 event" in words
    assert "January 2015: 3 events" in words
    assert chart.xpath("//*[@class='gap']/text()") == ["2013–2014: no events"]
    assert chart.xpath("//a/@href") == ["../2012/06/"]


def test_the_busiest_month_is_the_highest_bar() -> None:
    made = [Month(2012, 6, "June 2012", 1, None), Month(2012, 7, "July 2012", 4, None)]
    heights = [int(h) for h in drawn(year_strip(made)).xpath("//rect[@class='bar']/@height")]
    assert heights == [12, 40]


@given(months=months)
def test_a_sparkline_counts_what_is_in_its_window(months: list[Month]) -> None:
    image = drawn(sparkline(months, NOW, length=12)).find("svg")
    window = [m for m in months if (2013, 2) <= (m.year, m.month) <= (2014, 1)]
    total = sum(month.count for month in window)
    assert image.get("aria-label").startswith(f"{total:,} dispatch")
    assert image.get("aria-label").endswith("in the 12 months to January 2014")
    assert len(image.findall("rect")) == sum(month.count > 0 for month in window)


@given(counts=st.lists(counts))
def test_map_classes_rise_to_the_largest_count(counts: list[int]) -> None:
    bounds = class_bounds(counts)
    assert bounds == sorted(set(bounds))
    assert len(bounds) <= 5
    assert bounds[-1:] == ([max(counts)] if any(counts) else [])


def test_the_map_links_each_country_named_and_no_other() -> None:
    countries = sample_site().countries
    chart = drawn(world_map(countries, lambda url: f"/x/{url}"))
    assert sorted(chart.xpath("//a/@href")) == sorted(f"/x/{c.url}" for c in countries)
    titles = dict(zip(chart.xpath("//a/@href"), chart.xpath("//a/title/text()"), strict=True))
    assert titles["/x/countries/usa/"] == "United States: 7 dispatches"
    darkest = chart.xpath("//a[*[@class='class-5']]/title/text()")
    assert sorted(darkest) == [
        "Russia: 6 dispatches",
        "Syria: 7 dispatches",
        "United States: 7 dispatches",
    ]


def test_a_state_too_small_to_draw_is_a_dot() -> None:
    singapore = [country for country in sample_site().countries if country.ref.id == "SGP"]
    chart = drawn(world_map(singapore))
    assert len(chart.xpath("//a/circle")) == 1
    assert not chart.xpath("//a/path")


def test_the_map_passes_over_a_country_that_is_no_more() -> None:
    gone = ActorView(ActorRef("SUN", "country", "Soviet Union", "countries/soviet-union/"), None)
    gone.dispatches = sample_site().dispatches[:1]
    assert not drawn(world_map([gone])).xpath("//a")


def test_an_axis_labels_few_round_years() -> None:
    axis = Axis.spanning([dt.date(1969, 9, 1), NOW])
    assert axis.years() == [1970, 1980, 1990, 2000]
    assert axis.at(dt.date(1969, 1, 1)) == 0
    assert axis.at(dt.date(2030, 1, 1)) == 100


@given(st.lists(days, min_size=1))
def test_an_axis_never_labels_more_than_six_years(days: list[dt.date]) -> None:
    axis = Axis.spanning(days)
    assert len(axis.years()) <= 6
    assert all(0 <= axis.at(day) <= 100 for day in days)


def test_terms_that_overlap_lie_in_lanes() -> None:
    held = [
        office(dt.date(1996, 1, 1), dt.date(1998, 1, 1)),
        office(dt.date(1996, 6, 1), dt.date(1999, 1, 1)),
        office(dt.date(1998, 1, 1), dt.date(2000, 1, 1)),
    ]
    bars = drawn(succession_strip(view(held, []), NOW)).xpath("//rect[contains(@class, 'term')]")
    assert [bar.get("y") for bar in bars] == ["26", "26", "44"]


def test_an_office_without_a_known_start_begins_with_the_axis() -> None:
    held = [office(None, dt.date(1999, 1, 1)), office(dt.date(1995, 1, 1), dt.date(1999, 1, 1))]
    bars = drawn(tenure_strip(view(held, []), NOW)).xpath("//rect[contains(@class, 'term')]/@x")
    assert bars[0] == "0%"


def test_no_offices_give_no_drawing() -> None:
    assert tenure_strip(view([], []), NOW) == succession_strip(view([], []), NOW) == ""


def test_a_chart_is_named_and_described_by_its_title() -> None:
    image = drawn(tenure_strip(view([office(dt.date(2000, 1, 1), None)], []), NOW)).find("svg")
    assert image.get("role") == "img"
    assert image.get("aria-labelledby") == image.find("title").get("id")
    assert image.find("title").text == "Offices of Russia, 2000 to 2014"


def test_hostile_names_stay_text() -> None:
    held = [office(dt.date(1990, 1, 1), None, HOSTILE)]
    chart = drawn(succession_strip(view(held, [], HOSTILE), NOW))
    assert not chart.xpath("//script")
    assert HOSTILE in "".join(chart.itertext())


def test_an_element_escapes_text_and_attributes_once() -> None:
    made = element("text", "a & <b>", Markup("<tspan>c</tspan>"), class_='"x"', x=1.255, y=None)
    assert made == '<text class="&#34;x&#34;" x="1.25">a &amp; &lt;b&gt;<tspan>c</tspan></text>'


@given(count=counts, most=counts)
def test_a_share_bar_is_a_share(count: int, most: int) -> None:
    width = drawn(share_bar(count, most)).find("svg/rect").get("width")
    assert 0 <= float(width.removesuffix("%")) <= 100
