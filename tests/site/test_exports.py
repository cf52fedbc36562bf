"""The files beside a page: what JSON, CSV, iCalendar and Atom say of actors and events."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from lxml import etree

from newswire.annotate import Context
from newswire.site.build import SiteBuilder
from newswire.site.exports import exports_of
from newswire.site.exports.calendars import calendar, calendar_entries
from newswire.site.exports.table import FORMULA, plain_cell
from newswire.site.views import SiteModel
from sites import REPOSITORY
from stories import article

SITEURL = "https://wire.example/below"
LATVIA = "countries/latvia/"
ENTRY = "{atom}entry/{atom}".replace("{atom}", "{http://www.w3.org/2005/Atom}")
STORY = """[Latvia]({country}LVA) opened the port of [Riga]({country}LVA).

"We like ships," [Latvia]({country}LVA) [said]({by}LVA).

## Timeline

"""
TOLD = {
    "2012-06-18": "[Latvia]({country}LVA) opened the port, &lt;b>free; for all&lt;/b>.",
    "2011": "=[Latvia]({country}LVA) dug up the port.",
}


def model(context: Context, told: dict[str, str] = TOLD, **fields: str) -> SiteModel:
    """A site of one dispatch with these timeline entries."""
    lines = "".join(f"- [{date}]({{date}}{date}): {text}\n" for date, text in told.items())
    sent = article("Port opens", "2012-06-19 10:39+03:00", STORY + lines, **fields)
    return SiteBuilder([sent], context.registry).model()


def files(site: SiteModel) -> dict[str, bytes]:
    return dict(exports_of(site, "River", SITEURL))


def data_of(site: SiteModel, url: str) -> dict[str, Any]:
    return json.loads(files(site)[f"{url}data.json"])  # type: ignore[no-any-return]


def entries_of(site: SiteModel) -> list[Any]:
    return list(Calendar.from_ical(files(site)["timeline/events.ics"].decode()).walk("VEVENT"))


def test_json_tells_actor_dispatches_events_and_statements(context: Context) -> None:
    data = data_of(model(context), LATVIA)
    assert data["actor"] == {
        "id": "LVA",
        "kind": "country",
        "name": "Latvia",
        "other_names": data["actor"]["other_names"],
        "description": None,
    }
    (dispatch,) = data["dispatches"]
    assert dispatch["url"] == f"{SITEURL}/2012/06/19/port-opens/"
    assert dispatch["published"] == "2012-06-19T10:39+03:00"
    opened, dug = data["events"]
    assert (opened["date"], opened["start"], opened["end"]) == ("2012-06-18",) * 3
    assert opened["text"] == "Latvia opened the port, <b>free; for all</b>."
    assert opened["actors"] == ["LVA"]
    assert (dug["date"], dug["start"], dug["end"]) == ("2011", "2011-01-01", "2011-12-31")
    assert dug["background"]
    (said,) = data["statements"]
    assert (said["speakers"], said["content"], said["form"]) == (
        ["LVA"],
        '"We like ships,"',
        "direct",
    )
    assert said["text"].startswith('"We like ships,"')
    assert data["actors"]["LVA"]["url"] == f"{SITEURL}/{LATVIA}"


def test_timeline_has_no_actor_of_its_own(context: Context) -> None:
    data = data_of(model(context), "timeline/2012/06/")
    assert not data.keys() & {"actor", "statements"}
    assert [event["date"] for event in data["events"]] == ["2012-06-18"]
    assert len(data["dispatches"]) == 1


def test_every_field_is_documented(context: Context) -> None:
    site = model(context)
    documented = (REPOSITORY / "docs" / "data.md").read_text("utf-8")
    header = files(site)["timeline/events.csv"].decode().partition("\r\n")[0]
    data = data_of(site, LATVIA)
    records = [data, data["actor"], data["actors"]["LVA"]]
    records += [data[name][0] for name in ("dispatches", "events", "statements")]
    fields = {field for record in records for field in record} | set(header.split(","))
    assert {field for field in fields if f"`{field}`" not in documented} == set()


def test_all_addresses_lie_under_the_site(context: Context) -> None:
    written = files(model(context))
    assert len(written) == 3 + 3 * 4  # of Latvia; of the timeline, a month and a year
    for name, content in written.items():
        text = content.decode().replace("\r\n ", "")
        found = re.findall(r"\w+://[^\s\"<]+", text.replace("http://www.w3.org/2005/Atom", ""))
        assert found or name.endswith((".csv", ".ics")), name
        assert [url for url in found if not url.startswith(SITEURL)] == []


@pytest.mark.parametrize(
    ("date", "start", "days", "words"),
    [
        ("2012-06-18", "2012-06-18", 1, "A boat came."),
        ("2012-06-16/2012-06-17", "2012-06-16", 2, "A boat came."),
        ("2012-04-01/2012-06-17", "2012-04-01", 78, "A boat came."),
        ("2012-06", "2012-06-01", 30, "June 2012: A boat came."),
        ("2012-06-18~", "2012-06-18", 1, "about 18 June 2012: A boat came."),
        ("2012-06-18?", "2012-06-18", 1, "18 June 2012 (uncertain): A boat came."),
        ("0987-06-18", "0987-06-18", 1, "A boat came."),
    ],
)
def test_calendar_holds_what_is_known_to_the_month(
    context: Context, date: str, start: str, days: int, words: str
) -> None:
    (entry,) = entries_of(model(context, {date: "A boat came."}))
    first, last = entry.decoded("DTSTART"), entry.decoded("DTEND")
    assert (first.isoformat(), (last - first).days) == (start, days)
    assert entry["SUMMARY"] == words
    assert entry.decoded("DTSTAMP") == dt.datetime(2012, 6, 19, 7, 39, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    "date", ["2011", "2011~", "2012-04/2012-06", "201X", "2012-06-18/..", "9999-12-31"]
)
def test_calendar_leaves_out_what_is_no_closer_than_that(context: Context, date: str) -> None:
    site = model(context, {date: "A boat came."})
    assert entries_of(site) == []
    assert [event["date"] for event in data_of(site, "timeline/")["events"]] == [date]


def test_an_event_is_the_same_entry_in_every_calendar(context: Context) -> None:
    written = files(model(context))
    uids = {
        name: re.findall(rb"UID:(.+)", content)
        for name, content in written.items()
        if name.endswith(".ics")
    }
    assert (
        uids[f"{LATVIA}events.ics"]
        == uids["timeline/events.ics"]
        == uids["timeline/2012/06/events.ics"]
    )
    assert len(uids["timeline/events.ics"]) == 1


def test_feed_of_the_timeline_has_an_entry_an_event(context: Context) -> None:
    feed = etree.fromstring(files(model(context))["timeline/atom.xml"])
    titles = [entry.text for entry in feed.iterfind(f"{ENTRY}title")]
    assert sorted(titles) == [
        "18 June 2012: Latvia opened the port, <b>free; for all</b>.",
        "2011: =Latvia dug up the port.",
    ]
    assert "&lt;b&gt;free" in str(feed.findtext(f"{ENTRY}content"))


def test_table_has_a_row_an_event_and_no_formula(context: Context) -> None:
    text = files(model(context))["timeline/events.csv"].decode()
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["text"][:9] for row in rows] == ["Latvia op", "'=Latvia "]
    assert [(row["date"], row["background"]) for row in rows] == [
        ("2012-06-18", "no"),
        ("2011", "yes"),
    ]


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.just("\n"), min_size=1))
def test_any_text_comes_back_from_a_calendar(context: Context, text: str) -> None:
    (event, _) = model(context).events
    titled = replace(event, dispatch=replace(event.dispatch, title=text))
    written = calendar("River", [titled], calendar_entries([titled], SITEURL))
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    (entry,) = Calendar.from_ical(written).walk("VEVENT")
    assert entry["DESCRIPTION"] == f"{text}, River News"


@given(st.text() | st.builds("".join, st.tuples(st.sampled_from(FORMULA), st.text())))
def test_no_cell_begins_a_formula(text: str) -> None:
    cell = plain_cell(text)
    assert not cell.startswith(FORMULA)
    assert cell in (text, f"'{text}")


def test_withheld_text_is_in_no_file(context: Context) -> None:
    site = model(context, {"2012-06-18": "[Latvia]({country}LVA) told a secret."}, Rights="none")
    written = b"".join(files(site).values())
    assert b"secret" not in written
    assert b"We like ships" not in written
    (event,) = data_of(site, LATVIA)["events"]
    assert (event["text"], event["date"]) == ("Latvia", "2012-06-18")
