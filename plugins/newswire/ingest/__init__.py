"""Ingest: a compiler from raw seeds to annotated Markdown that never loses a person's edit."""

from newswire.ingest.layout import Layout
from newswire.ingest.run import Outcome, Report, ingest

__all__ = ["Layout", "Outcome", "Report", "ingest"]
