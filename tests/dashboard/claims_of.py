"""Claims to show on pages, and papers that make some."""

from __future__ import annotations

from typing import Any

from dashboard.claims.checked import Checked
from dashboard.claims.checking import check_between, check_paper
from dashboard.models import Claim
from reports import actions
from reports.models import Document, Finding, Passage
from tests import factories


def claim(paper: Document, said: str = "637 at 23.9 per 10,000", **others: Any) -> Claim:
    """A claim that rests on the first figure of a published paper."""
    finding = paper.findings.filter(fact="Figure").first() or paper.findings.first()
    boring = {"verdict": Claim.Verdict.CONSISTENT, "working": ["637 at 23.9 implies 266,527."], "sort": "population"}
    key = Checked(paper, "population", said, "", said, ()).key
    made = Claim.objects.create(key=key, council=paper.council, document=paper, said=said, **boring | others)
    made.findings.add(finding)
    return made


def paper(*texts: str, **said: Any) -> Document:
    """A paper in review with these paragraphs."""
    made = factories.document(**said)
    for text in texts:
        factories.passage(made, text)
    return made


def figure(where: Passage, **said: Any) -> Finding:
    """A confirmed figure of a paragraph."""
    one = factories.finding(where.document, "Figure", where=where, **said)
    return actions.accept(finding=one, by=factories.user("officer", "cleared"), version=one.version)


def publish(made: Document) -> Document:
    return actions.publish(document=made, by=factories.user("publisher", "cleared"))


def check(made: Document) -> None:
    """Check what a published paper claims, by itself and together with its council's other papers."""
    check_paper(made)
    check_between(made.council)


def verdicts(sort: str) -> list[tuple[str, str]]:
    """(said, verdict) of the claims of a sort."""
    return list(Claim.objects.filter(sort=sort).order_by("said").values_list("said", "verdict"))
