"""The overview and the pages of measures, as each sort of reader sees them."""

from __future__ import annotations

import pytest
from django.urls import reverse

from dashboard.models import Indicator, Observation
from meetings.models import Action
from reports.models import Document
from tests import factories

pytestmark = pytest.mark.django_db

OVERVIEW = reverse("dashboard:overview")
INDICATORS = reverse("dashboard:indicators")
AS_PRINTED = reverse("dashboard:as_printed")
RATE = reverse("dashboard:indicator", args=["children-looked-after-rate"])
PAGES = [OVERVIEW, INDICATORS, RATE, f"{AS_PRINTED}?label=Hub+visits"]
HTMX = {"HX-Request": "true"}


@pytest.fixture
def councillor(client):
    client.force_login(factories.user("councillor"))
    return client


@pytest.fixture
def cleared(client):
    client.force_login(factories.user("councillor", "cleared"))
    return client


def figures(*said: dict, exempt: bool = False, **paper) -> Document:
    """A published paper with these figures."""
    document = factories.document(**paper)
    for one in said:
        factories.accepted(document, "Figure", exempt=exempt, **one)
    return factories.actions.publish(document=document, by=factories.user("publisher"))


def text(answer) -> str:
    return " ".join(answer.content.decode().split())


@pytest.mark.parametrize("page", [*PAGES, reverse("dashboard:accessibility")])
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


def test_the_list_gives_value_comparison_and_change(councillor):
    figures(
        {"value": 38, "period": "2024-03-31"},
        {"value": 41.2},
        {"value": 70, "area": "England"},
        {"value": 66, "area": "Statistical neighbours"},
    )

    shown = text(councillor.get(INDICATORS))

    assert "Up by 3.2 per 10,000" in shown
    for words in ("41.2", "31 March 2025", "70", "66", "it depends"):
        assert words in shown


def test_a_move_is_called_better_or_worse_by_the_measures_polarity(councillor):
    measure = {"indicator": "re-referrals-percent", "unit": "percent"}
    figures({**measure, "value": 19, "period": "2023/24"}, {**measure, "value": 22.5, "period": "2024/25"})

    assert "Up by 3.5 percentage points, worse" in text(councillor.get(INDICATORS))


def test_measures_are_found_by_their_words(councillor):
    figures({}, {"indicator": "re-referrals-percent", "unit": "percent"}, {"indicator": None, "label": "Hub visits"})

    shown = text(councillor.get(INDICATORS, {"q": "looked AFTER"}))

    assert "1 measure</h2>" in shown
    assert "Re-referrals" not in shown
    assert "Hub visits" not in shown
    assert "Remove this filter" in shown


def test_words_that_match_nothing_say_what_to_do(councillor):
    figures({})

    assert "Take the words off" in text(councillor.get(INDICATORS, {"q": "zebra"}))


@pytest.mark.parametrize(
    "query", ["?q=" + "x" * 5000, "?q=%00", "?council=%00", "?council=none", "?page=999", "?page=x"]
)
@pytest.mark.parametrize("page", [OVERVIEW, INDICATORS, RATE])
def test_nonsense_in_the_address_is_no_error_of_ours(councillor, page, query):
    figures({})

    assert councillor.get(page + query).status_code == 200


def test_words_that_are_too_long_are_kept_with_an_error(councillor):
    figures({})

    shown = text(councillor.get(INDICATORS, {"q": "x" * 101}))

    assert "There is a problem" in shown
    assert "x" * 101 in shown


@pytest.mark.parametrize("label", ["%00", "", "Nothing of this name"])
def test_a_printed_name_that_no_paper_has_does_not_exist(councillor, label):
    assert councillor.get(f"{AS_PRINTED}?label={label}").status_code == 404


def test_a_measure_that_the_catalogue_does_not_have_does_not_exist(councillor):
    assert councillor.get(reverse("dashboard:indicator", args=["zebras"])).status_code == 404


def test_a_measure_without_values_says_so(councillor):
    figures({})

    shown = text(councillor.get(reverse("dashboard:indicator", args=["re-referrals-percent"])))

    assert "No published paper states a value" in shown


def test_a_measures_page_has_sentence_table_and_sources(councillor):
    paper = figures({"value": 38, "period": "2024-03-31"}, {"value": 41.2}, {"value": 70, "area": "England"})

    shown = text(councillor.get(RATE))

    assert "stood at 41.2 at 31 March 2025, up from 38.0 at 31 March 2024; England 70." in shown
    assert 'data-date="2024-03-31"' in shown
    assert all(passage.get_absolute_url() in shown for passage in paper.passages.all())


def test_restated_values_stand_side_by_side(councillor):
    figures({"value": 41.2}, date="2025-05-01")
    figures({"value": 41.9}, date="2025-09-01")

    shown = text(councillor.get(RATE))

    assert "more than one value for 31 March 2025" in shown
    assert 'data-value="41.9000"' in shown
    assert ">41.2</a>" in shown
    assert "stood at 41.9" in shown


def test_targets_are_a_line_of_their_own(councillor):
    figures({"value": 41.2}, {"value": 35, "role": "target"})

    shown = text(councillor.get(RATE))

    assert ">Target</th>" in shown
    assert "; target 35." in shown


def test_values_in_another_unit_are_not_drawn(councillor):
    figures({"value": 41.2}, {"value": 849, "unit": "count"})

    shown = text(councillor.get(RATE))

    assert 'data-value="849' not in shown
    assert "1 value in another unit is not in the chart" in shown
    assert ">849<" in shown


def test_each_council_has_its_own_figures(councillor):
    figures({"value": 41.2})
    figures({"value": 55.5, "area": "Marlshire"}, council_name="Marlshire Council")
    marlshire = Observation.objects.get(value=55.5).council

    assert "55.5" not in text(councillor.get(RATE, {"council": str(Observation.objects.get(value=41.2).council.pk)}))
    assert "55.5" in text(councillor.get(RATE, {"council": str(marlshire.pk)}))
    assert "Marlshire in" not in text(councillor.get(INDICATORS, {"council": str(marlshire.pk)}))


def test_a_council_without_values_of_the_measure_is_not_offered(councillor):
    figures({"indicator": "re-referrals-percent", "unit": "percent"}, council_name="Alder Council")
    figures({"value": 41.2})

    assert "stood at 41.2" in text(councillor.get(RATE))


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
