"""A byline gives persons, without what they are and for whom they write."""

from __future__ import annotations

import pytest

from newswire.formats.agencies import load_agencies
from newswire.formats.bylines import affiliation, is_byline, person

AGENCIES = load_agencies()


@pytest.mark.parametrize(
    ("line", "name", "agency"),
    [
        ("By Ann Roe", "Ann Roe", None),
        ("By Ann Roe, AP Writer", "Ann Roe", "ap"),
        ("By ANN ROE, Associated Press Writer", "ANN ROE", "ap"),
        ("By Ann Roe of the Associated Press", "Ann Roe", "ap"),
        ("By Ann Roe, Chief Diplomatic Correspondent", "Ann Roe", None),
        ("By Ann Roe, Deputy Defence Editor", "Ann Roe", None),
        ("By Ann Roe and Bo Vale, Staff Writers", "Ann Roe and Bo Vale", None),
        ("By Xinhua writers Ann Roe and Bo Vale", "Ann Roe and Bo Vale", "xinhua"),
        ("By Reuters", None, "reuters"),
        ("By Ann Mehr", "Ann Mehr", None),
        ("By Ann Roe AP", "Ann Roe", "ap"),
        ("By Tom Roe, The Springfield Courier", "Tom Roe, The Springfield Courier", None),
        ("By Tom Roe, The Springfield Reporter", "Tom Roe, The Springfield Reporter", None),
        ("By Tom Roe, River Courier Staff Writer", "Tom Roe, River Courier", None),
    ],
)
def test_who_wrote_and_for_whom(line: str, name: str | None, agency: str | None) -> None:
    assert is_byline(line)
    assert person(line, AGENCIES) == name
    facts = affiliation(line, AGENCIES)
    assert (facts.id if facts else None) == agency


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday the army had left",
        "By Tuesday reporters were at the bridge",
        "By our correspondent",
    ],
)
def test_a_sentence_is_no_byline(line: str) -> None:
    assert not is_byline(line)
