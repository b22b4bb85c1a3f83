"""The sources of the golden papers of forward plans, each in the manner of another council.

`python -m tests.reports.reading.golden_papers_plans` writes them anew.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import docx
from reportlab.pdfgen.canvas import Canvas

from tests.reports.reading.papers import pdf, saved, spread

GOLDEN = Path(__file__).parents[2] / "golden"
LANDSCAPE = (842.0, 595.0)
STEP = 13.0

Cell = tuple[str, ...]

RULED_HEADS = ("Lead Officer", "Title and summary of Decision", "Meeting date", "Decision taker", "Report Type")
RULED_WIDTHS = (150, 250, 90, 140, 90)
RULED_FIRST = (
    (
        ("Jo Field, Head of Early", "Help", "jo.field@wexcombe.gov.uk"),
        (
            "*Family hubs: hours of",
            "*opening",
            "To agree the hours of opening of all",
            "hubs from September.",
            "",
            "Open",
        ),
        ("12 May 2026",),
        ("Children and Families", "Policy Committee"),
        ("Decision", "Report"),
    ),
    (
        ("Ravi Stell, Director of", "Education", "ravi.stell@wexcombe.gov.uk"),
        ("*School places plan 2026 to 2030", "To note the numbers forecast for", "each area", "", "Non Key", "Open"),
        ("12 May 2026",),
        ("Children and Families", "Policy Committee"),
        ("For", "Information"),
    ),
    (
        ("Ravi Stell, Director of", "Education", "ravi.stell@wexcombe.gov.uk"),
        ("*Sale of the Marlow Lane Centre", "To seek approval to sell the centre and"),
        ("9 June 2026",),
        ("Children and Families", "Policy Committee"),
        ("Decision", "Report"),
    ),
)
RULED_SECOND = (
    ((), ("to use the receipt for two new hubs.", "", "Part exempt", "3"), (), (), ()),
    (
        ("Jo Field, Head of Early", "Help"),
        ("*Youth justice plan", "To recommend the plan to Council.", "", "Open"),
        ("14 July 2026",),
        ("Full Council",),
        ("Decision", "Report"),
    ),
)
WORD_HEADS = (
    "Ref", "Subject matter", "Decision maker", "Date of decision", "Key decision?", "Private?", "Contact officer",
)  # fmt: skip
WORD_ROWS = (
    ("KD5107", "Fostering service: new fees for carers To agree the fees from April.", "Cabinet", "16 March 2026",
     "Yes", "No", "Amara Quill, 01632 960117"),
    ("KD5110", "Award of the contract for short breaks", "Cabinet Member for Children", "Not before 3 April 2026",
     "Yes", "Yes, paragraph 3", "Amara Quill"),
    ("", "Annual report of the adoption agency", "Cabinet", "April 2026", "No", "No", "Tom Hale"),
)  # fmt: skip
BLOCKS = (
    "HARNFORD BOROUGH COUNCIL",
    "NOTICE OF KEY DECISIONS",
    "For the period 1 March 2026 to 30 June 2026",
    "Published: 2 February 2026",
    "This notice sets out the key decisions that are to be taken in the next four months. A key decision is one that "
    "affects two or more wards. At least 28 clear days' notice is given.",
    "1.|Early years funding: rates for 2026/27",
    "Decision maker: Cabinet",
    "Decision due date: 24 March 2026",
    "Reason key: Expenditure over £250,000",
    "Wards affected: All",
    "Lead officer: Nell Okoro, Head of Early Years",
    "Anticipated restriction: Open",
    "2.|Lease of the former Tolland Infant School",
    "Decision maker: Leader of the Council",
    "Decision due date: Between 1 and 30 April 2026",
    "Reason key: Two or more wards",
    "Wards affected: Tolland",
    "Lead officer: Piers Lowick, Director of Property",
    "Anticipated restriction: Part exempt, paragraph 3",
)
LIST = (
    "NESS CITY COUNCIL",
    "CABINET FORWARD PLAN",
    "MARCH TO JUNE 2026",
    "This plan lists the key decisions and other decisions that Cabinet expects to take over the next four months. It "
    "is updated every month.",
    "CABINET - 10 MARCH 2026",
    "E/26/014 – Care leavers' offer – key decision",
    "E/26/015 – Annual report of the virtual school – non-key",
    "CABINET - 14 APRIL 2026",
    "E/26/021 – Inclusion strategy 2026 to 2029 – key decision",
)


PROGRAMME = (
    "#Borough of Tolland",
    "#Cabinet Forward Work Programme: May to September 2026",
    "The forward work programme shows the reports that Cabinet expects to consider. It is reviewed each month and was "
    "last updated on 24 April 2026.",
    "#Cabinet – 12 May 2026",
    "#1. Family hubs: hours of opening",
    "Purpose: To agree the hours from September.",
    "Report author: Jo Field, Head of Early Help",
    "Cabinet Member: Cllr Ada Brindle, Children",
    "Exempt: No",
    "#Cabinet – 9 June 2026",
    "#2. Sale of the Marlow Lane Centre",
    "Purpose: To agree the sale. Exempt: paragraph 3 of Schedule 12A.",
    "Report author: Piers Lowick, Director of Property",
    "Cabinet Member: Cllr Tom Hale, Resources",
    "Exempt: Yes",
    "#Reports for Council",
    "*Youth justice plan – Council, 14 July 2026 (Ravi Stell)",
)


def programme() -> bytes:
    """A heading a meeting, a heading an entry and lines below it; last a bullet that says all in one line."""
    document = docx.Document()
    for text in PROGRAMME:
        if text.startswith("#"):
            document.add_heading(text.removeprefix("#"))
        else:
            document.add_paragraph(text.removeprefix("*"), style="List Bullet" if text.startswith("*") else None)
    return saved(document)


def ruled() -> bytes:
    """A table with lines over two pages, an entry broken by the pages' end and heads that come back."""
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=LANDSCAPE, invariant=True)
    front(canvas)
    canvas.showPage()
    for rows in (RULED_FIRST, RULED_SECOND):
        table(canvas, rows)
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def front(canvas: Canvas) -> None:
    lines = (
        (30, "Forward plan"),
        (18, "THIS DOCUMENT GIVES NOTICE OF ANTICIPATED KEY DECISIONS"),
        (18, "TO BE TAKEN BY THE CHILDREN AND FAMILIES POLICY COMMITTEE"),
        (12, "This update published 14 April 2026"),
        (12, "WEXCOMBE COUNTY COUNCIL"),
        (11, "The plan is updated every month. It also lists items that are outside the definition of a key decision."),
    )
    y = LANDSCAPE[1] - 80
    for size, text in lines:
        canvas.setFont("Helvetica", size)
        canvas.drawString(72, y, text)
        y -= 2.2 * size


