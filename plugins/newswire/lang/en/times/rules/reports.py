"""The periods of company reports: fiscal quarters and years, and what they are compared with."""

from __future__ import annotations

from fractions import Fraction

from newswire.lang.en.times.grammar import Groups, rule
from newswire.lang.en.times.numbers import ordinal
from newswire.lang.en.times.periods import Unit
from newswire.lang.en.times.readings import (
    Anaphor,
    LastDay,
    Length,
    Reading,
    Shifted,
    YearBefore,
)
from newswire.lang.en.times.rules.common import month_number, of_year, unit_of


@rule(
    r"(?:for|during|in) (?P<span>the (?:current )?(?:fiscal |calendar )?year)(?=[,.;])"
    r"|the full (?:fiscal |calendar )?year",
    triggers="year",
    finds={"For the full year, sales rose.": ("the full year", "2012")},
    passes=("The year of the war was hard.", "In the year of the war he fled."),
)
def whole_year(match: Groups) -> Reading | None:
    """The running year."""
    return Shifted(Unit.YEAR, 0)


@rule(
    r"(?:the )?(?P<unit>year|month|quarter|week)(?:['\u2019]s)?~end",
    triggers="end",
    finds={"They want it done by year-end.": ("year-end", "2012-12-31")},
    passes=("The weekend came.",),
)
def period_end(match: Groups) -> Reading | None:
    """The last day of the running year, quarter, month or week."""
    return LastDay(unit_of(match["unit"]))


@rule(
    r"(?:the |its )?(?:comparable |corresponding |same )?year~(?:ago|earlier)"
    r"~(?:<ordinal>~)?(?:quarter|period|half)"
    r"|year~(?:ago|earlier)|(?:the quarter )?a year ago|the quarter a year earlier",
    triggers="ago earlier",
    finds={
        "Profit in the third quarter rose from the year-ago quarter.": (
            "the year-ago quarter",
            "2010-Q3",
        ),
        "It had a loss a year ago.": ("a year ago", "2011"),
    },
    passes=("A year of hunger is over.",),
)
def year_before(match: Groups) -> Reading | None:
    """A year before the period being told of, as company reports compare."""
    if match["ordinal"]:
        quarter = ordinal(match["ordinal"])
        return YearBefore(quarter) if quarter and quarter <= 4 else None
    return YearBefore(is_quarter="quarter" in match[0])


@rule(
    r"the (?:(?:comparable|corresponding) (?:quarter|period)"
    r"|(?:same|similar|equivalent) (?:quarter|period)(?= (?:of|in|last|a|the)))"
    r"(?:(?: of| in)? (?:last year|the (?:previous|prior) year|a year (?:ago|earlier)|<year>))?",
    triggers="comparable corresponding same similar equivalent",
    finds={
        "Profit rose in the first quarter from the same period last year.": (
            "the same period last year",
            "2011-Q1",
        ),
        "It lost more in the same quarter of 2009.": ("the same quarter of 2009", "2009-Q1"),
    },
    passes=("The same team won.", "Over the same period he wrote."),
)
def comparable_period(match: Groups) -> Reading | None:
    """The same quarter of the year before, or of the year that is named."""
    year = int(match["year"]) if match["year"] else None
    return YearBefore(year=year, is_quarter="quarter" in match[0])


@rule(
    r"(?:(?:the|its|<which>) )?(?P<month>march|june|september|december)~quarter"
    r"(?: (?:of )?<year>)?",
    triggers="quarter",
    finds={
        "Profit fell in the December quarter.": ("the December quarter", "2011-Q4"),
        "It grew in the June quarter of 2010.": ("the June quarter of 2010", "2010-Q2"),
    },
    passes=("It grew in the July quarter.",),
)
def month_quarter(match: Groups) -> Reading | None:
    """The quarter of the calendar that ends with a month."""
    return of_year(match, Unit.QUARTER, month_number(match["month"]) - 2)


@rule(
    r"(?:(?:the|its|their|<which>) )?<month:first>(?:~(?:to|through)~|\s?[-\u2013]\s?)<month:last>"
    r"~(?:quarter|period)(?:,?(?: of)? (?:{any_year}|<which:whose> year))?",
    triggers="month",
    finds={
        "Profit fell in the October-December quarter.": (
            "the October-December quarter",
            "2011-Q4",
        ),
        "It grew in the January-to-March period of 2011.": (
            "the January-to-March period of 2011",
            "2011-Q1",
        ),
    },
    passes=("It grew in the January-February period.", "It rained from May to July."),
)
def spelled_quarter(match: Groups) -> Reading | None:
    """A quarter told by its first and last month."""
    first, last = month_number(match["first"]), month_number(match["last"])
    return of_year(match, Unit.QUARTER, first) if first % 3 == 1 and last == first + 2 else None


@rule(
    r"(?:the|its) <year> (?:fiscal )?(?:quarter|period)",
    triggers="year",
    finds={
        "It lost more in the first quarter than in the 2009 quarter.": (
            "the 2009 quarter",
            "2009-Q1",
        ),
    },
    passes=("The 2009 elections were fair.",),
)
def compared_quarter(match: Groups) -> Reading | None:
    """The quarter of another year that a company report compares with."""
    return YearBefore(year=int(match["year"]), is_quarter="quarter" in match[0])


@rule(
    r"the (?:latest|most recent|just-ended|recently ended|recent) (?:fiscal )?"
    r"(?P<period>quarter|period|year|month|week)"
    r"|(?:the|its|their) quarter(?! of|-)",
    triggers="latest recent ended quarter",
    finds={
        "Sales fell in the latest quarter.": ("the latest quarter", "2012-Q1"),
        "In the third quarter of 2010 it grew; the quarter was good.": ("the quarter", "2010-Q3"),
    },
    passes=("In the quarter of the bakers they ate.",),
)
def reporting_period(match: Groups) -> Reading | None:
    """The period that a company report is about."""
    if match["period"] in (None, "quarter", "period"):
        return Anaphor(Unit.QUARTER)
    return Shifted(unit_of(match["period"]), -1)


@rule(
    r"(?P<span>(?:the|its|their) (?:fiscal |full |business |financial )?year)"
    r",? (?:(?:that |which )?(?:ended|ending|ends)|(?:to|through) (?:{dated}|{month}))",
    triggers="year",
    finds={
        "In the year ended June 30 it lost money.": ("the year", "P1Y"),
        "Prices rose in the year to April.": ("the year", "P1Y"),
    },
    passes=("The year is over.",),
)
def accounting_year(match: Groups) -> Reading | None:
    """A year that its last day defines."""
    return Length(Fraction(1), Unit.YEAR)


RULES = (
    whole_year,
    accounting_year,
    period_end,
    year_before,
    comparable_period,
    compared_quarter,
    month_quarter,
    spelled_quarter,
    reporting_period,
)
