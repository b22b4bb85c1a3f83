"""A decision's record as fields: what is printed beside and below each name, record by record.

Decision maker:              Cabinet Member for Children
Decision No:                 21/00034
Key decision:                Yes
Title of decision:           Family hubs: award of contract
Decision:
I agree:
(a)  to award the contract for five years.
Reason(s) for decision:      ...
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from reports.reading.labels import comes_after
from reports.reading.outcomes import outcome_of
from reports.reading.paragraph import Paragraph
from reports.reading.record_lines import names_joined
from reports.reading.record_names import field_named, parted

# The name of the form itself, which is none of its fields.
FORM = re.compile(
    r"^\W*(?:(?:\w+\s+){0,3}(?:record|notice|statement|list|schedule)\s+of\s+(?:\w+\s+){0,3}decisions?"
    r"|(?:\w+\s+){0,3}decisions?\s+(?:notice|record|sheet|list|form))[^:\w]*$",
    re.IGNORECASE,
)
DECIDES = re.compile(r"^\W*(?:that|to|i|the)\b", re.IGNORECASE)
# What is said within a decision's text, whatever field it may look like.
CONTINUES = re.compile(r"^\W*(?:that\b|resolved\b|to\s+(?!be\b)|part\s+[a-d12]\b)", re.IGNORECASE)


SAME_COLUMN = 3.0  # points by which the cells of one column may stand apart


@dataclass
class Field:
    """One field of a record: which, its heading, what is printed beside the heading, and the paragraphs below."""

    name: str
    heading: Paragraph
    beside: str = ""
    below: list[Paragraph] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The field's words, a line for each paragraph; points keep their letters."""
        return "\n".join(each for each in (self.beside, *map(worded, self.below)) if each.strip())

    @property
    def basis(self) -> str:
        return "cell" if self.heading.cells else "mark"

    @property
    def first(self) -> Paragraph:
        """The paragraph that the field's words begin in."""
        return self.heading if self.beside or not self.below else self.below[0]


def worded(paragraph: Paragraph) -> str:
    """A paragraph with its letter or bullet."""
    if paragraph.style == "bullet":
        return f"• {paragraph.text}"
    return f"{paragraph.label} {paragraph.text}" if paragraph.label else paragraph.text


def fields_in(paragraphs: Sequence[Paragraph]) -> list[Field]:
    """The fields of a form, in order, each with what is printed beside and below its name."""
    found: list[Field] = []
    above: list[str] = []  # the fields that a row of headings opened: their values stand in the next row
    wrapped: Field | None = None  # who decides, whose name may fill more than one line of its cell
    paragraphs = names_joined(paragraphs)
    for paragraph in paragraphs:
        valued = len(paragraph.cells) == len(above) > 0 and not any(map(field_named, paragraph.cells))
        if valued:
            found += [Field(name, paragraph, cell) for name, cell in zip(above, paragraph.cells, strict=True)]
            wrapped = next((each for each in found[-len(above) :] if each.name == "maker"), None)
        above = [] if valued else headings_of(paragraph)
        if valued or above:
            continue
        if wrapped and is_rest(paragraph):
            wrapped.beside = f"{wrapped.beside} {paragraph.text}"
            continue
        wrapped = None
        opened = list(opened_by(paragraph, found[-1] if found else None))
        if opened:
            found += opened
            without_prompts(found)
        elif found:
            found[-1].below.append(paragraph)
    return [as_title(each) if again else each for each, again in zip(found, come_again(found), strict=True)]


def without_prompts(fields: list[Field]) -> None:
    """Leaves out a name with nothing behind it but the form's own question, which names it again.

    "Decision details | What decision has been taken?" is one field.
    """
    if len(fields) > 1 and fields[-1].name == fields[-2].name and not fields[-2].text:
        del fields[-2]


def is_rest(paragraph: Paragraph) -> bool:
    """Whether the line below a row of values is the rest of who decides: a few words, no field of its own."""
    few = len(paragraph.text) < 60 and not paragraph.label and not paragraph.cells
    return few and field_named(paragraph.text) is None and parted(paragraph.text) is None and "." not in paragraph.text


def come_again(fields: Sequence[Field]) -> list[bool]:
    """For each field whether it is a decision's heading with a title below, and the decision comes later."""
    last = max((place for place, each in enumerate(fields) if each.name == "decision"), default=0)
    return [
        each.name == "decision"
        and place < last
        and not each.beside
        and len(each.below) == 1
        and each.below[0].style == "heading"
        for place, each in enumerate(fields)
    ]


def as_title(told: Field) -> Field:
    """ "Decision details" above a heading: the heading is the title."""
    return Field("title", told.heading, told.beside, told.below)


def headings_of(paragraph: Paragraph) -> list[str]:
    """The fields of a row whose every cell is a field's name, else none."""
    names = [field_named(cell) for cell in paragraph.cells]
    known = [name for name in names if name]
    # A name and the form's own question beside it are no row of headings.
    return known if len(known) == len(names) == len(set(known)) > 1 else []


