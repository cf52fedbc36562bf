"""`newswire annotate`: the contract that other programs build on."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import Result
from hypothesis import given, settings
from hypothesis import strategies as st

from newswire.annotate import Context, annotate
from newswire.jsonlines import annotate_line, as_object
from newswire.model import Dispatch
from sites import Site

FIELDS = {
    *("id", "story", "format", "headline", "byline", "agency", "section", "slug", "version"),
    *("keywords", "language", "dateline", "published", "published_zone", "published_partial"),
    *("notes", "boilerplate", "body", "warnings", "error"),
    *("mentions", "times", "attributions", "events"),
}
SPANS: dict[str, set[str]] = {
    "mentions": {"start", "end", "text", "kind", "id", "rule"},
    "times": {"start", "end", "text", "type", "value", "edtf", "rule"},
    "events": {"start", "end", "text", "date", "actors", "type", "rule"},
}
ATTRIBUTION = {"cue", "source", "speaker", "content", "form"}

SEED = """HEADLINE: Minister visits Berlin
DATE: 12 February 2015 11:30 GMT

BERLIN, Feb 12 (Sample Wire) - German Chancellor Angela Merkel said on Thursday that talks with
Russian President Vladimir Putin and the United Nations would go on. Merkel and Putin agreed that
they would meet in March.
"""
BODIES = (
    "Merkel said on Monday that she would meet Putin.",
    "  German Chancellor Angela Merkel\tsaid “no” 👍🏽 on 12 February.\n\n\n\nНет.\r\n",
    "",
)
PHRASES = (
    *(
        "Angela Merkel",
        "Putin",
        "the United Nations",
        "Moscow",
        "Russian",
        "said",
        '"Yes,"',
        "told",
    ),
    *("on Tuesday", "last month", "12 February 2015", "the two leaders", "he", "President", ". "),
    *("\n\n", "\n", " ", " ", "👍🏽", "é", "\u2028", "'s", "-", "(", '"', "15-month-old", "U.S."),
)
bodies = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=80),
    st.lists(st.sampled_from(PHRASES), max_size=25).map(" ".join),
    st.lists(st.sampled_from(PHRASES), max_size=25).map("".join),
)


def objects(done: Result) -> list[dict[str, Any]]:
    """One object a line; only JSON's own line breaks part them."""
    return [json.loads(line) for line in done.stdout.split("\n") if line]


def lines_of(*given: dict[str, Any] | str) -> str:
    return "".join((g if isinstance(g, str) else json.dumps(g)) + "\n" for g in given)


def assert_contract(found: dict[str, Any]) -> None:
    """Every field is there, and every offset points at the text that it is said to point at."""
    body = found["body"]
    assert found.keys() >= FIELDS
    for name, keys in SPANS.items():
        for span in found[name]:
            assert span.keys() >= keys
            assert span["text"] == body[span["start"] : span["end"]] != ""
    for attribution in found["attributions"]:
        assert attribution.keys() >= ATTRIBUTION
        spans = [attribution["cue"], attribution["source"] or [0, 0], *attribution["content"]]
        assert all(0 <= start <= end <= len(body) for start, end in spans)
        assert body[slice(*attribution["cue"])] != ""


@given(bodies, st.sampled_from(["2015-02-12", "2015-02-12T11:30+00:00", "2015", None]))
@settings(max_examples=60)
def test_any_text_keeps_the_contract(context: Context, body: str, published: str | None) -> None:
    found = as_object(annotate(Dispatch("a", body, published=published), context))
    assert found["body"] == body
    assert_contract(found)
    for name in ("mentions", "times"):
        ends = [0, *(span["end"] for span in found[name])]
        starts = [span["start"] for span in found[name]]
        assert all(end <= start for end, start in zip(ends, starts, strict=False)), name


@given(bodies, st.text(st.characters(exclude_categories=["Cs"]), max_size=9))
@settings(max_examples=30)
def test_any_line_comes_back(context: Context, body: str, identity: str) -> None:
    line = json.dumps({"id": identity, "text": body, "published": None})
    found = json.loads(json.dumps(annotate_line(line, "-", 1, context)))
    assert (found["id"], found["body"], found["error"]) == (identity, body, None)
    assert_contract(found)


def test_lines_of_standard_input(site: Site) -> None:
    given = [{"id": n, "text": body, "published": "2015-02-13"} for n, body in enumerate(BODIES)]
    done = site.newswire("annotate", "--jsonl", "-", stdin=lines_of(*given))
    found = objects(done)
    assert done.exit_code == 0
    assert [(f["id"], f["body"]) for f in found] == [(g["id"], g["text"]) for g in given]
    for one in found:
        assert_contract(one)


def test_lines_of_a_file(site: Site) -> None:
    path = site.write("given.jsonl", lines_of({"id": "a", "text": BODIES[0], "published": None}))
    (found,) = objects(site.newswire("annotate", "--jsonl", str(path)))
    assert found["id"] == "a"
    assert {m["id"] for m in found["mentions"]} <= {"angela-merkel", "vladimir-putin"}
    assert [t["edtf"] for t in found["times"] if t["edtf"]] == [], "no date is invented"


