"""A fresh site: settings, theme and one dispatch to see it work."""

from __future__ import annotations

import shutil
from pathlib import Path

from newswire.errors import WireError

PACKAGE = Path(__file__).resolve().parent.parent


def new_site(folder: Path) -> None:
    """Fills `folder`, which must be empty or not exist, with a site that Pelican can build.

    Raises `WireError` when something is in it already.
    """
    if folder.exists() and any(folder.iterdir()):
        hint = "name a folder that does not exist yet"
        raise WireError(str(folder), None, "is not empty", hint)
    (folder / "content" / "dispatches").mkdir(parents=True)
    starter = PACKAGE / "starter"
    shutil.copytree(starter / "seeds", folder / "seeds")
    shutil.copyfile(starter / "pelicanconf.py", folder / "pelicanconf.py")
    # Named without its dot here, where it would hide files from version control.
    shutil.copyfile(starter / "gitignore", folder / ".gitignore")
    shutil.copyfile(_ours("publishconf.py"), folder / "publishconf.py")
    shutil.copytree(_ours("theme"), folder / "theme")


def _ours(name: str) -> Path:
    """What serves our own site too: within an installed package, or beside it in a checkout."""
    packaged = PACKAGE / name
    return packaged if packaged.exists() else PACKAGE.parent.parent / name
