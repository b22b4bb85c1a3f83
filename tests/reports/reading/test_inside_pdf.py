"""What a PDF file carries besides its pages."""

import pytest

from reports.reading import pdf
from tests.torture.raw_pdf import changed, file, ordinary, page, stream

LINE = b"BT /F1 12 Tf 72 700 Td (%s) Tj ET"


def sorts(content: bytes) -> list[str]:
    return [flag.sort for flag in pdf.printed(content).flags]


def saved_again(content: bytes, objects: dict[int, bytes]) -> bytes:
    """The file with changes written behind its end, as a program that saves quickly does."""
    start = len(content)
    written = b"".join(b"%d 0 obj\n%s\nendobj\n" % pair for pair in objects.items())
    places = b"".join(
        b"%d 1\n%010d 00000 n \n" % (number, start + written.index(b"%d 0 obj" % number)) for number in objects
    )
    before = content.rindex(b"xref\n0")
    trailer = b"trailer<</Size 9/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (before, start + len(written))
    return content + written + b"xref\n" + places + trailer


def test_an_ordinary_file_has_no_flags_and_need_not_be_checked():
    read = pdf.printed(file(ordinary()))

    assert (read.flags, read.by_hand) == ((), None)


def test_an_earlier_version_with_other_text_is_flagged():
    first = changed({4: stream(LINE % b"Child A lives in Larch Lane")})

    read = pdf.printed(saved_again(first, {4: stream(LINE % b"The name was taken out")}))

    assert [flag.sort for flag in read.flags] == ["superseded_revisions"]
    assert "Larch" not in read.flags[0].message
    assert read.by_hand is None


def test_a_file_that_was_saved_again_with_the_same_text_is_not_flagged():
    first = changed({4: stream(LINE % b"The Panel noted the report")})

    assert sorts(saved_again(first, {8: b"<</Producer(Another)>>"})) == []


def test_the_two_ends_of_a_file_made_for_the_web_are_no_two_versions():
    first = file(ordinary(), before=b"%PDF-1.7\n9 0 obj\n<</Linearized 1>>\nendobj\n")

    assert sorts(saved_again(first, {4: stream(LINE % b"All of the text")})) == []


@pytest.mark.parametrize(
    "action",
    [
        b"<</S/JavaScript/JS(app.alert\\(1\\))>>",
        b"<</S/Launch/F(cmd.exe)>>",
        b"<</S/GoTo/D[3 0 R/Fit]/Next<</S/JavaScript/JS(1)>>>>",
    ],
)
def test_a_script_that_runs_when_the_file_is_opened_is_flagged_once(action):
    assert sorts(changed({1: b"<</Type/Catalog/Pages 2 0 R/OpenAction 6 0 R>>", 6: action})) == ["scripts"]


def test_a_script_in_the_files_list_of_scripts_and_one_on_a_page_are_flagged():
    named = b"<</Type/Catalog/Pages 2 0 R/Names<</JavaScript<</Names[(a) 6 0 R]>>>>>>"
    script = b"<</S/JavaScript/JS(1)>>"

    assert sorts(changed({1: named, 6: script})) == ["scripts"]
    assert sorts(changed({3: page(b"/AA<</O 6 0 R>>"), 6: script})) == ["scripts"]


def test_opening_at_a_page_and_a_link_to_a_site_are_no_scripts():
    link = b"/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://wexcombe.example)>>>>]"
    opening = b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/GoTo/D[3 0 R/Fit]>>>>"

    assert sorts(changed({1: opening, 3: page(link)})) == []


def test_embedded_files_are_flagged():
    listed = b"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(list.xls) 6 0 R]>>>>>>"
    about = b"<</Type/Filespec/F(list.xls)/EF<</F 7 0 R>>>>"
    pinned = b"/Annots[<</Subtype/FileAttachment/Rect[0 0 9 9]/FS 6 0 R>>]"

    assert sorts(changed({1: listed, 6: about, 7: stream(b"a")})) == ["embedded_files"]
    assert sorts(changed({3: page(pinned), 6: about, 7: stream(b"a")})) == ["embedded_files"]


@pytest.mark.parametrize(
    "content",
    [
        file(ordinary()).replace(b"startxref\n", b"startxref\n9"),
        changed({2: b"<</Type/Pages/Kids[3 0 R]/Count -7>>"}),
    ],
    ids=["places", "pages"],
)
def test_a_file_that_had_to_be_mended_is_to_be_checked_by_hand(content):
    assert "mended" in (pdf.printed(content).by_hand or "")


def test_a_line_that_a_mail_program_puts_before_a_file_does_not_matter():
    assert pdf.printed(b"Content-Type: application/pdf\n\n" + file(ordinary())).by_hand is None
