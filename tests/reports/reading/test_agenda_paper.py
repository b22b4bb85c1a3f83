"""Agendas: the meeting that is announced and its items of business."""

from __future__ import annotations

import pytest

from reports.reading.facts import AgendaItem, Attendance, Decision, Meeting
from reports.reading.kinds import detect
from reports.reading.kinds.agenda_paper import AGENDA, read
from reports.reading.kinds.agenda_paper_items import plain_title
from reports.reading.kinds.kind import Findings, Paper
from reports.reading.paragraph import Paragraph
from reports.reading.parts import with_parts
from tests.reports.reading.papers import paragraphs

FRONT = (
    "WEXCOMBE COUNTY COUNCIL",
    "FAMILIES COMMITTEE",
    "AGENDA",
    "Date: Wednesday, 12 May 2021",
    "Members: A Brindle (Chairman), T Rowsell",
)


def agenda(*blocks: str | tuple[str, str]) -> Findings:
    found = with_parts(paragraphs(*FRONT, *blocks))
    return read(Paper(found, "Wexcombe County Council", "Wexcombe", {}))


def items(*blocks: str | tuple[str, str]) -> list[AgendaItem]:
    return [fact for fact in agenda(*blocks).facts if isinstance(fact, AgendaItem)]


def test_the_meeting_is_planned():
    (met,) = (fact for fact in agenda(("1", "Apologies"), ("2", "Youth plan")).facts if isinstance(fact, Meeting))

    assert (met.committee, met.held_on, met.status) == ("Families Committee", "2021-05-12", "planned")


def test_an_agenda_says_neither_who_came_nor_what_was_decided():
    facts = agenda(("1", "Apologies"), ("2", "To agree the youth plan")).facts

    assert not any(isinstance(fact, Attendance | Decision) for fact in facts)


def test_items_have_their_numbers_and_bare_titles():
    found = items(
        ("1", "Apologies"), ("2", "Youth plan (Pages 5 - 10)"), "To agree the plan.", ("3", "Hubs (to follow)")
    )

    assert [(item.number, item.title) for item in found] == [("1", "Apologies"), ("2", "Youth plan"), ("3", "Hubs")]


def test_a_list_within_an_item_is_no_business():
    found = items(
        ("1", "APOLOGIES"),
        ("2", "INTERESTS"),
        ("1", "declare them at the start;"),
        ("2", "leave the room."),
        ("3", "HUBS"),
    )

    assert [item.title for item in found] == ["APOLOGIES", "INTERESTS", "HUBS"]


def test_items_of_the_closed_part_are_exempt():
    found = items(("1", "MINUTES"), ("2", "HUBS"), "PART II ('CLOSED') AGENDA", ("1", "LEASE OF A CENTRE"))

    assert [(item.number, item.part) for item in found] == [("1", "open"), ("2", "open"), ("1", "exempt")]


def test_an_item_that_says_it_is_exempt_is():
    lease = items(("1", "Minutes"), ("2", "Lease of a centre (Exempt: paragraph 3)"))[1]

    assert (lease.title, lease.part) == ("Lease of a centre", "exempt")


def test_business_below_a_heading_has_its_own_numbers():
    found = items(
        ("1", "Order of business"), ("1.1", "Including any urgent items."), ("2", "Reports"), ("2.1", "Youth plan")
    )

    assert [item.number for item in found] == ["1", "2", "2.1"]


def test_a_row_of_a_table_is_an_item():
    rows = tuple(
        Paragraph(ordinal=20 + place, page=1, text=" ".join(cells), style="row", cells=cells)
        for place, cells in enumerate((("1", "10.00", "Welcome", "Chair"), ("2", "10.05", "Youth plan", "Jo Field")))
    )
    found = read(Paper((*paragraphs(*FRONT), *rows), None, None, {})).facts

    assert [(item.number, item.title) for item in found if isinstance(item, AgendaItem)] == [
        ("1", "Welcome"),
        ("2", "Youth plan"),
    ]


def test_meetings_before_and_after_are_told():
    facts = agenda(
        ("1", "Minutes"), "To confirm the minutes of 10 March 2021.", ("2", "Date of next meeting: 14 July 2021")
    ).facts

    told = [(fact.held_on, fact.status) for fact in facts if isinstance(fact, Meeting)]
    assert told == [("2021-05-12", "planned"), ("2021-03-10", "held"), ("2021-07-14", "planned")]


def test_an_agenda_without_numbers_is_read_by_its_headings():
    found = items("APOLOGIES", "YOUTH PLAN", "To agree the plan.")

    assert [(item.number, item.title) for item in found] == [(None, "APOLOGIES"), (None, "YOUTH PLAN")]


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("Hubs 11 - 20", "Hubs"),
        ("Hubs (pages 3-9) Report of the Director", "Hubs"),
        ("Hubs [report attached]", "Hubs"),
        ("Hubs ........ 12", "Hubs"),
        ("Budget 2024/25 to 2027/28", "Budget 2024/25 to 2027/28"),
        ("School places 2024 - 2030", "School places 2024 - 2030"),
    ],
)
def test_a_title_is_told_without_pages_and_papers(printed, title):
    assert plain_title(printed) == title


def table(*rows: tuple[str, ...]) -> list[AgendaItem]:
    """The items of an agenda that is set as a table."""
    found = tuple(
        Paragraph(ordinal=20 + place, page=1, text=" ".join(cells), style="row", cells=cells)
        for place, cells in enumerate(rows)
    )
    facts = read(Paper((*paragraphs(*FRONT), *found), None, None, {})).facts
    return [fact for fact in facts if isinstance(fact, AgendaItem)]


def test_pages_may_stand_left_of_the_items():
    found = table(("5 - 12", "1", "MINUTES"), ("To follow", "2", "YOUTH PLAN"), ("13 - 20", "3", "HUBS"))

    assert [(item.number, item.title) for item in found] == [("1", "MINUTES"), ("2", "YOUTH PLAN"), ("3", "HUBS")]


def test_a_title_in_capitals_is_told_from_the_wards_before_it():
    found = table(("1", "MINUTES"), ("2", "Marlow Lane", "10.4(3)", "LEASE OF A CENTRE", "13 - 20"))

    assert (found[1].title, found[1].part) == ("LEASE OF A CENTRE", "exempt")


def test_a_letter_s_own_day_is_not_the_meeting_s():
    letter = paragraphs(
        "WEXCOMBE COUNCIL",
        "19 August 2026",
        "A meeting of the EDUCATION, CHILDREN AND FAMILIES COMMITTEE will be held in the Town Hall on 27 August 2026.",
        ("1", "APOLOGIES"),
        ("2", "YOUTH PLAN"),
    )

    (met,) = (fact for fact in read(Paper(letter, None, None, {})).facts if isinstance(fact, Meeting))

    assert (met.committee, met.held_on) == ("Education, Children and Families Committee", "2026-08-27")


def test_minutes_that_an_agenda_lists_with_their_pages_make_no_minutes():
    found = paragraphs(
        "WEXCOMBE COUNCIL",
        "FAMILIES COMMITTEE",
        "Wednesday 12 May 2021 at 6.30 pm",
        "AGENDA",
        ("1", "Apologies for absence"),
        ("2", "Minutes of the meeting held on 10 March 2021 2 - 3"),
        ("3", "Youth plan 4 - 9"),
    )

    assert detect(found) is AGENDA
