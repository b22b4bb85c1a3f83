"""Minutes in one table of a Word file, and attendance with a line for each person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import docx

from reports.reading.agenda import items_of
from reports.reading.facts import Action, AgendaItem, Attendance, Fact
from reports.reading.minuted import reference_of
from reports.reading.outcomes import outcome_of
from reports.reading.read import read
from tests.reports.reading.papers import Print, paragraphs, pdf, saved

F = TypeVar("F", bound=Fact)

HEAD = (
    "WEXCOMBE COUNTY COUNCIL",
    "CORPORATE PARENTING BOARD",
    "Minutes of the meeting held on Wednesday 12 May 2021",
    "Present: Cllr A Brindle (Chair) and Cllr T Rowsell",
)
ROWS = (
    ("Item", "Discussion", "Action"),
    ("1.", "Declarations of interest|Cllr Rowsell declared an interest in item 2 as a trustee of a hub.", ""),
    (
        "2.",
        "Family hubs|Jo Field said that she would send a map.|Agreed: that the report be noted.",
        "Jo Field to send a map by 1 June 2021.",
    ),
    ("3.", "Any other business|There was none.", "No actions"),
)


def table(rows: Sequence[Sequence[str]] = ROWS) -> bytes:
    """A Word file with a table below the minutes' head; a bar begins a new paragraph within a cell."""
    document = docx.Document()
    for text in HEAD:
        document.add_paragraph().add_run(text).bold = text.isupper()
    made = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, texts in zip(made.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            first, *others = text.split("|")
            cell.paragraphs[0].text = first
            for other in others:
                cell.add_paragraph(other)
    return saved(document)


def told(content: bytes, sort: type[F]) -> list[F]:
    return [fact for fact in read(content).facts if isinstance(fact, sort)]


def test_rows_of_a_table_of_minutes_are_items_of_business() -> None:
    assert [(item.number, item.title) for item in told(table(), AgendaItem)] == [
        ("1", "Declarations of interest"),
        ("2", "Family hubs"),
        ("3", "Any other business"),
    ]


def test_the_column_of_actions_tells_an_action_once() -> None:
    (action,) = told(table(), Action)
    assert (action.owner, action.item, action.due_on, action.source.basis) == ("Jo Field", "2", "2021-06-01", "cell")


def test_a_column_of_owners_alone_names_who_does_what_was_discussed() -> None:
    rows = [*ROWS[:2], ("2.", "Family hubs|The Board asked for a map.|The hubs team will send a map.", "JF"), ROWS[3]]
    assert [(action.owner, action.text) for action in told(table(rows), Action)] == [
        ("JF", "The hubs team will send a map.")
    ]


def test_owners_and_dates_may_have_columns_of_their_own() -> None:
    rows = [
        ("No", "Item", "Discussion", "Action", "Owner", "Deadline"),
        ("1", "Minutes", "The minutes were agreed.", "", "", ""),
        (
            "2",
            "Family hubs",
            "The Board heard of them.|It noted the report.",
            "Send a map",
            "J Field",
            "1 June 2021",
        ),
        ("3", "Any other business", "There was none.", "None", "", ""),
    ]
    (action,) = told(table(rows), Action)
    assert (action.owner, action.text, action.due_on) == ("J Field", "Send a map", "2021-06-01")


def test_a_title_may_stand_beside_its_number_in_the_cell_of_the_item() -> None:
    body = [(f"{number}. Hubs {number}", "The Board noted the report. " * 4, "") for number in (1, 2, 3)]
    rows = [("Agenda item", "Discussion", "Action by"), *body]
    assert [item.title for item in told(table(rows), AgendaItem)] == ["Hubs 1", "Hubs 2", "Hubs 3"]


def test_a_log_of_actions_is_no_table_of_minutes() -> None:
    rows = [("Item", "Action", "Owner", "Progress"), *(("1", "Send a map of all hubs", "Jo Field", "Done"),) * 3]
    assert all(item.title != "Send a map of all hubs" for item in told(table(rows), AgendaItem))


def test_each_line_of_a_list_of_those_present_is_a_person() -> None:
    lines = (
        ("Present:", "Councillor A Brindle (Leader and Chair)"),
        ("", "Councillor T Rowsell (Cabinet Member for Education)"),
        ("", "Councillor G Tolland"),
        ("Officers:", "Jo Field, Head of Early Help"),
        ("", "Ruth Cambery, Director of Education"),
    )
    head = [Print(text, 72, 72 + 20 * place, True) for place, text in enumerate(HEAD[:3])]
    rows = [
        Print(text, x, 150 + 14 * place)
        for place, row in enumerate(lines)
        for text, x in zip(row, (72, 165), strict=True)
        if text
    ]
    below = [Print("1.", 72, 250, True), Print("Minutes", 108, 250, True), Print("The minutes were agreed.", 108, 270)]
    present = told(pdf([*head, *rows, *below]), Attendance)
    assert [(one.name, one.role) for one in present] == [
        ("A Brindle", "chair"),
        ("T Rowsell", "member"),
        ("G Tolland", "member"),
        ("Jo Field", "officer"),
        ("Ruth Cambery", "officer"),
    ]


def test_the_reference_of_a_key_decision_stands_below_the_title() -> None:
    _, items = items_of(
        paragraphs(("1", "FAMILY HUBS"), "(Key Decision: KD2021/14)", ("2", "SCHOOLS (REPORT REF 12)"), "It was noted.")
    )
    assert [reference_of(item) for item in items] == ["KD2021/14", None]


def test_supported_accommodation_supports_nothing() -> None:
    assert outcome_of("That the tender for supported accommodation be approved") == "approved"
