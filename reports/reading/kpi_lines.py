"""Lines of a measure each: its name, its value, and in brackets or behind commas what it is set beside.

Referrals: 1,204 (Q1: 1,150)
Children looked after: 512 at 30 September 2024 (31 March 2024: 498)
Re-referrals within 12 months: 21.3% (target 20%; England 2022/23: 22.4%)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reports.reading.cell_periods import is_before, is_period, not_ahead
from reports.reading.facts import Figure
from reports.reading.indicators import named
from reports.reading.measure_table import without_reference
from reports.reading.paragraph import Paragraph
from reports.reading.sentences import one_line, source_of
from reports.reading.table_heads import Column, Own, column_of, period_in
from reports.reading.table_values import Printed, value_in
from reports.reading.units import unit_said

VALUE = r"£?\d[\d,]*(?:\.\d+)?\s?(?:%|per\s+10,?000)?"
# A name is no sentence: it has no full stop and no number of its own before the mark.
LINE = re.compile(
    rf"\W*(?P<label>[A-Z%][^:.;]{{3,160}}?)\s*(?::|\s[–—-])\s*(?P<value>{VALUE})"
    r"(?:\s+(?:as\s+)?(?:at|on|in|for)\s+(?P<when>[A-Za-z0-9][\w\s/–-]{2,40}))?(?P<rest>(?:\s*[(,;].*)?)\.?\s*"
)
BESIDE = re.compile(
    rf"\s*(?P<name>[A-Za-z0-9][^:=;()]{{0,60}}?)\s*(?:[:=]|\s[–—-]|\s+(?:was|of|is))?\s*(?P<value>{VALUE})\s*"
)
PARTS = re.compile(r"[();]|,(?=\s)")


def figures_of_line(paragraph: Paragraph, own: Own) -> list[Figure]:
    """The figures of a line that is all a measure's name, its value and others beside it; none of any other text."""
    line = LINE.fullmatch(paragraph.text)
    first = value_in(line["value"]) if line else None
    if not line or first is None or (line["when"] and not is_period(line["when"])):
        return []
    label = without_reference(one_line(line["label"]))
    unit = first.unit or unit_said(label) or ("count" if first.number == int(first.number) else None)
    indicator = named(label, unit) if unit else None
    if not indicator:
        return []
    now = Column("value", period_in(line["when"] or "", own) or period_in(label, own) or own.period, own.area)
    said = list(beside(line["rest"], replace(own, period=now.period)))
    if None in said:
        return []
    every = [(now, first), *(each for each in said if each)]
    if any(value.unit not in {None, unit} for _, value in every):
        return []
    source = source_of(paragraph, paragraph.text, basis="sentence")
    return [
        Figure(source=source, indicator=indicator.slug, label=label, area=column.area, period=column.period,
               value=value.number, unit=unit, role=column.role)
        for column, value in every
    ]  # fmt: skip


def beside(rest: str, own: Own) -> Iterator[tuple[Column, Printed] | None]:
    """What a value is set beside: each with what its name says; None for words that are no such thing."""
    for part in filter(str.strip, PARTS.split(rest)):
        found = BESIDE.fullmatch(part)
        name = found["name"] if found else ""
        value = value_in(found["value"]) if found else None
        column = column_of(name, own) if found else None
        if not value or not column or column.sort != "value" or (column.area == own.area and not is_other(column)):
            yield None
            continue
        if column.role != "target":
            column = replace(column, period=not_ahead(column.period, name, own))
        earlier = column.role == "actual" and column.area == own.area and is_before(column.period, own.period)
        yield (replace(column, role="previous") if earlier else column), value


def is_other(column: Column) -> bool:
    return column.dated or column.role != "actual"
