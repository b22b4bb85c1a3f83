from reports.reading.lines import Line, beside, joined, rows


def line(text: str, x0: float, x1: float, top: float = 100, bold: bool = False, size: float = 10) -> Line:
    return Line(1, text, x0, x1, top, top + size, bold, size)


def test_what_stands_side_by_side_is_one_row_from_left_to_right():
    number, text = line("4.1", 72, 90), line("The panel met", 108, 200, top=102)

    assert rows([text, number]) == [(number, text)]


def test_lines_below_each_other_are_rows_of_their_own():
    assert len(rows([line("One", 72, 90, top=100), line("Two", 72, 90, top=112)])) == 2


def test_a_raised_letter_stands_beside_its_word():
    assert beside(line("31", 72, 84), line("st", 84, 90, top=98, size=6))


def test_pieces_are_joined_with_the_space_that_the_print_leaves():
    (whole,) = joined([line("The", 72, 90), line("panel", 93, 120)])

    assert whole.text == "The panel"


def test_a_columns_gap_keeps_pieces_apart():
    assert len(joined([line("Agreed", 72, 110), line("7", 268, 274)])) == 2


def test_words_of_a_stretched_line_are_no_columns():
    assert len(joined([line("new\thours\tbegan.", 72, 200), line("All\twas\twell", 221, 300)])) == 1


def test_print_that_is_set_twice_to_look_bold_is_read_once():
    (whole,) = joined([line("MINUTES", 72, 120), line("MINUTES", 72.3, 120.3)])

    assert whole.text == "MINUTES"


def test_bold_print_close_to_the_text_may_be_a_note():
    pieces = [line("would form part of each", 72, 200), line("Jo Field", 208, 240, bold=True)]

    assert len(joined(pieces, notes_apart=True)) == 2
    assert len(joined(pieces)) == 1
