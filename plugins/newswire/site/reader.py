"""Pelican's reader of dispatches: header to metadata, body left to the site model."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pelican.contents import Category
from pelican.readers import MarkdownReader

from newswire.errors import Problems, WireError
from newswire.ingest.files import read_markdown
from newswire.ingest.sources import seed_of, sources_of
from newswire.life import held_back, now
from newswire.markup import Parsed, date_of, header_problems, is_draft

KEPT = "newswire_kept"
# Where a draft has no date: Pelican demands one, and no page shows it.
NO_DATE = dt.datetime(1, 1, 1, tzinfo=dt.UTC)
SECTION = "Dispatches"


class DispatchReader(MarkdownReader):  # type: ignore[misc]  # Pelican has no types
    """Reads annotated Markdown; any other Markdown is left to Pelican's own reader."""

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Content is empty here: the site model renders it once it knows all pages.

        A file that cannot be understood is skipped; its problems go into the metadata, where
        the build collects it.
        """
        path = Path(source_path)
        shown = self._shown(path)
        try:
            if self._is_dispatch(path):
                parsed = self.settings[KEPT].parse(read_markdown(path, shown), shown)
                return "", self._metadata(parsed, shown)
        except WireError as error:
            return _skipped([error])
        except Problems as found:
            return _skipped(found.problems)
        content, metadata = super().read(source_path)
        return content, metadata

    def _is_dispatch(self, path: Path) -> bool:
        """Whatever Pelican takes for an article; one that an editor wrote has no `Source`."""
        content = Path(self.settings["PATH"])
        return any(content / folder in path.parents for folder in self.settings["ARTICLE_PATHS"])

    def _shown(self, path: Path) -> str:
        root = Path(self.settings["PATH"]).parent
        return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)

    def _metadata(self, parsed: Parsed, shown: str) -> dict[str, Any]:
        header = parsed.story.header
        fields = dict(header)
        if problems := header_problems(header, shown):
            raise Problems(problems)
        if held := held_back(header, shown, now()):
            return _held(held, fields)
        unread = self.settings["NEWSWIRE_REVIEW"] and "Reviewed" not in fields
        return {
            "title": fields["Title"],
            "slug": fields["Slug"],
            "date": date_of(header, shown) or NO_DATE,
            "status": "draft" if unread or is_draft(header) else "published",
            "category": Category(fields.get("Category") or SECTION, self.settings),
            "summary": "",
            "template": "dispatch",
            "dispatch_source": parsed,
            "dispatch_file": shown,
        }


def _held(reason: WireError, fields: dict[str, str]) -> dict[str, Any]:
    """A dispatch under embargo is no page at all: even the address of a draft can be guessed."""
    seeds = [seed_of(source) for source in sources_of(fields)]
    return {"status": "skip", "newswire_held": (reason, seeds)}


def _skipped(problems: Sequence[WireError]) -> tuple[str, dict[str, Any]]:
    return "", {"status": "skip", "newswire_problems": problems}
