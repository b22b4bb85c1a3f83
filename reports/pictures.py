"""Pictures of pages: who may see them, and drawing each once."""

from __future__ import annotations

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from reports import sandbox
from reports.access import may_read_exempt
from reports.models import Document

# A4 in points, for a document whose pages were not measured.
USUAL_SIZE = (595, 842)


def may_see(document: Document, page: int, user) -> bool:
    """Whether the user may see a page of a document."""
    return page in seen_of(document, {page}, user)


def seen_of(document: Document, pages: set[int], user) -> set[int]:
    """Those of a document's pages that the user may see.

    For those not cleared, every doubt hides a page: one with an exempt paragraph or an end of one, one of a document
    with exempt parts on which no open paragraph was read, and every page of a document that has not been read yet.
    """
    if may_read_exempt(user):
        return pages
    if document.wholly_exempt or not document.is_read:
        return set()
    exempt = _pages_of(document.passages.filter(part="exempt"))
    return (pages & _pages_of(document.passages.filter(part="open"))) - exempt if exempt else pages


def is_page(document: Document, page: int) -> bool:
    return document.is_pdf and 1 <= page <= (document.pages or 0)


def size_of(document: Document, page: int) -> tuple[float, float]:
    """Width and height of a page in points."""
    sizes = document.page_sizes
    return tuple(sizes[page - 1]) if 1 <= page <= len(sizes) else USUAL_SIZE


def picture(document: Document, page: int) -> bytes:
    """A page of a PDF as PNG, drawn once and kept. sandbox.Died when it cannot be drawn."""
    name = f"pictures/{document.sha256[:2]}/{document.sha256}-{page}.png"
    if default_storage.exists(name):
        with default_storage.open(name) as kept:
            return kept.read()
    with document.file.open() as file:
        png = sandbox.picture(file, page)
    default_storage.save(name, ContentFile(png))
    return png


def _pages_of(passages) -> set[int]:
    """Every page that a part of the paragraphs stands on."""
    pages = set()
    for page, boxes in passages.values_list("page", "boxes"):
        pages |= {page, *(int(box[0]) for box in boxes)}
    return pages
