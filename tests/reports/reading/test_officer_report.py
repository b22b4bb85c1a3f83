"""Officers' reports as several councils write them."""

from __future__ import annotations

import pytest

from reports.reading.facts import Decision, Fact, Judgement, Meeting, Recommendation
from reports.reading.front_fields import fields_of
from reports.reading.kinds import detect
from reports.reading.kinds.kind import Findings, Paper
from reports.reading.kinds.officer_report import read
from reports.reading.paragraph import Paragraph
from reports.reading.read import read as read_file
from reports.reading.recommended import recommendations
from tests.reports.reading.golden_papers import report, word_report
from tests.reports.reading.papers import paragraphs

HEAD = (
    "Report to: Children's Services Cabinet Panel",
    "Date of meeting: 12 May 2021",
    "Subject: Family centres",
    "Author: Jo Field",
)


def said(*blocks) -> Findings:
    return read(Paper(paragraphs(*HEAD, *blocks), "Wexcombe County Council", "Wexcombe", {}))


def facts(sort: type[Fact], *blocks) -> list:
    return [fact for fact in said(*blocks).facts if isinstance(fact, sort)]


def test_the_meeting_that_a_report_is_put_to_is_planned():
    (met,) = facts(Meeting)

    assert (met.committee, met.held_on, met.status) == ("Children's Services Cabinet Panel", "2021-05-12", "planned")


def test_the_title_is_its_own_field():
    assert said().title == "Family centres"


def test_points_take_the_verb_of_the_sentence_before_them():
    found = facts(
        Recommendation,
        "RECOMMENDATIONS",
        "THAT the following be noted:",
        ("(a)", "the outcome of the review; and"),
        ("(b)", "the plan."),
    )

    assert [(each.label, each.text, each.verb) for each in found] == [
        ("(a)", "the outcome of the review; and", "note"),
        ("(b)", "the plan.", "note"),
    ]


def test_points_may_have_verbs_and_numbers_of_their_own():
    found = facts(
        Recommendation,
        ("2", "RECOMMENDATIONS"),
        ("2.1", "That Cabinet approves the plan."),
        ("2.2", "That Cabinet asks for a report."),
    )

    assert [(each.label, each.verb) for each in found] == [("2.1", "approve"), ("2.2", "ask")]


def test_a_single_recommendation_needs_no_letter():
    (found,) = facts(
        Recommendation,
        "RECOMMENDATION",
        "The Panel is invited to comment on and note the report.",
        "BACKGROUND",
        "It rained.",
    )

    assert (found.label, found.verb) == (None, "comment")


def test_points_below_a_point_belong_to_it():
    found = facts(
        Recommendation, "RECOMMENDATIONS", "That Cabinet:",
        ("(a)", "agrees to open hubs in:"), "* Harnford;", "* Tillingbourne; and", ("(b)", "notes the cost."),
    )  # fmt: skip

    assert [each.label for each in found] == ["(a)", "(b)"]
    assert found[0].text.endswith("• Tillingbourne; and")


@pytest.mark.parametrize(
    "text", ["This is not an executive decision.", "Cabinet agreed on 20 February 2020 to consult families."]
)
def test_what_is_no_decision_of_the_meeting_yields_none(text):
    assert facts(Decision, "KEY DECISION", text) == []


def test_a_grade_is_read_with_its_date():
    text = 'Ofsted inspected adoption in May 2019 and judged it to be "requires improvement".'

    (found,) = facts(Judgement, ("3", text))

    assert (found.inspectorate, found.grade, found.judged_on) == ("Ofsted", "Requires improvement", "2019-05")


def test_two_dates_for_one_inspection_are_noted():
    messages = [problem.message for problem in read_file(report()).problems]

    assert len(messages) == 1
    assert messages[0].startswith("One inspection is given two dates")


def test_numbers_used_twice_are_noted():
    found = said("PURPOSE", ("1", "To tell of hubs."), "REASONS", ("1", "Hubs are needed."))

    assert [problem.message for problem in found.problems] == ["Paragraph number 1 is used twice"]


def test_a_paper_reads_alike_from_word_and_pdf():
    readings = [read_file(content) for content in (report(), word_report())]

    recommended = [
        [(fact.label, fact.text) for fact in reading.facts if isinstance(fact, Recommendation)] for reading in readings
    ]
    assert {reading.kind for reading in readings} == {"officer_report"}
    assert recommended[0] == recommended[1] != []


def test_a_record_of_a_decision_is_no_report():
    record = paragraphs(
        "RECORD OF DECISION",
        "Decision no: 21/00012",
        "Title: Hubs",
        "RECOMMENDATION",
        "To open hubs.",
        "REASONS FOR THE DECISION",
        "Need.",
    )

    assert detect(record) is None


def test_recommendations_set_bold_are_all_read():
    points = [
        Paragraph(ordinal=0, page=1, text="RECOMMENDATIONS", style="heading"),
        Paragraph(ordinal=1, page=1, text="The Committee is recommended to:"),
        Paragraph(ordinal=2, page=1, label="1)", text="consider the findings;", style="paragraph", bold=True),
        Paragraph(ordinal=3, page=1, label="2)", text="support the model; and", style="heading", bold=True),
        Paragraph(ordinal=4, page=1, label="3)", text="ask for a report in May.", style="paragraph", bold=True),
        Paragraph(ordinal=5, page=1, label="1", text="Background", style="heading", bold=True),
    ]

    assert [found.label for found in recommendations(points, None, None)] == ["1)", "2)", "3)"]


def test_a_head_may_print_names_above_their_values():
    names = Paragraph(ordinal=0, page=1, text="", style="row", cells=("Item No.", "Date:", "Meeting Name:"))
    values = Paragraph(ordinal=1, page=1, text="", label="8", style="row", cells=("4 May 2021", "Cabinet"))

    fields = fields_of((names, values))

    assert (fields["date"].value, fields["meeting"].value) == ("4 May 2021", "Cabinet")
