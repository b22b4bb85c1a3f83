"""Claims of whole papers: what is found in them, what is kept, and that nothing exempt is told."""

from __future__ import annotations

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from dashboard import claim_tasks
from dashboard.claims.checking import check_council
from dashboard.models import Claim
from reports import actions
from reports.checks import what_follows_publishing_is_there
from reports.models import Council, Document
from tests import factories
from tests.dashboard.claims_of import check, claim, figure, paper, publish, verdicts

pytestmark = pytest.mark.django_db
PLANS = "There are 637 children on plans, a rate of 23.9 per 10,000."
CARE = "There are 849 children looked after plus 90 who came alone, a rate of 35.2 per 10,000."


def rates(*texts: str, exempt: tuple[str, ...] = ()) -> Document:
    """A published paper that states numbers and rates of plans (637, 23.9) and of care (849, 35.2)."""
    made = paper(*texts, date="2025-07-01")
    for text in exempt:
        factories.passage(made, text, part="exempt")
    for where in made.passages.all():
        stem, number, rate = (
            ("child-protection-plans", 637, 23.9) if "plans" in where.text else ("children-looked-after", 849, 35.2)
        )
        said = {"area": "Wexcombe", "period": "2025-06-30", "label": stem}
        figure(where, **said, indicator=f"{stem}-number", value=number, unit="count")
        figure(where, **said, indicator=f"{stem}-rate", value=rate, unit="per_10000")
    return publish(made)


def test_a_number_with_what_is_added_to_it_shares_the_population():
    made = rates(PLANS, CARE)

    check(made)

    assert [(said.partition(":")[0], verdict) for said, verdict in verdicts("population")] == [
        ("637 at 23.9 per 10,000", "consistent"),
        ("849 at 35.2 per 10,000", "definition"),
        ("849 plus 90 = 939 at 35.2 per 10,000", "consistent"),
    ]
    working = " ".join(Claim.objects.get(verdict="definition").working)
    assert "241,193" in working
    assert "266,527" in working


def test_numbers_that_share_no_population_differ():
    check(rates(PLANS, CARE.replace("plus 90 who came alone", "in all")))

    assert {verdict for _, verdict in verdicts("population")} == {"differs"}


def test_a_claim_that_is_checked_again_keeps_its_row_and_one_that_no_longer_holds_goes():
    made = rates(PLANS, CARE)
    check(made)
    before = dict(Claim.objects.values_list("pk", "checked_at"))
    gone = claim(made, "A claim that nobody makes any more")

    check(made)

    assert dict(Claim.objects.values_list("pk", "checked_at")) == before
    assert not Claim.objects.filter(pk=gone.pk).exists()


def test_what_is_open_is_worked_out_without_what_is_exempt():
    check(rates(PLANS, exempt=(CARE,)))

    open_ = Claim.objects.visible_to(factories.user("councillor"))
    assert not open_.exists()
    assert Claim.objects.visible_to(factories.user("cleared")).count() == 3


@pytest.mark.parametrize("closed", [(), (0,), (1,), (2,), (0, 1), (1, 2), (0, 1, 2)])
def test_no_number_of_an_exempt_paragraph_is_in_what_others_may_read(closed):
    texts = [PLANS, CARE, "Plans were 641 in May, a rate of 24.1 per 10,000: plans rose by 6.5% from 602 to 641."]
    made = paper()
    for number, text in enumerate(texts):
        where = factories.passage(made, text, part="exempt" if number in closed else "open")
        stem, count, rate = [("child-protection-plans", 637, 23.9), ("children-looked-after", 849, 35.2),
                             ("child-protection-plans", 641, 24.1)][number]  # fmt: skip
        said = {"area": "Wexcombe", "period": ["2025-06-30", "2025-06-30", "2025-05-31"][number], "label": stem}
        figure(where, **said, indicator=f"{stem}-number", value=count, unit="count")
        figure(where, **said, indicator=f"{stem}-rate", value=rate, unit="per_10000")
    check(publish(made))

    shown = Claim.objects.visible_to(factories.user("councillor"))
    told = " ".join(words for one in shown for words in (one.said, *one.working))

    secrets = [("637", "23.9"), ("849", "35.2"), ("641", "24.1", "602")]
    assert not [number for place in closed for number in secrets[place] if number in told]
    assert shown.exists() == (2 not in closed or len(closed) < 2)


