"""A matter taken away as one PDF: its timeline and, in date order, its source pages, without what is not open."""

import io

import pypdfium2
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse
from reportlab.pdfgen import canvas

from meetings.matter_print import in_a_row, pages_in, plain, printed
from meetings.models import Entry, Matter
from reports import actions, sandbox
from reports.models import Document
from tests import factories
from tests.meetings.matters_of import matter
from tests.meetings.reading_pages import signed_in

pytestmark = pytest.mark.django_db


def pdf(*texts: str) -> bytes:
    written = io.BytesIO()
    paper = canvas.Canvas(written)
    for text in texts:
        paper.drawString(72, 700, text)
        paper.showPage()
    paper.save()
    return written.getvalue()


def texts(content: bytes) -> list[str]:
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(content)]


def paper(day: str, *pages: str, closed: int = 0, **said) -> Document:
    """A published PDF with one decision on each page; that on the page `closed` is exempt."""
    made = factories.document(date=day, title=f"Minutes of {day}", **said)
    for number, text in enumerate(pages, 1):
        where = factories.passage(made, text, page=number, boxes=[], part="exempt" if number == closed else "open")
        one = factories.finding(made, where=where, text=text, decided_on=day)
        actions.accept(finding=one, by=factories.user("officer", "cleared"), version=0)
    default_storage.save(made.file.name, ContentFile(pdf(*pages)))
    return actions.publish(document=made, by=factories.user("publisher", "cleared"))


def pack_for(client, made: Matter, *roles: str) -> list[str]:
    answer = signed_in(client, *roles).get(reverse("meetings:matter_papers", args=[made.pk]))
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert "attachment" in answer["Content-Disposition"]
    return texts(answer.content)


def test_the_pack_has_the_timeline_and_then_the_source_pages_in_date_order(client):
    paper("2025-06-01", "Kept hubs."), paper("2024-02-07", "Opened hubs.", "Of another matter.")
    made = matter("Family hubs", *Entry.objects.exclude(title="Of another matter."))

    front, *pages = pack_for(client, made, "councillor")

    assert "7 February 2024: Decision" in front
    assert "Page 1 of the paper; page 2 of this file" in front
    assert [page.strip() for page in pages] == ["Opened hubs.", "Kept hubs."]


def test_a_page_that_is_not_open_is_left_out_and_the_others_carry_nothing_of_it(client):
    paper("2025-06-01", "Kept hubs.", "Zanzibar sold.", closed=2)
    made = matter("Family hubs", *Entry.objects.filter(title="Kept hubs."))
    one = Entry.objects.get(title="Kept hubs.").finding.passage
    one.boxes = [[1, 0, 0, 9, 9], [2, 0, 0, 9, 9]]
    one.save()

    front, *pages = pack_for(client, made, "officer")
    assert "Page 2: page not open" in " ".join(front.split())
    assert [page.strip() for page in pages] == [""]

    cleared = pack_for(client, made, "councillor", "cleared")
    assert "Zanzibar sold." in cleared[2]


def test_the_cleared_are_told_that_a_pack_holds_exempt_parts(client):
    paper("2025-06-01", "Kept hubs.", "Zanzibar sold.", closed=2)
    made = matter("Family hubs", *Entry.objects.all())

    front = pack_for(client, made, "councillor", "cleared")[0]

    assert "Decision (exempt)" in front


def test_of_a_word_file_the_paragraphs_are_printed(client):
    paper("2025-06-01", "Kept hubs.", media_type="application/vnd.openxmlformats", filename="minutes.docx")
    made = matter("Family hubs", *Entry.objects.all())

    front, page = pack_for(client, made, "councillor")

    assert "Its paragraphs of the paper; page 2 of this file" in " ".join(front.split())
    assert "Kept hubs." in page


def test_a_file_that_is_lost_is_told_of(client):
    one = paper("2025-06-01", "Kept hubs.")
    default_storage.delete(one.file.name)

    [front] = pack_for(client, matter("Family hubs", *Entry.objects.all()), "councillor")

    assert "Its pages could not be taken out of the file." in front


def test_nobody_gets_a_pack_of_a_matter_that_they_may_not_know_of(client):
    paper("2025-06-01", "Zanzibar sold.", closed=1)
    made = matter("Zanzibar", *Entry.objects.all())

    answer = signed_in(client, "publisher").get(reverse("meetings:matter_papers", args=[made.pk]))

    assert answer.status_code == 404


@pytest.mark.parametrize("pages", [[0], [3], []])
def test_pages_that_are_not_there_are_not_taken_out(pages):
    with pytest.raises(sandbox.Died):
        sandbox.excerpt(io.BytesIO(pdf("One", "Two")), pages)


def test_what_is_no_pdf_is_not_joined():
    with pytest.raises(sandbox.Died):
        sandbox.joined([b"nothing", pdf("One")])


def test_letters_that_the_print_does_not_have_are_written_alike():
    assert plain("Ŵelsh – £5 “yes” 中") == "Welsh – £5 “yes” ?"


@pytest.mark.parametrize("lines", [1, 200])
def test_the_pages_of_our_own_print_are_counted(lines):
    content = printed("A <title> & more", [("body", "A <line> & more")] * lines)

    assert pages_in(content) == len(pypdfium2.PdfDocument(content))


def test_page_numbers_are_said_in_a_row():
    assert [in_a_row(pages) for pages in ([3], [3, 4, 5, 9], [1, 2])] == ["page 3", "pages 3–5 and 9", "pages 1–2"]
