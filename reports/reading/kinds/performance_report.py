"""A performance report: measures with their values, targets and ratings, in blocks and tables, and a commentary.

WEXCOMBE COUNTY COUNCIL
Children's Services Performance Report - Quarter 3 2024/25
Percentage of assessments completed within 45 working days        GREEN
Latest: 88%    Target: 85%, Floor: 80%    Previous: 84% (Amber)
Measure                         Q2      Q3      Target   RAG     England
Children in care per 10,000     61.2    62.5    60       Amber   70
The percentage of care leavers in work or training is 61%, up from 57% in 2023/24.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.reading.dates import dates_in
from reports.reading.facts import Figure
from reports.reading.figures import Setting, figures_in
from reports.reading.inspections import judgements_in
from reports.reading.kinds.kind import Findings, Kind, Paper
from reports.reading.kinds.signs import OTHER_PAPERS, mark
from reports.reading.paragraph import Paragraph
from reports.reading.rag_summary import summary_problems
from reports.reading.report_periods import report_period
from reports.reading.sentences import one_line
from reports.reading.table_ratings import end_of

# A report's head: so many paragraphs, none longer than this.
HEAD, LONGEST = 14, 160
TITLE = re.compile(
    r"\b(?:performance|scorecard|dashboard|KPIs?|key\s+(?:measures|indicators)|balanced\s+score\s?card"
    r"|data\s*set|indicators"
    r"|monitoring\s+report|outturn)\b",
    re.IGNORECASE,
)
MEASURE_WORDS = r"(?:measures?|(?:key\s+)?(?:performance\s+)?indicators?|KPIs?|PIs?|description|metric)"


def read(paper: Paper) -> Findings:
    """The facts of a performance report: figures, and problems where its own summary counts otherwise."""
    period = report_period([one_line(each.text) for each in head_of(paper.paragraphs) if not each.cells])
    setting = Setting(paper.area, written=period, period=period, performance=True)
    figures = told_once(figures_in(paper.paragraphs, setting))
    problems = summary_problems(paper.paragraphs, figures)
    judgements = judgements_in(paper.paragraphs, paper.area, period)
    return Findings(title_of(paper.paragraphs), period, (*figures, *judgements), tuple(problems))


def told_once(figures: Sequence[Figure]) -> list[Figure]:
    """The figures without those of the commentary that only repeat a block or a table."""
    printed = [figure for figure in figures if figure.source.basis == "cell"]
    return [
        figure
        for figure in figures
        if figure.source.basis != "sentence" or not any(is_repeated(figure, other) for other in printed)
    ]


def is_repeated(said: Figure, printed: Figure) -> bool:
    """Whether a sentence says what a cell prints: the same value of the same measure, for a time that ends alike."""
    if (said.value, said.unit, said.role, said.area) != (printed.value, printed.unit, printed.role, printed.area):
        return False
    if said.period and printed.period and end_of(said.period) != end_of(printed.period) and dates_in(said.source.quote):
        return False
    if said.indicator and printed.indicator:
        return said.indicator == printed.indicator
    words, others = words_of(said.label), words_of(printed.label)
    return len(words & others) >= 0.6 * min(len(words), len(others))


def words_of(label: str) -> frozenset[str]:
    # "Plans" and "plan" are one word here.
    return frozenset(word.rstrip("s") for word in re.findall(r"[a-z]{3,}", label.lower())) - {
        "the",
        "and",
        "for",
        "percentage",
        "number",
        "being",
    }


def head_of(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    return [each for each in paragraphs[:HEAD] if len(each.text) <= LONGEST]


def title_of(paragraphs: Sequence[Paragraph]) -> str | None:
    """The first line of the head that says what the paper is, else its first heading."""
    head = head_of(paragraphs)
    named = [each for each in head if TITLE.search(each.text) and not each.cells]
    headings = [each for each in head if each.style == "heading"]
    return next((one_line(each.text) for each in (*named, *headings)), None)


PERFORMANCE_REPORT = Kind(
    name="performance_report",
    label="Performance report",
    marks=(
        mark(r"^(?!.*\b(?:minutes|agenda|decision)\b).{0,80}\bperformance\W+(?:(?:and"
             r"|&)\s+\w+\s+)?(?:\w+\s+)?(?:report|monitor\w*|scorecard"
             r"|dashboard|update|summary|indicators?|information|data\s*set|framework|overview|results|measures"
             r"|book|digest|pack)\b"
             r"|\b(?:balanced\s+)?score\s?card\b|\bKPI\s+(?:report|dashboard|summary)\b|\bdashboard\b"
             r"|\bdata\s?set\b", 5, 10),
        mark(r"\b(?:Q|Qtr\.?|Quarter)\s?(?:[1-4]|one|two|three|four)\b|\b(?:first|second|third|fourth|1st|2nd"
             r"|3rd|4th)\s+quarter\b"
             r"|\bquarterly\b|\b(?:year|month)[\s-]end\b", 2, 12),
        mark(r"\bkey\s+performance\s+indicators?\b|\bKPIs?\b|\bperformance\s+(?:measures|indicators)\b", 2),
        mark(r"\bB?RAG\b|\bred\s*[,/]?\s*amber\s*(?:[,/]|and|or|&)?\s*green\b|\bgreen\s*[,/]?\s*amber\s*(?:[,/]"
             r"|and|or|&)?\s*red\b"
             r"|\bgreen\b.{0,60}\bamber\b.{0,60}\bred\b|\bred\b.{0,60}\bamber\b.{0,60}\bgreen\b", 3),
        mark(r"\bdirection\s+of\s+travel\b|\bDoT\b|\bpolarity\b|\bgood\s+(?:is|to\s+be|performance\s+is)\b"
             r"|\b(?:higher|lower|bigger|smaller)\s+is\s+better\b", 2),
        mark(r"^\W*(?:latest|actual|current|result|outturn)\b[^:=]{0,30}[:=]\s*£?\d.{0,80}\b(?:target"
             r"|previous)\b.{0,20}[:=]"
             r"|^\W*target[^:=]{0,20}[:=]\s*£?\d.{0,80}\b(?:actual|latest|current|result)\b.{0,20}[:=]", 4),
        mark(rf"^(?=.{{0,260}}$)(?=.{{0,250}}\b{MEASURE_WORDS}\b)(?=.{{0,250}}\b(?:target|RAG|actual|outturn"
             rf"|status|latest|current)\b)"
             r"(?=.{0,250}\b(?:Q[1-4]|target|RAG|DoT|travel|trend|England|previous|20\d\d"
             r"|[A-Z][a-z]{2}[\s-]\d\d)\b)[^.;]*$", 4),
        # A table's head with periods beside what they are measured against, and a title with the period that it is for.
        mark(r"^(?=.{0,160}$)(?=.{0,150}(?:\bQ[1-4]\b|\b20\d\d\s?/\s?\d\d\b|^\W*(?:year|quarter|month|period)\b"
             r"|\b(?:last|previous)\s+(?:year|quarter|month)\b))"
             r"(?=.{0,150}\b(?:target|England|national|SN|statistical\s+neighbours?)\b)[^.;:]*$", 3),
        mark(r"^(?=.{0,120}$)(?=.{0,110}\b(?:performance|scorecard|dashboard|KPIs?|indicators?)\b)"
             r"(?=.{0,110}(?:\bQ[1-4]\b|\bquarter\b|\byear[\s-]end(?:ed|ing)?\b|\b20\d\d\s?[/-]\s?\d\d\b"
             r"|\b[A-Z][a-z]{2,8}\s20\d\d\b))[^.;]*$", 4, 8),
        # A card a measure: "Current performance 91.0%" above "Target 95%", under "How are we doing?".
        mark(r"^\W*(?:current|latest|actual)(?:\s+(?:performance|value|result|figure|outturn|position))?\W*£?\d[\d,.]*"
             r"\s?%?\W*$", 3),
        mark(r"^\W*target\W*£?\d[\d,.]*\s?%?\W*$", 2),
        mark(r"\bhow\s+(?:are\s+we|we\s+are|did\s+we)\s+(?:doing|perform\w*)", 3),
        mark(r"\btarget\s+(?:has\s+been\s+|was\s+|is\s+)?(?:achieved|met|missed|exceeded)\b"
             r"|\bfloor\s+standards?\b|\bwithin\s+tolerance\b"
             r"|\b(?:on|above|below|off|against|meets?|met|exceed\w*|missed|achiev\w+)\s+(?:the\s+|its\s+"
             r"|our\s+)?target\b", 2),
        mark(r"^\W*(?:RAG\W{0,3}|rating\W{0,3}|status\W{0,3})?(?:green|amber|red)\W*$", 2),
        mark(r"\bstat(?:istical|\.)?\s+neighbours?\b|\bbenchmark\w*|\bnational\s+average\b|\brolling\s+(?:12"
             r"|twelve)\s+months?\b", 1),
        mark(r"\bactivity\s+indicators?\b|\bperformance\s+(?:is|has|was|remains)\b|\bexception\s+report\w*"
             r"|\bareas?\s+(?:of|for)\s+"
             r"(?:concern|improvement|focus)\b|\bcommentary\b", 1),
        # A report that asks a meeting to decide, minutes and a member's own report speak of performance too.
        mark(r"^\W*(?:\d+(?:\.\d+)*\W+)?(?:(?:officer|key)\s+)?recommend(?:ed\s+decisions?"
             r"|ations?)\W*(?:\(s\)\W*)?(?:$|:)", -7, 60),
        mark(r"^\W*(?:report\s+(?:by|of|from|author|to)|contact\s+officer|lead\s+officer|report\s+title"
             r"|title\s+of\s+report)\b", -4, 25),
        mark(r"^\W*(?:classification|wards?\s+affected|key\s+decision|purpose\s+of\s+(?:the\s+)?report"
             r"|background\s+papers)\b", -3),
        mark(r"^\W*(?:minutes\b|present\s*:|apologies\b|members?\s+present|in\s+attendance)|\bRESOLVED\b"
             r"|\bminutes\b.{0,80}\b(?:confirmed|approved|agreed|signed)\s+as\b"
             r"|\bdeclarations?\s+of\s+interests?\b", -8, 60),
        mark(r"\bexecutive\s+(?:portfolio|report)\b|\b(?:executive|cabinet|lead)\s+member['’]?s?\b.{0,40}\breport\b"
             r"|\bportfolio\s+holder['’]?s?\s+report\b|\bsince\s+(?:the"
             r"|my)\s+last\s+(?:executive\s+)?report\b", -6, 12),
        mark(r"\bscrutiny\b.{0,60}\b(?:budget|integrated\s+plan|savings)\b|\b(?:budget|savings)\s+scrutiny\b"
             r"|\bbudget\s+proposals\b", -6, 12),
        mark(OTHER_PAPERS, -12, 12),
        mark(r"\bproposed\s+record\s+of\s+decision\b|\bdecision\s+(?:to\s+be\s+)?taken\s+by\b"
             r"|\bforward\s+plan\b", -4, 12),
        mark(r"^\W*agenda\W*$|\boverall\s+effectiveness\b|\binspection\s+(?:of|report)\b", -4, 8),
    ),
    read=read,
)  # fmt: skip
