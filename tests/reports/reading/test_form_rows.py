"""Names and values of a form that stand close together."""

from __future__ import annotations

from reports.reading.form_rows import with_values_apart
from reports.reading.lines import Line


def line(text, x0, x1, gaps=()):
    return Line(1, text, x0, x1, 0.0, 11.0, False, 11.0, gaps)


FORM = [(line(name, 60, 140), line("All", 250, 270)) for name in ("Wards:", "Subject:", "Maker:")]


def test_a_value_close_behind_its_name_is_a_cell_of_its_own():
    close = (line("Details of what else was considered\tNone", 60, 290, ((238, 250),)),)

    rows = with_values_apart([*FORM, close])

    assert [(cell.text, cell.x0, cell.x1) for cell in rows[-1]] == [
        ("Details of what else was considered", 60, 238),
        ("None", 250, 290),
    ]


def test_a_gap_that_leads_to_no_column_stays_in_its_line():
    prose = (line("Parents asked for\tlonger hours", 60, 290, ((170, 182),)),)

    assert with_values_apart([*FORM, prose])[-1] == prose


def test_two_rows_are_no_form():
    close = (line("Details of what else was considered\tNone", 60, 290, ((238, 250),)),)

    assert with_values_apart([*FORM[:2], close])[-1] == close
