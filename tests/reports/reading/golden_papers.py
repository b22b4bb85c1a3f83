"""The sources of the golden papers of minutes and officers' reports.

`python -m tests.reports.reading.golden_papers` writes them anew.
"""

from __future__ import annotations

from pathlib import Path

from tests.reports.reading.papers import Print, pdf, spread, word

GOLDEN = Path(__file__).parents[2] / "golden"

MINUTES_FIRST = (
    "WEXCOMBE COUNTY COUNCIL",
    "CHILDREN'S SERVICES CABINET PANEL",
    "WEDNESDAY, 12 MAY 2021",
    "MEMBERS OF THE PANEL",
    "A Brindle, R Castellow, P J Harkwell (Chairman), K Imbrey, L Marchbank (Vice-Chairman), "
    "T Rowsell, B Sandiforth (substitute for G Tolland), H Wyecroft",
    "OTHER MEMBERS IN ATTENDANCE",
    "M Ellory (Executive Member for Children and Young People)",
    "PART I ('OPEN') BUSINESS",
    "1.|MINUTES",
    "1.1|The Minutes of the Cabinet Panel meeting held on 10 March 2021 were confirmed as a "
    "correct record and signed by the Chairman.",
    "2.|FAMILY CENTRES: HOURS OF OPENING",
    "2.1|L Marchbank declared an interest as a trustee of a nursery in Harnford. She stayed for the item.",
    "2.2|Members asked how many centres had longer hours. Officers agreed "
    "to circulate a list of them by the end of June 2021.",
    "2.3|There were 641 children looked after at 31 March 2021, a rate of 45.1 per 10,000.",
    "Conclusions:",
    "2.4|1. The Panel noted the report.",
    "Following a vote by show of hands this was unanimously agreed.",
)
MINUTES_SECOND = (
    "2.|That the Panel recommends that Cabinet closes two centres from 1 April 2022.",
    "Following a vote by show of hands the recommendation was agreed:",
)
MINUTES_LAST = (
    "3.|OTHER PART I BUSINESS",
    "3.1|There was no other business.",
    "PART II ('CLOSED') AGENDA",
    "1.|LEASE OF THE HARNFORD CENTRE",
    "1.1|The Panel noted the report on the lease.",
    "JOSEPHINE ALDERTON",
)
REPORT = (
    "Purpose",
    "1.|To ask Cabinet to agree the hours of the family centres.",
    "RECOMMENDATIONS",
    "THAT Cabinet:",
    "(a)|approves the hours of opening at Appendix 1; and",
    "(b)|notes the views of parents.",
    "ALTERNATIVE OPTIONS",
    "2.|To leave the hours as they are. This would cost £40,000 a year more.",
    "KEY CONSIDERATIONS",
    "3.|Ofsted inspected the centres in March 2020 and judged the centres to be good.",
    "4.|After the Ofsted inspection of the centres in March 2019 a plan was written.",
    "FINANCIAL IMPLICATIONS",
    "5.|None beyond the budget that Council agreed on 23 February 2021.",
    "CLASSIFICATION",
    "This is not an executive decision.",
)
HEAD = (
    ("Meeting:", "Cabinet"),
    ("Meeting date:", "12 May 2021"),
    ("Title of report:", "Family centres: hours of opening"),
    ("Report by:", "Head of Early Help, Wexcombe County Council"),
)


def minutes() -> bytes:
    """Minutes with a split vote, an action in the margin and a closed part."""
    first = spread(*MINUTES_FIRST)
    beside = next(line.y for line in first if line.text.startswith("Members asked"))
    first += [Print("Jo Field", 470, beside, True), Print("to action", 470, beside + 15, True)]
    second = spread(*MINUTES_SECOND)
    y = second[-1].y + 24
    rows = [
        Print(text, x, y + 20 * place)
        for place, cells in enumerate((("Agreed", "5"), ("Abstentions", "1"), ("Against", "1")))
        for text, x in zip(cells, (72, 268), strict=True)
    ]
    furniture = [[Print("CHAIRMAN'S INITIALS ...........", 72, 800), Print(str(number), 530, 800)] for number in (1, 2)]
    return pdf([*first, *furniture[0]], [*second, *rows, *spread(*MINUTES_LAST, y=y + 80), *furniture[1]])


def report() -> bytes:
    """A report with two dates for one inspection and a statement that it is no decision."""
    head = [
        Print(text, x, 72 + 20 * place)
        for place, field in enumerate(HEAD)
        for text, x in zip(field, (72, 250), strict=True)
    ]
    return pdf([*head, *spread(*REPORT, y=180)])


def word_report() -> bytes:
    return word(*(f"{name} {value}" for name, value in HEAD), *(block.replace("|", "\t") for block in REPORT))


def write() -> None:
    for name, content in (
        ("panel_minutes/split-vote.pdf", minutes()),
        ("officer_report/family-centres.pdf", report()),
        ("officer_report/family-centres-typed.docx", word_report()),
    ):
        (GOLDEN / name).write_bytes(content)


if __name__ == "__main__":
    write()
