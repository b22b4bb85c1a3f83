"""The runs of a Word paragraph: its words as they are printed, and how."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from reports.reading.archive import WORD
from reports.reading.inside_word import hides
from reports.reading.numbering import value

COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
NOTHING: Mapping[str, str] = {}
SIGNS = {WORD + "tab": "\t", WORD + "cr": "\n", WORD + "noBreakHyphen": "-", WORD + "ptab": "\t"}
# Below these nothing is printed: what was deleted, instructions of fields, notes of reviewers.
UNPRINTED = {
    WORD + name
    for name in ("del", "moveFrom", "delText", "instrText", "pPr", "rPr", "sdtPr", "footnoteReference", "fldData")
} | {COMPATIBLE + "Fallback"}


@dataclass
class Print:
    """What a paragraph prints.

    page: the page it ends on; breaks_before: the page it begins on where a break stands before its first word; boxes:
    the texts of its text boxes; plain: most of it is set not bold although its style is.
    """

    page: int
    text: str = ""
    bold: bool = False
    plain: bool = False
    size: float = 0.0
    breaks_before: int | None = None
    boxes: list[str] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)
    hidden: Mapping[str, str] = field(default_factory=dict)


def printed(paragraph: etree._Element, page: int, hidden: Mapping[str, str] = NOTHING) -> Print:
    """The words of a paragraph that begins on a page; `hidden` are the styles that hide, with their sorts of flags."""
    words = Print(page, hidden=hidden)
    letters = bold = plain = 0
    for run in runs(paragraph, words):
        weight = is_bold(run)
        text = run_text(run, words)
        words.text += text
        letters += len(text.strip())
        bold += len(text.strip()) if weight else 0
        plain += len(text.strip()) if weight is False else 0
        words.size = words.size or size_of(run)
    words.bold = 2 * bold > letters > 0
    words.plain = 2 * plain > letters
    return words


def runs(element: etree._Element, words: Print) -> Iterator[etree._Element]:
    """The runs below an element that are printed, those of text boxes apart."""
    for child in element.iterchildren():
        if child.tag == WORD + "r":
            if sort := hiding(child, words.hidden):
                if any((text.text or "").strip() for text in child.iterchildren(WORD + "t")):
                    words.flags.add(sort)
            else:
                yield child
        elif child.tag in UNPRINTED:
            if child.tag in (WORD + "del", WORD + "moveFrom"):
                words.flags.add("tracked_changes")
        else:
            if child.tag == WORD + "ins":
                words.flags.add("tracked_changes")
            yield from runs(child, words)


def run_text(run: etree._Element, words: Print) -> str:
    text = ""
    for child in run.iterchildren():
        if child.tag == WORD + "t":
            text += child.text or ""
        elif child.tag == WORD + "lastRenderedPageBreak" or (
            child.tag == WORD + "br" and child.get(WORD + "type") == "page"
        ):
            words.page += 1
            if not (words.text + text).strip():
                words.breaks_before = words.page
        elif child.tag == WORD + "br":
            text += "\n"
        elif child.tag in SIGNS:
            text += SIGNS[child.tag]
        elif child.tag not in UNPRINTED:
            words.boxes += boxes(child, words)
    return text


def boxes(element: etree._Element, words: Print) -> Iterator[str]:
    """The texts of the text boxes drawn within a run, each once although Word writes them twice."""
    for child in element.iter(WORD + "txbxContent"):
        if not any(above.tag == COMPATIBLE + "Fallback" for above in child.iterancestors()):
            inner = [printed(paragraph, words.page, words.hidden) for paragraph in child.iter(WORD + "p")]
            words.flags.update(*(each.flags for each in inner))
            yield " ".join(each.text for each in inner)


def is_bold(run: etree._Element) -> bool | None:
    """Whether a run is set bold; None where it says nothing and its style decides."""
    element = run.find(f"{WORD}rPr/{WORD}b")
    return None if element is None else value(element) not in ("0", "false", "off")


def hiding(run: etree._Element, hidden: Mapping[str, str]) -> str | None:
    """Why a run is not seen, as a sort of flag: what it says itself goes before its style and its paragraph's."""
    own = run.find(WORD + "rPr")
    if own is not None and (sort := hides(own)):
        return sort
    if not hidden or (own is not None and own.find(WORD + "vanish") is not None):
        return None
    style = value(own.find(WORD + "rStyle")) if own is not None else None
    above = next(run.iterancestors(WORD + "p"), None)
    of_paragraph = value(above.find(f"{WORD}pPr/{WORD}pStyle")) if above is not None else None
    sort = hidden.get(style or "") or hidden.get(of_paragraph or "")
    # A run of another colour than its white style's is seen.
    coloured = own is not None and (own.find(WORD + "color") is not None or own.find(WORD + "shd") is not None)
    return None if sort == "white_text" and coloured else sort


def size_of(run: etree._Element) -> float:
    """Letter height in points, 0 where the run does not say."""
    size = value(run.find(f"{WORD}rPr/{WORD}sz"))
    return int(size) / 2 if size and size.isdigit() else 0.0
