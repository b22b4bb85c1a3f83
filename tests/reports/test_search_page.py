"""The search page beyond its hits: counts to narrow by, titles, orders, committees, and the way between paragraphs."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from reports import actions
from reports.models import Document, Passage
from tests import factories

pytestmark = pytest.mark.django_db

SEARCH = reverse("reports:search")


@pytest.fixture
def councillor(client):
    client.force_login(factories.user("councillor"))
    return client


def published(*texts: str, part: str = "open", **said) -> Document:
    document = factories.document(**said)
    for text in texts:
        factories.passage(document, text=text, part=part)
    return actions.publish(document=document, by=factories.user("publisher"))


def asked(client, q: str, **more):
    return client.get(SEARCH, {"q": q, **more})


def found(client, q: str, **more) -> list[str]:
    return [hit.passage.text for hit in asked(client, q, **more).context["hits"]]


def narrowings(client, q: str, **more) -> dict[str, dict[str, int]]:
    groups = asked(client, q, **more).context["narrowings"]
    return {name: {label: number for label, number, _ in choices} for name, choices in groups}


def text(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_each_council_kind_and_year_says_how_many_paragraphs_it_has(councillor):
    published("hubs", "hubs again", kind="agenda", date="2024-05-01")
    published("hubs", kind="forward_plan", date="2025-05")
    published("hubs of Marl", kind="agenda", date="2025", council_name="Marl Borough Council")

    assert narrowings(councillor, "hubs") == {
        "Council": {"Wexcombe County Council": 3, "Marl Borough Council": 1},
        "Kind of document": {"Agenda": 3, "Forward plan": 1},
        "Year": {"2025": 2, "2024": 2},
    }
    assert narrowings(councillor, "hubs", kind="agenda")["Year"] == {"2025": 1, "2024": 2}


def test_following_a_count_finds_as_many(councillor):
    published("hubs", "hubs again", kind="agenda", date="2024-05-01")
    published("hubs", kind="forward_plan", date="2025-05")
    published("hubs of Marl", kind="agenda", date="2025", council_name="Marl Borough Council")

    for _, choices in asked(councillor, "hubs").context["narrowings"]:
        for label, number, query in choices:
            assert councillor.get(f"{SEARCH}?{query}").context["total"] == number, label


def test_counts_leave_out_what_the_reader_may_not_see(client):
    published("open hubs", kind="agenda", date="2024")
    published("closed hubs", kind="forward_plan", date="2025", part="exempt", council_name="Marl Borough Council")

    client.force_login(factories.user("publisher"))
    uncleared = narrowings(client, "hubs")
    client.force_login(factories.user("councillor", "cleared"))
    cleared = narrowings(client, "hubs")

    assert uncleared == {}
    assert cleared["Kind of document"] == {"Agenda": 1, "Forward plan": 1}


def test_documents_with_the_words_in_their_title_come_first(councillor, client):
    named = published("Nothing of note.", title="SCRUTINY OF FAMILY HUBS")
    published("The hubs opened.")
    hidden = published("hubs", title="Hubs in secret", part="exempt")
    Document.objects.filter(pk=hidden.pk).update(wholly_exempt=True)

    answer = asked(councillor, "hub")

    assert [document for document, _ in answer.context["named"]] == [named]
    assert "Scrutiny of Family <mark>Hubs</mark>" in text(answer)
    assert found(councillor, "hub") == ["The hubs opened."]


@pytest.mark.parametrize(
    ("q", "printed"),
    [
        ("A039/17", "as minuted under A039/17, and"),
        ("a039/17", "(Decision ref: A039/17)"),
        ("24/00096", "the notice 24/00096."),
        ("2015-16", "the budget of 2015-16"),
        ("F012/26", "F012/26: Short breaks"),
        ("families", "for carers/families"),
        ("3.5m", "a saving of £3.5m"),
    ],
)
def test_references_are_found_as_they_are_printed(councillor, q, printed):
    published(printed, "A039 of 2017, 96 of 24, 2015 or 16, and F012", "17/A039 00096/24 16-2015 26/F012 5m3")

    assert found(councillor, q) == [printed]


def test_hits_are_ordered_by_date_where_that_is_asked_for(councillor):
    published("hubs of 2024", date="2024-05-01")
    published("hubs, hubs and hubs of 2023", date="2023-05-01")
    published("hubs of 2025", date="2025")

    assert found(councillor, "hubs")[0] == "hubs, hubs and hubs of 2023"
    assert found(councillor, "hubs", sort="newest") == ["hubs of 2025", "hubs of 2024", "hubs, hubs and hubs of 2023"]
    assert found(councillor, "hubs", sort="oldest") == ["hubs, hubs and hubs of 2023", "hubs of 2024", "hubs of 2025"]


def test_a_search_is_narrowed_to_papers_of_a_committees_meetings(councillor):
    cabinet = factories.document()
    factories.accepted(cabinet, "Meeting")
    factories.passage(cabinet, text="hubs at Cabinet")
    actions.publish(document=cabinet, by=factories.user("publisher"))
    published("hubs elsewhere")

    choices = asked(councillor, "hubs").context["form"].fields["committee"].choices
    ((committee, name),) = [(key, name) for key, name in choices if key]

    assert name == "Cabinet"
    assert found(councillor, "hubs", committee=committee) == ["hubs at Cabinet"]
    assert "Choose a committee from the list." in text(asked(councillor, "hubs", committee="nonsense"))


def test_a_search_is_narrowed_to_a_period(councillor):
    today = timezone.localdate()
    published("hubs of late", date=(today - timedelta(days=5)).isoformat())
    published("hubs of old", date="2019-01-01")

    assert found(councillor, "hubs", when="30-days") == ["hubs of late"]
    assert found(councillor, "hubs", when="30-days", since="2018") == ["hubs of late", "hubs of old"]


def test_a_search_that_only_leaves_words_out_says_what_is_missing(councillor):
    published("hubs")

    assert "There is no word to look for." in text(asked(councillor, "-budget"))


def test_a_search_for_words_that_every_paper_has_says_so(councillor):
    published("the hubs")

    assert "Almost every paragraph has these words." in text(asked(councillor, "the"))
    assert found(councillor, '"the"') == ["the hubs"]


def test_a_paragraph_marks_the_words_and_leads_to_the_hits_before_and_after(councillor):
    published("hubs, hubs, hubs", "hubs and hubs and more", "a hub among many other words of no use")
    urls = [hit.url for hit in asked(councillor, "hubs").context["hits"]]

    first, second, third = (councillor.get(url) for url in urls)

    assert "<mark>hubs</mark> and <mark>hubs</mark>" in text(second)
    trails = [page.context["trail"] for page in (first, second, third)]
    assert [(trail.get("previous"), trail.get("next")) for trail in trails] == [
        (None, urls[1]), (urls[0], urls[2]), (urls[1], None),
    ]  # fmt: skip
    assert 'href="/search/?q=hubs">Back to the search for “hubs”' in text(second)


@pytest.mark.parametrize("hit", ["0", "-1", "x", "9" * 30, "²", "2"])
def test_a_paragraph_that_is_not_that_hit_leads_back_alone(councillor, hit):
    published("hubs", "nothing")

    trail = councillor.get(Passage.objects.first().get_absolute_url(), {"q": "hubs", "hit": hit}).context["trail"]

    assert trail.keys() == {"pieces", "back", "words"}


def test_a_paragraph_without_a_search_has_no_way_back_to_one(councillor):
    published("hubs")

    for query in ({}, {"q": ""}, {"q": "hubs", "kind": "novel"}):
        page = councillor.get(Passage.objects.get().get_absolute_url(), query)
        assert not page.context["trail"]
        assert "Back to the search" not in text(page)
