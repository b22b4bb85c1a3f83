"""Minutes that a Word file holds as one table, as boards and partnerships write them: read as headings and paragraphs.

Item  Discussion                                             Action
3.    Family hubs                                            Jo Field to send a map of the hubs by 5 May 2021.
      The Board heard that three hubs had opened.
      Agreed: that the report be noted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reports.reading.action_marks import is_owner
from reports.reading.agenda import NUMBER
from reports.reading.labels import clean, is_label
from reports.reading.paragraph import Paragraph

Cell = Sequence[Paragraph]
Row = Sequence[Cell]

# What a column holds, by its heading; the first that fits decides.
COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"\W*(?:{words})\W*", re.IGNORECASE))
    for name, words in (
        ("text", r"(?:(?:summary|notes?|record|minutes?|details?)\s+of\s+(?:the\s+)?)?(?:main\s+|key\s+)?discussions?"
                 r"(?:\s*(?:points?|held|notes?|(?:and|&|/)\s*(?:decisions?|outcomes?|actions?|agreements?|conclusions?)))?"
                 r"|minutes|notes?(?:\s+of\s+(?:the\s+)?meeting)?|key\s+points?|points?\s+(?:raised|discussed)"
                 r"|narrative|summary"),
        ("item", r"(?:agenda\s+)?(?:item|no|number|ref|minute)s?\.?(?:\s+(?:no|number|ref)\.?)?"
                 r"|agenda|(?:agenda\s+)?(?:item\s+)?(?:title|topic|subject|heading)|#"),
        ("decision", r"(?:decisions?|agreements?|resolutions?|conclusions?)(?:\s+(?:made|taken|reached))?|agreed"),
        ("action", r"(?:agreed\s+)?actions?"
                   r"(?:\s+(?:points?|agreed|required|arising|by|(?:and|/|&)\s*(?:owners?|leads?)))?|(?:action\s*/\s*)?by\s+whom|(?:action\s+)?owners?"),
        ("owner", r"(?:lead|who|responsib(?:le|ility)|person\s+responsible|lead\s+officer)"),
        ("due", r"(?:by\s+when|when|deadline|due|timescales?|target)(?:\s+date)?|date\s+due"),
    )
)  # fmt: skip
OWNERS_COLUMN = re.compile(r"\W*(?:(?:action\s*/\s*)?by\s+whom|(?:action\s+)?owners?|actions?\s+by)\W*", re.IGNORECASE)
# What stands in a column of actions where nobody acts.
NO_ACTION = re.compile(
    r"\W*(?:(?:no|nil)(?:\s+(?:further\s+)?actions?\b.*)?|none|n/?a|noted|(?:all\s+)?to\s+note|(?:for\s+)?(?:noting|information)"
    r"|closed|completed?|actions?)?\W*",
    re.IGNORECASE,
)
TITLE_LENGTH, PROSE_LENGTH = 130, 80


def columns_of(rows: Sequence[Row]) -> tuple[str, ...]:
    """What the columns of a table of minutes hold, by its first row; empty for a table of another sort.

    It has a column of items, one of discussion beside it, rows enough, and prose in one of them at least.
    """
    heads = [" ".join(paragraph.text for paragraph in cell) for cell in rows[0]] if rows else []
    names = [next((name for name, words in COLUMNS if words.fullmatch(head)), "") if head else "" for head in heads]
    # "Item | Owner | Due": both the deed's owner and the discussion's column must be known by their names.
    if names.count("text") != 1 or "item" not in names[: names.index("text")] or "" in names[1:] or len(rows) < 3:
        return ()
    if any(len(row) != len(names) and len(row) > 1 for row in rows):
        return ()
    place = names.index("text")
    told = [row[place] for row in rows[1:] if len(row) == len(names)]
    prosaic = [cell for cell in told if len(cell) > 1 or any(len(each.text) > PROSE_LENGTH for each in cell)]
    owners = [place for place, head in enumerate(heads) if OWNERS_COLUMN.fullmatch(head)]
    if "action" in [name for place, name in enumerate(names) if place not in owners]:
        names = ["owner" if place in owners else name for place, name in enumerate(names)]
    return tuple(names) if prosaic else ()


def minuted_rows(rows: Sequence[Row], names: Sequence[str]) -> Iterator[Paragraph]:
    """The paragraphs of the rows below the first: heading, discussion, decision, and who is to do what."""
    decided = rows[0][names.index("decision")] if "decision" in names else ()
    for row in rows[1:]:
        if len(row) == len(names):
            cells = grouped(row, names)
            heading, text = headed(cells["item"], cells["text"])
            yield from with_actions(heading, text, cells)
            if cells.get("decision"):
                yield from (*decided, *map(plain, cells["decision"]))
            yield from deeds(cells)
        else:
            yield from (paragraph for cell in row for paragraph in cell)


def grouped(row: Row, names: Sequence[str]) -> dict[str, list[Paragraph]]:
    """The paragraphs of a row by what their columns hold."""
    found: dict[str, list[Paragraph]] = {}
    for name, cell in zip(names, row, strict=True):
        found.setdefault(name, []).extend(cell)
    return found


def headed(item: Sequence[Paragraph], text: Sequence[Paragraph]) -> tuple[Paragraph | None, list[Paragraph]]:
    """The heading of an item and the paragraphs below it; a title may stand beside its number or head the text."""
    number, titles = numbered(item)
    below = [plain(paragraph) for paragraph in text]
    if not titles and text and is_title(text[0], number):
        number, titles, below = number or text[0].label, [text[0]], below[1:]
    if titles:
        title = " ".join(paragraph.text for paragraph in titles)
        return replace(titles[0], text=title, label=number, style="heading"), below
    if number and below:
        below[0] = replace(below[0], label=below[0].label or number)
    return None, below


def numbered(item: Sequence[Paragraph]) -> tuple[str | None, list[Paragraph]]:
    """The number in the cell of an item, and what else stands in it."""
    number, titles = None, []
    for paragraph in item:
        if number is None and (is_label(paragraph.text) or NUMBER.fullmatch(paragraph.text)):
            number = clean(paragraph.text)
        else:
            number = number or paragraph.label
            titles.append(paragraph)
    return number, titles


def is_title(paragraph: Paragraph, number: str | None) -> bool:
    """Whether the first paragraph of a discussion is the item's title: short, and no sentence."""
    label = number or paragraph.label
    short = len(paragraph.text) < TITLE_LENGTH and not paragraph.text.rstrip().endswith((".", ";", ",", "?"))
    told = re.match(r"\W*(?:agreed|resolved|action|noted|decision)s?\b", paragraph.text, re.IGNORECASE)
    return bool(label and NUMBER.fullmatch(label)) and short and not told and paragraph.style != "bullet"


