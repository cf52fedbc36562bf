"""Days that have a name."""

from __future__ import annotations

import re
from datetime import date
from types import MappingProxyType
from typing import Final

from newswire.lang.en.times.festivals import HOLIDAYS
from newswire.lang.en.times.grammar import Groups, rule
from newswire.lang.en.times.periods import Period, Unit
from newswire.lang.en.times.readings import Festival, Fixed, Reading
from newswire.lang.en.times.rules.common import plain, unit_of, which, year_of

_NAMES = "|".join(
    re.escape(name).replace(r"\ ", " ").replace("'", "['\u2019]?")
    for name in sorted(HOLIDAYS, key=lambda name: -len(name))
)
_FIRST_WORDS = " ".join(re.findall(r"[a-z]+", name)[0] for name in HOLIDAYS)


@rule(
    rf"(?:<which> )?(?P<name>{_NAMES})(?: (?P<unit>week|weekend))?"
    r"(?:,?(?: of)? (?:{any_year}|<which:whose> year))?",
    triggers=_FIRST_WORDS,
    finds={
        "They fought last Christmas.": ("last Christmas", "2011-12-25"),
        "He was hurt on Good Friday.": ("Good Friday", "2012-04-06"),
        "The shops shut in Easter week.": ("Easter week", "2012-W14"),
        "It rained over Labor Day weekend.": ("Labor Day weekend", "2012-W35-WE"),
        "They met over last Thanksgiving weekend.": ("last Thanksgiving weekend", "2011-W47-WE"),
    },
    passes=("Labor leaders met.",),
)
def holiday(match: Groups) -> Reading | None:
    """A feast or public holiday, or the week or weekend by it."""
    name = _BY_BARE_NAME[_bare(plain(match["name"]))]
    unit = unit_of(match["unit"]) if match["unit"] else Unit.DAY
    return Festival(name, which(match["which"]), year_of(match), unit)


@rule(
    r"9/11(?!/)|(?P<span>(?:september|sept\.?) 11(?:th)?,?)"
    r" (?:terrorist |terror |suicide )?(?:attacks?|commission|hijack\w{2,4}|museum"
    r"|memorial(?! service)|victims?)",
    triggers="numeric month",
    finds={
        "The law was made after 9/11.": ("9/11", "2001-09-11"),
        "Since the September 11 attacks they fight.": ("September 11", "2001-09-11"),
    },
    passes=("It was made on 9/11/2004.", "It opened on Sept. 11."),
)
def september_eleventh(match: Groups) -> Reading | None:
    """The day of the attacks on New York and Washington."""
    return Fixed(Period(Unit.DAY, date(2001, 9, 11)))


def _bare(name: str) -> str:
    return name.replace("'", "").replace("\u2019", "")


_BY_BARE_NAME: Final = MappingProxyType({_bare(name): name for name in HOLIDAYS})

RULES = (holiday, september_eleventh)