def table(canvas: Canvas, rows: Sequence[Sequence[Cell]]) -> None:
    """A table's heads and rows from the top of a page, a line round each cell."""
    y = LANDSCAPE[1] - 44
    for row in (tuple((f"*{head}",) for head in RULED_HEADS), *rows):
        height = STEP * max(len(cell) for cell in row) + 8
        x = 50.0
        for width, cell in zip(RULED_WIDTHS, row, strict=True):
            canvas.rect(x, y - height, width, height)
            for place, line in enumerate(cell):
                canvas.setFont("Helvetica-Bold" if line.startswith("*") else "Helvetica", 11)
                canvas.drawString(x + 6, y - 12 - STEP * place, line.lstrip("*"))
            x += width
        y -= height


def word_table() -> bytes:
    document = docx.Document()
    for text in ("London Borough of Marl", "Forward Plan of Decisions", "Date of publication: 12 February 2026"):
        document.add_heading(text)
    document.add_paragraph(
        "This plan sets out the decisions that are to be taken over the next four months. The Access to Information "
        "(England) Regulations 2012 ask for 28 days' notice of each."
    )
    grid = document.add_table(rows=0, cols=len(WORD_HEADS))
    for row in (WORD_HEADS, *WORD_ROWS):
        for cell, text in zip(grid.add_row().cells, row, strict=True):
            cell.text = text
    return saved(document)


def blocks() -> bytes:
    return pdf(spread(*BLOCKS[:11]), spread(*BLOCKS[11:]))


def listed() -> bytes:
    document = docx.Document()
    for text in LIST:
        if text.isupper():
            document.add_heading(text)
        elif text.startswith("E/"):
            document.add_paragraph(text, style="List Bullet")
        else:
            document.add_paragraph(text)
    return saved(document)


PAPERS = {
    "forward_plan/ruled-table.pdf": ruled,
    "forward_plan/word-table.docx": word_table,
    "forward_plan/blocks.pdf": blocks,
    "forward_plan/list.docx": listed,
    "forward_plan/work-programme.docx": programme,
}


def write() -> None:
    for name, paper in PAPERS.items():
        path = GOLDEN / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(paper())


if __name__ == "__main__":
    write()
