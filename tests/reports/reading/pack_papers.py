"""Packs of a made-up council, bound in four manners: agenda, last minutes and reports in one file.

`python -m tests.reports.reading.pack_papers` writes the golden one anew.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.reports.reading.papers import Print, spread

Page = list[Print]

AGENDA_HEAD = (
    "WEXCOMBE COUNTY COUNCIL",
    "CHILDREN'S SERVICES CABINET PANEL",
    "WEDNESDAY, 12 MAY 2021 AT 10.00 AM",
    "COUNCIL CHAMBER, COUNTY HALL, WEXCOMBE",
    "AGENDA",
)
MINUTES = (
    "WEXCOMBE COUNTY COUNCIL",
    "MINUTES OF THE CHILDREN'S SERVICES CABINET PANEL HELD ON WEDNESDAY, 10 MARCH 2021",
    "Present: P J Harkwell (Chairman), A Brindle, R Castellow",
    "1.|MINUTES",
    "1.1|The Minutes of the meeting held on 13 January 2021 were confirmed as a correct record.",
    "2.|FOSTER CARERS",
    "2.1|The Panel considered a report on the recruitment of foster carers.",
    "2.2|RESOLVED: That the Panel noted the report and thanked the carers of Wexcombe.",
)
MINUTES_CLOSED = ("PART II ('CLOSED') AGENDA", "1.|LEASE OF THE HARNFORD CENTRE", "1.1|The Panel noted the lease.")
REPORT = (
    "WEXCOMBE COUNTY COUNCIL",
    "Meeting: Children's Services Cabinet Panel",
    "Meeting date: 12 May 2021",
    "Title of report: Family centres: hours of opening",
    "Report by: Head of Early Help",
    "PURPOSE OF REPORT",
    "1.|To ask the Panel to agree the hours of the family centres.",
    "RECOMMENDATIONS",
    "THAT the Panel:",
    "(a)|approves the hours of opening at Appendix A; and",
    "(b)|notes the views of parents.",
)
REPORT_GOES_ON = (
    "FINANCIAL IMPLICATIONS",
    "2.|None beyond the budget that Council agreed on 23 February 2021.",
    "BACKGROUND PAPERS",
    "None.",
)
APPENDIX = ("APPENDIX A", "HOURS OF OPENING", "Harnford: Monday to Friday, nine to five.", "Tolland: Tuesday alone.")
SECOND = (
    "WEXCOMBE COUNTY COUNCIL",
    "Meeting: Children's Services Cabinet Panel",
    "Meeting date: 12 May 2021",
    "Title of report: Lease of the Harnford centre",
    "Report by: Head of Property",
    "PURPOSE OF REPORT",
    "1.|To tell the Panel what the landlord asks for.",
    "RECOMMENDATIONS",
    "THAT the Panel:",
    "(a)|agrees the lease of the Harnford centre.",
    "LEGAL IMPLICATIONS",
    "2.|The lease would run for ten years.",
)
ITEMS = ("Apologies for absence", "Minutes of the last meeting", "Family centres: hours of opening")
PAPERS: tuple[tuple[Sequence[str], ...], ...] = ((MINUTES, MINUTES_CLOSED), (REPORT, REPORT_GOES_ON, APPENDIX))


def bound(pages: Sequence[Page], bookmarks: Sequence[tuple[str, int]] = ()) -> bytes:
    """Pages as one PDF file; each bookmark leads to a page, 1 for the first."""
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=A4, invariant=True)
    for number, page in enumerate(pages, start=1):
        for title, to in bookmarks:
            if to == number:
                canvas.bookmarkPage(title)
                canvas.addOutlineEntry(title, title, level=0)
        for line in page:
            canvas.setFont("Helvetica-Bold" if line.bold else "Helvetica", line.size)
            canvas.drawString(line.x, A4[1] - line.y, line.text)
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def stamped(page: Page, number: int, item: str | None = None) -> Page:
    """A page with the clerk's stamps: the file's page number at its foot, the item's number at its head."""
    tag = [Print(f"Agenda Item {item}", 470, 40, size=9)] if item else []
    return [*tag, *page, Print(f"Page {number}", 280, 815, size=9)]


def own_number(page: Page, number: int, of: int) -> Page:
    return [*page, Print(f"Page {number} of {of}", 72, 800, size=9)]


def agenda(*lines: str) -> Page:
    return spread(*AGENDA_HEAD, *lines)


def stamped_pack(closed: bool = False) -> bytes:
    """As a committee system binds: page numbers in the agenda, stamps, a blank page; the last report may be closed."""
    part = ("PART II ('CLOSED') AGENDA",) if closed else ()
    front = agenda(
        f"1.|{ITEMS[0]}",
        f"2.|{ITEMS[1]} (Pages 3 - 4)",
        f"3.|{ITEMS[2]} (Pages 5 - 7)",
        *part,
        "4.|Lease of the Harnford centre (Pages 9 - 9)",
    )
    pages = [front, blank(), spread(*MINUTES), spread(*MINUTES_CLOSED)]
    pages += [own_number(spread(*blocks), number, 2) for number, blocks in enumerate((REPORT, REPORT_GOES_ON), 1)]
    pages += [spread(*APPENDIX), blank(), spread(*SECOND)]
    tags = {3: "2", 5: "3", 9: "4"}
    return bound([stamped(page, number, tags.get(number)) for number, page in enumerate(pages, 1)])


def outlined_pack() -> bytes:
    """As papers are bound from a list: nothing on the pages, a bookmark for each paper."""
    pages = [agenda(*(f"{number}.|{item}" for number, item in enumerate(ITEMS, 1)))]
    pages += [spread(*blocks) for paper in PAPERS for blocks in paper]
    return bound(pages, [("Agenda", 1), ("2 Minutes", 2), ("3 Family centres", 4)])


def plain_pack() -> bytes:
    """As a word processor prints papers one behind the other: each has its own page numbers and nothing else."""
    pages = [agenda(*(f"{number}.|{item}" for number, item in enumerate(ITEMS, 1)))]
    for paper in PAPERS:
        pages += [own_number(spread(*blocks), number, len(paper)) for number, blocks in enumerate(paper, 1)]
    return bound(pages)


def unnumbered_pack() -> bytes:
    """As scanned and recognised, or saved without page numbers: the papers' own heads are all there is."""
    pages = [agenda(*(f"{number}.|{item}" for number, item in enumerate(ITEMS, 1)))]
    return bound([*pages, *(spread(*blocks) for paper in PAPERS for blocks in paper)])


def long_report() -> bytes:
    """One report with two appendices that number their own pages, and headings as bookmarks."""
    appendices = (APPENDIX, ("APPENDIX B", "VIEWS OF PARENTS", "Most parents asked for Saturdays."))
    pages = [own_number(spread(*REPORT), 1, 2), own_number(spread(*REPORT_GOES_ON), 2, 2)]
    pages += [own_number(spread(*blocks), 1, 1) for blocks in appendices]
    headings = [("Purpose of report", 1), ("Financial implications", 2), ("Appendix A", 3), ("Appendix B", 4)]
    return bound(pages, headings)


def blank() -> Page:
    return [Print("This page is intentionally left blank", 180, 400)]


def write() -> None:
    (Path(__file__).parents[2] / "golden/agenda/panel-pack.pdf").write_bytes(stamped_pack(closed=True))


if __name__ == "__main__":
    write()
