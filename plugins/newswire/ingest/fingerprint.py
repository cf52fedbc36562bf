"""A short name for the rules and data that annotate: another name means another result."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from newswire.cachefile import PACKAGE, code_of

# Of the package, what can change the Markdown that a seed becomes.
PARTS = (
    "model.py",
    "slugs.py",
    "annotate.py",
    "agencies.toml",
    "formats",
    "actors",
    "lang",
    "markup",
    "ingest/compose.py",
)
DIGITS = 12


def rules_fingerprint(actor_files: Sequence[Path] = ()) -> str:
    """Twelve hexadecimal digits over the code and data that annotate, a site's own included."""
    digest = hashlib.sha256()
    for file in code_of(PARTS):
        _add(digest, file.relative_to(PACKAGE).as_posix(), file.read_bytes())
    for file in sorted(actor_files):
        _add(digest, file.name, file.read_bytes())
    return digest.hexdigest()[:DIGITS]


def _add(digest: hashlib._Hash, name: str, data: bytes) -> None:
    digest.update(f"{name}\0{len(data)}\0".encode())
    digest.update(data)
