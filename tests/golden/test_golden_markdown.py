"""The Markdown that seeds become, whole: run `make golden` after a change, and read the diff."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sites import REPOSITORY, Site

HERE = Path(__file__).parent
SEEDS = [*sorted((HERE / "seeds").iterdir()), REPOSITORY / "seeds/000_f2a9fa354e6f32df.txt"]
EXPECTED = HERE / "markdown"


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_markdown_is_as_expected(
    site: Site, seed: Path, compare: Callable[[Path, str], None]
) -> None:
    site.write(f"seeds/{seed.name}", seed.read_bytes())
    assert site.newswire("ingest").exit_code == 0
    (markdown,) = site.markdown()
    compare(EXPECTED / f"{seed.stem}.md", markdown.read_text(encoding="utf-8"))


def test_every_expected_file_has_its_seed() -> None:
    assert {path.stem for path in EXPECTED.iterdir()} == {seed.stem for seed in SEEDS}
