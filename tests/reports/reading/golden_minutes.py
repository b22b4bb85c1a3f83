"""The sources of the golden papers of minutes in the manners of three more councils, all of them made up.

A line that ends with a backslash goes on below.

`python -m tests.reports.reading.golden_minutes` writes them anew.
"""

from __future__ import annotations

import docx

from tests.reports.reading.golden_papers import GOLDEN
from tests.reports.reading.papers import saved
from tests.reports.reading.typeset import as_pdf, as_word

# A borough's full Council: a mayor, motions with recorded votes, the agenda's number below each title.
MARL = """
# LONDON BOROUGH OF MARL
# COUNCIL
MINUTES of the meeting of the Council held in the Assembly Hall, Marl on Wednesday, 15 March 2023.
PRESENT: Ms D Wynter (Mayor), Mr O Pellow (Deputy Mayor), Mr A Ashgrove, Mrs J Benbow, Ms J Benbow, Mr T \
Corrie, Ms H Dunmore, Mr L Estover and Dr P Fairlie
IN ATTENDANCE: Mr S Garrod (Monitoring Officer) and Ms W Hale (Head of Democratic Services)
# 41. Apologies for Absence
(Item 1)
Apologies were received from Mr Ilford and Mrs Jarrow.
# 42. Declarations of Interest
(Item 2)
Mr Corrie and Ms Dunmore declared an interest in item 5 as governors of schools in the borough.
# 43. Minutes of the meeting held on 18 January 2023
(Item 3)
RESOLVED that the minutes of the meeting held on 18 January 2023 be approved as a correct record.
# 44. Mayor's Announcements
(Item 4)
Mr Pellow proposed, and Mr Estover seconded, that the Council record its thanks to the retiring lollipop patrols.
Agreed unanimously.
# 45. Motion: Safer Routes to School
(Item 5)
Mr Ashgrove proposed, and Dr Fairlie seconded the motion that
“This Council resolves to:
- ask the Cabinet to publish a map of safer routes to every primary school; and
- report on the motion that was passed in 2019.”
Mrs Benbow proposed, and Mr Corrie seconded, an amendment to add the words “by September 2023”.
The Mayor put the amendment to the vote and the voting was as follows:
For (3)
Mrs Benbow, Mr Corrie, Mr Estover
Against (5)
Mr Ashgrove, Ms Benbow, Ms Dunmore, Dr Fairlie, Mr Pellow
Abstain (1)
Ms Wynter
Amendment lost.
# 46. Fostering Strategy
(Item 6)
Ms Dunmore proposed, and Mr Pellow seconded the motion that
“Council is asked to adopt the Fostering Strategy 2023-2026.”
Following the debate the Mayor put the motion to the vote and the voting was as follows:
For (6): Mr Ashgrove, Ms Benbow, Ms Dunmore, Dr Fairlie, Mr Pellow
Against (2): Mrs Benbow and Mr Corrie
Abstain (0)
Motion carried.
RESOLVED that the Council adopts the Fostering Strategy 2023-2026.
"""

# A city's policy committee: bold resolutions, votes in brackets, initials of who acts below the paragraph.
NESS = """
# Ness City Council
# Minutes of the Children and Young People Policy Committee
6 October 2022 at 4.00 pm
# Members present:-
Councillors: Rhona Kellas (Chair), Mina Orr (Vice-Chair), Paul Lochhead, Edith Munro, Graham Nairn \
(substitute for Iain Petrie)
# Officers in attendance:-
Sheila Quill (Director of Children's Services), Tomas Reay (Head of Education)
# 1 Apologies for absence
Apologies were received from Councillor Iain Petrie. Councillor Edith Munro attended virtually.
# 2 Declarations of Interest
None were received.
# 3 Minutes of the previous meeting
It was AGREED that the minutes of the meeting held on 8 September 2022 be confirmed as a correct record.
# 4 Nursery Places: Expansion Programme
The Committee considered a report on nursery places. This was a key decision report.
- Members asked how many nurseries open before eight. The Head of Education agreed to bring a list to the \
next meeting.
# (ACTION: TR)
- Cllr Lochhead requested a copy of the survey of parents.
# (ACTION)
Councillor Nairn moved an amendment that the programme begin in the north of the city. This was seconded by \
Councillor Munro.
On being put to the vote the amendment FELL (2 voting FOR, 3 voting AGAINST).
The report recommendations were moved by Councillor Kellas and seconded by Councillor Orr.
On being put to the vote the recommendations were CARRIED on the Chair's casting vote (2 voting FOR, 2 voting \
AGAINST, 1 ABSTENTION).
It was APPROVED that;
1. That the Committee approved the expansion programme at Appendix A.
2. The Director of Children's Services is authorised to award the contracts.
# 5 School Meals
The Committee considered an information report.
# That the Children and Young People Policy Committee:
1. noted the report and accepted that prices would rise; and
2. noted the timetable.
# 6 Exclusion of the Press and Public
It was RESOLVED that the press and public be excluded under paragraph 3 of Part 1 of Schedule 12A of the \
Local Government Act 1972.
# EXEMPT ITEMS
# 7 Purchase of a Nursery
It was AGREED that the Director buys the building on the terms of the exempt report.
"""

