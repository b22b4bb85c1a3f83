"""Made-up chains of papers: how several councils take one business from the forward plan to full Council, each in its
own manner, with other business beside it. What belongs together is said beside each line.
"""

from __future__ import annotations

from typing import Any

from meetings.models import Entry
from reports import actions
from reports.models import Document
from tests import factories

# A paper: its kind, title and date, and its paragraphs. A paragraph: its text, what it is, and the facts read in it,
# each with the business it is of, "" for none.
Facts = list[tuple[str, str, dict[str, Any]]]


def head(text: str, label: str = "", **said: Any) -> tuple[str, dict[str, Any], Facts]:
    return text, {"style": "heading", "label": label, **said}, []


def para(text: str, *facts: tuple[str, str, dict[str, Any]], label: str = "", **said: Any):
    return text, {"style": "paragraph", "label": label, **said}, list(facts)


def item(number: str, title: str, **said: Any):
    fact = ("AgendaItem", "", {"number": number, "title": title, "committee": None, "held_on": None, **said})
    part = "exempt" if said.get("part") == "exempt" else "open"
    return title, {"style": "heading", "label": number, "part": part}, [fact]


def decided(business: str, text: str, committee: str, on: str, number: str = "", **said: Any):
    fact = {"committee": committee, "decided_on": on, "item": number or None, "text": text, "outcome": None, **said}
    return business, ("Decision", business, fact)


def decision(business: str, text: str, committee: str, on: str, number: str = "", **said: Any):
    return para(text, decided(business, text, committee, on, number, **said)[1])


def planned(business: str, title: str, due: str, maker: str = "Cabinet", reference: str | None = None):
    fact = {"title": title, "reference": reference, "decision_maker": maker, "due_on": due, "key_decision": True}
    return title, {"style": "row"}, [("PlannedDecision", business, fact)]


def action(business: str, text: str, number: str = ""):
    return para(text, ("Action", business, {"text": text, "item": number or None, "owner": None}))


def event(business: str, text: str, on: str):
    return para(text, ("Event", business, {"text": text, "date": on}))


def asked(business: str, text: str, on: str, committee: str = "Cabinet"):
    fact = {"text": text, "committee": committee, "meeting_on": on, "label": None, "verb": None}
    return para(text, ("Recommendation", business, fact))


def published(council: str, papers: list) -> dict[Entry, str]:
    """The chain's papers, read and published; its lines, each with the business it is of."""
    of: dict[Any, str] = {}
    for kind, title, day, paragraphs in papers:
        paper = factories.document(kind=kind, title=title, date=day, council_name=council)
        for text, said, facts in paragraphs:
            where = factories.passage(paper, text, **{"label": "", **said})
            for fact, business, data in facts:
                of[factories.finding(paper, fact, where=where, **data).pk] = business
        _accept(paper)
    return {entry: of[entry.finding_id] for entry in Entry.objects.filter(finding__in=of).select_related("finding")}


def _accept(paper: Document) -> None:
    reviewer = factories.user("publisher", "cleared")
    for fact in sorted(set(paper.findings.values_list("fact", flat=True))):
        actions.accept_all(document=paper, fact=fact, by=reviewer)
    actions.publish(document=paper, by=reviewer)


