"""Manners in which some councils set or word their minutes."""

from __future__ import annotations

from reports.reading.attendance import attendance
from reports.reading.facts import Action, AgendaItem, Amendment, Decision, Declaration, Fact, Meeting
from reports.reading.kinds.kind import Findings, Paper
from reports.reading.kinds.panel_minutes import read
from reports.reading.paragraph import Paragraph
from reports.reading.read import read as read_file
from tests.reports.reading.papers import paragraphs, word
from tests.reports.reading.test_panel_minutes import facts


def said_under(*blocks: str) -> Findings:
    """Minutes with a head of their own, as a Word file."""
    return read(Paper(read_file(word(*blocks)).paragraphs, "Wexcombe Council", "Wexcombe", {}))


def sorts(found: Findings, sort: type[Fact]) -> list:
    return [fact for fact in found.facts if isinstance(fact, sort)]


def test_numbers_of_a_years_minutes_begin_items():
    found = facts(AgendaItem, ("", "12/24 FAMILY HUBS [Item 3]"), "Members spoke.", ("", "13/24 CLOSE [Item 4]"))

    assert [(item.number, item.title) for item in found] == [("12/24", "FAMILY HUBS"), ("13/24", "CLOSE")]


def test_titles_set_like_their_text_are_known_by_their_running_numbers():
    found = facts(
        AgendaItem, ("22", "Family hubs"), "Members spoke.", ("23", "Work programme"), "It was noted.",
        ("24", "Any other business"), "None.",
    )  # fmt: skip

    assert [item.number for item in found] == ["22", "23", "24"]


def test_the_next_meeting_is_planned_and_the_last_one_is_dated_by_its_heading():
    found = facts(
        Meeting, ("1", "MINUTES OF THE MEETING HELD ON 10 MARCH 2021"), "The minutes were agreed as a correct record.",
        ("2", "DATE OF NEXT MEETING"), "Wednesday 14 July 2021",
    )  # fmt: skip

    assert [(met.held_on, met.status) for met in found[1:]] == [("2021-03-10", "held"), ("2021-07-14", "planned")]


def test_a_vote_told_before_the_resolution_is_its_vote():
    (found,) = facts(
        Decision, ("4", "HUBS"), "It was put to the vote. 7 Members voted for, 4 against and 1 abstained.",
        "RESOLVED: That the Panel supports the hub.",
    )  # fmt: skip

    assert found.votes is not None
    assert (found.votes.for_, found.votes.against, found.votes.abstained) == (7, 4, 1)


def test_points_that_end_with_full_stops_stay_in_their_resolution():
    (found,) = facts(
        Decision, ("4", "HUBS"), "It was APPROVED that:", ("1", "The hub be opened."), ("2", "The lease be signed.")
    )

    assert "lease" in found.text


def test_two_declarations_in_one_paragraph_are_two():
    text = "T Rowsell declared an interest in item 4 as a governor. K Imbrey declared an interest in item 5."
    found = facts(Declaration, ("1", "DECLARATIONS OF INTEREST"), text)

    assert [(one.name, one.item) for one in found] == [("T Rowsell", "4"), ("K Imbrey", "5")]


def test_actions_listed_below_their_heading_have_their_owners():
    found = facts(
        Action, ("4", "HUBS"), "Actions:", ("i", "The Head of Hubs to share the map by 30 June 2021."), "Members spoke."
    )

    assert [(one.owner, one.due_on) for one in found] == [("The Head of Hubs", "2021-06-30")]


def test_a_table_of_members_gives_each_their_own_role():
    rows = [("Commission members", "Role"), ("Cllr A Brindle", "Chair"), ("Cllr T Rowsell", "Vice-Chair")]
    table = tuple(
        Paragraph(ordinal=place, page=1, text=" ".join(row), style="row", cells=row) for place, row in enumerate(rows)
    )
    found = attendance(table, (), None, None)

    assert [(one.name, one.role) for one in found] == [("A Brindle", "chair"), ("T Rowsell", "vice_chair")]


def test_members_without_the_star_of_those_present_are_not_listed():
    lines = paragraphs("(* = present)", "Members:", "* A Brindle", "T Rowsell", "* K Imbrey")

    assert [one.name for one in attendance(lines, (), None, None)] == ["A Brindle", "K Imbrey"]


def test_a_unitary_council_is_not_taken_for_its_cabinet():
    found = said_under(
        "WEXCOMBE COUNCIL", "CABINET", "Minutes of a meeting of the Cabinet held on 6 February 2024", "PRESENT",
        "Councillor A Brindle (Chair)", "71. HUBS", "RESOLVED that the report be noted.",
    )  # fmt: skip

    assert [met.committee for met in sorts(found, Meeting)] == ["Cabinet"]


def test_a_committee_named_with_commas_in_a_sentence_is_named_whole():
    text = "MINUTES of the meeting of the CHILDREN, FAMILIES AND SKILLS COMMITTEE held at 10.00 am on 14 March 2024"
    found = said_under(text, "PRESENT", "A Brindle (Chair), T Rowsell")

    assert [(met.committee, met.held_on) for met in sorts(found, Meeting)] == [
        ("Children, Families and Skills Committee", "2024-03-14")
    ]


def test_an_item_agreed_to_be_deferred_is_deferred():
    (found,) = facts(Decision, ("4", "HUBS"), "The Panel agreed to defer the item to July.")

    assert found.outcome == "deferred"


def test_years_at_the_head_of_titles_are_no_numbers_of_minutes():
    found = facts(AgendaItem, ("1", "MINUTES"), "Agreed.", "2019 BUDGET", "Noted.", ("2", "CLOSE"), "2021 BUDGET")

    assert [item.number for item in found] == ["1", "2"]


def test_what_the_chair_is_to_do_for_the_panel_is_its_decision():
    said = "The Panel agreed that the Chairman would write to the Cabinet Member about the homes."

    (found,) = facts(Decision, ("4", "HUBS"), "Members spoke.", said, ("5", "CLOSE"), "None.")

    assert (found.text, found.outcome) == (said, "agreed")


def test_a_seconder_s_name_ends_with_the_sentence():
    (found,) = facts(
        Amendment, ("4", "HUBS"), "Mr Brindle proposed that a task group look at the hubs. This was seconded by Ms "
        "Rowsell. On a vote being taken, the proposal was lost.",
    )  # fmt: skip

    assert (found.proposer, found.seconder) == ("Brindle", "Rowsell")


def test_what_is_brought_to_another_body_s_meeting_plans_no_meeting():
    told = "The Cabinet would consider it and a report should be brought to the meeting on 14 July 2021."

    found = facts(Meeting, ("4", "HUBS"), told, ("5", "CLOSE"), "None.")

    assert all(met.held_on != "2021-07-14" for met in found)
