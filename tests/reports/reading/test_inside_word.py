"""What a Word file holds besides the text that it prints."""

import pytest

from reports.reading.docx import written
from tests.torture.hostile_docx import PARAGRAPH, WORD, word

RUN = b"<w:r><w:rPr>%s</w:rPr><w:t>in secret</w:t></w:r>"
WHITE = b'<w:color w:val="FFFFFF"/>'


def paragraph(inner: bytes, properties: bytes = b"") -> bytes:
    return b"<w:p><w:pPr>" + properties + b"</w:pPr><w:r><w:t>Agreed </w:t></w:r>" + inner + b"</w:p>"


def styles(look: bytes) -> dict[str, bytes]:
    style = b'<w:style w:type="paragraph" w:styleId="Note"><w:name w:val="Note"/><w:rPr>%s</w:rPr></w:style>' % look
    return {"word/styles.xml": b"<w:styles " + WORD + b">" + style + b"</w:styles>"}


def test_an_ordinary_file_has_no_flags():
    found = written(word())

    assert (found.flags, found.by_hand) == ((), None)


@pytest.mark.parametrize(
    ("inner", "sort"),
    [
        (b'<w:ins w:id="1" w:author="A"><w:r><w:t>as amended</w:t></w:r></w:ins>', "tracked_changes"),
        (b'<w:del w:id="1" w:author="A"><w:r><w:delText>in secret</w:delText></w:r></w:del>', "tracked_changes"),
        (b'<w:moveFrom w:id="1"><w:r><w:t>in secret</w:t></w:r></w:moveFrom>', "tracked_changes"),
        (RUN % b"<w:vanish/>", "hidden_text"),
        (RUN % WHITE, "white_text"),
    ],
)
def test_words_that_are_not_seen_are_left_out_and_flagged(inner, sort):
    found = written(word(paragraph(inner)))

    assert [flag.sort for flag in found.flags] == [sort]
    assert "secret" not in found.paragraphs[0].text + found.flags[0].message
    assert "Check that the text" in (found.by_hand or "")


@pytest.mark.parametrize(
    ("look", "sort"), [(b"<w:vanish/>", "hidden_text"), (WHITE, "white_text"), (b'<w:vanish w:val="0"/>', None)]
)
def test_a_style_hides_all_that_is_set_in_it(look, sort):
    note = PARAGRAPH.replace(b"<w:p>", b'<w:p><w:pPr><w:pStyle w:val="Note"/></w:pPr>')

    found = written(word(PARAGRAPH + note, more=styles(look)))

    assert [flag.sort for flag in found.flags] == ([sort] if sort else [])
    assert len(found.paragraphs) == (1 if sort else 2)


def test_a_run_may_be_seen_although_its_style_hides():
    shown = b'<w:p><w:pPr><w:pStyle w:val="Note"/></w:pPr>' + RUN % b'<w:vanish w:val="0"/>' + b"</w:p>"

    assert [each.text for each in written(word(shown, more=styles(b"<w:vanish/>"))).paragraphs] == ["in secret"]


@pytest.mark.parametrize(
    "dark",
    [
        paragraph(RUN % (WHITE + b'<w:highlight w:val="black"/>')),
        paragraph(RUN % (WHITE + b'<w:shd w:fill="003366"/>')),
        paragraph(RUN % WHITE, b'<w:shd w:fill="003366"/>'),
        b'<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:fill="003366"/></w:tcPr>'
        + paragraph(RUN % WHITE)
        + b"</w:tc></w:tr></w:tbl>",
    ],
    ids=["marked", "shaded run", "shaded paragraph", "shaded cell"],
)
def test_white_words_on_a_dark_ground_are_seen(dark):
    found = written(word(dark))

    assert found.flags == ()
    assert "secret" in found.paragraphs[0].text


def test_spaces_that_are_hidden_are_no_hidden_text():
    assert written(word(paragraph(b"<w:r><w:rPr><w:vanish/></w:rPr><w:t> </w:t></w:r>"))).flags == ()


def test_comments_and_embedded_files_are_flagged_and_a_charts_data_is_not():
    comments = b"<w:comments " + WORD + b'><w:comment w:id="0">' + PARAGRAPH + b"</w:comment></w:comments>"

    assert [flag.sort for flag in written(word(more={"word/comments.xml": comments})).flags] == ["comments"]
    assert [flag.sort for flag in written(word(more={"word/embeddings/oleObject1.bin": b"a"})).flags] == [
        "embedded_files"
    ]
    assert written(word(more={"word/embeddings/Microsoft_Excel_Worksheet1.xlsx": b"a"})).flags == ()
    assert written(word(more={"word/comments.xml": b"<w:comments " + WORD + b"/>"})).flags == ()


def test_more_pages_than_can_be_read_are_refused():
    with pytest.raises(Exception, match="Split it"):
        written(word(b'<w:p><w:r><w:br w:type="page"/><w:t>Noted.</w:t></w:r></w:p>' * 501))
