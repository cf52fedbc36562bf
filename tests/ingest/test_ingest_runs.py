"""What becomes of Markdown when its seed is new, changed, renamed, deleted or moved."""

from __future__ import annotations

import pytest
from toy_wire import Wire, actions, body_of, header_of

from newswire.errors import DataError
from newswire.ingest import Report

STORY = """A headline
2012-06-19
Moscow agreed to talks on Monday. They begin soon.

The second paragraph names Moscow again.
"""
CHANGED = STORY.replace("begin soon", "begin at once")


def test_new_seed_becomes_markdown(wire: Wire) -> None:
    wire.seed(STORY)
    assert actions(wire.ingest()) == ["created"]
    assert wire.markdown().name == "2012-06-19-a-headline.md"
    assert body_of(wire.markdown()) == STORY.split("\n", 2)[2].strip("\n")


def test_second_run_changes_no_byte(wire: Wire) -> None:
    wire.seed(STORY)
    wire.ingest()
    before = wire.snapshot()
    assert actions(wire.ingest()) == []
    assert wire.snapshot() == before


def test_refresh_by_the_same_rules_changes_no_byte(wire: Wire) -> None:
    wire.seed(STORY)
    wire.ingest()
    before = wire.snapshot()
    assert actions(wire.ingest(refresh=True)) == []
    assert wire.snapshot() == before


def test_older_rules_are_reported_and_only_refresh_replaces_them(wire: Wire) -> None:
    wire.seed(STORY)
    wire.ingest("old")
    before = wire.snapshot()
    report = wire.ingest("new")
    assert (actions(report), report.outdated) == ([], 1)
    assert wire.snapshot() == before
    assert wire.ingest("new", refresh=True).outdated == 0
    assert wire.ingest("new").outdated == 0


def test_changed_seed_replaces_what_no_person_touched(wire: Wire) -> None:
    wire.seed(STORY)
    wire.ingest()
    wire.seed(CHANGED)
    assert actions(wire.ingest()) == ["updated"]
    assert "begin at once" in body_of(wire.markdown())


def test_changed_headline_keeps_file_and_address(wire: Wire) -> None:
    wire.seed(STORY)
    wire.ingest()
    path = wire.markdown()
    wire.seed(STORY.replace("A headline", "Another headline"))
    wire.ingest()
    header = header_of(path)
    assert (header["Title"], header["Slug"]) == ("Another headline", "a-headline")


def test_edit_stays_when_the_seed_stays(wire: Wire) -> None:
    wire.seed(STORY)
    wire.ingest()
    edited = wire.markdown().read_text(encoding="utf-8").replace("soon", "in a year")
    wire.markdown().write_text(edited, encoding="utf-8")
    wire.ingest("new", refresh=True)
    assert wire.markdown().read_text(encoding="utf-8") == edited


def test_edit_and_changed_seed_are_merged(wire: Wire) -> None:
    wire.seed(STORY)
    wire.ingest()
    edited = wire.markdown().read_text(encoding="utf-8").replace("second paragraph", "last line")
    wire.markdown().write_text(edited, encoding="utf-8")
    wire.seed(CHANGED)
    report = wire.ingest()
    assert (actions(report), report.problems) == (["merged"], [])
    assert "begin at once" in body_of(wire.markdown())
    assert "The last line names" in body_of(wire.markdown())


def test_retagged_word_and_changed_neighbour_are_merged(wire: Wire) -> None:
    wire.seed(STORY)
    wire.ingest()
    text = wire.markdown().read_text(encoding="utf-8")
    wire.markdown().write_text(text.replace("[Moscow]({country}RUS) again", "Moscow again"))
    wire.seed(STORY.replace("The second", "This second"))
    assert wire.ingest().problems == []
    assert "This second paragraph names Moscow again." in wire.markdown().read_text()


def test_conflict_keeps_both_versions_and_says_where(wire: Wire) -> None:
    wire.seed(STORY)
    wire.ingest()
    text = wire.markdown().read_text(encoding="utf-8")
    wire.markdown().write_text(text.replace("soon", "never"), encoding="utf-8")
    wire.seed(CHANGED)
    report = wire.ingest()
    text = wire.markdown().read_text(encoding="utf-8")
    assert actions(report) == ["conflict"]
    assert "begin never" in text
    assert "begin at once" in text
    (problem,) = report.problems
    assert text.split("\n")[(problem.line or 0) - 1].startswith("<<<<<<<")
    assert (problem.path, bool(problem.hint)) == (
        "content/dispatches/2012-06-19-a-headline.md",
        True,
    )


