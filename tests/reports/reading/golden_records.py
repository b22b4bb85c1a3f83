"""The sources of the golden papers of decisions: records and notices in the manners of several councils.

`python -m tests.reports.reading.golden_records` writes them anew.
"""

from __future__ import annotations

from tests.reports.reading.golden_papers import GOLDEN
from tests.reports.reading.typeset import as_pdf, as_word

# A form with headings, signed.
MEMBERS = """
# WEXCOMBE COUNTY COUNCIL - RECORD OF DECISION
|DECISION TAKEN BY:|DECISION NO:|
|Cabinet Member for Children and Skills|21/00034|
# Key decision: Yes
# Title of Decision:
# Family hubs: award of contract
# Decision:
As Cabinet Member for Children and Skills I agree to:
(a) AWARD the contract for the family hubs to Harnford Play for five years; and
(b) DELEGATE authority to the Director of Early Help to sign it.
# Reason(s) for decision:
The present contract ends on 31 March 2022. Parents asked for longer hours.
# Cabinet Committee recommendations and other consultation:
The Children's Cabinet Committee endorsed the proposal on 4 May 2021.
# Any alternatives considered and rejected:
To run the hubs ourselves, which would cost £40,000 a year more.
# Any interest declared when the decision was taken and any dispensation granted by the Proper Officer:
Councillor A Brindle declared that she is a trustee of a nursery in Harnford.
Signed: A Brindle
Date: 12 May 2021
"""
# The same form, not yet signed.
PROPOSED = """
# NESS CITY COUNCIL
# PROPOSED RECORD OF DECISION
|DECISION TO BE TAKEN BY:|Cabinet|
|DECISION NUMBER:|22/017|
|SUBJECT MATTER:|Special school places 2023 to 2026|
|KEY DECISION:|Yes|
|DATE DECISION DUE:|14 July 2022|
# Proposed decision
Cabinet is to agree to:
1. approve the plan for special school places; and
2. allocate £2.4 million from the schools' budget to it.
# Reasons for the decision
More children need a place than there are places.
# Any alternatives considered
None.
# Any interest declared
.......................................... ..........................................
Signed Date
"""
# An officer's form in a table.
OFFICERS = """
# HARNFORD BOROUGH COUNCIL
# Officer Decision Record
|Decision title:|Grant to the Marlow Lane youth club|
|Reference number:|ODR 2021-118|
|Date of decision:|9 June 2021|
|Decision maker:|Corporate Director, Children and Families|
|Authority for delegated decision:|Cabinet, 3 February 2021, minute 14|
|Key decision?|No|
|Wards affected:|Marlow|
|Consultation:|The youth council was asked in April 2021.|
|Decision made:|To grant the youth club £12,500 for the summer of 2021.|
|Reasons for decision:|The club is open to all and has lost its income.|
|Details of any alternative options considered and rejected:|To lend the money. The club could not pay it back.|
|Details of any declarations of interest made:|None|
|Dispensations granted:|None|
"""
# A sheet of a meeting's decisions in prose.
SHEET = """
# LONDON BOROUGH OF MARL
# CABINET
# DECISION SHEET
# Wednesday 12 May 2021
Set out below is a summary of the decisions taken by the Cabinet at its meeting on Wednesday 12 May 2021. The \
deadline for call-in is 5.00 pm on 20 May 2021.
# 1. Apologies for absence
There were none.
# 2. Declarations of interest
Councillor T Rowsell declared an interest in item 4 as a governor of Marl Park School.
# 3. Family hubs
RESOLVED:
(1) That the plan for the hubs be approved.
(2) That the Director of Early Help report on it in a year.
Reasons for decision
To help families sooner.
Alternative options considered
To keep the children's centres. They are far from the estates.
# 4. Marl Park School: a sixth form
RESOLVED that the decision be deferred to the next meeting.
Reasons for decision
The governors have not been asked.
# 5. Fostering allowances
That the rise of 3% in fostering allowances from April 2021 be noted.
"""
# A statement with a row for each decision.
STATEMENT = """
# TOLLAND BOROUGH COUNCIL
# STATEMENT OF EXECUTIVE DECISIONS
The following decisions were taken by the Executive at its meeting on 8 June 2021. They come into force on 16 \
June 2021 unless they are called in.
|Agenda item|Decision|Reasons for decision|Alternatives considered|
|5. Short breaks for disabled children|That the short breaks statement be adopted.|The law asks for one.|None|
|6. Term dates 2022/23|That the term dates be approved.|Schools plan a year ahead.|A fixed spring term|
|7. School transport|Deferred.|Costs are to be checked.|Not applicable|
"""


# An officer's form whose names fill several lines of a narrow column.
DELEGATED = """
|Delegated Decision Notice|Pellworth City Council|
|Decision number:|D40218|
|Directorate:|Children and Families|
|Decision maker:|Director of Children and Families|
|Subject:|Grant for toy libraries in the family hubs|
|Decision details:|The Director of Children and Families approved a grant of £18,000 to the toy libraries for 2025/26.|
|A brief statement of the reasons for the decision taken by the officer:|The libraries lend to 900 families.|
|Brief details of any alternative options considered and rejected by the decision maker:|To buy toys for each hub.|
|Type of decision:|[ ] Key decision [X] Significant operational decision [ ] Administrative decision|
|Conflicts of interest declared by the decision maker or by a member who was consulted, and dispensations:|None|
|Affected wards:|All|
|Signature: N Farrow|Date: 4 April 2025|
"""
# A notice of a cabinet's decisions that goes out before the minutes.
NOTICE = """
# BOROUGH OF STANWICK
# CABINET
# DECISIONS taken at the meeting held on Tuesday, 10 June 2025
Published: Thursday, 12 June 2025. These decisions will come into force at 5.00 pm on Thursday, 19 June 2025 unless \
they are called in.
Present: Councillors L Marden (Chair), P Oakes and S Tully. Apologies: Councillor J Wray.
# 4. Youth Promise 2025 to 2028 (Key decision - ref. 1187)
RESOLVED: That Cabinet adopts the Youth Promise.
Reason for decision: Young people wrote it. Alternative options: None.
# 5. Expansion of Larch Hill School (Key decision - ref. 1190)
RESOLVED: That Cabinet approves the expansion of the school from September 2026.
Reason for decision: More children need places. Declarations of interest: Councillor P Oakes, as a governor of the \
school.
"""


def write() -> None:
    for name, content in (
        ("member-signed.pdf", as_pdf(MEMBERS)),
        ("proposed.pdf", as_pdf(PROPOSED)),
        ("officer-table.docx", as_word(OFFICERS)),
        ("decision-sheet.pdf", as_pdf(SHEET)),
        ("statement-table.docx", as_word(STATEMENT)),
        ("delegated-narrow.pdf", as_pdf(DELEGATED)),
        ("notice-before-minutes.pdf", as_pdf(NOTICE)),
    ):
        (GOLDEN / "decision_record" / name).write_bytes(content)


if __name__ == "__main__":
    write()
