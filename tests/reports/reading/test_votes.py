import pytest

from reports.reading.facts import Votes
from reports.reading.votes import same_person, together, total, vote_in, vote_row


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("On being put to the vote the motion was LOST by 4 votes to 8", (4, 8, None)),
        ("The vote was: For 7, Against 3, Abstentions 1", (7, 3, 1)),
        ("7 voted in favour, three against and no abstentions", (7, 3, 0)),
        ("(5 voting FOR, 4 voting AGAINST)", (5, 4, None)),
        ("carried with 9 votes for, 2 votes against and 1 abstention", (9, 2, 1)),
        ("Following a vote it was agreed 3 reports would follow", (None, None, None)),
    ],
)
def test_counts_are_kept_as_stated(text, counts):
    votes = vote_in(text) or Votes()

    assert (votes.for_, votes.against, votes.abstained) == counts


def test_how_they_voted_is_kept():
    votes = vote_in("Following a vote by show of hands the recommendation was unanimously agreed.")

    assert votes == Votes(unanimous=True, method="show of hands")


def test_text_that_tells_of_no_vote_has_none():
    assert vote_in("The panel noted 7 reports for information.") is None


def test_names_are_kept_only_where_they_are_recorded():
    votes = vote_in("A recorded vote was taken. For: A Brindle, T Rowsell. Against: H Wyecroft. Carried.")

    assert votes is not None
    assert (votes.names_for, votes.names_against, votes.names_abstained) == (
        ("A Brindle", "T Rowsell"),
        ("H Wyecroft",),
        (),
    )


def test_rows_of_a_small_table_are_one_vote():
    votes = together(together(vote_row(("Agreed", "7")), vote_row(("Abstentions", "3"))), vote_row(("Against", "1")))

    assert votes == Votes(for_=7, against=1, abstained=3)
    assert vote_row(("Hub", "3")) is None


def test_a_total_needs_both_sides():
    assert (total(Votes(for_=7, against=3, abstained=1)), total(Votes(for_=7))) == (11, None)


def test_initials_and_first_name_may_be_one_person():
    assert same_person("P J Harkwell", "Pauline Harkwell")
    assert not same_person("A Brown", "S Brown")
