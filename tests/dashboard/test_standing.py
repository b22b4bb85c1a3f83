"""How measures stand, and the table that their chart is drawn from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dashboard.chart import table
from dashboard.measure import AsPrinted
from dashboard.standing import own_area, standing
from reports.reading.dates import span

RATE = AsPrinted("Children looked after per 10,000", "per_10000", "low")


@dataclass(frozen=True)
class Value:
    value: Decimal
    period: str
    area: str = "Wexcombe"
    unit: str = "per_10000"
    role: str = "actual"

    @property
    def date(self) -> date | None:
        return span(self.period)[1] if self.period else None

    @property
    def precision(self) -> str:
        return span(self.period)[2] if self.period else "none"


def value(number: float, period: str = "2025-03-31", **said) -> Value:
    return Value(Decimal(str(number)), period, **said)


def test_a_measure_stands_at_its_latest_value_with_the_change_since():
    stands = standing(RATE, [value(38, "2024-03-31"), value(41.2)], "Wexcombe")

    assert stands.now.value == Decimal("41.2")
    assert (stands.change.direction, stands.change.by, stands.change.effect) == ("up", Decimal("3.2"), "worse")


def test_another_areas_value_is_never_the_councils():
    stands = standing(RATE, [value(70, area="England")], "Wexcombe")

    assert stands.now is None
    assert dict(stands.comparators)["England"].value == 70


def test_values_in_another_unit_are_left_out():
    assert standing(RATE, [value(849, unit="count")], "Wexcombe").now is None


def test_where_no_area_is_stated_for_the_councils_own_values_they_still_count():
    values = [value(41.2, area=""), value(70, area="England")]

    assert own_area(values, "Wexcombe") == ""
    assert standing(RATE, values, "Wexcombe").now == values[0]


def test_a_named_area_is_surer_than_none():
    values = [value(41.2), value(33, area="")]

    assert own_area(values, "Wexcombe") == "Wexcombe"


def test_a_small_line_has_one_point_a_period():
    values = [value(38, "2024-03-31"), value(40), value(41.2)]

    assert len(standing(RATE, values, "Wexcombe").spark.points.split()) == 2


def test_the_councils_own_column_is_first_and_bounds_are_last():
    values = [
        value(35, role="target"),
        value(66, area="East of England"),
        value(70, area="England"),
        value(68, area="Statistical neighbours"),
        value(41.2),
        value(60, area="England", role="target"),
    ]

    assert table(values, "Wexcombe").columns == [
        "Wexcombe", "Statistical neighbours", "England", "East of England", "Target", "Target, England",
    ]  # fmt: skip


def test_a_period_without_a_value_is_an_empty_cell():
    drawn = table([value(38, "2024-03-31"), value(70, area="England")], "Wexcombe")

    assert [row.periods for row in drawn.rows] == [["2024-03-31"], ["2025-03-31"]]
    assert [len(cell) for row in drawn.rows for cell in row.cells] == [1, 0, 0, 1]


def test_two_values_of_one_period_share_a_cell_in_the_order_of_their_papers():
    drawn = table([value(41.2), value(41.9)], "Wexcombe")

    assert [one.value for one in drawn.rows[0].cells[0]] == [Decimal("41.2"), Decimal("41.9")]


def test_values_without_a_period_are_kept_apart():
    drawn = table([value(40, ""), value(41.2)], "Wexcombe")

    assert [(row.periods, row.date) for row in drawn.rows] == [([""], None), (["2025-03-31"], date(2025, 3, 31))]


def test_one_last_day_that_is_printed_in_two_ways_for_two_areas_is_one_row():
    drawn = table([value(38, "2024-12"), value(70, "2024/25-Q3", area="England")], "Wexcombe")

    assert [row.periods for row in drawn.rows] == [["2024-12", "2024/25-Q3"]]
    assert [[one.value for one in cell] for cell in drawn.rows[0].cells] == [[Decimal(38)], [Decimal(70)]]


def test_two_values_of_one_area_are_never_one_row_unless_printed_for_one_period():
    values = [value(38, "2024-12"), value(39, "2024/25-Q3"), value(70, "2024/25-Q3", area="England")]

    drawn = table(values, "Wexcombe")

    assert [row.periods for row in drawn.rows] == [["2024-12"], ["2024/25-Q3"]]
