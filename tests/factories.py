"""Boring things to test with: each state is reached through the deeds that people and the reader do."""

from __future__ import annotations

import itertools
from typing import Any

from django.contrib.auth.models import Group, User

from reports import actions
from reports.models import Document, Finding, Flag, Passage, State

_numbers = itertools.count(1)

# What a fact says where a test does not care.
FACTS: dict[str, dict[str, Any]] = {
    "Meeting": {"committee": "Cabinet", "held_on": "2025-03-04", "status": "held", "joint_with": []},
    "Attendance": {"committee": "Cabinet", "held_on": "2025-03-04", "name": "R J Amberly", "role": "member"},
    "Declaration": {"name": "R J Amberly", "item": "4", "text": "A governor of Larch Hill School."},
    "AgendaItem": {"committee": "Cabinet", "held_on": "2025-03-04", "number": "4", "title": "Family hubs"},
    "Decision": {
        "committee": "Cabinet", "decided_on": "2025-03-04", "item": "4", "text": "That four family hubs be opened.",
        "outcome": "approved", "status": "taken",
    },
    "Amendment": {
        "committee": "Cabinet", "held_on": "2025-03-04", "text": "That a fifth hub be added.", "carried": False,
    },
    "Recommendation": {"committee": "Cabinet", "meeting_on": "2025-03-04", "label": "(a)", "text": "note the report"},
    "Action": {"owner": "Head of Early Help", "text": "Circulate the hub timetable.", "item": "4"},
    "PlannedDecision": {
        "reference": "F12/25", "title": "Short breaks", "decision_maker": "Cabinet", "due_on": "2025-06-03",
    },
    "Figure": {
        "indicator": "children-looked-after-rate", "label": "Children looked after per 10,000", "area": "Wexcombe",
        "period": "2025-03-31", "value": 41.2, "unit": "per_10000", "role": "actual",
    },
    "Judgement": {
        "inspectorate": "Ofsted", "subject": "Overall effectiveness", "grade": "Good", "judged_on": "2024-11",
    },
    "Saving": {"reference": "CS07", "description": "Placements", "amount": 170000, "financial_year": "2025/26"},
    "Question": {"theme": "Early help", "question": "Who uses the hubs?", "answer": "Families of young children."},
    "Event": {"date": "2025-02-10", "text": "The consultation closed."},
    "PortfolioHolder": {"portfolio": "Children's Services", "name": "Rosalind Amberly", "role": "Executive Member"},
    "Partnership": {"board": "Wexcombe Safeguarding Children Partnership", "member": "Rosalind Amberly"},
}  # fmt: skip


def user(*roles: str, name: str = "") -> User:
    """Somebody with these roles."""
    number = next(_numbers)
    somebody = User.objects.create(username=name or f"person{number}@wexcombe.example", first_name=f"Person {number}")
    somebody.groups.set([Group.objects.get_or_create(name=role)[0] for role in roles])
    return somebody


def document(*, state: str = State.IN_REVIEW, by: User | None = None, **said: Any) -> Document:
    """A paper that has been read and waits for review, or is in another state that needs no deeds to reach."""
    number = next(_numbers)
    boring: dict[str, Any] = {
        "filename": f"paper{number}.pdf", "file": f"documents/{number:064x}", "sha256": f"{number:064x}", "size": 1000,
        "media_type": "application/pdf", "title": f"Paper {number}", "kind": "panel_minutes", "date": "2025-03-04",
        "council_name": "Wexcombe County Council", "portfolio": "Children's Services", "pages": 3, "pages_read": 3,
        "page_sizes": [[595.0, 842.0]] * 3,
    }  # fmt: skip
    return Document.objects.create(state=state, uploaded_by=by or user("officer"), **boring | said)


def passage(paper: Document, text: str = "Four family hubs were agreed.", **said: Any) -> Passage:
    boring: dict[str, Any] = {
        "ordinal": paper.passages.count(), "page": 1, "label": "4.1", "boxes": [[1, 72.0, 100.0, 500.0, 130.0]],
    }  # fmt: skip
    return Passage.objects.create(document=paper, text=text, **boring | said)


def finding(
    paper: Document, fact: str = "Decision", *, where: Passage | None = None, basis: str = "sentence", **data: Any
) -> Finding:
    """A finding that waits for a verdict; `data` changes what its fact says."""
    where = where or passage(paper)
    return Finding.objects.create(
        document=paper, ordinal=paper.findings.count(), fact=fact, data=FACTS[fact] | data, passage=where,
        passages=[where.ordinal], quote=where.text, exempt=where.is_exempt, basis=basis,
    )  # fmt: skip


def accepted(paper: Document, fact: str = "Decision", *, exempt: bool = False, **data: Any) -> Finding:
    """A finding that a reviewer accepted, in an open paragraph or an exempt one."""
    where = passage(paper, part="exempt" if exempt else "open", text=f"Paragraph {next(_numbers)}.")
    one = finding(paper, fact, where=where, **data)
    return actions.accept(finding=one, by=user("officer", "cleared"), version=one.version)


def flag(paper: Document, sort: str = "nhs_number", *, where: Passage | None = None, **said: Any) -> Flag:
    """Something that waits for a person's yes before the paper is published."""
    said = {"message": "A number of that form stands here.", "page": where.page if where else None} | said
    return Flag.objects.create(document=paper, sort=sort, passage=where, exempt=bool(where and where.is_exempt), **said)


def published(*facts: str, exempt: tuple[str, ...] = (), **said: Any) -> Document:
    """A published paper with one confirmed finding for each sort of fact named; `exempt` ones in a closed part."""
    paper = document(**said)
    for fact in facts:
        accepted(paper, fact)
    for fact in exempt:
        accepted(paper, fact, exempt=True)
    return actions.publish(document=paper, by=user("publisher"))
