"""`newswire check --fix`: mends slips and what no person touched, and leaves the rest to people."""

from __future__ import annotations

from pathlib import Path

import pytest

from sites import Site

SEED = """HEADLINE: Minister visits Berlin
DATE: 12 February 2015 11:30 GMT

BERLIN, Feb 12 (Sample Wire) - German Chancellor Angela Merkel said on Thursday that talks with
Russian President Vladimir Putin would go on. Merkel had met him in Minsk the day before.

Ukraine welcomed the talks. Ukraine had asked for help. Ukraine had been at war since 2014.
"""
MINSK = "Merkel]({leader}angela-merkel) had met"
NAME = "content/dispatches/2015-02-12-minister-visits-berlin.md"


@pytest.fixture
def site(site: Site) -> Site:
    site.write("seeds/visit.txt", SEED)
    assert site.newswire("ingest").exit_code == 0
    return site


def markdown(site: Site) -> Path:
    (path,) = site.markdown()
    return path


def edit(site: Site, old: str, new: str, times: int = -1) -> str:
    """A person's edit, which must hit something; returns the text after it."""
    path = markdown(site)
    text = path.read_text("utf-8")
    assert old in text, text
    path.write_text(text.replace(old, new, times), "utf-8")
    return path.read_text("utf-8")


SLIPS = {
    "tag": ("({leader}angela-merkel)", "({leader}angela-merkl)", "no leader has the id"),
    "second of a tag": ("{leader}angela-merkel", "{leader}xi-jinping,angela-merekl", "no leader"),
    "capitals": ("{country}UKR", "{country}ukr", "no country has the id 'ukr'"),
    "speaker": ("{by}angela-merkel", "{by}angela-merkle", "no speaker has the id"),
    "kind": ("{country}UKR", "{organisation}UKR", "'UKR' is no organisation, but a country"),
    "name of a kind": ("{leader}", "{laeder}", "unknown tag {laeder}"),
    "field": ("Agency:", "Agancy:", "unknown field Agancy"),
    "value": ("Source:", "Rights: excrept\nSource:", "Rights is 'excrept'"),
    "main actor": ("About: angela-merkel", "About: angela-merkl", "About names no actor"),
}
MEANT = {
    "second of a tag": "{leader}xi-jinping,angela-merkel",
    "value": "Rights: excerpt\nSource:",
}


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_mended_where_it_is(site: Site, name: str) -> None:
    right, wrong, said = SLIPS[name]
    before = edit(site, right, MEANT.get(name, right))
    after = edit(site, MEANT.get(name, right), wrong)
    reported = site.newswire("check").stdout
    assert f"{NAME}:" in reported
    assert said in reported
    done = site.newswire("check", "--fix")
    assert markdown(site).read_text("utf-8") == before != after
    assert f"{said}" in done.stdout
    assert "; mended: " in done.stdout
    again = site.newswire("check", "--fix")
    assert "mended" not in again.stdout


def test_a_mend_is_told_with_its_line_and_what_stands_there_now(site: Site) -> None:
    text = edit(site, "{leader}vladimir-putin", "{leader}vladimir-puti", 1)
    line = text[: text.index("vladimir-puti)")].count("\n") + 1
    done = site.newswire("check", "--fix")
    assert (done.exit_code, done.stdout) == (
        0,
        f"{NAME}:{line}: no leader has the id 'vladimir-puti'; mended: Putin]({{leader}}"
        "vladimir-putin)\n",
    )


def test_with_dry_run_nothing_is_written(site: Site) -> None:
    edit(site, "{leader}vladimir-putin", "{leader}vladimir-puti")
    before = site.snapshot()
    done = site.newswire("check", "--fix", "--dry-run")
    assert (done.exit_code, "; mended: " in done.stdout) == (1, True)
    assert site.snapshot() == before


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("{leader}angela-merkel", "{leader}merkel"),  # nobody is one slip away
        ("{country}UKR", "{country}UKX"),  # several may be
        ("About: angela-merkel", "About: xi-jinping, angela-merkel"),  # a person wrote it
        ("Date: 2015", "Date: on 2015"),
        ("({leader}vladimir-putin)", "({leader}vladimir-putin"),
    ],
)
def test_what_is_not_beyond_doubt_is_left_and_reported(site: Site, right: str, wrong: str) -> None:
    edit(site, right, wrong)
    before = site.snapshot()
    done = site.newswire("check", "--fix")
    assert (done.exit_code, "mended" in done.stdout) == (1, False)
    assert site.snapshot() == before


def test_a_field_that_is_there_already_is_not_written_twice(site: Site) -> None:
    before = edit(site, "Source:", "Agancy: Another\nSource:")
    assert site.newswire("check", "--fix").exit_code == 1
    assert markdown(site).read_text("utf-8") == before


