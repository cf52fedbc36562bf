"""A person's edit survives whatever becomes of its seed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st
from toy_wire import Wire

HEAD = "A headline\n2012-06-19\n"
TIMELINE = "\n## Timeline\n"
# Each writes and merges real files.
RUNS = 40

Lines = list[list[str]]


@dataclass(frozen=True)
class Change:
    """One edit: what is done, where, as a share of the text; nothing here depends on its length."""

    kind: str
    place: float


@dataclass
class Edited:
    """A text after edits, with the words that they added and took away, each unlike any other."""

    lines: Lines
    added: list[str] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)


changes = st.lists(
    st.builds(
        Change, st.sampled_from(["insert", "delete", "replace", "line", "tag"]), st.floats(0, 0.99)
    ),
    min_size=1,
    max_size=5,
)
seed_changes = st.lists(
    st.builds(Change, st.sampled_from(["insert", "delete", "replace", "line"]), st.floats(0, 0.99)),
    min_size=1,
    max_size=5,
)
shapes = st.lists(st.integers(1, 8), min_size=1, max_size=5)


def paragraphs_of(shape: Sequence[int]) -> Lines:
    """Paragraphs of so many words, all different, but for the names that get tags."""
    numbers = count()
    return [
        [f"w{next(numbers)}" for _ in range(size)] + ["on", "Monday", "Moscow", "agreed."]
        for size in shape
    ]


def edited(lines: Lines, edits: Sequence[Change], mark: str) -> Edited:
    """`edits` done to `lines`; the words that they add begin with `mark`."""
    result = Edited([list(line) for line in lines])
    for number, edit in enumerate(edits):
        _apply(result, edit, f"{mark}{number}x")
    return result


def _apply(result: Edited, edit: Change, new: str) -> None:
    places = [(n, i) for n, line in enumerate(result.lines) for i in range(len(line))]
    line, index = places[int(edit.place * len(places))]
    words = result.lines[line]
    if edit.kind in ("delete", "replace"):
        result.taken.append(words.pop(index))
    if edit.kind in ("insert", "replace"):
        words.insert(index, new)
    if edit.kind == "line":
        result.lines.insert(line, [new, "says", "more."])
    if edit.kind == "tag":
        words[index] = f"{words[index]} [{new}]({{person}}{new})"
    if edit.kind != "delete":
        result.added.append(new)


def raw(lines: Lines) -> str:
    return HEAD + "\n\n".join(" ".join(line) for line in lines) + "\n"


def edit_markdown(wire: Wire, edits: Sequence[Change]) -> Edited:
    """Edits the words of the body in the site's only Markdown file."""
    header, body, timeline = _parts(wire.markdown().read_text(encoding="utf-8"))
    result = edited([line.split() for line in body.split("\n\n")], edits, "mine")
    text = "\n\n".join(" ".join(line) for line in result.lines)
    wire.markdown().write_text(f"{header}\n\n{text}\n{timeline}", encoding="utf-8")
    return result


def _parts(text: str) -> tuple[str, str, str]:
    header, _, rest = text.partition("\n\n")
    body, mark, timeline = rest.partition(TIMELINE)
    return header, body.strip("\n"), mark + timeline


def unique(words: Sequence[str]) -> list[str]:
    """Those words of which there was only one, and so whose absence can be seen."""
    return [word for word in words if word.startswith(("w", "mine", "seed"))]


@settings(max_examples=RUNS)
@given(shapes, changes, seed_changes)
def test_edits_survive_a_changed_seed(
    new_wire: Callable[[], Wire],
    shape: list[int],
    edits: list[Change],
    seed_edits: list[Change],
) -> None:
    wire, lines = new_wire(), paragraphs_of(shape)
    wire.seed(raw(lines))
    wire.ingest()
    mine = edit_markdown(wire, edits)
    theirs = edited(lines, seed_edits, "seed")
    wire.seed(raw(theirs.lines))
    report = wire.ingest()
    text = wire.markdown().read_text(encoding="utf-8")
    conflict = "<<<<<<<" in text
    assert bool(report.problems) == conflict
    kept = set(unique([word for line in mine.lines for word in line]))
    assert [word for word in mine.added if word in kept and word not in text] == []
    kept = set(unique([word for line in theirs.lines for word in line]))
    assert [word for word in theirs.added if word in kept and word not in text] == []
    if not conflict:
        body = _parts(text)[1].split()
        assert [word for word in unique([*mine.taken, *theirs.taken]) if word in body] == []


@settings(max_examples=RUNS)
@given(shapes, changes, seed_changes)
def test_edits_are_merged_once(
    new_wire: Callable[[], Wire],
    shape: list[int],
    edits: list[Change],
    seed_edits: list[Change],
) -> None:
    wire, lines = new_wire(), paragraphs_of(shape)
    wire.seed(raw(lines))
    wire.ingest()
    edit_markdown(wire, edits)
    wire.seed(raw(edited(lines, seed_edits, "seed").lines))
    wire.ingest()
    before = wire.snapshot()
    wire.ingest()
    assert wire.snapshot() == before


@settings(max_examples=RUNS)
@given(shapes, changes)
def test_edits_stay_untouched_while_the_seed_stays(
    new_wire: Callable[[], Wire], shape: list[int], edits: list[Change]
) -> None:
    wire = new_wire()
    wire.seed(raw(paragraphs_of(shape)))
    wire.ingest()
    edit_markdown(wire, edits)
    before = wire.markdown().read_bytes()
    assert wire.ingest("newer rules", refresh=True).problems == []
    assert wire.markdown().read_bytes() == before


def test_the_oracle_sees_a_lost_edit() -> None:
    result = edited(paragraphs_of([3]), [Change("replace", 0)], "mine")
    assert (result.added, result.taken) == (["mine0x"], ["w0"])
    assert result.lines[0][:2] == ["mine0x", "w1"]
