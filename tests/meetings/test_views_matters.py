"""The pages of matters: what each reader gets, and what a reviewer can do on them."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from meetings import matters
from meetings.models import CallIn, Entry, Mention, PlannedDecision
from reports import actions
from tests import factories
from tests.meetings import many
from tests.meetings.matters_of import dated, lines, matter
from tests.meetings.reading_pages import PIECE, page_of, signed_in
from tests.meetings.test_queries import queries

pytestmark = pytest.mark.django_db


# The list.


def test_the_list_says_how_much_there_is_of_each_matter(client, hubs):
    page = page_of(signed_in(client, "councillor"), reverse("meetings:matters"))

    assert "Family hubs" in page
    assert "2 lines, 7 February 2024 to 12 June 2025" in " ".join(page.split())


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("?words=hubs", True), ("?words=breaks", False), ("?date_from=2025&date_to=2025", True),
        ("?date_from=2026", False), ("?open=on", False), ("?sort=name", True), ("?date_to=never", True),
    ],
)  # fmt: skip
@pytest.mark.parametrize("headers", [{}, PIECE], ids=["page", "piece"])
def test_the_list_is_narrowed(client, hubs, query, shown, headers):
    page = page_of(signed_in(client, "councillor"), reverse("meetings:matters") + query, headers=headers)

    assert ("Family hubs" in page) == shown


def test_the_list_is_narrowed_by_committee(client, hubs):
    committee = Entry.objects.first().committee
    other = matter("Short breaks", *lines("That breaks be kept."))
    Entry.objects.filter(matter=other).update(committee=None)

    page = page_of(signed_in(client, "councillor"), reverse("meetings:matters") + f"?committee={committee.pk}")

    assert ("Family hubs" in page, "Short breaks" in page) == (True, False)


def test_matters_with_open_lines_are_found(client):
    paper = factories.published("Action")
    matter("Timetables", Entry.objects.get(finding__document=paper))

    assert "Timetables" in page_of(signed_in(client, "councillor"), reverse("meetings:matters") + "?open=on")


def test_the_latest_comes_first_unless_names_are_asked_for(client):
    one, two = lines("One", "Two")
    matter("Aviaries", dated(one, "2020-01-01")), matter("Zebras", dated(two, "2024-01-01"))
    signed_in(client, "councillor")

    latest = page_of(client, reverse("meetings:matters"))
    names = page_of(client, reverse("meetings:matters") + "?sort=name")

    assert latest.index("Zebras") < latest.index("Aviaries")
    assert names.index("Aviaries") < names.index("Zebras")


# One matter.


def test_a_matter_tells_what_it_is_and_how_it_went(client, hubs):
    page = " ".join(page_of(signed_in(client, "councillor"), hubs.get_absolute_url()).split())

    assert "2 lines in 1 paper, from 7 February 2024 to 12 June 2025" in page
    assert page.index("That hubs be kept.") < page.index("That hubs be opened.")
    assert "Change this matter" not in page


def test_a_matter_is_read_from_the_oldest_line_on(client, hubs):
    page = page_of(signed_in(client, "councillor"), hubs.get_absolute_url() + "?order=oldest")

    assert page.index("That hubs be opened.") < page.index("That hubs be kept.")


def test_a_piece_of_a_matters_page_is_its_timeline(client, hubs):
    piece = page_of(signed_in(client, "councillor"), hubs.get_absolute_url(), headers=PIECE)

    assert "That hubs be opened." in piece
    assert "<html" not in piece


def test_a_matter_shows_every_sort_of_line(client):
    paper = factories.published("Decision", "PlannedDecision", "Action", "Recommendation", "Event", "Judgement")
    made = matter("Family hubs", *Entry.objects.filter(finding__document=paper))

    page = page_of(signed_in(client, "councillor"), made.get_absolute_url())

    for word in ("Decision", "Forward-plan notice", "Action", "Recommendation", "Event", "Inspection judgement"):
        assert f">{word}</strong>" in page
    assert "Circulate the hub timetable." in page.split("Still open")[1]


def test_a_matter_shows_call_in_mentions_and_figures(client, hubs):
    decision = Entry.objects.get(title="That hubs be kept.").decision
    CallIn.objects.create(
        decision=decision, called_in_on="2025-06-16", called_in_by="Five members", result="upheld",
        result_on="2025-07-01", recorded_by=factories.user("officer"),
    )  # fmt: skip
    where = factories.passage(decision.finding.document, "The hubs were spoken of again.")
    said = {"answer": "confirmed", "answered_by": factories.user("officer"), "answered_at": timezone.now()}
    Mention.objects.create(matter=hubs, passage=where, **said)
    figure = factories.finding(decision.finding.document, "Figure", where=where, label="Children in hubs", value=412.5)
    actions.accept(finding=figure, by=factories.user("officer"), version=0)

    page = " ".join(page_of(signed_in(client, "councillor"), hubs.get_absolute_url()).split())

    assert "Called in: That hubs be kept." in page
    assert "by Five members" in page or "Five members" in page
    assert "The decision was upheld: That hubs be kept." in page
    assert "The hubs were spoken of again." in page
    assert "Children in hubs: <strong>412.5 per 10,000</strong>" in page


def test_the_old_address_of_a_merged_matter_leads_on(client, hubs):
    first, second = matter("First", *lines("One")), matter("Second", *lines("Two"))
    matters.merge(one=first, into=second, by=factories.user("officer"))
    matters.merge(one=second, into=hubs, by=factories.user("officer"))

    answer = signed_in(client, "councillor").get(first.get_absolute_url())

    assert (answer.status_code, answer.url) == (302, hubs.get_absolute_url())


def test_a_matter_whose_lines_are_all_taken_out_is_not_there(client, hubs):
    matters.remove(matter=hubs, entries=Entry.objects.filter(matter=hubs), by=factories.user("officer"))

    assert signed_in(client, "councillor").get(hubs.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("name", ["matter", "matter_change", "matter_add", "matter_merge"])
def test_a_page_of_a_matter_asks_no_more_for_many_lines(client, hubs, name):
    url = reverse(f"meetings:{name}", args=[hubs.pk])
    row = Entry.objects.filter(matter=hubs).first().decision
    signed_in(client, "officer")
    few = queries(client, url)
    many.copies(row, 300)

    assert queries(client, url) == few <= 15


def test_the_list_asks_no_more_for_many_matters(client, hubs):
    for number in range(30):
        matter(f"Matter {number}", *lines(f"Line {number}"))
    signed_in(client, "officer")
    with_many = queries(client, reverse("meetings:matters"))
    Entry.objects.exclude(matter=hubs).update(matter=None)

    assert queries(client, reverse("meetings:matters")) == with_many <= 15


def test_a_line_says_what_matter_it_is_part_of(client, hubs):
    url = Entry.objects.filter(matter=hubs).first().decision.get_absolute_url()

    assert "Part of the matter" in page_of(signed_in(client, "councillor"), url)
    assert "Start a matter" not in page_of(client, url)


def test_what_is_next_is_told_as_the_newest_plan_lists_it(client):
    today = timezone.localdate()
    soon, later = today + timedelta(days=10), today + timedelta(days=40)
    for day, due in (("2025-01-06", soon), ("2025-02-03", later)):
        factories.published("PlannedDecision", date=day, kind="forward_plan")
        PlannedDecision.objects.filter(finding__document__date=day).update(date=due, printed_date=due.isoformat())
    moved = matter("Short breaks", *Entry.objects.filter(sort="planned"))

    page = page_of(signed_in(client, "councillor"), moved.get_absolute_url())

    told = page.split(">Next</h2>")[1].split("</p>")[0]
    assert later.isoformat() in told
    assert soon.isoformat() not in told
