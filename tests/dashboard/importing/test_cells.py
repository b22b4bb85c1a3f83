"""Cells of official statistics: numbers, and symbols that are never nought."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.importing.cells import Cells
from dashboard.models import OfficialValue


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("20.100000000000001", "20.1"),
        ("-7.0000000000000007E-2", "-0.07"),
        (" 12 ", "12.0"),
        ("0", "0.0"),
        ("16012355892.0", "16012355892.0"),
        ("1,234.5", "1234.5"),
        ("£2,570", "2570.0"),
        ("12.5%", "12.5"),
    ],
)
def test_a_number_loses_its_noise(text, value):
    assert Cells()[text] == f"{value}\t\t"


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("c", "c"), ("C", "c"), ("z", "z"), ("x", "x"), ("u", "u"), ("k", "k"), ("low", "k"), ("~", "k"), (":", "x"),
        ("..", "x"), ("-", "-"), ("", "-"), ("  ", "-"), ("[c]", "c"), ("[low]", "k"), ("NA", "-"), ("nan", "-"),
    ],
)  # fmt: skip
def test_a_symbol_is_kept_as_what_it_means_and_no_number(text, symbol):
    assert Cells()[text] == f"\\N\t{symbol}\t"


def test_a_mark_behind_a_number_is_its_status():
    assert Cells()["1,234 [p]"] == "1234.0\t\tprovisional"
    assert Cells()["12.5[r]"] == "12.5\t\trevised"


@pytest.mark.parametrize("text", ["about 12", "<5", "1 to 5", "inf", "-inf", "1_000", "1e12", "12,34", "5 [b]", "\\N"])
def test_what_is_not_understood_is_no_value(text):
    assert Cells()[text] is None


@given(st.text(max_size=12))
@settings(max_examples=50)
def test_any_text_is_a_number_a_symbol_or_not_understood(text):
    said = Cells()[text]

    if said is not None:
        value, symbol, status = said.split("\t")
        assert (value == "\\N") == (symbol in OfficialValue.Symbol.values)
        assert status in ("", *OfficialValue.Status.values)


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4))
@settings(max_examples=50)
def test_a_number_of_four_decimals_comes_back_as_it_was_printed(number):
    said = Cells()[str(number)]

    assert said is not None
    assert Decimal(said.split("\t")[0]) == number
