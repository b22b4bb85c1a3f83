import pytest

from reports.reading.facts import Action, AgendaItem, Amendment, Attendance, Decision, Declaration
from reports.reading.kinds.panel_minutes import read
from reports.reading.names import people
from tests.reports.reading.words import facts_of, paper

HEAD = "# Minutes of the meeting of the Youth Committee held on 7 June 2022"


def minutes(text):
    return read(paper(f"{HEAD}\n{text}"))


def roles(text):
    return {each.name: each.role for each in facts_of(minutes(text), Attendance)}


def test_who_presides_may_stand_in_brackets_behind_the_office():
    present = (
        "Present: The Lord Mayor (Councillor Ann Brindle) in the Chair; the Deputy Lord Mayor (Councillor T Rowsell)"
    )

    assert roles(f"{present}\n# 1. Hubs\nMembers spoke.\n# 2. Travel") == {
        "Ann Brindle": "chair",
        "T Rowsell": "vice_chair",
    }


def test_who_is_in_the_chair_without_brackets_chairs():
    assert roles("Present: Councillor A Brindle (Chairman) in the Chair; Councillors Ash OBE and Beech\n# 1. Hubs") == {
        "A Brindle": "chair",
        "Ash": "member",
        "Beech": "member",
    }


@pytest.mark.parametrize("text", ["The Mayor, Councillor A Brindle, Mr Ash", "The Mayor Councillor A Brindle, Mr Ash"])
def test_an_office_before_the_first_name_is_no_person(text):
    assert [(each.name, each.note) for each in people(text)] == [("A Brindle", "Mayor"), ("Ash", None)]


def test_a_letter_before_a_name_means_what_the_legend_says():
    found = minutes(
        "Members:\n* Ann Brindle\n| r | Tom Rowsell |\n| A | Beth Ash |\n"
        "(* = present, r = attended remotely, A = apologies)"
        "\n# 1. Hubs"
    )

    assert [(each.name, each.role, each.virtual) for each in facts_of(found, Attendance)] == [
        ("Ann Brindle", "member", None),
        ("Tom Rowsell", "member", True),
        ("Beth Ash", "apologies", None),
    ]


def test_witnesses_are_listed_within_an_item():
    text = "Present: Mr Ash\n# 1. Hubs\n# Witnesses:\nJo Field, Head of Hubs\nAmy Loder, Parent Carer Forum"

    assert roles(text) == {"Ash": "member", "Jo Field": "officer", "Amy Loder": "in_attendance"}


def test_one_paragraph_may_hold_several_lists():
    text = "Present: Councillors A Brindle and T Rowsell. Co-opted member: Canon A Reed. Apologies: Mr Ash\n# 1. Hubs"

    assert roles(text) == {"A Brindle": "member", "T Rowsell": "member", "A Reed": "member", "Ash": "apologies"}


def test_who_stood_in_is_told_behind_who_was_away():
    names = "Councillors G Tolland, substituted by Councillor R Kettle, and K Imbrey"

    assert roles(f"# 1. Apologies\nApologies were received from {names}.") == {
        "G Tolland": "apologies",
        "R Kettle": "substitute",
        "K Imbrey": "apologies",
    }


BUDGET = """
# 76. Budget
It was moved by Councillor Ash (Leader of the Council), and seconded by Councillor Beech (Cabinet Member for Finance):
(a) That the budget be approved.
An amendment was moved by Councillor Cole, and seconded by Councillor Dyer, that the hubs stay open.
For (2): Councillors Cole and Dyer.
Against (3): Councillors Ash, Beech and Eames.
The amendment was LOST.
A recorded vote was then taken on the substantive motion:
For (3): Councillors Ash, Beech and Eames.
Against (2): Councillors Cole and Dyer.
The motion was declared CARRIED and it was
# RESOLVED –
(a) That the budget be approved.
"""


def test_a_motion_is_put_again_after_its_amendment():
    found = facts_of(minutes(BUDGET), Amendment)

    assert [(each.proposer, each.seconder, each.carried, each.votes.for_) for each in found] == [
        ("Ash", "Beech", True, 3),
        ("Cole", "Dyer", False, 2),
    ]


def test_the_resolution_has_the_vote_on_the_motion_and_is_told_once():
    (decision,) = facts_of(minutes(BUDGET), Decision)

    assert (decision.votes.for_, decision.votes.names_against) == (3, ("Cole", "Dyer"))


def test_the_vote_on_a_motion_as_amended_is_the_resolutions():
    (decision,) = facts_of(
        minutes(
            "# 5. Meals\nThe motion, as amended, was put to the vote and was CARRIED by 29 votes to 1 and it was\n"
            "RESOLVED – That the meals be free."
        ),
        Decision,
    )

    assert (decision.votes.for_, decision.votes.against) == (29, 1)


def test_a_sentence_may_lead_to_what_was_resolved():
    (decision,) = facts_of(
        minutes(
            "# 5. Hubs\nSeven members voted in favour and two against. It was resolved by a majority to:\n"
            "(a) Open the hubs."
        ),
        Decision,
    )

    assert decision.text.endswith("(a) Open the hubs.")
    assert (decision.votes.for_, decision.votes.against) == (7, 2)


def test_an_office_between_name_and_undertaking():
    (action,) = facts_of(
        minutes("# 5. Hubs\nCouncillor Ash, Cabinet Member for Skills, agreed to send a reply to Mrs Foyle."), Action
    )

    assert action.owner == "Ash"


def test_a_mark_says_who_acts_and_by_when():
    (action,) = facts_of(
        minutes("# 5. Hubs\nMembers asked for a map of the hubs. [Action: Head of Early Help, by 31 March 2023]"),
        Action,
    )

    assert (action.owner, action.due_on, action.text) == (
        "Head of Early Help",
        "2023-03-31",
        "Members asked for a map of the hubs.",
    )


def test_an_interest_in_an_item_that_is_named_by_its_title():
    (declaration,) = facts_of(
        minutes(
            "# 4. Declarations of interest\nMrs Ash declared an interest in the budget item.\n# 6. Budget 2023/24\nSo."
        ),
        Declaration,
    )

    assert declaration.item == "6"


def test_titles_above_numbered_paragraphs_are_items():
    found = minutes(
        "# APOLOGIES\n101 Apologies were sent by Mr Ash.\n# MINUTES\n102 The minutes were approved.\n"
        "# HUBS\n103 A report was made.\n# RESOLVED\nThat the report be noted."
    )

    assert [(each.number, each.title) for each in facts_of(found, AgendaItem)] == [
        ("101", "APOLOGIES"),
        ("102", "MINUTES"),
        ("103", "HUBS"),
    ]
