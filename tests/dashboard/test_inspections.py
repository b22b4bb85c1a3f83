"""Inspections put together from judgements of several papers, and their frameworks."""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from dashboard import linking
from dashboard.inspection_table import tables
from dashboard.inspection_thread import Thread, asks_for
from dashboard.inspections import inspections_of
from dashboard.models import Indicator
from dashboard.strands import FRAMEWORKS, framework_of, is_a_strand
from meetings import matters
from meetings.models import Entry, Judgement, Mention
from reports import actions
from reports.models import Council
from tests import factories
from tests.dashboard.official import official

pytestmark = pytest.mark.django_db
READER = AnonymousUser()
ILACS = {
    "Overall effectiveness": "Requires improvement to be good",
    "The impact of leaders on social work practice": "Good",
    "The experiences and progress of children in care": "Good",
}


def paper(grades: dict[str, str], on: str | None, *, exempt: bool = False, inspectorate: str = "Ofsted", **said):
    """A published paper that states the grades."""
    document = factories.document(**{"kind": "executive_report"} | said)
    for subject, grade in grades.items():
        factories.accepted(
            document, "Judgement", subject=subject, grade=grade, judged_on=on, inspectorate=inspectorate, exempt=exempt
        )
    return document


def publish(*documents):
    for document in documents:
        actions.publish(document=document, by=factories.user("publisher", "cleared"))


def found(user=READER):
    return inspections_of(Council.objects.get(), user)


def test_two_papers_that_tell_of_one_inspection_show_it_once_with_both_sources():
    publish(paper(ILACS, "2023-11-13"), paper(ILACS, "2024-01-08", kind="inspection_report"))

    [one] = found()

    assert (len(one.papers), one.when) == (2, "13 November 2023 and 8 January 2024")
    assert (one.overall.words, len(one.overall.lines)) == ("Requires improvement to be good", 2)


def test_one_printed_month_and_a_day_in_it_are_one_date():
    publish(paper({"Overall effectiveness": "Good"}, "2023-11"), paper({"Overall effectiveness": "Good"}, "2023-11-13"))

    [one] = found()

    assert one.printed_dates == ["2023-11-13"]


def test_papers_that_differ_on_one_day_show_both_grades():
    publish(paper({"Overall effectiveness": "Good"}, "2023-11-13"), paper({"Overall": "Inadequate"}, "2023-11-13"))

    [one] = found()

    assert one.overall.differ
    assert set(one.overall.grades) == {"Good", "Inadequate"}


def test_other_grades_weeks_later_are_another_inspection():
    publish(paper({"Overall": "Good"}, "2023-11-13"), paper({"Overall": "Inadequate"}, "2024-01-08"))

    assert len(found()) == 2


def test_the_same_grade_a_year_later_is_another_inspection():
    publish(paper(ILACS, "2023-11-13"), paper(ILACS, "2024-11-13"))

    assert len(found()) == 2


def test_another_inspectorate_is_another_inspection():
    publish(paper({"Overall": "Good"}, "2023-11-13"), paper({"Overall": "Good"}, "2023-11-13", inspectorate="Estyn"))

    assert len(found()) == 2


def test_homes_that_one_paper_names_are_inspections_of_their_own():
    publish(paper({"Larch House": "Good", "Overall effectiveness": "Good", "Fern Lodge": "Outstanding"}, "2023-11-13"))

    assert {one.setting for one in found()} == {"", "Larch House", "Fern Lodge"}


def test_a_homes_own_report_and_a_paper_that_names_the_home_tell_of_one_inspection():
    strands = {"The effectiveness of leaders and managers": "Good"}
    report = paper(strands, "2023-11-13", kind="inspection_report", title="Inspection of Larch House")
    publish(report, paper({"Larch House": "Good"}, "2023-11-13"))

    [one] = found()

    assert len(one.papers) == 2


def test_undated_judgements_are_not_put_together_with_dated_ones():
    publish(paper(ILACS, None), paper(ILACS, "2023-11-13"))

    assert [one.when for one in found()] == ["13 November 2023", "date not stated"]


def test_old_and_new_frameworks_stand_in_tables_of_their_own():
    old = {"Overall effectiveness": "Good", "Adoption performance": "Good"}
    publish(paper(old, "2015-11-27"), paper(ILACS, "2023-11-13"))

    new_table, old_table = tables(found())

    assert (new_table.framework.short, old_table.framework.short) == ("ILACS", "single inspection framework")
    assert [name for name, _ in old_table.rows] == ["Overall effectiveness", "Adoption performance"]


def test_strands_stand_in_the_order_of_their_framework_and_the_latest_inspection_last():
    publish(paper(ILACS, "2019-06-03"), paper(ILACS | {"Overall effectiveness": "Good"}, "2023-11-13"))

    [table] = tables(found())

    assert [one.date.year for one in table.inspections] == [2019, 2023]
    assert [grade.words for grade in table.rows[0][1]] == ["Requires improvement to be good", "Good"]


def test_an_exempt_judgement_is_known_to_the_cleared_alone():
    publish(paper(ILACS, "2023-11-13", exempt=True))

    assert found() == []
    assert len(found(factories.user("cleared"))) == 1


