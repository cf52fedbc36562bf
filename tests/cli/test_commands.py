"""What a person types: ingest, check, explain, actors."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib

import pytest

from newswire.markup import loads
from sites import REPOSITORY, Site

SEED = """HEADLINE: Minister visits Berlin
DATE: 12 February 2015 11:30 GMT

BERLIN, Feb 12 (Sample Wire) - German Chancellor Angela Merkel said on Thursday that talks with
Russian President Vladimir Putin would go on. Merkel had met him in Minsk the day before.
"""


@pytest.fixture
def ingested(site: Site) -> Site:
    site.write("seeds/visit.txt", SEED)
    assert site.newswire("ingest").exit_code == 0
    return site


def test_ingest_says_what_it_made(site: Site) -> None:
    site.write("seeds/visit.txt", SEED)
    done = site.newswire("ingest")
    (path,) = site.markdown()
    assert done.exit_code == 0
    assert f"created   {path.relative_to(site.root).as_posix()}" in done.stdout
    assert "1 seed: 1 created" in done.stderr


def test_ingest_again_changes_no_byte(ingested: Site) -> None:
    before = ingested.snapshot()
    done = ingested.newswire("ingest")
    assert (done.exit_code, done.stdout) == (0, "")
    assert ingested.newswire("ingest", "--refresh").exit_code == 0
    assert ingested.snapshot() == before


def test_dry_run_shows_the_difference_and_writes_nothing(ingested: Site) -> None:
    ingested.write("seeds/visit.txt", SEED.replace("would go on", "were over"))
    before = ingested.snapshot()
    done = ingested.newswire("ingest", "--dry-run", "--diff")
    assert done.exit_code == 0
    assert ingested.snapshot() == before
    removed = [line for line in done.stdout.split("\n") if line.startswith("-") and "go on" in line]
    added = [line for line in done.stdout.split("\n") if line.startswith("+") and "over" in line]
    assert len(removed) == len(added) >= 1


def test_ingest_of_one_path_leaves_the_others(site: Site) -> None:
    path = site.write("seeds/visit.txt", SEED)
    site.write("seeds/other.txt", SEED.replace("visits", "leaves"))
    assert site.newswire("ingest", str(path)).exit_code == 0
    assert [p.name for p in site.markdown()] == ["2015-02-12-minister-visits-berlin.md"]


def test_conflict_is_reported_with_status_one(ingested: Site) -> None:
    (path,) = ingested.markdown()
    path.write_text(path.read_text(encoding="utf-8").replace("go on", "be held"), encoding="utf-8")
    ingested.write("seeds/visit.txt", SEED.replace("go on", "stop"))
    done = ingested.newswire("ingest")
    assert done.exit_code == 1
    assert path.name in done.stderr
    text = path.read_text(encoding="utf-8")
    assert "be held" in text
    assert "would stop" in text
    assert ingested.newswire("check").exit_code == 1


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_many_seeds_are_done_in_any_number_of_processes(site: Site, jobs: str) -> None:
    for number in range(48):
        site.write(f"seeds/{number:02}.txt", SEED.replace("visits", f"visits {number} times"))
    site.write("seeds/99.txt", "")
    done = site.newswire("ingest", "--jobs", jobs)
    assert done.exit_code == 1
    assert "seeds/99.txt: " in done.stderr
    assert len(site.markdown()) == 48


def test_check_finds_nothing_in_what_ingest_made(ingested: Site) -> None:
    done = ingested.newswire("check")
    assert (done.exit_code, done.stdout) == (0, "")


def test_check_names_the_nearest_actor(ingested: Site) -> None:
    (path,) = ingested.markdown()
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("{leader}angela-merkel", "{leader}angela-merkl"), "utf-8")
    done = ingested.newswire("check")
    assert done.exit_code == 1
    assert f"content/dispatches/{path.name}:" in done.stdout
    assert "did you mean angela-merkel?" in done.stdout


def test_check_finds_the_second_of_two_actors(ingested: Site) -> None:
    (path,) = ingested.markdown()
    text = path.read_text("utf-8")
    path.write_text(text.replace("{leader}angela-merkel", "{leader}xi-jinping,nobody", 1), "utf-8")
    line = next(n for n, each in enumerate(text.split("\n"), 1) if "{leader}angela-merkel" in each)
    assert f"{path.name}:{line}: no leader has the id 'nobody'" in ingested.newswire("check").stdout


def test_check_finds_a_seed_that_is_not_ingested(ingested: Site) -> None:
    ingested.write("seeds/new.txt", SEED)
    done = ingested.newswire("check")
    assert (done.exit_code, "seeds/new.txt: is not ingested" in done.stdout) == (1, True)


def test_check_finds_a_seed_that_changed(ingested: Site) -> None:
    ingested.write("seeds/visit.txt", SEED.replace("go on", "stop"))
    done = ingested.newswire("check")
    said = "seeds/visit.txt: changed since it was ingested (run `newswire ingest`)\n"
    assert (done.exit_code, done.stdout) == (1, said)


def test_check_says_why_a_seed_cannot_be_ingested(ingested: Site) -> None:
    ingested.write("seeds/cut.json", '{"headline": "A headl')
    assert ingested.newswire("ingest").exit_code == 1
    assert "seeds/cut.json:1: the JSON is broken or cut off" in ingested.newswire("check").stdout


def test_check_finds_a_main_actor_whom_nobody_tagged(ingested: Site) -> None:
    (path,) = ingested.markdown()
    lines = path.read_text(encoding="utf-8").split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith("About:"))
    lines[at] = "About: xi-jinping, no-such-actor"
    path.write_text("\n".join(lines), encoding="utf-8")
    done = ingested.newswire("check")
    assert f"{path.name}:{at + 1}: About names xi-jinping, whom no tag names" in done.stdout
    assert "About names no actor: 'no-such-actor'" in done.stdout


@pytest.mark.parametrize(
    ("field", "broken", "said"),
    [
        ("Title:", "Heading:", ":1: the header has no Title (add a line 'Title: …')"),
        ("Slug:", "Slog:", ":1: the header has no Slug (add a line 'Slug: …')"),
        ("Date: ", "Date: on ", ":2: not a date: 'on 2015-02-12"),
    ],
)
def test_check_finds_a_broken_header(ingested: Site, field: str, broken: str, said: str) -> None:
    (path,) = ingested.markdown()
    path.write_text(path.read_text("utf-8").replace(field, broken, 1), encoding="utf-8")
    done = ingested.newswire("check")
    assert (done.exit_code, f"{path.name}{said}" in done.stdout) == (1, True), done.stdout


def test_unknown_people_are_listed_with_a_table_to_complete(site: Site) -> None:
    site.write(
        "seeds/visit.txt", SEED.replace("Chancellor Angela Merkel", "spokesman Otto Nowhereman")
    )
    site.newswire("ingest")
    assert "otto-nowhereman" in site.newswire("actors", "unknown").stdout
    assert 'id = "otto-nowhereman"' in site.newswire("actors", "unknown", "--stubs").stdout


@pytest.mark.parametrize("of_markdown", [False, True])
def test_explain_names_words_meaning_and_rule(ingested: Site, of_markdown: bool) -> None:
    (markdown,) = ingested.markdown()
    path = markdown if of_markdown else ingested.layout.seeds / "visit.txt"
    done = ingested.newswire("explain", str(path))
    assert done.exit_code == 0
    for words in ("Angela Merkel", "angela-merkel", "name", "Thursday", "2015-02-12"):
        assert words in done.stdout


def test_explain_tells_of_the_story_that_a_file_is_made_from(site: Site) -> None:
    site.write("seeds/two.txt", f"{SEED}\n{'=' * 40}\n\n{SEED.replace('visits', 'leaves')}")
    assert site.newswire("ingest").exit_code == 0
    (second,) = (path for path in site.markdown() if "leaves" in path.name)
    done = site.newswire("explain", str(second))
    assert (done.exit_code, "leaves Berlin" in done.stdout) == (0, True)
    assert "visits Berlin" not in done.stdout


def test_explain_says_what_it_cannot_find_or_read(ingested: Site) -> None:
    (markdown,) = ingested.markdown()
    (ingested.layout.seeds / "visit.txt").unlink()
    gone = ingested.newswire("explain", str(markdown))
    assert (gone.exit_code, gone.stderr) == (
        1,
        f"seeds/visit.txt: is gone, from which content/dispatches/{markdown.name} was made\n",
    )
    markdown.write_bytes(b"Title: Caf\xe9\n")
    unread = ingested.newswire("explain", str(markdown))
    assert (unread.exit_code, f"{markdown.name}:1: is not UTF-8" in unread.stderr) == (1, True)


def test_actors_who_held_an_office_on_a_day(site: Site) -> None:
    done = site.newswire(
        "actors", "list", "--country", "rus", "--post", "president", "--on", "2012-06-19"
    )
    assert done.exit_code == 0
    assert [line.split("\t")[0] for line in done.stdout.splitlines()] == ["vladimir-putin"]


def test_actors_of_a_kind(site: Site) -> None:
    done = site.newswire("actors", "list", "--kind", "country")
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    assert {row[1] for row in rows} == {"country"}
    assert {"RUS", "USA", "SUN", "XKX"} <= {row[0] for row in rows}


@pytest.mark.parametrize("name", ["vladimir-putin", "Vladimir Putin"])
def test_actor_by_id_or_name(site: Site, name: str) -> None:
    found = json.loads(site.newswire("actors", "show", name).stdout)
    assert (found["id"], found["kind"]) == ("vladimir-putin", "leader")
    assert any(m["post"] == "president" and m["area"] == "RUS" for m in found["memberships"])


def test_unknown_actor_gets_the_nearest(site: Site) -> None:
    done = site.newswire("actors", "show", "vladimir-puttin")
    assert done.exit_code == 1
    assert "did you mean vladimir-putin" in done.stderr


def test_export_is_the_whole_registry(site: Site) -> None:
    found = json.loads(site.newswire("actors", "export", "--json").stdout)
    keys = {"id", "kind", "name", "aliases", "wikipedia", "wikidata", "memberships"}
    assert all(actor.keys() >= keys for actor in found)
    assert {actor["kind"] for actor in found} >= {"leader", "country", "organisation"}
    assert len({actor["id"] for actor in found}) == len(found) > 300


def test_a_site_adds_its_own_actor(site: Site) -> None:
    site.write(
        "content/actors/mine.toml",
        '[[person]]\nid = "ann-example"\nname = "Ann Example"\n'
        'family_name = "Example"\n\n'
        '[[person.membership]]\npost = "president"\narea = "ISL"\nstart = "2031"\n'
        'source = "https://en.wikipedia.org/wiki/President_of_Iceland"\n',
    )
    done = site.newswire("actors", "show", "ann-example")
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout)["name"] == "Ann Example"


def test_a_reader_that_stops_reading_is_no_crash(ingested: Site) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "newswire", "--root", str(ingested.root), "actors", "export"],
        env={**os.environ, "PYTHONPATH": str(REPOSITORY / "plugins")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.read(1)
    process.stdout.close()
    assert process.stderr is not None
    assert b"Traceback" not in process.stderr.read()
    assert process.wait() in (0, 1)


def test_markdown_of_the_command_can_be_read_back(ingested: Site) -> None:
    (path,) = ingested.markdown()
    story = loads(path.read_text(encoding="utf-8"))
    assert story.body.startswith("German Chancellor Angela Merkel said on Thursday")
    assert [entry.date for entry in story.timeline] == ["2015-02-11", "2015-02-12"]


@pytest.fixture
def wikidata(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wikidata as recorded; one item alone is known there."""
    recorded = REPOSITORY / "tests" / "actors" / "wikidata" / "answer.json"

    def answer(item: str) -> object:
        known = item == "Q1"
        return json.loads(recorded.read_text(encoding="utf-8")) if known else {}

    monkeypatch.setattr("newswire.cli.fetch", answer)


