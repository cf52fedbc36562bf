"""What a rule is, and the notation that rules are written in.

A pattern is a regular expression over lower-case text with these shorthands:

    {month}      any month name: a name of `MACROS`
    <month>      the same, captured as `month`;  <month:first>  captured as `first`
    a space      one to four white-space characters
    ~            a hyphen or a space

Every repetition in a pattern is bounded, so that matching takes linear time on any text.
Where a pattern looks at more than the expression, a group whose name begins with `span` is it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from newswire.lang.en.times.readings import Reading
from newswire.lang.en.times.vocabulary import WORDS

Groups = re.Match[str]
Reader = Callable[[Groups], Reading | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of naming a time.

    `triggers` are words, or names of `CLASSES`, one of which must stand in or beside a match.
    `finds` gives sentences with the expression and the TIMEX3 value that must be found in them,
    told on Tuesday, 19 June 2012; in the sentences of `passes` this rule must find nothing.
    """

    name: str
    pattern: re.Pattern[str]
    words: frozenset[str]
    triggers: frozenset[str]
    read: Reader
    finds: Mapping[str, tuple[str, str]]
    passes: tuple[str, ...]
    says: str


def rule(
    pattern: str,
    *,
    triggers: str,
    finds: Mapping[str, tuple[str, str]],
    passes: tuple[str, ...],
) -> Callable[[Reader], Rule]:
    """Make a rule of the function that reads the pattern's groups; None from it declines."""
    source = expand(pattern)

    def make(read: Reader) -> Rule:
        return Rule(
            name=read.__name__,
            pattern=re.compile(rf"(?:{source})(?!\w)"),
            words=frozenset(re.findall(r"(?<![\\a-z])[a-z]+", source)),
            triggers=frozenset(triggers.split()),
            read=read,
            finds=MappingProxyType(dict(finds)),
            passes=passes,
            says=(read.__doc__ or "").strip(),
        )

    return make


def expand(pattern: str) -> str:
    """The pattern as a regular expression."""
    found = 1
    while found:
        pattern, found = _SHORTHAND.subn(_written_out, pattern)
    return pattern.replace(" ", r"\s{1,4}").replace("~", r"(?:[-\u2010\u2011]\s?|\s{1,4})")


_SHORTHAND: Final = re.compile(
    r"\{(?P<macro>[a-z_]+)\}|(?<!\?P)<(?P<capture>[a-z_]+)(?::(?P<name>\w+))?>"
)


def _written_out(match: Groups) -> str:
    if match["macro"]:
        return f"(?:{MACROS[match['macro']]})"
    return f"(?P<{match['name'] or match['capture']}>{MACROS[match['capture']]})"


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


_NUMBER_WORD = _any([*WORDS["cardinals"], *WORDS["tens"]])
_TENS = _any(WORDS["tens"])
_LOW = _any(word for word, value in WORDS["cardinals"].items() if 0 < value < 10)
_HOURS = _any(word for word, value in WORDS["cardinals"].items() if 0 < value <= 12)
_ORDINAL = _any(word.replace("-", "~") for word in WORDS["ordinals"])
_SHORT_MONTH = _any(WORDS["month_abbreviations"])
_SHORT_WEEKDAY = _any(WORDS["weekday_abbreviations"])

_FRAMED = "|".join(rf"(?<={word}\s)" for word in WORDS["bounds"]["before_over"])

