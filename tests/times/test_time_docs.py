"""The page on times says what is true: its examples run, its table is found."""

from __future__ import annotations

import doctest
import re
from datetime import date
from pathlib import Path

import pytest

from newswire.lang.en.times import find_times

PAGE = Path(__file__).parents[2] / "docs" / "times.md"
ROWS = re.findall(
    r"^\| ([^|]+) \| [A-Z]+ \| (`[^|]+) \| ([^|]+) \|$", PAGE.read_text("utf-8"), re.M
)


def test_examples_run() -> None:
    failed, attempted = doctest.testfile(str(PAGE), module_relative=False)
    assert (failed, attempted > 5, len(ROWS) > 15) == (0, True, True)


@pytest.mark.parametrize(("words", "values", "edtf"), ROWS, ids=[row[0] for row in ROWS])
def test_table_is_true(words: str, values: str, edtf: str) -> None:
    times = find_times(f"It was so {words}.", date(2012, 6, 19))
    assert [time.value for time in times] == re.findall(r"`([^`]+)`", values)
    if edtf != "none":
        assert [time.edtf for time in times] == [edtf.strip("`")]