def opened_by(paragraph: Paragraph, last: Field | None) -> Iterator[Field]:
    """The fields that a paragraph opens; none where it goes on with the one before."""
    cells = paragraph.cells
    if len(cells) >= 2:
        yield from opened_by_row(paragraph, last)
        return
    text = paragraph.text
    if last and is_point(paragraph, last):
        return
    if FORM.match(text):
        return
    if name := field_named(text):
        if is_name(paragraph) and not (name == "other" and last and not last.text):
            yield Field(name, paragraph)
        return
    if last and last.name == "decision" and (CONTINUES.match(text) or paragraph.style == "bullet"):
        return
    if (inline := parted(text)) and (inline[0] != "other" or paragraph.style == "heading"):
        yield Field(inline[0], paragraph, inline[1])
    elif paragraph.style == "heading" and last and last.text and not CONTINUES.match(text):
        # A heading that is no field's name ends the field before it.
        yield Field("other", paragraph)


def opened_by_row(paragraph: Paragraph, last: Field | None = None) -> Iterator[Field]:
    """The fields of a row: name and value, one or two pairs side by side; or names with their values in one cell."""
    cells = paragraph.cells
    place = 0
    if is_form(cells):
        return
    unknown = field_named(cells[0]) is None and parted(cells[0]) is None
    signed = parted(cells[1]) if unknown and len(cells) == 2 else None
    if signed and signed[0] in ("maker", "signature"):
        # "Approval of decision | Authorised decision maker: Ruth Cambery".
        yield Field(signed[0], paragraph, signed[1])
        return
    if unknown and (cells[0].rstrip().endswith((":", "?")) or (last and is_below(paragraph, last))):
        yield Field("other", paragraph)
        return
    while place < len(cells):
        name = field_named(cells[place])
        if name:
            after = cells[place + 1] if place + 1 < len(cells) else ""
            lone = bool(after) and field_named(after) is None
            yield Field(name, paragraph, after if lone else "")
            place += 2 if lone else 1
        elif inline := parted(cells[place]):
            yield Field(inline[0], paragraph, inline[1])
            place += 1
        else:
            place += 1


def is_below(paragraph: Paragraph, last: Field) -> bool:
    """Whether a row stands below a field's own row as the next of its form: its first cell is a name that none knows.

    A decision's text may hold a table of its own.
    """
    above = last.heading
    alike = len(above.cells) == len(paragraph.cells) == 2 and same_columns(above, paragraph)
    return alike and last.name != "decision" and bool(re.match(r"[A-Z][^.;]{2,60}$", paragraph.cells[0]))


def same_columns(one: Paragraph, other: Paragraph) -> bool:
    """Whether the cells of two rows begin at the same places."""
    pairs = zip(one.columns, other.columns, strict=False)
    return bool(one.columns) and all(abs(mine[0] - own[0]) <= SAME_COLUMN for mine, own in pairs)


def is_form(cells: Sequence[str]) -> bool:
    """Whether a row is the form's own head: "Delegated Decision Notice | Wexcombe City Council"."""
    if not FORM.match(cells[0]) and not FORM.match(cells[-1]):
        return False
    others = [cell for cell in cells if not FORM.match(cell)]
    return all(len(cell) < 60 and outcome_of(cell) == "other" and not DECIDES.match(cell) for cell in others)


def is_point(paragraph: Paragraph, last: Field) -> bool:
    """Whether a numbered paragraph is the next point of a decision, and not the next field of a numbered form."""
    if last.name != "decision" or not paragraph.label or paragraph.style == "heading":
        return False
    labels = [each.label for each in last.below if each.label]
    form = last.heading.label or ""
    if form and comes_after(paragraph.label, form):
        return False
    return (
        comes_after(paragraph.label, labels[-1])
        if labels
        else bool(re.fullmatch(r"\(?(?:1|a|i)[.)]?", paragraph.label, re.I))
    )


def is_name(paragraph: Paragraph) -> bool:
    """Whether a paragraph that reads as a field's name is set as one: apart, or with a colon, or short."""
    set_apart = paragraph.style == "heading" or paragraph.bold or (paragraph.label or "").isdigit()
    bare = re.sub(r"[(\[].*[)\]]", "", paragraph.text).rstrip()
    return set_apart or bare.endswith((":", "?")) or len(bare) < 60


def records_in(fields: Iterable[Field]) -> list[dict[str, Field]]:
    """The fields record by record: a new one begins where a field comes again after the decision was told."""
    found: list[dict[str, Field]] = [{}]
    for each in fields:
        begins = each.name in ("title", "reference", "number", "decision")
        if begins and each.name in found[-1] and "decision" in found[-1]:
            found.append({})
        found[-1].setdefault(each.name, each)
    return joined(found)


def joined(records: Sequence[dict[str, Field]]) -> list[dict[str, Field]]:
    """The records; what tells no decision ("Title: Director" below a signature) goes with the record before it."""
    found: list[dict[str, Field]] = []
    for record in records:
        if found and "decision" not in record:
            found[-1] = {**record, **found[-1]}
        elif record:
            found.append(record)
    return found
