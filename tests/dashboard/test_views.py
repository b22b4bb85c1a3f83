"""The overview and the pages of measures, as each sort of reader sees them."""

from __future__ import annotations

import re

import pytest
from django.core.cache import cache
from django.urls import reverse

from dashboard.models import Indicator, Observation
from meetings.models import Action
from reports.models import Document
from tests import factories
from tests.dashboard.pages import AS_PRINTED, HTMX, INDICATORS, OVERVIEW, PAGES, RATE, figures, text

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("page", PAGES)
def test_a_stranger_is_asked_to_sign_in(client, page):
    answer = client.get(page)

    assert answer.status_code == 302
    assert answer.url.startswith(reverse("login"))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("role", ["councillor", "scrutiny", "officer", "publisher", "cleared", "administrator"])
def test_every_role_reads_what_is_published(client, page, role):
    figures({}, {"indicator": None, "label": "Hub visits"})
    client.force_login(factories.user(role))

    assert client.get(page).status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_pages_are_read_and_not_posted_to(councillor, page):
    assert councillor.post(page).status_code == 405


def test_an_empty_register_tells_officers_to_upload(client):
    client.force_login(factories.user("officer"))

    assert reverse("reports:upload") in text(client.get(OVERVIEW)).split("<main")[1]


def test_an_empty_register_does_not_offer_upload_to_councillors(councillor):
    answer = councillor.get(OVERVIEW)

    assert "Nothing is in the register yet" in text(answer)
    assert reverse("reports:upload") not in text(answer)


def test_the_overview_shows_the_newest_of_each_part(councillor):
    factories.published("Meeting", "Decision", "PlannedDecision", "Action", "Figure", "Judgement")

    shown = text(councillor.get(OVERVIEW))

    for words in ("That four family hubs be opened", "Circulate the hub timetable", "41.2", "Ofsted", "Cabinet"):
        assert words in shown


def test_each_line_of_the_overview_leads_to_its_paragraph(councillor):
    paper = factories.published("Decision", "Figure", "Action", "Judgement")

    shown = text(councillor.get(OVERVIEW))

    assert all(passage.get_absolute_url() in shown for passage in paper.passages.all())


def test_a_finished_action_is_not_open(councillor):
    paper = factories.published("Action")
    done = Action.objects.filter(finding__document=paper)
    done.update(done_at="2025-04-01T09:00Z", done_by=factories.user("officer"), done_note="Sent")

    assert "No actions are open" in text(councillor.get(OVERVIEW))


def test_what_is_not_published_is_not_shown(councillor):
    paper = figures({"value": 77123})
    Document.objects.filter(pk=paper.pk).update(state="withdrawn")

    assert "77,123" not in text(councillor.get(OVERVIEW))
    assert "77,123" not in text(councillor.get(RATE))


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_exempt_values_are_not_shown_nor_counted(councillor, headers):
    figures({"value": 41.2}, {"indicator": None, "label": "Hub visits", "value": 12})
    figures({"value": 77123}, {"indicator": None, "label": "Secret visits", "value": 88123}, exempt=True)

    shown = [text(councillor.get(page, headers=headers)) for page in PAGES]

    assert not any(word in page for page in shown for word in ("77,123", "88,123", "Secret"))
    assert "1 printed name" in shown[1]
    assert "1 value<" in shown[2]
    assert "more than one value" not in shown[2]


def test_the_page_of_an_exempt_printed_name_does_not_exist(councillor):
    figures({"indicator": None, "label": "Secret visits"}, exempt=True)

    assert councillor.get(AS_PRINTED, {"label": "Secret visits"}).status_code == 404


def test_an_exempt_value_is_marked_for_those_cleared(cleared):
    figures({"value": 77123}, exempt=True)

    for page in (OVERVIEW, RATE):
        shown = text(cleared.get(page))
        assert "77,123" in shown
        assert "Exempt" in shown


