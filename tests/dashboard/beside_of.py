"""Measures that an officer put beside the decisions of a paper, and where their pages and those of inspections are."""

from __future__ import annotations

from typing import Any

from dashboard import linking
from dashboard.models import Indicator
from meetings.models import Decision, Entry
from reports.models import Document
from tests import factories


def put_beside(paper: Document, slug: str) -> None:
    """A measure beside the decisions of a paper and their matter."""
    measure, by = Indicator.objects.get(slug=slug), factories.user("officer", "cleared")
    for decision in Decision.objects.filter(finding__document=paper).select_related("matter"):
        for thing in filter(None, (decision, decision.matter)):
            linking.answer(thing=thing, indicator=measure, yes=True, by=by)


def addresses(paper: Document) -> dict[str, dict[str, Any]]:
    """An inspection by a judgement of the paper, and the measures beside a decision of it: keyword arguments."""
    lines = Entry.objects.filter(finding__document=paper)
    judged, decided = (lines.filter(sort=sort).first() for sort in ("judgement", "decision"))
    named: dict[str, dict[str, Any]] = {"dashboard:inspection": {"pk": judged.pk}} if judged else {}
    beside = {"sort": "line", "pk": decided.pk} if decided else None
    return named | ({f"dashboard:beside{name}": beside for name in ("", "_answer")} if beside else {})
