"""The search index: Pagefind's, made from the finished pages and read by the browser in parts."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from newswire.errors import WireError

FOLDER = "pagefind"


def index_site(output: Path, *, wait: bool) -> WireError | None:
    """Indexes a built site; gives what went wrong, if anything.

    Without `wait` the index is made behind the scenes, since a preview must not make its
    editor wait for a search that is seldom used there.
    """
    command = [sys.executable, "-m", "pagefind", "--site", str(output), "--quiet"]
    quiet = subprocess.DEVNULL
    if not wait:
        subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet)
        return None
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return None
    reason = (done.stderr or done.stdout).strip() or f"exit status {done.returncode}"
    hint = "set NEWSWIRE_SEARCH = False to publish without a search"
    return WireError(str(output / FOLDER), None, f"the search index failed: {reason}", hint)
