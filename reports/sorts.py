"""What the desk calls each sort of fact, in the order in which a reviewer takes them, and each kind of document."""

from dataclasses import dataclass

KINDS = {
    "executive_report": "Executive report to Council",
    "panel_minutes": "Minutes",
    "officer_report": "Officer's report",
    "budget_scrutiny": "Scrutiny of budget proposals",
    "forward_plan": "Forward plan",
    "decision_record": "Record of decisions",
    "performance_report": "Performance report",
    "inspection_report": "Inspection report",
    "agenda": "Agenda",
}


@dataclass(frozen=True)
class Sort:
    one: str
    many: str


SORTS = {
    "Meeting": Sort("Meeting", "Meetings"),
    "Decision": Sort("Decision", "Decisions"),
    "Amendment": Sort("Amendment", "Amendments"),
    "Recommendation": Sort("Recommendation", "Recommendations"),
    "Action": Sort("Action", "Actions"),
    "PlannedDecision": Sort("Planned decision", "Planned decisions"),
    "Figure": Sort("Figure", "Figures"),
    "Judgement": Sort("Inspection judgement", "Inspection judgements"),
    "Saving": Sort("Saving", "Savings"),
    "Question": Sort("Scrutiny question", "Scrutiny questions"),
    "Event": Sort("Event", "Events"),
    "AgendaItem": Sort("Agenda item", "Agenda items"),
    "Attendance": Sort("Attendance", "Attendance"),
    "Declaration": Sort("Declaration of interest", "Declarations of interest"),
    "PortfolioHolder": Sort("Portfolio holder", "Portfolio holders"),
    "Partnership": Sort("Partnership", "Partnerships"),
}


def in_order(facts) -> list[str]:
    """Sorts of facts in the desk's order; one that the desk has no word for comes last."""
    order = list(SORTS)
    return sorted(set(facts), key=lambda fact: order.index(fact) if fact in SORTS else len(order))
