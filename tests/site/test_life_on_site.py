"""A built site: what was replaced, taken back, held back or cut is shown nowhere else."""

from __future__ import annotations

from dataclasses import dataclass

import lxml.html
import pytest

from sites import MakeSite, Site

SENT = "RIGA, June {day}, 2012 (Sample Wire) -"
BEFORE, AFTER = "1340280000", "1340366400"  # 12:00 UTC on 21 and on 22 June 2012
HARBOUR = f"""Harbour of Riga to open this week

{SENT.format(day=19)} Latvia opens the harbour of Riga on Friday, officials said on Tuesday.

"We are ready for ships from Estonia," a harbour pilot told Sample Wire.
"""
CORRECTED = (
    f"CORRECTED-{HARBOUR.replace('on Friday', 'on Sunday')}".replace("June 19", "June 20")
    + "\nThe harbour had been closed since the spring.\n"
)
BRIDGE = f"""Bridge of Riga is closed to lorries

{SENT.format(day=20)} Lithuania closed the bridge of Riga to lorries on Wednesday, police said.
"""
IDLE_KILL = f"""KILL: Ferry of Riga is late

{SENT.format(day=21)} The story is withdrawn. The ferry was not late.
"""
KILL = f"""KILL: Bridge of Riga is closed to lorries

{SENT.format(day=21)} The story is withdrawn. The bridge was not closed.
"""
PORTS = f"""EMBARGOED UNTIL 1000 GMT JUNE 22

Latvia names a minister of ports

{SENT.format(day=21)} Latvia named a minister of ports on Thursday, the government said.

He will begin his work in the summer.
"""
TRAINS = f"""Trains to Tallinn run at night

{SENT.format(day=20)} Trains from Latvia run at night from Wednesday, the railway said.

Estonia welcomed them on Tuesday. "Nobody need sleep in Riga now," it said.

The last train of the day used to leave at nine, and travellers from the islands, whose boats come
in later than that, had to wait for the morning on the benches of the station.
"""
FEED = "feeds/atom.xml"
TEXTS = (".html", ".xml", ".txt", ".json", ".csv", ".ics")
ICAL_FOLD = "\n "  # a line's break in iCalendar, as text mode reads it
SEEDS = {
    "harbour.txt": HARBOUR,
    "harbour-corrected.txt": CORRECTED,
    "bridge.txt": BRIDGE,
    "kill.txt": KILL,
    "kill-of-nothing.txt": IDLE_KILL,
    "ports.txt": PORTS,
    "trains.txt": TRAINS,
    "trains-mirror.txt": f"{TRAINS}\nSubscribe to our newsletter\n",
}


@dataclass(frozen=True)
class Built:
    """A site as built, with what the build said."""

    site: Site
    said: str

    def has(self, url: str) -> bool:
        return (self.site.output / url / "index.html").exists()

    def text(self, url: str, path: str = "//main") -> str:
        page = lxml.html.fromstring((self.site.output / url / "index.html").read_bytes())
        return " ".join(" ".join(found.text_content() for found in page.xpath(path)).split())

    def holding(self, words: str) -> set[str]:
        """Every file of the site with these words, by its path."""
        return {
            path.relative_to(self.site.output).as_posix()
            for path in sorted(self.site.output.rglob("*"))
            if path.suffix in TEXTS and words in path.read_text("utf-8").replace(ICAL_FOLD, "")
        }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, make_site: MakeSite) -> Built:
    site = make_site(tmp_path_factory.mktemp("life"))
    for name, text in SEEDS.items():
        site.write(f"seeds/{name}", text)
    site.newswire("ingest")
    (trains,) = (path for path in site.markdown() if "trains" in path.name)
    trains.write_text(trains.read_text("utf-8").replace("Source:", "Rights: excerpt\nSource:"))
    return frozen(site, BEFORE)


def frozen(site: Site, epoch: str) -> Built:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", epoch)
        done = site.pelican()
    assert done.returncode == 0, done.stderr
    return Built(site, done.stderr)


OLD = "2012/06/19/harbour-of-riga-to-open-this-week"
NEW = "2012/06/20/harbour-of-riga-to-open-this-week"
BRIDGE_PAGE = "2012/06/20/bridge-of-riga-is-closed-to-lorries"
KILL_PAGE = "2012/06/21/bridge-of-riga-is-closed-to-lorries"
PORTS_PAGE = "2012/06/21/latvia-names-a-minister-of-ports"
TRAINS_PAGE = "2012/06/20/trains-to-tallinn-run-at-night"


