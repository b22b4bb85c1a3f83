"""The period that a performance report is for, from the lines at its head.

>>> report_period(["Quarterly Performance Report", "Quarter 3", "2024/25"])
'2024/25-Q3'
>>> report_period(["Position to December 2024"])
'2024-12'
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reports.reading.dates import Dated, dates_in
from reports.reading.paragraph import Paragraph
from reports.reading.periods import financial_year
from reports.reading.sentences import sentences
from reports.reading.table_heads import years_in
from reports.reading.yearless import dates_near

QUARTER = re.compile(
    r"\b(?:Q|Qtr\.?|Quarter)\s?(?P<quarter>[1-4]|one|two|three|four)\b|\b(?P<nth>1st|2nd|3rd|4th|first|second"
    r"|third|fourth|final)\s+(?:quarter|qtr)\b",
    re.IGNORECASE,
)
ORDINALS = {"one": 1, "two": 2, "three": 3, "four": 4, "first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}
# The day on which a report is discussed, published or printed is not the period that it is for.
OF_THE_PAPER = re.compile(
    r"\bmeeting\b|^\W*(?:report\s+)?date\b|\b(?:published|printed|produced|updated|version|prepared|committee"
    r"|cabinet|panel|council on"
    r"|last\s+year|previous|baseline|target|compared)\b",
    re.IGNORECASE,
)
SAID_OF_DATA = re.compile(
    r"\b(?:to|until|ending|ended|at|end\s+of|quarter|position|data|performance|report|scorecard|dashboard"
    r"|indicators|outturn|year)\b",
    re.IGNORECASE,
)
# "The England and statistical neighbour columns show 2023/24", "Benchmarking data is as at 31 March 2024".
COMPARATORS = re.compile(
    r"\bbenchmark\w*|\bcomparators?\b|\bcomparative\b|\b(?:national|England|regional)\b|\bstat(?:istical|\.)?\s+neighbours?\b"
    r"|\bSNs?\b",
    re.IGNORECASE,
)
OF_DATA = re.compile(
    r"\b(?:columns?|figures|data|averages|information|benchmarks?|comparators|results)\b", re.IGNORECASE
)
DATED_SO = re.compile(
    r"\b(?:is|are|show|shows|shown|relates?|refers?|taken|based|latest|published|available|from|for|as\s+at|year|(?:period|data)\s*:)\b",
    re.IGNORECASE,
)
# A sentence that gives values tells of them alone.
VALUE = re.compile(r"\d\s?%|\d\s+per\s|\b\d{1,3}\.\d\b|£|\bcompared\b|\bdownload", re.IGNORECASE)
PRECISIONS = ("day", "month", "financial_year", "year")


def report_period(lines: Sequence[str]) -> str | None:
    """A quarter if one is named, else the end of what the figures cover, else a year."""
    near = [*lines, *(f"{line} {below}" for line, below in pairwise(lines))]
    quarter = next((found for line in near if (found := quarter_in(line))), None)
    return quarter or next(_ends(lines), None)


def quarter_in(line: str) -> str | None:
    """The quarter that a line names with its year, or with the months or days that it covers.

    >>> quarter_in("Quarter Two (July to September 2024)"), quarter_in("Q4 23/24"), quarter_in("Quarter 2")
    ('2024/25-Q2', '2023/24-Q4', None)
    """
    dates = dates_in(line)
    printed = [dated.iso for dated in dates if dated.precision == "quarter"]
    if printed:
        # A council's quarters are those of its financial year, even where only one year is printed.
        return printed[0]
    named = QUARTER.search(line)
    if not named:
        return None
    word = (named["quarter"] or named["nth"]).lower()
    number = ORDINALS.get(word) or int(word[0])
    year = years_in(line) or _year_of(dates)
    return f"{year}-Q{number}" if year else None


def _year_of(dates: Sequence[Dated]) -> str | None:
    return financial_year(dates[-1].iso) if dates else None


def _ends(lines: Sequence[str]) -> Iterator[str]:
    """The dates of a head that its figures may end at, the surest first."""
    for precision in PRECISIONS:
        for line in lines:
            dates = [dated for dated in dates_in(line) if dated.precision == precision]
            alone = dates and len(line) - (dates[-1].end - dates[0].start) < 12
            if dates and not OF_THE_PAPER.search(line) and (alone or SAID_OF_DATA.search(line)):
                yield dates[-1].iso


def compared_period(paragraphs: Sequence[Paragraph], written: str | None) -> str | None:
    """The period that a note gives to all that the council is set beside; None where notes give several or none."""
    found = {
        period
        for paragraph in paragraphs
        if not paragraph.cells
        for sentence in sentences(paragraph.text)
        if (period := _of_comparators(str(sentence), written))
    }
    return found.pop() if len(found) == 1 else None


def _of_comparators(sentence: str, written: str | None) -> str | None:
    if not all(pattern.search(sentence) for pattern in (COMPARATORS, OF_DATA, DATED_SO)) or VALUE.search(sentence):
        return None
    periods = {dated.iso for dated in dates_near(sentence, written, past=True)}
    return periods.pop() if len(periods) == 1 else None