@pytest.mark.usefixtures("wikidata")
def test_import_prints_a_table(site: Site) -> None:
    done = site.newswire("actors", "import", "wikidata", "Q1")
    assert done.exit_code == 0, done.output
    [person] = tomllib.loads(done.stdout)["person"]
    assert (person["id"], person["wikidata"]) == ("anna-ode", "Q1")


@pytest.mark.usefixtures("wikidata")
def test_import_writes_a_file_once_and_names_what_fails(site: Site) -> None:
    done = site.newswire("actors", "import", "wikidata", "Q2", "Q1", "--write")
    assert (done.exit_code, done.stdout) == (1, "content/actors/anna-ode.toml\n")
    assert "no SPARQL result" in done.stderr
    assert site.newswire("actors", "show", "anna-ode").exit_code == 0
    again = site.newswire("actors", "import", "wikidata", "Q1", "--write")
    assert again.exit_code == 1
    assert "is there already" in again.stderr


def test_check_finds_doubtful_terms_of_the_sites_own_actors(site: Site) -> None:
    term = '[[person.membership]]\npost = "prime-minister"\narea = "ISL"\n'
    term += 'source = "{}"\nstart = "{}"\n'
    head = '[[person]]\nid = "{0}-ode"\nname = "{0} Ode"\nfamily_name = "Ode"\n'
    site.write(
        "content/actors/mine.toml",
        head.format("ann")
        + term.format("Almanac 2009", "1931")
        + "current = true\n"
        + head.format("bea")
        + term.format("public record", "1901")
        + 'end = "1903"\n'
        + head.format("eve")
        + term.format("public record", "1902")
        + 'end = "1904"\n',
    )
    said = site.newswire("check").stdout
    assert "ann-ode is current prime-minister by a source of 2009 only" in said
    assert "bea-ode and eve-ode are both prime-minister of ISL from 1902-01-01" in said


