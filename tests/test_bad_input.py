"""Bad input is told with place, reason and remedy; the rest is done, and nothing is half done."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from newswire.markup import loads
from sites import MakeSite, Site

STORY = """SEOUL, Sept 16 (Sample Wire) - Managers from South Korea crossed the border on Monday.

They are to restart production at a factory park, officials said.
"""
GOOD = f"HEADLINE: Factory park opens\nDATE: 16 September 2013 06:15 GMT\n\n{STORY}"
HEADER = "Title: A title\nDate: 2013-09-16 10:00+00:00\nSlug: {}\nSource: seeds/{}.txt\n"

SEEDS: dict[str, bytes] = {
    "good.txt": GOOD.encode(),
    "empty.txt": b"",
    "blank.txt": b" \n\t\n",
    "binary.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "noise.txt": bytes(range(1, 9)) * 40,
    "cut-off.txt": GOOD.encode("utf-16")[:-1],
    "no-headline.txt": f"16 September 2013\n\n{STORY}".encode(),
    "no-date.txt": f"HEADLINE: A day unknown\n\n{STORY}".replace(", Sept 16", "").encode(),
    "z-last.txt": GOOD.replace("opens", "closes").encode(),
}
UNREADABLE = ["empty.txt", "blank.txt", "binary.txt", "noise.txt", "cut-off.txt"]

MARKDOWN: dict[str, bytes] = {
    "no-field.md": b"Title: A title\nthis is no field\nSource: seeds/x.txt\n\nText.\n",
    "twice.md": b"Title: A title\nTitle: Again\nSource: seeds/x.txt\n\nText.\n",
    "no-title.md": b"Date: 2013-09-16\nSlug: no-title\nSource: seeds/x.txt\n\nText.\n",
    "bad-date.md": b"Title: A title\nDate: soon\nSlug: bad-date\nSource: seeds/x.txt\n\nText.\n",
    "kind.md": (HEADER.format("kind", "x") + "\n[Putin]({leadr}vladimir-putin) left.\n").encode(),
    "open.md": (HEADER.format("open", "x") + "\n[Moscow]({country}RUS left.\n").encode(),
    "entry.md": (HEADER.format("entry", "x") + "\nText.\n\n## Timeline\n\n- no date\n").encode(),
    "conflict.md": (
        HEADER.format("conflict", "x") + "\n<<<<<<< your edit\na\n=======\nb\n>>>>>>> made\n"
    ).encode(),
    "latin.md": (HEADER.format("latin", "x") + "\nCaf\xe9.\n").encode("latin-1"),
    "rights.md": (HEADER.format("rights", "x") + "Rights: excrept\n\nText.\n").encode(),
    "misspelt.md": (HEADER.format("misspelt", "x") + "Rigths: none\n\nText.\n").encode(),
    "status.md": (HEADER.format("status", "x") + "Status: drfat\n\nText.\n").encode(),
    "killed.md": (HEADER.format("killed", "x") + "Killed: no\n\nText.\n").encode(),
    "slug.md": (HEADER.format("../../a slug", "x") + "\nText.\n").encode(),
    "replaces.md": (HEADER.format("replaces", "x") + "Supersedes: nobdy\n\nText.\n").encode(),
    "nobody.md": (HEADER.format("nobody", "x") + "\n[He]({leader}vladimir-puti) left.\n").encode(),
    "nobody2.md": (HEADER.format("nobody", "x") + "\nText.\n").encode(),
}
# What the message must say: the line, and words of the reason or the remedy.
SAID: dict[str, tuple[int | None, str]] = {
    "no-field.md": (2, "Key: value"),
    "twice.md": (2, "Title stands twice"),
    "no-title.md": (None, "no Title"),
    "bad-date.md": (2, "not a date: 'soon'"),
    "kind.md": (6, "did you mean {leader}?"),
    "open.md": (6, "{country} is not closed"),
    "entry.md": (10, "timeline entry without its date"),
    "conflict.md": (6, "unresolved conflict"),
    "latin.md": (6, "save it as UTF-8"),
    "rights.md": (5, "Rights is 'excrept' (did you mean excerpt?)"),
    "misspelt.md": (5, "unknown field Rigths (did you mean Rights?)"),
    "status.md": (5, "Status is 'drfat' (did you mean draft?)"),
    "killed.md": (5, "Killed is 'no' (yes, or no such line)"),
    "slug.md": (3, "Slug is no name for an address: '../../a slug' (did you mean a-slug?)"),
    "replaces.md": (5, "Supersedes names no earlier dispatch: 'nobdy' (did you mean nobody?)"),
    "nobody.md": (6, "no leader has the id 'vladimir-puti'"),
    "nobody2.md": (3, "content/dispatches/nobody.md has the same address, 2013/09/16/nobody/"),
}
MESSAGE = r"{}(?P<line>:\d+)?: [^()]+ .*\(.+\)"


@dataclass(frozen=True)
class Run:
    """A command that was run over a site, with everything that it printed."""

    site: Site
    status: int
    said: str

    def message(self, path: str) -> re.Match[str]:
        """The line about `path`: place, reason, remedy in brackets."""
        found = re.search(MESSAGE.format(re.escape(path)), self.said)
        assert found, f"{path} is not told of in:\n{self.said}"
        return found


def bad_site(make_site: MakeSite, root: Path) -> Site:
    site = make_site(root)
    for name, data in SEEDS.items():
        site.write(f"seeds/{name}", data)
    for name, data in MARKDOWN.items():
        site.write(f"content/dispatches/{name}", data)
    return site


@pytest.fixture(scope="module")
def ingested(tmp_path_factory: pytest.TempPathFactory, make_site: MakeSite) -> Run:
    site = bad_site(make_site, tmp_path_factory.mktemp("bad"))
    done = site.newswire("ingest")
    return Run(site, done.exit_code, done.output)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, make_site: MakeSite) -> Run:
    site = bad_site(make_site, tmp_path_factory.mktemp("built"))
    done = site.pelican()
    return Run(site, done.returncode, done.stdout + done.stderr)


@pytest.fixture(params=["ingested", "built"])
def run(request: pytest.FixtureRequest) -> Run:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Run)
    return found


def test_exit_status_is_one(run: Run) -> None:
    assert run.status == 1
    assert "Traceback" not in run.said


@pytest.mark.parametrize("seed", UNREADABLE)
def test_unreadable_seed_is_told(run: Run, seed: str) -> None:
    run.message(f"seeds/{seed}")


@pytest.mark.parametrize("seed", ["good.txt", "z-last.txt"])
def test_good_seeds_are_done_all_the_same(run: Run, seed: str) -> None:
    (path,) = (
        p for p in run.site.markdown() if f"Source: seeds/{seed}\n".encode() in p.read_bytes()
    )
    assert loads(path.read_text(encoding="utf-8")).body.startswith("Managers from South Korea")


@pytest.mark.parametrize(
    ("seed", "missing"), [("no-headline.txt", "headline"), ("no-date.txt", "date")]
)
def test_story_without_it_is_a_draft_that_says_so(run: Run, seed: str, missing: str) -> None:
    (path,) = (
        p for p in run.site.markdown() if f"Source: seeds/{seed}\n".encode() in p.read_bytes()
    )
    header = dict(loads(path.read_text(encoding="utf-8")).header)
    assert (header["Status"], header["Missing"]) == ("draft", missing)
    assert f"seeds/{seed}: story 1 becomes a draft: no {missing}" in run.said


def test_nothing_is_half_written(run: Run) -> None:
    names = {path.name for path in run.site.root.rglob("*") if path.is_file()}
    assert [name for name in names if name.endswith(".tmp")] == []
    for path in run.site.layout.base.iterdir():
        assert loads(path.read_text(encoding="utf-8")).body
    for name, data in MARKDOWN.items():
        assert (run.site.layout.dispatches / name).read_bytes() == data
    for name, data in SEEDS.items():
        assert (run.site.layout.seeds / name).read_bytes() == data


@pytest.mark.parametrize("name", MARKDOWN)
def test_build_tells_of_broken_markdown(built: Run, name: str) -> None:
    line, words = SAID[name]
    message = built.message(f"content/dispatches/{name}")
    assert words in message[0]
    assert line is None or message["line"] == f":{line}"
    assert built.said.count(message[0]) == 1


@pytest.mark.parametrize("name", MARKDOWN)
def test_check_tells_of_broken_markdown(ingested: Run, name: str) -> None:
    line, words = SAID[name]
    done = ingested.site.newswire("check")
    checked = Run(ingested.site, done.exit_code, done.output)
    message = checked.message(f"content/dispatches/{name}")
    assert words in message[0]
    assert line is None or message["line"] == f":{line}"


def test_build_shows_the_good_dispatches(built: Run) -> None:
    home = (built.site.output / "index.html").read_text(encoding="utf-8")
    assert "Factory park opens" in home
    assert "Factory park closes" in home


def test_drafts_are_on_no_page_but_their_own(built: Run) -> None:
    pages = [p for p in built.site.output.rglob("*.html") if "drafts" not in p.parts]
    assert [p for p in pages if "A day unknown" in p.read_text(encoding="utf-8")] == []
    assert len(list(built.site.output.glob("drafts/*/index.html"))) == 2


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("NEWSWIRE_SEED = 'raw'", "did you mean NEWSWIRE_SEEDS?"),
        ("NEWSWIRE_REVIEW = 'yes'", "not of type bool (the default is False)"),
    ],
)
def test_wrong_setting_ends_the_build_at_once(site: Site, setting: str, words: str) -> None:
    config = (site.root / "pelicanconf.py").read_text(encoding="utf-8")
    site.write("wrong.py", f"{config}\n{setting}\n")
    done = site.pelican("-s", "wrong.py")
    assert done.returncode == 1
    assert words in done.stdout + done.stderr
    assert not (site.output / "index.html").exists()


def test_broken_actor_file_is_told_and_ends_the_run(site: Site) -> None:
    site.write("seeds/good.txt", GOOD)
    site.write("content/actors/mine.toml", "[[person]]\nid = 'a'\nnickname = 'b'\n")
    done = site.newswire("ingest")
    assert done.exit_code == 1
    assert re.search(r"mine\.toml:\d+: .*nickname", done.output)
    assert site.markdown() == []


def test_missing_template_ends_the_build(site: Site) -> None:
    site.write("bare/templates/base.html", "")
    config = (site.root / "pelicanconf.py").read_text(encoding="utf-8")
    site.write("bare.py", f"{config}\nTHEME = 'bare'\n")
    done = site.pelican("-s", "bare.py")
    assert done.returncode == 1
    assert "the theme has no dispatch.html" in done.stdout + done.stderr
