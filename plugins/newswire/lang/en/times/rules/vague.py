"""Times that have no place on the calendar."""

from __future__ import annotations

from newswire.lang.en.times.grammar import Groups, rule
from newswire.lang.en.times.readings import Reading, Vague


@rule(
    r"now|currently|nowadays|at present|at the moment|these days"
    r"|current(?! (?:account|affairs))",
    triggers="now currently nowadays present moment current days",
    finds={
        "He is now in Moscow.": ("now", "PRESENT_REF"),
        "Its current chief is ill.": ("current", "PRESENT_REF"),
    },
    passes=("The river's currents are strong.", "The current account is in surplus."),
)
def present(match: Groups) -> Reading | None:
    """The time of speaking."""
    return Vague("PRESENT_REF")


@rule(
    r"(?:more |most )?recently|in (?P<span>the past)(?! (?:{count}|{uncounted}|{unit}|fiscal))"
    r"|the (?:recent|distant) past",
    triggers="recently past",
    finds={
        "He spoke recently.": ("recently", "PAST_REF"),
        "They fought in the past.": ("the past", "PAST_REF"),
    },
    passes=("He went past the house.", "It grew in the past three years."),
)
def past(match: Groups) -> Reading | None:
    """Some time before."""
    return Vague("PAST_REF")


@rule(
    r"the (?:near |immediate |not-too-distant )?future(?! of)|in (?P<span>future)"
    r"|soon(?! (?:as|after))|the (?:near|short|long|medium) term"
    r"|(?:will|would|may|might|could|can|he|she|they|it) (?P<span_day>one day)",
    triggers="future soon term day",
    finds={
        "A deal may come soon.": ("soon", "FUTURE_REF"),
        "He thinks of the future.": ("the future", "FUTURE_REF"),
        "They will one day return.": ("one day", "FUTURE_REF"),
    },
    passes=("As soon as he comes we go.", "Oil futures fell.", "The future of the port is dim."),
)
def future(match: Groups) -> Reading | None:
    """Some time to come."""
    return Vague("FUTURE_REF")


RULES = (present, past, future)
