"""What inspectorates judge, framework by framework: a grade of one framework is not a grade of another.

Papers print a strand in many ways and seldom name the framework. It is told by what else was judged at the same time,
else by the date; where neither tells, there is none, and a strand is what the paper prints.

>>> framework_of(["Adoption performance", "Overall effectiveness"], date(2016, 3, 1)).short
'single inspection framework'
>>> framework_of(["Overall effectiveness"], date(2021, 4, 26)).short
'ILACS'
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from meetings.names import committee_key as plain


@dataclass(frozen=True, slots=True)
class Strand:
    """One thing that is judged; `printed` is what its name is in papers, as a pattern of plain words."""

    name: str
    printed: str
    # Whether no other framework judges a thing of this name, so that it tells which framework it was.
    telling: bool = False

    def is_said(self, subject: str) -> bool:
        return bool(re.fullmatch(self.printed, plain(subject)))


@dataclass(frozen=True, slots=True)
class Framework:
    """How an inspectorate judged from one day to another; `of_council` where it is the council's own services."""

    short: str
    name: str
    inspectorate: str
    since: date
    until: date | None
    strands: tuple[Strand, ...]
    of_council: bool = True

    def strand(self, subject: str) -> Strand | None:
        return next((strand for strand in self.strands if strand.is_said(subject)), None)

    def was_used(self, day: date | None) -> bool:
        return bool(day and self.since <= day and (self.until is None or day <= self.until))


OVERALL = r"overall|overall (?:effectiveness|judgement|judgment|grade|rating|outcome)"
_EXPERIENCES = r"(?:experiences? and progress (?:of|for) )?"
_HELP = Strand(
    "The experiences and progress of children who need help and protection",
    rf"{_EXPERIENCES}(?:children|those)(?: and young people)?(?: who are)?"
    r"(?: who)?(?: in)? need(?:ing)?(?: of)? help and protection",
)
_CARE_LEAVERS = Strand(
    "The experiences and progress of care leavers", rf"{_EXPERIENCES}(?:care leavers|young people leaving care)"
)
FRAMEWORKS = (
    Framework(
        "safeguarding and looked-after children inspection",
        "Inspections of safeguarding and looked-after children services (2009 to 2012)",
        "Ofsted", date(2009, 6, 1), date(2012, 7, 31),
        (
            Strand("Overall effectiveness: safeguarding services",
                   r"(?:overall effectiveness (?:of (?:the )?)?)?safeguarding(?: services)?"),
            Strand("Overall effectiveness: services for looked-after children",
                   r"(?:overall effectiveness (?:of )?)?services for looked after children"),
            Strand("Capacity for improvement", r"capacity (?:for|to) improve(?:ment)?.*", telling=True),
        ),
    ),
    Framework(
        "child protection inspection",
        "Inspections of arrangements for the protection of children (2012 and 2013)",
        "Ofsted", date(2012, 5, 1), date(2013, 10, 31),
        (
            Strand("Overall effectiveness", OVERALL),
            Strand("The effectiveness of the help and protection provided",
                   r"effectiveness of (?:the )?help and protection.*", telling=True),
            Strand("The quality of practice", r"quality of practice", telling=True),
            Strand("Leadership and governance", r"leadership and governance", telling=True),
        ),
    ),
    Framework(
        "single inspection framework",
        "Single inspection framework: services for children in need of help and protection, children looked after and "
        "care leavers (November 2013 to 2017)",
        "Ofsted", date(2013, 11, 1), date(2017, 12, 31),
        (
            Strand("Overall effectiveness", OVERALL),
            Strand("Children who need help and protection", _HELP.printed),
            Strand("Children looked after and achieving permanence",
                   r"(?:experiences? and progress of )?children looked after and achieving permanence", telling=True),
            Strand("Adoption performance", r"adoption(?: performance)?|performance of adoption(?: services)?",
                   telling=True),
            Strand("Experiences and progress of care leavers", _CARE_LEAVERS.printed),
            Strand("Leadership, management and governance", r"leadership management and governance", telling=True),
            Strand("Local Safeguarding Children Board",
                   r"(?:effectiveness of (?:the )?)?(?:\w+ ){0,3}?(?:lscb|safeguarding (?:childrens? )?board)",
                   telling=True),
        ),
    ),
    Framework(
        "ILACS",
        "Inspections of local authority children’s services, ILACS (since January 2018)",
        "Ofsted", date(2018, 1, 1), None,
        (
            Strand("Overall effectiveness", OVERALL),
            Strand("The impact of leaders on social work practice with children and families",
                   r"impact of leaders (?:on|and).*", telling=True),
            _HELP,
            Strand("The experiences and progress of children in care and care leavers (judged together until 2022)",
                   rf"{_EXPERIENCES}children in care and (?:of )?care leavers", telling=True),
            Strand("The experiences and progress of children in care", rf"{_EXPERIENCES}children in care",
                   telling=True),
            _CARE_LEAVERS,
        ),
    ),
    Framework(
        "area SEND inspection",
        "Area inspections of special educational needs and disabilities (since January 2023)",
        "Ofsted and CQC", date(2023, 1, 1), None,
        (
            Strand("Local area partnership’s SEND arrangements",
                   r"(?:local )?area .*(?:send|special educational needs).*|local area partnership.*",
                   telling=True),
        ),
    ),
    Framework(
        "social care common inspection framework",
        "Inspections of homes, fostering and adoption services under the social care common inspection framework "
        "(since April 2017)",
        "Ofsted", date(2017, 4, 1), None,
        (
            Strand("Overall experiences and progress of children and young people",
                   r"overall experiences and progress of.*", telling=True),
            Strand("How well children and young people are helped and protected",
                   r"how well children(?: and young people)? are helped and protected.*", telling=True),
            Strand("The effectiveness of leaders and managers", r"effectiveness of leaders and managers",
                   telling=True),
        ),
        of_council=False,
    ),
    Framework(
        "school inspection",
        "School and early years inspections (since September 2019)",
        "Ofsted", date(2019, 9, 1), None,
        (
            Strand("The quality of education", r"quality of education", telling=True),
            Strand("Behaviour and attitudes", r"behaviour and attitudes(?: to learning)?", telling=True),
            Strand("Personal development", r"personal development(?: and well ?being)?", telling=True),
            Strand("Leadership and management", r"leadership and management", telling=True),
            Strand("Early years provision", r"early years(?: provision)?", telling=True),
        ),
        of_council=False,
    ),
)  # fmt: skip

