"""The lists of votes and of motions, and what is told of a vote's counts."""

import pytest
from django.db import IntegrityError
from django.urls import reverse

from meetings.models import Amendment, Decision
from meetings.votes import tally
from reports import actions
from tests import factories
from tests.meetings import many
from tests.meetings.reading_pages import PIECE, shown, signed_in

pytestmark = pytest.mark.django_db

SPLIT = {"for": 7, "against": 3, "abstained": 1, "method": "show of hands"}
RECORDED = {"for": 2, "against": 1, "names_for": ["Cllr J. Pell", "A Brindle"], "names_against": ["Marsh"]}


def minutes(*facts: tuple[str, dict], exempt: tuple[tuple[str, dict], ...] = ()):
    """Published minutes with these facts."""
    paper = factories.document()
    for fact, said in facts:
        factories.accepted(paper, fact, **said)
    for fact, said in exempt:
        factories.accepted(paper, fact, exempt=True, **said)
    return actions.publish(document=paper, by=factories.user("publisher"))


def decided(text: str, **votes) -> tuple[str, dict]:
    return "Decision", {"text": text, "votes": votes or None}


def moved(text: str, *, carried: bool | None = None, **said) -> tuple[str, dict]:
    return "Amendment", {"text": text, "carried": carried, **said}


def here(name: str, role: str = "member") -> tuple[str, dict]:
    return "Attendance", {"name": name, "role": role}


@pytest.mark.parametrize(
    ("stated", "listed", "note"),
    [
        (11, 12, "12 were listed as present, 11 votes are stated: 1 present, not recorded."),
        (1, 3, "3 were listed as present, 1 vote is stated: 2 present, not recorded."),
        (13, 12, "12 were listed as present, but 13 votes are stated."),
        (12, 12, ""),
        (None, 12, ""),
        (11, None, ""),
    ],
)
def test_counts_are_set_beside_who_was_listed(stated, listed, note):
    assert tally(stated, listed) == note


def test_only_decisions_with_a_stated_vote_are_listed(client):
    minutes(decided("Split one.", **SPLIT), decided("Silent one."), decided("All agreed.", unanimous=True))

    page = shown(signed_in(client, "councillor"), "votes")

    assert "2 decisions" in page
    assert "7 for, 3 against, 1 abstained, by show of hands" in page.casefold()
    assert "Silent one" not in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("vote=split", {"Split", "Recorded"}),
        ("vote=unanimous", {"Agreed"}),
        ("vote=recorded", {"Recorded"}),
        ("member=Pell", {"Recorded"}),
        ("member=Cllr J Pell", {"Recorded"}),
        ("member=Cllr Marsh", {"Recorded"}),
        ("member=Nobody", set()),
        ("member=Cllr", set()),
        ("outcome=noted", set()),
        ("date_from=2025-04-01", set()),
        ("date_to=2025-04-01", {"Split", "Agreed", "Recorded"}),
    ],
)
def test_votes_are_narrowed(client, query, found):
    minutes(decided("Split", **SPLIT), decided("Agreed", unanimous=True), decided("Recorded", **RECORDED))

    page = shown(signed_in(client, "councillor"), "votes", f"?{query}")

    assert {word for word in ("Split", "Agreed", "Recorded") if f">{word}</a>" in page} == found


def test_who_voted_how_is_shown_as_printed_and_only_where_it_is(client):
    minutes(decided("Recorded", **RECORDED))

    page = shown(signed_in(client, "councillor"), "votes")

    assert "Cllr J. Pell, A Brindle" in page
    assert Decision.objects.get().voters == ["a brindle", "j pell", "marsh"]


def test_the_counts_are_compared_with_the_attendance_that_is_known(client):
    there = [here("A Brindle", "chair"), here("J Pell"), here("K Marsh", "substitute"), here("L Dunn")]
    minutes(decided("Recorded", **RECORDED), *there, here("Head of Law", "officer"), here("M Vale", "apologies"))

    page = shown(signed_in(client, "councillor"), "votes")

    assert "4 were listed as present, 3 votes are stated: 1 present, not recorded." in page


def test_an_exempt_list_of_attendance_tells_the_uncleared_nothing(client):
    minutes(decided("Recorded", **RECORDED), exempt=tuple(here(f"P Number{count}") for count in range(5)))

    assert "listed as present" not in shown(signed_in(client, "councillor"), "votes")
    assert "5 were listed as present" in shown(signed_in(client, "councillor", "cleared"), "votes")


def test_motions_carried_and_lost_name_who_moved_them(client):
    minutes(
        moved("That a fifth hub be added.", carried=False, proposer="J Pell", seconder="A Brindle", votes=SPLIT),
        moved("That the words be struck.", carried=True),
        moved("That nothing be said."),
    )

    page = shown(signed_in(client, "councillor"), "motions")

    assert "3 motions" in page
    assert "Proposed by J Pell. Seconded by A Brindle." in " ".join(page.split())
    assert [page.count(f">{word}<") for word in ("Lost</strong", "Carried</strong")] == [0, 0]
    for word in ("Lost", "Carried", "Result not stated"):
        assert f"{word}</strong>" in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("result=lost", {"Hub"}),
        ("result=carried", {"Words"}),
        ("result=unstated", {"Silence"}),
        ("vote=split", {"Hub"}),
        ("by=Pell", {"Hub"}),
        ("by=Brindle", {"Hub"}),
        ("date_from=2025-03-04&date_to=2025-03-04", {"Hub", "Words", "Silence"}),
        ("date_from=2025-03-05", set()),
        ("sort=oldest", {"Hub", "Words", "Silence"}),
    ],
)
def test_motions_are_narrowed(client, query, found):
    minutes(
        moved("Hub.", carried=False, proposer="J Pell", seconder="A Brindle", votes=SPLIT),
        moved("Words.", carried=True),
        moved("Silence."),
    )

    page = shown(signed_in(client, "councillor"), "motions", f"?{query}")

    assert {word for word in ("Hub", "Words", "Silence") if f"{word}.</p>" in page} == found


@pytest.mark.parametrize("name", ["votes", "motions"])
def test_the_lists_answer_htmx_with_a_piece_and_are_empty_at_first(client, name):
    signed_in(client, "councillor")

    piece = client.get(reverse(f"meetings:{name}"), headers=PIECE).content.decode()

    assert "<html" not in piece
    assert "appear here once" in piece


@pytest.mark.parametrize("name", ["votes", "motions"])
def test_exempt_votes_are_not_known_of(client, name):
    minutes(exempt=(decided("Secret", **SPLIT), moved("Secret", votes=SPLIT)))

    assert "Secret" not in shown(signed_in(client, "officer"), name)
    assert "Secret" in shown(signed_in(client, "cleared"), name)


@pytest.mark.parametrize(("name", "sort"), [("votes", Decision), ("motions", Amendment)])
def test_the_lists_ask_the_same_for_more(client, name, sort, django_assert_max_num_queries):
    minutes(decided("Recorded", **RECORDED), moved("Hub", votes=RECORDED), here("J Pell"))
    many.copies(sort.objects.get(), 60)
    signed_in(client, "officer")

    with django_assert_max_num_queries(15):
        assert ">61 " in shown(client, name)


def test_votes_are_no_less_than_none():
    minutes(decided("Split", **SPLIT))

    with pytest.raises(IntegrityError, match="votes_for"):
        Decision.objects.update(votes_for=-1)
