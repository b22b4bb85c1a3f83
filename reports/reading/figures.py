"""Figures that a paper states: value, unit, measure, area, period and role, each a fact of its own.

"31.4 per 10,000 in May 2014, against a national rate of 40" states two: the council's and England's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from reports.reading.areas import club_named, region_named
from reports.reading.facts import Figure
from reports.reading.figure_sentences import Setting, read_figures
from reports.reading.figure_tables import figures_in_table
from reports.reading.paragraph import Paragraph
from reports.reading.periods import academic_year, leading
from reports.reading.sentences import is_heading, labelled, sentences, source_of
from reports.reading.yearless import dates_near

__all__ = ["Setting", "figures_in", "read_figures"]

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
    found: list[Figure] = []
    beneath, lead, rows = setting, "", list[Paragraph]()
    for paragraph, numbered in labelled(paragraphs):
        if paragraph.style == "row":
            rows.append(paragraph)
            continue
        found, rows = found + _of_table(rows, beneath, lead), []
        if is_heading(paragraph):
            beneath, lead = _beneath(paragraph, beneath, setting), lead if lead.endswith("?") else ""
            continue
        beneath = _carried(paragraph, beneath)
        lead = lead if paragraph.style == "bullet" or lead.endswith("?") else ""
        for figure in read_figures(paragraph.text, _of_list(lead, beneath), lead):
            found.append(replace(figure, source=source_of(paragraph, figure.source.quote, numbered)))
        lead = lead if paragraph.style == "bullet" else paragraph.text
    return found + _of_table(rows, beneath, lead)


def _of_table(rows: list[Paragraph], setting: Setting, lead: str) -> list[Figure]:
    period = setting.period or _of_measures(lead, setting)
    return figures_in_table(rows, setting.area, setting.written, period, setting.performance)


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
        period=dates[-1].iso if dates else setting.period,
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