MACROS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "month": rf"{_any(WORDS['months'])}|(?:{_SHORT_MONTH})\b\.?",
        "long_month": _any(WORDS["months"]),
        "short_month": _SHORT_MONTH,
        "weekday": _any(WORDS["weekdays"]),
        "weekday_short": rf"{_any(WORDS['weekdays'])}|(?:{_SHORT_WEEKDAY})\b\.?",
        "day_of_month": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d)",
        "spelled_day": rf"(?:{_ORDINAL})(?! (?:{{unit}}))",
        "year": r"(?:1[1-9]|20)\d\d(?![\d%]|[.,:]\d)",
        "short_year": r"['\u2018\u2019]\d\d(?!\d)",
        "spoken_year": (
            rf"(?:eighteen|nineteen)~(?:hundred|(?:{_TENS})(?:~(?:{_LOW}))?|(?:{_NUMBER_WORD}))"
            rf"|(?:(?<=in\s)|(?<=since\s)|(?<=year\s)|(?<=by\s)|(?<=of\s)|(?<=until\s))"
            rf"two thousand(?: (?:and )?(?:{_NUMBER_WORD}))?"
        ),
        "hour": rf"1[0-2]|0?[1-9]|{_HOURS}",
        "any_year": r"<year>|<spoken_year>|<short_year>",
        "unit": _any(WORDS["units"]),
        "many_units": _any(word for word in WORDS["units"] if word.endswith(("s", "ia"))),
        "period": _any(WORDS["periods"]),
        "season": _any(WORDS["seasons"]),
        "part": _any(WORDS["day_parts"]),
        "many_parts": _any(WORDS["many_day_parts"]),
        "hour_word": _any(WORDS["hours"]),
        "frequency": _any(WORDS["frequencies"]),
        "decade_name": _any(WORDS["decade_names"]),
        "zone": _any(WORDS["zones"]["names"]),
        "count": (
            r"(?:\d{1,3}(?:,\d{3})?|(?!(?:19|20)(?!00)\d\d\b)\d{4,5})"
            r"(?:[\s-][123]/[2348]|\s?[¼½¾]|\.\d{1,2}|~and~a~half)?"
            rf"|(?:{_TENS})(?:~(?:{_LOW}))?"
            rf"|(?:a|{_LOW}) (?:hundred|thousand)"
            rf"|(?:{_NUMBER_WORD})(?:~and~a~half)?"
            rf"|half a dozen|(?:a|{_LOW}) dozen|half an?|half(?=-)|an?"
        ),
        "uncounted": _any(WORDS["uncounted"]["words"]),
        "ordinal": rf"\d{{1,2}}(?:st|nd|rd|th)|{_ORDINAL}",
        "about": _any(WORDS["approximations"]["words"]),
        "bound": rf"{_any(WORDS['bounds']['words'])}|(?:{_FRAMED})(?:over|under)",
        "edge": _any(WORDS["edges"]["words"]),
        "which": _any(WORDS["determiners"]),
        "deictic": _any(WORDS["deictics"]),
        "am_pm": r"(?:a|p)(?:\.\s?m\b\.?|\s?m\b)",
        "dated": (
            r"(?:<weekday_short>,? (?:the )?)?"
            r"(?:<month>,? (?:the )?(?:<day_of_month>|<spelled_day>)"
            r"|(?:the )?(?:<day_of_month:day_first>|<spelled_day:spelled_first>)(?: of)?"
            r" <month:month_last>)"
            r"(?:,?(?: of)? (?:{any_year}|<which:whose> year))?"
        ),
    }
)

CLASSES: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "month": frozenset([*WORDS["months"], *WORDS["month_abbreviations"]]),
        "weekday": frozenset(WORDS["weekdays"]),
        "weekday_short": frozenset([*WORDS["weekdays"], *WORDS["weekday_abbreviations"]]),
        "season": frozenset(WORDS["seasons"]),
        "part": frozenset(re.split("[- ]", word)[-1] for word in WORDS["day_parts"]),
        "hour_word": frozenset(WORDS["hours"]),
        "unit": frozenset(WORDS["units"]),
        "period": frozenset(WORDS["periods"]),
        "frequency": frozenset(WORDS["frequencies"]),
        "decade_name": frozenset(WORDS["decade_names"]),
        "deictic": frozenset(word.rpartition(" ")[2] for word in WORDS["deictics"]),
        "zone": frozenset(word.rpartition(" ")[2] for word in WORDS["zones"]["names"]),
    }
)
"""Words that may trigger a rule, by the name that `Rule.triggers` gives them."""