# Words of a service, and of a place that has a name of its own.
SERVICE = re.compile(
    r"\b(?:safeguarding|childrens (?:social care )?services?|child protection|help and protection|looked after|adoption"
    r"|care leavers|children in care|leadership|early help|social work|youth (?:offending|justice)|fostering)\b"
)
PLACE = re.compile(r"\b(?:schools?|academy|college|nursery|pre ?school|house|homes?|lodge|centres?|hostel|unit)\b")


def framework_of(subjects: Iterable[str], day: date | None) -> Framework | None:
    """The framework of what was judged at one time: by the strands that only one has, else by the date."""
    subjects = list(subjects)
    best = max(FRAMEWORKS, key=lambda framework: _telling(framework, subjects))
    if _telling(best, subjects):
        return best
    known = [framework for framework in FRAMEWORKS if any(framework.strand(subject) for subject in subjects)]
    return next((framework for framework in reversed(known) if framework.was_used(day)), None)


def _telling(framework: Framework, subjects: list[str]) -> int:
    strands = [framework.strand(subject) for subject in subjects]
    return sum(strand.telling for strand in strands if strand)


def is_a_strand(subject: str) -> bool:
    """Whether what is judged is a strand of a service, and not a home or a school by its name.

    >>> is_a_strand("Children’s safeguarding"), is_a_strand("Larch Hill School")
    (True, False)
    """
    if any(framework.strand(subject) for framework in FRAMEWORKS):
        return True
    return bool(SERVICE.search(plain(subject))) and not PLACE.search(plain(subject))


def is_overall(subject: str) -> bool:
    return bool(re.fullmatch(OVERALL, plain(subject)))
