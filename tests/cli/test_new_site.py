"""`newswire new`: a folder that Pelican can build at once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from newswire.cli import cli
from sites import REPOSITORY


def test_a_new_site_builds(tmp_path: Path) -> None:
    folder = tmp_path / "digest"
    assert CliRunner().invoke(cli, ["new", str(folder)]).exit_code == 0
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY / "plugins")}
    done = subprocess.run(
        [sys.executable, "-m", "pelican"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (folder / "output/countries/syria/index.html").exists()
    ours = (REPOSITORY / "publishconf.py").read_bytes()
    assert (folder / "publishconf.py").read_bytes() == ours
    assert (folder / "output/theme/css/tokens.css").exists()
    assert len(list((folder / "content/dispatches").glob("*.md"))) == 1


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("mine", encoding="utf-8")
    done = CliRunner().invoke(cli, ["new", str(tmp_path)])
    assert done.exit_code == 1
    assert "is not empty (name a folder that does not exist yet)" in done.output
    assert [path.name for path in tmp_path.iterdir()] == ["note.txt"]
