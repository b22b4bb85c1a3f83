"""Names of fields that fill several lines of their cell, and fields that share a paragraph."""

from __future__ import annotations

import pytest

from reports.reading.kinds.decision_record_forms import in_full, whose
from reports.reading.paragraph import Box, Paragraph
from reports.reading.record_fields import fields_in
from reports.reading.record_lines import fields_apart, names_joined
from reports.reading.record_makers import maker_in_line
from reports.reading.record_names import field_named
from tests.reports.reading.words import paragraphs


def row(ordinal, top, name, value):
    return Paragraph(
        ordinal=ordinal,
        page=1,
        text=f"{name} {value}",
        style="row",
        cells=(name, value),
        columns=((60.0, 150.0), (200.0, 400.0)),
        size=11.0,
        boxes=(Box(1, 60.0, top, 400.0, top + 11),),
    )


def line(ordinal, top, text):
    boxes = (Box(1, 60.0, top, 150.0, top + 11),)
    return Paragraph(ordinal=ordinal, page=1, text=text, style="heading", size=11.0, boxes=boxes)


COLONS = [row(0, 10, "Subject:", "Hubs"), row(1, 30, "Directorate:", "Children"), row(2, 50, "Wards:", "All"),
          row(3, 70, "Contact:", "R Cambery")]  # fmt: skip


def test_a_name_goes_on_in_its_column_until_its_colon_where_a_form_sets_colons():
    form = [
        *COLONS,
        row(4, 90, "Notice or list of", "None"),
        line(5, 104, "Forthcoming key"),
        line(6, 118, "Decisions:"),
    ]

    assert names_joined(form)[-1].cells == ("Notice or list of Forthcoming key Decisions:", "None")


def test_a_heading_far_below_a_row_is_no_rest_of_its_name():
    form = [*COLONS, row(4, 90, "Notice or list of", "None"), line(5, 140, "Decisions:")]

    assert names_joined(form)[-1].text == "Decisions:"


def test_fields_in_one_paragraph_are_each_a_field():
    told = paragraphs(
        "Reason for decision: Parents asked. Declarations of interest: Councillor A Brindle, as a governor."
    )

    assert [(field.name, field.text) for field in fields_in(fields_apart(told))] == [
        ("reasons", "Parents asked."),
        ("conflicts", "Councillor A Brindle, as a governor."),
    ]


def test_a_colon_in_a_sentence_parts_nothing():
    told = paragraphs("Parents asked for three things. They are: longer hours, lower fees and a garden.")

    assert fields_apart(told) == told


def test_the_head_of_a_form_is_no_decision():
    told = paragraphs("|Delegated Decision Notice|Wexcombe City Council|\n|Decision details:|To open the hub.|")

    assert [(field.name, field.text) for field in fields_in(told)] == [("decision", "To open the hub.")]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("A brief statement of the reasons for the decision", "reasons"),
        ("Brief details of any alternative options considered and rejected by the decision maker", "alternatives"),
        ("Date on or after which the decision may be taken", "due"),
        ("Title of report / decision", "title"),
        ("Representations received:", "consultation"),
    ],
)
def test_more_names_of_fields_are_known(printed, name):
    assert field_named(printed) == name


def test_a_proposed_decision_says_whose_it_is():
    assert maker_in_line("Proposed Decision by the Leader of the Council") == "Leader of the Council"


def test_a_surname_is_made_whole_only_where_one_person_has_it():
    assert in_full("Brindle", "Councillor Agnes Brindle, Cabinet Member\nA Brindle") == "Agnes Brindle"
    assert in_full("Brindle", "Councillor Agnes Brindle\nCouncillor Tom Brindle") == "Brindle"


@pytest.mark.parametrize(
    ("declared", "who"),
    [("Councillor A Brindle, as a governor of the school.", "Councillor A Brindle"), ("The hub is a charity.", None)],
)
def test_an_interest_begins_with_the_member_whose_it_is(declared, who):
    assert whose(declared) == who