def test_a_claim_is_hidden_at_once_when_something_that_it_rests_on_is_marked_exempt():
    made = rates(PLANS, CARE)
    check(made)
    reader = factories.user("councillor")
    assert Claim.objects.visible_to(reader).count() == 3

    actions.mark(passage=made.passages.last(), by=factories.user("officer"), part="exempt")

    assert not Claim.objects.visible_to(reader).exists()


def test_a_sentence_that_is_marked_exempt_hides_its_claim_though_no_fact_was_read_from_it():
    made = publish(paper("Referrals rose by 12% from 250 to 280.", "Another paragraph."))
    check(made)
    reader = factories.user("councillor")
    assert Claim.objects.visible_to(reader).get().sort == "change"

    actions.mark(passage=made.passages.first(), by=factories.user("officer"), part="exempt")

    assert not Claim.objects.visible_to(reader).exists()
    check(made)
    assert not Claim.objects.visible_to(reader).exists()
    assert Claim.objects.visible_to(factories.user("cleared")).count() == 1


def test_claims_of_a_withdrawn_paper_are_not_shown_and_then_go():
    made = rates(PLANS, CARE)
    check(made)

    made = actions.withdraw(document=made, by=factories.user("publisher"), why="A page was missing.")

    assert not Claim.objects.visible_to(factories.user("cleared")).exists()
    claim_tasks.check_claims(str(made.pk))
    assert not Claim.objects.exists()


def test_a_claim_that_rests_on_nothing_is_not_shown():
    made = claim(factories.published("Figure"))
    made.findings.clear()

    assert not Claim.objects.visible_to(factories.user("cleared")).exists()


def waiting(name: str) -> int:
    return ProcrastinateJob.objects.filter(task_name=name, status="todo").count()


def test_claims_are_checked_after_publishing_withdrawing_and_marking_but_once_while_it_waits():
    made = factories.published("Figure")
    assert waiting("dashboard.check_claims") == waiting("dashboard.check_claims_between") == 1

    actions.mark(passage=made.passages.first(), by=factories.user("officer"), part="exempt")
    actions.withdraw(document=made, by=factories.user("publisher"), why="A page was missing.")

    assert waiting("dashboard.check_claims") == waiting("dashboard.check_claims_between") == 1


def test_counting_statistics_has_every_council_checked_once():
    for name in ("Wexcombe County Council", "Larchester City Council"):
        factories.published("Figure", council_name=name)

    claim_tasks.enqueue_all()
    claim_tasks.check_every_claim(0)

    assert waiting("dashboard.check_all_claims") == 2


def test_a_council_is_checked_by_its_id_and_an_unknown_one_is_left_alone():
    made = rates(PLANS, CARE)

    claim_tasks.check_all_claims(str(made.council_id))
    claim_tasks.check_all_claims(str(made.pk))
    claim_tasks.check_claims_between(str(made.council_id))
    claim_tasks.check_claims(str(made.council_id))

    assert Claim.objects.count() == 3


def test_votes_are_held_against_those_listed_as_present_without_naming_anybody():
    made = factories.document()
    for name in ("R J Amberly", "Jo Pell", "Sam Birch"):
        factories.accepted(made, "Attendance", name=name)
    factories.accepted(made, "Decision", votes={"for": 2, "against": 0, "abstained": 0})
    factories.accepted(made, "Decision", votes={"for": 3, "against": 1, "abstained": None})
    made = publish(made)

    check(made)

    assert [verdict for _, verdict in verdicts("votes")] == ["consistent", "differs"]
    words = " ".join(word for one in Claim.objects.filter(sort="votes") for word in (one.said, *one.working))
    assert "1 present, not recorded" in words
    assert not any(name in words for name in ("Amberly", "Pell", "Birch"))


