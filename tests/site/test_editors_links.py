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


HEADER = "Title: {0}\nDate: 2015-06-0{1}\nSlug: {2}\n\n{3}\n"
LINKS = """See [this]({filename}two.md), [that]({filename}/dispatches/two.md#s-1),
[a draft]({filename}draft.md), [a page]({filename}../pages/imprint.md),
[a map]({static}/images/a%20map.png), [a file]({attach}../images/a%20map.png),
[Angela Merkel]({leader}angela-merkel) and [hers]({filename}/leaders/angela-merkel/),
[home]({index}), [elsewhere](https://example.org/nothing.md)."""
DEAD = {
    "[a]({filename}too.md)": "{filename}too.md (did you mean {filename}two.md?)",
    "[a]({filename}/dispatch/two.md)": (
        "{filename}/dispatch/two.md (did you mean {filename}/dispatches/two.md?)"
    ),
    "[a]({filename}../images/a%20map.png)": (
        "{filename}../images/a%20map.png (did you mean {static}../images/a%20map.png?)"
    ),
    "[a]({static}two.md)": "{static}two.md (did you mean {filename}two.md?)",
    "[a]({static}/images/a%20mop.png)": (
        "{static}/images/a%20mop.png (did you mean {static}/images/a%20map.png?)"
    ),
    "[a]({filename}held.md)": "{filename}held.md (",
    "[a]({attach}/x/y)": (
        "{attach}/x/y (name a file under the content folder, or take the link out)"
    ),
}
MADE_IN_BUILDS = {
    "[a]({filename}../leaders/angela-merkl/)": (
        "{filename}../leaders/angela-merkl/ (did you mean {filename}../leaders/angela-merkel/?)"
    ),
    "[a]({filename}/leaders/angela-merkl/)": (
        "{filename}/leaders/angela-merkl/ (did you mean {filename}/leaders/angela-merkel/?)"
    ),
}


def linked(site: Site, *paragraphs: str) -> Site:
    """A dispatch with these paragraphs, among others that it may link to."""
    site.write("content/pages/imprint.md", "Title: Imprint\n\nWe.\n")
    site.write("content/images/a map.png", b"\x89PNG")
    site.write("content/dispatches/one.md", HEADER.format("One", 1, "one", "\n\n".join(paragraphs)))
    site.write("content/dispatches/two.md", HEADER.format("Two", 2, "two", "Text."))
    draft = HEADER.format("Draft", 3, "draft", "Text.")
    site.write("content/dispatches/draft.md", f"Status: draft\n{draft}")
    held = HEADER.format("Held", 4, "held", "Text.")
    site.write("content/dispatches/held.md", f"Embargo: 2999-01-01\n{held}")
    return site


def test_links_that_lead_somewhere_are_let_be(site: Site) -> None:
    assert linked(site, LINKS).newswire("check").output.count("one.md") == 0
    page = (site.build() / "2015/06/01/one/index.html").read_text("utf-8")
    assert "{" not in page.partition("<article")[2].partition("</article")[0]
    assert (site.output / "images/a map.png").read_bytes() == b"\x89PNG"


def test_links_that_lead_nowhere_are_told_with_line_and_nearest(site: Site) -> None:
    dead = DEAD | MADE_IN_BUILDS
    linked(site, LINKS, *dead)
    done, checked = site.pelican(), site.newswire("check")
    assert (done.returncode, checked.exit_code) == (1, 1)
    begun = 5 + LINKS.count("\n")
    for number, (written, said) in enumerate(dead.items(), 1):
        message = f"one.md:{begun + 2 * number}: a link leads nowhere: {said}"
        assert done.stderr.count(message) == 1, done.stderr
        assert (message in checked.stdout) == (written in DEAD), checked.stdout
