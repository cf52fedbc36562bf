"""Statements: every rule's examples, a corpus of texts, and what holds for any text."""

from __future__ import annotations

import re
import tomllib
from itertools import pairwise
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import example as with_text
from hypothesis import given, settings
from hypothesis import strategies as st

from newswire.lang.en import attributions, sentences
from newswire.lang.en.attributions import find_attributions
from newswire.lang.en.attributions.quotations import find_quotations
from newswire.lang.en.attributions.rule import Rule
from newswire.lang.en.attributions.rules import RULES
from newswire.lang.en.attributions.vocabulary import vocabulary
from newswire.model import Attribution, Mention

CORPUS = sorted((Path(__file__).parent / "corpus").glob("*.txt"))
MARKS = re.compile(r"[{}<>\[\]]")
WORDS = ("said", "told", "the minister", "He", "according to", "that", "was", "and", "U.S.")
PIECES = st.sampled_from([*WORDS, '"', "“", "”", "''", "'", " ", ", ", ". ", ": ", "\n\n", " - "])


def read(text: str, mentions: tuple[Mention, ...] = ()) -> tuple[Attribution, ...]:
    return find_attributions(text, mentions, sentences.split(text))


def marked(text: str, attribution: Attribution) -> str:
    """The text with braces around the source, angles around the cue, squares around content."""
    signs = [(*attribution.cue, "<", ">")]
    signs += [(*span, "[", "]") for span in attribution.content]
    if attribution.source is not None:
        signs.append((*attribution.source, "{", "}"))
    for start, end, opening, closing in sorted(signs, reverse=True):
        text = f"{text[:start]}{opening}{text[start:end]}{closing}{text[end:]}"
    return text


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_finds_its_examples(rule: Rule) -> None:
    for example in rule.finds:
        text = MARKS.sub("", example)
        found = {marked(text, a) for a in read(text) if a.rule == rule.name}
        assert example in found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_passes_over_its_counterexamples(rule: Rule) -> None:
    assert [marked(text, a) for text in rule.passes for a in read(text)] == []


def mentions_of(text: str, table: str) -> tuple[Mention, ...]:
    """A mention at every place where a surface form of the table stands, the longest first."""
    found: dict[int, Mention] = {}
    rows = [row.split("\t") for row in table.splitlines()]
    for surface, kind, ids in sorted(rows, key=lambda row: len(row[0])):
        for match in re.finditer(rf"\b{re.escape(surface)}\b", text):
            rule = "demonym" if surface == "Sudrian" else "name"
            mention = Mention(*match.span(), kind, tuple(ids.split(",")), rule)  # type: ignore[arg-type]
            found = {s: m for s, m in found.items() if not mention.start <= s < mention.end}
            found[mention.start] = mention
    return tuple(found[start] for start in sorted(found))


def described(text: str, attribution: Attribution) -> str:
    """One line for each attribution: rule, form, speakers, and the sentence with its marks."""
    spans = [attribution.cue, *attribution.content, attribution.source or attribution.cue]
    start, end = min(s for s, _ in spans), max(e for _, e in spans)
    before, after = len(text[:start]), len(text[end:])
    shown = marked(text, attribution)
    sentence = shown[before : len(shown) - after].replace("\n\n", " / ")
    speakers = ",".join(attribution.speakers) or "-"
    return f"{attribution.rule} {attribution.form} {speakers}: {sentence}\n"


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_corpus(path: Path) -> None:
    text = path.read_text(encoding="utf-8").strip()
    mentions = mentions_of(text, path.with_suffix(".mentions").read_text(encoding="utf-8"))
    found = "".join(described(text, a) for a in read(text, mentions))
    assert found == path.with_suffix(".expected").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_a_curly_apostrophe_changes_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8").strip()
    mentions = mentions_of(text, path.with_suffix(".mentions").read_text(encoding="utf-8"))
    assert read(re.sub(r"(?<=\w)'(?=\w)", "’", text), mentions) == read(text, mentions)


def test_every_corpus_text_says_what_is_expected() -> None:
    stems = {p.stem for p in CORPUS}
    assert stems == {p.stem for p in CORPUS[0].parent.glob("*.expected")}


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_spans_lie_in_the_text_and_content_apart_from_cue_and_source(text: str) -> None:
    for attribution in read(text):
        spans = [attribution.cue, *attribution.content, attribution.source or attribution.cue]
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(text[start:end].strip() == text[start:end] for start, end in spans)
        assert list(attribution.content) == sorted(attribution.content)
        cue = attribution.cue
        assert all(end <= cue[0] or cue[1] <= start for start, end in attribution.content)


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=40).map("".join))
@with_text('He spoke.\n"It is a mark that nobody closes here.\n"And here is one that is closed."')
def test_every_quotation_mark_is_in_at_most_one_quotation(text: str) -> None:
    found = find_quotations(text, sentences.split(text))
    assert all(start < end for start, end in found)
    assert all(a[1] <= b[0] for a, b in pairwise(found))
    assert all("\n\n" not in text[start:end] for start, end in found)


def test_a_label_speaks_to_the_end_of_its_line() -> None:
    lines = "HOLM: We were wrong. I was too late.", "The city paid. It was in June."
    [spoken] = [a for a in read("\n".join(lines)) if a.rule == "labelled"]
    assert [lines[0][start:end] for start, end in spoken.content] == [
        "We were wrong",
        "I was too late.",
    ]


@pytest.mark.parametrize(
    "piece", ['"', "said, ", "he said (that ", "''' ", "and said and ", "a", '\n\n"A b.', '"A b." ']
)
def test_time_grows_with_the_text_only(piece: str) -> None:
    short, long = (_seconds(piece * n) for n in (250, 2_000))
    assert long < 40 * max(short, 0.005)


def _seconds(text: str) -> float:
    start = perf_counter()
    read(text)
    return perf_counter() - start


def test_each_form_belongs_to_one_lemma_of_a_table() -> None:
    cues = vocabulary().cues
    forms = [(form.words, form.frame) for forms in cues.values() for form in forms]
    assert len(forms) == len(set(forms))


def test_classes_are_lower_case_without_doubles() -> None:
    table = tomllib.loads((Path(attributions.__file__).parent / "grammar.toml").read_text("utf-8"))
    for name, words in table.items():
        assert len(words) == len(set(words)), name
        assert all(word == word.lower() for word in words), name