def test_votes_are_not_told_to_differ_from_a_list_that_is_not_whole():
    made = factories.document()
    factories.accepted(made, "Attendance")
    factories.finding(made, "Attendance", name="Jo Pell")
    factories.accepted(made, "Decision", votes={"for": 2, "against": 0, "abstained": 0})
    made = publish(made)

    check(made)

    assert [verdict for _, verdict in verdicts("votes")] == ["unknown"]


def test_a_casting_vote_may_be_one_more_than_those_present():
    made = factories.document()
    factories.accepted(made, "Attendance")
    where = factories.passage(made, "The chair used her casting vote.")
    one = factories.finding(made, where=where, votes={"for": 2, "against": 0, "abstained": 0})
    actions.accept(finding=one, by=factories.user("officer"), version=one.version)

    check(publish(made))

    assert [verdict for _, verdict in verdicts("votes")] == ["unknown"]


def saving(made: Document, text: str, **said) -> None:
    where = factories.passage(made, text)
    one = factories.finding(made, "Saving", where=where, **said)
    actions.accept(finding=one, by=factories.user("officer"), version=one.version)


def test_one_reference_with_two_amounts_in_a_paper_differs_and_across_papers_may_be_revised():
    first, later = factories.document(date="2025-01-07"), factories.document(date="2025-02-04")
    said = {"reference": "AB30", "financial_year": "2025/26", "description": "Home visiting"}
    saving(first, "Savings of £390,000 (AB30).", **said, amount=390_000)
    saving(first, "£392k will be saved (AB30).", **said, amount=392_000)
    saving(later, "Savings of £401,000 (AB30).", **said, amount=401_000)
    publish(first)

    check(publish(later))

    assert sorted(verdict for _, verdict in verdicts("amounts")) == ["definition", "definition", "differs"]
    differs = Claim.objects.get(verdict="differs")
    assert differs.said == "AB30 (2025/26): £390,000; £392,000"
    assert differs.findings.count() == 2
    assert "£2,000" in " ".join(differs.working)


def test_a_summary_of_ratings_is_counted_up_against_the_measures():
    made = paper("In all 2 measures are green, 0 amber and 1 red.", date="2025-07-01")
    for number, rag in enumerate(("green", "red", "red")):
        where = factories.passage(made, f"Measure {number} is rated {rag}.")
        figure(where, indicator=None, label=f"Measure {number}", value=number, unit="count", rag=rag)
    made = publish(made)

    check(made)

    assert [verdict for _, verdict in verdicts("ratings")] == ["differs"]


def test_two_years_for_one_inspection_differ_in_one_paragraph_alone():
    one = "After the Ofsted inspection in June 2019 a plan was made, as its inspection in June 2021 had asked."
    made = publish(paper(one))
    other = publish(paper("The Ofsted inspection in June 2021 was good.", "The Ofsted inspection in June 2023 too."))

    check_council(Council.objects.get())

    found = dict(Claim.objects.filter(sort="dates").values_list("document", "verdict"))
    assert found == {made.pk: "differs", other.pk: "unknown"}


def test_a_decision_with_one_reference_and_two_days_differs():
    words = "That the four family hubs at Marl, Ness, Holm and Larch be opened to all families."
    for day in ("2025-03-04", "2025-03-11"):
        made = factories.document(date=day)
        factories.accepted(made, "Decision", text=words, decided_on=day, reference="A12/25")
        publish(made)

    check_council(Council.objects.get())

    assert verdicts("dates") == [("Decision A12/25: 4 March 2025 and 11 March 2025", "differs")]
    check_council(Council.objects.get())
    assert Claim.objects.filter(sort="dates").count() == 1


def test_what_follows_withdrawing_must_be_there(settings):
    settings.AFTER_WITHDRAWING = ["dashboard.nowhere.at_all"]

    assert [error.id for error in what_follows_publishing_is_there(None)] == ["reports.E005"]
