"""Words that mean one thing: what a search for one of them finds, in which council's papers, and what the page says."""

from __future__ import annotations

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reports import actions
from reports.models import Acronym, Council, Synonyms
from reports.search import found as found_by
from tests import factories

pytestmark = pytest.mark.django_db

SEARCH = reverse("reports:search")


@pytest.fixture
def councillor():
    return factories.user("councillor")


def published(*texts: str, council: str = "Wexcombe County Council", part: str = "open", **said):
    document = factories.document(council_name=council, **said)
    for text in texts:
        factories.passage(document, text=text, part=part)
    return actions.publish(document=document, by=factories.user("publisher"))


def means(council: str, letters: str, meaning: str, *, printed: bool = False) -> None:
    Acronym.objects.create(council=Council.objects.get(name=council), letters=letters, meaning=meaning, printed=printed)


def found(user, q: str, **more) -> set[str]:
    return {passage.text for passage in found_by(user, {"q": q, **more})[1]}


def page(client, user, q: str, **more) -> str:
    client.force_login(user)
    return " ".join(client.get(SEARCH, {"q": q, **more}).content.decode().split())


WAYS = [
    "The number of LAC rose.", "We met our looked-after children.", "Children in care do well.",
    "Children looked after were asked.", "CLA are 41 per 10,000.",
]  # fmt: skip


@pytest.mark.parametrize("q", ["LAC", "lac", "LACs", "children in care", '"children in care"', "Looked-After Children"])
def test_each_name_of_one_thing_finds_the_others(councillor, q):
    published(*WAYS, "Children need foster care.", "A lacuna in the claims.")

    assert found(councillor, q) == set(WAYS)


def test_words_that_are_one_thing_are_kept_together_unless_they_are_to_be_as_typed(councillor):
    published("The care of children", "Children in care")

    assert found(councillor, "children in care") == {"Children in care"}
    assert found(councillor, "children in care", exact="on") == {"Children in care", "The care of children"}


def test_a_term_among_other_words_is_widened(councillor):
    published("LAC health budget", "the health of children in care", "the health of children")

    assert found(councillor, "looked after children health") == {"LAC health budget", "the health of children in care"}


def test_what_is_left_out_is_left_out_by_all_its_names(councillor):
    published("hubs for LAC", "hubs for children in care", "hubs for families")

    assert found(councillor, "hubs -CLA") == {"hubs for families"}


def test_words_are_not_widened_where_they_are_to_be_as_typed(councillor):
    published(*WAYS)

    assert found(councillor, "LAC", exact="on") == {"The number of LAC rose."}


def test_short_words_of_a_phrase_count(councillor):
    published("children in care", "children foster care", "children of care")

    assert found(councillor, '"children in care"', exact="on") == {"children in care"}


def test_a_short_form_means_what_the_council_says(councillor):
    published("CPP numbers", "child protection plans", "corporate parenting panel")
    published("CPP of Marl", "child protection plans of Marl", "corporate parenting panel of Marl", council="Marl")
    means("Marl", "CPP", "Corporate Parenting Panel")

    assert found(councillor, "CPP") == {
        "CPP numbers", "child protection plans", "corporate parenting panel", "CPP of Marl",
        "corporate parenting panel of Marl",
    }  # fmt: skip
    assert found(councillor, "child protection plan") == {
        "CPP numbers", "child protection plans", "child protection plans of Marl",
    }  # fmt: skip
    assert found(councillor, 'CPP -"corporate parenting panel"') == {"child protection plans"}


def test_a_short_form_is_two_boards_in_two_councils(councillor, client):
    published("WSB met", "the Wexcombe Safeguarding Board met")
    published("WSB sat", "the Westmarl Sports Board sat", council="Westmarl")
    means("Wexcombe County Council", "WSB", "Wexcombe Safeguarding Board")
    means("Westmarl", "WSB", "Westmarl Sports Board")

    assert len(found(councillor, "WSB")) == 4
    assert found(councillor, "Westmarl Sports Board") == {"WSB sat", "the Westmarl Sports Board sat"}
    assert "in papers of Westmarl, Westmarl Sports Board" in page(client, councillor, "WSB")


def test_a_councils_own_list_comes_before_what_holds_in_general(councillor):
    published("the PEP of a pupil", "a personal education plan", "the Pupil Engagement Programme")
    Synonyms.objects.create(council=Council.objects.get(), terms=["Pupil Engagement Programme", "PEP"])

    assert found(councillor, "pupil engagement programme") == {"the PEP of a pupil", "the Pupil Engagement Programme"}
    assert found(councillor, "personal education plan") == {"a personal education plan"}


def test_words_that_were_taken_out_widen_nothing(councillor):
    published("LAC", "children in care")
    Synonyms.objects.filter(terms__contains=["LAC"]).update(taken_out_at="2026-01-01T00:00Z")

    assert found(councillor, "LAC") == {"LAC"}


def test_the_page_says_what_it_looked_for_and_how_to_look_for_less(councillor, client):
    published("Children in care", "The LAC budget")

    widened = page(client, councillor, "CLA")
    exact = page(client, councillor, "CLA", exact="on")

    assert "Also looked for: children looked after, looked after children, children in care" in widened
    assert "Kept together: “children in care”." in page(client, councillor, "children in care budget")
    assert "<mark>Children in care</mark>" in widened
    assert "<mark>LAC</mark>" in widened
    assert 'href="?q=CLA&amp;exact=on"' in widened
    assert "Only the words as typed were looked for." in exact
    assert 'href="?q=CLA"' in exact


def test_a_short_form_explained_in_an_exempt_paragraph_is_not_told(client, councillor):
    published("open hubs and ZZP")
    published("the Zanzibar Zoning Panel (ZZP) met", part="exempt")
    means("Wexcombe County Council", "ZZP", "Zanzibar Zoning Panel", printed=True)

    assert "zoning" not in page(client, councillor, "ZZP").lower()
    assert "Zanzibar Zoning Panel" in page(client, factories.user("councillor", "cleared"), "ZZP")
    published("the Zanzibar Zoning Panel (ZZP) is no secret")
    assert "Also looked for: in papers of Wexcombe County Council, Zanzibar Zoning Panel" in page(
        client, councillor, "ZZP"
    )


WORDS = st.sampled_from(
    [
        "LAC",
        '"',
        "-",
        "or",
        "children",
        "in",
        "care",
        "CPP",
        "the",
        "'",
        "\\",
        "&",
        "!",
        "(",
        "<->",
        ":*",
        "A039/17",
        "%",
        "“",
    ]
)


@given(
    st.one_of(
        st.text(max_size=200), st.lists(WORDS, max_size=30).map(" ".join), st.lists(WORDS, max_size=40).map("".join)
    )
)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_that_is_typed_can_fail(councillor, q):
    form, passages = found_by(councillor, {"q": q})

    assert list(passages) == []
    assert form.is_bound
