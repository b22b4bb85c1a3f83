"""What a Word file holds besides its text: hidden and deleted words, comments, embedded files."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from reports.reading.archive import WORD, tree
from reports.reading.numbering import value
from reports.reading.reading import Flag

GONE = "they are left out here, but anyone who has the file can find them."
MESSAGES = {
    "tracked_changes": "This Word file has tracked changes. What was deleted is left out here, but is in the file.",
    "hidden_text": f"This Word file has hidden words: {GONE}",
    "white_text": f"This Word file has words in white on white: {GONE}",
    "comments": "This Word file has comments, which anyone who has the file can read.",
    "embedded_files": "Other files are embedded in this Word file, and go wherever it goes.",
}
# As a sentence says them that lists several.
WORDS = {"tracked_changes": "tracked changes", "hidden_text": "hidden text", "white_text": "white text"}
CHANGES = [WORD + name for name in ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel")]
# Office's own parts of a chart are data that the page shows; what else is embedded comes from outside.
EMBEDDED = re.compile(r"word/(?:embeddings|activeX|attachments)/.+", re.IGNORECASE)
CHART_DATA = re.compile(
    r"word/embeddings/Microsoft_(?:Office_)?Excel_(?:Sheet|Work|Macro)\w*\.xls[xbm]?", re.IGNORECASE
)
WHITE = {"FFFFFF", "FEFEFE"}


def flags_of_word(archive: zipfile.ZipFile, document: etree._Element, met: Mapping[str, int]) -> Iterator[Flag]:
    """The flags of a Word file; `met` are the sorts that reading it has met, with the page of each."""
    sorts: dict[str, int | None] = dict(met)
    if next(document.iter(*CHANGES), None) is not None:
        sorts.setdefault("tracked_changes", None)
    if has_comments(archive):
        sorts["comments"] = None
    if any(is_embedded(name) for name in archive.namelist()):
        sorts["embedded_files"] = None
    for sort, page in sorts.items():
        yield Flag(sort=sort, message=MESSAGES[sort], page=page)


def by_hand(flags: Iterable[Flag]) -> str | None:
    """A sentence where the file holds words that are not as the eye sees them."""
    found = sorted(WORDS[flag.sort] for flag in flags if flag.sort in WORDS)
    if not found:
        return None
    return f"This Word file has {' and '.join(found)}. Check that the text below is what was meant to be published."


def has_comments(archive: zipfile.ZipFile) -> bool:
    comments = tree(archive, "word/comments.xml")
    return comments is not None and next(comments.iter(WORD + "comment"), None) is not None


def is_embedded(name: str) -> bool:
    """
    >>> is_embedded("word/embeddings/oleObject1.bin"), is_embedded("word/embeddings/Microsoft_Excel_Worksheet1.xlsx")
    (True, False)
    """
    return bool(EMBEDDED.fullmatch(name)) and not CHART_DATA.fullmatch(name)


def hides(look: etree._Element | None) -> str | None:
    """Why print of this look (`w:rPr`) is not seen, as a sort of flag; None where it is, as far as the look says."""
    if look is None:
        return None
    element = look.find(WORD + "vanish")
    if element is not None and value(element) not in ("0", "false", "off"):
        return "hidden_text"
    if (value(look.find(WORD + "color")) or "").upper() in WHITE and is_on_white(look):
        return "white_text"
    return None


def is_on_white(look: etree._Element) -> bool:
    """Whether nothing dark is behind a run: itself marked, or its paragraph or table cell shaded."""
    if look.find(WORD + "highlight") is not None:
        return False
    for element in (look, *look.iterancestors()):
        for shade in element.iterchildren(WORD + "shd", WORD + "pPr", WORD + "tcPr", WORD + "tblPr"):
            inner = shade if shade.tag == WORD + "shd" else shade.find(WORD + "shd")
            if inner is not None and (inner.get(WORD + "fill") or "auto").upper() not in WHITE | {"AUTO"}:
                return False
        # A table's style or a drawn box may be dark: who knows.
        if element.tag in (WORD + "tbl", WORD + "txbxContent"):
            return False
    return True
