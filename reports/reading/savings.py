"""Savings and pressures that a budget paper states: reference, what it is, pounds, financial year.

>>> saving = stated_in("Closing the depot saves £40k (14/15). (Ref. AB01)")[0]
>>> saving.reference, saving.amount, saving.financial_year
('AB01', 40000.0, '2014/15')
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reports.reading.facts import Saving
from reports.reading.money import Pounds, pounds_in
from reports.reading.paragraph import Paragraph
from reports.reading.savings_references import CODE, CODES, Reference, references_in
from reports.reading.savings_tables import savings_in_table, tables
from reports.reading.sentences import Sentence, is_heading, labelled, one_line, sentences, source_of

SAVES = re.compile(
    r"\bsav(?:e[sd]?|ings?)\b|\befficienc|\breduc(?:e[sd]?|tions?)\b|\bdecreas|\bcuts?\b|\bsurplus\b|\bincome\b",
    re.IGNORECASE,
)
PRESSES = re.compile(
    r"\bpressures?\b|\bgrowth\b|\bdemograph|\binflation|\bincreased costs?\b|\bcost increases?\b|\bunfunded\b"
    r"|\binvestments?\b",
    re.IGNORECASE,
)
# The use of a saving, or how much of one has come in, is no saving of its own.
NO_LINE = re.compile(
    r"\s*(?:of|from)\s+(?:the|this|that|these|those|last\s+year['’]s)\s+savings?\b|\s*grant\b", re.IGNORECASE
)
NO_LINE_BEFORE = re.compile(
    r"\b(?:grant|reserve|funding|bid|loan|stands?\s+at)\b[^.;£]{0,40}$"
    r"|\bcosts?\s+(?:(?:us|the\s+council|on\s+average|an\s+average\s+of|between|up\s+to|about|around|some|over)[\s,]+)*$"
    r"|\bbudget\b[^.;£]{0,60}\b(?:is|was|of|stands\s+at)\s+$|\b(?:target|out)\s+of\s+$|\b(?:has|have)\s+(?:already\s+)?delivered\s+$",
    re.IGNORECASE,
)
SPEAKS_ON = re.compile(
    r"(?:The|This|That|These|Its)\s+(?:[\w-]+\s+){0,2}?(?:savings?|pressures?|proposals?|growth|reductions?|efficienc\w+|scheme|sum)\b"
    r"|It\s+(?:is|was|will|would|should|saves?|adds?)\b|A\s+(?:saving|pressure|reduction)\s+of\b",
)
BACKWARD = re.compile(
    r"^\s*(?:This|These|The)\s+(?:savings?|pressures?|proposals?)\b|^\s*\(?(?:Saving\s+)?Ref", re.IGNORECASE
)
# How many letters on a year may stand that several sums share.
NEAR_YEAR = 500
SHORT_YEAR = re.compile(r"(?<![\d/£])(?P<first>(?:20)?\d\d)\s?[/-]\s?(?P<last>(?:20)?\d\d)(?![\d/])")
# "Administration will cost £60,000 less" saves it.
LESS = re.compile(r"\s+(?:a\s+year\s+)?less\b", re.IGNORECASE)
LEADS = re.compile(r"[:?]\s*$")
ALL_YEARS = re.compile(
    r"\s*\(?\s*(?:all\s+years|each\s+year|per\s+(?:year|annum)|p\.?a\.?|annually|a\s+year)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Stated:
    """A saving as a text states it, and the sentence that does."""

    amount: float
    reference: str | None
    financial_year: str | None
    description: str
    quote: str


def year_of(text: str) -> str | None:
    """The first financial year of a text, also one printed short.

    >>> year_of("another £30k in 14/15"), year_of("from 2016/17 onwards"), year_of("aged 12 to 13")
    ('2014/15', '2016/17', None)
    """
    for match in SHORT_YEAR.finditer(text):
        first, last = int(match["first"][-2:]), int(match["last"][-2:])
        if (first + 1) % 100 == last:
            return f"20{first:02}/{last:02}"
    return None


def stated_in(text: str, later: str = "") -> list[Stated]:
    """The savings of a paragraph. A reference is of the amounts before it, back to the one before; at a line's head it
    is of those that follow. `later` is the reference that the next paragraph gives for this one."""
    references = references_in(text)
    amounts = pounds_in(text)
    every = sentences(text)
    found: list[Stated] = []
    for index, pounds in enumerate(amounts):
        sentence = _sentence(every, pounds)
        codes = _codes(pounds, references, amounts, sentence) or later or None
        if not _is_line(text, pounds, sentence, codes):
            continue
        end = amounts[index + 1].start if index + 1 < len(amounts) else len(text)
        start = amounts[index - 1].end if index else 0
        amount = -abs(pounds.amount) if _is_pressure(text, sentence) else pounds.amount
        start, near = max(start, sentence.start), min(end, sentence.end)
        description = _description(text, pounds, sentence, start, near)
        if not description:
            same = found and found[-1].quote == str(sentence)
            description = found[-1].description if same else one_line(str(sentence))
        found.append(Stated(amount, codes, _year(text, pounds, start, end, references), description, str(sentence)))
    return found


def _codes(
    pounds: Pounds, references: Sequence[Reference], amounts: Sequence[Pounds], sentence: Sentence
) -> str | None:
    """The reference of a sum; one that stands before it is another sum's where it follows that one in the sentence."""
    after = next((reference for reference in references if reference.start >= pounds.end and not reference.leads), None)
    before = next((reference for reference in reversed(references) if reference.end <= pounds.start), None)
    if before and before.leads:
        return before.codes
    if after:
        return after.codes
    if before is None or (before.start < sentence.start and not _speaks_of(before, pounds, amounts, sentence)):
        return None
    taken = any(sentence.start <= other.start < before.start for other in amounts)
    return None if taken else before.codes


