"""Figures that a paper states: value, unit, measure, area, period and role, each a fact of its own.

"31.4 per 10,000 in May 2014, against a national rate of 40" states two: the council's and England's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from reports.reading.areas import club_named, region_named
from reports.reading.facts import Figure
from reports.reading.figure_sentences import read_figures
from reports.reading.figure_setting import Setting
from reports.reading.figure_tables import figures_in_table
from reports.reading.kpi_blocks import blocks_in, figures_of
from reports.reading.kpi_lines import figures_of_line
from reports.reading.measure_table import is_rating_line
from reports.reading.paragraph import Paragraph
from reports.reading.periods import academic_year, leading
from reports.reading.rag import is_key
from reports.reading.report_periods import compared_period
from reports.reading.sentences import is_heading, labelled, sentences, source_of
from reports.reading.table_heads import Own
from reports.reading.table_places import is_beside, is_near
from reports.reading.yearless import dates_near

__all__ = ["Setting", "figures_in", "read_figures"]

# Among a table's rows stand at most so many lines that are none: a part's name, a piece of a label.
MOST_BETWEEN, SHORT = 2, 90
ENDS = re.compile(r"[.?:;]\s*$")
PERFORMANCE = re.compile(
    r"\bperform|\bKPIs?\b|\bkey (?:figures|measures|indicators|data)|\bindicators?\b|\bdata\b|attainment|outcomes"
    r"|results|scorecard"
    r"|dashboard|benchmark|how (?:do you compare|(?:we|you|are we|are you) (?:are )?(?:doing|performing))|in numbers"
    r"|statistics",
    re.IGNORECASE,
)
MEASURES = re.compile(
    r"\b(?:measures?|indicators?|figures|performance|data|position|results|table|KPIs?|benchmarking)\b", re.IGNORECASE
)
# "The latest figures (end of September 2014) show ...": the date holds for what follows.
LATEST = re.compile(r"\blatest\b|\bfigures\b|\bdata\b", re.IGNORECASE)


def figures_in(paragraphs: Iterable[Paragraph], setting: Setting) -> list[Figure]:
    """The figures of paragraphs, in order; the heading above them gives their period and says if they are KPIs."""
    every = list(paragraphs)
    blocks = blocks_in(every)
    setting = replace(setting, compared=compared_period(every, setting.written))
    own = Own(setting.area, setting.written, setting.period, setting.compared)
    found = [figure for block in blocks for figure in figures_of(block, own)]
    told = {ordinal for block in blocks for ordinal in block.passages}
    measures = {max(block.passages) + 1: block.title for block in blocks}
    found += _outside_blocks([each for each in every if each.ordinal not in told], setting, measures)
    return sorted(found, key=lambda figure: min(figure.source.passages))


def _outside_blocks(paragraphs: Sequence[Paragraph], setting: Setting, measures: Mapping[int, str]) -> list[Figure]:
    """The figures of tables and sentences; `measures` are those of the blocks, by the ordinal of what stands below."""
    found: list[Figure] = []
    beneath, lead, above = setting, "", ""
    tables = tables_of(paragraphs)
    inside = {each.ordinal for rows in tables.values() for each in rows}
    for paragraph, numbered in labelled(paragraphs):
        beneath = replace(beneath, measure=measures.get(paragraph.ordinal, beneath.measure))
        if rows := tables.get(paragraph.ordinal):
            period = beneath.period or _of_measures(lead, beneath)
            own = Own(setting.area, setting.written, period, setting.compared)
            in_table = figures_in_table(rows, own, beneath.performance, above)
            found += in_table
            beneath = replace(beneath, measure=_only_measure(in_table))
        if paragraph.ordinal in inside:
            continue
        above = paragraph.text
        if is_heading(paragraph):
            beneath, lead = _beneath(paragraph, beneath, setting), lead if lead.endswith("?") else ""
            continue
        beneath = _carried(paragraph, beneath)
        if is_key(paragraph.text):
            continue
        lead = lead if paragraph.style == "bullet" or lead.endswith("?") else ""
        if of_line := _of_line(paragraph, beneath, lead):
            found += of_line
            continue
        for figure in read_figures(paragraph.text, _of_list(lead, beneath), lead):
            found.append(replace(figure, source=source_of(paragraph, figure.source.quote, numbered, basis="sentence")))
        lead = lead if paragraph.style == "bullet" else paragraph.text
    return found


def _of_line(paragraph: Paragraph, setting: Setting, lead: str) -> list[Figure]:
    """The figures of a line that is a measure with its values, in a paper or part that tells of performance."""
    if not setting.performance:
        return []
    period = _of_list(lead, setting).period
    return figures_of_line(paragraph, Own(setting.area, setting.written, period, setting.compared))


def _only_measure(figures: Sequence[Figure]) -> str:
    """The one measure of a table; "" of one with several."""
    labels = {figure.label for figure in figures}
    return labels.pop() if len(labels) == 1 else ""


def tables_of(paragraphs: Sequence[Paragraph]) -> dict[int, list[Paragraph]]:
    """Each table's rows by the ordinal of the first, with the short lines that stand among them."""
    found: dict[int, list[Paragraph]] = {}
    rows: list[Paragraph] = []
    between: list[Paragraph] = []
    for place, paragraph in enumerate(paragraphs):
        if paragraph.style == "row":
            rows += [*(between if rows else head_above(paragraphs, place)), paragraph]
            found.setdefault(rows[0].ordinal, rows)
            between = []
        elif rows and not between and is_of_row(paragraph, rows[-1]):
            rows.append(paragraph)
        elif rows and may_stand_between(paragraph, between, rows[-1]):
            between.append(paragraph)
        else:
            rows, between = [], []
    return found