def test_check_of_the_packaged_actors(site: Site) -> None:
    done = site.newswire("actors", "check", "--on", "2026-06-19")
    assert done.exit_code == 1
    assert all(line.count(": ") for line in done.stdout.splitlines())
    assert "shares the name 'George Bush' with george-w-bush" in done.stdout


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("NEWSWIRE_SEED = 'raw'", "unknown setting NEWSWIRE_SEED (did you mean NEWSWIRE_SEEDS?)"),
        ("NEWSWIRE_REVEW: bool = not 1", "unknown setting NEWSWIRE_REVEW (did you mean"),
        ("NEWSWIRE_REVIEW = 'yes'", "NEWSWIRE_REVIEW is 'yes', not of type bool (the default is"),
        ("NEWSWIRE_JOBS = -1", "NEWSWIRE_JOBS is -1, less than nothing (the default is 0)"),
        ("NEWSWIRE_RIGHTS = 'some'", "NEWSWIRE_RIGHTS is 'some' (one of full, excerpt, none)"),
        ("NEWSWIRE_JOBS = ", "is no Python: invalid syntax"),
    ],
)
@pytest.mark.parametrize("file", ["pelicanconf.py", "publishconf.py"])
def test_check_finds_a_wrong_setting(site: Site, file: str, setting: str, said: str) -> None:
    (site.root / "pelicanconf.py").unlink()
    site.write(file, f"SITENAME = 'River'\n{setting}\n")
    done = site.newswire("check")
    assert (done.exit_code, done.stdout.startswith(f"{file}:2: {said}")) == (1, True), done.stdout


