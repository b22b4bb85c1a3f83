"""Taking a file in."""

from __future__ import annotations

import hashlib
from typing import IO

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction

from reports.actions.reading import enqueue
from reports.models import Deed, Document

LARGEST = 50 * 1024 * 1024
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OLD_WORD = b"\xd0\xcf\x11\xe0"
CHUNK = 1 << 20


class Refused(Exception):
    """A file that is not taken in. str() says why and what to do; `twin` is the same file, already there."""

    def __init__(self, code: str, sentence: str, twin: Document | None = None) -> None:
        super().__init__(sentence)
        self.code = code
        self.twin = twin


def upload(*, file: UploadedFile, by) -> Document:
    """Keep a PDF or Word file and have it read. Refused when it is empty, too large, of another type or known."""
    media_type = _type_of(file)
    sha256 = _sha256(file)
    _refuse_twin(sha256, by)
    stored = _store(file, sha256)
    try:
        with transaction.atomic():
            document = Document.objects.create(
                filename=_plain(file.name),
                file=stored,
                sha256=sha256,
                size=file.size,
                media_type=media_type,
                uploaded_by=by,
            )
            Deed.objects.create(document=document, by=by, what="Uploaded")
            enqueue(document)
    except IntegrityError:
        # Somebody uploaded the same file in the same moment.
        _refuse_twin(sha256, by)
        raise
    return document


def _type_of(file: UploadedFile) -> str:
    """The media type by content, never by name."""
    if not file.size:
        raise Refused("empty", "The file is empty. Save it again from the program that made it.")
    if file.size > LARGEST:
        raise Refused("too_large", "The file is larger than 50 MB. Save it with smaller pictures or in parts.")
    file.seek(0)
    start = file.read(1024)
    if b"%PDF-" in start:
        return PDF
    if start.startswith(b"PK\x03\x04") and _contains(file, b"word/document.xml"):
        return DOCX
    if start.startswith(OLD_WORD):
        raise Refused("type", "This is a Word file of the old sort (.doc). Open it in Word and save it as .docx.")
    raise Refused("type", "This is neither a PDF nor a Word file (.docx). Save it as one of these and upload that.")


def _contains(file: IO[bytes], words: bytes) -> bool:
    file.seek(0)
    before = b""
    while chunk := file.read(CHUNK):
        if words in before + chunk:
            return True
        before = chunk[-len(words) :]
    return False


def _sha256(file: IO[bytes]) -> str:
    file.seek(0)
    return hashlib.file_digest(file, "sha256").hexdigest()


def _refuse_twin(sha256: str, by) -> None:
    twin = Document.objects.filter(sha256=sha256).first()
    if twin:
        known = Document.objects.visible_to(by).filter(pk=twin.pk).exists()
        # Who may not know of the twin learns no more than that the file is not needed.
        raise Refused("duplicate", "This file has been uploaded before.", twin if known else None)


def _store(file: UploadedFile, sha256: str) -> str:
    """Write the file under its own hash and return its name. A part left by a process that died is written anew."""
    name = f"documents/{sha256[:2]}/{sha256}"
    if default_storage.exists(name):
        if default_storage.size(name) == file.size:
            return name
        default_storage.delete(name)
    file.seek(0)
    return default_storage.save(name, File(file))


def _plain(name: str | None) -> str:
    """A file's name without its folder or anything that cannot be printed."""
    last = (name or "").replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(c for c in last if c.isprintable())[-255:] or "document"
