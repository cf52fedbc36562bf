"""Where sentences and clauses end, so far as times need to know: `U.S. forces` ends neither."""

from __future__ import annotations

import re
from typing import Final

from newswire.lang.en.times.vocabulary import WORDS

_SHORT: Final = sorted({*WORDS["abbreviations"]["words"], *WORDS["month_abbreviations"]})
_PERIOD: Final = (
    r"\.(?<!\b[a-z]\.)" + "".join(rf"(?<!\b{re.escape(word)}\.)" for word in _SHORT) + "|[!?]"
)
_QUOTES: Final = r"['\"\u201d\u2019]{0,2}"

SENTENCE_END: Final = re.compile(rf"(?:{_PERIOD}){_QUOTES}\s+(?=\S)|\n\n")
"""The end of a sentence, in lower case; an initial or an abbreviation ends none."""

CLAUSE_END: Final = re.compile(rf"(?:{_PERIOD}|[;:]){_QUOTES}\s|\n\n|''|``|--")
"""The end of a clause, as far as punctuation tells it; commas do not."""