@pytest.mark.parametrize("folder", ["content/dispatches", "content/archive"])
def test_conflict_is_told_until_it_is_resolved(wire: Wire, folder: str) -> None:
    wire.seed(STORY)
    wire.ingest()
    path = wire.root / folder / "here.md"
    path.parent.mkdir(exist_ok=True)
    wire.markdown().rename(path)
    path.write_text(path.read_text("utf-8").replace("soon", "never"), encoding="utf-8")
    wire.seed(CHANGED)
    first = [str(problem) for problem in wire.ingest().problems]
    assert len(first) == 1
    assert [str(problem) for problem in wire.ingest().problems] == first
    assert [str(problem) for problem in wire.ingest(dry_run=True).problems] == first
    text = path.read_text(encoding="utf-8")
    kept = [line for line in text.split("\n") if not line.startswith(("<<<<", "====", ">>>>"))]
    path.write_text("\n".join(kept), encoding="utf-8")
    assert wire.ingest().problems == []


def test_page_that_is_no_dispatch_has_no_conflict(wire: Wire) -> None:
    wire.seed(STORY)
    about = wire.root / "content/pages/about.md"
    about.parent.mkdir(parents=True)
    about.write_text("Title: About\n\nAbout us\n=======\n\nWe are a digest.\n", encoding="utf-8")
    assert wire.ingest().problems == []


def test_changes_wait_until_a_conflict_is_resolved(wire: Wire) -> None:
    wire.seed(STORY)
    wire.ingest()
    edited = wire.markdown().read_text(encoding="utf-8").replace("soon", "never")
    wire.markdown().write_text(edited, encoding="utf-8")
    wire.seed(CHANGED)
    wire.ingest()
    unresolved = wire.markdown().read_text(encoding="utf-8")
    wire.seed(CHANGED.replace("second", "2nd"))
    assert len(wire.ingest().problems) == 1
    assert wire.markdown().read_text(encoding="utf-8") == unresolved
    wire.markdown().write_text(edited, encoding="utf-8")
    assert wire.ingest().problems == []
    assert "2nd" in body_of(wire.markdown())
    assert "begin never" in body_of(wire.markdown())


def test_renamed_seed_is_known_by_its_content(wire: Wire) -> None:
    old = wire.seed(STORY)
    wire.ingest()
    old.rename(old.with_name("renamed.txt"))
    assert actions(wire.ingest()) == ["updated"]
    header = header_of(wire.markdown())
    assert header["Source"] == "seeds/renamed.txt"


def test_renamed_seed_keeps_an_edit(wire: Wire) -> None:
    old = wire.seed(STORY)
    wire.ingest()
    text = wire.markdown().read_text(encoding="utf-8").replace("soon", "never")
    wire.markdown().write_text(text, encoding="utf-8")
    old.rename(old.with_name("renamed.txt"))
    assert wire.ingest().problems == []
    assert "begin never" in wire.markdown().read_text(encoding="utf-8")


def test_deleted_seed_leaves_its_markdown(wire: Wire) -> None:
    seed = wire.seed(STORY)
    wire.ingest()
    before = wire.markdown().read_bytes()
    seed.unlink()
    assert wire.ingest("new", refresh=True).problems == []
    assert wire.markdown().read_bytes() == before


def test_deleted_markdown_stays_deleted(wire: Wire) -> None:
    wire.seed(STORY)
    wire.ingest()
    wire.markdown().unlink()
    wire.seed(CHANGED)
    assert actions(wire.ingest()) == ["deleted"]
    wire.ingest("new", refresh=True)
    assert wire.files() == []


@pytest.mark.parametrize("folder", ["content/dispatches/2012", "content/archive"])
def test_moved_markdown_is_found_and_brought_up_to_date(wire: Wire, folder: str) -> None:
    wire.seed(STORY)
    wire.ingest()
    moved = wire.root / folder / "my-name.md"
    moved.parent.mkdir(parents=True)
    wire.markdown().rename(moved)
    wire.seed(CHANGED)
    assert actions(wire.ingest()) == ["updated"]
    assert wire.files() == [moved]
    assert "begin at once" in body_of(moved)


def test_moved_markdown_of_a_renamed_seed_is_found(wire: Wire) -> None:
    seed = wire.seed(STORY)
    wire.ingest()
    moved = wire.layout.dispatches / "moved.md"
    wire.markdown().rename(moved)
    seed.rename(seed.with_name("renamed.txt"))
    wire.ingest()
    assert wire.files() == [moved]


def test_lost_ledger_makes_no_second_file_and_loses_no_edit(wire: Wire) -> None:
    wire.seed(STORY)
    wire.seed(STORY.replace("A headline", "Another"), "other.txt")
    wire.ingest()
    first = wire.files()[0]
    first.write_text(first.read_text(encoding="utf-8").replace("soon", "never"), encoding="utf-8")
    before, ledger = wire.snapshot(), wire.layout.ledger
    ledger.unlink()
    assert wire.ingest().problems == []
    assert wire.snapshot() == before


def test_lost_state_loses_no_edit(wire: Wire) -> None:
    wire.seed(STORY)
    wire.ingest()
    text = wire.markdown().read_text(encoding="utf-8").replace("soon", "never")
    wire.markdown().write_text(text, encoding="utf-8")
    for path in [wire.layout.ledger, *wire.layout.base.iterdir()]:
        path.unlink()
    wire.ingest()
    assert wire.markdown().read_text(encoding="utf-8") == text


