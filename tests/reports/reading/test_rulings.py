"""Lines on a page, however they are drawn."""

from __future__ import annotations

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from reports.reading.rulings import Rulings, rulings_of


def drawn(draw, turned: int = 0) -> Rulings:
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=(400, 300), invariant=True)
    canvas.setPageRotation(turned)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return rulings_of(written.getvalue(), [1])[1]


@pytest.mark.parametrize(
    "draw",
    [
        lambda canvas: canvas.line(50, 200, 150, 200),
        lambda canvas: canvas.rect(50, 199.5, 100, 1, stroke=0, fill=1),
        lambda canvas: (canvas.line(50, 200, 100, 200), canvas.line(100, 200, 150, 200)),
    ],
    ids=["a stroke", "a thin box", "two strokes that touch"],
)
def test_a_line_across_is_one_line_however_it_is_drawn(draw):
    (line,) = drawn(draw).across

    assert line.at == pytest.approx(100, abs=1)
    assert (line.start, line.end) == (pytest.approx(50, abs=1), pytest.approx(150, abs=1))


def test_a_box_has_four_sides():
    lines = drawn(lambda canvas: canvas.rect(50, 100, 100, 50))

    assert (len(lines.across), len(lines.down)) == (2, 2)


def test_a_page_that_is_turned_tells_of_no_lines():
    assert drawn(lambda canvas: canvas.line(50, 200, 150, 200), turned=90) == Rulings()
