"""The compiled registry on disk: read back only if it was made from these very files.

The file holds a digest of its sources, then the tables in Python's marshal format,
with a digest of their own, so that a stale, truncated or foreign file is never believed.
"""

from __future__ import annotations

import hashlib
import marshal
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

from newswire.actors.compile import Tables

_CODE = [Path(__file__).with_name(name) for name in ("compile.py", "schema.py", "surface.py")]
_SIZE = 32


def key_of_files(paths: Iterable[Path]) -> bytes:
    """A digest of names and contents of `paths`, of the code that compiles and of Python."""
    digest = hashlib.blake2b(sys.version.encode(), digest_size=_SIZE)
    for path in (*_CODE, *paths):
        content = path.read_bytes()
        digest.update(f"\0{path.name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.digest()


def read(cache: Path, key: bytes) -> Tables | None:
    """The tables stored under `key`, or None where there are none that can be trusted."""
    try:
        stored = cache.read_bytes()
    except OSError:
        return None
    body = stored[2 * _SIZE :]
    if stored[:_SIZE] != key or stored[_SIZE : 2 * _SIZE] != _digest(body):
        return None
    return cast(Tables, marshal.loads(body))


def write(cache: Path, key: bytes, tables: Tables) -> None:
    """Stores `tables` atomically; a directory that cannot be written only costs time later."""
    body = marshal.dumps(cast(Any, tables))
    try:
        cache.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=cache.parent, delete=False) as handle:
            handle.write(key + _digest(body) + body)
        Path(handle.name).replace(cache)
    except OSError:
        return


def _digest(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=_SIZE).digest()