def test_check_lets_be_what_only_running_the_settings_would_tell(site: Site) -> None:
    (site.root / "pelicanconf.py").unlink()
    site.write("pelicanconf.py", "import os\nNEWSWIRE_JOBS = os.cpu_count()\nOWN = NEWSWIRE_JOBS\n")
    assert site.newswire("check").exit_code == 0


def test_commands_take_the_folders_from_the_settings(site: Site) -> None:
    (site.root / "pelicanconf.py").unlink()
    site.write("pelicanconf.py", "NEWSWIRE_SEEDS = 'raw'\nPATH = 'text'\n")
    site.write("raw/visit.txt", SEED)
    assert "not ingested" in site.newswire("check").stdout
    assert site.newswire("ingest").stdout.startswith(
        "created   text/dispatches/2015-02-12-minister"
    )


@pytest.mark.parametrize("dry_run", [[], ["--dry-run", "--diff"], ["--refresh"]])
def test_ingest_of_what_is_no_seed_is_told_and_the_rest_is_done(
    site: Site, dry_run: list[str]
) -> None:
    seed = site.write("seeds/visit.txt", SEED)
    other = site.write("content/notes.txt", "Notes.")
    done = site.newswire("ingest", *dry_run, str(other), str(seed))
    said = "content/notes.txt: is no raw file of this site (raw files lie under seeds/)"
    assert (done.exit_code, said in done.stderr) == (1, True)
    assert "created   content/dispatches/" in done.stdout


