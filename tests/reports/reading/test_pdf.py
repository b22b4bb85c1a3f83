import io

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from reports.reading import by_hand, pages, pdf
from reports.reading.reading import Unreadable
from tests.reports.reading.papers import Print, column
from tests.reports.reading.papers import pdf as paper


def text_of(content: bytes) -> list[str]:
    return [" ".join(line.text for line in row) for page in pdf.printed(content).pages for row in page.rows]


def refusal(content: bytes) -> Unreadable:
    with pytest.raises(Unreadable) as refused:
        pdf.printed(content)
    return refused.value


def test_print_is_read_with_its_place_and_weight():
    (page,) = pdf.printed(paper([Print("MINUTES", 72, 100, bold=True), Print("Agreed", 72, 130)])).pages

    title, text = page.rows[0][0], page.rows[1][0]
    assert (title.text, title.bold, text.bold) == ("MINUTES", True, False)
    assert (title.x0, round(title.bottom)) == (pytest.approx(72), 102)


def test_pages_are_told_as_they_are_read():
    told: list[tuple[int, int]] = []

    pdf.printed(paper(column(["One"]), column(["Two"])), lambda page, of: told.append((page, of)))

    assert told == [(1, 2), (2, 2)]


def test_print_inside_a_drawing_is_read():
    written = io.BytesIO()
    canvas = Canvas(written)
    canvas.beginForm("drawing")
    canvas.drawString(72, 700, "Inside a drawing")
    canvas.endForm()
    canvas.doForm("drawing")
    canvas.save()

    assert text_of(written.getvalue()) == ["Inside a drawing"]


def test_a_file_locked_with_a_password_is_refused():
    written = io.BytesIO()
    canvas = Canvas(written, encrypt=StandardEncryption("secret"))
    canvas.drawString(72, 700, "Locked")
    canvas.save()

    assert refusal(written.getvalue()).state == "encrypted"


def test_a_file_without_text_is_refused():
    assert refusal(paper([])).state == "no_text"


def test_a_file_cut_short_is_refused_or_read_but_never_a_crash():
    content = paper(column(["The panel met"]))

    assert refusal(b"%PDF-1.4\n" + content[-40:]).state == "damaged"


def test_a_file_of_too_many_pages_is_refused(monkeypatch):
    monkeypatch.setattr(pages, "PAGE_LIMIT", 1)

    refused = refusal(paper(column(["One"]), column(["Two"])))

    assert (refused.state, "2 pages" in str(refused)) == ("too_long", True)


@pytest.mark.parametrize(("seen", "read"), [((1000,), [700]), ((1000, 900), [1000])])
def test_two_readings_that_differ_by_more_than_a_fifth_are_told(seen, read):
    assert "by hand" in (by_hand.difference(seen, read) or "")


def test_two_readings_that_nearly_agree_are_not_told():
    assert by_hand.difference((1000, 40), [950, 10]) is None


def test_a_picture_is_a_png_of_the_page():
    content = paper(column(["One"]), column(["Two"]))

    picture = pages.picture(content, 2)

    assert picture.startswith(b"\x89PNG")
    with pytest.raises(IndexError):
        pages.picture(content, 3)


def test_what_is_cut_off_a_page_is_not_read_and_places_fit_the_cut():
    document = pypdfium2.PdfDocument(paper([Print("Shown", 172, 200), Print("Cut off", 20, 200)]))
    document[0].set_cropbox(100, 0, 595, 842)
    written = io.BytesIO()
    document.save(written)

    (page,) = pdf.printed(written.getvalue()).pages

    assert [line.text for row in page.rows for line in row] == ["Shown"]
    assert page.rows[0][0].x0 == pytest.approx(72)


def test_a_page_that_is_a_picture_among_pages_of_print_is_told():
    canvas = Canvas(written := io.BytesIO(), pagesize=A4)
    canvas.drawString(72, 700, "1.1 Members noted the report on the family centres.")
    canvas.showPage()
    canvas.drawImage(ImageReader(Image.new("L", (200, 280), 200)), 0, 0, *A4)
    canvas.drawString(500, 30, "Page 2")
    canvas.save()

    assert (pdf.printed(written.getvalue()).by_hand or "").startswith("Page 2 is a picture")
