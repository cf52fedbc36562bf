"""One rule for all names in addresses."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newswire.slugs import is_slip, slugify


@given(st.text())
def test_slugs_are_ids(name: str) -> None:
    slug = slugify(name)
    assert slug == "" or re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert slugify(slug) == slug


@pytest.mark.parametrize("apostrophe", ["'", "’", "ʼ", "＇"])
def test_an_apostrophe_however_typed_parts_no_name(apostrophe: str) -> None:
    assert slugify(f"Sinéad O{apostrophe}Dowd") == "sinead-odowd"


@pytest.mark.parametrize("wrong", ["draf", "draaft", "drift", "dratf", "DRAFT", "draft", "raft"])
def test_one_slip_of_a_finger_is_told(wrong: str) -> None:
    assert is_slip(wrong, "draft")
    assert is_slip("draft", wrong)


@pytest.mark.parametrize("other", ["dra", "drtfa", "daarft", "grift", "", "drafted"])
def test_two_slips_are_another_name(other: str) -> None:
    assert not is_slip(other, "draft")