# A county: references, a call-in, a report to full Council; another home's business beside it.
HOME = [
    ("forward_plan", "Forward Plan", "2023-05-02", [
        planned("home", "Replacement of Larch Hill children's home", "2023-07-17", reference="FP/23/045"),
        planned("other home", "Replacement of Beckside children's home", "2023-09-18", reference="FP/23/051"),
        planned("", "Treasury management outturn 2022/23", "2023-07-17", reference="FP/23/046"),
    ]),
    ("panel_minutes", "Minutes", "2023-06-14", [
        head("CHILDREN, FAMILIES AND SKILLS PANEL"),
        item("1", "APOLOGIES FOR ABSENCE"),
        para("Apologies were received from two members."),
        item("2", "MINUTES"),
        decision("", "That the minutes of the meeting held on 3 May 2023 be confirmed as a correct record.",
                 "Children, Families and Skills Panel", "2023-06-14", "2"),
        item("3", "LARCH HILL: REPLACEMENT HOME FOR CHILDREN"),
        para("The Head of Residential Care introduced the report."),
        action("home", "Officers would send members the floor plans of the new building.", "3"),
        decision("home", "That Cabinet be recommended to approve the replacement of the home on the same site.",
                 "Children, Families and Skills Panel", "2023-06-14", "3"),
        item("4", "VIRTUAL SCHOOL: ANNUAL REPORT"),
        decision("virtual", "That the report be noted.", "Children, Families and Skills Panel", "2023-06-14", "4"),
    ]),
    ("officer_report", "Replacement of Larch Hill Children's Home", "2023-07-17", [
        para("Forward Plan reference: FP/23/045"),
        head("Recommendations", "1"),
        asked("home", "approve the replacement of the home at a cost of £2.4m;", "2023-07-17"),
        asked("home", "delegate the award of the building contract to the Director; and", "2023-07-17"),
        head("Background", "2"),
        event("home", "The home was last inspected in November 2022.", "2022-11"),
    ]),
    ("panel_minutes", "Minutes", "2023-07-17", [
        head("CABINET"),
        item("27", "MINUTES"),
        decision("", "RESOLVED that the minutes be approved and signed.", "Cabinet", "2023-07-17", "27"),
        item("28", "LARCH HILL CHILDREN’S HOME (FORWARD PLAN REF: FP/23/045)"),
        decision("home", "RESOLVED that the proposals in the report be approved.", "Cabinet", "2023-07-17", "28"),
        item("29", "REVENUE BUDGET MONITORING, QUARTER 1"),
        decision("", "RESOLVED that the report be noted.", "Cabinet", "2023-07-17", "29"),
    ]),
    ("panel_minutes", "Minutes", "2023-08-09", [
        head("OVERVIEW AND SCRUTINY COMMITTEE"),
        item("11", "CALL-IN: LARCH HILL"),
        event("home", "The call-in was signed by five members on 24 July 2023.", "2023-07-24"),
        decision("home", "That the decision be referred back to Cabinet so that it can look at the cost again.",
                 "Overview and Scrutiny Committee", "2023-08-09", "11"),
    ]),
    ("executive_report", "Report of the Executive Member for Children", "2023-10-10", [
        head("Decisions taken by Cabinet since the last meeting of Council", "1"),
        decision("home", "Cabinet confirmed on 18 September 2023 its decision to replace Larch Hill.", "Cabinet",
                 "2023-09-18"),
        decision("other home", "Cabinet agreed on 18 September 2023 to build a new home at Beckside.", "Cabinet",
                 "2023-09-18"),
        head("Other matters", "2"),
        para("Foster carers", label="2.1"),
        event("", "The foster carers' summer event was held on 12 August 2023.", "2023-08-12"),
    ]),
]  # fmt: skip

# A unitary council: no references but the look of the titles, two schools in one wording, years that go on.
SCHOOL = [
    ("forward_plan", "Notice of key decisions", "2024-01-08", [
        planned("thornby", "Expansion of Thornby Primary School", "2024-03-12", "Executive"),
        planned("eastmoor", "Expansion of Eastmoor Primary School", "2024-03-12", "Executive"),
        planned("admissions 25", "School admission arrangements 2025/26", "2024-02-13", "Executive"),
    ]),
    ("officer_report", "Thornby Primary School: proposed expansion from one to two forms of entry", "2024-03-12", [
        asked("thornby", "That the Executive agrees to publish the statutory notice.", "2024-03-12", "Executive"),
        asked("thornby", "That £3.1m be added to the capital programme.", "2024-03-12", "Executive"),
    ]),
    ("panel_minutes", "Minutes", "2024-03-12", [
        head("EXECUTIVE"),
        item("88", "Proposed Expansion of Thornby Primary School"),
        decision("thornby", "AGREED that the statutory notice be published.", "Executive", "2024-03-12", "88"),
        item("89", "Proposed Expansion of Eastmoor Primary School"),
        decision("eastmoor", "AGREED that the statutory notice be published.", "Executive", "2024-03-12", "89"),
        action("eastmoor", "The Head of School Places would meet the governors before the end of term.", "89"),
    ]),
    ("decision_record", "Eastmoor Primary School: determination of the statutory proposal", "2024-06-20", [
        decision("eastmoor", "That the proposal to enlarge the school from September 2025 be approved.", "",
                 "2024-06-20", decision_maker="Executive Member for Education"),
    ]),
    ("forward_plan", "Notice of key decisions", "2025-01-06", [
        planned("admissions 26", "School admission arrangements 2026/27", "2025-02-11", "Executive"),
        planned("thornby", "Thornby Primary School: award of the building contract", "2025-02-11", "Executive"),
    ]),
    ("executive_report", "Portfolio report: education", "2025-03-04", [
        head("School places", "3"),
        event("thornby", "Building work at Thornby Primary School began on 24 February 2025.", "2025-02-24"),
    ]),
]  # fmt: skip

