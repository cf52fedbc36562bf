"""What is documented is what there is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from newswire.cli import cli
from newswire.settings import DEFAULTS
from sites import REPOSITORY, MakeSite, copy_example

DOCS = [REPOSITORY / "README.md", *sorted((REPOSITORY / "docs").rglob("*.md"))]
LINK = re.compile(r"!?\[[^\]]*\]\((?P<target>[^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
FIRST_SCREEN = 40  # lines


def commands(group: click.Group, name: str) -> Iterator[tuple[str, click.Command]]:
    """Every command that a person can type, with its full name."""
    yield name, group
    for word, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{name} {word}")
        else:
            yield f"{name} {word}", command


COMMANDS = dict(commands(cli, "newswire"))
OPTIONS = [
    pytest.param(name, option, id=f"{name} {option}")
    for name, command in COMMANDS.items()
    for parameter in command.params
    if isinstance(parameter, click.Option)
    for option in parameter.opts
]


def doc(name: str) -> str:
    return (REPOSITORY / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented(name: str) -> None:
    assert name in doc("docs/command-line.md")


@pytest.mark.parametrize(("name", "option"), OPTIONS)
def test_every_option_is_documented(name: str, option: str) -> None:
    assert re.search(rf"{option}\b", doc("docs/command-line.md")), f"{name} {option}"


@pytest.mark.parametrize("name", DEFAULTS)
def test_every_setting_is_documented_with_its_default(name: str) -> None:
    lines = [line for line in doc("docs/settings.md").split("\n") if f"`{name}`" in line]
    assert any(
        f"`{DEFAULTS[name]!r}`".replace("'", '"') in line.replace("'", '"') for line in lines
    )


def test_no_setting_is_documented_that_there_is_not() -> None:
    named = {
        name for path in DOCS for name in re.findall(r"NEWSWIRE_[A-Z_]+", path.read_text("utf-8"))
    }
    assert named <= DEFAULTS.keys()


@pytest.mark.parametrize("command", ["make html", "make test"])
def test_readme_shows_the_two_commands_at_once(command: str) -> None:
    first = doc("README.md").split("\n")[:FIRST_SCREEN]
    assert any(command in line for line in first)


def test_readme_shows_a_picture_at_once() -> None:
    first = "\n".join(doc("README.md").split("\n")[:FIRST_SCREEN])
    assert re.search(r"!\[[^\]]+\]\([^)]+\.(png|webp|jpg)\)|<img [^>]*alt=\"[^\"]+\"", first)


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_every_linked_file_exists(path: Path) -> None:
    text = FENCE.sub("", path.read_text(encoding="utf-8"))
    targets = [match["target"].partition("#")[0] for match in LINK.finditer(text)]
    local = [t for t in targets if t and not re.match(r"\w+:|\{|/", t)]
    assert [t for t in local if not (path.parent / t).exists()] == []


def test_readme_names_every_document() -> None:
    readme = doc("README.md")
    assert [path.name for path in DOCS[1:] if f"docs/{path.name}" not in readme] == []


def test_example_content_is_what_ingest_makes_now(tmp_path: Path, make_site: MakeSite) -> None:
    """Else building a fresh clone would change its files."""
    site = make_site(tmp_path)
    copy_example(site)
    before = site.snapshot()
    done = site.newswire("ingest", "--refresh")
    assert done.exit_code == 0, done.output
    assert {name for name, data in site.snapshot().items() if before.get(name) != data} == set()
    assert site.newswire("check").output.strip() in ("", "Nothing to mend.")