def _speaks_of(before: Reference, pounds: Pounds, amounts: Sequence[Pounds], sentence: Sentence) -> bool:
    """Whether a sentence goes on about the line named before it: "Step down (AB11) is late. The saving of £40k ..."."""
    stands_alone = not any(other.start < pounds.start for other in amounts)
    return stands_alone and SPEAKS_ON.match(str(sentence)) is not None and before.end <= sentence.start


def _sentence(every: Sequence[Sentence], pounds: Pounds) -> Sentence:
    return next(sentence for sentence in every if sentence.start <= pounds.start < sentence.end)


def _is_line(text: str, pounds: Pounds, sentence: Sentence, codes: str | None) -> bool:
    """Whether a sum is a budget line: it has a reference, or its sentence speaks of saving it."""
    before = text[sentence.start : pounds.start]
    less = LESS.match(text, pounds.end)
    if pounds.weekly or NO_LINE.match(text, pounds.end) or (NO_LINE_BEFORE.search(before) and not less):
        return False
    return codes is not None or bool(
        re.search(r"\bsav(?:e[sd]?|ings?)\b(?!\s+ref)[^.;£)]{0,30}$", before, re.IGNORECASE)
    )


def _is_pressure(text: str, sentence: Sentence) -> bool:
    said = str(sentence)
    if SAVES.search(said):
        return False
    return bool(PRESSES.search(said) or (PRESSES.search(text) and not SAVES.search(text)))


def _year(text: str, pounds: Pounds, start: int, end: int, references: Sequence[Reference]) -> str | None:
    """The year printed after a sum, else before it, else after the sums that follow under the same reference."""
    if ALL_YEARS.match(text, pounds.end):
        return None
    after = year_of(text[pounds.end : end])
    if after:
        return after
    stop = next((reference.start for reference in references if reference.start >= pounds.end), len(text))
    return year_of(text[start : pounds.start]) or year_of(text[end : min(stop, end + NEAR_YEAR)])


