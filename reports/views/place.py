"""Where a finding was read: the page's picture with the paragraph marked, or the paragraphs around it."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.core.paginator import Paginator

from reports import pictures
from reports.models import Document, Finding, Passage

# Word files have no pages of their own: their paragraphs are shown in parts of so many.
A_PART = 40
# No paragraph goes on over more pages than this.
LONGEST = 3


@dataclass
class Place:
    """One page, or one part of a Word file, as far as it is open to the user."""

    document: Document
    number: int
    total: int
    passages: list[Passage]
    marked: set[int] = field(default_factory=set)
    has_picture: bool = False
    finding: Finding | None = None

    @property
    def size(self) -> tuple[float, float]:
        return pictures.size_of(self.document, self.number)

    @property
    def boxes(self) -> list[tuple[float, float, float, float]]:
        """x, y, width and height of what is marked on the page, a little wider than its words."""
        return [
            (round(x0 - 3, 1), round(top - 2, 1), round(x1 - x0 + 6, 1), round(bottom - top + 4, 1))
            for passage in self.passages
            if passage.ordinal in self.marked
            for page, x0, top, x1, bottom in passage.boxes
            if page == self.number
        ]

    @property
    def previous(self) -> int | None:
        return self.number - 1 if self.number > 1 else None

    @property
    def next(self) -> int | None:
        return self.number + 1 if self.number < self.total else None


def place_of(document: Document, user, finding: Finding | None = None, number: int | None = None) -> Place:
    """The page or part that a number names, else the one that the finding was read from, else the first."""
    chosen = _page if document.is_pdf else _part
    place = chosen(document, user, finding.passage if finding else None, number)
    if finding:
        place.finding, place.marked = finding, {finding.passage.ordinal, *finding.passages}
    return place


def around(document: Document, passage: Passage, user) -> Place:
    """The page or part of one paragraph, which is marked on it."""
    chosen = _page if document.is_pdf else _part
    place = chosen(document, user, passage, None)
    place.marked = {passage.ordinal}
    return place


def _page(document: Document, user, passage: Passage | None, number: int | None) -> Place:
    total = document.pages or 1
    number = min(max(number or (passage.page if passage else 1), 1), total)
    # A paragraph is listed on the page it begins on; its end may stand on a later one.
    nearby = (number - LONGEST, number)
    return Place(
        document=document,
        number=number,
        total=total,
        passages=[other for other in _open(document, user).filter(page__range=nearby) if _is_on(other, number)],
        has_picture=pictures.is_page(document, number) and pictures.may_see(document, number, user),
    )


def _is_on(passage: Passage, number: int) -> bool:
    return passage.page == number or any(box[0] == number for box in passage.boxes)


def _part(document: Document, user, passage: Passage | None, number: int | None) -> Place:
    parts = Paginator(_open(document, user), A_PART)
    if number is None and passage is not None:
        number = _open(document, user).filter(ordinal__lt=passage.ordinal).count() // A_PART + 1
    part = parts.get_page(number or 1)
    return Place(document=document, number=part.number, total=parts.num_pages, passages=list(part))


def _open(document: Document, user):
    return document.passages.open_to(user).defer("search")
