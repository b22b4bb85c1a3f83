"""What a PDF file carries besides its pages: embedded files, scripts, and earlier versions of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pdfminer.pdfdocument import PDFDocument, PDFXRefFallback
from pdfminer.pdftypes import resolve1

from reports.reading import pages
from reports.reading.reading import Flag, Unreadable

MESSAGES = {
    "embedded_files": "Other files are embedded in this file, and go wherever it goes.",
    "scripts": "This file holds a script or starts a program when it is opened.",
    "superseded_revisions": "An earlier version of this paper is kept inside the file, with other text than is shown.",
}
# What an action may do that reaches beyond the file's own pages.
RUNNING = ("JavaScript", "Launch", "ImportData", "SubmitForm", "Rendition")
END = re.compile(rb"%%EOF[\r\n]{0,2}")
# So many saved versions back are looked at, and so many actions, one after another.
VERSIONS = 4
MOST_STEPS = 200


def flags_of_file(content: bytes) -> Iterator[Flag]:
    """The flags of what PDFium finds, in any file that it opens."""
    sorts = []
    files, scripts = pages.carried(content)
    if files:
        sorts.append("embedded_files")
    if scripts:
        sorts.append("scripts")
    if has_other_versions(content):
        sorts.append("superseded_revisions")
    for sort in sorts:
        yield Flag(sort=sort, message=MESSAGES[sort])


def flags_of_document(document: PDFDocument) -> Iterator[Flag]:
    """The flags of actions that run when the file is opened, which PDFium does not tell."""
    if any(runs(action) for action in (document.catalog.get("OpenAction"), document.catalog.get("AA"))):
        yield Flag(sort="scripts", message=MESSAGES["scripts"])


def flags_of_page(page: Any, number: int) -> Iterator[Flag]:
    """The flags of what hangs on a page of pdfminer's: files, and actions that run."""
    notes = [note for note in map(resolve1, as_list(page.annots)) if isinstance(note, dict)]
    if any(name(note.get("Subtype")) == "FileAttachment" for note in notes):
        yield Flag(sort="embedded_files", message=MESSAGES["embedded_files"], page=number)
    if runs(page.attrs.get("AA")) or any(runs(note.get("A")) or runs(note.get("AA")) for note in notes):
        yield Flag(sort="scripts", message=MESSAGES["scripts"], page=number)


def is_mended(content: bytes, document: PDFDocument, pages: int) -> bool:
    """Whether a document's table of places or of pages is wrong, so that parts of it may be missing.

    A file that a mail program has put a line before is whole, although no place in it is where the table says.
    """
    if content.startswith(b"%PDF-") and any(isinstance(table, PDFXRefFallback) for table in document.xrefs):
        return True
    tree = resolve1(document.catalog.get("Pages"))
    count = resolve1(tree.get("Count")) if isinstance(tree, dict) else None
    return isinstance(count, int) and count != pages


def runs(action: Any) -> bool:
    """Whether an action, one after it or one of several for different moments does more than turn to a page."""
    waiting, seen = [action], 0
    while waiting and seen < MOST_STEPS:
        seen += 1
        step = resolve1(waiting.pop())
        if isinstance(step, list):
            waiting += step[:MOST_STEPS]
        elif isinstance(step, dict):
            if name(step.get("S")) in RUNNING:
                return True
            # A destination names a page; only actions have steps after them.
            waiting += [value for key, value in step.items() if key == "Next" or len(key) <= 2]
    return False


def has_other_versions(content: bytes) -> bool:
    """Whether the file as it was saved before has other text: each saved change ends with a mark of its own."""
    ends = [found.end() for found in END.finditer(content)]
    # A file made for the web is saved once but has two ends, the first near its beginning.
    earlier = ends[1 if b"/Linearized" in content[:1024] else 0 : -1]
    if not earlier:
        return False
    shown = words(content)
    before = (words(content[:end]) for end in earlier[-VERSIONS:])
    return any(text is not None and text != shown for text in before)


def words(content: bytes) -> list[str] | None:
    """The text of each page; None where the file cannot be opened."""
    try:
        return pages.texts(content)
    except Unreadable:
        return None


def as_list(value: Any) -> list[Any]:
    value = resolve1(value)
    return value[:5000] if isinstance(value, list) else []


def name(value: Any) -> str:
    return str(getattr(resolve1(value), "name", ""))