FROM = re.compile(
    r"^[\s),]*(?:(?:savings?|are|is|to|be|will|would|been|anticipated|expected|made|saved|achieved|generated"
    r"|delivered|due|also)\s+)*"
    r"(?:from|for|following|through|by|via)\s+(?P<what>.+)$",
    re.IGNORECASE | re.DOTALL,
)
TRIM = re.compile(
    rf"^\s*(?:Service\s+|Officer\s+)?(?:Response|Reply|Answer)\s*:|\(\s*{CODES}\s*\)?|\(?\s*\b(?:in|for|from|by)?\s*\(?(?:20)?\d\d/\d\d\)?(?:\s+onwards)?|\(\s*(?:all\s+years)?\s*\)"
    rf"|£\s?[\d.,]+\s?(?:k|m|million)?|{CODE}\s*[:–-]"
    r"|\(\s*(?:saving\s+)?ref.*$",
    re.IGNORECASE,
)
DASHED = re.compile(r"\s[-–]\s*$")
PIECE = re.compile(r"(?:,\s+)?\b(?:and|with|while|whilst)\s+|,\s+")
EDGES = re.compile(
    r"^(?:[\s,;:.)-]+|(?:and|with|an?|further|of|via|will|also|to|are|is|including|rising|a\s+total)\b\s*)+"
    r"|(?:[\s,;:(–-]+|\b(?:of|by|with|an?|further|and|which|that|will|would|save|saves|savings?|worth|rising|to|is"
    r"|are|the|due|at|about|around|from|costs?|be|in"
    r"|for|provides?|total|adds?|needs?|requires?)\b\s*)+$",
    re.IGNORECASE,
)


def _description(text: str, pounds: Pounds, sentence: Sentence, start: int, end: int) -> str:
    """What is saved, in the words beside the sum from `start` to `end`; empty where they do not say."""
    before, after = TRIM.sub(" ", text[start : pounds.start]), TRIM.sub(" ", text[pounds.end : end])
    pieces = [piece for piece in PIECE.split(before) if piece.strip()]
    behind = FROM.match(after)
    more = end < sentence.end
    what = PIECE.split(behind["what"])[0] if behind and more else (behind["what"] if behind else "")
    places = [pieces[-1] if pieces else "", what, before]
    for words in places if DASHED.search(before) else [what, *places]:
        plain = (
            one_line(words).strip(" .,;:-–()")
            if DASHED.search(before)
            else EDGES.sub("", one_line(words)).strip(" .,;:-–()")
        )
        if len(plain.split()) >= 2:
            return plain[:1].upper() + plain[1:]
    return ""


def savings_in(paragraphs: Iterable[Paragraph]) -> list[Saving]:
    """Every saving and pressure of a paper's text and tables, in reading order."""
    every = list(paragraphs)
    found: list[Saving] = []
    lead = ""
    for index, (paragraph, numbered) in enumerate(labelled(every)):
        if paragraph.style == "row":
            continue
        lead = lead if paragraph.style == "bullet" or lead.endswith("?") else ""
        later = _given_later(every, index)
        for stated in stated_in(paragraph.text, later[0] if later else ""):
            more = [later[1]] if later and stated.reference == later[0] else []
            found.append(_saving(_in_year(stated, lead), paragraph, numbered, more))
        if not is_heading(paragraph) and paragraph.style != "bullet":
            lead = paragraph.text.strip() if LEADS.search(paragraph.text) else ""
    for table in tables(every):
        found.extend(savings_in_table(table))
    return sorted(found, key=lambda saving: saving.source.passages)


def _in_year(stated: Stated, lead: str) -> Stated:
    """A saving in the year that its list's first line or its question names: "The proposals for 2015/16 are:"."""
    years = {year for match in SHORT_YEAR.finditer(lead) if (year := year_of(match[0]))}
    return replace(stated, financial_year=years.pop()) if len(years) == 1 and not stated.financial_year else stated


def _given_later(every: Sequence[Paragraph], index: int) -> tuple[str, Paragraph] | None:
    """The reference that the next paragraph gives: "This saving is shown in the plan (Saving Reference - AB01)"."""
    following = every[index + 1] if index + 1 < len(every) else None
    if (
        following is None
        or references_in(every[index].text)
        or not BACKWARD.match(following.text)
        or pounds_in(following.text)
    ):
        return None
    references = references_in(following.text)
    return (references[0].codes, following) if references else None


def _saving(stated: Stated, paragraph: Paragraph, numbered: Paragraph, more: list[Paragraph]) -> Saving:
    return Saving(
        source=source_of(paragraph, stated.quote, numbered, *more, basis="sentence"),
        reference=stated.reference,
        description=stated.description,
        amount=stated.amount,
        financial_year=stated.financial_year,
    )
