"""The register's lines of a paper: what was decided, planned, asked for, undertaken, judged and what happened."""

from __future__ import annotations

import uuid
from collections import Counter
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from django.contrib.auth.models import User

from meetings.management.archive.business import Business, further
from meetings.management.archive.council import Bodies
from meetings.management.archive.papers import Paper, Papers, at, new_id
from meetings.management.archive.tables import Table
from meetings.management.archive.words import GRADES, HAPPENED, JUDGED, METHODS, OUTCOMES, OWNERS, TASKS, VERBS
from meetings.models import Action, CallIn, Decision, Entry, Event, Judgement, Link, Matter, PlannedDecision, Progress
from meetings.models import Recommendation as Recommended
from meetings.register.bodies import titled

VOTED_SHARE, NAMED_SHARE, DONE_SHARE, NOTED_SHARE = 0.1, 0.2, 0.6, 0.1
CALLED_IN_SHARE = 0.02
# Of lines in matters; and of the others, how many wait for an officer's answer.
LINKED_SHARE, PROPOSED_SHARE = 0.85, 0.1


class Lines:
    """Writes entries, each with its finding; `made` counts them by sort."""

    def __init__(self, chance: Random, papers: Papers, bodies: Bodies, by: User, today: date) -> None:
        self._chance, self._papers, self._bodies, self._by, self._today = chance, papers, bodies, by, today
        self._entries, self._links, self._matters = Table(Entry), Table(Link), Table(Matter)
        self._of: dict[type, Table] = {
            model: Table(model) for model in (Decision, PlannedDecision, Action, Recommended, Event, Judgement)
        }
        self._progress, self._call_ins = Table(Progress), Table(CallIn)
        self.tables = [
            self._matters, self._entries, *self._of.values(), self._links, self._progress, self._call_ins,
        ]  # fmt: skip
        self.made: Counter[str] = Counter()
        self._known: set[uuid.UUID] = set()

    def decision(self, paper: Paper, business: Business) -> None:
        chance, outcome = self._chance, OUTCOMES.one(self._chance)
        what = self._what(business)
        text = f"That {what} be {VERBS[outcome]}, {further(chance)}."
        reference = business.reference if chance.random() < 0.5 else ""
        committee = self._bodies.committees[paper.committee]
        data = {"committee": committee.name, "decided_on": str(paper.day), "text": text, "outcome": outcome}
        entry = self._entry(paper, business, Decision, data | {"reference": reference}, text)
        votes = self._votes() if chance.random() < VOTED_SHARE else {}
        key = {"key_decision": business.is_key, "decision_maker": committee.name if paper.committee < 3 else ""}
        self._add(Decision, entry, text=text, outcome=outcome, reference=reference, **votes, **key)
        if business.is_key and chance.random() < CALLED_IN_SHARE * 3:
            self._call_in(entry, paper.day)

    def planned(self, paper: Paper, business: Business) -> None:
        chance = self._chance
        # Now and then a plan moves an item to a later month.
        if chance.random() < 0.15 and business.due < paper.day + timedelta(days=60):
            business.due += timedelta(days=chance.choice([30, 61, 92]))
        maker = self._bodies.committees[business.committee].name
        private = "Part II" if business.is_exempt else ""
        due = business.due.isoformat()
        data = {"title": business.title, "reference": business.reference, "decision_maker": maker, "due_on": due}
        text = f"{business.title}. Ref: {business.reference}. {maker}, {business.due:%B %Y}. {further(chance, 1, 2)}."
        entry = self._entry(paper, business, PlannedDecision, data, text, day=business.due, title=business.title)
        said = {"decision_maker": maker, "key_decision": business.is_key, "exempt_part": private}
        self._add(PlannedDecision, entry, key=business.key, reference=business.reference, **said)

    def action(self, paper: Paper, business: Business) -> None:
        chance, owner = self._chance, OWNERS.one(self._chance)
        text = f"{TASKS.one(chance)} {self._what(business)}, {further(chance, 1, 3)}."
        day = paper.day + timedelta(days=chance.randint(10, 120))
        due = day.isoformat() if chance.random() < 0.5 else ""
        entry = self._entry(paper, business, Action, {"owner": owner, "text": text}, text, day=day if due else None)
        self._add(Action, entry, owner=owner, text=text, due=due, **self._done(day))
        if chance.random() < NOTED_SHARE:
            self._progress.add(
                entry_id=entry, by_id=self._by.pk, note=f"Under way, {further(chance, 1, 2)}.", at=at(day)
            )

    def recommendation(self, paper: Paper, business: Business) -> None:
        chance, verb = self._chance, VERBS[OUTCOMES.one(self._chance)].split()[0]
        text = f"That {self._what(business)} be {verb}, {further(chance)}."
        data = {"committee": self._bodies.committees[paper.committee].name, "text": text, "verb": verb}
        entry = self._entry(paper, business, Recommended, data, text)
        label = f"({'abcdefgh'[paper.findings % 8]})"
        self._add(Recommended, entry, label=label, text=text, verb=verb, **self._done(paper.day + timedelta(days=60)))

    def event(self, paper: Paper, business: Business) -> None:
        text = f"{HAPPENED.one(self._chance).format(self._what(business))}, {further(self._chance)}."
        day = paper.day - timedelta(days=self._chance.randint(1, 90))
        entry = self._entry(paper, business, Event, {"date": str(day), "text": text}, text, day=day)
        self._add(Event, entry, text=text)

    def judgement(self, paper: Paper, business: Business) -> None:
        subject, grade = JUDGED.one(self._chance), GRADES.one(self._chance)
        text = f"{subject} of the {business.name}: {grade}. {further(self._chance, 2, 4)}."
        said = {"inspectorate": "Ofsted", "subject": f"{business.name}: {subject}", "grade": grade}
        data = said | {"judged_on": str(paper.day)}
        entry = self._entry(paper, business, Judgement, data, text, title=f"{said['subject']}: {grade}")
        self._add(Judgement, entry, **said)

    def finish(self) -> None:
        for table in self.tables:
            table.finish()

    def _what(self, business: Business) -> str:
        """The business as people name it, at length or in short, with its reference or without."""
        said = self._chance.random()
        if said < 0.3:
            return f"the {business.name}"
        title = business.title[0].lower() + business.title[1:]
        return f"the {title} ({business.reference})" if said > 0.8 else f"the {title}"

    def _entry(self, paper, business, model, data, text, *, day: date | None = None, title: str = "") -> uuid.UUID:
        number, bodies, sort = new_id(self._chance), self._bodies, _sort(model)
        fact = "PlannedDecision" if model is PlannedDecision else model.__name__
        finding = self._papers.finding(paper, fact, data, text, is_exempt=business.is_exempt)
        day = day or paper.day
        self._entries.add(
            id=number,
            council_id=bodies.council.pk,
            finding_id=finding,
            sort=sort,
            date=day,
            printed_date=day.isoformat(),
            precision="day",
            title=titled(title or text),
            committee_id=bodies.committees[paper.committee].pk,
            meeting_id=paper.meeting,
            portfolio_id=bodies.portfolios[business.portfolio].pk,
            matter_id=self._matter_of(business, number, day),
            # A forward plan's line is its own heading.
            about="" if model is PlannedDecision else business.title,
            references=[business.reference] if business.reference in text else [],
            names=business.names,
        )
        self.made[sort] += 1
        return number

    def _add(self, model: type, entry: uuid.UUID, **said: Any) -> None:
        self._of[model].add(entry_ptr_id=entry, **said)

    def _matter_of(self, business: Business, entry: uuid.UUID, day: date) -> uuid.UUID | None:
        """The matter that a line is in; links it to the line before it, or proposes that."""
        linked = business.matter is not None and self._chance.random() < LINKED_SHARE
        before, was_linked = business.last, business.is_last_linked
        business.last, business.is_last_linked = entry, linked
        if linked and business.matter not in self._known:
            self._begin_matter(business, day)
        if before and linked and was_linked:
            self._link(before, entry, answer="confirmed", answered_by_id=self._by.pk, answered_at=self._now())
        elif before and self._chance.random() < PROPOSED_SHARE:
            self._link(before, entry)
        return business.matter if linked else None

    def _begin_matter(self, business: Business, day: date) -> None:
        assert business.matter
        self._known.add(business.matter)
        said = {"title": f"{business.title}, {business.reference}", "exempt": business.is_exempt}
        self._matters.add(id=business.matter, council_id=self._bodies.council.pk, made_by_id=self._by.pk, **said)

    def _link(self, before: uuid.UUID, entry: uuid.UUID, **answer: Any) -> None:
        one, other = sorted((before, entry))
        likeness = self._chance.randint(40, 100)
        reasons = [["title", f"The titles are alike ({likeness} of 100)."]]
        self._links.add(one_id=one, other_id=other, reasons=reasons, likeness=likeness, **answer)

    def _votes(self) -> dict[str, Any]:
        chance, bodies = self._chance, self._bodies
        if chance.random() < 0.4:
            return {"unanimous": True}
        against, abstained = chance.randint(0, 9), chance.randint(0, 4)
        votes: dict[str, Any] = {"votes_for": chance.randint(10, 40), "votes_against": against}
        votes |= {"votes_abstained": abstained, "vote_method": chance.choice(METHODS)}
        if chance.random() < NAMED_SHARE:
            names = [name.name for name in chance.sample(bodies.people, min(12, len(bodies.people)))]
            votes |= {"names_for": names[:8], "names_against": names[8:], "vote_method": METHODS[1]}
            votes |= {"votes_for": len(names[:8]), "votes_against": len(names[8:]), "votes_abstained": 0}
            votes["voters"] = Decision.keys_of(votes)
        return votes

    def _done(self, day: date) -> dict[str, Any]:
        if day >= self._today or self._chance.random() > DONE_SHARE:
            return {}
        return {"done_at": at(day), "done_by_id": self._by.pk, "done_note": further(self._chance, 1, 1)}

    def _call_in(self, decision: uuid.UUID, day: date) -> None:
        called = day + timedelta(days=4)
        said = {"published_on": day + timedelta(days=2), "recorded_by_id": self._by.pk}
        if self._chance.random() < 0.3:
            said |= {"called_in_on": called, "called_in_by": "Three members", "grounds": further(self._chance, 1, 2)}
            said |= {"result": self._chance.choice(["upheld", "referred"]), "result_on": called + timedelta(days=14)}
        self._call_ins.add(decision_id=decision, **said)

    def _now(self) -> datetime:
        return at(self._today)


def _sort(model: type) -> str:
    return "planned" if model is PlannedDecision else model.__name__.lower()
