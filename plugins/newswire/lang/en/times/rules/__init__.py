"""The rules, by what they name. Longer matches win; among equals the earlier rule."""

from __future__ import annotations

from typing import Final

from newswire.lang.en.times.grammar import Rule
from newswire.lang.en.times.rules import (
    calendar,
    clock,
    durations,
    holidays,
    relative,
    reports,
    vague,
    weekdays,
)

RULES: Final[tuple[Rule, ...]] = (
    *clock.RULES,
    *calendar.RULES,
    *weekdays.RULES,
    *holidays.RULES,
    *reports.RULES,
    *relative.RULES,
    *durations.RULES,
    *vague.RULES,
)
