"""Every fact about meetings enters its register through its form, once."""

from dataclasses import fields
from decimal import Decimal

import pytest
from django.conf import settings

from meetings.models import (
    Action,
    Amendment,
    Attendance,
    Decision,
    Declaration,
    Meeting,
    MeetingRecord,
    PlannedDecision,
    Saving,
)
from reports.reading.facts import FACTS
from reports.register import enter, errors_of, form_for
from tests import factories

pytestmark = pytest.mark.django_db

OURS = sorted(fact for fact, form in settings.REGISTERS.items() if form.startswith("meetings."))
VOTE = {"for": 7, "against": 1, "abstained": 3, "unanimous": None, "method": "show of hands", "names_for": [],
        "names_against": ["Jo Pell"], "names_abstained": []}  # fmt: skip


def entered(fact: str, **data):
    """The register's line of a fact, published in a paper that also tells of its meeting."""
    paper = factories.document()
    finding = factories.accepted(paper, fact, **data)
    factories.actions.publish(document=paper, by=factories.user("publisher"))
    return enter(type(finding).objects.get(pk=finding.pk))


@pytest.mark.parametrize("fact", OURS)
def test_a_form_takes_every_field_of_its_fact(fact):
    form = form_for(fact)
    known = form(data=form.spread({field.name: None for field in fields(FACTS[fact])})).fields.keys()

    assert {field.name for field in fields(FACTS[fact])} - {"source", "votes"} <= known
    assert ("votes_for" in known) == any(field.name == "votes" for field in fields(FACTS[fact]))


@pytest.mark.parametrize("fact", OURS)
def test_a_form_gives_back_what_a_fact_says(fact):
    form = form_for(fact).of(factories.FACTS[fact])
    assert form.is_valid(), form.errors

    said = {name: value for name, value in form.gather().items() if value is not None}

    assert said == {
        name: value for name, value in (factories.FACTS[fact] | DEFAULTS.get(fact, {})).items() if value != []
    }


# What a form says where a fact leaves it out.
DEFAULTS = {"AgendaItem": {"part": "open"}}


@pytest.mark.parametrize("fact", OURS)
def test_what_a_form_shows_can_be_sent_again(fact):
    shown = form_for(fact).of(factories.FACTS[fact])
    typed = {field.name: "" if field.value() is None else str(field.value()) for field in shown}

    again = form_for(fact)(data=typed)

    assert again.is_valid(), again.errors
    assert shown.is_valid()
    assert again.gather() == shown.gather()


@pytest.mark.parametrize("fact", OURS)
def test_entering_a_finding_again_keeps_one_line(fact):
    line = entered(fact)

    again = enter(line.finding)

    assert again.pk == line.pk
    assert type(line).objects.filter(finding=line.finding).count() == 1
    assert line.council.name == "Wexcombe County Council"


def test_a_corrected_finding_brings_its_line_up_to_date():
    line = entered("Decision")
    line.finding.verdict, line.finding.corrected = (
        "corrected",
        {**line.finding.data, "text": "That five hubs be opened."},
    )
    line.finding.save()

    assert enter(line.finding).text == "That five hubs be opened."
    assert Decision.objects.get(pk=line.pk).title == "That five hubs be opened."


def test_a_decisions_lawful_record_enters_with_it():
    said = {
        "reasons": "The hubs need a provider.",
        "alternatives": "To run them ourselves.",
        "conflicts": "None",
        "dispensation": "Granted by the Monitoring Officer.",
    }

    decision = entered("Decision", **said)

    assert {name: getattr(decision, name) for name in said} == said


def test_a_decision_has_its_vote_as_stated():
    decision = entered("Decision", votes=VOTE)

    assert decision.vote_in_words == "7 for, 1 against, 3 abstained, by show of hands"
    assert decision.names_by_side == [("Against", ["Jo Pell"])]
    assert decision.was_split


def test_a_vote_goes_through_the_form_unchanged():
    form = form_for("Decision").of(factories.FACTS["Decision"] | {"votes": VOTE})

    assert form.is_valid()
    assert form.gather()["votes"] == VOTE


def test_a_vote_that_is_not_stated_stays_unstated():
    decision = entered("Decision")

    assert not decision.was_voted_on
    assert decision.vote_in_words == ""
    assert form_for("Decision").of(decision.finding.stated).data["votes_for"] == ""


def test_nought_votes_are_stated_votes():
    decision = entered("Decision", votes={"for": 11, "against": 0})

    assert decision.counted == "11 for, 0 against"
    assert not decision.was_split


def test_a_decision_is_titled_by_its_first_words_cut_at_a_word():
    decision = entered("Decision", text="RESOLVED: That " + "the short breaks policy be approved " * 10)

    assert decision.title.startswith("That the short breaks policy be approved")
    assert decision.title.endswith("…")
    assert len(decision.title) <= 140
    assert decision.title.removesuffix("…").split()[-1] in ["the", "short", "breaks", "policy", "be", "approved"]


