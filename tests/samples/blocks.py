"""The plain-text form in which the sample documents are written, and its reading into blocks.

A source opens with settings (`form: pdf`), a line `---`, then blocks parted by empty lines. The first characters of a
block say what it is:

    = EXECUTIVE PORTFOLIO          a centred title
    # 3. :: Key partnerships       a bold heading, with or without a label hanging left of it
    4.2 :: The Panel heard ...     a paragraph with its label hanging left; `(a) ::` is set further in
    >> Helen Thrupp to action      the last line of a block: printed in the right margin beside it
    - Text                         a bullet
    ** How do you ...?             a bold paragraph
    < Line / < Line                lines kept as they stand (an address block, a signature)
    |= Year | Amount               a ruled table's heading row, and
    |  2024 | £410k                its other rows
    ! For :: 7                     a vote: words and count, set apart by a tab
    ~ Agenda Item 4                the clerk's stamp: a short line at the right
    ===                            a new page

Anything else is an ordinary paragraph; its lines are joined. In a Word paper, a paragraph may hold what its author
forgot there: `{++put in++}`, `{--struck out--}` and `{>>a comment<<}`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

SORTS = {
    "= ": "title",
    "# ": "heading",
    "- ": "bullet",
    "** ": "strong",
    "< ": "lines",
    "|": "table",
    "! ": "votes",
    "~ ": "stamp",
    "===": "page",
}


@dataclass(frozen=True)
class Block:
    sort: str
    text: str = ""
    label: str = ""
    margin: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    headed: bool = False


@dataclass(frozen=True)
class Source:
    """One sample document: its settings, such as form, font, head, foot and actions, and its blocks in order."""

    settings: dict[str, str] = field(default_factory=dict)
    blocks: tuple[Block, ...] = ()


def read_source(text: str) -> Source:
    settings, body = text.split("\n---\n", 1)
    pairs = (line.split(":", 1) for line in settings.splitlines())
    chunks = re.split(r"\n\s*\n", body.strip())
    return Source({name.strip(): value.strip() for name, value in pairs}, tuple(read_block(chunk) for chunk in chunks))


def read_block(chunk: str) -> Block:
    lines, margin = without_margin(chunk.strip("\n").splitlines())
    sort = next((sort for mark, sort in SORTS.items() if lines[0].startswith(mark)), "paragraph")
    if sort == "table":
        return Block(sort, rows=tuple(cells(line) for line in lines), headed=lines[0].startswith("|="))
    if sort in ("lines", "votes"):
        return Block(sort, rows=tuple(tuple(line[2:].split(" :: ")) for line in lines))
    return labelled(sort, without_mark(" ".join(line.strip() for line in lines), sort), margin)


def labelled(sort: str, text: str, margin: str) -> Block:
    label, found, words = text.partition(" :: ")
    return Block(sort, words, label, margin) if found else Block(sort, text, margin=margin)


def without_margin(lines: list[str]) -> tuple[list[str], str]:
    if lines[-1].startswith(">> "):
        return lines[:-1], lines[-1][3:]
    return lines, ""


def without_mark(text: str, sort: str) -> str:
    mark = next((mark for mark, meaning in SORTS.items() if meaning == sort), "")
    return text[len(mark) :]


def cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.lstrip("|=").split("|"))
