"""The pages of claims: what they list and count, their filters and files, and one claim with its working."""

from __future__ import annotations

import json

import pytest
from django.urls import reverse

from dashboard.models import Claim
from reports.models import Document
from tests import factories
from tests.dashboard.claims_of import claim
from tests.dashboard.official import official
from tests.dashboard.pages import HTMX, RATE, text
from tests.factories import actions

pytestmark = pytest.mark.django_db
CLAIMS = reverse("dashboard:claims")


@pytest.fixture
def councillor(client):
    client.force_login(factories.user("councillor"))
    return client


@pytest.fixture
def made() -> Document:
    """A paper with one claim of each verdict."""
    paper = factories.published("Figure", title="Report of plans", date="2025-03-04")
    for verdict in Claim.Verdict.values:
        claim(
            paper, f"A claim that is {verdict}", verdict=verdict, sort="official" if verdict == "differs" else "votes"
        )
    return paper


def closed() -> Claim:
    paper = factories.document(title="Closed")
    factories.accepted(paper, "Figure", exempt=True)
    paper = actions.publish(document=paper, by=factories.user("publisher", "cleared"))
    return claim(paper, "Zanzibar: 637", working=["Zanzibar implies 266,527."])


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "fragment"])
def test_the_list_counts_each_verdict_and_begins_with_what_differs(councillor, made, headers):
    page = text(councillor.get(CLAIMS, headers=headers))

    assert "4 claims" in page
    assert all(f"{label}: 1" in page for label in Claim.Verdict.labels)
    assert page.index("A claim that is differs") < page.index("A claim that is consistent")
    assert ("<h1" in page) == (not headers)


def test_the_list_says_that_a_program_worked_it_out_and_that_differs_is_not_wrong(councillor, made):
    page = text(councillor.get(CLAIMS))

    assert "worked out by a program" in page
    assert "“Differs” is not “wrong”" in page


@pytest.mark.parametrize(("query", "many"), [
    ({"verdict": "differs"}, 1), ({"about": "votes"}, 3), ({"words": "claim differs"}, 1), ({"words": "other"}, 0),
    ({"date_from": "1/4/2025"}, 0), ({"date_to": "4 March 2025"}, 4), ({"date_from": "2025", "date_to": "2025"}, 4),
])  # fmt: skip
def test_the_list_is_narrowed_by_its_filters(councillor, made, query, many):
    page = text(councillor.get(CLAIMS, query))

    assert ("1 claim<" if many == 1 else f"{many} claims") in page or (not many and "No claims match." in page)
    assert "Remove this filter" in page


def test_a_paper_that_prints_its_month_alone_counts_with_all_its_days(councillor):
    claim(factories.published("Figure", date="2025-03"))

    assert "1 claim<" in text(councillor.get(CLAIMS, {"date_from": "20 March 2025"}))


def test_the_claims_of_one_paper_are_named_with_it(councillor, made):
    claim(factories.published("Figure", title="Another paper"), "A claim of another paper")

    page = text(councillor.get(CLAIMS, {"document": made.pk}))

    assert "4 claims" in page
    assert "Paper: Report of plans" in page
    assert "A claim of another paper" not in page


def test_the_claims_about_one_measure_are_named_with_it(councillor, made):
    other = factories.document()
    factories.accepted(other, "Figure", indicator="re-referrals-percent", unit="percent", value=20)
    claim(actions.publish(document=other, by=factories.user("publisher")), "A claim about re-referrals")

    page = text(councillor.get(CLAIMS, {"measure": "re-referrals-percent"}))

    assert "1 claim<" in page
    assert "Measure: Re-referrals" in page
    assert "A claim about re-referrals" in page


@pytest.mark.parametrize(
    "query",
    [{"measure": "no-such"}, {"document": "x"}, {"verdict": "wrong"}, {"date_from": "32/1/2025"}, {"page": "9x"}],
)
def test_what_cannot_be_meant_narrows_nothing_and_breaks_nothing(councillor, made, query):
    answer = councillor.get(CLAIMS, query)

    assert answer.status_code == 200
    assert "4 claims" in text(answer)


def test_several_councils_can_be_chosen_from(councillor, made):
    other = factories.published("Figure", council_name="Larchester City Council")
    claim(other, "A claim of Larchester")

    page = text(councillor.get(CLAIMS, {"council": other.council_id}))

    assert "1 claim<" in page
    assert "A claim of Larchester" in page


