"""Words that nobody sees on the page are left out and told of; words that are seen accuse nobody."""

import io
from collections.abc import Callable

import pytest
from PIL import Image
from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from reports.reading import pdf
from tests.torture.raw_pdf import PLAIN_TEXT, SENTENCE, changed, page, stream

OPEN = "The Panel noted the report on family centres."
SECRET = "Child A lives in Larch Lane"
WHITE, BLACK, BLUE = HexColor("#ffffff"), HexColor("#000000"), HexColor("#003366")
HALF = HexColor("#66ffff00", hasAlpha=True)


def printed(draw: Callable[[Canvas], object], plain: bool = False) -> pdf.Printed:
    """A page with an open sentence and what else is drawn on it, read again."""
    written = io.BytesIO()
    paper = Canvas(written, pagesize=(595, 842))
    paper.setFont("Helvetica", 11)
    paper.drawString(72, 760, OPEN)
    draw(paper)
    paper.save()
    return pdf.printed(written.getvalue(), plain=plain)


def text(read: pdf.Printed) -> str:
    return " ".join(line.text for page in read.pages for row in page.rows for line in row)


def box(paper: Canvas, colour=BLACK) -> None:
    paper.setFillColor(colour)
    paper.rect(70, 695, 160, 16, fill=1, stroke=0)


def secret(paper: Canvas, colour=BLACK) -> None:
    paper.setFillColor(colour)
    paper.drawString(72, 700, SECRET)


def picture(paper: Canvas, x: float, y: float, width: float, height: float) -> None:
    paper.drawImage(ImageReader(Image.new("L", (40, 40), 210)), x, y, width, height)


def under_a_box(paper):
    secret(paper)
    box(paper)


def under_a_white_box(paper):
    secret(paper)
    box(paper, WHITE)


def under_a_box_with_a_label(paper):
    under_a_box(paper)
    paper.setFillColor(WHITE)
    paper.drawString(100, 699, "REDACTED")


def under_a_thick_line(paper):
    secret(paper)
    paper.setLineWidth(16)
    paper.line(70, 703, 240, 703)


def under_a_picture(paper):
    secret(paper)
    picture(paper, 70, 690, 170, 24)


def in_a_drawing_under_a_box(paper):
    paper.beginForm("note")
    paper.setFont("Helvetica", 11)
    secret(paper)
    paper.endForm()
    paper.doForm("note")
    box(paper)


def white_on_the_page(paper):
    secret(paper, WHITE)


def black_on_black(paper):
    box(paper)
    secret(paper)


def off_the_page(paper):
    paper.drawString(72, 900, SECRET)


def invisible(paper):
    line = paper.beginText(72, 700)
    line.setTextRenderMode(3)
    line.textLine(SECRET)
    paper.drawText(line)


@pytest.mark.parametrize(
    ("draw", "sort"),
    [
        (under_a_box, "covered_text"),
        (under_a_white_box, "covered_text"),
        (under_a_box_with_a_label, "covered_text"),
        (under_a_thick_line, "covered_text"),
        (under_a_picture, "covered_text"),
        (in_a_drawing_under_a_box, "covered_text"),
        (white_on_the_page, "white_text"),
        (black_on_black, "white_text"),
        (off_the_page, "off_page_text"),
        (invisible, "invisible_text"),
    ],
)
def test_hidden_words_are_left_out_and_flagged_without_saying_what_they_are(draw, sort):
    read = printed(draw)

    assert [(flag.sort, flag.page) for flag in read.flags] == [(sort, 1)]
    assert OPEN in text(read)
    assert "Larch" not in text(read) + read.flags[0].message


def on_a_dark_table_head(paper):
    box(paper, BLUE)
    secret(paper, WHITE)


def under_a_highlighter(paper):
    secret(paper)
    box(paper, HALF)


def beside_a_box_that_is_cut_off(paper):
    secret(paper)
    paper.saveState()
    path = paper.beginPath()
    path.rect(400, 400, 5, 5)
    paper.clipPath(path, stroke=0)
    box(paper)
    paper.restoreState()


