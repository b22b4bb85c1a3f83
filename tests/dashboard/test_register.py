"""A figure's way into the register."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from dashboard.models import Observation
from dashboard.register import FigureForm
from reports.models import Finding
from reports.register import enter
from tests import factories

pytestmark = pytest.mark.django_db


def entered(**said) -> Observation:
    paper = factories.document()
    factories.accepted(paper, "Figure", **said)
    factories.actions.publish(document=paper, by=factories.user("publisher"))
    return Observation.objects.get(finding__document=paper)


def test_a_figure_enters_with_the_last_day_of_its_period():
    observation = entered(period="2024/25-Q3", value=41.2)

    assert observation.date == date(2024, 12, 31)
    assert observation.precision == "quarter"
    assert observation.value == Decimal("41.2")
    assert observation.indicator_id == "children-looked-after-rate"


def test_a_value_is_as_exact_as_it_was_printed():
    assert entered(value=1.1 * 3).value == Decimal("3.3")


def test_large_values_stay_whole():
    assert entered(value=2.57 * 1_000_000, unit="gbp").value == 2_570_000


def test_a_financial_year_is_as_exact_as_a_year():
    observation = entered(period="2024/25")

    assert (observation.date, observation.precision) == (date(2025, 3, 31), "year")


def test_a_figure_without_a_period_has_no_date():
    observation = entered(period=None)

    assert (observation.period, observation.date, observation.precision) == ("", None, "none")


def test_a_figure_of_no_measure_of_the_catalogue_keeps_its_printed_name():
    observation = entered(indicator=None, label="Hub visits")

    assert observation.indicator is None
    assert observation.label == "Hub visits"


def test_the_councils_own_area_is_its_short_name():
    assert entered(area="Wexcombe County Council").area == "Wexcombe"


def test_entering_twice_gives_one_row():
    observation = entered()

    enter(observation.finding)

    assert Observation.objects.count() == 1


def test_two_papers_that_restate_a_figure_stand_side_by_side():
    first, second = entered(value=41.2), entered(value=41.9)

    assert first.pk != second.pk
    assert sorted(Observation.objects.values_list("value", flat=True)) == [Decimal("41.2"), Decimal("41.9")]


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("value", None),
        ("value", "many"),
        ("label", ""),
        ("indicator", "no-such-measure"),
        ("period", "soon"),
        ("unit", "furlongs"),
        ("role", "hoped for"),
    ],
)
def test_what_is_wrong_is_refused_with_an_error(field, wrong):
    form = FigureForm.of(factories.FACTS["Figure"] | {field: wrong})

    assert list(form.errors) == [field]


def test_a_form_gives_back_the_fact_that_it_was_filled_with():
    said = factories.FACTS["Figure"] | {"rag": None}
    form = FigureForm.of(said)

    assert form.is_valid()
    assert form.gather() == said


def test_a_corrected_figure_is_what_enters():
    paper = factories.document()
    finding = factories.finding(paper, "Figure")
    form = FigureForm.of(finding.data | {"value": "39.5"})
    assert form.is_valid()

    by = factories.user("officer")
    factories.actions.correct(finding=finding, by=by, version=finding.version, form=form)
    factories.actions.publish(document=paper, by=factories.user("publisher"))

    assert Finding.objects.get(pk=finding.pk).stated["value"] == 39.5
    assert Observation.objects.get().value == Decimal("39.5")
