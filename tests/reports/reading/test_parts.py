"""What is closed to the public stays closed, and nothing else is."""

import pytest

from reports.reading.paragraph import Paragraph
from reports.reading.parts import with_parts
from tests.reports.reading.papers import paragraphs


def parts(*blocks) -> list[str]:
    return [paragraph.part for paragraph in with_parts(paragraphs(*blocks))]


@pytest.mark.parametrize(
    "heading",
    [
        "PART II ('CLOSED') AGENDA",
        "PART 2",
        "Part 2 - Exempt items",
        "EXEMPT BUSINESS",
        "Press and public excluded",
        "CONFIDENTIAL ITEMS",
        "Closed session",
    ],
)
def test_a_heading_closes_all_that_follows(heading):
    assert parts("Panel", heading, "1. Lease", "The chair signed") == ["open", "exempt", "exempt", "exempt"]


@pytest.mark.parametrize(
    "text",
    [
        "OTHER PART I BUSINESS",
        "There were no Part II items.",
        "There was no exempt business",
        "Part 2: what the figures show",
        "The exempt report was considered at the last meeting, when the panel asked for more.",
        "The public were thanked for coming.",
        "Exempt information?",
        "EXEMPT INFORMATION - POSSIBLE EXCLUSION OF THE PRESS AND PUBLIC",
        "Exempt items: to consider whether the public should be excluded",
    ],
)
def test_a_mere_mention_closes_nothing(text):
    assert parts("Panel", text, "1. Lease") == ["open", "open", "open"]


def test_an_open_heading_opens_again():
    assert parts("PART II", "Lease", "PART I (OPEN)", "Hubs") == ["exempt", "exempt", "open", "open"]


def test_a_resolution_to_exclude_the_public_closes_what_follows_it():
    resolved = "RESOLVED that the public be excluded under paragraph 3 of Part 1 of Schedule 12A"

    found = with_parts(paragraphs("EXCLUSION OF THE PUBLIC", resolved, "Lease"))

    assert [(each.part, each.schedule) for each in found] == [("open", None), ("open", "3"), ("exempt", "3")]


def test_an_exclusion_that_was_not_needed_closes_nothing():
    assert (
        parts("EXCLUSION OF THE PRESS AND PUBLIC", "It was not necessary to exclude the press and public.", "Hubs")
        == ["open"] * 3
    )


def test_a_report_that_offers_to_exclude_the_public_stays_open():
    assert (
        parts("Report", "If members wish to discuss the appendix, the public should be excluded.", "Costs")
        == ["open"] * 3
    )


@pytest.mark.parametrize(
    "mark", ["NOT FOR PUBLICATION", "Exempt", "Confidential", "Classification: Exempt", "EXEMPT REPORT"]
)
def test_a_paper_that_says_so_at_its_head_is_closed_throughout(mark):
    assert set(parts("Cabinet", mark, "Costs")) == {"exempt"}


def test_a_classification_on_the_next_line_is_read():
    assert set(parts("Cabinet", "Classification", "Exempt under paragraph 3", "Costs")) == {"exempt"}
    assert set(parts("Cabinet", "Classification", "Open", "Costs")) == {"open"}


def test_an_exempt_appendix_is_closed_and_the_report_before_it_open():
    assert parts("Costs", "Appendix 2 (exempt)", "The bids") == ["open", "exempt", "exempt"]


def test_a_page_whose_head_is_closed_is_closed():
    page = (Paragraph(ordinal=0, page=1, text="Open"), Paragraph(ordinal=1, page=2, text="Bids"))

    assert [each.part for each in with_parts(page, frozenset({2}))] == ["open", "exempt"]
