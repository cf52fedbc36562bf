"""A small site model, built by hand, with which the theme is rendered without Pelican."""

from __future__ import annotations

import calendar
import datetime as dt
import tomllib
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from markupsafe import Markup

from newswire.site.exports import data_beside
from newswire.site.pairs import add_pairs
from newswire.site.views import (
    ActorRef,
    ActorView,
    Companion,
    DispatchView,
    EventView,
    Link,
    Month,
    OfficeView,
    Period,
    SiteModel,
    StatementView,
    When,
)

HERE = Path(__file__).parent
DATA: dict[str, Any] = tomllib.loads((HERE / "sample_site.toml").read_text("utf-8"))
TEXT = (HERE / "sample_dispatch.html").read_text("utf-8")
FOLDERS = {"leader": "leaders", "country": "countries", "organisation": "organisations"}
SENTENCE = Markup(
    'Officials of <a class="actor {}" href="{{filename}}/{}">{}</a> confirmed on the same day that '
    "the meeting had taken place as planned, and that its results would be put on paper."
)


def sample_site() -> SiteModel:
    """The whole model, newest dispatch first: one has a newer version, one is withdrawn."""
    dispatches = [_dispatch(**story) for story in DATA["dispatches"]]
    for place, dispatch in enumerate(dispatches):
        dispatch.older = dispatches[place + 1] if place + 1 < len(dispatches) else None
        dispatch.newer = dispatches[place - 1] if place else None
        dispatch.related = [d for d in dispatches if d is not dispatch][:4]
    dispatches[1].superseded_by = dispatches[0]
    dispatches[0].supersedes = [dispatches[1]]
    dispatches[2].killed = True
    dispatches[-1].correction = "The patrols were suspended on 16 June, not on 15 June."
    return _site(dispatches)


def when(text: str) -> When:
    """A `When` for a day, a month or an interval of days of one month."""
    first, _, last = text.partition("/")
    if len(first) == len("2012-06"):
        start = dt.date.fromisoformat(first + "-01")
        end = start.replace(day=calendar.monthrange(start.year, start.month)[1])
        return When(text, f"{start:%B %Y}", text, start, end)
    start, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)
    if last:
        return When(text, f"{start.day}–{end.day} {end:%B %Y}", None, start, end)
    return When(text, day_label(start), text, start, end)


