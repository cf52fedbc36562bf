"""Annotating many seeds: in order, on several processes, and whatever one of them does."""

from __future__ import annotations

import pytest

from newswire.annotate import Context, annotate_seed
from newswire.errors import WireError
from newswire.ingest import parallel
from newswire.model import Document

STORY = "Talks go on\n\nBERLIN, June {} (Sample Wire) - Angela Merkel spoke on Monday.\n"
MANY = 2 * parallel.WORTH_A_PROCESS + 1


def seeds(count: int) -> list[parallel.Seed]:
    return [(STORY.format(1 + n % 28).encode(), f"seeds/{n}.txt") for n in range(count)]


def test_processes_give_what_one_gives_in_the_same_order(context: Context) -> None:
    given = [*seeds(MANY), (b"", "seeds/empty.txt")]
    done = list(parallel.annotate_all(given, actor_files=(), cache_dir=None, jobs=2))
    assert [annotate_seed(data, name, context) for data, name in given[:-1]] == done[:-1]
    assert isinstance(done[-1], WireError)
    assert "seeds/empty.txt" in str(done[-1])


def test_a_fault_of_ours_hides_no_other_seed(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail_on_second(data: bytes, name: str, context: Context) -> list[Document]:
        if name == "seeds/1.txt":
            raise ZeroDivisionError("by chance")
        return annotate_seed(data, name, context)

    monkeypatch.setattr(parallel, "annotate_seed", fail_on_second)
    counted: list[None] = []
    done = list(
        parallel.annotate_all(
            seeds(3), actor_files=(), cache_dir=None, on_done=lambda: counted.append(None)
        )
    )
    assert [isinstance(result, WireError) for result in done] == [False, True, False]
    assert "newswire itself failed on it: ZeroDivisionError in test_parallel.py" in str(done[1])
    assert len(counted) == 3
