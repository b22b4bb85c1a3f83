"""Minutes whose titles stand in a narrow column at the left, beside the text."""

from reports.reading.facts import AgendaItem, Attendance, Meeting
from reports.reading.paragraph import Paragraph
from reports.reading.read import read, text_of
from reports.reading.side_headings import run_on
from tests.reports.reading.papers import LEADING, Print, column, pdf
from tests.reports.reading.words import facts_of

TEXT = 190.0
HUBS = [
    "The Director told the panel how the family hubs in Harnford would change",
    "their hours over the coming year, and why the one in Marlow Lane was to",
    "close on Mondays.",
]
HOMES = [
    "The panel considered a report on the homes in which the council's own young",
    "people live, and asked about the two that had stood empty since the spring.",
]


def beside(titles: list[str], lines: list[str], y: float, left: float = 60) -> list[Print]:
    """A title in the column at the left and its text, whose first lines stand level."""
    return [*column(titles, left, y, bold=True), *column(lines, TEXT, y)]


def paper(numbers: tuple[str, ...] = ("41", "42", "43")) -> list[Print]:
    first, second, third = numbers
    return [
        *beside(["Available Papers"], ["The members had before them the agenda papers."], 100),
        *beside([f"{first} Family Hubs", "and their", "Hours"], HUBS, 100 + 2 * LEADING),
        *beside([f"{second} Homes for", "Young People"], HOMES, 100 + 6 * LEADING),
        *column(HUBS, TEXT, 100 + 9 * LEADING),
        *beside([f"{third} Any Other", "Business"], ["None."], 100 + 13 * LEADING),
    ]


def found(*pages: list[Print]) -> list[tuple[str, str | None, str]]:
    return [(each.style, each.label, each.text) for each in paragraphs(*pages)]


def paragraphs(*pages: list[Print]) -> tuple[Paragraph, ...]:
    return text_of(pdf(*pages)).paragraphs


def test_a_title_beside_the_text_is_a_heading_above_it():
    assert found(paper()) == [
        ("heading", None, "Available Papers"),
        ("paragraph", None, "The members had before them the agenda papers."),
        ("heading", "41", "Family Hubs and their Hours"),
        ("paragraph", None, " ".join(HUBS)),
        ("heading", "42", "Homes for Young People"),
        ("paragraph", None, " ".join(HOMES)),
        ("paragraph", None, " ".join(HUBS)),
        ("heading", "43", "Any Other Business"),
        ("paragraph", None, "None."),
    ]


def test_a_title_that_nearly_reaches_the_text_is_parted_from_it():
    close = [Print("41 Hubs and Centres", 66, 130, True), *column(HUBS, TEXT, 130)]
    rest = [line for line in paper() if line.y >= 100 + 6 * LEADING]

    assert found([*close, Print("in Harnford", 66, 145, True), *rest])[:2] == [
        ("heading", "41", "Hubs and Centres in Harnford"),
        ("paragraph", None, " ".join(HUBS)),
    ]


def test_titles_run_on_from_page_to_page():
    second = [*beside(["44 Work", "Programme"], HOMES, 72), *column(HUBS, TEXT, 72 + 3 * LEADING)]

    assert ("heading", "44", "Work Programme") in found(paper(), second)


def test_a_box_of_such_a_title_covers_its_lines():
    title = paragraphs(paper())[2]

    assert title.boxes[0].x1 < TEXT
    assert title.boxes[0].bottom - title.boxes[0].top > 2 * LEADING


def test_numbers_without_titles_stay_numbers_of_their_paragraphs():
    page = [
        *beside(["3.1"], HUBS, 100),
        *beside(["3.2"], HOMES, 100 + 4 * LEADING),
        *beside(["3.3"], HUBS, 100 + 7 * LEADING),
    ]

    assert [(each.style, each.label) for each in paragraphs(page)] == [
        ("paragraph", "3.1"),
        ("paragraph", "3.2"),
        ("paragraph", "3.3"),
    ]


def test_a_table_whose_numbers_do_not_run_on_stays_a_table():
    assert "row" in {style for style, _, _ in found(paper(("41", "17", "90")))}


def test_days_in_the_left_column_are_no_titles():
    assert "row" in {style for style, _, _ in found(paper(("12 May", "13 May", "14 May")))}


def test_a_few_numbers_out_of_step_do_no_harm():
    assert run_on([11, 12, 13, 14, 16])
    assert not run_on([11, 12])


APOLOGIES = ["Apologies were received from Mr R Castellow (Vice Chairman) and Mrs K", "Imbrey."]
PROGRAMME = [
    "The panel agreed its work programme. It was agreed that a report on",
    "homes should be brought to the meeting on 14 July 2021.",
]
MINUTES = [
    Print("Wexcombe County Council", 190, 60, True, 16),
    Print("Minutes of the Children and Families Scrutiny Panel", 80, 85, True, 14),
    Print("Wednesday, 12 May 2021, 10.00 am", 190, 105, True),
    *column(["Present:"], TEXT, 130, bold=True),
    *column(["Mrs A Brindle (Chairman), Mr P J Harkwell and Ms T Rowsell"], TEXT, 145),
    *column(["Also attended:"], TEXT, 170, bold=True),
    *column(["Ruth Cambery (Director of Children's Services)"], TEXT, 185),
    *beside(["Available Papers"], ["The members had before them the agenda papers."], 205),
    *beside(["1623 Apologies", "and Welcome"], APOLOGIES, 230),
    *beside(["1624 Family Hubs", "and their", "Hours"], [*HUBS, "The panel noted the information."], 270),
    *beside(["1625 Work", "Programme"], PROGRAMME, 345),
    *column(HOMES, TEXT, 390),
]


def test_minutes_so_set_are_read_item_by_item():
    reading = read(pdf(MINUTES))

    assert [(each.number, each.title) for each in facts_of(reading, AgendaItem)] == [
        ("1623", "Apologies and Welcome"),
        ("1624", "Family Hubs and their Hours"),
        ("1625", "Work Programme"),
    ]
    roles = {each.name: each.role for each in facts_of(reading, Attendance)}
    assert (roles["Ruth Cambery"], roles["R Castellow"], roles["K Imbrey"]) == ("officer", "apologies", "apologies")
    assert "Available Papers" not in roles
    assert [each.held_on for each in facts_of(reading, Meeting)] == ["2021-05-12", "2021-07-14"]