@pytest.mark.parametrize("page", [INDICATORS, RATE, f"{AS_PRINTED}?label=Hub+visits"])
def test_htmx_gets_the_part_that_the_page_includes(councillor, page):
    figures({}, {"indicator": None, "label": "Hub visits"})

    whole, part = councillor.get(page), councillor.get(page, headers=HTMX)

    assert "<html" in text(whole)
    assert "<html" not in text(part)
    assert 'id="said" hx-swap-oob' in text(part)
    assert "HX-Request" in part["Vary"]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_asks_the_database_as_much_for_a_thousand_rows_as_for_ten(
    councillor, page, django_assert_max_num_queries
):
    paper = figures(
        *({"period": f"{year}-03-31"} for year in range(2014, 2024)), {"indicator": None, "label": "Hub visits"}
    )
    # The first visit of all is noted.
    councillor.get(page)
    cache.clear()
    with django_assert_max_num_queries(15) as few:
        councillor.get(page)
    many(paper, 1000)

    with django_assert_max_num_queries(15) as more:
        councillor.get(page)

    assert len(more) == len(few)


def many(paper: Document, count: int) -> None:
    """So many more figures in the paper, of all measures and of none."""
    first = paper.findings.first()
    catalogue = [*Indicator.objects.all(), None]
    rate = Indicator.objects.get(pk="children-looked-after-rate")
    findings, rows = [], []
    for n in range(count):
        of = catalogue[n % len(catalogue)] if n % 2 else rate
        finding = type(first)(
            document=paper, ordinal=100 + n, fact="Figure", data=first.data, passage=first.passage,
            verdict="accepted", decided_by=first.decided_by, decided_at=first.decided_at,
        )  # fmt: skip
        findings.append(finding)
        rows.append(
            Observation(
                council=paper.council,
                finding=finding,
                indicator=of,
                label=of.name if of else f"Name {n}",
                area="Wexcombe",
                period="2025-03-31",
                date="2025-03-31",
                precision="day",
                value=n,
                unit=of.unit if of else "count",
            )
        )
    type(first).objects.bulk_create(findings)
    Observation.objects.bulk_create(rows)


@pytest.mark.parametrize("page", [OVERVIEW, INDICATORS, RATE])
def test_the_council_of_the_most_papers_is_shown_first(councillor, page):
    for council in ("Abbotshire County Council", "Wexcombe County Council", "Wexcombe County Council"):
        figures({}, council_name=council)
    figures({}, council_name="Zedshire County Council")

    shown = councillor.get(page)

    assert shown.context["council"].name == "Wexcombe County Council"
    assert re.search("selected[^>]*>Wexcombe County Council", text(shown))
    assert text(shown).index(">Abbotshire County Council") < text(shown).index(">Zedshire County Council")


def test_papers_that_are_exempt_throughout_do_not_say_which_council_is_first(councillor):
    figures({}, council_name="Abbotshire County Council")
    for _ in range(2):
        paper = figures({}, council_name="Wexcombe County Council")
        Document.objects.filter(pk=paper.pk).update(wholly_exempt=True)
    figures({}, council_name="Wexcombe County Council")

    assert councillor.get(OVERVIEW).context["council"].name == "Abbotshire County Council"


def test_the_overview_leaves_out_the_business_of_the_meeting_itself(councillor):
    paper = factories.document()
    factories.accepted(paper, text="That the minutes be confirmed as a correct record.")
    factories.accepted(paper)
    factories.actions.publish(document=paper, by=factories.user("publisher"))

    shown = text(councillor.get(OVERVIEW))

    assert "four family hubs" in shown
    assert "correct record" not in shown


def test_the_overviews_lists_are_of_its_council_where_there_are_several(councillor):
    ours = factories.published("Meeting", "Decision", "Action", "Judgement").council
    assert f"?council={ours.pk}" not in text(councillor.get(OVERVIEW))

    factories.published("Decision", council_name="Zedshire County Council")

    shown = text(councillor.get(OVERVIEW))
    for name in ("decisions", "actions", "meetings", "judgements"):
        assert f'href="{reverse(f"meetings:{name}")}?council={ours.pk}"' in shown
