"""What people type to narrow a list."""

from datetime import date

import pytest
from django.http import QueryDict
from django.test import RequestFactory

from meetings.forms import ActionFilter, DecisionFilter, JudgementFilter, QuestionFilter, SavingFilter
from meetings.forms.plans import PlanFilter
from meetings.models import Action, Decision, Judgement, PlannedDecision, Question, Saving
from tests import factories

pytestmark = pytest.mark.django_db


def several(fact: str, *said: dict, council: str = "Wexcombe County Council", **paper):
    one = factories.document(council_name=council, **paper)
    for data in said:
        factories.accepted(one, fact, **data)
    factories.actions.publish(document=one, by=factories.user("publisher"))


def decisions(*said: dict, **paper):
    several("Decision", *said, **paper)


def narrowed(form, rows, typed: str, show: str = "text") -> list[str]:
    return sorted(getattr(row, show) for row in form(QueryDict(typed), rows=rows.all()).narrowed())


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["A", "B", "C"]),
        ("date_from=2025-02-01", ["B", "C"]),
        ("date_from=1 February 2025&date_to=March 2025", ["B"]),
        ("date_to=01/01/2025", ["A"]),
        ("date_from=2024/25&date_to=2024/25", ["A", "B"]),
    ],
)
def test_decisions_are_narrowed_by_dates_as_people_type_them(typed, found):
    decisions(
        {"text": "A", "decided_on": "2025-01-01"},
        {"text": "B", "decided_on": "2025-03"},
        {"text": "C", "decided_on": "2025-04-01"},
    )

    assert narrowed(DecisionFilter, Decision.objects, typed) == found


def test_decisions_are_narrowed_by_committee_outcome_portfolio_and_status():
    decisions({"text": "A"}, {"text": "B", "committee": "County Council"}, {"text": "C", "outcome": "noted"})
    decisions({"text": "D", "status": "proposed"}, portfolio="Education")
    cabinet, education = (
        Decision.objects.get(text="A").committee_id,
        Decision.objects.get(text="D").portfolio_id,
    )

    assert narrowed(DecisionFilter, Decision.objects, f"committee={cabinet}") == ["A", "C", "D"]
    assert narrowed(DecisionFilter, Decision.objects, "outcome=noted") == ["C"]
    assert narrowed(DecisionFilter, Decision.objects, f"portfolio={education}") == ["D"]
    assert narrowed(DecisionFilter, Decision.objects, "status=proposed") == ["D"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("closing", ["That the hub be closed"]),
        ('"hub be opened"', ["That a hub be opened"]),
        ("hub -closed", ["That a hub be opened"]),
        ("fees or opened", ["That a hub be opened", "That fees rise"]),
        ("CS/12", ["That fees rise"]),
        ("zoo", []),
    ],
)
def test_decisions_are_searched_by_words_as_on_the_web(words, found):
    decisions(
        {"text": "That a hub be opened"},
        {"text": "That the hub be closed"},
        {"text": "That fees rise", "reference": "CS/12"},
    )

    assert narrowed(DecisionFilter, Decision.objects, f"words={words}") == found


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ("date_from=soon", "date_from"),
        ("date_from=2025&date_to=2024", "date_to"),
        ("committee=nobody", "committee"),
        ("outcome=hoped", "outcome"),
        ("words=a%00b", "words"),
        (f"words={'w' * 201}", "words"),
    ],
)
def test_a_wrong_filter_says_so_and_narrows_nothing(typed, field):
    decisions({"text": "A"})
    form = DecisionFilter(QueryDict(typed), rows=Decision.objects.all())

    assert [row.text for row in form.narrowed()] == ["A"]
    assert list(form.errors) == [field]


def test_the_years_of_dates_may_be_the_same():
    form = DecisionFilter(QueryDict("date_from=2025&date_to=2025"), rows=Decision.objects.all())

    assert form.is_valid()


def test_a_chip_takes_its_filter_off_and_keeps_the_others():
    request = RequestFactory().get("/decisions/?outcome=noted&date_from=March 2025&page=3&view=timeline")
    form = DecisionFilter(request.GET, rows=Decision.objects.all())

    assert sorted(form.chips(request)) == [
        ("From March 2025", "/decisions/?outcome=noted&view=timeline"),
        ("Outcome: Noted", "/decisions/?date_from=March+2025&view=timeline"),
    ]


