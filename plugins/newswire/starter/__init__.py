"""A fresh site: settings, theme and one dispatch to see it work."""

from __future__ import annotations

import shutil
from pathlib import Path

from newswire.errors import WireError

PACKAGE = Path(__file__).resolve().parent.parent
FILES = ("pelicanconf.py", "publishconf.py", "seeds")


def new_site(folder: Path) -> None:
    """Fills `folder`, which must be empty or not exist, with a site that Pelican can build.

    Raises `WireError` when something is in it already.
    """
    if folder.exists() and any(folder.iterdir()):
        hint = "name a folder that does not exist yet"
        raise WireError(str(folder), None, "is not empty", hint)
    (folder / "content" / "dispatches").mkdir(parents=True)
    for name in FILES:
        source = PACKAGE / "starter" / name
        (shutil.copytree if source.is_dir() else shutil.copyfile)(source, folder / name)
    # Named without its dot here, where it would hide files from version control.
    shutil.copyfile(PACKAGE / "starter" / "gitignore", folder / ".gitignore")
    shutil.copytree(_theme(), folder / "theme")


def _theme() -> Path:
    """The theme within an installed package, or beside it in a checkout."""
    packaged = PACKAGE / "theme"
    return packaged if packaged.is_dir() else PACKAGE.parent.parent / "theme"
