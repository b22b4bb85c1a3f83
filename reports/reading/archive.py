"""What is inside a Word file, looked at before anything is unpacked: a small file can hold gigabytes."""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

from reports.reading.reading import Unreadable

UNPACKED_LIMIT = 200 * 1024 * 1024
RATIO_LIMIT = 100
MEMBER_LIMIT = 2000
# The text of 500 pages is some 10 MB with all its marks.
PART_LIMIT = 30 * 1024 * 1024
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def opened(content: bytes) -> zipfile.ZipFile:
    """The file as an archive whose size is safe and which holds a Word document; Unreadable otherwise."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OSError) as wrong:
        raise damaged() from wrong
    members = archive.infolist()
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    largest = max((member.file_size for member in members if member.filename.endswith(".xml")), default=0)
    if (
        len(members) > MEMBER_LIMIT
        or unpacked > min(UNPACKED_LIMIT, RATIO_LIMIT * max(packed, 1))
        or largest > PART_LIMIT
    ):
        raise Unreadable(
            "too_large", "This Word file unpacks to more than can be read safely. Save it as PDF and upload that."
        )
    if any(member.flag_bits & 1 for member in members):
        raise Unreadable(
            "encrypted", "This Word file is locked with a password. Save a copy without it and upload that."
        )
    check_sort(archive)
    return archive


def check_sort(archive: zipfile.ZipFile) -> None:
    """Unreadable where the archive is no Word document, or one that carries a program."""
    names = set(archive.namelist())
    if "[Content_Types].xml" not in names:
        raise Unreadable("not_a_document", "This is an archive, not a Word file. Upload the papers in it one by one.")
    types = member(archive, "[Content_Types].xml") or b""
    if b"macroEnabled" in types or any(name.lower().endswith("vbaproject.bin") for name in names):
        raise Unreadable(
            "not_a_document", "Word files with macros are not accepted. Save it as a plain .docx and upload that."
        )
    if MAIN.encode() not in types:
        raise Unreadable(
            "not_a_document", "This is an Office file but not a Word document. Upload the paper as PDF or .docx."
        )


def member(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """One member's bytes; None where there is none."""
    try:
        return archive.read(name)
    except KeyError:
        return None
    except (zipfile.BadZipFile, zlib.error, OSError, NotImplementedError, EOFError, ValueError) as wrong:
        raise damaged() from wrong


def tree(archive: zipfile.ZipFile, name: str) -> etree._Element | None:
    """One member as XML, with nothing fetched and no entity of its own expanded; None where there is none."""
    written = member(archive, name)
    if written is None:
        return None
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        return etree.fromstring(written, parser)
    except etree.XMLSyntaxError as wrong:
        raise damaged() from wrong


def damaged() -> Unreadable:
    return Unreadable("damaged", "This Word file is damaged and cannot be opened. Save it again and upload that.")
