"""Times of day."""

from __future__ import annotations

from newswire.lang.en.times.grammar import Groups, rule
from newswire.lang.en.times.numbers import number
from newswire.lang.en.times.periods import Unit
from newswire.lang.en.times.readings import Clock, Reading, Shifted, Weekday
from newswire.lang.en.times.rules.common import dated, plain, weekday_number
from newswire.lang.en.times.vocabulary import WORDS

_DAY = r"(?:,? (?:on )?(?:{dated}|<weekday:alone>|<deictic>))?"
_AFTER_PREPOSITION = (
    r"(?:(?<=at\s)|(?<=about\s)|(?<=around\s)|(?<=by\s)|(?<=until\s)|(?<=from\s)|(?<=before\s)"
    r"|(?<=after\s)|(?<=since\s))"
)
_BEFORE = r"(?:(?:<weekday:early>|<deictic:sooner>),? (?:at )?)?"


@rule(
    _BEFORE + r"(?:{about} )?<hour>(?:[:.](?P<minute>[0-5]\d))?(?::[0-5]\d)?\s?<am_pm>"
    r"(?:,? \(?{zone}\)?)?(?: \(\d{3,4} (?:gmt|utc)\))?" + _DAY,
    triggers="m am pm",
    finds={
        "It struck at 9:15 p.m. Monday.": ("9:15 p.m. Monday", "2012-06-18T21:15"),
        "Voting ends at 5 p.m. EST on June 25.": ("5 p.m. EST on June 25", "2012-06-25T17:00"),
    },
    passes=("The 9 a man wore.",),
)
def twelve_hours(match: Groups) -> Reading | None:
    """A time with a.m. or p.m."""
    hour = int(number(match["hour"]) or 0) % 12 + (12 if match["am_pm"].startswith("p") else 0)
    return Clock(f"{hour:02}:{match['minute'] or '00'}", _day(match))


@rule(
    r"(?:{about} )?(?P<hour>2[0-4]|[01]?\d)[:.]?(?P<minute>[0-5]\d)(?::[0-5]\d)?"
    r"(?:\s?(?:hrs|hours))? {zone}" + _DAY,
    triggers="zone",
    finds={"The quake came at 0430 GMT on Monday.": ("0430 GMT on Monday", "2012-06-18T04:30")},
    passes=("The score was 21:19.",),
)
def zoned(match: Groups) -> Reading | None:
    """A time of the 24-hour clock with its zone."""
    return Clock(f"{int(match['hour']):02}:{match['minute']}", _day(match))


@rule(
    rf"(?P<hour>2[0-3]|[01]\d|{_AFTER_PREPOSITION}\d):(?P<minute>[0-5]\d)(?::[0-5]\d)?"
    r"(?![.:]\d)(?: (?:h|hrs|hours))?" + _DAY,
    triggers="numeric",
    finds={
        "The train left at 14:26.": ("14:26", "2012-06-19T14:26"),
        "The train leaves at 7:30 tonight.": ("7:30 tonight", "2012-06-19T19:30"),
    },
    passes=("The marathon took 2:23.", "He ran it in 12:45.7."),
)
def twenty_four_hours(match: Groups) -> Reading | None:
    """A time of the 24-hour clock, or of the evening where it says `tonight`."""
    hour = int(match["hour"])
    if match["deictic"] == "tonight" and hour < 12:
        hour += 12
    return Clock(f"{hour:02}:{match['minute']}", _day(match))


@rule(
    _BEFORE + r"(?:(?:{about}|{edge}) )?<hour_word>(?: \(?{zone}\)?)?" + _DAY,
    triggers="hour_word",
    finds={"The truce began at noon on Saturday.": ("noon on Saturday", "2012-06-16T12:00")},
    passes=("High Noon is a film.",),
)
def named_hour(match: Groups) -> Reading | None:
    """Noon and midnight."""
    return Clock(str(WORDS["hours"][match["hour_word"]]), _day(match))


@rule(
    rf"{_AFTER_PREPOSITION}<hour>"
    r"(?::(?P<minute>[0-5]\d))? in the <part>"
    r"|<hour:clock> o['\u2019]?clock(?: in the <part:clock_part>)?",
    triggers="part clock",
    finds={
        "They left at 4 in the morning.": ("4 in the morning", "2012-06-19T04:00"),
        "It opens at seven o'clock.": ("seven o'clock", "2012-06-19T07:00"),
    },
    passes=("Some 40 in the evening crowd sang.",),
)
def spoken_hour(match: Groups) -> Reading | None:
    """An hour as people say it."""
    hour = int(number(match["hour"] or match["clock"]) or 0)
    part = match["part"] or match["clock_part"]
    if part and WORDS["day_parts"][part] != "MO" and hour < 12:
        hour += 12
    return Clock(f"{hour:02}:{match['minute'] or '00'}", _day(match))


def _day(match: Groups) -> Reading | None:
    day = dated(match)
    if day:
        return day
    groups = match.groupdict()
    weekday = groups.get("alone") or groups.get("early")
    if weekday:
        return Weekday(weekday_number(weekday))
    word = groups.get("deictic") or groups.get("sooner")
    return Shifted(Unit.DAY, int(WORDS["deictics"][plain(word)])) if word else None


RULES = (twelve_hours, zoned, twenty_four_hours, named_hour, spoken_hour)
