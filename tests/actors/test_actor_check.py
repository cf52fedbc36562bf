"""Doubtful actor data and unknown people, as an editor is told of them."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

from small_world import WORLD, mentions_in, small_world

from newswire.actors.check import expired_terms, overlapping_terms, shared_names, unknown_people
from newswire.actors.registry import load_registry
from newswire.actors.surnames import find_untold
from newswire.model import Dispatch, Document

TERM = '[[person.membership]]\npost = "{post}"\narea = "{area}"\nsource = "{source}"\n'


def person(name: str, term: str) -> str:
    head = f'[[person]]\nid = "{name.lower()}-ode"\nname = "{name} Ode"\nfamily_name = "Ode"\n'
    return head + term


def test_shared_names_are_told_once() -> None:
    messages = [problem.message for problem in shared_names(small_world())]
    assert messages == ["george-h-w-bush shares the name 'George Bush' with george-w-bush"]


def test_overlapping_terms(tmp_path: Path) -> None:
    term = TERM.format(post="premier", area="TCD", source="public record")
    text = person("Ann", term + 'start = "2001"\nend = "2003"\n')
    text += person("Bea", term + 'start = "2002"\nend = "2005"\n')
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    [problem] = overlapping_terms(load_registry([tmp_path], data=WORLD))
    assert problem.message == "ann-ode and bea-ode are both premier of TCD from 2002-01-01"
    assert problem.path == str(tmp_path / "own.toml")


def test_expired_terms(tmp_path: Path) -> None:
    stale = TERM.format(post="premier", area="TCD", source="World Almanac 2009")
    gone = TERM.format(post="premier", area="SUN", source="public record")
    text = person("Ann", stale + "current = true\n") + person("Bea", gone + "current = true\n")
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    registry = load_registry([tmp_path], data=WORLD)
    messages = [problem.message for problem in expired_terms(registry, date(2012, 6, 19))]
    assert messages == [
        "ann-ode is current premier by a source of 2009 only",
        "bea-ode is current premier of SUN, which no longer exists",
    ]


def test_unknown_people_by_frequency_with_a_stub() -> None:
    text = "Spokesman Jay Carney spoke. Analyst Ann Ode listened. Carney left."
    found = tuple(mentions_in(text, None, small_world()))
    document = Document(Dispatch(source="x", body=text), mentions=found)
    first, second = unknown_people([document])
    assert (first.id, first.name, first.mentions) == ("jay-carney", "Jay Carney", 2)
    assert second.id == "ann-ode"
    [stub] = tomllib.loads(first.stub)["person"]
    assert (stub["id"], stub["family_name"]) == ("jay-carney", "Carney")


def test_a_tie_is_left_untagged_and_told(tmp_path: Path) -> None:
    term = TERM.format(post="premier", area="{area}", source="public record") + 'start = "2001"\n'
    text = person("Ann", term.format(area="TCD")) + person("Bea", term.format(area="CIV"))
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    registry = load_registry([tmp_path], data=WORLD)
    story = "Ode met a delegation. Chadian and Ivorian ministers came."
    found = mentions_in(story, date(2002, 1, 1), registry)
    [untold] = find_untold(story, found, registry, date(2002, 1, 1))
    assert story[untold.start : untold.end] == "Ode"
    assert set(untold.candidates) == {"ann-ode", "bea-ode"}
