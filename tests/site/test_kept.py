"""What follows from a dispatch is the same whether it was kept or is derived."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from newswire import derive
from newswire.markup import Story, loads
from newswire.site import kept
from newswire.site.kept import Kept

DISPATCHES = sorted((Path(__file__).parents[2] / "content/dispatches").glob("*.md"))
DAY = date(2014, 6, 19)


def stories() -> list[Story]:
    return [loads(path.read_text("utf-8"), path.name) for path in DISPATCHES[:5]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "derived"


def forget_how(patch: pytest.MonkeyPatch) -> None:
    """Lets a test fail that derives anew."""

    def fail(story: Story, anchor: date | None) -> derive.Derived:
        raise AssertionError("derived anew")

    patch.setattr(kept, "derive", fail)


def test_kept_is_what_was_derived(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Kept(file)
    derived = [first.derive(story, DAY) for story in stories()]
    assert derived == [derive.derive(story, DAY) for story in stories()]
    first.save()
    forget_how(monkeypatch)
    assert [first.derive(story, DAY) for story in stories()] == derived
    second = Kept(file)
    assert [second.derive(story, DAY) for story in stories()] == derived


def test_another_text_or_day_is_derived_anew(file: Path) -> None:
    story = stories()[0]
    memory = Kept(file)
    memory.derive(story, DAY)
    memory.save()
    shorter = Story(story.header, story.body[: story.body.index("\n")], story.tags[:1])
    assert memory.derive(shorter, DAY) == derive.derive(shorter, DAY)
    assert memory.derive(story, None) == derive.derive(story, None)


def test_what_was_not_asked_for_is_forgotten(file: Path) -> None:
    memory = Kept(file)
    for story in stories():
        memory.derive(story, DAY)
    memory.save()
    full = file.stat().st_size
    memory.derive(stories()[0], DAY)
    memory.save()
    assert file.stat().st_size < full / 2


@pytest.mark.parametrize("damage", [b"", b"nothing of ours", b"\0" * 200])
def test_a_damaged_file_is_passed_over(file: Path, damage: bytes) -> None:
    story = stories()[0]
    memory = Kept(file)
    memory.derive(story, DAY)
    memory.save()
    file.write_bytes(file.read_bytes()[:64] + damage)
    assert Kept(file).derive(story, DAY) == derive.derive(story, DAY)


def test_other_rules_make_what_was_kept_worthless(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = Kept(file)
    memory.derive(stories()[0], DAY)
    memory.save()
    monkeypatch.setattr(kept, "PARTS", kept.PARTS[1:])
    forget_how(monkeypatch)
    with pytest.raises(AssertionError, match="derived anew"):
        Kept(file).derive(stories()[0], DAY)


def test_text_is_read_once_for_two_builds(file: Path) -> None:
    text = DISPATCHES[0].read_text("utf-8")
    memory = Kept(file)
    first = memory.parse(text, "a.md")
    memory.save()
    assert memory.parse(text, "a.md") is first
    other = text.replace("Title: ", "Title: New ", 1)
    assert memory.parse(other, "a.md").story.header != first.story.header
    for _ in range(2):
        memory.save()
    assert memory.parse(text, "a.md") is not first
