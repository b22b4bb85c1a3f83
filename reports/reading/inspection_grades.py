"""Grades as inspectors' own reports print them: in a table, on a line behind a colon, as the headline.

>>> grade_of("Requires improvement to be good"), grade_of("4 - Good"), grade_of("Good enough")
('Requires improvement to be good', 'Good', None)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.reading.dates import dates_in
from reports.reading.paragraph import Paragraph
from reports.reading.sentences import one_line

# The scales of the inspectorates, the longest words first: Ofsted, its report cards of 2025, Estyn, Care Inspectorate
# Wales, the Care Quality Commission, the inspectorates of constabulary and probation, Scotland's Care Inspectorate.
GRADES = (
    ("Requires improvement to be good", r"requires?\s+improvement\s+to\s+be\s+good"),
    ("Requires improvement", r"requires?\s+improvement"),
    ("Adequate and needs improvement", r"adequate\s+and\s+needs\s+improvement"),
    ("Unsatisfactory and needs urgent improvement", r"unsatisfactory\s+and\s+needs\s+urgent\s+improvement"),
    ("Strong standard", r"strong\s+standard"),
    ("Expected standard", r"expected\s+standard"),
    ("Needs attention", r"(?:needs|requires)\s+attention"),
    ("Urgent improvement", r"urgent\s+improvement"),
    ("Very good", r"very\s+good"),
    ("Outstanding", r"outstanding"),
    ("Exceptional", r"exceptional"),
    ("Excellent", r"excellent"),
    ("Good", r"good"),
    ("Adequate", r"adequate"),
    ("Satisfactory", r"satisfactory"),
    ("Inadequate", r"inadequate"),
    ("Unsatisfactory", r"unsatisfactory"),
    ("Weak", r"weak"),
    ("Poor", r"poor"),
)  # fmt: skip
_WORDS = "|".join(form for _, form in GRADES)
# A number of the scale, a traffic light or a quotation mark may stand beside the word.
# "l" is the disc of the font Wingdings.
_BESIDE = r"[\s'\"‘’“”()\u25cf\u25cb\u2b24\u2605\u2606\uf06c•]*"
GRADE = re.compile(
    rf"{_BESIDE}(?:(?:grade\s+)?[1-6]\s*[-–:=.)]?\s*)?(?P<grade>{_WORDS}){_BESIDE}(?:\(?(?:grade\s+)?[1-6]\)?"
    rf"|l)?[\s.;]*{_BESIDE}",
    re.IGNORECASE,
)
BEHIND = re.compile(
    rf"^(?P<subject>[^:–]{{3,160}}?)\s*(?::|–|\s-|\?|\bis|\bare|\bwas)\s*(?:judged\s+to\s+be\s+"
    rf"|rated\s+)?(?P<rest>{_BESIDE}(?:{_WORDS}).{{0,8}})$",
    re.IGNORECASE,
)
CLOSE = re.compile(rf"^(?P<subject>.{{5,150}}?)\s+(?P<grade>(?=(?-i:[A-Z]))(?:{_WORDS}))$", re.IGNORECASE)
# "Children's services in Wexcombe are good", "The provider is rated good".
HEADLINE = re.compile(
    rf"^\W*(?P<subject>(?:the\s+)?(?:(?:overall\s+)?(?:effectiveness|rating|quality)\b.{{0,80}}?|(?:children['’]s"
    rf"|local\s+authority|council|social\s+care|fostering|adoption"
    rf"|youth\s+\w+)\s+(?:\w+\s+){{0,2}}?services?\b.{{0,80}}?"
    rf"|(?:provider|service|setting|home|school|nursery|agency|centre|provision|local\s+authority|council"
    rf"|location)\b.{{0,40}}?))"
    rf"\s*(?:\bis|\bare|\bwas|\bwere|:)\s*(?:(?:judged|rated|graded)\s+(?:to\s+be\s+|as\s+)?)?(?P<grade>{_WORDS})\W*$"
    rf"|^\W*(?P<subject2>children['’]s\s+(?:social\s+care\s+)?services\b.{{0,60}}?)\s+(?P<grade2>requires?"
    rf"\s+improvement(?:\s+to\s+be\s+good)?)\W*$",
    re.IGNORECASE,
)
# What inspections of areas since 2023 end with instead of a grade.
OUTCOMES = (
    ("Typically positive experiences and outcomes", r"typically\s+lead\s+to\s+positive\s+experiences\s+and\s+outcomes"),
    ("Inconsistent experiences and outcomes", r"lead\s+to\s+inconsistent\s+experiences\s+and\s+outcomes"),
    ("Widespread and/or systemic failings", r"(?:there\s+are\s+)?widespread\s+and(?:\s*/\s*or)?\s+systemic\s+failings"),
)
_OUTCOMES = tuple((name, re.compile(form, re.IGNORECASE)) for name, form in OUTCOMES)
AREA_OUTCOME = re.compile(
    r"\b(?:local\s+area\s+partnership|area\s+SEND|special\s+educational\s+needs)\b", re.IGNORECASE
)
# What a table puts beside a grade and is no subject: another inspection, another column.
OTHER = re.compile(
    r"\b(?:previous|last|earlier|most\s+recent|prior)\s+(?:\w+\s+)?(?:inspection|judg|rating|grade)"
    r"|\bat\s+(?:its\s+)?(?:previous|last)\b|^\W*(?:this\s+inspection|judge?ments?|grades?|ratings?|inspection\s+date"
    r"|key|scale)\W*$",
    re.IGNORECASE,
)
LAST = re.compile(
    r"\b(?:overall\s+)?(?:effectiveness|judge?ment|rating|grade)\b.{0,30}\b(?:previous"
    r"|last)\s+(?:full\s+)?inspection\b",
    re.IGNORECASE,
)
LEAD = re.compile(
    r"^(?:graded\s+judge?ment\s*\d*\s*[:–-]?\s*|sub-?judge?ment\s*\d*\s*[:–-]?\s*|judge?ment\s*\d*\s*:\s*"
    r"|key\s+question\s*\d*\s*[:–-]\s*|\d+(?:\.\d+)+\s+|(?:\d+|[a-z])[.)]\s+|the\s+graded\s+judge?ment\s+(?:about|for"
    r"|on)\s+)",
    re.IGNORECASE,
)
BEHIND_SUBJECT = re.compile(
    r",?\s*(?:taking\s+into\s+account|(?:is\s+that\s+(?:it|they))?\s*(?:\bis|\bare)?|:|–|-)\W*$", re.IGNORECASE
)
OVERALL = re.compile(
    r"^(?:the\s+)?(?:children['’]s\s+(?:social\s+care\s+)?services\b.*|(?:provider|service|setting|home|school"
    r"|nursery|agency|centre|provision|local\s+authority|council|location)\b.*)$",
    re.IGNORECASE,
)
SMALL = frozenset(["the", "and", "for", "who"])
SUBJECT = 170  # letters that a subject may have


@dataclass(frozen=True, slots=True)
class Graded:
    """A grade with its subject, the paragraphs that print it and how it stands there (a basis)."""

    subject: str
    grade: str
    paragraphs: tuple[Paragraph, ...]
    basis: str
    earlier: bool = False
    judged_on: str | None = None


def grade_of(text: str) -> str | None:
    """The grade that a text is, None where it is more or less than one."""
    found = GRADE.fullmatch(text) if len(text) < 70 else None
    return named(found["grade"]) if found else None


def named(printed: str) -> str:
    return next(name for name, form in GRADES if re.fullmatch(form, one_line(printed), re.IGNORECASE))


def subject_of(text: str) -> str | None:
    """A subject without its number; None for what is none.

    >>> subject_of("2.1 The effectiveness of leaders, taking into account"), subject_of("Previous inspection grade")
    ('The effectiveness of leaders', None)
    """
    plain = LEAD.sub("", BEHIND_SUBJECT.sub("", one_line(text).strip(" :–-\u25cf•*"), count=1)).strip()
    return plain[:1].upper() + plain[1:] if 3 <= len(plain) <= SUBJECT and not OTHER.search(plain) else None


def grades_in(paragraphs: Sequence[Paragraph]) -> list[Graded]:
    """The grades of an inspection, each subject once, the first time that it is printed."""
    found: list[Graded] = []
    for graded in every_grade(paragraphs):
        if graded.earlier or not any(
            same_subject(graded.subject, other.subject) for other in found if not other.earlier
        ):
            found.append(graded)
    return found


def every_grade(paragraphs: Sequence[Paragraph]) -> Iterator[Graded]:
    for place, paragraph in enumerate(paragraphs):
        if paragraph.margin and (grade := grade_of(paragraph.margin)) and (subject := subject_of(paragraph.text)):
            # A narrow last column stands in the margin.
            yield Graded(subject, grade, (paragraph,), "cell")
        elif len(paragraph.cells) >= 2:
            yield from in_row(paragraph, paragraphs[place + 1 : place + 2])
        elif graded := (
            alone(paragraphs, place) or in_line(paragraph) or headline(paragraph) or among_rows(paragraphs, place)
        ):
            yield graded


def in_row(paragraph: Paragraph, following: Sequence[Paragraph]) -> Iterator[Graded]:
    """A row that ends with a grade, or with this inspection's and then the last one's."""
    cells = [cell for cell in paragraph.cells if cell.strip()]
    place = next((place for place, cell in enumerate(cells) if place and grade_of(cell)), None)
    if place is None:
        return
    grade = grade_of(cells[place]) or ""
    days = [found.iso for cell in cells[:place] for found in dates_in(cell) if found.precision == "day"]
    if days and place <= 2:
        # A row of the history of inspections: day, sort of inspection, grade.
        if not re.search(r"\b(?:interim|monitoring|assurance)\b", paragraph.text, re.IGNORECASE):
            yield Graded("Overall effectiveness", grade, (paragraph,), "cell", earlier=True, judged_on=days[0])
        return
    subject = subject_of(" ".join(cells[:place]))
    if subject and is_subject(subject):
        below = following[0] if following and goes_on(subject, following[0]) else None
        whole = f"{subject} {one_line(below.text)}" if below else subject
        used = (paragraph, below) if below else (paragraph,)
        yield Graded(subject_of(whole) or subject, grade, used, "cell")


def goes_on(subject: str, below: Paragraph) -> bool:
    """Whether the line below a row goes on with its subject, which filled its cell."""
    small = below.text[:1].islower() and len(below.text) < 90 and not below.text.rstrip().endswith(".")
    return small and not below.cells and below.style != "bullet" and len(subject) > 25


def is_subject(text: str) -> bool:
    """Whether words before a grade name what was graded: no sentence, no number."""
    return bool(re.search(r"[A-Za-z]{4}", text)) and not re.search(r"[.;]\s|\d{4}|%", text)


def alone(paragraphs: Sequence[Paragraph], place: int) -> Graded | None:
    """A grade on a line of its own, with its subject above it, round it, or beside it in the middle of two lines."""
    paragraph = paragraphs[place]
    grade = grade_of(paragraph.text)
    if not grade or not place or paragraphs[place - 1].cells:
        return None
    above = paragraphs[place - 1]
    subject = subject_of(above.text)
    if not subject or not is_subject(subject) or above.text.rstrip().endswith(".") or grade_of(above.text):
        return None
    below = paragraphs[place + 1] if place + 1 < len(paragraphs) else None
    beside = below is not None and below.style == above.style and goes_on(subject, below)
    if beside and below:
        return Graded(f"{subject} {one_line(below.text)}", grade, (paragraph, above, below), "cell")
    is_name = above.style == "heading" or above.bold or (len(subject) < 110 and above.style == "paragraph")
    return Graded(subject, grade, (paragraph, above), "mark") if is_name else None


def in_line(paragraph: Paragraph) -> Graded | None:
    """A subject and its grade on one line: "The effectiveness of leaders: good"."""
    if len(paragraph.text) > SUBJECT + 40:
        return None
    found = BEHIND.match(one_line(paragraph.text))
    grade = grade_of(found["rest"]) if found else None
    if not found or not grade:
        return None
    earlier = bool(LAST.search(found["subject"]))
    subject = "Overall effectiveness" if earlier else subject_of(found["subject"])
    if subject and OVERALL.match(subject):
        subject = "Overall effectiveness"
    told = (
        paragraph.text[found.end("subject") :].lstrip()[:1] in ":–-?" or paragraph.style == "heading" or paragraph.bold
    )
    if not subject or not is_subject(subject) or not told:
        return None
    return Graded(subject, grade, (paragraph,), "mark", earlier)


def among_rows(paragraphs: Sequence[Paragraph], place: int) -> Graded | None:
    """A row of a table of grades whose cells stand so close that they were read as one line."""
    paragraph = paragraphs[place]
    near = [*paragraphs[max(place - 1, 0) : place], *paragraphs[place + 1 : place + 2]]
    found = CLOSE.match(one_line(paragraph.text)) if len(paragraph.text) < SUBJECT else None
    if not found or not any(len(each.cells) > 1 and grade_of(each.cells[-1]) for each in near):
        return None
    subject = subject_of(found["subject"])
    return Graded(subject, named(found["grade"]), (paragraph,), "place") if subject and is_subject(subject) else None


def headline(paragraph: Paragraph) -> Graded | None:
    """The headline that grades the whole: "Children's services in Wexcombe are good"."""
    if len(paragraph.text) > 150 or not (paragraph.style == "heading" or paragraph.bold):
        return None
    found = HEADLINE.match(one_line(paragraph.text))
    if not found:
        return None
    return Graded("Overall effectiveness", named(found["grade"] or found["grade2"]), (paragraph,), "mark")


def area_outcome(paragraphs: Sequence[Paragraph]) -> Graded | None:
    """The outcome of the inspection of an area's arrangements for children with special needs."""
    for paragraph in paragraphs:
        found = next((name for name, form in _OUTCOMES if form.search(paragraph.text)), None)
        if found and AREA_OUTCOME.search(paragraph.text):
            return Graded("Local area partnership's SEND arrangements", found, (paragraph,), "sentence")
    return None


def same_subject(one: str, other: str) -> bool:
    """Whether two subjects are one: the shorter's words all stand in the longer.

    >>> same_subject("Children who need help", "The experiences and progress of children who need help")
    True
    >>> same_subject("The experiences of children in care", "The experiences of children in need of help")
    False
    """
    first, second = (
        {word.rstrip("s") for word in re.findall(r"[a-z]{3,}", each.lower())} - SMALL for each in (one, other)
    )
    return bool(first and second) and (first <= second or second <= first)
