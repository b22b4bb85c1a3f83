"""How a line, a paragraph or a paper is cited: in words that lead back to the page, whoever reads them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from reports.models import Document, Passage
from reports.reading.dates import in_words


def citation(told: Iterable[str], *, address: str, read_on: date) -> str:
    """What is told of a thing, then where the register shows it, and when that was read.

    >>> citation(["Wexcombe", "", "page 3"], address="https://register.example/d/1/", read_on=date(2026, 11, 22))
    'Wexcombe, page 3; council register, https://register.example/d/1/, read 22 November 2026.'
    """
    said = ", ".join(part for part in told if part)
    return f"{said}; council register, {address}, read {in_words(read_on.isoformat())}."


def of_paper(document: Document) -> list[str]:
    """Whose paper it is, what sort of paper, and its title, with its date."""
    council = str(document.council or document.council_name)
    return [council, f"{document.kind_in_words.lower()} “{document}”" if document.kind else f"“{document}”"]


def of_place(passage: Passage) -> list[str]:
    """Where in a paper."""
    return [f"paragraph {passage.label}" if passage.label else "", f"page {passage.page}"]


def of_line(passage: Passage, *, body: str, printed_date: str) -> list[str]:
    """Of a line of the register: who, when, and where a paper says so."""
    council, paper = of_paper(passage.document)
    day = in_words(printed_date) if printed_date else ""
    return [council, body, "" if day in paper else day, paper, *of_place(passage)]