@pytest.mark.parametrize(
    "broken",
    [
        "{not json",
        "[]",
        "null",
        '{"id": "b"}',
        '{"text": "no id"}',
        '{"id": "b", "text": 1, "published": null}',
        '{"id": "b", "text": "t", "published": 2015}',
    ],
)
def test_a_broken_line_hides_no_other(site: Site, broken: str) -> None:
    good = {"id": "good", "text": BODIES[0], "published": None}
    done = site.newswire("annotate", "--jsonl", "-", stdin=lines_of(good, broken, good))
    first, error, last = objects(done)
    assert done.exit_code == 1
    assert (first["id"], last["id"]) == ("good", "good")
    assert error["error"].startswith("-:2: ")


def test_a_line_without_end_is_refused(site: Site) -> None:
    endless = {"id": "b", "text": "Putin went. " * 90_000, "published": None}
    good = {"id": "good", "text": BODIES[0], "published": None}
    error, last = objects(site.newswire("annotate", "--jsonl", "-", stdin=lines_of(endless, good)))
    assert error["error"].startswith("-:1: one story has 1,080,000 characters")
    assert last["id"] == "good"


HALF = {"id": 7, "text": "\ud800 Putin left.", "published": None}


def test_a_line_that_is_no_utf8_hides_no_other(site: Site) -> None:
    good = lines_of({"id": "good", "text": BODIES[0], "published": None}).encode()
    path = site.write(
        "given.jsonl", b"\xef\xbb\xbf" + good + good.replace(b"Merkel", b"\xff") + good
    )
    done = site.newswire("annotate", "--jsonl", str(path))
    assert [one["error"] is None for one in objects(done)] == [True, False, True]
    assert objects(done)[1]["error"].startswith(f"{path}:2: is not UTF-8 text: ")


def test_half_a_character_comes_back(site: Site) -> None:
    (found,) = objects(site.newswire("annotate", "--jsonl", "-", stdin=lines_of(HALF)))
    assert (found["id"], found["body"]) == (7, HALF["text"])


@pytest.mark.parametrize("line", ['{"id": 7, "text": 1}', '{"id": 7}'])
def test_an_error_has_the_id_of_its_line(site: Site, line: str) -> None:
    (found,) = objects(site.newswire("annotate", "--jsonl", "-", stdin=lines_of(line)))
    assert (found["id"], "-:1: " in found["error"]) == (7, True)


@pytest.mark.parametrize("options", [[], ["--jsonl"]])
@pytest.mark.parametrize("name", ["nowhere.txt", "empty"])
def test_a_path_without_a_story_is_an_error_object(
    site: Site, options: list[str], name: str
) -> None:
    (site.root / "empty").mkdir()
    done = site.newswire("annotate", *options, str(site.root / name))
    (found,) = objects(done)
    assert (done.exit_code, found["error"].startswith(f"{site.root / name}: ")) == (1, True)


def test_hidden_folders_are_left_out(site: Site) -> None:
    site.write("seeds/.git/HEAD", "ref: refs/heads/main\n")
    site.write("seeds/a.txt", SEED)
    assert len(objects(site.newswire("annotate", str(site.layout.seeds)))) == 1


@pytest.mark.parametrize("of_lines", [True, False])
def test_a_fault_of_ours_hides_no_other(
    site: Site, monkeypatch: pytest.MonkeyPatch, of_lines: bool
) -> None:
    def fail(dispatch: Dispatch, context: Context) -> object:
        if "Merkel" in dispatch.body:
            raise ZeroDivisionError
        return annotate(dispatch, context)

    monkeypatch.setattr("newswire.jsonlines.annotate", fail)
    monkeypatch.setattr("newswire.annotate.annotate", fail)
    site.write("seeds/a.txt", SEED)
    site.write("seeds/b.txt", SEED.replace("Merkel", "Kohl"))
    lines = lines_of(*({"id": n, "text": f"{n} left."} for n in ("Merkel", "Kohl")))
    given = ["--jsonl", "-"] if of_lines else [str(site.layout.seeds)]
    done = site.newswire("annotate", *given, stdin=lines)
    failed, good = objects(done)
    assert (done.exit_code, good["error"]) == (1, None)
    assert "newswire itself failed on it: ZeroDivisionError" in failed["error"]


def test_a_file(site: Site) -> None:
    path = site.write("seeds/visit.txt", SEED)
    done = site.newswire("annotate", str(path))
    (found,) = objects(done)
    assert done.exit_code == 0
    assert_contract(found)
    assert found["headline"] == "Minister visits Berlin"
    assert found["published"] == "2015-02-12T11:30+00:00"
    assert {"angela-merkel", "vladimir-putin", "DEU", "RUS"} <= {m["id"] for m in found["mentions"]}


def test_standard_input_as_a_file(site: Site) -> None:
    (found,) = objects(site.newswire("annotate", "-", stdin=SEED))
    assert found["headline"] == "Minister visits Berlin"


def test_a_folder_with_a_bad_file(site: Site) -> None:
    site.write("seeds/a.txt", SEED)
    site.write("seeds/b/empty.txt", "")
    site.write("seeds/c.txt", SEED)
    done = site.newswire("annotate", str(site.layout.seeds))
    found = objects(done)
    assert done.exit_code == 1
    assert [bool(f["error"]) for f in found] == [False, True, False]
    assert "b/empty.txt" in found[1]["id"]


def test_a_missing_file_is_an_error_object(site: Site) -> None:
    done = site.newswire("annotate", str(site.root / "nowhere.txt"))
    (found,) = objects(done)
    assert done.exit_code == 1
    assert "cannot be read" in found["error"]
