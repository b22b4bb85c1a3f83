"""A PDF's letters as PDFium finds them, for pages that pdfminer cannot read or would take for ever to read."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as raw

from reports.reading.letters import BOLD, Area, Letter

# PDFium tells places in whole steps: so many to a point.
STEPS = 16
BOLD_WEIGHT = 600
QUARTER_TURN = 1.57


def plain_letters(page: pypdfium2.PdfPage) -> list[Letter]:
    """The letters of an opened page in their order, places in points from the lower left corner of its picture."""
    text = page.get_textpage()
    try:
        return list(letters_of(page, text))
    finally:
        text.close()


def letters_of(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage) -> Iterator[Letter]:
    width, height = page.get_size()
    loose = raw.FS_RECTF()
    for place in range(text.count_chars()):
        sign = chr(raw.FPDFText_GetUnicode(text, place))
        # Spaces that PDFium adds by its own judgement are left to this reader's.
        if raw.FPDFText_IsGenerated(text, place) == 1 or sign in "\x00\ufffe\uffff" or "\ud800" <= sign <= "\udfff":
            continue
        if not raw.FPDFText_GetLooseCharBox(text, place, ctypes.byref(loose)):
            continue
        area = on_picture(page, (loose.left, loose.bottom, loose.right, loose.top), width, height)
        angle = raw.FPDFText_GetCharAngle(text, place) % (4 * QUARTER_TURN)
        upright = angle < 0.02 or angle > 4 * QUARTER_TURN - 0.02
        yield Letter(sign, area, area[3] - area[1], is_bold(text, place), upright, not upright)


def on_picture(page: pypdfium2.PdfPage, area: Area, width: float, height: float) -> Area:
    """A place on the page as it is shown: turned and cut off as the file says."""
    across, down = round(width * STEPS), round(height * STEPS)
    x, y = ctypes.c_int(), ctypes.c_int()
    corners = []
    for corner in (area[:2], area[2:]):
        raw.FPDF_PageToDevice(page, 0, 0, across, down, 0, *corner, ctypes.byref(x), ctypes.byref(y))
        corners.append((x.value / STEPS, height - y.value / STEPS))
    (x0, y0), (x1, y1) = corners
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def is_bold(text: pypdfium2.PdfTextPage, place: int) -> bool:
    if raw.FPDFText_GetFontWeight(text, place) >= BOLD_WEIGHT:
        return True
    name = ctypes.create_string_buffer(100)
    raw.FPDFText_GetFontInfo(text, place, name, 100, None)
    return any(word in name.value.decode("utf-8", "replace").lower() for word in BOLD)
