"""PDF files whose pages harm their reader: what is packed, printed, drawn, and the fonts it is printed in."""

from __future__ import annotations

import zlib
from collections.abc import Callable

from tests.torture.raw_pdf import FONT, MEGABYTE, PLAIN_TEXT, SENTENCE, changed, deflated, page, stream

HUGE = 2**31 - 1


def packed_bomb() -> bytes:
    """A page that unpacks to a gigabyte of zeros."""
    return changed({4: stream(deflated(1024 * MEGABYTE), b"/Filter/FlateDecode")})


def packed_twice_bomb() -> bytes:
    """A few kilobytes that unpack to a megabyte that unpacks to a gigabyte."""
    return changed({4: stream(zlib.compress(deflated(1024 * MEGABYTE)), b"/Filter[/FlateDecode/FlateDecode]")})


def run_length_bomb() -> bytes:
    """Packed runs of one letter, half a gigabyte of them."""
    return changed({4: stream(zlib.compress(b"\x81 " * (4 * MEGABYTE)), b"/Filter[/FlateDecode/RunLengthDecode]")})


def text_bomb() -> bytes:
    """Ten million letters on one page."""
    text = b"BT /F1 1 Tf 72 700 Td (" + SENTENCE * 110_000 + b") Tj ET"
    return changed({4: stream(zlib.compress(text), b"/Filter/FlateDecode")})


def scattered_letters() -> bytes:
    """Twenty thousand letters, each placed by itself."""
    placed = b"\n".join(b"1 0 0 1 %d %d Tm (x) Tj" % (n * 7919 % 595, n * 104729 % 842) for n in range(20_000))
    return changed({4: stream(b"BT /F1 4 Tf " + placed + b" ET")})


def many_boxes() -> bytes:
    """Half a million filled boxes over a line of text."""
    return changed({4: stream(zlib.compress(PLAIN_TEXT + b" 70 690 400 30 re f" * 500_000), b"/Filter/FlateDecode")})


def drawing_in_itself() -> bytes:
    inner = stream(
        b"/X1 Do " + PLAIN_TEXT, b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X1 6 0 R>>>>"
    )
    return changed({3: page(resources=b"/Font<</F1 5 0 R>>/XObject<</X1 6 0 R>>"), 4: stream(b"/X1 Do"), 6: inner})


def drawings_doubling() -> bytes:
    """Each drawing places the next ten times, nine deep."""
    drawings = {
        10 + n: stream(
            b"/X Do " * 10,
            b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X %d 0 R>>>>" % (11 + n),
        )
        for n in range(9)
    }
    last = stream(PLAIN_TEXT, b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>")
    return changed({3: page(resources=b"/XObject<</X 10 0 R>>"), 4: stream(b"/X Do"), **drawings, 19: last})


def length_of_itself() -> bytes:
    return changed({4: stream(PLAIN_TEXT, length=b"4 0 R")})


def lying_length() -> bytes:
    return changed({4: stream(PLAIN_TEXT, length=b"99999999")})


def nested_arrays_on_the_page() -> bytes:
    return changed({4: stream(zlib.compress(b"[" * 500_000 + PLAIN_TEXT), b"/Filter/FlateDecode")})


def unclosed_text() -> bytes:
    return changed({4: stream(b"BT /F1 12 Tf 72 700 Td (" + b"((((" * 200_000)})


def saved_states() -> bytes:
    """A page that saves its state a million times and never goes back."""
    return changed({4: stream(zlib.compress(b"q " * 1_000_000 + PLAIN_TEXT), b"/Filter/FlateDecode")})


def letters_without_end() -> bytes:
    """A font that says which letters two thousand million codes print."""
    table = stream(
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00000000> <FFFFFFFF> "
        b"endcodespacerange 1 beginbfrange <00000000> <7FFFFFFF> <0041> endbfrange endcmap"
    )
    return changed({5: FONT[:-2] + b"/ToUnicode 6 0 R>>", 6: table})


def composed_font(inner: bytes, encoding: bytes = b"/Identity-H") -> dict[int, bytes]:
    return {
        5: b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding%s/DescendantFonts[6 0 R]>>" % encoding,
        6: b"<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(A)/Ordering(B)/Supplement 0>>"
        + inner
        + b">>",
    }


def widths_without_end() -> bytes:
    return changed(composed_font(b"/W[0 %d 500]" % HUGE))


def table_by_path() -> bytes:
    """A font whose table of letters is named like a file elsewhere: older readers loaded and ran it."""
    return changed(composed_font(b"", b"/#2Ftmp#2Fsecret#2Ftable"))


def font_of_drawings_in_itself() -> bytes:
    """A font whose letter A is drawn by printing the letter A in that font."""
    letters = b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/FirstChar 65/LastChar 65/Widths[9]"
    letters += b"/Encoding<</Differences[65/A]>>/CharProcs<</A 6 0 R>>/Resources<</Font<</F1 5 0 R>>>>>>"
    return changed({5: letters, 4: stream(b"BT /F1 9 Tf (AAAA) Tj ET"), 6: stream(b"9 0 d0 BT /F1 1 Tf (A) Tj ET")})


def no_fonts() -> bytes:
    return changed({3: page(resources=b"")})


def font_is_a_number() -> bytes:
    return changed({5: b"42"})


def predictor_of_huge_rows() -> bytes:
    packed = b"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns %d>>" % HUGE
    return changed({4: stream(zlib.compress(PLAIN_TEXT), packed)})


def predictor_of_negative_rows() -> bytes:
    packed = b"/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns -1/Colors -3/BitsPerComponent 0>>"
    return changed({4: stream(zlib.compress(PLAIN_TEXT), packed)})


def many_filters() -> bytes:
    return changed({4: stream(PLAIN_TEXT, b"/Filter[" + b"/ASCIIHexDecode" * 5000 + b"]")})


def places_that_are_no_numbers() -> bytes:
    far = b"9" * 400
    return changed(
        {4: stream(b"%s 0 0 %s 0 0 cm BT /F1 %s Tf %s -%s Td (%s) Tj ET" % (far, far, far, far, far, SENTENCE))}
    )


def picture_bomb() -> bytes:
    """A picture of two thousand million dots over a line of text."""
    entries = b"/Type/XObject/Subtype/Image/Width 46000/Height 46000/BitsPerComponent 8/ColorSpace/DeviceRGB"
    drawn = (
        PLAIN_TEXT
        + b" 1 1 1 rg BT /F1 12 Tf 72 600 Td (White words on a white page) Tj ET q 595 0 0 842 0 0 cm /I Do Q"
    )
    picture = stream(deflated(64 * MEGABYTE), entries + b"/Filter/FlateDecode")
    return changed({3: page(resources=b"/Font<</F1 5 0 R>>/XObject<</I 6 0 R>>"), 4: stream(drawn), 6: picture})


PAGES: dict[str, Callable[[], bytes]] = {
    hazard.__name__: hazard
    for hazard in (
        packed_bomb, packed_twice_bomb, run_length_bomb, text_bomb, scattered_letters, many_boxes, drawing_in_itself,
        drawings_doubling, length_of_itself, lying_length, nested_arrays_on_the_page, unclosed_text, saved_states,
        letters_without_end, widths_without_end, table_by_path, font_of_drawings_in_itself, no_fonts,
        font_is_a_number, predictor_of_huge_rows, predictor_of_negative_rows, many_filters,
        places_that_are_no_numbers, picture_bomb,
    )
}  # fmt: skip
