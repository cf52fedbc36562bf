"""A link of the editor's own, from one dispatch to another."""

from __future__ import annotations

from sites import Site

SEED = """{}

BERLIN, June {}, 2015 (Sample Wire) - Angela Merkel met Francois Hollande.
"""


def test_pelicans_filename_leads_to_the_other_dispatch_on_page_and_in_feed(site: Site) -> None:
    site.write("seeds/one.txt", SEED.format("Talks begin", 4))
    site.write("seeds/two.txt", SEED.format("Talks end", 5))
    assert site.newswire("ingest").exit_code == 0
    first, second = sorted(site.markdown())
    header, _, body = second.read_text("utf-8").partition("\n\n")
    body = body.replace(" met ", f" [met]({{filename}}{first.name}) ", 1)
    second.write_text(f"{header}\n\n{body}", encoding="utf-8")
    output = site.build()
    feed = (output / "feeds/atom.xml").read_text("utf-8")
    assert 'href="http://127.0.0.1:8000/2015/06/04/talks-begin/"&gt;met&lt;' in feed
    assert "{filename}" not in feed
    page = (output / "2015/06/05/talks-end/index.html").read_text("utf-8")
    assert '<a href="../../../../2015/06/04/talks-begin/">met</a>' in page
    assert "{filename}" not in page
