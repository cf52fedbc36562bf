"""Dates that the calendar names: days, months, years, decades, centuries, seasons, quarters."""

from __future__ import annotations

import re
from datetime import date

from newswire.lang.en.times.grammar import Groups, rule
from newswire.lang.en.times.numbers import ordinal
from newswire.lang.en.times.periods import Period, Unit, year_period
from newswire.lang.en.times.readings import Between, Clock, Fixed, Reading, Yearly
from newswire.lang.en.times.rules.common import (
    dated,
    month_number,
    of_year,
    which,
    year_number,
    year_of,
)
from newswire.lang.en.times.vocabulary import WORDS


@rule(
    r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?:t(?P<time>\d\d:\d\d)(?::\d\d)?z?)?",
    triggers="numeric",
    finds={
        "The order of 2011-04-05 stands.": ("2011-04-05", "2011-04-05"),
        "Sent 2011-04-05T10:39:00Z.": ("2011-04-05T10:39:00Z", "2011-04-05T10:39"),
    },
    passes=("Form 2011-44-05 was filed.",),
)
def iso_date(match: Groups) -> Reading | None:
    """A date in ISO 8601."""
    period = year_period(Unit.DAY, int(match["y"]), int(match["m"]), int(match["d"]))
    if period and match["time"]:
        return Clock(match["time"], Fixed(period))
    return Fixed(period) if period else None


