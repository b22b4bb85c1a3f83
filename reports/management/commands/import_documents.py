"""Upload and read every PDF and Word file of a folder. Run it again to go on where it stopped."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from django.contrib.auth.models import User
from django.core.files.uploadedfile import UploadedFile
from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import Progress

from reports import actions
from reports.access import may_review
from reports.models import Document, State
from reports.queue import work_off

SUFFIXES = (".pdf", ".docx")


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--by", required=True, metavar="USERNAME", help="the officer who uploads them")

    def handle(self, *args, folder: Path, by: str, **options) -> None:
        officer = User.objects.filter(username=by).first()
        if officer is None or not may_review(officer):
            raise CommandError(f"{by} is not the user name of an officer or a publisher.")
        files = files_of(folder)
        if not files:
            raise CommandError(f"{folder} has no PDF or Word file (.docx).")
        documents, refused = import_all(files, officer, Console(file=self.stdout))
        self._sum_up(documents, refused)

    def _sum_up(self, documents: list[Document], refused: list[str]) -> None:
        ended = Counter(document.get_state_display() for document in documents)
        self.stdout.write(f"{len(documents) + len(refused)} files:")
        for state, number in ended.most_common():
            self.stdout.write(f"  {number} {state.lower()}")
        for document in documents:
            if document.state in (State.REFUSED, State.FAILED):
                self.stdout.write(f"  {document.filename}: {document.reason}")
        if refused:
            self.stdout.write(f"  {len(refused)} not taken")
        for line in refused:
            self.stdout.write(f"  {line}")


def files_of(folder: Path) -> list[Path]:
    """The PDF and Word files in a folder and the folders within it. CommandError where there is no such folder."""
    if not folder.is_dir():
        raise CommandError(f"{folder} is not a folder.")
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())


def import_all(files: list[Path], by: User, console: Console) -> tuple[list[Document], list[str]]:
    """Upload the files and have them read. Returns the documents as they ended, and a line for each file not taken."""
    documents: list[Document] = []
    refused: list[str] = []
    with Progress(console=console, transient=not console.is_terminal) as bar:
        upload = bar.add_task("Uploading", total=len(files))
        for path in files:
            try:
                documents.append(uploaded(path, by))
            except actions.Refused as why:
                # Uploaded by an earlier run: it counts as one of these.
                if why.twin:
                    documents.append(why.twin)
                else:
                    refused.append(f"{path.name}: {why}")
            bar.advance(upload)
        read = bar.add_task("Reading", total=len(documents))
        for ended in work_off(documents):
            bar.update(read, completed=ended)
    return list(Document.objects.filter(pk__in=[document.pk for document in documents])), refused


def uploaded(path: Path, by: User) -> Document:
    with path.open("rb") as content:
        return actions.upload(file=UploadedFile(content, name=path.name, size=path.stat().st_size), by=by)
