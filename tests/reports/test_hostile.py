"""Hostile and broken files through the real child process: each ends with a reading or a sentence, soon."""

import io
import random
import time
import zipfile
import zlib
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen import canvas

from reports import sandbox
from reports.reading.facts import Unreadable

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
PDF = (SAMPLES / "panel-minutes-2023-09-13.pdf").read_bytes()
WORD = (SAMPLES / "panel-minutes-2024-06-12.docx").read_bytes()
MEGABYTE = 1024 * 1024


def end_of(content: bytes, wall_clock: float = 20) -> str:
    """How reading ended: read, the state of a refusal, or died; always with a sentence where there is no reading."""
    try:
        sandbox.read(io.BytesIO(content), wall_clock=wall_clock)
    except (Unreadable, sandbox.Died) as ended:
        why = ended
    else:
        return "read"
    assert str(why).endswith(".")
    return why.state if isinstance(why, Unreadable) else "died"


def pdf(pages: int = 1, text: str = "The Panel noted the report.", **kwargs) -> bytes:
    content = io.BytesIO()
    paper = canvas.Canvas(content, **kwargs)
    for _ in range(pages):
        paper.drawString(72, 700, text)
        paper.showPage()
    paper.save()
    return content.getvalue()


def pdf_of_stream(stream: bytes, filters: bytes) -> bytes:
    """A PDF of one page whose content is this stream."""
    return (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj\n"
        b"4 0 obj<</Length %d/Filter%s>>stream\n%s\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%%%EOF"
        % (len(stream), filters, stream)
    )


def word(document: bytes, name: str = "word/document.xml") -> bytes:
    """The sample Word file with another main part."""
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WORD)) as sample, zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as made:
        for entry in sample.infolist():
            made.writestr(entry, document if entry.filename == name else sample.read(entry))
    return content.getvalue()


def deflated(size: int) -> bytes:
    """Zeros that a few kilobytes unpack to."""
    pack = zlib.compressobj(1)
    return b"".join([pack.compress(bytes(16 * MEGABYTE)) for _ in range(size // (16 * MEGABYTE))] + [pack.flush()])


def test_a_file_with_a_password_is_refused_as_encrypted():
    assert end_of(pdf(encrypt=StandardEncryption("secret", canPrint=0))) == "encrypted"


def test_pages_without_text_are_refused_as_having_none():
    assert end_of(pdf(text="")) == "no_text"


def test_more_than_500_pages_are_refused_as_too_long():
    assert end_of(pdf(pages=501)) == "too_long"


def test_a_page_that_unpacks_to_a_gigabyte_harms_nobody():
    began = time.monotonic()

    assert end_of(pdf_of_stream(deflated(1024 * MEGABYTE), b"/FlateDecode")) in ("died", "damaged", "no_text")

    assert time.monotonic() - began < 20


def test_packing_within_packing_harms_nobody():
    assert end_of(pdf_of_stream(zlib.compress(deflated(1024 * MEGABYTE)), b"[/FlateDecode/FlateDecode]")) != "read"


def test_a_reader_that_finds_no_end_is_stopped():
    began = time.monotonic()

    assert end_of(b"%PDF-1.4\n" + b"1 0 obj\n" * 3_000_000 + b"%%EOF", wall_clock=3) in ("died", "damaged")

    assert time.monotonic() - began < 6


def test_a_word_file_that_unpacks_to_much_more_is_refused():
    bomb = b"<w:document>" + b"<w:p/>" * (60 * MEGABYTE // 6)

    assert end_of(word(bomb)) in ("damaged", "too_large", "not_a_document")


def test_a_word_file_that_names_a_local_file_is_not_given_it():
    stolen = b'<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document>&e;</w:document>'

    assert end_of(word(stolen)) != "read"


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("sample", [PDF, WORD], ids=["pdf", "word"])
def test_a_damaged_paper_ends_in_a_named_state(sample, seed):
    assert end_of(mutant(sample, random.Random(seed))) in (
        "read", "died", "damaged", "no_text", "encrypted", "too_long", "too_large", "not_a_document",
    )  # fmt: skip


def mutant(content: bytes, chance: random.Random) -> bytes:
    """The file cut, with bits turned, or with a piece of it repeated."""
    spoiled, at = bytearray(content), chance.randrange(len(content))
    match chance.randrange(3):
        case 0:
            del spoiled[at:]
        case 1:
            for _ in range(30):
                spoiled[chance.randrange(len(spoiled))] ^= 1 << chance.randrange(8)
        case _:
            spoiled[at:at] = spoiled[max(0, at - 5000) : at]
    return bytes(spoiled)