@pytest.mark.parametrize(
    ("printed", "first", "precision"),
    [("2025-03-04", "2025-03-04", "day"), ("2025-03", "2025-03-01", "month"), ("2024/25", "2024-04-01", "year")],
)
def test_a_date_is_kept_as_exact_as_it_is_printed(printed, first, precision):
    decision = entered("Decision", decided_on=printed)

    assert (decision.date.isoformat(), decision.printed_date, decision.precision) == (first, printed, precision)


def test_a_decision_of_no_date_has_none():
    decision = entered("Decision", decided_on=None)

    assert (decision.date, decision.printed_date, decision.precision) == (None, "", "none")


def test_lines_of_one_day_belong_to_one_meeting():
    paper = factories.published("Meeting", "Decision", "Attendance", "AgendaItem", "Amendment", "Action", "Declaration")
    meeting = MeetingRecord.objects.get(finding__document=paper).meeting

    assert Meeting.objects.count() == 1
    for line in (Decision, Attendance, Amendment, Action, Declaration):
        assert line.objects.get().meeting == meeting


def test_lines_of_a_joint_meeting_belong_to_it_and_not_to_the_committees_own():
    paper = factories.document()
    for fact, said in (("Meeting", {"joint_with": ["Health Scrutiny Committee"]}), ("Decision", {})):
        factories.accepted(paper, fact, **said)
    factories.actions.publish(document=paper, by=factories.user("publisher"))

    assert [other.name for other in Decision.objects.get().meeting.joint_with.all()] == ["Health Scrutiny Committee"]


def test_an_action_is_dated_by_its_due_date():
    assert entered("Action", due_on="2025-06").printed_date == "2025-06"


def test_an_action_without_a_due_date_is_dated_by_the_meeting():
    action = entered("Action")

    assert (action.due, action.printed_date) == ("", "2025-03-04")


def test_an_action_of_an_undated_paper_has_no_date():
    paper = factories.published("Action", date="")

    assert Action.objects.get(finding__document=paper).date is None


def test_an_interest_is_of_no_meeting_where_the_paper_minutes_none():
    factories.published("Declaration")

    assert Declaration.objects.get().meeting is None


def test_a_saving_typed_in_pounds_is_entered():
    form = form_for("Saving")(data={"amount": "£170,000.50", "reference": "CS07"})

    assert form.is_valid()
    assert form.gather()["amount"] == 170000.5


@pytest.mark.parametrize(("amount", "kept"), [(-52500, Decimal("-52500")), (None, None), (0, Decimal(0))])
def test_an_amount_is_kept_as_stated(amount, kept):
    saving = entered("Saving", amount=amount)

    assert Saving.objects.get(pk=saving.pk).amount == kept


def test_a_planned_decision_with_a_long_title_is_cut_and_not_refused():
    assert len(PlannedDecision.objects.get(pk=entered("PlannedDecision", title="Short breaks " * 60).pk).title) <= 300


@pytest.mark.parametrize(
    ("fact", "data", "field"),
    [
        ("Meeting", {"held_on": None}, "held_on"),
        ("Meeting", {"status": "perhaps"}, "status"),
        ("Attendance", {"name": ""}, "name"),
        ("Attendance", {"role": "tea boy"}, "role"),
        ("Decision", {"text": " "}, "text"),
        ("Decision", {"decided_on": "soon"}, "decided_on"),
        ("Decision", {"outcome": "hoped for"}, "outcome"),
        ("Decision", {"votes": {"for": -1}}, "votes_for"),
        ("Amendment", {"text": None}, "text"),
        ("PlannedDecision", {"title": None}, "title"),
        ("Judgement", {"grade": "G" * 101}, "grade"),
        ("Saving", {"amount": "a lot"}, "amount"),
        ("Question", {"question": ""}, "question"),
        ("Event", {"date": None}, "date"),
        ("PortfolioHolder", {"portfolio": None}, "portfolio"),
        ("Partnership", {"board": None}, "board"),
    ],
)
def test_what_a_register_cannot_take_is_refused_with_the_field(fact, data, field):
    finding = factories.finding(factories.document(), fact, **data)

    assert list(errors_of(finding)) == [field]


def test_names_are_typed_one_a_line():
    form = form_for("Amendment")(data={"text": "That it stay.", "names_for": "Jo Pell\n\n D Marsh \n"})

    assert form.is_valid()
    assert form.gather()["votes"]["names_for"] == ["Jo Pell", "D Marsh"]


def test_an_amendment_keeps_who_voted_where_the_paper_says():
    entered("Amendment", votes=VOTE)

    assert Amendment.objects.get().names_against == ["Jo Pell"]
