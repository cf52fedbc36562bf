"""The line under an actor's name."""

from __future__ import annotations

import datetime as dt

import pytest

from newswire.actors.schema import ORGANISATION_KINDS
from newswire.annotate import Context
from newswire.site.who import ORGANISATION_WORDS, Who

NOW = dt.date(2014, 11, 24)


def test_every_kind_of_organisation_has_a_word() -> None:
    assert set(ORGANISATION_KINDS) == ORGANISATION_WORDS.keys()


@pytest.mark.parametrize(
    ("actor", "line"),
    [
        ("vladimir-putin", "President of Russia since 7 May 2012"),
        ("viktor-yanukovych", "Former President of Ukraine"),
        ("united-nations", "Intergovernmental organisation"),
        ("gazprom", "Company, Russia"),
        ("FRA", None),
    ],
)
def test_description(context: Context, actor: str, line: str | None) -> None:
    assert Who(context.registry).description(actor, NOW) == line
