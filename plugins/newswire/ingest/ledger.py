"""What ingest knows of each seed: its content, the rules that read it, the files it became."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from newswire.errors import DataError
from newswire.ingest.files import read_text, write_text


@dataclass(frozen=True, slots=True)
class Record:
    """One seed. `sha256` is of its bytes, `rules` the fingerprint of the code and data that
    annotated it, `files` the Markdown of its stories in order, where ingest first wrote it."""

    seed: str
    sha256: str
    rules: str
    files: tuple[str, ...]


def load_ledger(path: Path, shown: str) -> dict[str, Record]:
    """The records by seed. Raises `DataError` where a line cannot be read."""
    if not path.exists():
        return {}
    records: dict[str, Record] = {}
    for number, line in enumerate(read_text(path).splitlines(), 1):
        try:
            fields = json.loads(line)
            record = Record(**{**fields, "files": tuple(fields["files"])})
        except (ValueError, TypeError, KeyError) as error:
            raise DataError(
                shown, number, f"not a record: {error}", "restore the line from version control"
            ) from error
        records[record.seed] = record
    return records


def dump_ledger(path: Path, records: Mapping[str, Record]) -> None:
    """One line a seed, sorted, so that two editors' changes merge line by line."""
    lines = (
        json.dumps(asdict(records[seed]), ensure_ascii=False, sort_keys=True)
        for seed in sorted(records)
    )
    text = "".join(line + "\n" for line in lines)
    if not path.exists() or read_text(path) != text:
        write_text(path, text)
