import pytest

from reports.reading.facts import Amendment, Decision
from reports.reading.kinds.panel_minutes import read
from reports.reading.vote_lists import VoteList, with_vote_lists
from tests.reports.reading.words import facts_of, paper, paragraphs


def vote(text):
    """The recorded vote that a text begins with, and how many paragraphs it takes."""
    first = with_vote_lists(paragraphs(text))[0]
    assert isinstance(first, VoteList)
    return first.votes, len(first.told)


def sides(votes):
    return votes.names_for, votes.names_against, votes.names_abstained


def test_names_stand_below_the_total_of_each_side():
    votes, length = vote("""
        For (3)
        Mr Brindle, Ms Sandiforth, Mrs Tolland
        Against (0)
        Abstain (1)
        Mr Wright
        Motion carried.
    """)

    assert (votes.for_, votes.against, votes.abstained, length) == (3, 0, 1, 5)
    assert sides(votes) == (("Brindle", "Sandiforth", "Tolland"), (), ("Wright",))


@pytest.mark.parametrize(
    "text",
    [
        "For: Cllrs A Brindle, T Rowsell (2)\nAgainst: Cllr M Penfleet (1)\nAbstentions: None",
        "FOR (2): Councillors A Brindle and T Rowsell; AGAINST (1): Councillor M Penfleet; ABSTENTIONS (0)",
        "|For (2)|Councillors A Brindle, T Rowsell|\n|Against (1)|Councillor M Penfleet|\n|Abstentions (0)|",
        "Those voting for the motion (2):\nCouncillors A Brindle and T Rowsell\n"
        "Those voting against the motion (1): Councillor M Penfleet\nAbstentions: 0",
        "|For (2)|Against (1)|Abstain (0)|\n|Cllr A Brindle Cllr T Rowsell|Cllr M Penfleet||",
    ],
)
def test_lists_of_any_make_are_one_vote(text):
    votes, _ = vote(text)

    assert (votes.for_, votes.against, votes.abstained) == (2, 1, 0)
    assert sides(votes) == (("A Brindle", "T Rowsell"), ("M Penfleet",), ())


@pytest.mark.parametrize(
    "text",
    [
        "Councillor A Brindle - For\nCouncillor T Rowsell: voted against\nCouncillor Mrs M Penfleet - Abstained",
        "|Councillor A Brindle|For|\n|Councillor T Rowsell|Against|\n|Councillor M Penfleet|Abstained|",
        "|Member|For|Against|Abstained|\n|A Brindle|X|||\n|T Rowsell||X||\n|M Penfleet|||X|",
        "For\nA Brindle\nAgainst\nT Rowsell\nAbstained\nM Penfleet",
    ],
)
def test_members_called_one_by_one_are_one_vote(text):
    votes, _ = vote(text)

    assert sides(votes) == (("A Brindle",), ("T Rowsell",), ("M Penfleet",))
    assert (votes.for_, votes.against) == (None, None)


def test_a_list_goes_on_over_lines_that_look_like_a_table():
    votes, length = vote("For (4)\nMr Adder,\n|Mr Kite, MBE,|Ms Lehner,|Mr Lowe|\nAgainst (0)")

    assert (votes.names_for, length) == (("Adder", "Kite", "Lehner", "Lowe"), 4)


@pytest.mark.parametrize("text", ["- For: information\n- Against the odds it opened", "7 Members spoke for the plan"])
def test_other_lists_are_no_vote(text):
    assert not any(isinstance(each, VoteList) for each in with_vote_lists(paragraphs(text)))


MOTION = """
# Minutes of the Council held on 15 March 2023
# 45. Fostering
Mr Ashgrove proposed, and Dr Fairlie seconded the motion that
“This Council resolves to:
- praise the motion that was passed in 2019; and
- adopt the strategy.”
Following the debate the Mayor put the motion to the vote and the voting was as follows:
For (3)
Mr Ashgrove, Dr Fairlie
Against (1)
Ms Benbow
Motion carried.
RESOLVED that the Council adopts the strategy.
"""


def test_a_motion_and_the_resolution_below_it_have_its_recorded_vote():
    findings = read(paper(MOTION))

    (motion,), (decision,) = facts_of(findings, Amendment), facts_of(findings, Decision)
    assert (motion.proposer, motion.seconder, motion.carried) == ("Ashgrove", "Fairlie", True)
    assert motion.text.endswith("adopt the strategy.”")
    assert motion.votes == decision.votes
    assert decision.votes.names_against == ("Benbow",)


def test_names_that_are_not_as_many_as_their_total_are_kept_and_noted():
    findings = read(paper(MOTION))

    assert [problem.message for problem in findings.problems] == ["Item 45: 3 votes for, 2 names printed"]
    assert facts_of(findings, Decision)[0].votes.for_ == 3


def test_a_motion_that_was_lost_was_rejected():
    findings = read(
        paper(MOTION.replace("Motion carried.\nRESOLVED that the Council adopts the strategy.", "Motion lost."))
    )

    assert [motion.carried for motion in facts_of(findings, Amendment)] == [False]
    assert [decision.outcome for decision in facts_of(findings, Decision)] == ["rejected"]


def test_the_vote_on_an_amendment_is_not_that_of_the_resolution_below():
    findings = read(
        paper(MOTION.replace("the motion that\n", "an amendment that\n").replace("put the motion", "put the amendment"))
    )

    assert facts_of(findings, Decision)[0].votes is None


@pytest.mark.parametrize(
    "told",
    [
        "Mr Pell proposed, and Ms Orr seconded, that the Council record its thanks to the clerk.\nAgreed unanimously.",
        "The Chairman proposed that the Council sit beyond 4.30pm and it was agreed unanimously.",
    ],
)
def test_a_motion_carried_without_a_resolution_is_the_decision(told):
    findings = read(
        paper(f"# Minutes of the Council held on 15 March 2023\n# 44. Business\n{told}\nThe Chairman held a silence.")
    )

    (decision,) = facts_of(findings, Decision)
    assert (decision.outcome, decision.votes.unanimous, decision.source.basis) == ("agreed", True, "sentence")
    assert "silence" not in decision.text


def test_a_motion_that_was_put_and_resolved_was_carried():
    findings = read(
        paper("""
        # Minutes of the Council held on 15 March 2023
        # 44. Annual report
        Mr Pell proposed, and Ms Orr seconded the motion that
        “The Council notes the report”
        Following the debate the Chairman put the motion.
        RESOLVED that the Council notes the report.
        """)
    )

    assert [(motion.carried, motion.votes) for motion in facts_of(findings, Amendment)] == [(True, None)]
    assert len(facts_of(findings, Decision)) == 1
