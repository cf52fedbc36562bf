"""A person's table from Wikidata, for an editor to check and keep (`newswire actors import`).

Wikidata is in the public domain (CC0). It is asked when an editor imports somebody, never while
a site is built. What has no counterpart among the posts or countries here is left out.
"""

from __future__ import annotations

import json
import re
import urllib.parse
import urllib.request
from collections.abc import Iterable, Iterator
from typing import Any

from newswire.actors.registry import Registry
from newswire.actors.surface import key_of
from newswire.errors import DataError

ENDPOINT = "https://query.wikidata.org/sparql"
AGENT = "pelican-newswire (Pelican plugin; registry of actors)"
SECONDS = 30
_PRECISION = {"9": 4, "10": 7, "11": 10}
"""Characters of an ISO date that Wikidata's precisions of year, month and day leave."""

_ITEM = re.compile(r"Q[1-9]\d{0,11}")

_QUERY = """
SELECT ?name ?alias ?family ?article ?post ?iso3 ?start ?startPrecision ?end ?endPrecision WHERE {
  BIND(wd:%s AS ?person)
  ?person rdfs:label ?name . FILTER(LANG(?name) = "en")
  OPTIONAL { ?person skos:altLabel ?alias . FILTER(LANG(?alias) = "en") }
  OPTIONAL { ?person wdt:P734/rdfs:label ?family . FILTER(LANG(?family) = "en") }
  OPTIONAL { ?page schema:about ?person ; schema:isPartOf <https://en.wikipedia.org/> ;
             schema:name ?article }
  OPTIONAL {
    ?person p:P39 ?held . ?held ps:P39 ?office .
    ?office rdfs:label ?post . FILTER(LANG(?post) = "en")
    OPTIONAL { ?office wdt:P1001/wdt:P298 ?iso3 }
    OPTIONAL { ?held pqv:P580 [ wikibase:timeValue ?start ;
                                wikibase:timePrecision ?startPrecision ] }
    OPTIONAL { ?held pqv:P582 [ wikibase:timeValue ?end ; wikibase:timePrecision ?endPrecision ] }
  }
}
"""

Row = dict[str, str]


def fetch(item: str) -> Any:
    """Wikidata's answer on `item` (`Q7747`). Raises DataError where there is none."""
    if not _ITEM.fullmatch(item):
        raise DataError(ENDPOINT, None, f"{item!r} is no item", "give a number such as Q7747")
    query = urllib.parse.urlencode({"query": _QUERY % item, "format": "json"})
    request = urllib.request.Request(f"{ENDPOINT}?{query}", headers={"User-Agent": AGENT})
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:
            return json.load(answer)
    except (OSError, ValueError) as error:
        raise DataError(ENDPOINT, None, f"no answer on {item}: {error}", "try later") from error


def person_toml(item: str, answer: Any, registry: Registry) -> str:
    """The `[[person]]` table of an answer. Raises DataError if it names nobody.

    Whom the registry has under this item keeps his id there, so that the table corrects him.
    """
    rows = [{key: cell["value"] for key, cell in row.items()} for row in _bindings(answer)]
    if not rows:
        raise DataError(ENDPOINT, None, f"{item} has no English name", "is the number right?")
    name = rows[0]["name"]
    others = {row["alias"] for row in rows if " " in row.get("alias", "")}
    pairs = {
        "id": _known(item, registry) or key_of(name).lower().replace(" ", "-"),
        "name": name,
        "family_name": rows[0].get("family", name.split()[-1]),
        "other_names": sorted(others - {name}),
        "wikipedia": rows[0].get("article"),
        "wikidata": item,
    }
    tables = [_table("person", pairs), *_memberships(rows, registry)]
    return "\n".join(tables)


def _known(item: str, registry: Registry) -> str | None:
    return next((who.id for who in registry.people.values() if who.wikidata == item), None)


def _bindings(answer: Any) -> list[dict[str, dict[str, str]]]:
    try:
        return list(answer["results"]["bindings"])
    except (KeyError, TypeError) as error:
        raise DataError(ENDPOINT, None, "the answer is no SPARQL result") from error


def _memberships(rows: Iterable[Row], registry: Registry) -> Iterator[str]:
    seen = set()
    for row in sorted(rows, key=lambda row: row.get("start", "")):
        post = _post(row.get("post", ""), registry)
        area = row.get("iso3", "")
        start = _edtf(row.get("start"), row.get("startPrecision"))
        if post is None or area not in registry.countries or (post, area, start) in seen:
            continue
        seen.add((post, area, start))
        end = _edtf(row.get("end"), row.get("endPrecision"))
        pairs = {"post": post, "area": area, "start": start, "end": end, "source": "Wikidata"}
        yield _table("person.membership", pairs)


def _post(label: str, registry: Registry) -> str | None:
    """The post with the longest title that an office's label begins with: `President of Russia`."""
    titles = [title for title in registry.titles if label.lower().startswith(title)]
    return registry.titles[max(titles, key=len)][0] if titles else None


def _edtf(time: str | None, precision: str | None) -> str | None:
    """`2012-05-07T00:00:00Z` as precise as it is meant; None for what is no year of our era."""
    length = _PRECISION.get(precision or "")
    return time[:length] if time and length and not time.startswith("-") else None


def _table(name: str, pairs: dict[str, Any]) -> str:
    """A TOML table; JSON writes strings and lists of strings just as TOML reads them."""
    lines = [
        f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in pairs.items() if value
    ]
    return "\n".join([f"[[{name}]]", *lines, ""])
