"""Pages of two countries: what involves both, and how many dispatches must tell of it."""

from __future__ import annotations

import pytest

from newswire.annotate import Context
from newswire.errors import Problems
from newswire.site.build import SiteBuilder
from newswire.site.settings import apply_settings
from newswire.site.views import SiteModel
from stories import article

LATVIA, ESTONIA, RUSSIA = (
    "[Latvia]({country}LVA)",
    "[Estonia]({country}EST)",
    "[Russia]({country}RUS)",
)
TREATY = f"{LATVIA} and {ESTONIA} signed a treaty."
SPEECH = f'"We like ships from {ESTONIA}," {LATVIA} [said]({{by}}LVA).'
APART = f"{LATVIA} opened a port.\n{ESTONIA} closed one."


def model(context: Context, *bodies: str, least: int, **fields: str) -> SiteModel:
    """A site of one dispatch a body, each a day later; its sentences are events, but not speech."""
    sent = []
    for day, body in enumerate(bodies, 1):
        date = f"2012-06-{day:02}"
        told = [] if body == SPEECH else body.split("\n")
        entries = "".join(f"- [{date}]({{date}}{date}): {sentence}\n" for sentence in told)
        text = f"{body}\n\n## Timeline\n\n{entries}"
        sent.append(article(f"Boats {day}", date, text, **fields))
    return SiteBuilder(sent, context.registry, pairs=least).model()


def test_events_and_statements_of_both_are_on_one_page(context: Context) -> None:
    site = model(context, TREATY, SPEECH, least=2)
    (pair,) = site.pairs
    assert (pair.url, pair.name) == ("pairs/estonia--latvia/", "Estonia and Latvia")
    assert [event.text for event in pair.events] == ["Latvia and Estonia signed a treaty."]
    assert [statement.named for statement in pair.statements] == [{"LVA", "EST"}]
    assert [dispatch.title for dispatch in pair.dispatches] == ["Boats 2", "Boats 1"]


def test_both_countries_lead_to_it(context: Context) -> None:
    site = model(context, TREATY, least=1)
    found = {view.ref.id: [(p.name, p.url) for p in view.pairs] for view in site.countries}
    assert found == {
        "LVA": [("Estonia", "pairs/estonia--latvia/")],
        "EST": [("Latvia", "pairs/estonia--latvia/")],
    }


def test_an_event_of_three_is_on_three_pages(context: Context) -> None:
    site = model(context, f"{LATVIA}, {ESTONIA} and {RUSSIA} signed a treaty.", least=1)
    assert [pair.url for pair in site.pairs] == [
        "pairs/estonia--latvia/",
        "pairs/estonia--russia/",
        "pairs/latvia--russia/",
    ]


@pytest.mark.parametrize(("least", "pages"), [(1, 1), (2, 1), (3, 0), (0, 0)])
def test_so_many_dispatches_must_tell_of_both(context: Context, least: int, pages: int) -> None:
    assert len(model(context, TREATY, TREATY, APART, least=least).pairs) == pages


def test_withheld_sentences_make_no_statement_of_both(context: Context) -> None:
    assert model(context, SPEECH, least=1).pairs
    assert model(context, SPEECH, least=1, Rights="none").pairs == []


def test_a_number_below_nothing_is_an_error() -> None:
    with pytest.raises(Problems, match="NEWSWIRE_PAIR_DISPATCHES is -1, less than nothing"):
        apply_settings({"NEWSWIRE_PAIR_DISPATCHES": -1, "JINJA_ENVIRONMENT": {}})
