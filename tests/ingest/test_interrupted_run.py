"""A run may die at any write; the next one ends where an undisturbed one would have."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from unittest import mock

import pytest
from toy_wire import Wire

from newswire.ingest import files

FIRST = "A headline\n2012-06-19\nMoscow agreed on Monday. They begin soon.\n\nThe last words.\n"
SECOND = FIRST.replace("A headline", "B headline")
CLASHING = FIRST.replace("begin soon", "begin at once")


class Killed(BaseException):
    """The process is gone."""


def new_seeds(wire: Wire) -> None:
    wire.seed(FIRST, "a.txt")
    wire.seed(SECOND, "b.txt")


def changed_seed(wire: Wire) -> None:
    new_seeds(wire)
    wire.ingest()
    wire.seed(CLASHING, "a.txt")


def edited_and_changed(wire: Wire) -> None:
    new_seeds(wire)
    wire.ingest()
    _edit(wire, "last words", "closing words")
    wire.seed(CLASHING, "a.txt")


def conflicting(wire: Wire) -> None:
    new_seeds(wire)
    wire.ingest()
    _edit(wire, "soon", "never")
    wire.seed(CLASHING, "a.txt")


def renamed_seed(wire: Wire) -> None:
    new_seeds(wire)
    wire.ingest()
    (wire.layout.seeds / "a.txt").rename(wire.layout.seeds / "c.txt")


def issued_again(wire: Wire) -> None:
    words = " ".join(f"word{number}" for number in range(60))
    wire.seed(f"A headline\n2012-06-19\nMoscow agreed on Monday. {words}\n", "a.txt")
    wire.ingest()
    _edit(wire, "agreed", "did agree")
    wire.seed(f"A line\n2012-06-20\nMoscow agreed on Monday. {words}\n", "b.txt")


def _edit(wire: Wire, old: str, new: str) -> None:
    path = wire.layout.dispatches / "2012-06-19-a-headline.md"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


SCENES = [new_seeds, changed_seed, edited_and_changed, renamed_seed, issued_again]


def killed_at(write: int) -> mock._patch[Callable[..., Path]]:
    """The process dies when a file is about to take its place for the `write`th time."""
    replace, calls = Path.replace, count()

    def dying(self: Path, target: Path) -> Path:
        if next(calls) == write:
            raise Killed
        return replace(self, target)

    return mock.patch.object(files.Path, "replace", dying)


def runs_killed_at_each_write(
    scene: Callable[[Wire], None], new_wire: Callable[[], Wire]
) -> Iterator[Wire]:
    """Sites in `scene` whose ingest died at its first write, its second, until it did not."""
    for write in count():
        wire = new_wire()
        scene(wire)
        with killed_at(write):
            try:
                wire.ingest()
            except Killed:
                yield wire
            else:
                assert write > 0, "nothing was written at all"
                return


@pytest.mark.parametrize("scene", SCENES)
def test_next_run_ends_as_an_undisturbed_one(
    scene: Callable[[Wire], None], new_wire: Callable[[], Wire]
) -> None:
    undisturbed = new_wire()
    scene(undisturbed)
    undisturbed.ingest()
    for wire in runs_killed_at_each_write(scene, new_wire):
        wire.ingest()
        assert wire.snapshot() == undisturbed.snapshot()


def test_conflict_already_written_is_not_written_into_itself(new_wire: Callable[[], Wire]) -> None:
    undisturbed = new_wire()
    conflicting(undisturbed)
    undisturbed.ingest()
    for wire in runs_killed_at_each_write(conflicting, new_wire):
        wire.ingest()
        assert wire.files()[0].read_bytes() == undisturbed.files()[0].read_bytes()


@pytest.mark.parametrize("scene", [*SCENES, conflicting])
def test_every_file_is_whole_after_a_death(
    scene: Callable[[Wire], None], new_wire: Callable[[], Wire]
) -> None:
    before, after = new_wire(), new_wire()
    scene(before)
    scene(after)
    after.ingest()
    whole = {*before.snapshot().values(), *after.snapshot().values()}
    for wire in runs_killed_at_each_write(scene, new_wire):
        assert [name for name, data in wire.snapshot().items() if data not in whole] == []


def test_what_a_killed_process_left_is_swept_away_and_nothing_else(wire: Wire) -> None:
    new_seeds(wire)
    wire.ingest()
    before = wire.snapshot()
    folder = wire.layout.dispatches
    for name in (".a.md.x1y2z3_4.tmp", ".my.tmp", ".a.md.swp", "notes.md.tmp"):
        (folder / name).write_text("left", encoding="utf-8")
    (wire.layout.state / ".seeds.jsonl.abcdefgh.tmp").write_text("left", encoding="utf-8")
    wire.ingest()
    kept = {f"content/dispatches/{name}" for name in (".my.tmp", ".a.md.swp", "notes.md.tmp")}
    assert wire.snapshot().keys() - before.keys() == kept


def test_failed_write_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    files.write_text(path, "old")
    with killed_at(0), pytest.raises(Killed):
        files.write_text(path, "new")
    assert {p.name: p.read_text(encoding="utf-8") for p in tmp_path.iterdir()} == {"a.md": "old"}
