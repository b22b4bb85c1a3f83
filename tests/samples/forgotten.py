"""What an author may forget in a Word file: tracked changes and comments."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

AUTHOR, WHEN = "Gareth Pellowe", "2026-11-19T16:20:00Z"
MARK = re.compile(r"(\{\+\+.*?\+\+\}|\{--.*?--\}|\{>>.*?<<\})")
CHANGE = '<w:{tag} {ns} w:id="{id}" w:author="{author}" w:date="{when}"><w:r><w:{text} xml:space="preserve">{words}'


def write(paper: Document, paragraph: Paragraph, text: str) -> None:
    """Add a text: `{++put in++}` and `{--struck out--}` are tracked, `{>>a comment<<}` is on what precedes it."""
    for number, piece in enumerate(MARK.split(text)):
        mark, words = piece[:3], piece[3:-3]
        if mark == "{++":
            change(paragraph, number, "ins", "t", words)
        elif mark == "{--":
            change(paragraph, number, "del", "delText", words)
        elif mark == "{>>":
            comment(paper, paragraph, words)
        else:
            paragraph.add_run(piece)


def change(paragraph: Paragraph, number: int, tag: str, text: str, words: str) -> None:
    opened = CHANGE.format(
        tag=tag, ns=nsdecls("w"), id=number, author=AUTHOR, when=WHEN, text=text, words=escape(words)
    )
    paragraph._p.append(parse_xml(f"{opened}</w:{text}></w:r></w:{tag}>"))


def comment(paper: Document, paragraph: Paragraph, words: str) -> None:
    initials = "".join(name[0] for name in AUTHOR.split())
    made = paper.add_comment(paragraph.runs[-1], text=words, author=AUTHOR, initials=initials)
    made._comment_elm.set(qn("w:date"), WHEN)
