"""The list of members and the page of one: attendance over a period, votes, interests, portfolios."""

import re

import pytest
from django.urls import reverse

from meetings import people
from meetings.models import Attendance, Person, PersonName, SamePerson
from reports import actions
from tests import factories
from tests.meetings import many
from tests.meetings.reading_pages import PIECE, shown, signed_in

pytestmark = pytest.mark.django_db

MARCH, APRIL, MAY, JUNE = "2025-03-04", "2025-04-08", "2025-05-06", "2025-06-10"
PANEL = "Children's Services Cabinet Panel"


def minutes(day: str, *there: dict, committee: str = PANEL, exempt: bool = False, more: tuple = ()):
    """Published minutes of a meeting that list who was there, with other facts of it."""
    paper = factories.document(date=day)
    of = {"committee": committee, "held_on": day}
    factories.accepted(paper, "Meeting", exempt=exempt, **of)
    for said in there:
        factories.accepted(paper, "Attendance", exempt=exempt, **of, **said)
    for fact, said in more:
        factories.accepted(paper, fact, exempt=exempt, **said)
    return actions.publish(document=paper, by=factories.user("publisher"))


def who(name: str, role: str = "member", **said) -> dict:
    return {"name": name, "role": role, **said}


def one(name: str) -> Person:
    return PersonName.objects.get(name=name).person


def page_of(client, name: str, query: str = "") -> str:
    answer = client.get(one(name).get_absolute_url() + query)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def row(page: str) -> list[str]:
    """The cells of the first committee's row."""
    body = page.split("<tbody", 1)[1].split("</tr>", 1)[0]
    return [re.sub(r"<[^>]+>", "", cell).strip() for cell in re.findall(r"<td.*?</td>", body)]


def test_attendance_is_counted_by_committee(client):
    minutes(MARCH, who("J Pell", "chair"), who("A Brindle"))
    minutes(APRIL, who("J Pell", "apologies"), who("K Marsh", "substitute", substitute_for="J Pell"))
    minutes(MAY, who("A Brindle"))
    minutes(JUNE, who("J Pell", virtual=True), who("A Brindle"))

    page = page_of(signed_in(client, "councillor"), "J Pell")

    assert "Attended 2 of 4 meetings whose attendance the papers list" in page
    assert row(page) == ["2 of 4", "1", "0", "1", "1"]
    assert "Apologies; K Marsh stood in" in page
    assert "Member, online" in page
    assert "Chair" in page


def test_meetings_before_the_first_and_after_the_last_are_not_counted(client):
    minutes(MARCH, who("A Brindle"))
    minutes(APRIL, who("J Pell"))
    minutes(MAY, who("A Brindle"))

    assert "Attended 1 of 1 meeting whose" in page_of(signed_in(client, "councillor"), "J Pell")


def test_a_meeting_without_a_list_is_no_absence(client):
    minutes(MARCH, who("J Pell"))
    minutes(APRIL)
    minutes(MAY, who("J Pell"))

    assert "Attended 2 of 2 meetings whose" in page_of(signed_in(client, "councillor"), "J Pell")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?date_from=2025-04-01", "Attended 1 of 2 meetings"),
        ("?date_to=2025-03-31", "Attended 1 of 1 meeting "),
        ("?date_from=2024-01-01&date_to=2024-12-31", "No attendance is listed in this period"),
        ("?date_from=soonish", "Attended 2 of 3 meetings"),
    ],
)
def test_attendance_is_counted_over_a_period(client, query, words):
    minutes(MARCH, who("J Pell"))
    minutes(APRIL, who("J Pell", "apologies"))
    minutes(MAY, who("J Pell"))

    assert words in page_of(signed_in(client, "councillor"), "J Pell", query)


def test_two_papers_of_one_meeting_count_once(client):
    minutes(MARCH, who("J Pell"))
    minutes(MARCH, who("J Pell", "apologies"))

    assert row(page_of(signed_in(client, "councillor"), "J Pell")) == ["1 of 1", "0", "0", "0", "0"]


def test_a_substitute_is_shown_with_whom_they_stood_in_for(client):
    minutes(MARCH, who("J Pell", "apologies"), who("K Marsh", "substitute", substitute_for="Pell"))

    assert "Substitute for Pell" in page_of(signed_in(client, "councillor"), "K Marsh")
    assert "Apologies; K Marsh stood in" in page_of(client, "J Pell")


def test_a_bare_surname_that_two_have_is_nobodys(client):
    minutes(
        MARCH, who("J Pell", "apologies"), who("S Pell"), who("K Marsh", "substitute", substitute_for="Pell")
    )  # fmt: skip

    assert "stood in" not in page_of(signed_in(client, "councillor"), "J Pell")


def votes(**names) -> tuple[str, dict]:
    said = {"for": 1, "against": 1, "method": "recorded vote", **names}
    return "Decision", {"committee": PANEL, "decided_on": MARCH, "text": "That the lease end.", "votes": said}


