"""Actor files: what the loader accepts, and what it says of everything else."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_world import WORLD, mentions_in

from newswire.actors.registry import load_registry
from newswire.errors import Problems

PERSON = '[[person]]\nid = "ann-ode"\nname = "Ann Ode"\nfamily_name = "Ode"\n'
TERM = '[[person.membership]]\npost = "president"\narea = "FRA"\nsource = "public record"\n'

BROKEN = {
    "unknown key": (PERSON + 'nick = "A"\n', 5, "unknown key 'nick'"),
    "missing key": (
        '[[person]]\nid = "ann-ode"\nname = "Ann Ode"\n',
        1,
        "missing key 'family_name'",
    ),
    "wrong type": (PERSON + 'other_names = "Anne"\n', 5, "other_names is 'Anne'"),
    "unknown table": ('[[persons]]\nid = "x"\n', 1, "unknown table [persons]"),
    "not TOML": ("[country]\nid = \n", 2, "Invalid value"),
    "bad id": (PERSON.replace("ann-ode", "Ann Ode"), 1, "'Ann Ode' is no id"),
    "no source": (
        PERSON + TERM.replace('source = "public record"\n', ""),
        5,
        "missing key 'source'",
    ),
    "unknown post": (PERSON + TERM.replace("president", "presidnt"), 1, "unknown post 'presidnt'"),
    "unknown country": (PERSON + TERM.replace("FRA", "FRE"), 1, "unknown country 'FRE'"),
    "no place": (
        PERSON + TERM.replace('area = "FRA"\n', ""),
        1,
        "needs an area or an organisation",
    ),
    "bad date": (PERSON + TERM + 'start = "2012-13"\n', 1, "month must be in 1..12"),
    "not EDTF": (PERSON + TERM + 'start = "May 2012"\n', 1, "'May 2012' is not a year"),
    "turned dates": (PERSON + TERM + 'start = "2013"\nend = "2012"\n', 1, "2013 is after 2012"),
    "current and ended": (
        PERSON + TERM + 'end = "2012"\ncurrent = true\n',
        1,
        "is current and has an end",
    ),
    "blank name": (PERSON + 'other_names = [" Ann"]\n', 1, "has blanks at an end"),
    "unknown kind": (
        '[organisation]\nid = "ode"\nname = "Ode"\nkind = "firm"\n',
        1,
        "unknown kind 'firm'",
    ),
    "rename to nobody": ('[[rename]]\nold = "a"\nnew = "b"\n', 1, "which nobody has"),
    "untagged stranger": ('[[untagged]]\nactors = ["nobody"]\n', 1, "unknown actor 'nobody'"),
    "untagged kind": ('[[untagged]]\nkinds = ["goverment"]\n', 1, "unknown kind 'goverment'"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_problem_names_line_and_reason(name: str, tmp_path: Path) -> None:
    text, line, reason = BROKEN[name]
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Problems) as caught:
        load_registry([path], data=WORLD)
    [problem] = caught.value.problems
    assert (problem.path, problem.line) == (str(path), line)
    assert reason in problem.message


def test_near_word_is_offered(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(PERSON + TERM.replace("president", "presidnt"), encoding="utf-8")
    with pytest.raises(Problems, match="did you mean 'president'"):
        load_registry([path], data=WORLD)


def test_all_problems_of_all_files_are_collected(tmp_path: Path) -> None:
    for number, (text, _, _) in enumerate(BROKEN.values()):
        (tmp_path / f"{number}.toml").write_text(text.replace("ann-ode", f"ann-ode-{number}"))
    with pytest.raises(Problems) as caught:
        load_registry([tmp_path], data=WORLD)
    assert {problem.path for problem in caught.value.problems} == {
        str(path) for path in tmp_path.iterdir()
    }


def test_an_undecodable_file_is_a_problem_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "good.toml").write_text(PERSON, encoding="utf-8")
    with pytest.raises(Problems) as caught:
        load_registry([tmp_path], data=WORLD)
    assert len(caught.value.problems) == 1


def test_a_site_adds_a_person(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(PERSON + TERM, encoding="utf-8")
    registry = load_registry([tmp_path], data=WORLD)
    assert registry.kind_of("ann-ode") == "leader"


def test_a_site_corrects_key_by_key(tmp_path: Path) -> None:
    text = PERSON.replace("ann-ode", "vladimir-putin").replace("Ann Ode", "V. V. Putin")
    text += 'other_names = ["Wladimir Putin"]\n'
    text += TERM + 'start = "1999"\nend = "1999"\n'
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    known = load_registry(data=WORLD).people["vladimir-putin"]
    corrected = load_registry([tmp_path], data=WORLD).people["vladimir-putin"]
    assert corrected.name == "V. V. Putin"
    assert corrected.other_names == (*known.other_names, "Wladimir Putin")
    assert len(corrected.membership) == len(known.membership) + 1


def test_a_site_replaces_a_membership_of_the_same_start(tmp_path: Path) -> None:
    text = PERSON.replace("ann-ode", "tony-blair").replace("Ann Ode", "Tony Blair")
    text += TERM.replace("president", "prime-minister").replace("FRA", "GBR")
    text += 'start = "1997-05-02"\nend = "2007-06-28"\n'
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    [term] = load_registry([tmp_path], data=WORLD).people["tony-blair"].membership
    assert term.end == "2007-06-28"


def test_a_site_renames(tmp_path: Path) -> None:
    text = '[[rename]]\nold = "hezbollah"\nnew = "hizbullah"\n'
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    registry = load_registry([tmp_path], data=WORLD)
    new = registry.get("hizbullah")
    assert new is not None
    assert registry.get("hezbollah") is new


def test_a_renamed_place_keeps_its_holders(tmp_path: Path) -> None:
    text = '[[rename]]\nold = "united-nations"\nnew = "uno"\n'
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    registry = load_registry([tmp_path], data=WORLD)
    assert {term.organisation for term in registry.people["kofi-annan"].membership} == {"uno"}


UNTAGGED = {
    "by id": 'actors = ["hezbollah", "tony-blair"]',
    "by kind": 'kinds = ["movement", "government"]',
    "by kind, national": 'kinds = ["movement", "government"]\nnational = true',
}
LEFT = {
    "by id": ["NATO", "U.S.", "State Department"],
    "by kind": ["NATO", "Tony Blair", "Blair"],
    "by kind, national": ["HEZBOLLAH", "NATO", "Tony Blair", "Blair"],
}


@pytest.mark.parametrize("name", UNTAGGED)
def test_a_site_leaves_names_untagged(name: str, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(f"[[untagged]]\n{UNTAGGED[name]}\n", encoding="utf-8")
    registry = load_registry([tmp_path], data=WORLD)
    text = "HEZBOLLAH, NATO, the U.S. State Department and Tony Blair met; then Blair left."
    assert [text[it.start : it.end] for it in mentions_in(text, None, registry)] == LEFT[name]
    assert registry.get("hezbollah") is not None
