"""Questions and answers in the two columns of a table whose cells run over several lines of print.

    No. Question                      Response
    1   What is driving the           The number of placements rose from 61 in March
        overspend on placements?      2021 to 74 in November 2021.

Read line by line such a table is many rows; here each pair of cells is one question and one answer again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reports.reading.facts import Fact
from reports.reading.paragraph import Paragraph
from reports.reading.questions import ASKS

ASKED = re.compile(
    r"^\W*(?:no\.?\s+|ref\.?\s+|\d*\s*)?(?:key\s+)?(?:questions?|lines?\s+of\s+enquiry|query|issue)\b.{0,40}$",
    re.IGNORECASE,
)
ANSWERED = re.compile(r"^\W*(?:\w+\s+){0,2}(?:responses?|answers?|repl(?:y|ies)|comments?)\b.{0,30}$", re.IGNORECASE)
# A cell of the left column is no longer than the others, give or take a word.
MARGIN = 6


@dataclass
class Pair:
    """A question and its answer in the making, and the rows that they take."""

    rows: list[Paragraph]
    asked: list[str] = field(default_factory=list)
    answered: list[str] = field(default_factory=list)

    def paragraphs(self) -> tuple[Paragraph, ...]:
        first, second = self.rows[0], self.rows[min(1, len(self.rows) - 1)]
        boxes = tuple(box for row in self.rows for box in row.boxes)
        question = replace(first, text=" ".join(self.asked), style="paragraph", bold=True, cells=(), boxes=boxes)
        answer = replace(second, text=" ".join(self.answered), style="paragraph", bold=False, label=None, cells=())
        return question, answer


def without_broken_rows(
    paragraphs: Sequence[Paragraph], *, whole: bool = False
) -> tuple[tuple[Paragraph, ...], dict[int, tuple[int, ...]]]:
    """The paragraphs with each pair of a broken table as a question and an answer; and for their ordinals those of all
    the rows they were read from. whole: tables whose rows are whole too, whose answers are prose all the same.
    """
    found: list[Paragraph] = []
    rows: dict[int, tuple[int, ...]] = {}
    place = 0
    while place < len(paragraphs):
        pairs, length = pairs_in(paragraphs[place:]) if is_head(paragraphs[place]) else ([], 0)
        if not pairs or (not whole and all(len(pair.rows) == 1 for pair in pairs)):
            found.append(paragraphs[place])
            place += 1
            continue
        for pair in pairs:
            told = pair.paragraphs()
            found += told
            rows |= {each.ordinal: tuple(row.ordinal for row in pair.rows) for each in told}
        place += length
    return tuple(found), rows


def is_head(paragraph: Paragraph) -> bool:
    cells = paragraph.cells
    return len(cells) >= 2 and bool(ASKED.match(cells[-2])) and bool(ANSWERED.match(cells[-1]))


def pairs_in(paragraphs: Sequence[Paragraph]) -> tuple[list[Pair], int]:
    """The pairs below a table's head, and how many paragraphs the table takes."""
    width = max((len(each.cells[-2]) for each in paragraphs[1:] if len(each.cells) > 1), default=0) + MARGIN
    found: list[Pair] = []
    length = 1
    for paragraph in paragraphs[1:]:
        cells = cells_of(paragraph, width)
        if not cells:
            break
        if begins(paragraph, cells[0], found):
            found.append(Pair([]))
        if not found:
            break
        found[-1].rows.append(paragraph)
        found[-1].asked.append(cells[0])
        found[-1].answered.append(cells[1])
        length += 1
    return found, length


def begins(paragraph: Paragraph, asked: str, found: Sequence[Pair]) -> bool:
    """Whether a row begins a question: it has a number, or asks after a question that is complete."""
    complete = not found or found[-1].asked[-1].rstrip().endswith("?")
    return bool(paragraph.label) or (complete and bool(ASKS.match(asked)))


def cells_of(paragraph: Paragraph, width: int) -> tuple[str, str] | None:
    """Question and answer of a row; a numbered line whose columns stand so close that they look like one text is cut
    where the left column ends.
    """
    if len(paragraph.cells) > 1:
        return paragraph.cells[-2], paragraph.cells[-1]
    if paragraph.style != "paragraph" or not paragraph.label or not ASKS.match(paragraph.text):
        return None
    cuts = [found.start() for found in re.finditer(r"\s(?=[A-Z])", paragraph.text[: width + 1])]
    return (paragraph.text[: cuts[-1]], paragraph.text[cuts[-1] + 1 :]) if cuts else None


def with_all_rows(fact: Fact, rows: dict[int, tuple[int, ...]]) -> Fact:
    """A fact with every row of the table that it was read from among its passages."""
    passages = dict.fromkeys(whole for ordinal in fact.source.passages for whole in rows.get(ordinal, (ordinal,)))
    return replace(fact, source=replace(fact.source, passages=tuple(passages)))
