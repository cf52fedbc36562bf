"""The packaged actors, held to what an editor's check tells; what stays doubtful is listed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from newswire.actors.check import expired_terms, overlapping_terms, shared_names
from newswire.annotate import Context
from newswire.errors import DataError

FOLDER = Path(__file__).parent / "doubts"
DAY = date(2026, 6, 19)


def told(problems: Iterable[DataError]) -> list[str]:
    return sorted(problem.message for problem in problems)


def listed(name: str) -> list[str]:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def test_shared_names(context: Context) -> None:
    assert told(shared_names(context.registry)) == listed("shared_names.txt")


def test_overlapping_terms(context: Context) -> None:
    assert told(overlapping_terms(context.registry)) == listed("overlapping_terms.txt")


def test_expired_terms(context: Context) -> None:
    assert told(expired_terms(context.registry, DAY)) == []