def test_broken_ledger_is_an_error_with_its_line(wire: Wire) -> None:
    wire.seed(STORY)
    wire.ingest()
    with wire.layout.ledger.open("a", encoding="utf-8") as file:
        file.write("{not json\n")
    with pytest.raises(DataError) as caught:
        wire.ingest()
    assert (caught.value.path, caught.value.line) == (".newswire/seeds.jsonl", 2)


def test_markdown_saved_in_another_encoding_waits_and_hides_no_other(wire: Wire) -> None:
    wire.seed(STORY)
    wire.ingest()
    saved = wire.markdown().read_bytes().replace(b"soon", b"\xe0 bient\xf4t")
    wire.markdown().write_bytes(saved)
    wire.seed(CHANGED)
    wire.seed(STORY.replace("A headline", "Another"), "other.txt")
    (problem,) = wire.ingest().problems
    line = saved[: saved.index(b"\xe0")].count(b"\n") + 1
    assert str(problem).startswith(f"content/dispatches/2012-06-19-a-headline.md:{line}: is not")
    assert problem.hint == "save it as UTF-8"
    first, other = wire.files()
    assert (first.read_bytes(), header_of(other)["Title"]) == (saved, "Another")
    first.write_bytes(saved.decode("latin-1").encode())
    assert [problem.line for problem in wire.ingest().problems] == [line]  # now the merge


def test_crlf_saved_markdown_is_no_edit(wire: Wire) -> None:
    wire.seed(STORY)
    wire.ingest()
    unix = wire.markdown().read_bytes()
    wire.markdown().write_bytes(unix.replace(b"\n", b"\r\n"))
    wire.seed(CHANGED)
    report = wire.ingest()
    assert (actions(report), report.problems) == (["updated"], [])
    assert "begin at once" in body_of(wire.markdown())


def test_crlf_saved_edit_is_merged(wire: Wire) -> None:
    wire.seed(STORY)
    wire.ingest()
    text = wire.markdown().read_bytes().replace(b"again", b"once more")
    wire.markdown().write_bytes(b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n"))
    wire.seed(CHANGED)
    report = wire.ingest()
    assert (actions(report), report.problems) == (["merged"], [])
    assert "once more" in body_of(wire.markdown())
    assert "begin at once" in body_of(wire.markdown())


def test_stories_of_one_seed_get_files_of_their_own(wire: Wire) -> None:
    wire.seed(STORY + "%%\n" + STORY.replace("begin soon", "end soon"))
    wire.ingest()
    assert {path.name: header_of(path)["Source"] for path in wire.files()} == {
        "2012-06-19-a-headline.md": "seeds/story.txt",
        "2012-06-19-a-headline-2.md": "seeds/story.txt#2",
    }


def test_one_broken_seed_hides_no_other(wire: Wire) -> None:
    wire.seed("BROKEN", "a.txt")
    wire.seed(STORY, "b.txt")
    report = wire.ingest()
    assert [problem.path for problem in report.problems] == ["seeds/a.txt"]
    assert actions(report) == ["created"]
    assert [p.path for p in wire.ingest().problems] == ["seeds/a.txt"], "told again until mended"


def test_story_without_headline_and_date_becomes_a_draft(wire: Wire) -> None:
    wire.seed("\n\nSome text.\n")
    report = wire.ingest()
    header = header_of(wire.markdown())
    assert actions(report) == ["draft"]
    assert (header["Status"], header["Missing"]) == ("draft", "headline, date")
    assert "Date" not in header
    assert "no headline, no date" in report.warnings[0].message


def test_dry_run_says_the_same_and_writes_nothing(wire: Wire) -> None:
    wire.seed(STORY)
    before = wire.snapshot()
    dry = wire.ingest(dry_run=True)
    assert wire.snapshot() == before
    assert dry.outcomes == wire.ingest().outcomes


def test_paths_limit_the_run(wire: Wire) -> None:
    wire.seed(STORY, "a/one.txt")
    wire.seed(STORY, "b/two.txt")
    wire.ingest(paths=[wire.layout.seeds / "b"])
    header = header_of(wire.markdown())
    assert header["Source"] == "seeds/b/two.txt"


def test_hidden_files_are_no_seeds(wire: Wire) -> None:
    wire.seed(STORY, ".hidden.txt")
    wire.seed(STORY, ".folder/story.txt")
    assert wire.ingest().seeds == 0


def test_file_mode_outlives_a_new_text(wire: Wire) -> None:
    wire.seed(STORY)
    wire.ingest()
    wire.markdown().chmod(0o640)
    wire.seed(CHANGED)
    wire.ingest()
    assert wire.markdown().stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(("seeds", "shown"), [(1, "1 seed"), (2, "2 seeds")])
def test_report_counts_seeds_in_words(seeds: int, shown: str) -> None:
    report = Report(seeds=seeds, outdated=1)
    assert report.summary() == f"{shown}: nothing new"
    assert f"1 of {shown};" in (report.advice() or "")
    assert Report(seeds=seeds).advice() is None
