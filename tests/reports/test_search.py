"""Search over published paragraphs: what is found, how it is shown, narrowed and guarded."""

from __future__ import annotations

import pytest
from django.urls import reverse

from reports import actions
from reports.models import Passage
from tests import factories

pytestmark = pytest.mark.django_db

SEARCH = reverse("reports:search")
HTMX = {"HX-Request": "true"}


@pytest.fixture
def councillor(client):
    client.force_login(factories.user("councillor"))
    return client


def published(*texts: str, part: str = "open", **said):
    document = factories.document(**said)
    for text in texts:
        factories.passage(document, text=text, part=part)
    return actions.publish(document=document, by=factories.user("publisher"))


def found(client, q: str, **more) -> list[str]:
    return [hit.passage.text for hit in client.get(SEARCH, {"q": q, **more}).context["hits"]]


def text(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_words_are_found_in_any_form_and_the_best_first(councillor):
    published(
        "The centre closes. Closing centres is hard, and closed centres stay closed.", "The centre is open.", "No."
    )

    assert found(councillor, "closed centre") == [
        "The centre closes. Closing centres is hard, and closed centres stay closed."
    ]
    assert len(found(councillor, "centres")) == 2


def test_quotation_marks_minus_and_or_work_as_in_any_search_box(councillor):
    published("short breaks for children", "breaks that are short", "respite care")

    assert found(councillor, '"short breaks"') == ["short breaks for children"]
    assert found(councillor, "short -children") == ["breaks that are short"]
    assert len(found(councillor, "children or respite")) == 2


def test_what_was_found_is_marked_and_everything_is_escaped(councillor):
    published("Hubs & centres, of which < 5 are open: <script>alert(1)</script> and <b>more</b>")

    answer = text(councillor.get(SEARCH, {"q": "hubs"}))

    assert "<mark>Hubs</mark> &amp; centres, of which &lt; 5 are open" in answer
    assert "<script>alert" not in answer
    assert "<b>" not in answer


def test_what_is_typed_is_escaped_too(councillor):
    assert "<img" not in text(councillor.get(SEARCH, {"q": "<img src=x>"}))


def test_the_count_is_announced(councillor):
    published("the hubs", "a hub")

    answer = councillor.get(SEARCH, {"q": "hub"}, headers=HTMX)

    assert '<div id="said" hx-swap-oob="innerHTML">2 paragraphs</div>' in text(answer)
    assert "<html" not in text(answer)
    assert "HX-Request" in answer["Vary"]


def test_each_result_leads_to_its_paragraph(councillor):
    published("the hubs")

    where = Passage.objects.get().get_absolute_url()
    assert f'href="{where}?q=hubs&amp;hit=1"' in text(councillor.get(SEARCH, {"q": "hubs"}))


def test_results_are_narrowed_by_council_kind_and_date(councillor):
    ours = published("hubs of ours", date="2018-02", kind="panel_minutes")
    published("hubs of theirs", council_name="Marl Borough Council", date="2020-05-01", kind="officer_report")
    published("hubs of no date", date="")

    assert found(councillor, "hubs", council=ours.council_id) == ["hubs of ours", "hubs of no date"]
    assert found(councillor, "hubs", kind="officer_report") == ["hubs of theirs"]
    assert found(councillor, "hubs", since="7 February 2018", until="2019") == ["hubs of ours"]
    assert found(councillor, "hubs", since="March 2018") == ["hubs of theirs"]
    assert found(councillor, "hubs", until="1 February 2018") == ["hubs of ours"]
    assert found(councillor, "hubs", until="31 January 2018") == []


def test_filters_are_chips_that_take_them_off(councillor):
    answer = councillor.get(SEARCH, {"q": "hubs", "kind": "agenda", "since": "2018"})

    assert answer.context["chips"] == [
        ("Kind of document: Agenda", "?q=hubs&since=2018"), ("Documents from: 2018", "?q=hubs&kind=agenda"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({"q": "x" * 201}, "Search for at most 200 characters."),
        ({"q": "hubs\x00"}, "Null characters are not allowed."),
        ({"q": "hubs", "kind": "novel"}, "Choose a kind from the list."),
        ({"q": "hubs", "council": "\x00"}, "Choose a council from the list."),
        ({"q": "hubs", "since": "some day"}, "Enter a date such as"),
        ({"q": "hubs", "since": "2019", "until": "2018"}, "The last date is before the first one."),
    ],
)
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_what_cannot_be_understood_gives_an_error_and_no_results(councillor, said, error, headers):
    published("hubs")
    # Councils are asked for where there are several.
    published("hubs", council_name="Holtshire County Council")

    answer = councillor.get(SEARCH, said, headers=headers)

    assert answer.status_code == 200
    assert error in text(answer)
    assert answer.context["hits"] == []


@pytest.mark.parametrize("q", ["", "the", "&|!():*<->", "'", '"', "\\", "-", "a" * 200, "%s", "😀", "\ud7ff"])
def test_odd_queries_do_no_harm(councillor, q):
    published("hubs")

    assert councillor.get(SEARCH, {"q": q}).status_code == 200


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999999999999999"])
def test_a_page_that_there_is_not_gives_one_that_there_is(councillor, page):
    published(*[f"hubs {number}" for number in range(30)])

    assert councillor.get(SEARCH, {"q": "hubs", "page": page}).context["page_obj"].number in (1, 2)


@pytest.mark.parametrize("number", [10, 120])
def test_search_takes_the_same_queries_however_much_it_finds(councillor, number, django_assert_max_num_queries):
    published(*[f"hubs {n}" for n in range(number)])

    with django_assert_max_num_queries(12):
        councillor.get(SEARCH, {"q": "hubs"})


def test_only_published_paragraphs_are_found(councillor):
    factories.passage(factories.document(), text="hubs in review")
    withdrawn = published("hubs withdrawn")
    actions.withdraw(document=withdrawn, by=factories.user("publisher"), why="Too early")

    assert found(councillor, "hubs") == []


def test_exempt_paragraphs_are_found_by_those_who_are_cleared_alone(client):
    published("open hubs")
    published("closed hubs", part="exempt")

    client.force_login(factories.user("publisher"))
    uncleared = client.get(SEARCH, {"q": "hubs"})
    client.force_login(factories.user("councillor", "cleared"))
    cleared = client.get(SEARCH, {"q": "hubs"})

    assert (uncleared.context["page_obj"].paginator.count, cleared.context["page_obj"].paginator.count) == (1, 2)
    assert "closed" not in text(uncleared)
    assert "Exempt</strong>" in text(cleared)


@pytest.mark.parametrize(("trigger", "brings"), [({}, True), ({"HX-Trigger": "filters"}, False)])
def test_a_chip_that_was_followed_brings_the_form_along_and_the_form_does_not(councillor, trigger, brings):
    published("the hubs")

    piece = text(councillor.get(SEARCH, {"q": "hub", "kind": ""}, headers=HTMX | trigger))

    assert ('<div id="filter" hx-swap-oob="innerHTML">' in piece) is brings
    assert ("autofocus" in piece) is brings