@pytest.mark.parametrize(
    ("subjects", "on", "short"),
    [
        (["Overall effectiveness"], date(2016, 3, 1), "single inspection framework"),
        (["Overall effectiveness"], date(2019, 3, 1), "ILACS"),
        (["Leadership, Management and Governance"], None, "single inspection framework"),
        (["The experiences and progress of children in care and care leavers"], None, "ILACS"),
        (["How well children are helped and protected", "Overall effectiveness"], date(2020, 1, 1),
         "social care common inspection framework"),
        (["Larch House"], date(2020, 1, 1), None),
        (["Overall effectiveness"], None, None),
    ],
)  # fmt: skip
def test_the_framework_is_told_by_what_was_judged_else_by_the_date(subjects, on, short):
    framework = framework_of(subjects, on)

    assert (framework.short if framework else None) == short


def test_every_strand_is_known_by_its_own_name():
    for framework in FRAMEWORKS:
        for strand in framework.strands:
            name = strand.name.split(" (")[0]
            assert framework.strand(name) == strand, strand.name
            assert is_a_strand(name)


@pytest.mark.parametrize(
    ("heading", "kind", "asks"),
    [
        ("What needs to improve?", "inspection_report", True),
        ("What does the local authority need to improve?", "inspection_report", True),
        ("Areas for improvement", "executive_report", True),
        ("Area for priority action", "inspection_report", True),
        ("Recommendations", "inspection_report", True),
        ("Recommendations", "officer_report", False),
        ("The experiences of children in care", "inspection_report", False),
    ],
)
def test_what_inspectors_ask_for_is_known_by_its_heading(heading, kind, asks):
    assert asks_for(heading, kind) is asks


ASKS = (
    ("What needs to improve?", "heading"), ("Visits to children.", "bullet"), ("Next", "heading"), ("No.", "bullet"),
)  # fmt: skip


def report_that_asks():
    """An inspection report of one judgement, that asks for one thing."""
    report = paper({"Overall effectiveness": "Good"}, "2024-01-08", kind="inspection_report")
    for text, style in ASKS:
        factories.passage(report, text, style=style)
    publish(report)
    return report


def decided(text: str, on: str, *, exempt: bool = False) -> None:
    plan = factories.document(date=on)
    factories.accepted(plan, "Decision", text=text, decided_on=on, exempt=exempt)
    publish(plan)


def say_that_it_speaks_of(matter, passage, by) -> None:
    said = {"answer": "confirmed", "answered_by": by, "answered_at": timezone.now()}
    Mention.objects.create(matter=matter, passage=passage, **said)


def test_what_stands_under_the_heading_up_to_the_next_is_what_was_asked_for():
    report_that_asks()

    assert [asked.passage.text for asked in Thread(found()[0], READER).asked] == ["Visits to children."]


def test_a_thread_goes_from_what_was_asked_for_through_a_matter_to_actions_decisions_and_figures():
    report = report_that_asks()
    later = factories.published("Action", "Decision", date="2025-03-04")
    by = factories.user("officer", "cleared")
    lines = list(Entry.objects.filter(finding__document=later))
    matter = matters.make(title="Visits", entries=lines, by=by)
    asked = report.passages.get(text="Visits to children.")
    say_that_it_speaks_of(matter, asked, by)
    linking.answer(thing=matter, indicator=Indicator.objects.get(pk="children-looked-after-rate"), yes=True, by=by)
    official("children-looked-after-rate", {"Wexcombe": {2023: 40, 2025: 41}, "England": {2023: 70, 2025: 71}})

    thread = Thread(found()[0], READER)

    [followed] = [one for one in thread.followed if one.matter]
    assert [words for words, _ in followed.steps] == ["Actions", "Decisions"]
    assert "England went from 70.0 to 71.0" in followed.measures[0].official.sentence
    assert thread.unanswered == []


def test_a_line_that_only_names_the_inspectorates_report_is_told_as_not_linked():
    report_that_asks()
    decided("That the answer to the Ofsted inspection be approved.", "2024-02-01")

    thread = Thread(found()[0], READER)

    assert [line.title for line in thread.unlinked] == ["That the answer to the Ofsted inspection be approved."]
    assert not any(one.lines for one in thread.followed)


def test_what_was_before_the_inspection_did_not_follow_from_it():
    report_that_asks()
    decided("That the Ofsted inspection be prepared.", "2023-02-01")

    assert Thread(found()[0], READER).unlinked == []


def test_no_exempt_line_is_in_a_thread_of_those_not_cleared():
    report = report_that_asks()
    report.passages.filter(text="Visits to children.").update(part="exempt")
    decided("That the Ofsted inspection be paid for.", "2024-02-01", exempt=True)

    thread = Thread(found()[0], READER)

    assert (thread.asked, thread.unlinked) == ([], [])
    cleared = factories.user("cleared")
    assert Thread(found(cleared)[0], cleared).asked


def test_every_judgement_belongs_to_one_inspection():
    publish(paper(ILACS, "2023-11-13"), paper(ILACS, "2024-01-08"), paper({"Larch House": "Good"}, "2024-01"))

    lines = [line.pk for one in found() for line in one.lines]

    assert sorted(lines) == sorted(Judgement.objects.values_list("pk", flat=True))