def test_about_follows_the_tags_where_no_person_wrote_it(site: Site) -> None:
    text = edit(site, "({leader}vladimir-putin)", "({person}vladimir-putnik)")
    assert "vladimir-putin" in text.partition("About:")[2].partition("\n")[0]
    done = site.newswire("check", "--fix")
    assert done.exit_code == 0, done.stdout
    assert "About names vladimir-putin, whom no tag names; mended" in done.stdout
    about = markdown(site).read_text("utf-8").partition("About:")[2].partition("\n")[0]
    assert "vladimir-putin" not in about
    assert "angela-merkel" in about


def test_the_timeline_follows_the_text(site: Site) -> None:
    body, heading, timeline = markdown(site).read_text("utf-8").partition("## Timeline")
    body = body.replace("had met", "had seen").replace("{date}2015-02-11", "{date}2015-02-10")
    body = body.replace("[Minsk]({country}BLR)", "Minsk")
    markdown(site).write_text(body + heading + timeline, "utf-8")
    line = (body + heading + timeline.partition("had met")[0]).count("\n") + 1
    said = f"{NAME}:{line}: the timeline tells what the text no longer says: 'Merkel had met him"
    assert said in site.newswire("check").stdout
    done = site.newswire("check", "--fix")
    assert said in done.stdout
    entry = "- [2015-02-10]({date}2015-02-10): [Merkel]({leader}angela-merkel) had seen"
    text = markdown(site).read_text("utf-8")
    assert text.startswith(body)
    assert entry in text
    assert "Minsk" in text[text.index(entry) :].partition("\n")[0]
    assert "BLR" not in text[text.index(entry) :].partition("\n")[0]
    assert site.newswire("check", "--fix").stdout.count("timeline") == 0


def test_a_persons_entry_is_never_mended_but_told_where_it_contradicts(site: Site) -> None:
    body, heading, timeline = markdown(site).read_text("utf-8").partition("## Timeline")
    own = "- [2015-02-09]({date}2015-02-09): A boat came.\n"
    wrong = timeline.replace("{leader}angela-merkel", "{leader}xi-jinping", 1)
    markdown(site).write_text(body + heading + wrong + own, "utf-8")
    before = site.snapshot()
    done = site.newswire("check", "--fix")
    assert (done.exit_code, done.stdout.count("the timeline")) == (1, 1)
    assert "the timeline tags somebody else than the text" in done.stdout
    assert site.snapshot() == before


def test_an_id_that_the_site_renamed_is_written_anew(site: Site) -> None:
    site.write("content/actors/own.toml", '[[rename]]\nold = "angela-merkel"\nnew = "a-merkel"\n')
    told = site.newswire("check").stdout
    assert "'angela-merkel' was renamed to 'a-merkel' (write {leader}a-merkel)" in told
    assert site.newswire("check", "--fix").exit_code == 0
    body = markdown(site).read_text("utf-8")
    assert "{leader}a-merkel" in body
    assert "{by}a-merkel" in body
    assert "angela-merkel" not in body


def test_a_changed_seed_still_merges_into_what_was_mended(site: Site) -> None:
    edit(site, "had met", "had seen", 1)
    edit(site, "{leader}vladimir-putin", "{leader}vladimir-puti", 1)
    assert site.newswire("check", "--fix").exit_code == 0
    mended = markdown(site).read_text("utf-8")
    site.write("seeds/visit.txt", SEED.replace("welcomed the talks", "welcomed the new talks"))
    done = site.newswire("ingest")
    assert (done.exit_code, done.stdout) == (0, f"merged    {NAME}\n")
    assert markdown(site).read_text("utf-8") == mended.replace("the talks", "the new talks")


def test_a_mend_that_undoes_a_slip_leaves_no_edit(site: Site) -> None:
    edit(site, "{leader}vladimir-putin", "{leader}vladimir-puti")
    assert site.newswire("check", "--fix").exit_code == 0
    site.write("seeds/visit.txt", SEED.replace("had met him", "had not met him"))
    assert site.newswire("ingest").stdout == f"updated   {NAME}\n"


def test_a_moved_file_is_mended_by_its_own_base(site: Site) -> None:
    path = markdown(site)
    path.rename(site.layout.dispatches / "berlin.md")
    edit(site, "({leader}vladimir-putin)", "({person}vladimir-putnik)")
    assert "About names vladimir-putin, whom no tag names; mended" in (
        site.newswire("check", "--fix").stdout
    )


def test_a_killed_write_leaves_the_file_whole(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    text = edit(site, "{leader}vladimir-putin", "{leader}vladimir-puti")

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", die)
    site.newswire("check", "--fix")
    assert markdown(site).read_text("utf-8") == text
    assert [p.name for p in site.layout.dispatches.iterdir()] == [Path(NAME).name]