def test_correction_is_shown_on_both_pages(built: Built) -> None:
    assert "This dispatch was corrected:" in built.text(OLD, "//p[@class='notice']")
    assert "corrects an earlier one" in built.text(NEW, "//p[@class='notice']")
    assert "Earlier version" in built.text(NEW, "//section[@class='source']")
    assert "opens the harbour of Riga on Friday" in built.text(OLD)


def test_search_engines_are_led_to_what_stands(built: Built) -> None:
    hidden = built.holding('name="robots"') & {
        f"{url}/index.html" for url in (OLD, NEW, BRIDGE_PAGE)
    }
    assert hidden == {f"{OLD}/index.html", f"{BRIDGE_PAGE}/index.html"}


def test_older_version_is_listed_in_archives_alone(built: Built) -> None:
    listing = {path for path in built.holding("06/19/harbour") if not path.startswith("2012/06/2")}
    assert listing == {
        "2012/06/19/index.html",
        "2012/w25/index.html",
        "2012/06/index.html",
        "2012/index.html",
        "agencies/sample-wire/index.html",
        f"{OLD}/index.html",
    }
    assert {path for path in built.holding("06/20/harbour") if path in ("index.html", FEED)} == {
        "index.html",
        FEED,
    }


def test_killed_dispatch_keeps_headline_and_notice_alone(built: Built) -> None:
    assert built.text(BRIDGE_PAGE, "//h1") == "Bridge of Riga is closed to lorries"
    assert "Withdrawn." in built.text(BRIDGE_PAGE, "//p[@class='notice']")
    assert built.text(BRIDGE_PAGE, "//div[@class='prose']") == ""
    assert built.holding("police said") | built.holding("Lithuania") == set()


def test_order_to_kill_is_no_page(built: Built) -> None:
    assert built.has(BRIDGE_PAGE)
    assert not built.has(KILL_PAGE)
    assert built.holding("was not closed") == {"raw/seeds/kill.txt"}


def test_kill_that_takes_nothing_back_is_told_by_build_and_check(built: Built) -> None:
    file = "content/dispatches/2012-06-21-ferry-of-riga-is-late.md"
    checked = built.site.newswire("check")
    assert checked.exit_code == 1
    for said in (built.said, checked.stdout):
        (told,) = (line for line in said.split("\n") if "takes nothing back" in line)
        assert f"{file}:" in told
        assert "'Supersedes:'" in told


def test_embargo_holds_page_and_raw_text_back_and_says_so(built: Built) -> None:
    assert "under embargo until 2012-06-22 10:00" in built.said
    assert built.holding("minister of ports") == set()


def test_excerpt_is_the_first_paragraph_wherever_it_is_shown(built: Built) -> None:
    assert "First paragraph only." in built.text(TRAINS_PAGE, "//p[@class='notice']")
    assert "Trains from Latvia run at night" in built.text(TRAINS_PAGE, "//div[@class='prose']")
    assert "Estonia" in built.text(TRAINS_PAGE, "//section[@aria-labelledby='everyone']")
    assert built.holding("need sleep") | built.holding("welcomed them") == set()


def test_data_files_tell_what_the_pages_do(built: Built) -> None:
    told = built.holding("Trains from Latvia run at night")
    latvia = {f"countries/latvia/{name}" for name in ("data.json", "events.csv", "events.ics")}
    assert latvia < told
    assert {"timeline/2012/06/events.csv", "timeline/2012/06/atom.xml"} < told


def test_story_of_two_mirrors_is_one_page_that_names_both(built: Built) -> None:
    assert len(built.site.markdown()) == len(SEEDS) - 1
    source = built.text(TRAINS_PAGE, "//section[@class='source']")
    assert "seeds/trains-mirror.txt" in source
    assert "seeds/trains.txt" in source


def test_every_link_leads_to_its_place(built: Built) -> None:
    for path in sorted(built.site.output.glob("2012/*/*/*/index.html")):
        page = lxml.html.fromstring(path.read_bytes())
        for link in map(str, page.xpath("//main//a/@href[not(starts-with(., 'http'))]")):
            target, _, fragment = link.partition("#")
            file = (path.parent / target).resolve() if target else path
            file = file / "index.html" if file.is_dir() else file
            assert file.is_file(), (path, link)
            ids = lxml.html.fromstring(file.read_bytes()).xpath("//@id") if fragment else [""]
            assert fragment in ids, (path, link)


def test_embargo_ends(built: Built) -> None:
    assert not built.has(PORTS_PAGE)
    later = frozen(built.site, AFTER)
    assert "embargo" not in later.said
    assert "minister of ports" in later.text(PORTS_PAGE)