# A borough's scrutiny panel in Word: minute numbers of a year, a roll call, a table of actions.
HARNFORD = """
# HARNFORD BOROUGH COUNCIL
# Young People's Scrutiny Panel
# Minutes of the meeting held on Tuesday 7 June 2022 at 6.30 pm
| Present: | Councillors B Tarrant (Chair), S Udall, V Westcott and Mrs Y Yeoman |
| Also present: | Councillor Z Axford, Cabinet Member for Education and Skills |
| Officers: | Ann Birchall (Director of Education), Colin Dashwood (Democratic Services Officer) |
| Apologies: | Councillor N Eldon |
# YP/7 MINUTES
The minutes of the meeting held on 5 April 2022 were agreed as a correct record and signed by the Chair.
# YP/8 DECLARATIONS OF INTEREST
Councillor Udall declared a personal interest in minute YP/9 as a foster carer.
# YP/9 YOUTH CENTRES
The Director of Education presented the report. She said that the Tolland centre would open in September 2022 \
and undertook to circulate the opening hours.
It was moved by Councillor Westcott and seconded by Councillor Udall that Cabinet be asked to keep the Lower \
Street centre open. A recorded vote was taken:
| Councillor Tarrant | Against |
| Councillor Udall | For |
| Councillor Westcott | For |
| Councillor Mrs Yeoman | Abstained |
The motion was carried.
RECOMMENDED that Cabinet keeps the Lower Street centre open.
# YP/10 WORK PROGRAMME
RESOLVED:
(a) that the work programme be approved; and
(b) that a task group on school transport be set up.
Officers were asked to bring a further report on attendance. (Action: Head of Schools)
# YP/11 DATE OF NEXT MEETING
Tuesday 6 September 2022.
| Minute | Action | Owner | Due |
| YP/10 | Draft the scope of the task group | Colin Dashwood | 30 June 2022 |
"""

# A county's partnership board in Word: one table of items, discussion and actions, its attendance in another.
DENE = (
    (
        ("Present:", "Councillor F Larkhill (Chair)\nCouncillor G Mossop (Vice-Chair)\nCouncillor H Nethercott"),
        ("Officers:", "Priya Oakden, Director of Children's Services\nEllis Quarry, Head of Fostering"),
        ("Apologies:", "Councillor I Pender"),
    ),
    (
        ("Item", "Discussion and decisions", "Action", "Who", "By when"),
        (
            "1",
            "Declarations of interest\nCllr Mossop declared an interest in item 3 as a governor.",
            "",
            "",
            "",
        ),
        (
            "2",
            "Minutes\nThe minutes of the meeting held on 8 March 2023 were agreed as a correct record.",
            "None",
            "",
            "",
        ),
        (
            "3",
            "Virtual School (Key Decision: KD2023/14)\nThe Head of Fostering said that she would send a list.\n"
            "Agreed:\n(a) that the report be noted; and\n(b) that the pledge be adopted.",
            "Send the Board a list of the schools\nInvite two young people to the next meeting",
            "Ellis Quarry\nCllr Larkhill",
            "30 June 2023\nSeptember 2023",
        ),
        ("4", "Any other business\nThere was none.", "All to note", "", ""),
    ),
)


def dene() -> bytes:
    document = docx.Document()
    for text in ("DENE COUNTY COUNCIL", "CORPORATE PARENTING BOARD", "Minutes of the meeting held on 7 June 2023"):
        document.add_paragraph().add_run(text).bold = True
    for rows in DENE:
        table = document.add_table(rows=len(rows), cols=len(rows[0]))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                first, *others = text.split("\n")
                cell.paragraphs[0].text = first
                for other in others:
                    cell.add_paragraph(other)
        document.add_paragraph()
    return saved(document)


def write() -> None:
    for name, content in (
        ("recorded-votes.pdf", as_pdf(MARL)),
        ("policy-committee.pdf", as_pdf(NESS)),
        ("scrutiny-roll-call.docx", as_word(HARNFORD)),
        ("board-table.docx", dene()),
    ):
        (GOLDEN / "panel_minutes" / name).write_bytes(content)


if __name__ == "__main__":
    write()
