"""A paragraph's sentences, and the section that each paragraph stands in.

>>> [str(sentence) for sentence in sentences("Cllr. Ash (Ref. AB1) spoke. It was agreed.")]
['Cllr. Ash (Ref. AB1) spoke.', 'It was agreed.']
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reports.reading.facts import Source
from reports.reading.paragraph import Paragraph

# A full stop after one of these ends no sentence.
SHORT_FORMS = (
    "e.g", "i.e", "etc", "ref", "refs", "no", "nos", "cllr", "cllrs", "mr", "mrs", "ms", "dr", "st", "para", "paras",
    "approx", "vs", "inc", "incl", "p", "pp", "viz", "cf", "rt", "hon", "prof", "rev", "app", "fig", "jan", "feb",
    "mar", "apr", "aug", "sept", "sep", "oct", "nov", "dec",
)  # fmt: skip
END = re.compile(r"[.?!][\"'”’)\]]*(?=\s+[\"'“‘(\[]?[A-Z0-9#£])")
LAST_WORD = re.compile(r"([\w.]+)\.[\"'”’)\]]*$")
# Nobody writes a longer sentence: what runs on without a stop is a list or a table, and is cut at a blank.
LONGEST = 2000
BLANK = re.compile(r"\s(?=\S*$)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its place in the paragraph's text."""

    text: str
    start: int
    end: int

    def __str__(self) -> str:
        return self.text


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text, in order, without the space between them."""
    found: list[Sentence] = []
    start = 0
    for end in _ends(text):
        words = text[start:end]
        if stripped := words.strip():
            lead = start + len(words) - len(words.lstrip())
            found.append(Sentence(stripped, lead, lead + len(stripped)))
        start = end
    return found


def _ends(text: str) -> Iterator[int]:
    """Where the sentences of a text end; one that runs on is cut into pieces."""
    start = 0
    stops = [*(match.end() for match in END.finditer(text) if not _is_short_form(text, match.end())), len(text)]
    for stop in stops:
        while stop - start > LONGEST:
            blank = BLANK.search(text, start + LONGEST // 2, start + LONGEST)
            start = blank.end() if blank else start + LONGEST
            yield start
        yield stop
        start = stop


def _is_short_form(text: str, end: int) -> bool:
    last = LAST_WORD.search(text, max(0, end - 20), end)
    if not last:
        return False
    word = last[1].lower()
    # "No. 4" is a number, "and said no. The" is an end.
    if word in {"no", "p", "st", "mar", "may"}:
        return text[end : end + 3].strip()[:1].isdigit() or (word == "st" and text[end : end + 2].strip()[:1].isupper())
    return word in SHORT_FORMS or re.fullmatch(r"[a-z]", word) is not None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, None before the first one, and the paragraphs beneath it up to the next."""

    heading: Paragraph | None
    paragraphs: tuple[Paragraph, ...]

    @property
    def title(self) -> str:
        return self.heading.text if self.heading else ""


def sections(paragraphs: Iterable[Paragraph]) -> list[Section]:
    """Paragraphs under their nearest heading, in order."""
    found: list[tuple[Paragraph | None, list[Paragraph]]] = [(None, [])]
    for paragraph in paragraphs:
        if is_heading(paragraph):
            found.append((paragraph, []))
        else:
            found[-1][1].append(paragraph)
    return [Section(heading, tuple(beneath)) for heading, beneath in found if heading or beneath]


TITLE_END = re.compile(r"[.;:,?]\W*$")


def is_heading(paragraph: Paragraph) -> bool:
    """Whether a paragraph is set as a heading, or is short and no sentence: bold, or after a number.

    >>> is_heading(Paragraph(ordinal=1, page=1, label="4.2", text="Key measures - June 2014"))
    True
    """
    if paragraph.style == "heading":
        return True
    if paragraph.style != "paragraph" or TITLE_END.search(paragraph.text):
        return False
    if paragraph.bold:
        return len(paragraph.text) < 110
    numbered = paragraph.label is not None and re.match(r"\d", paragraph.label) is not None
    return numbered and len(paragraph.text) < 90 and not FINITE.search(paragraph.text)


FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|be|been|sits?|met|approved|agreed|noted|endorsed|considered"
    r"|received|asked|continues?"
    r"|remains?|chairs?)\b|^To\b"
)


def source_of(paragraph: Paragraph, quote: str, *more: Paragraph, basis: str = "place") -> Source:
    """Where a fact was read: in a paragraph, with the others that it was read from; `basis` is one of facts.BASES."""
    numbers = (other.label for other in more if other.label and re.match(r"\d", other.label))
    label = paragraph.label or next(numbers, None)
    passages = dict.fromkeys((paragraph.ordinal, *(other.ordinal for other in more)))
    return Source(paragraph.page, label, quote, tuple(passages), basis)


def printed(paragraph: Paragraph) -> str:
    """The basis of what a paragraph's own heading, label or column says of its words: a cell's or a mark's.

    >>> printed(Paragraph(ordinal=1, page=1, text="", style="row", cells=("Cabinet", "12 May 2021")))
    'cell'
    """
    return "cell" if paragraph.cells else "mark"


def one_line(text: str) -> str:
    """
    >>> one_line(" two\\n words ")
    'two words'
    """
    return " ".join(text.split())


def labelled(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[Paragraph, Paragraph]]:
    """Each paragraph with the numbered one that it belongs to: itself, or the last one before it that has a number.

    A bullet without a number of its own is cited by the number above it. Beneath an unnumbered heading the items of a
    list ("1.", "2.") above it no longer count, a paper's own numbers ("5.6") do.
    """
    above: Paragraph | None = None
    for paragraph in paragraphs:
        if paragraph.label and re.match(r"\d", paragraph.label):
            above = paragraph
        elif above and "." not in (above.label or "").rstrip(".") and is_heading(paragraph):
            above = None
        yield paragraph, above or paragraph
