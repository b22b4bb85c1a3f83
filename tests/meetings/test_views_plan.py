"""The pages of the forward plan: each item once, over all that lists it, and one plan against the one before."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.urls import reverse

from meetings.models import Decision, Entry, Matter, PlannedDecision
from reports import actions
from tests import factories
from tests.meetings import many
from tests.meetings.reading_pages import PIECE, shown, signed_in
from tests.meetings.test_queries import queries

pytestmark = pytest.mark.django_db


def plan(date: str, *items: dict, **said):
    """A published plan; each item says what differs from a boring one; `private` is its part to be taken in private."""
    paper = factories.document(kind="forward_plan", title=f"Plan of {date}", date=date, **said)
    by = factories.user("officer", "cleared")
    for item in items:
        # A part in private is announced in a fact's field `exempt`; `closed` is what only cleared people read.
        said = {"exempt" if name == "private" else name: value for name, value in item.items() if name != "closed"}
        where = factories.passage(paper, part="exempt" if "closed" in item else "open")
        found = factories.finding(paper, "PlannedDecision", where=where, **{"key_decision": True} | said)
        actions.accept(finding=found, by=by, version=found.version)
    return actions.publish(document=paper, by=factories.user("publisher"))


def hubs(due: str, **said) -> dict:
    return {"reference": "F1", "title": "Family hubs", "due_on": due} | said


def homes(due: str, **said) -> dict:
    return {"reference": "F2", "title": "Children's homes", "due_on": due} | said


def page_of(client, name: str, pk, **headers) -> str:
    answer = client.get(reverse(f"meetings:{name}", args=[pk]), headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


def test_each_item_stands_once_in_the_list_as_it_was_last_listed(client):
    plan("2025-01-06", hubs("2025-03-04"), homes("2025-03-04"))
    plan("2025-02-03", hubs("2025-06-03"), homes("2025-03-04"))

    page = shown(signed_in(client, "councillor"), "forward_plan")

    assert "2 planned decisions" in page
    assert "moved once, from 4 March 2025 to 3 June 2025" in page
    assert page.count("Family hubs</a>") == 1


def test_the_list_is_narrowed(client):
    plan("2025-01-06", hubs("2025-03-04"), homes("2099-03", private="Part II", key_decision=None))
    plan("2025-02-03", hubs("2025-06-03"))
    signed_in(client, "councillor")
    asked = {
        "key=on": "Family hubs", "private=on": "homes", "moved=on": "Family hubs", "due=coming": "homes",
        "due=past": "Family hubs", "words=f2": "homes", "date_from=2099": "homes", "words=hubs": "Family hubs",
    }  # fmt: skip

    for query, title in asked.items():
        page = shown(client, "forward_plan", f"?{query}")
        assert "1 planned decision<" in page, query
        assert title in page, query


def test_what_was_withdrawn_was_never_listed(client):
    plan("2025-01-06", hubs("2025-03-04"))
    later = plan("2025-02-03", hubs("2025-06-03"))
    actions.withdraw(document=later, by=factories.user("publisher"), why="The wrong file.")
    signed_in(client, "councillor")

    assert "Due 4 March 2025" in shown(client, "forward_plan")
    assert "6 January 2025" in shown(client, "plan_versions")
    assert "3 February 2025" not in shown(client, "plan_versions")
    assert client.get(reverse("meetings:plan_version", args=[later.pk])).status_code == 404


def test_the_uncleared_see_an_item_as_open_papers_list_it(client):
    plan("2025-01-06", hubs("2025-03-04"))
    plan("2025-02-03", hubs("2025-06-03", closed=True), homes("2025-03-04"))
    open_line = PlannedDecision.objects.get(date="2025-03-04", reference="F1")

    assert "3 June" not in page_of(signed_in(client, "councillor"), "planned", open_line.pk)
    assert "3 June" not in shown(client, "forward_plan", "?words=F1")
    assert "0 planned decisions" not in shown(client, "forward_plan")
    assert "no planned decisions" in shown(client, "forward_plan", "?moved=on").lower()
    assert "3 June" in page_of(signed_in(client, "cleared"), "planned", open_line.pk)


def test_the_page_of_an_item_tells_every_date_and_the_notice(client):
    plan("2025-01-06", hubs("2025-03-04"))
    plan("2025-02-03", hubs("2025-06-03", title="Family hubs: hours", private="paragraph 3"))
    first = PlannedDecision.objects.earliest("date")

    page = page_of(signed_in(client, "councillor"), "planned", first.pk)

    assert "It was moved once, from 4 March 2025 to 3 June 2025." in page
    assert "Plan of 2025-01-06" in page
    assert "Plan of 2025-02-03" in page
    assert "147 clear days: enough" in page
    assert "paragraph 3" in page


@pytest.mark.parametrize(
    ("decided", "how"),
    [
        ({"reference": "f1", "decided_on": "2025-04-01", "text": "Agreed."}, "It has the same reference, F1."),
        ({"decided_on": "2025-03-04", "text": "That the family hubs open."}, "on the day that it was due"),
        ({"decided_on": "2025-05-06", "text": "Agreed.", "in_matter": True}, "An officer confirmed"),
    ],
)
def test_what_was_decided_is_linked_and_the_page_says_how_it_knows(client, decided, how, a_matter):
    plan("2025-01-06", hubs("2025-03-04"), homes("2025-03-04"))
    plan("2025-02-03", homes("2025-03-04"))
    in_matter = decided.pop("in_matter", False)
    paper = factories.document()
    factories.accepted(paper, "Decision", **decided)
    actions.publish(document=paper, by=factories.user("publisher"))
    line = PlannedDecision.objects.get(reference="F1")
    if in_matter:
        Entry.objects.update(matter=a_matter(line))

    page = page_of(signed_in(client, "councillor"), "planned", line.pk)

    assert how in page
    assert Decision.objects.get().get_absolute_url() in page
    assert "Decided" in shown(client, "forward_plan", "?words=F1")


@pytest.fixture
def a_matter():
    return lambda line: Matter.objects.create(council=line.council, title="Hubs", made_by=factories.user("officer"))


@pytest.mark.parametrize(
    "decided",
    [
        {"committee": "Children's Panel", "reference": "F1", "outcome": "recommended"},
        {"reference": "F1", "outcome": "deferred"},
        {"reference": "F1", "decided_on": "2023-03-07"},
        {"reference": "F1", "status": "proposed"},
        {"decided_on": "2025-03-04", "text": "That a sea wall be built."},
    ],
)
def test_what_does_not_decide_an_item_is_no_decision_of_it(client, decided):
    plan("2025-01-06", hubs("2025-03-04"))
    plan("2025-02-03", homes("2025-03-04"))
    paper = factories.document()
    factories.accepted(paper, "Decision", **decided)
    actions.publish(document=paper, by=factories.user("publisher"))

    page = page_of(signed_in(client, "councillor"), "planned", PlannedDecision.objects.get(reference="F1").pk)

    assert "Gone without a decision" in page
    assert "It is not in the newest plan" in page


def test_a_plan_is_compared_with_the_one_before(client):
    plan("2025-01-06", hubs("2025-03-04"), homes("2025-03-04"))
    later = plan("2025-02-03", hubs("2025-06-03"), {"reference": "F3", "title": "Fees", "due_on": "2025-02-10"})

    page = page_of(signed_in(client, "councillor"), "plan_version", later.pk)

    assert "1 new, 1 moved, 0 changed in another way, 0 as before; 0 decided since, 1 gone without a decision" in page
    assert "6 clear days: less than the 28" in page


def test_a_plan_is_compared_with_one_that_is_chosen(client):
    first = plan("2025-01-06", hubs("2025-03-04"))
    plan("2025-02-03", hubs("2025-06-03"))
    last = plan("2025-03-03", hubs("2025-06-03"))
    url = reverse("meetings:plan_version", args=[last.pk])
    signed_in(client, "councillor")

    assert "0 moved" in client.get(url).content.decode()
    assert "1 moved" in client.get(url, {"against": first.pk}).content.decode()
    assert "Choose one of the earlier plans." in client.get(url, {"against": "nonsense"}).content.decode()


def test_the_first_plan_has_nothing_to_be_compared_with(client):
    first = plan("2025-01-06", hubs("2025-03-04"))

    assert "No plan before it is known" in page_of(signed_in(client, "councillor"), "plan_version", first.pk)


def test_exempt_items_are_in_no_count_of_the_uncleared(client):
    plan("2025-01-06", hubs("2025-03-04"), homes("2025-03-04", closed=True))
    later = plan("2025-02-03", hubs("2025-03-04"))

    assert "0 gone" in page_of(signed_in(client, "councillor"), "plan_version", later.pk)
    assert "2 planned decisions" not in shown(client, "plan_versions")
    assert "1 gone" in page_of(signed_in(client, "cleared"), "plan_version", later.pk)
    assert "2 planned decisions" in shown(client, "plan_versions")


def test_pages_ask_as_much_however_much_is_planned(client):
    plan("2025-01-06", hubs("2025-03-04"), homes("2025-03-04"))
    later = plan("2025-02-03", hubs("2025-06-03"))
    line = PlannedDecision.objects.get(finding__document=later)
    urls = [reverse("meetings:forward_plan"), reverse("meetings:plan_versions"), line.get_absolute_url(),
            reverse("meetings:plan_version", args=[later.pk])]  # fmt: skip
    signed_in(client, "officer")
    many.copies(line, 9)
    few = [queries(client, url) for url in urls]
    many.copies(line, 90)

    assert [queries(client, url) for url in urls] == few
    assert max(few) <= 15


def test_one_reference_for_two_things_is_told_and_not_joined(client):
    plan("2025-01-06", hubs("2025-03-04"))
    later = plan("2025-02-03", {"reference": "F1", "title": "Repair of the sea wall", "due_on": "2025-03-04"})

    page = page_of(signed_in(client, "councillor"), "plan_version", later.pk)

    assert "The reference F1 stands for items whose titles are quite different" in page
    assert PlannedDecision.objects.values("key").distinct().count() == 2


def test_an_exempt_listing_brings_no_open_ones_together():
    plan("2025-01-06", {"title": "Family hubs in the north of the county", "reference": "", "due_on": "2025-03-04"})
    plan("2025-02-03", {"title": "Family hubs in the north of the county again", "reference": "", "closed": True})

    keys = PlannedDecision.objects.values_list("key", flat=True)
    assert len(set(keys)) == 1
    plan("2025-03-03", {"title": "Family hubs: north, again", "reference": ""})
    assert PlannedDecision.objects.values("key").distinct().count() == 2


def test_the_list_answers_htmx_with_its_piece(client):
    plan("2025-01-06", hubs("2025-03-04"))

    answer = signed_in(client, "councillor").get(reverse("meetings:forward_plan"), headers=PIECE).content.decode()

    assert "<html" not in answer
    assert 'id="said" hx-swap-oob="innerHTML">1 planned decision<' in answer


@pytest.mark.parametrize("name", ["planned", "plan_version"])
def test_what_there_is_not_is_not_found(client, name):
    assert signed_in(client, "cleared").get(reverse(f"meetings:{name}", args=[uuid4()])).status_code == 404
