"""What inspectors report of a council's services, an area's arrangements, a home or a school.

Wexcombe County Council
Inspection of children's social care services
Inspection dates: 4 to 15 March 2024
Lead inspector: Jo Field, His Majesty's Inspector
Judgement                                                          Grade
The impact of leaders on social work practice with children        Good
The experiences and progress of children in care                   Outstanding
Overall effectiveness                                              Good
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reports.reading.dates import dates_in
from reports.reading.facts import Event, Fact, Figure, Judgement
from reports.reading.figures import Setting, figures_in
from reports.reading.inspection_grades import Graded, area_outcome, grades_in
from reports.reading.inspection_timing import Timing, timing_of
from reports.reading.kinds.inspection_report_signs import INSPECTION_REPORT_SIGNS
from reports.reading.kinds.kind import Findings, Kind, Paper
from reports.reading.paragraph import Paragraph
from reports.reading.sentences import one_line, sections, source_of

# Who inspects, by the words of its own reports: the first line found most often at the beginning and the end.
INSPECTORATES = (
    ("Ofsted and CQC", r"Ofsted\s+(?:and|&)\s+(?:the\s+)?(?:CQC|Care\s+Quality\s+Commission)"),
    ("Ofsted", r"\bOfsted\b|Office\s+for\s+Standards\s+in\s+Education"),
    ("Estyn", r"\bEstyn\b"),
    ("Care Inspectorate Wales", r"\bCare\s+Inspectorate\s+Wales\b|\bCIW\b|\bCSSIW\b"),
    ("CQC", r"\bCQC\b|\bCare\s+Quality\s+Commission\b"),
    ("HM Inspectorate of Probation", r"\bInspectorate\s+of\s+Probation\b|\bHMIP\b"),
    ("HMICFRS", r"\bHMICFRS\b|\bInspectorate\s+of\s+Constabulary\b"),
    ("Care Inspectorate", r"\bCare\s+Inspectorate\b(?!\s+Wales)"),
    ("Education Scotland", r"\bEducation\s+Scotland\b"),
)
_INSPECTORATES = tuple((name, re.compile(form, re.IGNORECASE)) for name, form in INSPECTORATES)
FRONT = 30
HEAD = 8  # paragraphs among which a home's or a school's name stands
TITLE = re.compile(
    r"\binspection\b|\bfocused\s+visit\b|\bmonitoring\s+visit\b|\breview\s+of\b|\bassurance\s+visit\b"
    r"|^\W*a\s+report\s+on\b",
    re.IGNORECASE,
)
# Whose services were inspected, by the title.
AREA = re.compile(
    r"\b(?:[Ii]nspection|[Vv]isit)\s+(?:of|to)\s+(?P<before>[A-Z][\w'’-]*(?:\s+(?:(?:and|upon|on|of|with)\s+)?[A-Z][\w'’-]*){0,4}?)"
    r"(?:['’]s)?\s+(?:(?:local|county|city|borough|metropolitan)\s+)?(?:[Ll]ocal\s+[Aa]uthority|[Cc]hildren['’]s\s|[Ll]ocal\s+[Aa]rea\b)"
    r"|\bservices\s+in\s+(?P<behind>[A-Z][\w'’-]*(?:\s+(?:(?:and|upon|on|of|with)\s+)?[A-Z][\w'’-]*){0,4})\W*$"
)
# What inspectors say of the time at which they came; of now; of before.
AT_INSPECTION = re.compile(
    r"\bat\s+the\s+time\s+of\s+(?:the|this|our)\s+(?:inspection|visit)\b|\bcurrently\b|\bnow\b|\bat\s+present\b",
    re.IGNORECASE,
)
PRESENT = re.compile(r"\b(?:is|are|has|have|keeps?|makes?|remains?|lives?|receives?|stays?)\b", re.IGNORECASE)
EARLIER = re.compile(r"\b(?:previous(?:ly)?|last|had|were|was|earlier|before|ago|since|between|from)\b", re.IGNORECASE)
# A group within the measure's own, or its opposite: "the 2% who are not in touch", "4% attend university".
PART = re.compile(
    r"\b(?:not|universit\w+|panel|sample|cases?|audit\w*|some|tracked|waiting|of\s+these|of\s+whom|respectively)\b",
    re.IGNORECASE,
)
OF_WHOM = re.compile(r",[^,]*\bof\s+whom\b.*", re.IGNORECASE | re.DOTALL)
ABOUT_AREA = re.compile(
    r"\b(?:(?:this|the|local)\s+(?:local\s+)?(?:authority\s+)?area|information\s+about\s+(?:the|this)"
    r"|local\s+(?:context|authority)|characteristics)\b",
    re.IGNORECASE,
)
OWN_NAME = re.compile(r"^\W*(?:inspection\s+report|ofsted|estyn|.*\bcouncil)\W*$", re.IGNORECASE)
NOT_TITLE = re.compile(
    r"\b(?:dates?|published|number|lead|report\s+by|previous|last|inspection\s+(?:area|outcome|report\W*$|history"
    r"|judge?ments?|team))\b|^\W*(?:about|type\s+of|inspection\s+report\s+for)\b",
    re.IGNORECASE,
)


def read(paper: Paper) -> Findings:
    """The grades that the inspectors gave, and the figures that they tell of known measures."""
    inspectorate = inspectorate_of(paper.paragraphs)
    timing = timing_of(paper.paragraphs)
    facts: list[Fact] = [
        *(judgement(graded, inspectorate, timing) for graded in graded_in(paper.paragraphs, inspectorate)),
        *figures(paper, timing),
        *inspected(timing),
    ]
    return Findings(title_of(paper.paragraphs), timing.written, tuple(facts))


def figures(paper: Paper, timing: Timing) -> list[Figure]:
    """The figures of known measures, with their period, that a report gives of the area: its findings are prose."""
    about = [
        each
        for section in sections(paper.paragraphs)
        if ABOUT_AREA.search(section.title)
        for each in section.paragraphs
    ]
    setting = Setting(area=paper.area or area_in(paper.paragraphs), written=timing.written)
    of_area = [figure for figure in figures_in(about, setting) if figure.indicator and figure.period]
    known = {(figure.indicator, figure.value, figure.area) for figure in of_area}
    told = [each for each in paper.paragraphs if each not in about and not each.cells and each.style != "heading"]
    found = (of_findings(figure, timing) for figure in figures_in(told, setting))
    return of_area + [each for each in found if each and (each.indicator, each.value, each.area) not in known]


def of_findings(figure: Figure, timing: Timing) -> Figure | None:
    """A figure of a known measure in the inspectors' prose with its period; None where it is not surely that measure.

    Findings speak of the time of the inspection: "Personal advisers are in touch with 98 per cent of care leavers".
    """
    said = figure.source.quote
    now = bool(AT_INSPECTION.search(said))
    whole = said if figure.unit != "count" else OF_WHOM.sub("", said)
    if not figure.indicator or PART.search(whole) or (figure.unit == "count" and not now):
        return None
    if figure.period:
        return figure
    current = now or (PRESENT.search(said) and not EARLIER.search(said) and not dates_in(said))
    return replace(figure, period=timing.ended[:7]) if current and timing.ended else None


def area_in(paragraphs: Sequence[Paragraph]) -> str | None:
    """The area by the report's title, where no council is named.

    >>> area_in([Paragraph(ordinal=0, page=1, text="Inspection of Wexcombe local authority children's services")])
    'Wexcombe'
    """
    found = (AREA.search(each.text) for each in paragraphs[:HEAD] if len(each.text) < 140)
    return next((match["before"] or match["behind"] for match in found if match), None)


def graded_in(paragraphs: Sequence[Paragraph], inspectorate: str | None) -> list[Graded]:
    """The grades of this inspection, and of an earlier one where its day is printed beside them."""
    found = [each for each in grades_in(paragraphs) if not each.earlier or each.judged_on]
    outcome = area_outcome(paragraphs) if not found else None
    return [*found, *([outcome] if outcome else [])]


def judgement(graded: Graded, inspectorate: str | None, timing: Timing) -> Judgement:
    first, *others = graded.paragraphs
    return Judgement(
        inspectorate=inspectorate,
        subject=graded.subject,
        grade=graded.grade,
        judged_on=graded.judged_on or timing.judged,
        source=source_of(first, one_line(first.text), *others, basis=graded.basis),
    )


def inspectorate_of(paragraphs: Sequence[Paragraph]) -> str | None:
    """The inspectorate that a report names most where it says of itself: on its first and last pages."""
    ends = [*paragraphs[:FRONT], *paragraphs[-FRONT:]]
    text = "\n".join(each.text for each in ends)
    counts = [(len(pattern.findall(text)), name) for name, pattern in _INSPECTORATES]
    joint = counts[0]
    if joint[0] and joint[0] * 3 >= max(count for count, _ in counts[1:]):
        return joint[1]
    best = max(counts[1:], key=lambda pair: pair[0])
    return best[1] if best[0] else None


def title_of(paragraphs: Sequence[Paragraph]) -> str | None:
    """The heading that says what was inspected."""
    front = [
        one_line(each.text)
        for each in paragraphs[:FRONT]
        if len(each.text) < 180 and not each.cells and not each.text.rstrip().endswith((".", ":"))
    ]
    named = [text for text in front if TITLE.search(text) and not NOT_TITLE.search(text)]
    heads = [
        one_line(each.text) for each in paragraphs[:FRONT] if each.style == "heading" and not OWN_NAME.search(each.text)
    ]
    return next(iter([*named, *heads]), None)


def inspected(timing: Timing) -> list[Event]:
    """The days of the inspection and of the report, as the report's head prints them."""
    return [
        Event(date=day, text=one_line(paragraph.text), source=source_of(paragraph, paragraph.text, basis="mark"))
        for day, paragraph in timing.told
    ]


INSPECTION_REPORT = Kind("inspection_report", "Inspection report", INSPECTION_REPORT_SIGNS, read, threshold=12)
