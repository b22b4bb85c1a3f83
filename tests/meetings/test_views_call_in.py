"""The pages of call-in: the clock of a decision, what officers record, the list, and the rules of councils."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from meetings.calendar import add_working_days
from meetings.models import CallIn, CallInRule, Committee, Decision
from reports import actions
from tests import factories
from tests.meetings import many
from tests.meetings.reading_pages import PIECE, shown, signed_in

pytestmark = pytest.mark.django_db


def decided(days_ago: int = 1, *, exempt: bool = False, **said) -> Decision:
    """A published decision of Cabinet, published so many days ago."""
    day = timezone.localdate() - timedelta(days=days_ago)
    paper = factories.document(kind="decision_record")
    factories.accepted(paper, exempt=exempt, **{"decided_on": day.isoformat()} | said)
    told = {"date": day.isoformat(), "text": "Decision published: as printed"}
    factories.accepted(paper, "Event", exempt=exempt, **told)
    actions.publish(document=paper, by=factories.user("publisher"))
    return Decision.objects.get(finding__document=paper)


def recorded(decision: Decision, **said) -> CallIn:
    return CallIn.objects.create(decision=decision, recorded_by=factories.user("officer"), **said)


def called_in(decision: Decision, **said) -> CallIn:
    return recorded(decision, called_in_on=timezone.localdate(), called_in_by="Any five members", **said)


def form(decision: Decision, step: str) -> str:
    return reverse("meetings:record_call_in", args=[decision.pk, step])


def record(client, decision: Decision, step: str, **said):
    return client.post(form(decision, step), said, follow=True)


def test_a_decision_shows_its_clock_and_how_it_was_counted(client):
    decision = decided()

    page = signed_in(client, "councillor").get(decision.get_absolute_url()).content.decode()

    assert "Can be called in until" in page
    assert f"{decision.callable_until:%A}" in page
    assert "working days left" in page
    assert "The paper states this day" in page
    assert "this council&#x27;s own rule has not been set" in page
    assert "Decision published: as printed" in page
    assert "Record what happened" not in page


def test_a_decision_whose_publication_is_not_known_says_so(client):
    factories.published("Decision")

    page = signed_in(client, "councillor").get(Decision.objects.get().get_absolute_url()).content.decode()

    assert "The paper does not say when it was published" in page
    assert "Made, window not known" in page


def test_a_decision_that_cannot_be_called_in_has_no_clock(client):
    decision = decided(committee="Children's Services Cabinet Panel")

    assert "Call-in <strong" not in signed_in(client, "councillor").get(decision.get_absolute_url()).content.decode()
    assert "record the call-in" in signed_in(client, "officer").get(decision.get_absolute_url()).content.decode()


def test_an_officer_records_each_step_and_takes_it_back(client):
    decision, officer = decided(10), signed_in(client, "officer")
    today = timezone.localdate()

    record(officer, decision, "publication", published_on=(today - timedelta(days=2)).strftime("%d/%m/%Y"))
    page = record(officer, decision, "call-in", called_in_on="today", called_in_by="Any five members", grounds="Cost")
    assert "Waiting for the result" in page.content.decode()
    page = record(officer, decision, "result", result="referred", result_on="today", result_note="Look again")
    said = page.content.decode()
    assert "Referred back to those who decided" in said
    assert "Look again" in said
    kept = CallIn.objects.get(decision=decision)
    assert (kept.called_in_on, kept.grounds, kept.result) == (today, "Cost", "referred")

    undo = reverse("meetings:undo_call_in", args=[decision.pk, "result"])
    page = officer.post(undo, follow=True).content.decode()
    assert "Waiting for the result" in page
    history = officer.get(reverse("meetings:call_in_history", args=[decision.pk])).content.decode()
    assert history.count("by Person") == 4
    assert "Look again" in history


def test_urgency_is_recorded_with_its_reason(client):
    decision = decided()

    page = record(signed_in(client, "officer"), decision, "urgency", urgent="on", urgent_why="The chair agreed")

    assert "Exempt from call-in" in page.content.decode()
    assert "The chair agreed" in page.content.decode()


@pytest.mark.parametrize(
    ("step", "said", "error"),
    [
        ("publication", {"published_on": ""}, "This field is required"),
        ("publication", {"published_on": "March 2020"}, "Enter one day"),
        ("publication", {"published_on": "soonish"}, "Enter a date such as"),
        ("publication", {"published_on": "tomorrow"}, "Enter today or a day that is past"),
        ("publication", {"published_on": "1/1/2001"}, "The decision was taken on"),
        ("urgency", {"urgent_why": "It is"}, "Tick the box"),
        ("urgency", {"urgent": "on", "urgent_why": ""}, "This field is required"),
        ("call-in", {"called_in_on": "1/1/2001", "called_in_by": "Five"}, "The decision was taken on"),
        ("call-in", {"called_in_on": "today", "called_in_by": ""}, "This field is required"),
        ("result", {"result": "upheld", "result_on": "today"}, "Record the call-in first"),
        ("result", {"result": "forgotten", "result_on": "today"}, "Select a valid choice"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason_and_what_was_typed(client, step, said, error):
    decision = decided(10)

    answer = signed_in(client, "officer").post(form(decision, step), said)
    page = answer.content.decode()

    assert answer.status_code == 422
    assert error in page
    assert all(typed in page for typed in said.values())
    assert not CallIn.objects.exists()


def test_a_result_lies_after_its_call_in(client):
    decision = decided(10)
    called_in(decision)
    typed = {"result": "upheld", "result_on": "yesterday", "result_note": ""}

    page = signed_in(client, "officer").post(form(decision, "result"), typed).content.decode()

    assert "It was called in on" in page


def test_a_call_in_and_an_urgency_exclude_each_other(client):
    one, other = decided(), decided()
    called_in(one)
    recorded(other, urgent=True, urgent_why="It was")
    signed_in(client, "officer")

    urgent = client.post(form(one, "urgency"), {"urgent": "on", "urgent_why": "It is"}).content.decode()
    called = client.post(form(other, "call-in"), {"called_in_on": "today", "called_in_by": "Five"}).content.decode()

    assert "The decision was called in. Undo that first" in urgent
    assert "It is recorded as exempt from call-in" in called


def test_a_late_call_in_is_kept_with_a_warning(client):
    decision = decided(60)

    page = record(signed_in(client, "officer"), decision, "call-in", called_in_on="today", called_in_by="Five")

    assert "before the call-in. Check both days." in page.content.decode()
    assert CallIn.objects.get().called_in_on == timezone.localdate()


def test_a_call_in_with_a_result_is_not_taken_back_first(client):
    decision = decided(10)
    called_in(decision, result="upheld", result_on=timezone.localdate())
    undo = reverse("meetings:undo_call_in", args=[decision.pk, "call-in"])

    assert "Undo the result first" in signed_in(client, "officer").post(undo, follow=True).content.decode()
    assert CallIn.objects.get().result == "upheld"


@pytest.mark.parametrize("name", ["record_call_in", "undo_call_in"])
def test_there_are_no_other_steps(client, name):
    url = reverse(f"meetings:{name}", args=[decided().pk, "appeal"])

    assert signed_in(client, "officer").post(url).status_code == 404


@pytest.mark.parametrize("role", ["officer", "publisher"])
def test_a_call_in_of_an_exempt_decision_is_not_known_of(client, role):
    decision = decided(exempt=True)
    signed_in(client, role)

    for step in ("publication", "urgency", "call-in", "result"):
        assert client.get(form(decision, step)).status_code == 404
        assert client.post(reverse("meetings:undo_call_in", args=[decision.pk, step])).status_code == 404
    assert client.get(reverse("meetings:call_in_history", args=[decision.pk])).status_code == 404
    assert "No decision can be called in now" in shown(client, "call_ins")
    assert "1 decision" in shown(signed_in(client, "cleared"), "call_ins")


def test_the_list_has_what_ends_first_then_what_waits_then_what_is_settled(client):
    decided(2, text="That the later be done."), decided(4, text="That the sooner be done.")
    called_in(decided(3, text="That the waiting be done."))
    called_in(decided(3, text="That the settled be done."), result="council", result_on=timezone.localdate())
    decided(90, text="That the old be done.")
    recorded(decided(1, text="That the urgent be done."), urgent=True)

    page = shown(signed_in(client, "councillor"), "call_ins")

    places = [page.index(f"That the {word} be done") for word in ("sooner", "later", "waiting", "settled")]
    assert places == sorted(places)
    assert "That the old" not in page
    assert "That the urgent" not in page
    assert page.index("Can be called in now</h3>") < page.index("waiting for the result</h3>")
    assert "4 decisions" in page


@pytest.mark.parametrize(("state", "found"), [("callable", 1), ("called_in", 1), ("settled", 1), ("", 3), ("x", 3)])
def test_the_list_is_narrowed_by_where_a_decision_stands(client, state, found):
    decided()
    called_in(decided())
    called_in(decided(), result="upheld", result_on=timezone.localdate())

    page = shown(signed_in(client, "councillor"), "call_ins", f"?state={state}")

    assert f">{found} decision" in page


def test_the_list_answers_htmx_with_its_piece(client):
    decided()

    piece = signed_in(client, "councillor").get(reverse("meetings:call_ins"), headers=PIECE).content.decode()

    assert "<html" not in piece
    assert 'id="said" hx-swap-oob="innerHTML">1 decision' in piece


def test_the_list_asks_the_same_for_more(client, django_assert_max_num_queries):
    many.copies(decided(), 60)
    signed_in(client, "officer")

    with django_assert_max_num_queries(15):
        assert "61 decisions" in shown(client, "call_ins")


def test_a_publisher_sets_the_rule_of_a_council(client):
    decision = decided(10)
    signed_in(client, "publisher")
    url = reverse("meetings:call_in_rule", args=[decision.council_id])
    assert "has not been set" in client.get(reverse("meetings:call_in_rules")).content.decode()
    typed = {"working_days": "10", "counted_from": "decision", "who": "Any five members", "committees": []}

    page = client.post(url, typed, follow=True).content.decode()

    assert "By this council&#x27;s rule 10 working days after the day of the decision" in page
    assert "Any five members" in page
    decision.refresh_from_db()
    assert decision.callable_until == add_working_days(decision.date, 10)
    assert "10 working days after" in client.get(url).content.decode()
    clock = client.get(decision.get_absolute_url()).content.decode()
    assert "It may be called in by: Any five members" in clock


@pytest.mark.parametrize("days", ["0", "61", "five", ""])
def test_a_rule_has_a_number_of_days(client, days):
    url = reverse("meetings:call_in_rule", args=[decided().council_id])

    answer = signed_in(client, "publisher").post(url, {"working_days": days, "counted_from": "decision"})

    assert answer.status_code == 422
    assert not CallInRule.objects.exists()


def test_a_rule_offers_no_body_that_only_an_exempt_part_names(client):
    url = reverse("meetings:call_in_rule", args=[decided().council_id])
    decided(exempt=True, committee="Secret Board")

    assert "Secret Board" not in signed_in(client, "publisher").get(url).content.decode()
    assert "Secret Board" in signed_in(client, "publisher", "cleared").get(url).content.decode()
    assert Committee.objects.filter(name="Secret Board").exists()


def test_a_day_of_publication_is_read_as_people_type_it(client):
    decision = decided(60, decided_on="2026-01-05")

    record(signed_in(client, "officer"), decision, "publication", published_on="7 Jan 2026")

    assert CallIn.objects.get().published_on == date(2026, 1, 7)