def plain(paragraph: Paragraph) -> Paragraph:
    """What is bold in a discussion heads no item of its own."""
    return replace(paragraph, style="paragraph") if paragraph.style == "heading" else paragraph


def with_actions(
    heading: Paragraph | None, text: Sequence[Paragraph], cells: dict[str, list[Paragraph]]
) -> Iterator[Paragraph]:
    """Heading and discussion; where the column of actions tells no deed, its names are a note beside the first."""
    note = " ".join(each.text for each in cells.get("action", ()) if not is_deed(each.text) and not is_nothing(each))
    for place, paragraph in enumerate([heading, *text] if heading else text):
        yield replace(paragraph, margin=note) if note and not place else paragraph


def deeds(cells: dict[str, list[Paragraph]]) -> Iterator[Paragraph]:
    """The deeds of a row's column of actions, as notes; beside each its owner and date if they have columns."""
    told = [each for each in cells.get("action", ()) if is_deed(each.text) and not is_nothing(each)]
    owners, dates = cells.get("owner", []), cells.get("due", [])
    for place, paragraph in enumerate(told):
        beside = [beside_one(column, place, len(told)) for column in (owners, dates)]
        margin = " ".join(each for each in beside if each) or None
        yield replace(paragraph, style="margin", margin=margin)


def beside_one(column: Sequence[Paragraph], place: int, deeds: int) -> str:
    """What a column says of one of several deeds: the paragraph of its place, or what is said once for all."""
    if len(column) == deeds:
        return column[place].text
    return column[0].text if len(column) == 1 else ""


def is_deed(text: str) -> bool:
    """
    >>> is_deed("Jo Field to send a map"), is_deed("Jo Field / Head of Early Help"), is_deed("AB")
    (True, False, False)
    """
    return len(text.split()) > 2 and not is_owner(text.rstrip(" ."))


def is_nothing(paragraph: Paragraph) -> bool:
    return bool(NO_ACTION.fullmatch(paragraph.text))