def test_bodies_of_several_councils_are_told_apart():
    decisions({"text": "A"})
    decisions({"text": "B"}, council="Holtshire County Council")

    offered = DecisionFilter(QueryDict(), rows=Decision.objects.all()).groups

    committees = next(group for group in offered if group.name == "committee")
    assert {option.label for option in committees.shown} == {"Cabinet (Holtshire)", "Cabinet (Wexcombe)"}


def test_actions_are_narrowed_by_owner_and_whether_they_are_done():
    several("Action", {"text": "A", "owner": "Head of Early Help"}, {"text": "B", "owner": "Jo Pell"})

    assert narrowed(ActionFilter, Action.objects, "owner=early help") == ["A"]
    assert narrowed(ActionFilter, Action.objects, "state=open") == ["A", "B"]
    assert narrowed(ActionFilter, Action.objects, "state=done") == []


@pytest.mark.parametrize(
    ("due_on", "today", "is_past"),
    [
        ("2025-06-03", "2025-06-03", False),
        ("2025-06-03", "2025-06-04", True),
        ("2025-06", "2025-06-30", False),
        ("2025-06", "2025-07-01", True),
        ("2024/25-Q4", "2025-03-31", False),
        ("2024/25-Q4", "2025-04-01", True),
        ("2024/25", "2025-03-31", False),
        ("2024/25", "2025-04-01", True),
        ("2025", "2025-12-31", False),
        ("2025", "2026-01-01", True),
        (None, "2026-01-01", False),
    ],
)
def test_a_planned_decision_is_past_due_after_the_last_day_that_is_printed(monkeypatch, due_on, today, is_past):
    several("PlannedDecision", {"due_on": due_on})
    monkeypatch.setattr("meetings.models.planned.timezone.localdate", lambda: date.fromisoformat(today))
    planned = PlannedDecision.objects.get()

    assert planned.is_past_due == is_past
    assert PlannedDecision.objects.past_due().exists() == is_past
    assert PlannedDecision.objects.coming().exists() != is_past


def test_the_plan_shows_what_is_still_to_come_first():
    dates = {"A": "2020-01", "B": "2021-01", "C": "2999-02", "D": None, "E": "2999-01"}
    several("PlannedDecision", *({"title": title, "due_on": due} for title, due in dates.items()))

    assert [row.title for row in PlannedDecision.objects.soonest_first()] == ["E", "C", "D", "B", "A"]
    assert narrowed(PlanFilter, PlannedDecision.objects, "due=past", "title") == ["A", "B"]
    assert narrowed(PlanFilter, PlannedDecision.objects, "due=coming&decision_maker=Cabinet", "title") == [
        "C",
        "D",
        "E",
    ]


def test_questions_are_narrowed_by_theme_and_words_of_the_answer():
    several("Question", {"theme": "Hubs", "answer": "Families"}, {"theme": "Fees", "answer": "Nobody"})

    assert narrowed(QuestionFilter, Question.objects, "words=family", "theme") == ["Hubs"]
    assert narrowed(QuestionFilter, Question.objects, "theme=Fees", "theme") == ["Fees"]


def test_savings_are_narrowed_by_year_and_reference():
    several("Saving", {"reference": "CS07"}, {"reference": "CS08", "financial_year": "2026/27"})

    assert narrowed(SavingFilter, Saving.objects, "financial_year=2026/27", "reference") == ["CS08"]
    assert narrowed(SavingFilter, Saving.objects, "reference=cs07", "reference") == ["CS07"]


def test_judgements_are_narrowed_by_inspectorate_date_and_subject():
    several("Judgement", {"subject": "Leadership"}, {"subject": "Help", "inspectorate": "CQC", "judged_on": "2020"})

    assert narrowed(JudgementFilter, Judgement.objects, "inspectorate=CQC", "subject") == ["Help"]
    assert narrowed(JudgementFilter, Judgement.objects, "subject=leader", "subject") == ["Leadership"]
    assert narrowed(JudgementFilter, Judgement.objects, "date_from=2024", "subject") == ["Leadership"]


def test_one_reference_with_two_amounts_says_so():
    several("Saving", {"amount": 170000}, {"amount": 190000}, {"amount": 5, "reference": "CS08"})

    notes = {row.reference: row.note for row in Saving.objects.by_reference()}

    assert notes["CS07"].startswith("CS07 is printed 2 times for this year, with different amounts.")
    assert notes["CS08"] == ""


@pytest.mark.parametrize(("amount", "written"), [(170000, "£170,000"), (-52500.5, "−£52,500.50"), (None, "not stated")])
def test_an_amount_is_written_in_pounds(amount, written):
    several("Saving", {"amount": amount})

    assert Saving.objects.get().pounds == written
