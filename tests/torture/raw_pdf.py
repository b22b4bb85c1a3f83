"""PDF files put together by hand, object by object, so that any of them can be wrong."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

MEGABYTE = 1024 * 1024
SENTENCE = b"The Panel noted the report of the Director of Children and Families and thanked the officers."
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
PLAIN_TEXT = b"BT /F1 12 Tf 72 700 Td (" + SENTENCE + b") Tj ET"


def stream(content: bytes, entries: bytes = b"", length: bytes | None = None) -> bytes:
    """A stream object; `length` where it is to lie about its length."""
    return b"<</Length %s%s>>stream\n%s\nendstream" % (length or str(len(content)).encode(), entries, content)


def page(entries: bytes = b"", resources: bytes = b"/Font<</F1 5 0 R>>") -> bytes:
    return (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<"
        + resources
        + b">>"
        + entries
        + b">>"
    )


def ordinary(content: bytes | None = None) -> dict[int, bytes]:
    """The objects of a file of one page: 1 its catalogue, 2 its page tree, 3 the page, 4 what it prints, 5 its font."""
    return {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: page(),
        4: stream(PLAIN_TEXT if content is None else content),
        5: FONT,
    }


def file(objects: Mapping[int, bytes], trailer: bytes = b"", before: bytes = b"%PDF-1.7\n") -> bytes:
    """The objects as a file with a table of their places."""
    written = bytearray(before)
    places = {}
    for number, thing in objects.items():
        places[number] = len(written)
        written += b"%d 0 obj\n%s\nendobj\n" % (number, thing)
    start, size = len(written), max(objects, default=0) + 1
    written += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        place = places.get(number)
        written += b"%010d 00000 n \n" % place if place else b"0000000000 00000 f \n"
    written += b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start)
    return bytes(written)


def changed(objects: Mapping[int, bytes]) -> bytes:
    """An ordinary file with some objects replaced or added."""
    return file(ordinary() | dict(objects))


def deflated(size: int, sign: bytes = b"\0") -> bytes:
    """So many bytes alike, as the few kilobytes that unpack to them."""
    pack = zlib.compressobj(9)
    block = sign * (4 * MEGABYTE)
    return b"".join([pack.compress(block) for _ in range(size // len(block))] + [pack.flush()])