def test_ingest_takes_no_negative_number_of_processes(site: Site) -> None:
    assert site.newswire("ingest", "--jobs", "-3").exit_code == 2


def test_explain_says_what_a_person_changed(ingested: Site) -> None:
    (path,) = ingested.markdown()
    text = path.read_text("utf-8")
    assert "in the Markdown:" not in ingested.newswire("explain", str(path)).stdout
    text = text.replace("[Vladimir Putin]({leader}vladimir-putin)", "Vladimir Putin", 1)
    path.write_text(text.replace("{country}DEU", "{country}AUT", 1), "utf-8")
    done = ingested.newswire("explain", str(path))
    _, _, written = done.stdout.partition("Only in the Markdown:\n")
    added, _, gone = written.partition("Not in the Markdown:\n")
    assert added.split("\n") == ["  [German]({country}AUT)", ""]
    assert set(gone.split("\n")) == {
        "  [German]({country}DEU)",
        "  [Vladimir Putin]({leader}vladimir-putin)",
        "",
    }


def test_explain_says_that_a_story_is_no_more(site: Site) -> None:
    seed = site.write("seeds/two.txt", f"{SEED}\n{'=' * 40}\n\n{SEED.replace('visits', 'leaves')}")
    assert site.newswire("ingest").exit_code == 0
    seed.write_text(SEED, "utf-8")
    (second,) = (path for path in site.markdown() if "leaves" in path.name)
    done = site.newswire("explain", str(second))
    assert (done.exit_code, done.stderr) == (1, "seeds/two.txt: holds no story 2 any more\n")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--country", "XX"], "--country: no country is called 'XX' (did you mean"),
        (["--country", ""], "--country: no country is called '' (`newswire actors show NAME`"),
        (
            ["--post", "forign-minister"],
            "no post is called 'forign-minister' (did you mean foreign",
        ),
        (["--post", "nonsense"], "--post: no post is called 'nonsense' ("),
    ],
)
def test_an_unknown_country_or_post_is_told(site: Site, options: list[str], said: str) -> None:
    done = site.newswire("actors", "list", *options)
    assert (done.exit_code, done.stdout, said in done.stderr) == (1, "", True), done.stderr


@pytest.mark.parametrize("country", ["RUS", "rus", "Russia"])
def test_a_country_is_known_by_code_and_name(site: Site, country: str) -> None:
    options = ["--country", country, "--post", "president", "--on", "2012-06-19"]
    assert site.newswire("actors", "list", *options).stdout.startswith("vladimir-putin\t")


def test_where_nobody_fits_that_is_said(site: Site) -> None:
    done = site.newswire("actors", "list", "--kind", "country", "--post", "president")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "No actor is known who fits all of that.\n"
