"""A notice of decisions as a table: a row for each item of a meeting, over as many lines and pages as it takes.

Item | Topic                          | Decision
1.   | Apologies and declarations     | Apologies were received from Councillor A Brindle.
     | KEY DECISIONS                  |
2.   | Family hubs        KD2021/014  | It was resolved by a majority to agree the plan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from reports.reading.agenda import Item
from reports.reading.declarations import declarations
from reports.reading.facts import AgendaItem, Decision, Fact
from reports.reading.kinds.decision_record_items import DECLARING, ROUTINE
from reports.reading.kinds.decision_record_setting import Setting, outcome_in
from reports.reading.labels import taken_off
from reports.reading.minuted import decision, resolutions
from reports.reading.motions import amendments
from reports.reading.paragraph import Paragraph
from reports.reading.record_answers import answer_in, reference_in, says_nothing
from reports.reading.record_columns import record_columns
from reports.reading.record_fields import worded
from reports.reading.record_notes import key_behind, reference_behind
from reports.reading.sentences import one_line, source_of
from reports.reading.votes import vote_in

KEY_GROUP = re.compile(r"\W*key\s+decisions?\W*", re.IGNORECASE)
# What business of the meeting itself says only where something was decided in it.
DECIDED = re.compile(r"\b(?:resolved|agreed|approved|decided|noted\s+(?:that|the)|endorsed|deferred)\b", re.IGNORECASE)
# A forward plan's reference below a title, in the same cell.
CODE_BEHIND = re.compile(r"\s+[(\[]?(?P<code>[A-Z]{2,5}\d{2,4}/\d{1,5})[)\]]?\W*$")
# "Members asked about prices. It was resolved to defer the report."
RESOLVES = re.compile(r"(?<=[.!?])\s+(?=It\s+was\s+(?:\w+\s+)?resolved\b|RESOLVED\b|Resolved\b)")
LONGEST_GROUP = 60  # letters of the head of a group of rows
FIRST_COLUMN = 15.0  # points by which a line may stand off the column that it goes on in


@dataclass
class Row:
    """A row of a table of decisions: its cells by column, and the paragraphs below that go on with it."""

    paragraph: Paragraph
    cells: dict[str, str]
    basis: str = "cell"
    key: bool | None = None  # as the head of the rows' group says
    below: list[Paragraph] = field(default_factory=list)


def rows_of(paragraphs: Sequence[Paragraph]) -> list[Row]:
    """The rows of the paper's tables of decisions, below their rows of headings."""
    found: list[Row] = []
    columns: Sequence[str | None] | None = None
    key: bool | None = None
    for paragraph in paragraphs:
        if headed := record_columns(paragraph.cells):
            columns = headed
        elif not columns:
            continue
        elif heads_group(paragraph):
            key = True if KEY_GROUP.fullmatch(paragraph.text) else None
        elif found and goes_on(paragraph, found[-1]):
            add(found[-1], paragraph, columns)
        elif paragraph.cells and (row := by_column(paragraph, columns)):
            found.append(replace(row, key=key))
        elif found and not paragraph.cells and found[-1].paragraph.columns:
            # Where lines part the rows, or a text program does, a cell is whole.
            below(found[-1], paragraph)
    return found


def heads_group(paragraph: Paragraph) -> bool:
    """Whether a row or heading stands between the rows of a table: "KEY DECISIONS"."""
    lone = len([cell for cell in paragraph.cells if cell.strip()]) == 1 and len(paragraph.text) <= LONGEST_GROUP
    return paragraph.style == "heading" or (lone and not re.search(r"[.;]$", paragraph.text))


def goes_on(paragraph: Paragraph, row: Row) -> bool:
    """Whether a row is the next line of the row above: it begins in small letters, or only the other has a number."""
    if len(paragraph.cells) < 2 or paragraph.label or re.match(r"\(?\d+(?:\.\d+)*[.)]?\s+[A-Z]", paragraph.cells[0]):
        return False
    return paragraph.cells[0][:1].islower() or bool(row.paragraph.label)


def add(row: Row, paragraph: Paragraph, columns: Sequence[str | None]) -> None:
    """Adds the cells of a row's next line, the first of them to the column below which it stands."""
    names = [name for name in columns if name != "number"]
    if not is_under_first(paragraph, row):
        names = names[names.index("decision") :]
    for name, cell in zip(names, paragraph.cells, strict=False):
        if name:
            row.cells[name] = f"{row.cells.get(name, '')} {cell}".strip()


def is_under_first(paragraph: Paragraph, row: Row) -> bool:
    return paragraph.indent <= 0 or abs(paragraph.indent - row.paragraph.indent) < FIRST_COLUMN


def below(row: Row, paragraph: Paragraph) -> None:
    """Puts a paragraph below a row to its title where it stands under the first column, else to the decision."""
    under_first = paragraph.indent > 0 and abs(paragraph.indent - row.paragraph.indent) < FIRST_COLUMN
    if under_first and not paragraph.label and paragraph.style != "bullet":
        row.cells["title"] = f"{row.cells['title']} {paragraph.text}"
    else:
        row.below.append(paragraph)


