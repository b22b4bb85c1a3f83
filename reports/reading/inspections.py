"""What inspectors said: grades, each with its subject, and the dates that a document gives for one inspection.

>>> [(grade.subject, grade.grade) for grade in grades_in("Larkfield was judged to be outstanding by Ofsted.")]
[('Larkfield', 'Outstanding')]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reports.reading.facts import Judgement
from reports.reading.inspection_dates import two_dates_for_one_inspection
from reports.reading.paragraph import Paragraph
from reports.reading.sentences import Section, labelled, one_line, sections, sentences, source_of
from reports.reading.yearless import dates_near

__all__ = ["grades_in", "judgements_in", "two_dates_for_one_inspection"]

INSPECTORATES = (
    ("Ofsted and CQC", re.compile(r"Ofsted\s+(?:and|&)\s+(?:the\s+)?(?:CQC|Care Quality Commission)")),
    ("Ofsted", re.compile(r"\bOfsted\b|\bOFSTED\b")),
    ("HMICFRS", re.compile(r"\bHMICFRS\b")),
    ("HMIC", re.compile(r"\bHMIC\b|\bPEEL\b")),
    ("HM Inspectorate of Probation", re.compile(r"\bHMIP\b|Inspectorate of Probation")),
    ("CQC", re.compile(r"\bCQC\b|Care Quality Commission")),
)
# The grades, the longest first: as printed, and as said of a subject.
GRADES = (
    ("Requires improvement to be good", r"requir(?:e[sd]?|ing)\s+improvement\s+to\s+be\s+good"),
    ("Requires improvement", r"requir(?:e[sd]?|ing)\s+improvement"),
    ("Outstanding", r"outstanding"),
    ("Inadequate", r"inadequate"),
    ("Adequate", r"adequate"),
    ("Satisfactory", r"satisfactory"),
    ("Good", r"good"),
)
_GRADE = "(?P<grade>" + "|".join(pattern for _, pattern in GRADES) + ")"
_QUOTE = r"[\"'“‘”’]?"
_JUDGED = r"(?:judged|rated|graded|found|assessed|deemed|considered|classed|given|awarded|rates?|judges?|grades?)"
_AS = (
    r"(?:\s+(?:to(?=\s+require)|to\s+be|as(?:\s+being)?|an?|overall"
    r"|the\s+(?:grade|rating|judgement)\s+(?:of\s+)?))*\s*"
)
# "X was also rated good for 'A', 'B' and 'C'".
PASSIVE = re.compile(
    rf"(?P<subject>.*?)\s*\b(?:was|were|is|are|has\s+been|have\s+been|been|being)\s+(?:also\s+|again\s+|all\s+"
    rf"|both\s+|each\s+)*{_JUDGED}"
    rf"(?:\s+by\s+\w+)?{_AS}{_QUOTE}{_GRADE}\b{_QUOTE}(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
# "judged adoption to be 'outstanding'".
ACTIVE = re.compile(
    rf"\b{_JUDGED}\s+(?:that\s+)?(?P<subject>(?:(?!\b(?:to\s+(?:be|require)|as)\b).){{2,120}}?)\s+(?:to\s+be|as|was"
    rf"|were|to(?=\s+require)){_AS}{_QUOTE}{_GRADE}\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
# "rated them Good overall".
BRIEF = re.compile(
    rf"\b(?:judged|rated|graded|found)\s+(?P<subject>them|it|us|(?:the|our|its)\s+[\w'’ ]{{3,60}}?"
    rf"|(?:all\s+)?(?:children['’]s\s+)?(?:social\s+care\s+)?"
    rf"(?:services?|provision|practice)(?:\s+(?:for|to|in)\s+[\w'’ ]{{3,40}}?)?)\s+(?:as\s+)?"
    rf"{_QUOTE}{_GRADE}\b",
    re.IGNORECASE,
)
# "The overall judgement was that services require improvement": only this grade is a verb of its own.
STATED = re.compile(
    rf"\b(?:judge?ment|grade|grading|rating|verdict|conclusion|{_JUDGED}|concluded)\b[^.;]{{0,40}}?\bthat\s+"
    rf"(?P<subject>[\w'’, -]{{3,90}}?)\s+(?:(?:is|are|was|were|remain(?:s|ed)?|still)\s+{_QUOTE}{_GRADE}"
    rf"|(?:still\s+)?{_QUOTE}(?P<grade2>require[sd]?\s+improvement(?:\s+to\s+be\s+good)?))\b",
    re.IGNORECASE,
)
# "Overall effectiveness: Good", "received a judgement of good for leadership".
LISTED = re.compile(rf"^(?P<subject>[^:–]{{4,120}}?)\s*(?::|–|\s-)\s*{_QUOTE}{_GRADE}{_QUOTE}\s*[.;]?$", re.IGNORECASE)
GIVEN = re.compile(
    rf"\b(?:judgement|judgment|grade|grading|rating|outcome)\s+of\s+{_QUOTE}{_GRADE}{_QUOTE}\s+(?:was\s+(?:given"
    rf"|awarded)\s+)?(?:for|to)\s+(?P<subject>[^.;]{{4,120}})"
    rf"|\b(?:a|an)\s+{_QUOTE}(?P<grade2>outstanding|good|inadequate"
    rf"|requires\s+improvement)\b{_QUOTE}\s+(?:judgement|judgment|grade|grading|rating)\s+(?:for"
    rf"|to)\s+(?P<subject2>[^.;]{{4,120}})",
    re.IGNORECASE,
)
# "... to be good overall and the experiences of care leavers to be outstanding".
AND_ACTIVE = re.compile(
    rf"^{_QUOTE}(?:\s+overall)?,?\s*(?:and|but|while|whilst|with)\s+(?P<subject>[^.;,]{{3,120}}?)\s+"
    rf"(?:to\s+be|as|to(?=\s+require)){_AS}{_QUOTE}{_GRADE}\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
AS_WERE = re.compile(r",?\s*\bas\s+(?:were|was|are|is)\s+(?P<subject>[^.;]+)", re.IGNORECASE)
AND_MORE = re.compile(
    rf",?\s*(?:and|while|whilst|with|but)\s+(?P<subject>[^.;,]{{3,120}}?)\s+(?:(?:was|were|is"
    rf"|are)\s+)?(?:also\s+)?(?:{_JUDGED})?{_AS}{_QUOTE}{_GRADE}\b",
    re.IGNORECASE,
)
QUOTED = re.compile(r"(?:(?<=\s)|^)['‘“\"]\s*(?P<subject>[A-Z][^‘“\"]*?)\s*(?:['’”\"])(?=[\s,.;)]|$)")
NEGATED = re.compile(
    r"\bno\b|\bnot\b|\bnone\b|\bnever\b|\bif\b|\bambition\b|\baim\b|\bto\s+be\s+good\s+by\b|%", re.IGNORECASE
)
OVERALL = re.compile(
    r"(?:the\s+)?(?:council|authority|county|services?|department|children['’]s\s+services|[\w\s]*(?:County|City"
    r"|Borough)\s+Council)(?:\s+overall)?|(?:(?:the\s+(?:council|authority|county)['’]s|our)\s+)"
    r"(?:children['’]s\s+(?:social\s+care\s+)?services|services(?:\s+for\s+children(?:\s+and\s+(?:young\s+people|families))?)?)"
    r"(?:\s+overall)?|(?:the\s+)?overall\s+effectiveness(?:\s+of\s+(?:our|the|its|these|those)\b.*)?",
    re.IGNORECASE,
)
LEAD = re.compile(
    r"^(?:I\s+am\s+(?:\w+\s+){1,3}to\s+(?:report|say|announce)\s+)?(?:(?:and|but|while|whilst|with|that|which|the\s+report\s+said\s+that|overall,|however,"
    r"|ofsted\s+\w+\s+that|within\s+(?:this|that|these),)\s+)+|^(?:(?:in|at|on|following|after)\s+[^,]{3,60},\s+)+",
    re.IGNORECASE,
)


# "The judgements are: leadership – good; adoption – outstanding".
CLAUSES = re.compile(r";\s+(?:and\s+)?")
LIST_LEAD = re.compile(
    r"^[^:;]{0,160}\b(?:judg(?:e)?ments?|grades?|ratings?|outcomes?|findings)\b[^:;]{0,60}:\s+", re.IGNORECASE
)
INSPECTED_AND = re.compile(
    r"^(?P<subject>.+?)\s+(?:was|were|has\s+been|have\s+been)\s+(?:also\s+)?(?:re-?)?(?:inspected|visited|assessed)\b.*\band$",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Grade:
    subject: str
    grade: str


def grades_in(sentence: str, area: str | None = None) -> list[Grade]:
    """The grades of a sentence, each with its subject; "Wexcombe was judged good" is the overall grade.

    >>> grades_in("It was rated good for 'Adoption Performance' and 'Leadership'.")
    [Grade(subject='Adoption Performance', grade='Good'), Grade(subject='Leadership', grade='Good')]
    >>> grades_in("No centre was judged to be inadequate.")
    []
    """
    clauses = [clause for clause in CLAUSES.split(LIST_LEAD.sub("", sentence)) if clause.strip()]
    if len(clauses) > 1:
        return [grade for clause in clauses for grade in _grades_in_clause(clause, area)]
    return _grades_in_clause(sentence, area)


def _grades_in_clause(sentence: str, area: str | None) -> list[Grade]:
    if NEGATED.search(sentence):
        return []
    if listed := LISTED.match(sentence.strip()):
        return [Grade(_subject(listed["subject"], area), _grade(listed["grade"]))]
    if passive := PASSIVE.match(sentence):
        return _passive(passive, area)
    if stated := STATED.search(sentence):
        return [Grade(_subject(stated["subject"], area), _grade(stated["grade"] or stated["grade2"]))]
    if active := ACTIVE.search(sentence):
        return list(_active(active, area))
    if brief := BRIEF.search(sentence):
        return [Grade(_subject(brief["subject"], area), _grade(brief["grade"]))]
    if given := GIVEN.search(sentence):
        return [Grade(_subject(given["subject"] or given["subject2"], area), _grade(given["grade"] or given["grade2"]))]
    return []


def _passive(match: re.Match[str], area: str | None) -> list[Grade]:
    grade, rest = _grade(match["grade"]), match["rest"]
    named = re.match(
        r"\s*(?:for|in|on|in\s+respect\s+of|in\s+relation\s+to|against)\s+(?P<subjects>.*)",
        rest,
        re.IGNORECASE | re.DOTALL,
    )
    subjects = _subjects(named["subjects"]) if named else []
    found = [Grade(_subject(subject, area), grade) for subject in subjects or [_said(match["subject"])]]
    if more := AS_WERE.match(rest):
        return [*found, Grade(_subject(more["subject"], area), grade)]
    if not named and (more := AND_MORE.match(rest)):
        return [*found, Grade(_subject(more["subject"], area), _grade(more["grade"]))]
    return found


def _active(match: re.Match[str], area: str | None) -> Iterator[Grade]:
    """What inspectors judged to be what, one after another in a sentence."""
    told: re.Match[str] | None = match
    while told:
        yield Grade(_subject(told["subject"], area), _grade(told["grade"]))
        told = AND_ACTIVE.match(told["rest"])


def _subjects(text: str) -> list[str]:
    quoted = [one_line(match["subject"]) for match in QUOTED.finditer(text)]
    if quoted:
        return quoted
    plain = re.split(r"[.;]", text)[0]
    if re.match(r"the\s+(?:first|second|third)\b|its\b|their\b|\d", plain, re.IGNORECASE):
        return []
    return [one_line(part) for part in re.split(r",\s+and\s+|,\s+|\s+and\s+for\s+", plain) if part.strip()]


def _said(subject: str) -> str:
    """The subject of a passive: a quoted one, else what stands before ", which was judged"."""
    quoted = [one_line(match["subject"]) for match in QUOTED.finditer(subject)]
    if quoted:
        return quoted[-1]
    if inspected := INSPECTED_AND.match(subject.strip()):
        return inspected["subject"]
    relative = re.search(r"(?P<subject>[^,;]+),\s+(?:which|who|that)$", subject.strip(), re.IGNORECASE)
    return relative["subject"] if relative else subject


def _subject(text: str, area: str | None) -> str:
    plain = LEAD.sub("", one_line(text)).strip(" '\"“”‘’,.")
    plain = re.sub(
        r"^.*\b(?:reviewed|inspected|visited|examined|assessed|met|looked\s+at)\s+|,\s+(?:one\s+of|which|who|an?|our|the)\b.*$",
        "",
        plain,
    )
    if (
        OVERALL.fullmatch(plain)
        or (area and plain.lower() in {area.lower(), f"the {area.lower()}"})
        or plain.lower() in {"overall", "it", "we", "them", "us"}
    ):
        return "Overall effectiveness"
    return plain[:1].upper() + plain[1:]


def _grade(printed: str) -> str:
    return next(name for name, pattern in GRADES if re.fullmatch(pattern, one_line(printed), re.IGNORECASE))


def judgements_in(
    paragraphs: Iterable[Paragraph], area: str | None = None, written: str | None = None
) -> list[Judgement]:
    """The inspection grades that paragraphs report; a section that names no inspectorate reports none."""
    found: list[Judgement] = []
    for section in sections(paragraphs):
        inspectorate = _inspectorate(section)
        if not inspectorate:
            continue
        general = _inspected_on(section, written)
        for paragraph, numbered in labelled(section.paragraphs):
            for sentence in sentences(paragraph.text):
                own = _own_date(str(sentence), written)
                for grade in grades_in(str(sentence), area):
                    found.append(
                        Judgement(
                            source=source_of(paragraph, str(sentence), numbered),
                            inspectorate=inspectorate,
                            subject=grade.subject,
                            grade=grade.grade,
                            judged_on=own or general,
                        )
                    )
    return found


def _inspectorate(section: Section) -> str | None:
    text = "\n".join([section.title, *(paragraph.text for paragraph in section.paragraphs)])
    return next((name for name, pattern in INSPECTORATES if pattern.search(text)), None)


def _own_date(sentence: str, written: str | None) -> str | None:
    """The date in a sentence that gives a grade: "rated good in April 2025"."""
    dates = dates_near(sentence, written, past=True)
    return dates[0].iso if len(dates) == 1 else None


INSPECTED = re.compile(r"\binspect(?:ed|ion)s?\b|\bvisit(?:ed)?\b", re.IGNORECASE)
PUBLISHED = re.compile(r"\bpublish(?:ed|es)\b|\breport(?:ed)?\b|\bletter\b", re.IGNORECASE)


def _inspected_on(section: Section, written: str | None) -> str | None:
    """The day or month of the one inspection that a section speaks of; the report's day where it gives no other."""
    inspected, published = [], []
    for paragraph in section.paragraphs:
        for sentence in sentences(paragraph.text):
            for dated in dates_near(str(sentence), written, past=True):
                before = str(sentence)[: dated.start]
                if PUBLISHED.search(before[-60:]):
                    published.append(dated)
                elif INSPECTED.search(before):
                    inspected.append(dated)
    dates = [dated.iso for dated in inspected or published if dated.precision in {"day", "month"}]
    return dates[0] if dates else None
