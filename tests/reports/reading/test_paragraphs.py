from reports.reading.paragraph import Paragraph
from reports.reading.read import text_of
from tests.reports.reading.papers import Print, column, pdf, spread


def read(*pages: list[Print]) -> tuple[Paragraph, ...]:
    return text_of(pdf(*pages)).paragraphs


LONG = "The panel heard how the family centres in Harnford would change their hours over the coming year and why"


def test_lines_of_one_paragraph_are_joined():
    (found,) = read(spread(LONG))

    assert found.text == LONG


def test_numbers_are_taken_off_and_kept():
    found = read(spread("4.9|" + LONG, "4.10|" + LONG))

    assert [(each.label, each.text) for each in found] == [("4.9", LONG), ("4.10", LONG)]


def test_a_year_alone_with_a_number_is_a_numbered_heading_and_no_row():
    found = read(spread("3.1|" + LONG, "3.2|2018", LONG))

    assert [(each.label, each.style) for each in found][:2] == [("3.1", "paragraph"), ("3.2", "paragraph")]


def test_a_figure_at_the_head_of_a_line_is_no_number_of_a_paragraph():
    lines = [
        "The rate of children looked after at the end of March, at the last count, was",
        "35.2 per 10,000 and fell.",
    ]

    (found,) = read(column(lines))

    assert (found.label, found.text) == (None, " ".join(lines))


def test_a_paragraph_goes_on_over_the_end_of_a_page():
    lines = ["The panel heard how the family centres would change their hours over the coming", "year and why."]

    (found,) = read(column(lines[:1], y=760), column(lines[1:]))

    assert found.text == " ".join(lines)
    assert [box.page for box in found.boxes] == [1, 2]


def test_a_short_line_ends_its_paragraph():
    names = ["Councillor A Brindle", "Councillor T Rowsell", "Councillor H Wyecroft"]

    found = read([*column(names), *spread(LONG, LONG, y=200)])

    assert [each.text for each in found[:3]] == names


def test_bullets_are_told_by_their_place():
    found = read(
        [Print("•", 90, 100), Print("longer hours", 110, 100), Print("•", 90, 115), Print("more staff", 110, 115)]
    )

    assert [(each.style, each.text) for each in found] == [("bullet", "longer hours"), ("bullet", "more staff")]


def test_a_note_in_the_margin_belongs_to_the_paragraph_beside_it():
    body = spread("4.1|" + LONG, "4.2|" + LONG, "4.3|" + LONG)
    beside = [line.y for line in body if line.x == 108][2]
    # A PDF may print the margin's column after all the rest, or before it.
    note = [
        Print("Jo", 480, beside, True),
        Print("Field to", 480, beside + 13, True),
        Print("action", 480, beside + 26, True),
    ]

    for page in ([*body, *note], [*note, *body]):
        assert [each.margin for each in read(page)] == [None, "Jo Field to action", None]


def test_the_margins_own_heading_is_no_note():
    body = spread("4.1|" + LONG, "4.2|" + LONG)

    found = read([*body, Print("ACTION", 480, body[0].y, True)])

    assert [each.margin for each in found] == [None, None]


def test_cells_of_a_table_are_told_by_their_place():
    found = read(
        [
            Print(text, x, y)
            for y, row in ((100, ("Agreed", "7")), (120, ("Against", "3")))
            for text, x in zip(row, (72, 268), strict=True)
        ]
    )

    assert [(each.style, each.cells) for each in found] == [("row", ("Agreed", "7")), ("row", ("Against", "3"))]


def test_a_cells_second_line_belongs_to_its_row():
    found = read([Print("Title:", 72, 100), Print("Family centres and", 268, 100), Print("their hours", 268, 113)])

    assert [each.cells for each in found] == [("Title:", "Family centres and their hours")]


def test_headings_are_bold_or_in_capitals():
    found = read(
        [Print("Key considerations", 72, 100, True), *column(["The centres opened."], y=130), Print("MINUTES", 72, 160)]
    )

    assert [each.style for each in found] == ["heading", "paragraph", "heading"]


def test_two_paragraphs_with_one_number_stay_two():
    found = read(spread("3.1|" + LONG, "3.1|The panel agreed."))

    assert [(each.ordinal, each.label) for each in found] == [(0, "3.1"), (1, "3.1")]
