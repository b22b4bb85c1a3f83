"""A notice that goes through a meeting's items: in prose below numbered headings, or in a table with a row for each.

6.   FAMILY HUBS                                Agenda item      | Decision
     RESOLVED:                                  6. Family hubs   | That the plan be approved.
     That the plan be approved.
     Reasons for decision: ...
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from reports.reading.agenda import Item, items_of
from reports.reading.agenda import facts_of as agenda_items
from reports.reading.declarations import declarations
from reports.reading.facts import AgendaItem, Decision, Fact
from reports.reading.kinds.decision_record_forms import declarations as declared_in_field
from reports.reading.kinds.decision_record_forms import reference, words
from reports.reading.kinds.decision_record_setting import Setting, outcome_in
from reports.reading.minuted import decision, resolutions
from reports.reading.motions import amendments
from reports.reading.outcomes import outcome_of
from reports.reading.paragraph import Paragraph
from reports.reading.record_answers import answer_in, reference_in, says_nothing
from reports.reading.record_fields import Field, fields_in, worded
from reports.reading.record_names import field_named
from reports.reading.record_notes import key_behind, reference_behind
from reports.reading.sentences import one_line, source_of
from reports.reading.votes import vote_in

# Business of the meeting itself: what is printed below tells of no decision unless it says RESOLVED.
ROUTINE = re.compile(
    r"\b(?:apologies|declarations?\s+of|disclosures?\s+of|(?:public|members?['’]?)\s+(?:questions|participation"
    r"|forum)|questions\s+(?:from|by)|petitions|urgent\s+(?:business|items)"
    r"|announcements|deputations|public\s+address)\b",
    re.IGNORECASE,
)
DECLARING = re.compile(r"\b(?:declarations?|disclosures?)\b.*\binterests?\b", re.IGNORECASE)
DECIDES = re.compile(
    r"^\W*(?:that\b|to\s+\w+|(?:the\s+)?(?:cabinet|committee|executive|board|panel|council|mayor|leader|(?:cabinet"
    r"|executive)\s+member)\b"
    r"|agreed|approved|noted|resolved|endorsed|deferred|adopted|recommendations?\b.{0,60}\b(?:agreed|approved"
    r"|accepted))",
    re.IGNORECASE,
)
COLUMNS = (
    ("number", r"(?:agenda\s+)?(?:item\s+)?(?:no|number|ref|item\s+no)\.?|(?:agenda\s+)?item\s+(?:no|number)\.?|no"),
    ("reference", r"(?:decision\s+)?(?:ref|reference)(?:\s+(?:no|number))?\.?|decision\s+(?:no|number)\.?"),
    ("title", r"(?:agenda\s+)?items?|topic|subject|title|report(?:\s+title)?|matter|(?:agenda\s+)?item\s*(?:/"
              r"|and)\s*(?:subject|title|recommendations?).{0,40}"
     r"|item\s+title|(?:title|subject)\s+of\s+(?:the\s+)?(?:report|decision|item).{0,30}"
     r"|details?\s+of\s+(?:the\s+)?(?:report|item)|recommendations?(?:\s+considered)?"),
    ("decision", r"(?:the\s+)?decisions?(?:\s+(?:taken|made|and\s+reasons?|details|summary))?|resolutions?"
                 r"|decision\s*/\s*action|outcome|(?:details|summary)\s+of\s+(?:the\s+)?decisions?"),
    ("key_decision", r"key(?:\s+decision)?(?:\s*\(?y\s*/\s*n\)?)?\??|key\s*/\s*non-?key"),
)  # fmt: skip
_COLUMNS = tuple((name, re.compile(rf"\W*(?:{form})\W*", re.IGNORECASE)) for name, form in COLUMNS)


def facts_in_prose(paragraphs: Sequence[Paragraph], setting: Setting) -> list[Fact]:
    """The items of business, and what was decided in each."""
    _, items = items_of(paragraphs)
    titled = [each for each in items if DECLARING.search(each.title)]
    found: list[Fact] = [*agenda_items(items, setting.committee, setting.held_on), *declarations(titled)]
    for each in items:
        found += decisions(each, setting)
        found += amendments(each, setting.committee, setting.held_on)
    return found


# Fields below an item that are no part of its decision.
APART = frozenset(
    ["reasons", "alternatives", "conflicts", "dispensation", "consultation", "documents", "contact", "key_decision",
     "reference", "plan_reference", "ward", "call_in", "published", "effective", "exempt", "status", "portfolio"]
)  # fmt: skip


def decisions(item: Item, setting: Setting) -> Iterator[Fact]:
    """What was decided in an item, with the reasons that the item gives for it."""
    fields: dict[str, Field] = {}
    for told in fields_in(item.paragraphs):
        fields.setdefault(told.name, told)
    told_apart = [each for told in fields.values() if told.name in APART for each in (told.heading, *told.below)]
    rest = replace(item, paragraphs=tuple(each for each in item.paragraphs if each not in told_apart))
    day = setting.decided_on or setting.held_on
    made = [decision(each, item, setting.committee, day) for each in resolutions(rest)] or list(plainly(rest, fields))
    key = answer_in(fields["key_decision"].text) if "key_decision" in fields else key_behind(item.heading.text)
    for each in made:
        yield replace(
            each,
            committee=setting.committee,
            decided_on=day,
            outcome=outcome_in(each.text, "taken"),
            reference=reference(fields) or reference_behind(item.heading.text),
            key_decision=each.key_decision if key is None and "key_decision" not in fields else key,
            decision_maker=setting.maker,
            reasons=words(fields, "reasons"),
            alternatives=words(fields, "alternatives"),
            conflicts=words(fields, "conflicts"),
            dispensation=words(fields, "dispensation"),
        )
    yield from declared_in_field(fields, item.number or item.title)


def plainly(item: Item, fields: dict[str, Field]) -> Iterator[Decision]:
    """For a notice without the clerk's marks: what stands below the item's heading, up to the first field."""
    if ROUTINE.search(item.title):
        return
    if "decision" in fields:
        below = [each for each in (fields["decision"].heading, *fields["decision"].below) if each.text]
        text, first = fields["decision"].text, fields["decision"].first
    else:
        below = list(until_field(item.paragraphs))
        while below and not DECIDES.match(below[0].text):
            below.pop(0)
        text, first = "\n".join(map(worded, below)), below[0] if below else item.heading
    if below and text.strip() and not says_nothing(text) and (outcome_of(text) != "other" or DECIDES.match(text)):
        basis = "mark" if "decision" in fields else "place"
        yield Decision(
            item=item.number or item.title,
            text=text,
            outcome=outcome_of(text),
            votes=vote_in(text),
            source=source_of(first, first.text, *below, basis=basis),
        )


def until_field(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    for paragraph in paragraphs:
        opened = field_named(paragraph.text)
        if (opened and opened != "decision") or fields_in([paragraph]):
            return
        yield paragraph


LONGEST_HEAD = 90  # letters of a column's heading
FIRST_COLUMN = 15.0  # points by which a line may stand off the column that it goes on in


@dataclass
class Row:
    """A row of a table of decisions: its cells by column, and the paragraphs below that go on with it."""

    paragraph: Paragraph
    cells: dict[str, str]
    basis: str = "cell"
    below: list[Paragraph] = field(default_factory=list)


def columns_of(paragraph: Paragraph) -> list[str | None] | None:
    """The columns of a table of decisions by its row of headings; None for any other row.

    >>> columns_of(Paragraph(ordinal=0, page=1, text="", cells=("Item", "Decision", "Officer")))
    ['title', 'decision', None]
    """
    if any(len(cell) > LONGEST_HEAD for cell in paragraph.cells):
        return None
    names = [
        next((name for name, form in _COLUMNS if form.fullmatch(cell)), column_named(cell)) for cell in paragraph.cells
    ]
    return names if "decision" in names and "title" in names else None


def column_named(cell: str) -> str | None:
    name = field_named(cell)
    return name if name in ("reasons", "alternatives", "conflicts", "dispensation") else None


def rows_of(paragraphs: Sequence[Paragraph]) -> list[Row]:
    """The rows of the paper's tables of decisions, below their rows of headings."""
    found: list[Row] = []
    columns: list[str | None] | None = None
    for paragraph in paragraphs:
        if headed := columns_of(paragraph) if paragraph.cells else None:
            columns = headed
        elif not columns or paragraph.style == "heading":
            continue
        elif found and goes_on(paragraph, found[-1]):
            add(found[-1], paragraph, columns)
        elif paragraph.cells and (row := by_column(paragraph, columns)):
            found.append(row)
        elif found and not paragraph.cells:
            below(found[-1], paragraph)
    return found


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
    """An item of business and a decision for each row."""
    found: list[Fact] = []
    for row in rows:
        number, title = numbered(row)
        source = source_of(row.paragraph, title, basis=row.basis)
        if setting.is_meeting:
            part = row.paragraph.part
            found.append(
                AgendaItem(
                    committee=setting.committee,
                    held_on=setting.held_on,
                    number=number,
                    title=title,
                    part=part,
                    source=source,
                )
            )
        text = "\n".join([row.cells["decision"], *map(worded, row.below)])
        if says_nothing(text) or (ROUTINE.search(title) and outcome_of(text) == "other"):
            continue
        found.append(
            Decision(
                committee=setting.committee,
                decided_on=setting.decided_on or setting.held_on,
                item=number or title,
                reference=reference_in(row.cells.get("reference", "")),
                text=text,
                outcome=outcome_in(text, "taken"),
                key_decision=answer_in(row.cells.get("key_decision", "")),
                votes=vote_in(text),
                decision_maker=setting.maker,
                reasons=row.cells.get("reasons"),
                alternatives=row.cells.get("alternatives"),
                conflicts=row.cells.get("conflicts"),
                dispensation=row.cells.get("dispensation"),
                source=source_of(row.paragraph, row.cells["decision"], *row.below, basis=row.basis),
            )
        )
    return found


def numbered(row: Row) -> tuple[str | None, str]:
    """A row's number and title: "6. Family hubs" in one cell, or each in its own."""
    title = one_line(row.cells["title"])
    own = re.match(r"(?:item\s+)?(?P<number>\d{1,3}[A-Za-z]?)\s*[.:)–-]?\s+(?=[A-Z])", title, re.IGNORECASE)
    if own:
        return own["number"], title[own.end() :]
    printed = re.match(r"\W*([\w/.]{1,8}?)\.?\W*$", row.cells.get("number", ""))
    return printed[1] if printed else None, title
