import pytest

from reports.reading.facts import PortfolioHolder
from reports.reading.kinds import officer_report, panel_minutes
from reports.reading.officeholders import holders_in, seats_in
from reports.reading.portfolios import portfolio_of
from tests.reports.reading.words import facts_of, paper, paragraphs


@pytest.mark.parametrize(
    ("text", "name", "portfolio", "basis"),
    [
        ("Cllr R Amber, Cabinet Member for Education and Skills", "R Amber", "Education and Skills", "sentence"),
        ("Mr P Oak, Deputy Leader and Cabinet Member for Finance, Property and Traded Services, seconded.",
         "P Oak", "Finance, Property and Traded Services", "sentence"),
        ("The Executive Member for Highways, Councillor Imbrey, spoke.", "Imbrey", "Highways", "sentence"),
        ("Cabinet Member: Councillor T Rowsell (Adult Social Care)", "T Rowsell", "Adult Social Care", "mark"),
        ("|Portfolio Holder|Councillor M Penfleet, Cabinet Member for Housing|", "M Penfleet", "Housing", "cell"),
    ],
)  # fmt: skip
def test_a_holder_is_named_before_or_behind_the_portfolio(text, name, portfolio, basis):
    (holder,) = holders_in(paragraphs(text), "2021-05-12")

    assert (holder.name, holder.portfolio, holder.source.basis, holder.as_of) == (name, portfolio, basis, "2021-05-12")


@pytest.mark.parametrize(
    "text", ["The Cabinet Member for Education thanked Councillor Jones.", "A Brindle (Chair), Head of Finance"]
)
def test_who_is_only_thanked_or_employed_holds_no_portfolio(text):
    assert holders_in(paragraphs(text), None) == []


def test_a_holder_is_told_once():
    text = "Cllr A Ash, Cabinet Member for Skills, spoke.\nThe Cabinet Member for Skills, Councillor Ash, replied."

    assert [holder.name for holder in holders_in(paragraphs(text), None)] == ["A Ash"]


def test_a_member_sits_on_a_board():
    (seat,) = seats_in(paragraphs("Councillor Field represents the Council on the Harnford Safeguarding Partnership."))

    assert (seat.board, seat.member) == ("Harnford Safeguarding Partnership", "Field")


def test_minutes_and_reports_tell_of_holders():
    minutes = panel_minutes.read(
        paper("""
        # Minutes of the Cabinet held on 7 June 2022
        Also present: Councillor Z Axford (Cabinet Member for Education and Skills)
        # 1. Budget
        RESOLVED that the report be noted.
        """)
    )
    report = officer_report.read(
        paper("""
        |Meeting|Cabinet|
        |Date|7 June 2022|
        |Cabinet Member|Councillor Z Axford, Cabinet Member for Education and Skills|
        # Recommendation
        That Cabinet notes the report.
        """)
    )

    found = [facts_of(findings, PortfolioHolder) for findings in (minutes, report)]
    assert [[(each.name, each.portfolio, each.as_of) for each in holders] for holders in found] == [
        [("Z Axford", "Education and Skills", "2022-06-07")]
    ] * 2


def test_minutes_that_name_several_holders_are_of_no_one_portfolio():
    text = "Cabinet Member: Cllr A Ash (Skills)\nCabinet Member: Cllr B Birch (Health)"

    assert portfolio_of((), holders_in(paragraphs(text), None)) is None
