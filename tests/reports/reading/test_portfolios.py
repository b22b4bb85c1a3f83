"""Whose paper it is."""

import pytest

from reports.reading.facts import PortfolioHolder, Source
from reports.reading.paragraph import Paragraph
from reports.reading.portfolios import named_in, portfolio_of


def head(*lines: str) -> list[Paragraph]:
    return [Paragraph(ordinal=number, page=1, text=line) for number, line in enumerate(lines)]


@pytest.mark.parametrize(
    ("line", "portfolio"),
    [
        ("SCRUTINY OF THE BUDGET PROPOSALS 2025/26. PORTFOLIO: CHILDREN AND FAMILIES", "CHILDREN AND FAMILIES"),
        ("Portfolio - Education", "Education"),
        ("Portfolio: Education (Councillor T Rowsell)", "Education"),
        ("Portfolio Holder: Executive Member for Early Years, Councillor T Rowsell", "Early Years"),
        ("Cabinet Member for Children's Services (Mrs Quenby)", "Children's Services"),
        ("The portfolio has many risks.", None),
        ("Our portfolio: a story of the year. It began well.", None),
    ],
)
def test_a_line_at_the_head_names_a_portfolio_or_none(line, portfolio):
    assert named_in(line) == portfolio


def test_the_signature_comes_before_the_head():
    holder = PortfolioHolder(source=Source(1, basis="mark"), portfolio="Children's Services", name="R J Amberly")

    assert portfolio_of(head("Portfolio: Education"), [holder]) == "Children's Services"


def test_what_stands_far_into_the_text_names_nothing():
    assert portfolio_of(head(*["A line"] * 30, "Portfolio: Education"), []) is None


def test_a_row_of_a_list_names_nothing_and_a_name_with_its_value_does():
    row = ("F020/26", "School admissions", "Executive Member for Children and Young People", "December 2026")
    entry = Paragraph(ordinal=0, page=1, text=" ".join(row), cells=row)
    named = Paragraph(ordinal=1, page=1, text="Portfolio: Education", cells=("Portfolio:", "Education"))

    assert portfolio_of([entry], []) is None
    assert portfolio_of([entry, named], []) == "Education"
