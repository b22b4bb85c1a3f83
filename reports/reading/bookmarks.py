"""A PDF file's own table of contents: programs that bind papers into one file write a line there for each paper."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

import pypdfium2
import pypdfium2.raw

from reports.reading.pages import opened

# A bookmark to the head of a page leads no lower than this share of its height.
TOP = 0.2
# Files have been made whose table of contents never ends.
LIMIT = 2000


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of a file's table of contents: its words, its depth (0 outermost) and the page that it leads to.

    at_top: it leads to the head of its page, or to the page as a whole.
    """

    title: str
    level: int
    page: int
    at_top: bool


def bookmarks(content: bytes) -> tuple[Bookmark, ...]:
    """The bookmarks that lead to a page, in their order; none where the file has no table of contents."""
    document = opened(content)
    try:
        lines = list(islice(document.get_toc(max_depth=2), LIMIT))
        return tuple(found for line in lines if (found := led_to(document, line)))
    except (pypdfium2.PdfiumError, ValueError):
        return ()
    finally:
        document.close()


def led_to(document: pypdfium2.PdfDocument, line: pypdfium2.PdfBookmark) -> Bookmark | None:
    """A bookmark with its page, 1 for the first; None where it leads out of the file or nowhere."""
    place = line.get_dest()
    index = place.get_index() if place else None
    if place is None or index is None or not 0 <= index < len(document):
        return None
    mode, view = place.get_view()
    # Only these two say how far down the page they lead.
    down = {pypdfium2.raw.PDFDEST_VIEW_XYZ: 1, pypdfium2.raw.PDFDEST_VIEW_FITH: 0}.get(mode)
    height = view[down] if down is not None and len(view) > down else None
    at_top = not height or height >= (1 - TOP) * document.get_page_size(index)[1]
    return Bookmark(" ".join(line.get_title().split()), line.level, index + 1, at_top)
