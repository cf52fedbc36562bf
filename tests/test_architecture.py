"""Imports point one way: model, errors, … <- formats, actors, lang, markup <- … <- site."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "plugins" / "newswire"

# What each part may import of the others. A part that is not named here fails the test.
BASE = frozenset({"model", "errors", "slugs", "cachefile"})
READERS = BASE | {"formats", "actors", "lang", "markup"}
ANALYSIS = READERS | {"annotate", "derive"}
COMPILER = ANALYSIS | {"ingest"}
SURFACES = COMPILER | {
    "life",
    "accord",
    "jsonlines",
    "check",
    "explain",
    "mend",
    "settings",
    "starter",
}
MAY_IMPORT: dict[str, frozenset[str]] = {
    "model": frozenset(),
    "errors": frozenset(),
    "slugs": frozenset(),
    "cachefile": frozenset(),
    "formats": BASE,
    "actors": BASE,
    "lang": BASE,
    "markup": BASE,
    "annotate": READERS,
    "derive": READERS,
    "ingest": ANALYSIS,
    "life": COMPILER,
    "jsonlines": COMPILER,
    "accord": READERS,
    "check": COMPILER | {"life", "accord", "settings"},
    "mend": COMPILER | {"check"},
    "explain": COMPILER,
    "settings": BASE | {"markup"},
    "starter": frozenset({"errors"}),
    "cli": SURFACES,
    "__main__": frozenset({"cli"}),
    "site": SURFACES,
    "__init__": frozenset({"site"}),
}
# The whole package is no part of itself: `import newswire` asks where the code lies.
WHOLE = ""
ONLY_SITE = "pelican"


def part_of(file: Path, package: Path) -> str:
    """The first name below the package: `ingest` of `ingest/run.py`."""
    return file.relative_to(package).parts[0].removesuffix(".py")


def imported(file: Path) -> Iterator[tuple[int, str]]:
    """Every module that a file imports, anywhere in it, with the line."""
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            if module == "newswire":
                yield from ((node.lineno, f"newswire.{alias.name}") for alias in node.names)
            else:
                yield node.lineno, module


def violations(package: Path) -> list[str]:
    """Every import against the direction, as `file:line: part -> module`."""
    return [
        f"{file.relative_to(package)}:{line}: {part} -> {module}"
        for file in sorted(package.rglob("*.py"))
        for part in [part_of(file, package)]
        for line, module in imported(file)
        if not allowed(part, module)
    ]


def allowed(part: str, module: str) -> bool:
    top, _, rest = module.partition(".")
    if top == ONLY_SITE:
        return part == "site"
    if top != "newswire":
        return not module.startswith(".")
    target = rest.partition(".")[0]
    return target in (part, WHOLE) or target in MAY_IMPORT.get(part, frozenset())


def test_imports_point_one_way() -> None:
    assert violations(PACKAGE) == []


def test_every_part_has_its_place() -> None:
    parts = {part_of(file, PACKAGE) for file in PACKAGE.rglob("*.py")}
    assert parts == MAY_IMPORT.keys()


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("model.py", "from newswire.errors import WireError"),
        ("actors/registry.py", "from newswire.lang.en import times"),
        ("lang/en/offices.py", "import newswire.actors.registry"),
        ("formats/readers/text.py", "from newswire.markup import dumps"),
        ("annotate.py", "from newswire.ingest import Layout"),
        ("derive.py", "import newswire.ingest.run as run"),
        ("ingest/run.py", "from newswire.site.build import SiteBuilder"),
        ("ingest/job.py", "from newswire import site"),
        ("ingest/run.py", "from newswire.jsonlines import as_object"),
        ("cli.py", "def late():\n    from newswire.site import signals"),
        ("cli.py", "import pelican.settings"),
        ("site/build.py", "from newswire.cli import cli"),
        ("markup/read.py", "from .header import Header"),
        ("unheard_of.py", "from newswire.model import Mention"),
    ],
)
def test_an_arrow_against_the_direction_is_seen(tmp_path: Path, file: str, code: str) -> None:
    path = tmp_path / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(code, encoding="utf-8")
    assert len(violations(tmp_path)) == 1


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("cli.py", "from newswire.ingest import Layout"),
        ("site/reader.py", "from pelican.readers import MarkdownReader"),
        ("ingest/fingerprint.py", "import newswire"),
        ("lang/en/times/find.py", "from newswire.lang.en import sentences"),
    ],
)
def test_an_arrow_in_the_direction_is_let_be(tmp_path: Path, file: str, code: str) -> None:
    path = tmp_path / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(code, encoding="utf-8")
    assert violations(tmp_path) == []
