"""The sources of the golden papers of agendas, each in the manner of another council.

`python -m tests.reports.reading.golden_papers_agendas` writes them anew.
"""

from __future__ import annotations

from pathlib import Path

import docx

from tests.reports.reading.papers import Print, pdf, saved, spread

GOLDEN = Path(__file__).parents[2] / "golden"

COUNTY = (
    "WEXCOMBE COUNTY COUNCIL",
    "AGENDA for a meeting of the CHILDREN'S SERVICES CABINET PANEL in the Council Chamber, County Hall, Wexcombe on "
    "WEDNESDAY, 12 MAY 2021 at 10.00 am",
    "MEMBERS OF THE PANEL (8) - QUORUM 3",
    "A Brindle, R Castellow, P J Harkwell, K Imbrey, L Marchbank, T Rowsell, G Tolland",
    "Meetings of the Panel are open to the public. Mobile telephones should be switched off.",
    "PART I (PUBLIC) AGENDA",
    "1.|MINUTES",
    "|To confirm the minutes of the meeting held on 10 March 2021 (Pages 5 - 10).",
    "2.|PUBLIC PETITIONS",
    "|The opportunity for any member of the public to present a petition.",
    "3.|FAMILY HUBS: HOURS OF OPENING",
    "|Report of the Director of Children's Services (Pages 11 - 20).",
    "4.|OTHER PART I BUSINESS",
    "|Such other business as the Chairman agrees is urgent.",
    "PART II ('CLOSED') AGENDA",
    "1.|LEASE OF THE MARLOW LANE CENTRE",
    "|Report of the Director of Property (Pages 21 - 24).",
)
BOROUGH = (
    ("Cabinet", True),
    ("Agenda", True),
    ("Date: Tuesday, 16 March 2026", False),
    ("Time: 6.30 pm", False),
    ("Venue: Marl Town Hall, High Street", False),
    ("Membership: Councillors A Quill (Leader), T Hale, S Ode and B Farr", False),
    ("For further information please contact the London Borough of Marl, Democratic Services.", False),
    ("1.\tApologies for absence", True),
    ("2.\tDeclarations of interest", True),
    ("Members are invited to declare any interest in an item on this agenda.", False),
    ("3.\tMinutes (Pages 3 - 8)", True),
    ("To approve the minutes of the meeting held on 17 February 2026 as a correct record.", False),
    ("4.\tFostering service: new fees for carers (Pages 9 - 22)", True),
    ("5.\tShort breaks: award of contract (To Follow)", True),
    ("6.\tExclusion of the press and public", True),
    ("Cabinet is asked whether the public should be excluded from the next item, if it wishes to discuss it.", False),
    ("7.\tShort breaks: appendix on price (Exempt)", True),
    ("8.\tDate of next meeting: 20 April 2026", True),
)
CITY = (
    "NESS CITY COUNCIL",
    "EDUCATION, CHILDREN AND FAMILIES COMMITTEE",
    "AGENDA",
    "Tuesday 3 March 2026 at 10am, Dean Room, City Chambers",
    "This is a public meeting and members of the public are welcome to watch the webcast.",
    "1.|Order of Business",
    "1.1|Including any urgent items that the Convener adds to the agenda.",
    "2.|Declarations of Interests",
    "2.1|Members should declare any interests.",
    "3.|Minutes",
    "3.1|Minute of the Committee of 13 January 2026 - submitted for approval",
    "4.|Executive Decisions",
    "4.1|Inclusion Strategy 2026 to 2029 - report by the Director of Education",
    "4.2|School Estate: New Primary at Harrow Field - report by the Director of Place",
)


# Pages in a column left of the items.
LEFT = (
    ("", "", "HARNFORD BOROUGH COUNCIL"),
    ("", "", "CHILDREN AND EDUCATION OVERVIEW AND SCRUTINY COMMITTEE"),
    ("", "", "WEDNESDAY, 18 MARCH 2026 AT 10:00 HOURS"),
    ("", "", "A G E N D A"),
    ("", "1", "NOTICE OF RECORDING"),
    ("", "2", "APOLOGIES"),
    ("", "", "To receive any apologies."),
    ("5 - 12", "3", "MINUTES – 21 JANUARY 2026"),
    ("", "", "To confirm the minutes of the meeting held on 21 January 2026."),
    ("13 - 40", "4", "FAMILY HUBS: HOURS OF OPENING"),
    ("", "", "Jo Field, Head of Early Help (1015-1130)."),
    ("Attached", "5", "WORK PROGRAMME"),
    ("", "", "To consider the work programme for 2026/27."),
)


def left() -> bytes:
    return pdf(
        [
            Print(text, x, 72.0 + 26 * place, text.isupper() or text.isdigit())
            for place, row in enumerate(LEFT)
            for text, x in zip(row, (60.0, 132.0, 166.0), strict=True)
            if text
        ]
    )


def county() -> bytes:
    return pdf(spread(*COUNTY[:10]), spread(*COUNTY[10:]))


def borough() -> bytes:
    document = docx.Document()
    for text, bold in BOROUGH:
        document.add_paragraph().add_run(text).bold = bold
    return saved(document)


def city() -> bytes:
    return pdf([*spread(*CITY), Print("Contact: committee.services@ness.example", 72, 780)])


PAPERS = {
    "agenda/county-panel.pdf": county,
    "agenda/borough-cabinet.docx": borough,
    "agenda/city-committee.pdf": city,
    "agenda/pages-left.pdf": left,
}


def write() -> None:
    for name, paper in PAPERS.items():
        path = GOLDEN / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(paper())


if __name__ == "__main__":
    write()
