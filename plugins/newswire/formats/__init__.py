"""Reads whatever a wire sends: bytes in, dispatches out."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import Protocol, cast

from newswire.errors import FormatError
from newswire.formats import readers
from newswire.formats.agencies import Agencies
from newswire.model import Dispatch

__all__ = ["Agencies", "Reader", "all_readers", "read"]


class Reader(Protocol):
    """One wire format or page layout: a module of `formats/readers`.

    `PRIORITY` orders the readers, lowest first: formats with a signature of their own before
    looser ones, plain text last. `detect` looks at the first bytes only; `parse` raises
    `FormatError` where the file breaks its format.
    """

    PRIORITY: int

    def detect(self, data: bytes) -> bool: ...

    def parse(self, data: bytes, source: str, agencies: Agencies) -> tuple[Dispatch, ...]: ...


def read(data: bytes, source: str, agencies: Agencies) -> tuple[Dispatch, ...]:
    """The dispatches of one file, in its order; at least one.

    `source` names the file in dispatches and errors. Raises `FormatError` for a file that is
    empty, binary, cut off or in no known encoding.
    """
    reader = next(reader for reader in all_readers() if reader.detect(data))
    dispatches = reader.parse(data, source, agencies)
    if not dispatches:
        raise FormatError(source, None, "the file holds no story", "check that it is complete")
    return dispatches


@cache
def all_readers() -> tuple[Reader, ...]:
    """Every reader, in the order in which they are asked."""
    names = sorted(module.name for module in pkgutil.iter_modules(readers.__path__))
    found = [cast(Reader, importlib.import_module(f"{readers.__name__}.{n}")) for n in names]
    return tuple(sorted(found, key=lambda reader: reader.PRIORITY))
