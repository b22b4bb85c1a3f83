"""The made-up council: its committees, portfolios, members and meetings."""

from __future__ import annotations

import uuid
from datetime import date, timedelta
from random import Random

from meetings.management.archive.papers import Paper, Papers, new_id
from meetings.management.archive.tables import Table
from meetings.management.archive.words import COMMITTEES, FIRST_NAMES, PORTFOLIOS, SURNAMES
from meetings.models import (
    Attendance,
    CallInRule,
    Committee,
    Meeting,
    MeetingRecord,
    PersonName,
    Portfolio,
    PortfolioHolder,
)
from reports.models import Acronym, Council

NAME = "Harnford County Council"
MEMBERS = 78
ACRONYMS = {"HSCP": "Harnford Safeguarding Children Partnership", "CLA": "Children looked after"}


class Bodies:
    """Who and what the council is, made once; and its meetings, as its papers tell of them."""

    def __init__(self, chance: Random, papers: Papers, council: Council) -> None:
        self._chance, self._papers, self.council = chance, papers, council
        self.committees = [Committee.objects.named(council, name) for name in COMMITTEES]
        self.portfolios = [Portfolio.objects.named(council, name) for name in PORTFOLIOS]
        self.people = [PersonName.objects.printed(council, name)[0] for name in _members(chance)]
        for letters, meaning in ACRONYMS.items():
            Acronym.objects.get_or_create(council=council, letters=letters, defaults={"meaning": meaning})
        CallInRule.objects.get_or_create(council=council, defaults={"who": "Any three members of the County Council"})
        self._meetings, self._records = Table(Meeting), Table(MeetingRecord)
        self._attendances, self._holders = Table(Attendance), Table(PortfolioHolder)
        self.tables = [self._meetings, self._records, self._attendances, self._holders]
        self._days = set(Meeting.objects.filter(committee__council=council).values_list("committee", "date"))

    def meeting(self, paper: Paper, attended: int) -> None:
        """The meeting that a paper minutes, and who came to it."""
        committee, day = self.committees[paper.committee], paper.day
        while (committee.pk, day) in self._days:
            day += timedelta(days=1)
        self._days.add((committee.pk, day))
        paper.day, paper.meeting = day, new_id(self._chance)
        held = {"committee": committee.name, "held_on": str(day), "status": "held", "joint_with": []}
        self._meetings.add(id=paper.meeting, committee_id=committee.pk, held_on=str(day), date=day)
        self._records.add(**self._line(paper, "Meeting", held, f"{committee}: {day:%d %B %Y}"), status="held")
        for place, known_as in enumerate(self._chance.sample(self.people, min(attended, len(self.people)))):
            role = "chair" if place == 0 else self._chance.choice(["member"] * 6 + ["apologies", "substitute"])
            data = {"committee": committee.name, "held_on": str(day), "name": known_as.name, "role": role}
            line = self._line(paper, "Attendance", data, f"{known_as.name} ({role})")
            self._attendances.add(**line, known_as_id=known_as.pk, name=known_as.name, role=role)

    def holder(self, paper: Paper) -> None:
        """Who holds the portfolio that a paper is about."""
        place = PORTFOLIOS.index(paper.portfolio)
        known_as, role = self.people[(paper.day.year + place) % len(self.people)], "Executive Member"
        data = {"portfolio": paper.portfolio, "name": known_as.name, "role": role}
        finding = self._papers.finding(paper, "PortfolioHolder", data, f"{known_as.name}, {role}")
        self._holders.add(
            id=new_id(self._chance),
            council_id=self.council.pk,
            finding_id=finding,
            portfolio_id=self.portfolios[place].pk,
            known_as_id=known_as.pk,
            role=role,
            as_of=str(paper.day),
        )

    def _line(self, paper: Paper, fact: str, data: dict, text: str) -> dict[str, uuid.UUID | None]:
        finding = self._papers.finding(paper, fact, data, text)
        own = {"id": new_id(self._chance), "council_id": self.council.pk, "finding_id": finding}
        return own | {"meeting_id": paper.meeting}


def _members(chance: Random) -> list[str]:
    surnames = chance.sample(SURNAMES, MEMBERS)
    return [f"{FIRST_NAMES.one(chance)} {surname}" for surname in surnames]


def first_day(years: int, today: date) -> date:
    return date(today.year - years, 5, 1)
