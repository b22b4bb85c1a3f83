"""The commands, with the real reader, the real queue and the sample papers."""

import io
import json
import shutil
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from meetings.models import Decision
from reports.models import Document, Finding, State
from tests import factories

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
PAPER = SAMPLES / "executive-report-2023-03.pdf"


def said(*command, **options) -> str:
    out = io.StringIO()
    call_command(*command, stdout=out, **options)
    return out.getvalue()


def test_a_document_is_read_without_a_database():
    reading = json.loads(said("read_document", str(PAPER)))

    assert (reading["kind"], reading["council"]) == ("executive_report", "Wexcombe County Council")
    assert reading["date"].startswith("2023-03")
    assert all(fact["source"]["page"] for fact in reading["facts"])


def test_a_file_that_cannot_be_read_is_one_plain_sentence(tmp_path):
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 cut short")

    with pytest.raises(CommandError, match=r"\.$"):
        said("read_document", str(broken))


def test_a_file_that_is_not_there_is_one_plain_sentence(tmp_path):
    with pytest.raises(CommandError, match="cannot be opened"):
        said("read_document", str(tmp_path / "nothing.pdf"))


@pytest.fixture
def folder(tmp_path) -> Path:
    papers = tmp_path / "papers"
    (papers / "deeper").mkdir(parents=True)
    shutil.copy(PAPER, papers)
    shutil.copy(SAMPLES / "panel-minutes-2024-06-12.docx", papers / "deeper")
    (papers / "empty.pdf").touch()
    (papers / "cut.PDF").write_bytes(b"%PDF-1.7 cut short")
    (papers / "notes.txt").write_text("no paper")
    return papers


@pytest.mark.usefixtures("migrated")
@pytest.mark.django_db(transaction=True)
def test_a_folder_is_taken_in_read_and_summed_up_and_a_second_run_takes_nothing_twice(folder):
    officer = factories.user("officer")

    first = said("import_documents", str(folder), by=officer.username)
    second = said("import_documents", str(folder), by=officer.username)

    for summary in (first, second):
        assert "4 files:" in summary
        assert "2 in review" in summary
        assert "1 could not be read" in summary
        assert "empty.pdf: The file is empty." in summary
    assert Document.objects.count() == 3


@pytest.mark.django_db
def test_a_folder_is_taken_in_by_an_officer_only(folder):
    councillor = factories.user("councillor")

    with pytest.raises(CommandError, match="officer"):
        said("import_documents", str(folder), by=councillor.username)


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "why"), [("none", "not a folder"), ("", "no PDF or Word file")])
def test_a_folder_without_papers_is_said_to_be_one(tmp_path, name, why):
    with pytest.raises(CommandError, match=why):
        said("import_documents", str(tmp_path / name), by=factories.user("officer").username)


@pytest.mark.usefixtures("migrated")
@pytest.mark.django_db(transaction=True)
def test_the_demonstration_reads_checks_and_publishes_and_leaves_two_papers_to_review():
    said("demo_council")

    assert Document.objects.filter(state=State.PUBLISHED).count() >= 8
    assert Document.objects.awaiting_review().count() == 2
    assert not Finding.objects.reviewed().exists()
    assert Decision.objects.visible_to(User.objects.get(username="councillor@wexcombe.example")).exists()
    assert User.objects.get(username="officer@wexcombe.example").check_password("wexcombe-demo")


@pytest.mark.django_db
def test_sample_accounts_exist_only_in_the_demonstration(settings):
    settings.DEMO = False

    with pytest.raises(CommandError, match="DEMO=1"):
        said("demo_council")

    assert not User.objects.exists()
