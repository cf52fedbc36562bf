"""Where a site keeps what. Paths are shown relative to its root, in POSIX form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Layout:
    """The folders of a site. `dispatches` is where ingest writes, `content` where it looks for
    files that a person moved, `state` where the last generated texts and the ledger lie."""

    root: Path
    seeds: Path
    content: Path
    dispatches: Path
    state: Path

    @classmethod
    def of(cls, root: Path, seeds: str = "seeds", content: str = "content") -> Layout:
        root = root.resolve()
        return cls(
            root=root,
            seeds=root / seeds,
            content=root / content,
            dispatches=root / content / "dispatches",
            state=root / ".newswire",
        )

    @property
    def base(self) -> Path:
        return self.state / "base"

    @property
    def ledger(self) -> Path:
        return self.state / "seeds.jsonl"

    @property
    def cache(self) -> Path:
        """Whatever can be made again; never committed."""
        return self.state / "cache"

    @property
    def actors(self) -> Path:
        """The site's own additions and corrections to the registry."""
        return self.content / "actors"

    def actor_files(self) -> list[Path]:
        return sorted(self.actors.glob("*.toml")) if self.actors.is_dir() else []

    def name(self, path: Path) -> str:
        """`path` as messages and headers show it."""
        path = path.resolve()
        if path.is_relative_to(self.root):
            return path.relative_to(self.root).as_posix()
        return path.as_posix()

    def seed_files(self) -> Iterator[Path]:
        """Every raw file, in a stable order; hidden files and folders are none."""
        if not self.seeds.is_dir():
            return
        for path in sorted(self.seeds.rglob("*")):
            inside = path.relative_to(self.seeds)
            if path.is_file() and not any(part.startswith(".") for part in inside.parts):
                yield path