def by_column(paragraph: Paragraph, columns: Sequence[str | None]) -> Row | None:
    """A row's cells by column; its number may have been taken for a label, and empty cells leave no trace."""
    cells = list(paragraph.cells)
    if paragraph.label and columns[0] == "number":
        cells.insert(0, paragraph.label)
    whole = len(cells) == len(columns)
    numbered = paragraph.label or re.match(r"\(?\d", paragraph.cells[0])
    if not whole and not (numbered and 2 <= len(cells) < len(columns)):
        return None
    named = {name: cell for name, cell in zip(columns, cells, strict=False) if name and cell.strip()}
    if paragraph.label:
        named.setdefault("number", paragraph.label)
    return Row(paragraph, named, "cell" if whole else "place") if "title" in named and "decision" in named else None


def facts_in_table(rows: Sequence[Row], setting: Setting) -> list[Fact]:
    """For each row an item of business, what was declared and moved in it, and what was decided."""
    found: list[Fact] = []
    items = [item_of(row) for row in rows]
    found += declarations([item for item in items if DECLARING.search(item.title)])
    for row, item in zip(rows, items, strict=True):
        if setting.is_meeting:
            found.append(business(row, item, setting))
        found += amendments(item, setting.committee, setting.held_on)
        found += decided(row, item, setting)
    return found


def item_of(row: Row) -> Item:
    """A row as an item of business, its decision's cell as the paragraphs below the heading."""
    number, title = numbered(row)
    below = [each for line in row.cells["decision"].split("\n") for each in lines_of(row.paragraph, line)]
    return Item(number, title, replace(row.paragraph, style="heading", cells=()), (*below, *row.below), row.basis)


def lines_of(row: Paragraph, line: str) -> Iterator[Paragraph]:
    """A line of a cell as a paragraph of its own, its letter off; what it resolves behind the debate, as another."""
    label, text = taken_off(line)
    for part in RESOLVES.split(text):
        if part.strip():
            yield replace(row, text=part, label=label, style="paragraph", cells=(), columns=())
        label = None


def business(row: Row, item: Item, setting: Setting) -> AgendaItem:
    return AgendaItem(
        committee=setting.committee,
        held_on=setting.held_on,
        number=item.number,
        title=item.title,
        part=row.paragraph.part,
        source=source_of(row.paragraph, item.title, basis=row.basis),
    )


def decided(row: Row, item: Item, setting: Setting) -> Iterator[Decision]:
    """What a row says was decided: its resolutions where the cell tells of the debate too, else the whole cell."""
    text = "\n".join([row.cells["decision"], *map(worded, row.below)])
    if says_nothing(text) or (ROUTINE.search(item.title) and not DECIDED.search(text)):
        return
    behind = row.cells["title"]
    code = CODE_BEHIND.search(one_line(behind))
    key = answer_in(row.cells.get("key_decision", ""))
    for told in told_apart(item) or [whole(row, text)]:
        yield replace(
            told,
            committee=setting.committee,
            decided_on=setting.decided_on or setting.held_on,
            item=item.number or item.title,
            reference=reference_in(row.cells.get("reference", ""))
            or (code["code"] if code else reference_behind(behind)),
            outcome=outcome_in(told.text, "taken"),
            key_decision=(row.key or key_behind(behind)) if key is None else key,
            decision_maker=setting.maker,
            reasons=row.cells.get("reasons"),
            alternatives=row.cells.get("alternatives"),
            conflicts=row.cells.get("conflicts"),
            dispensation=row.cells.get("dispensation"),
        )


def told_apart(item: Item) -> list[Decision]:
    """The resolutions that a cell tells behind other things; none where the cell is the resolution itself."""
    found = resolutions(item)
    if not found or (len(found) == 1 and item.paragraphs[0].text.startswith(found[0].paragraphs[0].text[:40])):
        return []
    return [decision(each, item, None, None) for each in found]


def whole(row: Row, text: str) -> Decision:
    source = source_of(row.paragraph, row.cells["decision"], *row.below, basis=row.basis)
    return Decision(text=text, outcome="other", votes=vote_in(text), source=source)


def numbered(row: Row) -> tuple[str | None, str]:
    """A row's number and title: "6. Family hubs" in one cell, or each in its own."""
    title = CODE_BEHIND.sub("", one_line(row.cells["title"]))
    own = re.match(r"(?:item\s+)?(?P<number>\d{1,3}[A-Za-z]?)\s*[.:)–-]?\s+(?=[A-Z])", title, re.IGNORECASE)
    if own:
        return own["number"], title[own.end() :]
    printed = re.match(r"\W*([\w/.]{1,8}?)\.?\W*$", row.cells.get("number", ""))
    return printed[1] if printed else None, title