def day_label(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"


def actor_ref(id_: str) -> ActorRef:
    kind, name, *note = DATA["actors"][id_]
    folder = FOLDERS.get(kind)
    url = f"{folder}/{id_.lower()}/" if folder else None
    return ActorRef(id_, kind, name, url, note[0] if note else None)


def months_of(days: Sequence[dt.date], folder: str = "") -> list[Month]:
    """The months that `days` fall in, with their pages under `folder`."""
    counts = Counter((day.year, day.month) for day in days)
    return [
        Month(y, m, f"{calendar.month_name[m]} {y}", n, f"{folder}{y}/{m:02}/")
        for (y, m), n in sorted(counts.items())
    ]


def _dispatch(date: dt.date, title: str, place: str, actors: str) -> DispatchView:
    slug = "-".join(title.lower().split())
    refs = tuple(actor_ref(id_) for id_ in actors.split())
    day = when(date.isoformat())
    dispatch = DispatchView(
        slug=slug,
        title=title,
        title_html=Markup("{}").format(title),
        url=f"{date:%Y/%m/%d}/{slug}/",
        when=day,
        time_label=f"{day.label}, 10:39 (UTC+4)",
        datetime=f"{date}T10:39+04:00",
        summary=Markup("{}, according to officials; talks go on next month.").format(title),
        content=Markup(TEXT.replace("SLUG", slug)),
        agency=Link("Sample Wire", "agencies/sample-wire/"),
        section=Link("Diplomacy", "sections/diplomacy/"),
        byline="By a Correspondent",
        place=place,
        about=tuple(ref for ref in refs if ref.kind != "person")[:4],
        actors=refs,
        source_name=f"seeds/{slug[:12]}.txt",
        version="UPDATE 1",
    )
    dispatch.timeline = _events(dispatch)
    dispatch.statements = _statements(dispatch)
    return dispatch


def _events(dispatch: DispatchView) -> list[EventView]:
    day = dispatch.when.start
    month = (day.replace(day=1) - dt.timedelta(days=1)).strftime("%Y-%m")
    told = [
        ("2011-03", "Protest"),
        (month, "Talks"),
        (f"{day:%Y-%m}-02/{day:%Y-%m}-03", None),
        (day.isoformat(), "Statement"),
        (day.isoformat(), "Agreement"),
    ]
    return [_event(dispatch, number, *entry) for number, entry in enumerate(told, 1)]


def _event(dispatch: DispatchView, number: int, date: str, type_: str | None) -> EventView:
    id_, moment = f"e-{dispatch.slug}-{number}", when(date)
    named = next(ref for ref in dispatch.actors if ref.url)
    return EventView(
        id=id_,
        when=moment,
        sentence=SENTENCE.format(named.kind, named.url, named.name),
        type=type_,
        type_slug=type_.lower() if type_ else None,
        actors=dispatch.about,
        background=number == 1,
        url=f"{dispatch.url}#{dispatch.slug}-s{number}",
        permalink=f"timeline/{moment.start:%Y/%m}/#{id_}",
        dispatch=dispatch,
    )


def _statements(dispatch: DispatchView) -> list[StatementView]:
    leaders = tuple(ref for ref in dispatch.actors if ref.kind == "leader")[:2]
    made = [(leaders, None, "indirect"), ((), "a diplomat at the talks", "mixed")]
    return [
        StatementView(
            id=f"q-{dispatch.slug}-{number}",
            speakers=speakers,
            source_text=source,
            cue="said",
            form=form,
            content="the talks would go on",
            sentence=Markup("The talks would go on until both sides were content, they said."),
            when=dispatch.when,
            url=f"{dispatch.url}#{dispatch.slug}-s2",
            dispatch=dispatch,
            named=frozenset(ref.id for ref in speakers),
        )
        for number, (speakers, source, form) in enumerate(made, 1)
    ]


def _actor(id_: str, dispatches: Sequence[DispatchView]) -> ActorView:
    ref = actor_ref(id_)
    mine = [d for d in dispatches if ref in d.actors]
    names = ("Vladimir Vladimirovich Putin", "Владимир Путин", "فلاديمير بوتين")
    return ActorView(
        ref=ref,
        description=ref.note,
        other_names=names if id_ == "vladimir-putin" else (),
        dispatches=mine,
        events=[event for d in mine for event in reversed(d.timeline)],
        statements=[s for d in mine for s in d.statements if ref in s.speakers],
        offices=_offices(ref),
        companions=_companions(ref, mine),
        months=months_of([d.when.start for d in mine]),
        feeds=[Link("Atom", f"{ref.url}atom.xml")],
        data=data_beside(f"{ref.url}"),
    )


def _offices(ref: ActorRef) -> list[OfficeView]:
    terms = [
        _office(holder, *term)
        for holder, terms in DATA["offices"].items()
        for term in terms
        if ref.id in (holder, term[1])
    ]
    return sorted(terms, key=lambda term: term.start or dt.date.min)


def _office(
    holder: str, post: str, area: str, start: dt.date, end: dt.date | None = None
) -> OfficeView:
    newest = DATA["dispatches"][0]["date"]
    return OfficeView(
        post=post,
        person=actor_ref(holder),
        area=actor_ref(area),
        start=start,
        end=end,
        start_label=day_label(start),
        end_label=day_label(end) if end else "today",
        current=end is None or end > newest,
        source="https://example.org/offices",
    )


def _companions(ref: ActorRef, dispatches: Sequence[DispatchView]) -> list[Companion]:
    others = Counter(other for d in dispatches for other in d.actors if other != ref)
    return [
        Companion(other, tuple(d for d in dispatches if other in d.actors))
        for other, _ in others.most_common()
    ]


def _site(dispatches: list[DispatchView]) -> SiteModel:
    told = [event for dispatch in dispatches for event in dispatch.timeline]
    events = sorted(told, key=lambda e: (e.when.start, e.when.edtf), reverse=True)
    actors = [
        _actor(id_, dispatches) for id_, (kind, *_) in DATA["actors"].items() if kind in FOLDERS
    ]
    carney = actor_ref("jay-carney")
    site = SiteModel(
        now=dispatches[0].when.start,
        dispatches=dispatches,
        leaders=[actor for actor in actors if actor.kind == "leader"],
        countries=[actor for actor in actors if actor.kind == "country"],
        organisations=[actor for actor in actors if actor.kind == "organisation"],
        people=[(carney, [d for d in dispatches if carney in d.actors])],
        events=events,
        days=_periods("%Y/%m/%d", "%-d %B %Y", dispatches, events),
        weeks=_periods("%G/w%V", "Week %V of %G", dispatches, events),
        months=_periods("%Y/%m", "%B %Y", dispatches),
        years=_periods("%Y", "%Y", dispatches),
        timeline_parts=_timeline_parts(events),
        sections=[Period("Diplomacy", "sections/diplomacy/", dispatches)],
        agencies=[Period("Sample Wire", "agencies/sample-wire/", dispatches)],
    )
    add_pairs(site, 2)
    return site


def _periods(
    address: str, name: str, dispatches: list[DispatchView], events: Sequence[EventView] = ()
) -> list[Period]:
    found: dict[str, Period] = {}
    for dispatch in dispatches:
        day = dispatch.when.start
        url = f"{day.strftime(address)}/"
        found.setdefault(url, Period(day.strftime(name), url)).dispatches.append(dispatch)
    for period in found.values():
        days = [d.when.start for d in period.dispatches]
        period.parts = months_of(days)
        weeks = dict.fromkeys((f"Week {day:%V of %G}", f"{day:%G/w%V}/") for day in days)
        period.weeks = [Link(*week) for week in weeks]
        period.events = [e for e in events if f"{e.when.start.strftime(address)}/" == period.url]
    return _chain(list(found.values()))


def _timeline_parts(events: Sequence[EventView]) -> list[Period]:
    found: dict[str, Period] = {}
    for event in events:
        url = f"timeline/{event.when.start:%Y/%m}/"
        found.setdefault(url, Period(f"{event.when.start:%B %Y}", url)).events.append(event)
    return _chain(list(found.values()))


def _chain(periods: list[Period]) -> list[Period]:
    for newer, older in pairwise(periods):
        newer.older, older.newer = Link(older.name, older.url), Link(newer.name, newer.url)
    return periods
