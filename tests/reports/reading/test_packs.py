"""An agenda bound with its papers in one file: where each paper begins, and what is closed in which."""

import pytest

from reports.reading import pdf
from reports.reading.bookmarks import bookmarks
from reports.reading.facts import AgendaItem, Decision, Meeting, Recommendation
from reports.reading.packs import pack_of
from reports.reading.read import read
from tests.reports.reading import pack_papers
from tests.reports.reading.conftest import GOLDEN
from tests.reports.reading.pack_papers import (
    AGENDA_HEAD,
    APPENDIX,
    MINUTES,
    REPORT,
    REPORT_GOES_ON,
    SECOND,
    agenda,
    bound,
    own_number,
    stamped,
)
from tests.reports.reading.papers import pdf as printed
from tests.reports.reading.papers import spread

PACKS = [
    pack_papers.stamped_pack,
    pack_papers.outlined_pack,
    pack_papers.plain_pack,
    pack_papers.unnumbered_pack,
]
SAMPLES = GOLDEN.parent / "samples"
SINGLE = sorted(path for place in (SAMPLES, GOLDEN) for path in place.rglob("*.pdf") if "pack" not in path.stem)


def pages_of(reading):
    return [(one.kind, one.first_page, one.last_page) for one in reading.enclosures]


def parts_of(reading, paper):
    one = reading.enclosures[paper]
    return {each.part for each in reading.paragraphs[one.first : one.last + 1]}


@pytest.mark.parametrize("pack", PACKS[1:], ids=lambda pack: pack.__name__)
def test_each_paper_of_a_pack_is_read_as_its_kind(pack):
    reading = read(pack())

    assert pages_of(reading)[1:] == [("panel_minutes", 2, 3), ("officer_report", 4, 6)]
    assert [one.date for one in reading.enclosures[1:]] == ["2021-03-10", "2021-05-12"]


def test_the_agenda_says_for_which_item_a_paper_is():
    reading = read(pack_papers.stamped_pack())

    assert [(one.item, one.first_page, one.last_page) for one in reading.enclosures] == [
        (None, 1, 2),
        ("2", 3, 4),
        ("3", 5, 8),
        ("4", 9, 9),
    ]


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.__name__)
def test_paragraphs_and_places_stay_those_of_the_file(pack):
    reading = read(pack())

    assert [each.ordinal for each in reading.paragraphs] == list(range(len(reading.paragraphs)))
    assert [one.first for one in reading.enclosures[1:]] == [one.last + 1 for one in reading.enclosures[:-1]]
    for fact in reading.facts:
        assert reading.paragraphs[fact.source.passages[0]].page == fact.source.page


def test_a_fact_names_the_committee_and_day_of_its_own_paper():
    reading = read(pack_papers.plain_pack())

    decided = {fact.decided_on for fact in reading.facts if isinstance(fact, Decision) and fact.status == "taken"}
    asked = {fact.meeting_on for fact in reading.facts if isinstance(fact, Recommendation)}
    assert (decided, asked) == ({"2021-03-10"}, {"2021-05-12"})


def test_a_report_without_a_day_takes_none_from_the_agenda():
    undated = [block for block in REPORT if "date" not in block]
    reading = read(
        bound([agenda("1.|Apologies"), own_number(spread(*MINUTES), 1, 1), own_number(spread(*undated), 1, 1)])
    )

    assert {fact.meeting_on for fact in reading.facts if isinstance(fact, Recommendation)} == {None}


def test_a_meeting_that_several_papers_name_is_found_once():
    reading = read(pack_papers.stamped_pack())

    planned = [fact for fact in reading.facts if isinstance(fact, Meeting) and fact.held_on == "2021-05-12"]
    assert len(planned) == 1


def test_stamps_and_blank_pages_are_no_text():
    said = [each.text for each in read(pack_papers.stamped_pack()).paragraphs]

    assert not [text for text in said if text.startswith(("Agenda Item", "Page ", "This page is"))]


@pytest.mark.parametrize("paper", SINGLE, ids=lambda path: path.name)
def test_a_paper_alone_is_no_pack(paper):
    assert read(paper.read_bytes()).enclosures == ()


def test_a_report_with_long_appendices_is_one_paper():
    reading = read(pack_papers.long_report())

    assert (reading.kind, reading.enclosures) == ("officer_report", ())


def test_an_agenda_without_its_papers_is_one_paper():
    items = ("1.|Apologies", "2.|Minutes of the last meeting (Pages 3 - 8)", "3.|Family centres (Pages 9 - 20)")

    assert read(bound([agenda(*items), spread("ACCESS TO THE MEETING", "The room has a lift.")])).enclosures == ()


def test_running_heads_are_told_paper_by_paper():
    pages = [agenda("1.|Apologies")]
    for blocks in (MINUTES, REPORT):
        for number in (1, 2):
            head = [papers_head(f"Paper of {blocks[1][:12].title()}")]
            body = spread(*(blocks if number == 1 else REPORT_GOES_ON), y=110)
            pages.append(own_number([*head, *body], number, 2))
    said = [each.text for each in read(bound(pages)).paragraphs]

    assert not [text for text in said if text.startswith("Paper of")]


