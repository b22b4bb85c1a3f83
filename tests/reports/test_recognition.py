"""Scanned papers: refused where no program recognises text, read and marked where one does."""

from __future__ import annotations

import io
import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from reports import recognition, tasks
from reports.models import Document, State
from reports.reading import read as reader
from tests import factories
from tests.reports.reading.conftest import GOLDEN

MINUTES = GOLDEN / "panel_minutes" / "split-vote.pdf"
# Stands for OCRmyPDF, called with the same last two words: the scanned file and the one to write.
WRITES_TEXT = f'#!/bin/sh\nfor last; do before="$now"; now="$last"; done\ntest -s "$before" && cp {MINUTES} "$now"\n'
FAILS = "#!/bin/sh\nexit 6\n"
NEVER_ENDS = "#!/bin/sh\nsleep 60\n"


def scanned(paper: Path) -> bytes:
    """The pages of a PDF file as pictures."""
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=A4)
    for page in pypdfium2.PdfDocument(paper.read_bytes()):
        canvas.drawImage(ImageReader(page.render(scale=200 / 72).to_pil()), 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    return written.getvalue()


@pytest.fixture
def installed(monkeypatch, tmp_path) -> Callable[[str], None]:
    """A machine on which this program is OCRmyPDF."""

    def install(script: str) -> None:
        for name, text in (("ocrmypdf", script), ("tesseract", FAILS)):
            program = tmp_path / name
            program.write_text(text)
            program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.defpath}")
        monkeypatch.setattr(recognition, "program", lambda: str(tmp_path / "ocrmypdf"))

    return install


@pytest.fixture
def read() -> Callable[[], Document]:
    """Reads a scanned paper as the worker does."""

    def end() -> Document:
        document = factories.document(state=State.QUEUED, title="", kind="", pages=None, pages_read=0)
        default_storage.save(document.file.name, ContentFile(scanned(MINUTES)))
        tasks.read(document_id=str(document.pk))
        document.refresh_from_db()
        return document

    return end


@pytest.mark.django_db
def test_without_the_programs_a_scanned_paper_is_refused_with_what_to_do(monkeypatch, read):
    monkeypatch.setattr(shutil, "which", lambda name: None)

    document = read()

    assert (document.state, document.refusal) == (State.REFUSED, "no_text")
    assert "Run text recognition" in document.reason


@pytest.mark.django_db
def test_with_them_it_is_read_and_marked_and_nothing_in_it_is_sure(installed, read):
    installed(WRITES_TEXT)

    document = read()

    assert (document.state, document.kind, document.reason) == (State.IN_REVIEW, "panel_minutes", "")
    assert document.by_hand == recognition.RECOGNISED
    assert set(document.findings.values_list("basis", flat=True)) == {"recognised"}


@pytest.mark.django_db
def test_where_recognition_fails_the_refusal_says_so(installed, read):
    installed(FAILS)

    assert read().reason == recognition.FAILED


def test_a_program_that_does_not_end_is_ended_with_all_that_it_started(installed):
    installed(NEVER_ENDS)

    with pytest.raises(recognition.Unreadable, match="did not succeed"), recognition.recognised(io.BytesIO(b""), 0.5):
        pass


@pytest.mark.django_db
@pytest.mark.skipif(not recognition.program(), reason="OCRmyPDF and Tesseract are not installed")
def test_the_real_programs_recognise_what_the_pages_print(read):
    document = read()

    printed = [type(fact).__name__ for fact in reader.read(MINUTES.read_bytes()).facts]
    assert sorted(document.findings.values_list("fact", flat=True)) == sorted(printed)
    assert document.by_hand == recognition.RECOGNISED
