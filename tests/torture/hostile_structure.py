"""PDF files whose frame harms their reader: pages, tables of places, objects, the file itself."""

from __future__ import annotations

import io
from collections.abc import Callable

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.torture.raw_pdf import MEGABYTE, SENTENCE, changed, file, ordinary, page, stream

HUGE = 2**31 - 1


def page_tree_loop() -> bytes:
    return changed({2: b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>"})


def page_tree_doubling() -> bytes:
    """A tree of pages whose every branch is the same one twice, twenty deep: a million pages out of one."""
    tree = {
        10 + n: b"<</Type/Pages/Kids[%d 0 R %d 0 R]/Count %d>>" % (11 + n, 11 + n, 2 ** (20 - n)) for n in range(20)
    }
    return changed({2: b"<</Type/Pages/Kids[10 0 R]/Count 1048576>>", **tree, 30: page()})


def one_page_many_times() -> bytes:
    return changed({2: b"<</Type/Pages/Kids[" + b"3 0 R " * 100_000 + b"]/Count 100000>>"})


def lying_count() -> bytes:
    return changed({2: b"<</Type/Pages/Kids[3 0 R]/Count %d>>" % HUGE})


def negative_count() -> bytes:
    return changed({2: b"<</Type/Pages/Kids[3 0 R]/Count -7>>"})


def no_pages() -> bytes:
    return changed({2: b"<</Type/Pages/Kids[]/Count 0>>"})


def no_catalogue() -> bytes:
    return changed({1: b"null"})


def table_of_places_loop() -> bytes:
    """The table of places says that the one before it is itself."""
    written = file(ordinary(), b"/Prev 0000000000")
    start = written.rindex(b"xref\n0")
    return written.replace(b"/Prev 0000000000", b"/Prev %010d" % start)


def places_without_end() -> bytes:
    """A packed table of places that claims two thousand million entries."""
    return (
        changed({6: stream(b"\0" * 20, b"/Type/XRef/Size 7/W[1 2 1]/Index[0 %d]/Root 1 0 R" % HUGE)})[:-40]
        + b"startxref\n600\n%%EOF"
    )


def packed_objects_loop() -> bytes:
    """A store of packed objects that is packed in itself."""
    return changed({4: b"9 0 R", 9: stream(b"9 0 <<>>", b"/Type/ObjStm/N 1/First 4/Extends 9 0 R")})


def nested_arrays() -> bytes:
    return changed({6: b"[" * 200_000 + b"]" * 200_000, 1: b"<</Type/Catalog/Pages 2 0 R/Extra 6 0 R>>"})


def nested_dictionaries() -> bytes:
    return changed({6: b"<</A " * 50_000 + b"1" + b">>" * 50_000, 1: b"<</Type/Catalog/Pages 2 0 R/Extra 6 0 R>>"})


def giant_page() -> bytes:
    return changed({3: page().replace(b"[0 0 595 842]", b"[0 0 1e30 1e30]")})


def page_of_no_size() -> bytes:
    return changed({3: page().replace(b"[0 0 595 842]", b"[0 0 0 0]")})


def page_inside_out() -> bytes:
    return changed({3: page(b"/Rotate 37/CropBox[500 500 -500 -500]").replace(b"[0 0 595 842]", b"[595 842 nan -1]")})


def encrypted() -> bytes:
    written = io.BytesIO()
    paper = Canvas(written, encrypt=StandardEncryption("secret", canPrint=0))
    paper.drawString(72, 700, SENTENCE.decode())
    paper.save()
    return written.getvalue()


def broken_encryption() -> bytes:
    return file(ordinary() | {6: b"<</Filter/Standard/V 99/R 99/O()/U()/P 0>>"}, b"/Encrypt 6 0 R/ID[()()]")


def too_many_pages() -> bytes:
    pages = {100 + n: page() for n in range(501)}
    kids = b" ".join(b"%d 0 R" % number for number in pages)
    return changed({2: b"<</Type/Pages/Kids[" + kids + b"]/Count 501>>", **pages})


def bookmarks_loop() -> bytes:
    """A table of contents whose first line comes after itself."""
    line = b"<</Title(Item 1)/Parent 6 0 R/Next 7 0 R/First 7 0 R/Last 7 0 R/Dest[3 0 R/Fit]>>"
    return changed(
        {1: b"<</Type/Catalog/Pages 2 0 R/Outlines 6 0 R>>", 6: b"<</First 7 0 R/Last 7 0 R/Count 9>>", 7: line}
    )


def actions_loop() -> bytes:
    return changed({1: b"<</Type/Catalog/Pages 2 0 R/OpenAction 6 0 R>>", 6: b"<</S/GoTo/Next[6 0 R 6 0 R]>>"})


def notes_that_are_themselves() -> bytes:
    return changed(
        {3: page(b"/Annots 6 0 R"), 6: b"[6 0 R 6 0 R 7 0 R]", 7: b"<</Subtype/Square/Rect 7 0 R/AP 7 0 R>>"}
    )


def cut_short() -> bytes:
    return file(ordinary())[:420]


def header_only() -> bytes:
    return b"%PDF-1.7\n"


def zeros() -> bytes:
    return b"%PDF-1.7\n" + bytes(40 * MEGABYTE) + b"%%EOF"


def garbage() -> bytes:
    return b"%PDF-1.7\n" + bytes(range(256)) * (20 * MEGABYTE // 256)


def objects_without_end() -> bytes:
    return b"%PDF-1.7\n" + b"1 0 obj\n" * (40 * MEGABYTE // 8) + b"%%EOF"


def tables_without_end() -> bytes:
    return b"%PDF-1.7\n" + b"xref\n0 1\ntrailer<</Prev 9>>\n" * 200_000 + b"startxref\n9\n%%EOF"


def web_page_as_pdf() -> bytes:
    return b"<html><body>%PDF-1.7 <script>alert(1)</script><p>The Panel noted the report.</p></body></html>"


def word_file_inside() -> bytes:
    """A file that is both: its first line is a PDF's, the rest is an archive's."""
    return b"%PDF-1.7\nPK\x03\x04" + bytes(2000)


STRUCTURE: dict[str, Callable[[], bytes]] = {
    hazard.__name__: hazard
    for hazard in (
        page_tree_loop, page_tree_doubling, one_page_many_times, lying_count, negative_count, no_pages, no_catalogue,
        table_of_places_loop, places_without_end, packed_objects_loop, nested_arrays, nested_dictionaries, giant_page,
        page_of_no_size, page_inside_out, encrypted, broken_encryption, too_many_pages, bookmarks_loop, actions_loop,
        notes_that_are_themselves, cut_short, header_only, zeros, garbage, objects_without_end, tables_without_end,
        web_page_as_pdf, word_file_inside,
    )
}  # fmt: skip