def papers_head(words):
    return pack_papers.Print(words, 72, 40, size=9)


def test_what_is_closed_in_one_paper_does_not_close_the_next():
    reading = read(pack_papers.plain_pack())

    assert parts_of(reading, 1) == {"open", "exempt"}
    assert parts_of(reading, 2) == {"open"}


def test_a_paper_that_the_agenda_has_in_its_closed_part_is_closed():
    reading = read(pack_papers.stamped_pack(closed=True))

    assert [parts_of(reading, paper) for paper in (2, 3)] == [{"open"}, {"exempt"}]


def test_a_stamp_closes_a_paper_where_the_agenda_gives_no_pages():
    front = agenda(
        "1.|Family centres: hours of opening", "PART II ('CLOSED') AGENDA", "2.|Lease of the Harnford centre"
    )
    pages = [stamped(front, 1), stamped(spread(*REPORT), 2, "1"), stamped(spread(*SECOND), 3, "2")]
    reading = read(bound(pages))

    assert [parts_of(reading, paper) for paper in (1, 2)] == [{"open"}, {"exempt"}]


def test_without_stamps_a_paper_that_no_open_item_names_is_closed():
    front = agenda(
        "1.|Family centres: hours of opening", "PART II ('CLOSED') AGENDA", "2.|Lease of the Harnford centre"
    )
    pages = [front, *(own_number(spread(*blocks), 1, 1) for blocks in (REPORT, SECOND))]
    reading = read(bound(pages))

    assert [parts_of(reading, paper) for paper in (1, 2)] == [{"open"}, {"exempt"}]


def test_a_page_that_says_part_two_closes_the_papers_behind_it():
    divider = spread("PART II ('CLOSED') AGENDA", y=300)
    pages = [
        stamped(agenda("1.|Family centres", "2.|Lease"), 1),
        stamped(spread(*REPORT), 2, "1"),
        stamped(divider, 3),
        stamped(spread(*SECOND), 4, "2"),
    ]
    reading = read(bound(pages))

    assert (parts_of(reading, 1), parts_of(reading, 2)) == ({"open", "exempt"}, {"exempt"})


def test_a_head_that_says_exempt_closes_its_page_alone():
    head = pack_papers.Print("NOT FOR PUBLICATION", 72, 30, size=9)
    pages = [
        agenda("1.|Family centres: hours of opening"),
        own_number(spread(*MINUTES), 1, 1),
        own_number(spread(*REPORT), 1, 2),
        own_number([head, *spread(*REPORT_GOES_ON, y=110)], 2, 2),
    ]
    reading = read(bound(pages))

    assert {each.page for each in reading.paragraphs if each.part == "exempt"} == {4}


def test_an_appendix_of_a_closed_paper_stays_closed():
    closed = ("NOT FOR PUBLICATION", *REPORT)
    pages = [agenda("1.|Family centres"), own_number(spread(*closed), 1, 1), own_number(spread(*APPENDIX), 1, 1)]

    assert parts_of(read(bound(pages)), 1) == {"exempt"}


def test_a_paper_of_no_kind_is_told_as_a_problem():
    slides = ("FAMILY HUBS IN WEXCOMBE", "A talk for members.", "Thank you.")
    pages = [stamped(agenda("1.|Apologies"), 1), stamped(spread(*MINUTES), 2, "2"), stamped(spread(*slides), 3, "3")]
    reading = read(bound(pages))

    assert "Page 3 is of no kind of paper that can be read: nothing was taken from there." in [
        problem.message for problem in reading.problems
    ]


def test_bookmarks_lead_to_pages():
    found = bookmarks(pack_papers.outlined_pack())

    assert [(one.title, one.page, one.at_top) for one in found] == [
        ("Agenda", 1, True),
        ("2 Minutes", 2, True),
        ("3 Family centres", 4, True),
    ]


def test_a_file_without_a_table_of_contents_has_no_bookmarks():
    assert bookmarks(printed(spread("A leaflet."))) == ()


def test_an_agenda_heading_alone_makes_no_pack():
    pages = pdf.printed(bound([spread(*AGENDA_HEAD), spread("NOTES", "Please be on time.")])).pages

    assert pack_of(pages) is None


def test_a_letterhead_that_comes_back_on_each_paper_is_text():
    said = [each.text for each in read(pack_papers.plain_pack()).paragraphs]

    assert said.count("WEXCOMBE COUNTY COUNCIL") == 3


def test_behind_a_cover_without_a_number_the_second_page_begins_no_paper():
    cover = spread("REPORT OF THE HEAD OF EARLY HELP", "FAMILY CENTRES", "12 MAY 2021")
    pages = [agenda("1.|Family centres"), own_number(spread(*MINUTES), 1, 1), cover, own_number(spread(*REPORT), 2, 2)]

    assert [(one.first_page, one.last_page) for one in read(bound(pages)).enclosures] == [(1, 1), (2, 2), (3, 4)]


def test_an_item_that_the_agenda_lists_is_found_once():
    items = [fact for fact in read(pack_papers.stamped_pack()).facts if isinstance(fact, AgendaItem)]

    assert [one.number for one in items if one.title == "Family centres: hours of opening"] == ["3"]
