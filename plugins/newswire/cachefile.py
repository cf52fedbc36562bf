"""Values that can be made again, in a file that is read back only if made from these very sources.

The file holds a digest of its sources, then plain values in Python's marshal format, with a
digest of their own, so that a stale, truncated or foreign file is never believed.
"""

from __future__ import annotations

import gc
import hashlib
import marshal
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).parent
_SIZE = 32


def code_of(parts: Iterable[str]) -> Iterator[Path]:
    """The code and data in these files and folders of the package, in a stable order."""
    for part in parts:
        path = PACKAGE / part
        files = [path] if path.is_file() else sorted(path.rglob("*.*"))
        yield from (file for file in files if file.suffix in (".py", ".toml"))


def key_of_files(paths: Iterable[Path]) -> bytes:
    """A digest of names and contents of `paths`, and of Python.

    Not of time stamps: an installed package has the same ones in every version.
    """
    digest = hashlib.blake2b(sys.version.encode(), digest_size=_SIZE)
    for path in paths:
        with path.open("rb", buffering=0) as file:  # thousands of small files
            content = file.read()
        digest.update(f"\0{path.name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.digest()


def read(cache: Path, key: bytes) -> Any:
    """The value stored under `key`, or None where there is none that can be trusted."""
    try:
        stored = cache.read_bytes()
    except OSError:
        return None
    body = stored[2 * _SIZE :]
    if stored[:_SIZE] != key or stored[_SIZE : 2 * _SIZE] != _digest(body):
        return None
    return _loads(body)


def _loads(body: bytes) -> Any:
    """The value; the garbage collector, which would walk through it as it grows, waits."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        return marshal.loads(body)
    finally:
        if was_on:
            gc.enable()


def write(cache: Path, key: bytes, value: Any) -> None:
    """Stores plain values atomically; a directory that cannot be written only costs time later."""
    body = marshal.dumps(value)
    try:
        cache.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=cache.parent, delete=False) as handle:
            handle.write(key + _digest(body) + body)
        Path(handle.name).replace(cache)
    except OSError:
        return


def _digest(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=_SIZE).digest()
