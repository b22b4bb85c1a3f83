import pytest

from reports.reading.money import cell_amount, in_pounds, pounds_in, scale_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("£470,000", [470000]),
        ("£472k and £2,000k", [472000, 2000000]),
        ("£4.1m and £1.13m", [4100000, 1130000]),
        ("£17 k", [17000]),
        ("£2.5m, £3.1 million, £1.2bn", [2500000, 3100000, 1200000000]),
        ("a pressure of -£250k", [-250000]),
        ("training - £125k", [125000]),
        ("growth of £(40)k", [-40000]),
        ("(£120k over two years)", [120000]),
    ],
)
def test_sums_are_read_in_pounds(text, expected):
    assert [pounds.amount for pounds in pounds_in(text)] == expected


@pytest.mark.parametrize("text", ["£910 per week", "£910 a week", "£910 pw", "£910/week"])
def test_a_price_for_a_week_is_known_as_one(text):
    assert pounds_in(text)[0].weekly


@pytest.mark.parametrize(
    ("cell", "scale", "expected"),
    [
        ("(1,250)", 1000, -1250000),
        ("£180,000", 1, 180000),
        ("-£3,400", 1, -3400),
        ("£1.2m", 1000, 1200000),
        ("-", 1, None),
    ],
)
def test_a_cell_is_read_by_the_scale_of_its_head(cell, scale, expected):
    assert cell_amount(cell, scale) == expected


def test_a_head_tells_thousands_from_millions():
    assert [scale_in(head) for head in ("2014/15 £'000", "£000", "£m", "Amount £")] == [1000, 1000, 1000000, 1]


def test_pounds_are_shown_with_their_sign():
    assert in_pounds(-1150000) == "-£1,150,000"