def is_of_row(line: Paragraph, row: Paragraph) -> bool:
    """Whether a line below a row is part of it: its rating, or the end of one of its cells."""
    return is_rating_line(line.text) or (is_short(line) and is_near(row, line))


def may_stand_between(line: Paragraph, between: Sequence[Paragraph], row: Paragraph) -> bool:
    """Whether a line may stand among a table's rows after others: a part's name, a piece of a cell of many lines."""
    if len(line.text) < SHORT and is_near(between[-1] if between else row, line):
        return True
    pieces = 1 + sum(not is_near(one, other) for one, other in pairwise([*between, line]))
    return is_short(line) and pieces <= MOST_BETWEEN


def is_short(line: Paragraph) -> bool:
    return len(line.text) < SHORT and not ENDS.search(line.text)


def head_above(paragraphs: Sequence[Paragraph], place: int) -> list[Paragraph]:
    """The lines above a table's first row that are part of it: the first lines of heads that have more than others."""
    start = place
    while start and paragraphs[start - 1].style != "row" and is_beside(paragraphs[start - 1], paragraphs[start]):
        start -= 1
    return list(paragraphs[start:place])


def _of_list(lead: str, setting: Setting) -> Setting:
    """The setting of a list's points: "The measures for Quarter 1 of 2014/15 are:" dates them all."""
    period = _of_measures(lead, setting) if lead.rstrip().endswith(":") else None
    return replace(setting, period=period or setting.period)


def _of_measures(lead: str, setting: Setting) -> str | None:
    """The one period that a line names for the measures beneath it; a quarter is named by its number if at all."""
    dates = dates_near(lead, setting.written, past=True) if MEASURES.search(lead) else []
    quarters = [dated.iso for dated in dates if dated.precision == "quarter"]
    return next(iter(quarters or [dated.iso for dated in dates]), None)


def _beneath(heading: Paragraph, current: Setting, setting: Setting) -> Setting:
    dates = dates_near(heading.text, setting.written, past=True)
    return replace(
        setting,
        period=next((dated.iso for dated in dates if dated.precision == "quarter"), dates[-1].iso)
        if dates
        else setting.period,
        heading=heading.text,
        performance=setting.performance or bool(PERFORMANCE.search(heading.text)),
        region=current.region,
        club=current.club,
    )


def _carried(paragraph: Paragraph, setting: Setting) -> Setting:
    """What a paragraph says of school year, region and club holds for the rest of its section."""
    return replace(
        setting,
        period=setting.period or _latest(paragraph, setting),
        school_year=academic_year(paragraph.text) or setting.school_year,
        region=region_named(paragraph.text) or setting.region,
        club=club_named(paragraph.text) or setting.club,
    )


def _latest(paragraph: Paragraph, setting: Setting) -> str | None:
    """The date of "the latest figures" where a paragraph opens with it."""
    first = str(sentences(paragraph.text)[0]) if paragraph.text.strip() else ""
    number = re.search(r"\d+(?:\.\d+)?\s*(?:%|per 10|children)", first)
    if not LATEST.search(first) or not number:
        return None
    return leading(first, dates_near(first, setting.written, past=True), number.start())
