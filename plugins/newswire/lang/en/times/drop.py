"""Drop the readings that are no times: the verb `may`, the surname `May`, `$2000`, `USA Today`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from newswire.lang.en.times.find import Found
from newswire.lang.en.times.grammar import MACROS
from newswire.lang.en.times.periods import Unit
from newswire.lang.en.times.readings import Length
from newswire.lang.en.times.vocabulary import WORDS

Test = Callable[[str, Found], bool]

_PEOPLE: Final = frozenset(WORDS["people"]["words"])
_LASTING: Final = frozenset(WORDS["lasting"]["words"])
_OF_THE_AGE: Final = frozenset(WORDS["age"]["words"])
_SURNAMES: Final = frozenset(WORDS["ambiguous"]["surnames"])

_BEFORE_WEEKDAYS: Final = frozenset(WORDS["ambiguous"]["before_weekdays"])
_AFTER_WEEKDAYS: Final = frozenset(WORDS["ambiguous"]["after_weekdays"])

_MONEY: Final = "$£€¥#"
_LOWER_NAME: Final = re.compile(rf"\b(?:{'|'.join([*WORDS['months'], *WORDS['weekdays']])})\b")
_COUNTED: Final = re.compile(
    r"\s{1,3}(?!(?:always|does|has|perhaps|this|thus|was)\b)"
    r"(?:[a-z]{2,}s|people|men|women|children|troops|police)\b"
)
_AMOUNT: Final = re.compile(rf"(?:{MACROS['about']}|{MACROS['bound']})\s", re.IGNORECASE)
_DESIGNATION: Final = re.compile(r"\s[A-Z]{1,2}\d")
_YEAR_CUE: Final = re.compile(
    r"(?:in|of|since|by|from|until|till|to|and|or|before|after|during|the|for|through|between|late"
    r"|early|mid|year|its|his|her|our|my|their|\(|[-\u2013,])\s?\Z",
    re.IGNORECASE,
)
_NAME_BEFORE: Final = re.compile(r"\b[A-Z][A-Za-z]+\s\Z")
_NAME_OR_TITLE_BEFORE: Final = re.compile(r"(?:[A-Z][a-z]+|Mrs?\.|Ms\.|Dr\.)\s\Z")
_NAME_AFTER: Final = re.compile(r"\s[A-Z][a-z]+\b(?! (?:and|of)\b)")
_NO_NAME_BEFORE: Final = re.compile(
    r"\b(?:The|A|That|This|Every|Each|Its|In|On|Of|To|And|By|Since|Until|Till|Last|Next|From"
    r"|During|Before|After|Early|Late|At|As|But|When|While|Where|Between|Through|With|For)\s\Z"
)
_MID_SENTENCE: Final = re.compile(r"[A-Za-z]\s\Z")
_NAMING_RULES: Final = frozenset(
    {
        "deictic",
        "present",
        "frequency",
        "chosen_period",
        "named_hour",
        "season",
        "day_part",
        "story_part",
        "span",
    }
)
_WORDS_AFTER: Final = re.compile(r"\s([A-Za-z]+)(?:\s([a-z]+))?")
_CAPITAL_PART: Final = re.compile(r"[a-z] (?:Morning|Afternoon|Evening|Night)\b")
_OWNED: Final = re.compile(r"['\u2019]s\s([a-z]+)(?:\s([a-z]+))?")
_FRACTION: Final = re.compile(
    r"\b(?:one|three)-quarters?\b|\b(?:a|one|three) quarters? (?:of|to)\b", re.IGNORECASE
)
_POSSESSIVE_BEFORE: Final = re.compile(r"\b(?:his|her|their|my|your|our)\s\Z", re.IGNORECASE)


def keep(text: str, found: Found) -> bool:
    """Whether nothing speaks against the reading."""
    return not any(test(text, found) for test in TESTS)


def is_money(text: str, found: Found) -> bool:
    """A sum: `$2000`."""
    return found.start > 0 and text[found.start - 1] in _MONEY


def is_glued(text: str, found: Found) -> bool:
    """Part of a longer word or figure: `AP2000`, `1,998`."""
    before = text[max(0, found.start - 2) : found.start]
    return before[-1:].isalnum() or (before[-1:] in (",", ".") and before[:1].isdigit())


def is_lower_case_name(text: str, found: Found) -> bool:
    """A month, weekday or feast that is not written as a name: `they may`, `to march`."""
    if found.rule == "holiday":
        return text[found.start : found.end].islower()
    return _LOWER_NAME.search(text, found.start, found.end) is not None


def is_person(text: str, found: Found) -> bool:
    """A person: `Theresa May`, `April Jones`."""
    if text[found.start : found.end] not in _SURNAMES:
        return False
    near = max(0, found.start - 20)
    if _NO_NAME_BEFORE.search(text, near, found.start):
        return False
    if _NAME_OR_TITLE_BEFORE.search(text, near, found.start):
        return True
    return bool(_NAME_AFTER.match(text, found.end)) and not _has_year_cue(text, found)


def is_named_day(text: str, found: Found) -> bool:
    """A name made with a day: `Bloody Sunday`, `Saturday Night Live`, `Good Friday Agreement`."""
    if found.rule not in ("weekday", "holiday"):
        return False
    if _CAPITAL_PART.search(text, found.start, found.end):
        return True
    before = text[max(0, found.start - 12) : found.start].split()
    after = _WORDS_AFTER.match(text, found.end)
    return (bool(before) and before[-1] in _BEFORE_WEEKDAYS) or (
        after is not None and after[1] in _AFTER_WEEKDAYS
    )


def is_count(text: str, found: Found) -> bool:
    """A number that counts things: `2000 soldiers`, `about 2012 people`."""
    if found.rule != "year" or not _COUNTED.match(text, found.end):
        return False
    if _AMOUNT.match(text, found.start):
        return True
    return _is_bare_year(text, found) and not _has_year_cue(text, found)


def is_numbered_name(text: str, found: Found) -> bool:
    """A number that is part of a name: `Expo 2000`, the asteroid `2012 DA14`."""
    if not _is_bare_year(text, found):
        return False
    if _DESIGNATION.match(text, found.end):
        return True
    near = max(0, found.start - 20)
    return (
        _NAME_BEFORE.search(text, near, found.start) is not None
        and not _NO_NAME_BEFORE.search(text, near, found.start)
        and not _has_year_cue(text, found)
    )


def is_name(text: str, found: Found) -> bool:
    """A title: `USA Today`, `the Daily Herald`, `This Week`."""
    words = text[found.start : found.end]
    if found.rule not in _NAMING_RULES or not words.istitle() or words[-1].isdigit():
        return False
    if " " in words and not words.startswith("The "):
        return True
    return _MID_SENTENCE.search(text, max(0, found.start - 2), found.start) is not None


def is_age(text: str, found: Found) -> bool:
    """How old somebody is, `a 6-year-old boy`: no event began then that is told."""
    if found.rule == "decade":
        near = max(0, found.start - 6)
        return _POSSESSIVE_BEFORE.search(text, near, found.start) is not None
    if found.rule != "age":
        return False
    following = _WORDS_AFTER.match(text, found.end)
    words = set(following.groups()) if following else set()
    if isinstance(found.reading, Length) and _is_beyond_life(found.reading):
        return False
    if "year" in text[found.start : found.end].lower():
        return _LASTING.isdisjoint(words)
    return not words or not _PEOPLE.isdisjoint(words)


def _is_beyond_life(age: Length) -> bool:
    """Whether nobody lives that long; an age that nobody counted is of centuries or decades."""
    longest = {Unit.YEAR: 115, Unit.DECADE: 11, Unit.CENTURY: 1}.get(age.unit)
    return longest is not None and (age.count is None or age.count > longest)


def is_present_age(text: str, found: Found) -> bool:
    """The age, not the day: `today's world`."""
    owned = _OWNED.match(text, found.end) if found.rule == "deictic" else None
    return owned is not None and not _OF_THE_AGE.isdisjoint(owned.groups())


def is_fraction(text: str, found: Found) -> bool:
    """A part of something: `a quarter of the vote`, `three-quarters`."""
    return _FRACTION.search(text, found.start, min(len(text), found.end + 4)) is not None


def _is_bare_year(text: str, found: Found) -> bool:
    return found.rule == "year" and text[found.start : found.end].isdigit()


def _has_year_cue(text: str, found: Found) -> bool:
    near = max(0, found.start - 20)
    return _YEAR_CUE.search(text, near, found.start) is not None


TESTS: Final[tuple[Test, ...]] = (
    is_money,
    is_glued,
    is_lower_case_name,
    is_person,
    is_named_day,
    is_count,
    is_numbered_name,
    is_name,
    is_age,
    is_present_age,
    is_fraction,
)
