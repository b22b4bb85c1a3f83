"""Which columns of a Word table its cells fill: a cell may be as wide as several, a row may begin further right."""

from __future__ import annotations

from lxml import etree

from reports.reading.archive import WORD
from reports.reading.numbering import value


def columns_filled(row: etree._Element) -> list[tuple[float, float]]:
    """For each cell of a table's row the first column that it fills and the one after its last."""
    found: list[tuple[float, float]] = []
    left = count_said(row, "trPr", "gridBefore", 0)
    for cell in row.iterchildren(WORD + "tc", WORD + "sdt"):
        width = count_said(next(cell.iter(WORD + "tc"), cell), "tcPr", "gridSpan", 1)
        found.append((float(left), float(left + width)))
        left += width
    return found


def count_said(element: etree._Element, properties: str, name: str, otherwise: int) -> int:
    """A number of columns that a row's or cell's properties give."""
    said = value(element.find(f"{WORD}{properties}/{WORD}{name}"))
    return int(said) if said and said.isdecimal() and len(said) < 3 else otherwise