def printed_again_on_a_white_box(paper):
    secret(paper)
    box(paper, WHITE)
    secret(paper)


def on_a_picture(paper):
    picture(paper, 70, 690, 170, 24)
    secret(paper)


@pytest.mark.parametrize(
    "draw",
    [
        on_a_dark_table_head,
        under_a_highlighter,
        beside_a_box_that_is_cut_off,
        printed_again_on_a_white_box,
        on_a_picture,
    ],
)
def test_words_that_are_seen_are_read_and_flag_nothing(draw):
    read = printed(draw)

    assert read.flags == ()
    assert SECRET in text(read)


def test_a_scan_with_recognised_words_is_read_and_to_be_checked_by_hand():
    def scan(paper):
        picture(paper, 0, 0, 595, 842)
        line = paper.beginText(72, 700)
        line.setTextRenderMode(3)
        for number in range(9):
            line.textLine(f"Recognised words of line {number}")
        paper.drawText(line)

    read = printed(scan)

    assert read.flags == ()
    assert "words of line 8" in text(read)
    assert "scan" in (read.by_hand or "")


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_with_print_that_stands_sideways_is_to_be_checked_by_hand(degrees):
    def turned(paper):
        paper.translate(300, 400)
        paper.rotate(degrees)
        for number in range(4):
            paper.drawString(0, 20 * number, "Votes for: 5; votes against: 3")

    assert "page 1 stands sideways" in (printed(turned).by_hand or "")


def test_a_stamp_that_stands_sideways_is_no_matter():
    def turned(paper):
        paper.translate(300, 400)
        paper.rotate(90)
        paper.drawString(0, 0, "Appendix B")

    assert printed(turned).by_hand is None


TWO_LINES = b"BT /F1 12 Tf 72 700 Td (Child A lives in Larch Lane) Tj 0 100 Td (Seen) Tj ET"


@pytest.mark.parametrize("sort", [b"Square/IC[0 0 0]/AP<</N 7 0 R>>", b"Redact"])
def test_a_note_drawn_over_words_and_a_redaction_not_carried_out_hide_them(sort):
    drawn = (
        b"<</Type/XObject/Subtype/Form/BBox[70 690 330 720]/Length 27>>stream\n0 g 70 690 260 30 re f    \nendstream"
    )
    note = b"<</Type/Annot/Subtype/" + sort + b"/F 4/Rect[70 690 330 720]>>"
    covered = page(b"/Annots[6 0 R]")

    read = pdf.printed(changed({3: covered, 4: stream(TWO_LINES), 6: note, 7: drawn}))

    assert [flag.sort for flag in read.flags] == ["covered_text"]
    assert text(read) == "Seen"


@pytest.mark.parametrize("draw", [under_a_box, white_on_the_page, invisible, off_the_page])
def test_hidden_words_are_left_out_where_pdfium_reads_alone_too(draw):
    read = printed(draw, plain=True)

    assert len(read.flags) == 1
    assert text(read) == OPEN


def test_pdfium_alone_reads_the_same_lines():
    def lines(paper):
        paper.setFont("Helvetica-Bold", 11)
        paper.drawString(72, 720, "5. FAMILY CENTRES")
        paper.setFont("Helvetica", 11)
        paper.drawString(72, 700, "5.1")
        paper.drawString(110, 700, "Members heard that three centres had opened.")

    whole, plain = (printed(lines, plain=way) for way in (False, True))

    assert text(plain) == text(whole)
    assert [[line.bold for line in row] for row in plain.pages[0].rows] == [[False], [True], [False, False]]
    assert "simpler way" in (plain.by_hand or "")


def test_a_page_that_pdfminer_cannot_read_is_read_from_pdfium():
    read = pdf.printed(changed({4: stream(PLAIN_TEXT, length=b"4 0 R")}))

    assert text(read) == SENTENCE.decode()
    assert "simpler way" in (read.by_hand or "")


def test_a_font_whose_letters_have_no_width_is_read_from_pdfium():
    read = pdf.printed(changed({5: b"<</Type/Font/Subtype/Type1/BaseFont/Unheard-Of>>"}))

    assert text(read) == SENTENCE.decode()
