"""NITF: the News Industry Text Format of the IPTC, one story a file."""

from __future__ import annotations

from dataclasses import replace

from newswire.formats.agencies import Agencies
from newswire.formats.compose import compose
from newswire.formats.markup import is_xml, parse_xml, root_name
from newswire.formats.nitf import nitf_draft
from newswire.model import Dispatch

PRIORITY = 10


def detect(data: bytes) -> bool:
    """XML whose root is `nitf`."""
    return is_xml(data) and root_name(data) == "nitf"


def parse(data: bytes, source: str, agencies: Agencies) -> tuple[Dispatch, ...]:
    """The story of an NITF file."""
    root, warnings = parse_xml(data, source)
    draft = replace(nitf_draft(root, agencies), warnings=warnings)
    return (compose(draft, source, 1, agencies),)