@pytest.mark.parametrize(
    ("names", "side"),
    [
        ({"names_for": ["Cllr J. Pell"]}, "For"),
        ({"names_against": ["Pell"]}, "Against"),
        ({"names_abstained": ["J PELL"]}, "Abstained"),
        ({"names_for": ["S Pell"]}, ""),
        ({"names_for": ["A Brindle"]}, ""),
    ],
)
def test_votes_are_a_members_where_the_paper_names_them(client, names, side):
    minutes(MARCH, who("J Pell"), who("A Brindle"), more=(votes(**names),))

    page = page_of(signed_in(client, "councillor"), "J Pell")

    assert ("That the lease end." in page) is bool(side)
    assert f"<strong>{side}:</strong>" in page or not side


def test_a_bare_surname_in_a_vote_is_nobodys_where_two_have_it(client):
    minutes(MARCH, who("J Pell"), who("S Pell"), more=(votes(names_for=["Pell"]),))

    assert "That the lease end." not in page_of(signed_in(client, "councillor"), "J Pell")


def test_motions_interests_and_portfolios_are_shown(client):
    motion = {
        "committee": PANEL,
        "held_on": MARCH,
        "text": "That it be struck.",
        "votes": {"names_against": ["J Pell"]},
    }
    more = (
        ("Amendment", motion),
        ("Declaration", {"name": "Councillor J Pell", "text": "A governor of Larch Hill School."}),
        ("Declaration", {"name": "Pell", "text": "A trustee of the hub."}),
        ("Declaration", {"name": "S Pell", "text": "Somebody else's interest."}),
        ("PortfolioHolder", {"portfolio": "Families", "name": "J Pell", "role": "Executive Member"}),
    )
    minutes(MARCH, who("J Pell"), more=more)

    page = page_of(signed_in(client, "councillor"), "J Pell")

    for said in ("That it be struck.", "A governor of Larch Hill", "A trustee of the hub.", "Families</a>, Executive"):
        assert said in page
    assert "Somebody else" not in page


def test_names_that_an_officer_joined_are_one_member(client):
    minutes(MARCH, who("J Pell"))
    minutes(APRIL, who("Jo Pell"))
    people.answer(offer=SamePerson.objects.get(), yes=True, by=factories.user("officer"))

    page = page_of(signed_in(client, "councillor"), "J Pell")

    assert "Attended 2 of 2 meetings" in page
    assert "1 member" in shown(client, "members")


def test_a_name_that_only_an_exempt_part_prints_is_not_shown_even_of_one_person(client):
    minutes(MARCH, who("J Pell"), exempt=True)
    minutes(APRIL, who("Jo Pell"))
    people.answer(offer=SamePerson.objects.get(), yes=True, by=factories.user("officer", "cleared"))
    signed_in(client, "councillor")

    page = page_of(client, "Jo Pell")

    assert "Attended 1 of 1 meeting whose" in page
    assert "J Pell" not in page + shown(client, "members")


def test_a_person_whom_only_an_exempt_part_names_does_not_exist(client):
    minutes(MARCH, who("J Pell"), exempt=True)
    url = one("J Pell").get_absolute_url()

    assert signed_in(client, "publisher").get(url).status_code == 404
    assert "Pell" not in shown(client, "members")
    assert signed_in(client, "cleared").get(url).status_code == 200
    assert "J Pell" in shown(client, "members")


def test_officers_and_visitors_are_no_members(client):
    minutes(MARCH, who("J Pell"), who("Head of Law", "officer"), who("A Guest", "in_attendance"))

    page = shown(signed_in(client, "councillor"), "members")

    assert "1 member" in page
    assert client.get(one("Head of Law").get_absolute_url()).status_code == 404


@pytest.mark.parametrize(
    ("query", "found"),
    [("?name=pell", 1), ("?name=Cllr Pell", 1), ("?name=nobody", 0), ("?name=Mr", 0), ("", 2)],
)
def test_members_are_found_by_name(client, query, found):
    minutes(MARCH, who("J Pell"), who("A Brindle"))

    assert f">{found or 'No'} member" in shown(signed_in(client, "councillor"), "members", query)


def test_members_are_narrowed_by_committee(client):
    minutes(MARCH, who("J Pell"))
    minutes(MARCH, who("A Brindle"), committee="Cabinet")
    of_panel = Attendance.objects.get(name="J Pell").meeting.committee_id

    page = shown(signed_in(client, "councillor"), "members", f"?committee={of_panel}")

    assert "J Pell" in page
    assert "A Brindle" not in page


def test_the_pages_answer_htmx_with_their_piece(client):
    minutes(MARCH, who("J Pell"))
    signed_in(client, "councillor")

    for url in (reverse("meetings:members"), one("J Pell").get_absolute_url()):
        piece = client.get(url, headers=PIECE).content.decode()
        assert "<html" not in piece
        assert 'id="said" hx-swap-oob="innerHTML">' in piece


def test_the_pages_ask_the_same_for_more(client, django_assert_max_num_queries):
    interest = ("Declaration", {"name": "Pell", "text": "A trustee of the hub."})
    minutes(MARCH, who("J Pell"), more=(votes(names_for=["J Pell"]), interest))
    many.copies(Attendance.objects.get(), 60)
    signed_in(client, "officer")

    with django_assert_max_num_queries(15):
        shown(client, "members")
    url = one("J Pell").get_absolute_url()
    with django_assert_max_num_queries(15):
        assert client.get(url).status_code == 200
