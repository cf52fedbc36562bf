"""Names in addresses and ids: small letters, digits and single hyphens."""

from __future__ import annotations

import re
import unicodedata

NOT_SLUG = re.compile(r"[^a-z0-9]+")


def slugify(text: str) -> str:
    """`The People's Bank, Malmö` is `the-peoples-bank-malmo`; empty where no letter is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return NOT_SLUG.sub("-", plain.replace("'", "").lower()).strip("-")
