"""What an editor writes without any seed: a dispatch of their own, a page of the site."""

from __future__ import annotations

from sites import Site

OWN = """Title: Our own report
Date: 2015-06-05 12:00+00:00
Slug: our-own-report

[Angela Merkel]({leader}angela-merkel) [said]({by}angela-merkel) that talks went on.
"""
IMPRINT = """Title: Who we are

Write to [us](mailto:desk@digest.example), or read [our report]({filename}/dispatches/own.md).
"""


def test_dispatch_without_a_seed_is_a_dispatch(site: Site) -> None:
    site.write("content/dispatches/own.md", OWN)
    output = site.build()
    assert "Our own report" in (output / "leaders/angela-merkel/index.html").read_text("utf-8")
    page = (output / "2015/06/05/our-own-report/index.html").read_text("utf-8")
    assert "talks went on" in page
    assert site.newswire("check").exit_code == 0


def test_page_of_the_site_is_shown_within_the_theme(site: Site) -> None:
    site.write("content/dispatches/own.md", OWN)
    site.write("content/pages/imprint.md", IMPRINT)
    page = (site.build() / "pages/who-we-are.html").read_text("utf-8")
    assert '<h1 class="page-title">Who we are</h1>' in page
    assert 'href="../2015/06/05/our-own-report/"' in page
    assert 'class="skip"' in page


def test_deleted_dispatch_leaves_nothing_behind(site: Site) -> None:
    dispatch = site.write("content/dispatches/own.md", OWN)
    assert (site.build() / "leaders/angela-merkel/data.json").exists()
    theirs = site.write("output/CNAME", "digest.example")
    dispatch.unlink()
    left = [path for path in site.build().rglob("*") if "merkel" in path.as_posix()]
    assert not left
    assert theirs.exists()


def test_failed_build_takes_nothing_away(site: Site) -> None:
    dispatch = site.write("content/dispatches/own.md", OWN)
    page = site.build() / "2015/06/05/our-own-report/index.html"
    dispatch.write_text("Title half written\n", encoding="utf-8")
    assert site.pelican().returncode == 1
    assert page.exists()
    dispatch.unlink()
    site.build()
    assert not page.exists()
