"""What minutes print below an item's resolution of why it was made and what else was considered.

RESOLVED: That the hubs open at nine.
Reasons for decision
Parents asked for it.
Alternatives considered and rejected: To open at ten.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.reading.clerks_marks import BEGINS, RESOLVED, TOLD
from reports.reading.paragraph import Paragraph
from reports.reading.record_answers import says_nothing
from reports.reading.record_fields import Field, fields_in, worded
from reports.reading.record_lines import fields_apart


@dataclass(frozen=True, slots=True)
class Why:
    """The words of both headings, None where an item has none, and the ordinals of what they were read from."""

    reasons: str | None = None
    alternatives: str | None = None
    passages: tuple[int, ...] = ()


def why(paragraphs: Sequence[Paragraph]) -> Why:
    """The reasons and alternatives of an item of business; of an item that prints either twice neither is told.

    >>> told = [Paragraph(ordinal=0, page=1, text="Reason for decision: Parents asked for it.")]
    >>> why(told).reasons
    'Parents asked for it.'
    """
    fields = fields_in(fields_apart(paragraphs))
    found = {name: only(name, fields) for name in ("reasons", "alternatives")}
    passages = [each.ordinal for told in found.values() if told for each in (told.heading, *words_of(told))]
    return Why(text_of(found["reasons"]), text_of(found["alternatives"]), tuple(dict.fromkeys(passages)))


def only(name: str, fields: Sequence[Field]) -> Field | None:
    named = [each for each in fields if each.name == name]
    return named[0] if len(named) == 1 else None


def words_of(told: Field) -> Iterator[Paragraph]:
    """The paragraphs below a heading, up to where the minutes resolve or tell of the meeting again."""
    for place, paragraph in enumerate(told.below):
        is_point = paragraph.style == "bullet" or bool(paragraph.label)
        if BEGINS.match(paragraph.text) or RESOLVED.match(paragraph.text) or TOLD.match(paragraph.text):
            return
        # Beside or below the first paragraph only its points go on.
        if (told.beside or place) and not is_point:
            return
        yield paragraph


def text_of(told: Field | None) -> str | None:
    if told is None:
        return None
    lines = [told.beside, *(worded(each) for each in words_of(told))]
    text = "\n".join(line for line in lines if line.strip())
    return None if not text or (told.name == "reasons" and says_nothing(text)) else text