def test_an_empty_list_says_when_claims_are_checked(councillor):
    assert "once a paper with figures, votes or savings is published" in text(councillor.get(CLAIMS))


@pytest.mark.parametrize("kind", ["csv", "xlsx", "json"])
def test_the_list_can_be_taken_away(councillor, made, kind):
    answer = councillor.get(CLAIMS, {"format": kind, "verdict": "differs"})

    assert answer.getvalue()
    assert "attachment" in answer["Content-Disposition"]


def test_a_file_has_the_working_and_says_that_no_person_checked_it(councillor, made):
    told = json.loads(b"".join(councillor.get(CLAIMS, {"format": "json", "verdict": "differs"}).streaming_content))

    assert "Worked out by a program" in json.dumps(told, ensure_ascii=False)
    assert told["rows"][0]["working"] == "637 at 23.9 implies 266,527."
    assert told["rows"][0]["verdict"] == "Differs"


def test_a_claim_shows_its_working_and_its_paragraphs(councillor, made):
    one = Claim.objects.get(verdict="differs")
    passage = one.findings.get().passage
    one.passages.add(passage)

    page = text(councillor.get(one.get_absolute_url()))

    assert "637 at 23.9 implies 266,527." in page
    assert page.count(passage.get_absolute_url()) == 1
    assert "does not agree" in page
    assert "worked out by a program" in page


def test_a_claim_names_the_official_value_it_was_held_against(councillor, made):
    measure = official("children-looked-after-rate", {"Wexcombe": {2025: 36}})
    Claim.objects.filter(verdict="differs").update(official=measure.values.get())

    page = text(councillor.get(Claim.objects.get(verdict="differs").get_absolute_url()))

    assert "The official value is of" in page
    assert str(measure.data_set) in page


@pytest.mark.parametrize("role", ["councillor", "scrutiny", "officer", "publisher"])
def test_an_exempt_claim_is_nowhere_for_those_not_cleared(client, made, role):
    hidden = closed()
    client.force_login(factories.user(role))

    pages = [
        CLAIMS,
        f"{CLAIMS}?words=Zanzibar",
        f"{CLAIMS}?format=csv",
        f"{CLAIMS}?document={hidden.document_id}",
        RATE,
    ]

    assert client.get(hidden.get_absolute_url()).status_code == 404
    for address in pages:
        answer = client.get(address)
        assert b"implies" not in answer.getvalue().replace(b"637 at 23.9 implies", b"")
        assert b"Zanzibar:" not in answer.getvalue()


def test_an_exempt_claim_is_shown_and_marked_for_those_who_are_cleared(client, made):
    hidden = closed()
    client.force_login(factories.user("councillor", "cleared"))

    assert "Exempt" in text(client.get(hidden.get_absolute_url()))
    assert "5 claims" in text(client.get(CLAIMS))


def test_a_claim_of_which_one_finding_of_two_is_exempt_is_hidden(councillor, made):
    one = Claim.objects.get(verdict="differs")
    assert councillor.get(one.get_absolute_url()).status_code == 200

    one.findings.add(closed().findings.get())

    assert councillor.get(one.get_absolute_url()).status_code == 404
    assert "3 claims" in text(councillor.get(CLAIMS))


def test_a_paper_and_a_measure_name_their_claims(councillor, made):
    paper, measure = text(councillor.get(made.get_absolute_url())), text(councillor.get(RATE))

    assert "Claims of this paper that were worked out again" in paper
    assert "differs 1, cannot tell 1" in paper
    assert "A claim that is differs" in measure


def test_a_paper_without_claims_names_none(councillor):
    paper = factories.published("Figure")

    assert "Claims of this paper" not in text(councillor.get(paper.get_absolute_url()))


def test_many_claims_cost_no_more_queries(councillor, made, django_assert_max_num_queries):
    for number in range(60):
        claim(made, f"Claim {number}")

    with django_assert_max_num_queries(15):
        page = text(councillor.get(CLAIMS))

    assert "64 claims" in page
    assert 'aria-label="Pages"' in page
    with django_assert_max_num_queries(15):
        councillor.get(Claim.objects.first().get_absolute_url())
    with django_assert_max_num_queries(15):
        councillor.get(CLAIMS, {"format": "csv"}).getvalue()
