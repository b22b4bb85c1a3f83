"""What a printed name stands for: said once, proposed wherever it is printed, and taken back."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from dashboard.actions import forget, name_confirmed, settle, unnamed
from dashboard.models import Indicator, Observation, PrintedName
from dashboard.names import plain, propose
from reports import actions
from reports.actions.reading import keep
from reports.models import Finding, State, Verdict
from reports.reading import facts
from reports.reading import reading as found
from reports.reading.paragraph import Paragraph
from tests import factories

pytestmark = pytest.mark.django_db

SWIMMERS = "Children who swim"


@pytest.fixture
def measure():
    return Indicator.objects.get(slug="children-looked-after-number")


@pytest.fixture
def officer():
    return factories.user("officer")


def figure(label: str = SWIMMERS, paper=None, **said) -> Finding:
    said = {"indicator": None, "unit": "count", "value": 412} | said
    return factories.finding(paper or factories.document(), "Figure", label=label, **said)


def stated(*findings: Finding) -> list[str | None]:
    for finding in findings:
        finding.refresh_from_db()
    return [finding.stated["indicator"] for finding in findings]


@pytest.mark.parametrize(
    "printed", ["CHILDREN WHO SWIM", " Children  who\nswim: ", "Children who swim*", "– Children who swim"]
)
def test_printings_of_one_name_are_one(printed):
    assert plain(printed) == plain(SWIMMERS)


def test_names_that_differ_in_a_word_are_two():
    assert plain("Children who swim") != plain("Children who can swim")


def test_it_is_proposed_for_every_figure_of_the_name_that_waits(measure, officer):
    first, same, other = figure(), figure("CHILDREN WHO SWIM:"), figure("Children who row")

    changed = settle(finding=first, indicator=measure, by=officer)

    assert set(changed) == {first, same}
    assert stated(first, same, other) == [measure.slug, measure.slug, None]
    assert (first.verdict, first.proposed_by, first.data["indicator"]) == (Verdict.PENDING, officer, None)


def test_it_is_proposed_for_figures_that_are_read_later(measure, officer):
    settle(finding=figure(), indicator=measure, by=officer)
    paper = factories.document(state=State.READING)
    where = facts.Source(1, passages=(0,))
    said = facts.Figure(source=where, label=SWIMMERS, value=3.0, unit="count")
    known = facts.Figure(source=where, label=SWIMMERS, value=4.0, indicator="re-referrals-percent")
    reading = found.Reading(
        kind=None, kind_label=None, title="Swimming", council="Wexcombe County Council", date=None, pages=1,
        facts=(said, known), paragraphs=(Paragraph(ordinal=0, page=1, text="Three swim."),),
    )  # fmt: skip

    keep(document=paper, reading=reading)

    assert stated(*paper.findings.all()) == [measure.slug, "re-referrals-percent"]


def test_what_a_reviewer_saw_before_must_be_looked_at_again(measure, officer):
    seen = figure()
    version = seen.version
    settle(finding=seen, indicator=measure, by=officer)

    with pytest.raises(actions.Stale):
        actions.accept(finding=seen, by=officer, version=version)


def test_what_is_accepted_enters_the_register_with_the_measure(measure, officer):
    one = figure()
    settle(finding=one, indicator=measure, by=officer)
    one.refresh_from_db()
    actions.accept(finding=one, by=officer, version=one.version)

    actions.publish(document=one.document, by=factories.user("publisher"))

    assert Observation.objects.get().indicator == measure


def test_one_council_s_name_is_not_another_s(measure, officer):
    here, there = figure(), figure(paper=factories.document(council_name="Ness City Council"))

    settle(finding=here, indicator=measure, by=officer)
    assert stated(here, there) == [measure.slug, None]

    settle(finding=here, indicator=measure, by=officer, everywhere=True)
    assert stated(there) == [measure.slug]


def test_what_was_said_for_one_council_goes_before_what_holds_for_all(measure, officer):
    one = figure()
    settle(finding=one, indicator=Indicator.objects.get(slug="re-referrals-percent"), by=officer, everywhere=True)
    said = settle(finding=one, indicator=measure, by=officer)
    assert stated(one) == [measure.slug]

    forget(said=PrintedName.objects.get(council_name="Wexcombe County Council"))

    assert said
    assert stated(one) == ["re-referrals-percent"]


def test_a_paper_of_another_council_than_was_read_follows_that_council(measure, officer):
    one = figure(paper=factories.document(council_name="Ness City Council"))
    settle(finding=figure(), indicator=measure, by=officer)
    assert stated(one) == [None]

    actions.describe(document=one.document, by=officer, council="Wexcombe County Council")

    assert stated(one) == [measure.slug]


def test_taken_back_it_is_proposed_no_more_and_what_was_accepted_stays(measure, officer):
    kept, waiting = figure(), figure()
    settle(finding=kept, indicator=measure, by=officer)
    kept.refresh_from_db()
    actions.accept(finding=kept, by=officer, version=kept.version)

    forget(said=PrintedName.objects.get())

    assert stated(kept, waiting) == [measure.slug, None]
    assert PrintedName.pgh_event_model.objects.filter(pgh_label="delete").count() == 1


def test_undone_a_figure_is_proposed_what_holds_now(measure, officer):
    one = figure()
    actions.accept(finding=one, by=officer, version=0)
    settle(finding=figure(), indicator=measure, by=officer)

    actions.undo(finding=one, by=officer, version=1)

    assert stated(one) == [measure.slug]


def test_a_person_s_own_measure_is_left_alone(measure, officer):
    one = figure(indicator="re-referrals-percent")
    settle(finding=figure(), indicator=measure, by=officer)

    assert propose([one]) == []
    assert stated(one) == ["re-referrals-percent"]


def test_confirmed_figures_are_corrected_and_published_by_those_who_may(measure):
    paper = factories.document()
    one = figure(paper=paper)
    actions.accept(finding=one, by=factories.user("officer"), version=0)
    actions.publish(document=paper, by=factories.user("publisher"))
    for by, indicator in ((factories.user("officer"), None), (factories.user("publisher"), measure)):
        one = Finding.objects.select_related("document").get(pk=one.pk)
        assert name_confirmed(findings=[one], indicator=measure, by=by) == [one]
        assert Observation.objects.get().indicator == indicator
    assert one.verdict == Verdict.CORRECTED


def test_figures_without_a_measure_are_those_that_nobody_named(measure, officer):
    left, named, corrected = figure("Children who row"), figure(), figure("Children who run")
    settle(finding=named, indicator=measure, by=officer)
    name_confirmed(findings=[corrected], indicator=measure, by=officer)

    assert list(unnamed(Finding.objects.all())) == [left]


def said(one: Finding, by, **more) -> PrintedName:
    boring = {"printed": SWIMMERS, "name": plain(SWIMMERS), "indicator_id": "re-referrals-percent"}
    return PrintedName.objects.create(finding=one, by=by, **boring | more)


@pytest.mark.parametrize(
    ("name", "more"), [("printed_name_once_a_council", {}), ("printed_name_is_not_empty", {"name": ""})]
)
def test_a_name_stands_for_one_measure_in_a_council(officer, name, more):
    one = figure()
    said(one, officer)

    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        said(one, officer, **more)


def test_a_figure_without_a_name_cannot_be_settled(measure, officer):
    with pytest.raises(ValueError, match="no printed name"):
        settle(finding=figure("*"), indicator=measure, by=officer)
