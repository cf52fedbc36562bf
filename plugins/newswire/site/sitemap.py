"""sitemap.xml: every page that a search engine should know, by the protocol of sitemaps.org."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
# Pages for those who work on the theme or are lost, not for search engines.
UNLISTED = frozenset(("kitchen-sink/", "404.html"))


def sitemap(urls: Iterable[str], siteurl: str) -> bytes:
    """The map as XML; addresses are absolute if `siteurl` is."""
    root = etree.Element("urlset", xmlns=NAMESPACE)
    for url in sorted(set(urls) - UNLISTED):
        etree.SubElement(etree.SubElement(root, "url"), "loc").text = f"{siteurl}/{url}"
    return etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)
