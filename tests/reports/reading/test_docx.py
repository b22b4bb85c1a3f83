import io
import zipfile

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from reports.reading.docx import written
from reports.reading.read import read, text_of
from reports.reading.reading import Unreadable
from tests.reports.reading.papers import saved, word


def body(*xml: str) -> bytes:
    """A Word file whose body is this XML."""
    document = docx.Document()
    for element in xml:
        document.element.body.insert(
            len(document.element.body) - 1, parse_xml(element.replace("<w:p", f"<w:p {nsdecls('w')}", 1))
        )
    return saved(document)


def p(text: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}<w:r><w:t>{text}</w:t></w:r></w:p>"


def archive(**members: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return packed.getvalue()


def refusal(content: bytes) -> Unreadable:
    with pytest.raises(Unreadable) as refused:
        text_of(content)
    return refused.value


def test_typed_numbers_are_taken_off():
    (found,) = written(word("4.1\tThe panel noted the report.")).paragraphs

    assert (found.label, found.text) == ("4.1", "The panel noted the report.")


def test_words_own_numbers_are_printed():
    document = docx.Document()
    for text in ("One", "Two"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("A point", style="List Bullet")

    found = written(saved(document)).paragraphs

    assert [(each.label, each.style) for each in found] == [("1", "paragraph"), ("2", "paragraph"), (None, "bullet")]


def test_insertions_are_read_and_deletions_and_hidden_text_are_not():
    runs = (
        "<w:p><w:r><w:t>Agreed</w:t></w:r>"
        '<w:ins w:id="1" w:author="A"><w:r><w:t xml:space="preserve"> as amended</w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="A"><w:r><w:delText> in full</w:delText></w:r></w:del>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t> in secret</w:t></w:r></w:p>"
    )

    found = written(body(runs))

    assert [each.text for each in found.paragraphs] == ["Agreed as amended"]
    assert "hidden text and tracked changes" in (found.by_hand or "")


def test_a_frame_is_the_margin_note_of_the_paragraph_it_is_anchored_to():
    framed = p("Jo Field to action", '<w:framePr w:w="1500" w:hAnchor="page" w:x="9750"/>')

    found = written(body(p("First."), framed, p("Second."))).paragraphs

    assert [(each.text, each.margin) for each in found] == [("First.", None), ("Second.", "Jo Field to action")]


def table(rows: list[tuple[str, ...]]) -> Document:
    document = docx.Document()
    grid = document.add_table(len(rows), len(rows[0]))
    for row, cells in zip(grid.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    return document


def test_a_table_is_rows_of_cells():
    (found,) = written(saved(table([("Meeting:", "Cabinet")]))).paragraphs

    assert (found.style, found.cells, found.text) == ("row", ("Meeting:", "Cabinet"), "Meeting: Cabinet")


def test_a_table_that_lays_minutes_out_is_read_as_paragraphs_with_their_notes():
    prose = "Officers agreed to circulate a list of the centres that had longer hours, with a map of the county."

    found = written(saved(table([("4.1", prose, "Jo Field"), ("4.2", prose, "")]))).paragraphs

    assert [(each.label, each.text, each.margin) for each in found] == [
        ("4.1", prose, "Jo Field"),
        ("4.2", prose, None),
    ]


def test_pages_are_counted_by_words_own_breaks():
    document = docx.Document()
    document.add_paragraph("One")
    document.add_page_break()
    document.add_paragraph("Two")

    found = written(saved(document))

    assert ([each.page for each in found.paragraphs], found.pages) == ([1, 2], 2)


def test_headers_are_left_out_but_heard_when_they_close_the_paper():
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "NOT FOR PUBLICATION"
    document.add_paragraph("The bids are compared below.")

    (found,) = text_of(saved(document)).paragraphs

    assert (found.text, found.part) == ("The bids are compared below.", "exempt")


def test_a_file_that_unpacks_to_too_much_is_refused_before_it_is_opened():
    assert refusal(archive(**{"[Content_Types].xml": b"", "word/document.xml": b" " * 3_000_000})).state == "too_large"


def test_a_file_of_too_many_members_is_refused():
    assert refusal(archive(**{f"word/media/{number}.png": b"x" for number in range(2001)})).state == "too_large"


def test_a_file_with_macros_is_refused():
    content = archive(
        **{
            "[Content_Types].xml": b"application/vnd.ms-word.document.macroEnabled.main+xml",
            "word/document.xml": b"<a/>",
        }
    )

    assert "macros" in str(refusal(content))


@pytest.mark.parametrize(
    ("content", "state"),
    [(b"PK\x03\x04 cut short", "damaged"), (archive(**{"notes.txt": b"words"}), "not_a_document"), (word(), "no_text")],
)
def test_what_is_no_word_document_is_refused(content, state):
    assert refusal(content).state == state


def test_an_entity_is_not_fetched():
    content = io.BytesIO(word("The panel met."))
    with zipfile.ZipFile(content) as file:
        members = {name: file.read(name) for name in file.namelist()}
    members["word/document.xml"] = (
        b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        b"<w:body><w:p><w:r><w:t>Read &x;</w:t></w:r></w:p></w:body></w:document>"
    )

    (found,) = read(archive(**members)).paragraphs

    assert found.text == "Read"