# A London borough: a service without a place's name, key decision numbers, an exempt part.
ADVOCACY = [
    ("forward_plan", "Forward Plan of Key Decisions", "2024-09-02", [
        planned("advocacy", "Advocacy and independent visitors: procurement strategy", "2024-10-15", "Cabinet",
                "KD5832"),
        planned("transport", "Home to school travel assistance policy", "2024-10-15", "Cabinet", "KD5840"),
        planned("leisure", "Leisure centres: procurement strategy", "2024-10-15", "Cabinet", "KD5841"),
    ]),
    ("panel_minutes", "Minutes", "2024-10-15", [
        head("CABINET"),
        item("6", "PROCUREMENT STRATEGY FOR ADVOCACY AND INDEPENDENT VISITORS (KD 5832)"),
        decision("advocacy", "1. To agree that the two services be bought together for four years.", "Cabinet",
                 "2024-10-15", "6"),
        item("7", "TRAVEL ASSISTANCE FROM HOME TO SCHOOL: NEW POLICY (KD 5840)"),
        decision("transport", "1. To adopt the policy from September 2025.", "Cabinet", "2024-10-15", "7"),
        item("8", "EXCLUSION OF THE PRESS AND PUBLIC"),
        decision("", "That the press and public be excluded.", "Cabinet", "2024-10-15", "8"),
        item("9", "SALE OF ROOKERY COTTAGE", part="exempt"),
        ("To accept the offer of the second bidder.", {"part": "exempt"},
         [decided("cottage", "To accept the offer of the second bidder.", "Cabinet", "2024-10-15", "9")[1]]),
    ]),
    ("panel_minutes", "Minutes", "2024-11-20", [
        head("CHILDREN'S SCRUTINY PANEL"),
        item("4", "Advocacy for children and independent visitors"),
        event("advocacy", "The present contracts end on 31 March 2025.", "2025-03-31"),
        action("advocacy", "The Commissioning Manager will bring the draft specification to the January meeting.", "4"),
        item("5", "Home to school travel assistance"),
        decision("transport", "The Panel NOTED the policy and asked for a review after a year.",
                 "Children's Scrutiny Panel", "2024-11-20", "5"),
    ]),
    ("decision_record", "Award of contract for advocacy and independent visitor services", "2025-02-03", [
        para("Key decision reference: KD5832"),
        decision("advocacy", "That the contract be awarded to the bidder ranked first.", "", "2025-02-03",
                 decision_maker="Cabinet Member for Children"),
    ]),
    ("executive_report", "Report of the Cabinet Member for Children to Council", "2025-05-14", [
        head("Advocacy and independent visitors", "4.2"),
        event("advocacy", "The new contract began on 1 April 2025.", "2025-04-01"),
        head("Youth centres", "4.3"),
        event("", "All six centres were open in the Easter holiday of April 2025.", "2025-04"),
    ]),
]  # fmt: skip

CHAINS = {
    "Dunmarsh County Council": HOME,
    "Skerrow Council": SCHOOL,
    "London Borough of Ashwick": ADVOCACY,
}
