"""Averages of neighbours, as their publishers reckon them."""

from decimal import Decimal

import pytest

from dashboard.series import MEAN, MEDIAN, average


@pytest.mark.parametrize(
    ("values", "place", "made"),
    [
        ("1 2 4", MEAN, "2.33"),
        ("1 2 4", MEDIAN, "2"),
        ("1 2 4 8", MEDIAN, "3"),
        # Two halves that fall to either side, as adding in binary, one after the other, leaves them.
        ("3.8 4.1 2.1 1.4 8.1 4.8 2.3 5.6", MEAN, "4.03"),
        ("2.5 2.65", MEAN, "2.58"),
    ],
)
def test_an_average_is_reckoned_in_binary_and_to_two_decimals(values, place, made):
    assert average([Decimal(value) for value in values.split()], place) == Decimal(made)


def test_of_no_values_there_is_no_average():
    assert average([], MEAN) is None
