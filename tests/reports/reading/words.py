"""Papers written out by hand: a line of text for each paragraph, as the kinds are given them."""

from __future__ import annotations

import re

from reports.reading.kinds.kind import Paper
from reports.reading.paragraph import Paragraph

LABEL = re.compile(r"(?P<label>\d+(?:\.\d+)*\.?|\([a-z]\))\s+(?P<text>(?!\w+ \d{4}$|children|people).*)")


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """`# ` opens a heading, `- ` a bullet, `|` stands round the cells of a row, numbers and (a) are labels."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    return tuple(_paragraph(ordinal, line) for ordinal, line in enumerate(lines))


def paper(text: str, area: str = "Wexcombe") -> Paper:
    return Paper(paragraphs(text), f"{area} County Council", area, {})


def _paragraph(ordinal: int, line: str) -> Paragraph:
    if line.startswith("|"):
        cells = tuple(cell.strip() for cell in line[1:-1].split("|"))
        return Paragraph(ordinal=ordinal, page=1, text=" ".join(cells), style="row", cells=cells)
    style = {"#": "heading", "-": "bullet"}.get(line.split()[0], "paragraph")
    words = line.split(maxsplit=1)[1] if style != "paragraph" else line
    label = LABEL.fullmatch(words)
    if label:
        return Paragraph(ordinal=ordinal, page=1, text=label["text"], label=label["label"].rstrip("."), style=style)
    return Paragraph(ordinal=ordinal, page=1, text=words, style=style, bold=style == "heading")


def facts_of(findings, sort):
    """The facts of one sort in what a kind found."""
    return [fact for fact in findings.facts if isinstance(fact, sort)]
