"""The kinds of documents that can be read, and how to tell them apart."""

from __future__ import annotations

from collections.abc import Sequence

from reports.reading.kinds.agenda_paper import AGENDA
from reports.reading.kinds.budget_scrutiny import BUDGET_SCRUTINY
from reports.reading.kinds.decision_record import DECISION_RECORD
from reports.reading.kinds.executive_report import EXECUTIVE_REPORT
from reports.reading.kinds.forward_plan import FORWARD_PLAN
from reports.reading.kinds.inspection_report import INSPECTION_REPORT
from reports.reading.kinds.kind import Kind, Mark
from reports.reading.kinds.officer_report import OFFICER_REPORT
from reports.reading.kinds.panel_minutes import PANEL_MINUTES
from reports.reading.kinds.performance_report import PERFORMANCE_REPORT
from reports.reading.paragraph import Paragraph

# The first of two kinds that score alike is taken.
KINDS: tuple[Kind, ...] = (
    EXECUTIVE_REPORT,
    BUDGET_SCRUTINY,
    PANEL_MINUTES,
    OFFICER_REPORT,
    DECISION_RECORD,
    INSPECTION_REPORT,
    PERFORMANCE_REPORT,
    FORWARD_PLAN,
    AGENDA,
)


def detect(paragraphs: Sequence[Paragraph]) -> Kind | None:
    """The kind whose marks weigh most in a document; None where none reaches its threshold."""
    scored = [(score(kind, paragraphs), kind) for kind in KINDS]
    reached = [(weight, kind) for weight, kind in scored if weight >= kind.threshold]
    return max(reached, key=lambda pair: pair[0])[1] if reached else None


def score(kind: Kind, paragraphs: Sequence[Paragraph]) -> int:
    """What a kind's marks weigh in a document, each counted once."""
    return sum(mark.weight for mark in kind.marks if is_marked(mark, paragraphs))


def is_marked(mark: Mark, paragraphs: Sequence[Paragraph]) -> bool:
    return any(mark.pattern.search(paragraph.text) for paragraph in paragraphs[: mark.within])