@rule(
    r"(?P<a>\d{1,2})(?P<sign>[/.-])(?P<b>\d{1,2})(?P=sign)(?P<y>(?:1[89]|20)\d\d)",
    triggers="numeric",
    finds={
        "It was signed on 19/06/2011.": ("19/06/2011", "2011-06-19"),
        "It was signed on 06/19/2011.": ("06/19/2011", "2011-06-19"),
    },
    passes=("It was signed on 03/04/2011.", "It was filed as 40/50/2011."),
)
def figures(match: Groups) -> Reading | None:
    """Day, month and year in figures, where only one order of day and month is possible."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["y"])
    orders = {
        period
        for day, month in ((a, b), (b, a))
        if (period := year_period(Unit.DAY, year, month, day))
    }
    return Fixed(orders.pop()) if len(orders) == 1 else None


@rule(
    r"(?:{edge}~)?(?:<which> )?{dated}",
    triggers="month",
    finds={
        "Talks open on June 25.": ("June 25", "2012-06-25"),
        "He was born on 4 May 1961.": ("4 May 1961", "1961-05-04"),
        "He was shot last Oct. 23.": ("last Oct. 23", "2011-10-23"),
        "They met on Friday, Oct. 21, 2011.": ("Friday, Oct. 21, 2011", "2011-10-21"),
        "It ended on the third of January 2010.": ("the third of January 2010", "2010-01-03"),
    },
    passes=("The 31 may vote.",),
)
def day(match: Groups) -> Reading | None:
    """A day of a month, with or without its year and weekday."""
    return dated(match)


@rule(
    r"(?:{edge}~)?<month>(?:,| of)? (?:{any_year}|<which:whose> year)",
    triggers="month",
    finds={
        "The truce of April 2012 held.": ("April 2012", "2012-04"),
        "He left in late August of last year.": ("late August of last year", "2011-08"),
    },
    passes=("They march 2,000 miles.",),
)
def month_of_year(match: Groups) -> Reading | None:
    """A month with its year."""
    return of_year(match, Unit.MONTH, month_number(match["month"]))


@rule(
    r"(?:{edge}~|end-)?(?:<which> |the month of )?(?:<long_month>|<short_month>\.)",
    triggers="month",
    finds={
        "Fighting began in March.": ("March", "2012-03"),
        "He will go in September.": ("September", "2012-09"),
        "The March vote was fair.": ("March", "2012-03"),
        "It closed last November.": ("last November", "2011-11"),
        "Rain is due in mid-July.": ("mid-July", "2012-07"),
    },
    passes=("They may march on the city.", "The sun rose.", "Theresa May spoke.", "Jan Novak ran."),
)
def month(match: Groups) -> Reading | None:
    """A month without a year."""
    number = month_number(match["long_month"] or match["short_month"])
    return Yearly(Unit.MONTH, number, which=which(match["which"]))


@rule(
    r"(?:{about} )?(?:{edge}~)?(?:the year |calendar (?:year )?|(?:the )?fiscal (?:year )?"
    r"|fy\s?)?(?:<year>(?!/\d)|<spoken_year>)"
    r"(?: (?:fiscal|calendar) year)?",
    triggers="year nineteen thousand fiscal",
    finds={
        "He took office in 2004.": ("2004", "2004"),
        "The rule dates from the end of 1998.": ("the end of 1998", "1998"),
        "They met in nineteen ninety-four.": ("nineteen ninety-four", "1994"),
    },
    passes=("The army has 2,004 tanks.", "It cost $1998.", "Two thousand men came."),
)
def year(match: Groups) -> Reading | None:
    """A year."""
    number = year_number(match)
    period = year_period(Unit.YEAR, number) if number else None
    return Fixed(period) if period else None


@rule(
    r"(?:the )?(?:{edge}~)?(?:the )?"
    r"(?:(?P<figures>(?:1[5-9]|20)\d0)['\u2019]?s|['\u2018\u2019](?P<short>[1-9]0)['\u2019]?s"
    r"|(?:(?<=the\s)|(?<=early\s)|(?<=late\s)|(?<=mid\s)|nineteen~)<decade_name>)",
    triggers="year tens decade_name",
    finds={
        "The dam dates from the late 1970s.": ("the late 1970s", "197"),
        "It was built in the '80s.": ("the '80s", "198"),
        "Growth slowed in the nineties.": ("the nineties", "199"),
        "It fell in the nineteen eighties.": ("the nineteen eighties", "198"),
    },
    passes=("A man in his sixties was hurt.", "It is 80s and sunny."),
)
def decade(match: Groups) -> Reading | None:
    """A decade; one without a century is of the twentieth."""
    if match["figures"]:
        start = int(match["figures"])
    elif match["short"]:
        start = 1900 + int(match["short"])
    else:
        start = 1900 + 10 * int(WORDS["decade_names"][match["decade_name"]])
    return Fixed(Period(Unit.DECADE, date(start, 1, 1)))


@rule(
    r"(?:the )?(?:{edge}~)?(?:the )?<ordinal>"
    r"(?:~(?:century|centuries)|(?=(?:,? (?:and|or|to) |, |-){ordinal} centuries))",
    triggers="century centuries",
    finds={
        "The fort is of the 18th century.": ("the 18th century", "17"),
        "A twentieth-century war.": ("twentieth-century", "19"),
        "It was rebuilt in the 18th and 19th centuries.": ("the 18th", "17"),
    },
    passes=(
        "He scored his 20th half-century.",
        "The 18th and 19th men fell.",
        "The 99th century is far.",
    ),
)
def century(match: Groups) -> Reading | None:
    """A numbered century: the nineteenth holds the years that begin with 18."""
    number = ordinal(match["ordinal"])
    if not number or not 1 < number < 30:
        return None
    return Fixed(Period(Unit.CENTURY, date(100 * (number - 1), 1, 1)))


@rule(
    r"(?:{edge}~)?(?:(?:<which>|the) )?<season>"
    r"(?:,?(?: of)? (?:{any_year}|<which:whose> year))?(?! of)",
    triggers="season",
    finds={
        "The summer will be dry.": ("The summer", "2012-SU"),
        "They met last fall.": ("last fall", "2011-FA"),
        "Reform began in the spring of 1991.": ("the spring of 1991", "1991-SP"),
    },
    passes=("Prices fall fast.", "The fall of the city was quick.", "Hopes spring eternal."),
)
def season(match: Groups) -> Reading | None:
    """A season; `fall` and `spring` only where the words around them leave no doubt."""
    told = match[0] != match["season"]
    if match["season"] in WORDS["ambiguous"]["seasons"] and not told:
        return None
    return of_year(match, Unit.SEASON, int(WORDS["seasons"][match["season"]]))


@rule(
    r"(?:{edge}~)?(?:(?:<which>|the|its|their|our) (?!{ordinal}-quarter))?"
    r"(?:<which:whose> year['\u2019]s )?"
    r"(?:<year:year_first> )?"
    r"(?:fiscal~)?(?:<ordinal>~quarter|q(?P<figure>[1-4]))"
    r"(?:,?(?: of| in)?(?: the)?(?: fiscal)?(?: year)? (?:{any_year}|<which:whose_last> year))?",
    triggers="quarter q",
    finds={
        "Profit rose in the third quarter of 1998.": ("the third quarter of 1998", "1998-Q3"),
        "First-quarter sales fell.": ("First-quarter", "2012-Q1"),
        "It earned less in last year's fourth quarter.": (
            "last year's fourth quarter",
            "2011-Q4",
        ),
        "Q2 2011 was weak.": ("Q2 2011", "2011-Q2"),
    },
    passes=("A fifth quarter does not exist.", "The old quarter burned."),
)
def quarter(match: Groups) -> Reading | None:
    """A numbered quarter of a year."""
    number = int(match["figure"]) if match["figure"] else ordinal(match["ordinal"])
    if not number or number > 4:
        return None
    return of_year(match, Unit.QUARTER, 3 * number - 2)


@rule(
    r"(?:the )?(?P<half>first|second|last|latter)~half(?: of| in)?(?: the)?(?: fiscal)?"
    r"(?: year)? (?:{any_year}|<which:whose> year|year)",
    triggers="half",
    finds={
        "Exports doubled in the second half of 1999.": ("the second half of 1999", "1999-H2"),
        "Output fell in the first half of this year.": (
            "the first half of this year",
            "2012-H1",
        ),
    },
    passes=("They scored in the second half.",),
)
def half(match: Groups) -> Reading | None:
    """Half of a year."""
    return of_year(match, Unit.HALF, 1 if match["half"] == "first" else 7)


@rule(
    r"(?:(?:from|between) )?(?P<span>"
    r"<month> <day_of_month:first>(?:\s?[-\u2013]\s?| to | through | until | and )"
    r"<day_of_month:last>(?:,? <year>)?"
    r"|<day_of_month:first_day>(?:\s?[-\u2013]\s?| to | through | and )<day_of_month:last_day>"
    r"(?: of)? <month:month_last>(?:,? <year:year_last>)?)",
    triggers="month",
    finds={
        "The summit of June 17-18 failed.": ("June 17-18", "2012-06-17/2012-06-18"),
        "It ran between 19 and 21 May 2011.": ("19 and 21 May 2011", "2011-05-19/2011-05-21"),
    },
    passes=("It ran from June 21-17.", "On June 5 and 90 others came."),
)
def days(match: Groups) -> Reading | None:
    """From one day of a month through another."""
    first = ordinal(match["first"] or match["first_day"])
    last = ordinal(match["last"] or match["last_day"])
    number = month_number(match["month"] or match["month_last"])
    told = match["year"] or match["year_last"]
    if first is None or last is None or first >= last:
        return None
    in_year = year_period(Unit.YEAR, int(told)) if told else None
    of = Fixed(in_year) if in_year else None
    return Between(
        Yearly(Unit.DAY, number, first, year=of), Yearly(Unit.DAY, number, last, year=of)
    )


_LISTED = r"{day_of_month}(?:, {day_of_month}){1,3},? and {day_of_month}"


@rule(
    rf"<month> (?P<list>{_LISTED})(?:,? <year>)?"
    rf"|(?P<list_first>{_LISTED})(?: of)? <month:month_last>(?:,? <year:year_last>)?",
    triggers="month",
    finds={
        "They met on June 5, 6 and 7.": ("June 5, 6 and 7", "2012-06-05/2012-06-07"),
        "It ran on 8, 9 and 10 May 2011.": ("8, 9 and 10 May 2011", "2011-05-08/2011-05-10"),
    },
    passes=("They met on June 5, 12 and 19.", "He met 5, 6 and 7 others in May."),
)
def listed_days(match: Groups) -> Reading | None:
    """Days of a month in a row, each of them named."""
    listed = [int(day) for day in re.findall(r"\d{1,2}", match["list"] or match["list_first"])]
    if listed != list(range(listed[0], listed[0] + len(listed))):
        return None
    month, of = month_number(match["month"] or match["month_last"]), year_of(match)
    return Between(
        Yearly(Unit.DAY, month, listed[0], year=of), Yearly(Unit.DAY, month, listed[-1], year=of)
    )


@rule(
    r"<year:first>\s?[-\u2013/]\s?(?P<last>\d\d(?:\d\d)?)(?![-/\u2013]|\d)",
    triggers="year numeric",
    finds={"The war of 1980-88 ruined both.": ("1980-88", "1980/1988")},
    passes=("Call 1980-12345.", "The file 1999-03 is lost."),
)
def years(match: Groups) -> Reading | None:
    """From one year through another."""
    first, last = match["first"], match["last"]
    begin, end = int(first), int(first[: 4 - len(last)] + last)
    if not begin < end < 2100:
        return None
    return Between(
        Fixed(Period(Unit.YEAR, date(begin, 1, 1))), Fixed(Period(Unit.YEAR, date(end, 1, 1)))
    )


RULES = (
    iso_date,
    figures,
    days,
    listed_days,
    day,
    month_of_year,
    month,
    years,
    half,
    year,
    decade,
    century,
    season,
    quarter,
)
