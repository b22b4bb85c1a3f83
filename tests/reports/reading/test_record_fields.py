"""The fields of a record, whatever they are called and wherever their values stand."""

from __future__ import annotations

import pytest

from reports.reading.record_answers import answer_in, reference_in, says_nothing
from reports.reading.record_fields import fields_in, records_in
from reports.reading.record_makers import maker_in_line, named
from reports.reading.record_names import field_named
from tests.reports.reading.words import paragraphs


def told(text):
    return [(field.name, field.text) for field in fields_in(paragraphs(text))]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("DECISION TO BE TAKEN BY:", "maker"),
        ("Subject Matter / Title of Decision", "title"),
        ("Reason(s) for decision:", "reasons"),
        (
            "Details of any alternative options considered and rejected by the member when making the decision",
            "alternatives",
        ),
        ("Any conflict of interest declared by any executive member who is consulted", "conflicts"),
        ("Note of dispensation granted by the Head of Paid Service", "dispensation"),
        ("Call-in expiry date", "call_in"),
        ("The director spoke of the reasons for the decision and of what else had been weighed.", None),
        ("No", None),
    ],
)
def test_a_field_is_known_by_its_name(printed, name):
    assert field_named(printed) == name


def test_values_may_stand_below_a_row_of_names():
    found = told("|DECISION TAKEN BY:|DECISION NO:|\n|Cabinet|21/00034|")

    assert found == [("maker", "Cabinet"), ("reference", "21/00034")]


def test_a_long_name_of_who_decides_goes_on_below_its_row():
    found = told("|DECISION TAKEN BY:|DECISION NO:|\n|Cabinet Member for Children and|21/00034|\nSkills")

    assert found[0] == ("maker", "Cabinet Member for Children and Skills")


def test_the_name_of_a_field_may_take_two_lines_of_its_cell():
    found = told("|AUTHORISED DECISION|Ruth Cambery|\n# MAKER:")

    assert found == [("maker", "Ruth Cambery")]


def test_an_unknown_field_of_a_table_ends_the_one_before():
    found = told("|Reasons for decision:|The contract ends.|\n|Highlight any risks to reputation:|None.|")

    assert found[0] == ("reasons", "The contract ends.")


def test_the_points_of_a_decision_are_no_fields():
    found = told("# Decision\n1. Consultation\n2. Options for the site")

    assert found == [("decision", "1 Consultation\n2 Options for the site")]


def test_a_field_that_comes_again_after_the_decision_begins_a_record():
    text = "Subject: Hubs\nDecision: Agreed.\nReasons: Need.\nSubject: Buses\nDecision: Noted."

    records = records_in(fields_in(paragraphs(text)))

    assert [record["title"].text for record in records] == ["Hubs", "Buses"]


def test_a_title_below_the_signature_is_no_record():
    text = "Subject: Hubs\nDecision: Agreed.\nSigned: J Field\nTitle: Director"

    [record] = records_in(fields_in(paragraphs(text)))

    assert record["title"].text == "Hubs"


@pytest.mark.parametrize(
    ("printed", "answer"),
    [
        ("YES", True),
        ("Yes [x] No [ ]", True),
        ("☐ Key ☒ Administrative", False),
        ("This is not a key decision", False),
        ("Yes / No", None),
        ("Key decision Significant operational decision", None),
    ],
)
def test_yes_and_no_are_read_only_where_they_are_said(printed, answer):
    assert answer_in(printed) is answer


@pytest.mark.parametrize(
    ("printed", "reference"),
    [("24/00096", "24/00096"), ("ODR/CS/2022/031", "ODR/CS/2022/031"), ("12 May 2021", None), ("To follow", None)],
)
def test_a_reference_has_a_number_and_is_no_date(printed, reference):
    assert reference_in(printed) == reference


@pytest.mark.parametrize("printed", ["", ".....", "None", "N/A", "There were no interests declared.", "Not applicable"])
def test_an_empty_field_says_nothing(printed):
    assert says_nothing(printed)


@pytest.mark.parametrize(
    ("line", "maker"),
    [
        ("Decision taken by the Cabinet Member for Children on 12 May 2021", "Cabinet Member for Children"),
        ("RECORD OF DECISIONS OF THE CABINET", "CABINET"),
        ("Education Policy Committee - Decision Sheet", "Education Policy Committee"),
        ("Statement of Executive Decisions", None),
    ],
)
def test_a_line_at_the_head_says_who_decides(line, maker):
    assert maker_in_line(line) == maker


def test_the_day_and_the_meeting_are_no_part_of_who_decides():
    assert named("12/05/2021 - Cabinet") == "Cabinet"
