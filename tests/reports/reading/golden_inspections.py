"""The sources of the golden papers of inspections: a council's services, an area, a home, and a visit without grades.

`python -m tests.reports.reading.golden_inspections` writes them anew.
"""

from __future__ import annotations

from tests.reports.reading.golden_papers import GOLDEN
from tests.reports.reading.typeset import as_pdf, as_word

SERVICES = """
# Wexcombe County Council
# Inspection of local authority children's services
Inspection dates: 1 to 12 March 2021
Report published: 26 April 2021
Lead inspector: Ann Lorne, Her Majesty's Inspector
|Judgement|Grade|
|The impact of leaders on social work practice with children and families|Good|
|The experiences and progress of children who need help and protection|Requires improvement to be good|
|The experiences and progress of children in care and care leavers|Outstanding|
|Overall effectiveness|Good|
Leaders know the service well. At the last inspection in 2017 services were found to be inadequate.
# What needs to improve
- How soon children are seen after a referral.
# Children in care in this area
- At 31 March 2021, 641 children were looked after, a rate of 45.1 per 10,000.
# The experiences and progress of children who need help and protection: requires improvement to be good
1. Inspectors saw plans that were clear and some that were not.
# Information about this inspection
Ofsted carried out this inspection under the Education and Inspections Act 2006.
"""
AREA = """
# Area SEND inspection of Ness Local Area Partnership
Inspection dates: 10 to 14 July 2023
Dates of previous inspection: 5 to 9 March 2018
# Inspection outcome
The local area partnership's arrangements lead to inconsistent experiences and outcomes for children and young \
people with special educational needs and/or disabilities (SEND). The partnership must work together to improve \
them.
# Information about the local area partnership
Ness City Council and the integrated care board plan and buy services together.
# What is it like to be a child or young person with SEND in this area?
Inspectors found that children wait long for therapy.
# Inspection team
Lead inspector from Ofsted: Ann Lorne. Lead inspector from the Care Quality Commission: Jo Penfleet. This \
inspection was carried out by Ofsted and the Care Quality Commission.
"""
HOME = """
# Larch House
Inspection report for a children's home run by Harnford Borough Council
Unique reference number: SC900100
Inspection dates: 4 to 5 March 2020
|Overall experiences and progress of children and young people, taking into account|good|
|How well children and young people are helped and protected|outstanding|
|The effectiveness of leaders and managers|requires improvement to be good|
The home gives children a good start.
Date of last inspection: 3 May 2019
Overall judgement at last inspection: good
# Recent inspection history
|Inspection date|Inspection type|Inspection judgement|
|03/05/2019|Full|Good|
|12/01/2019|Interim|Sustained effectiveness|
# Overall experiences and progress of children and young people: good
Children go to school and see their friends.
# Information about this inspection
Inspectors looked at how children live. Ofsted regulates homes under the Care Standards Act 2000.
"""
VISIT = """
12 June 2023
Ruth Cambery
Director of Children's Services, London Borough of Marl
Dear Ruth
# Focused visit to Marl children's services
This letter summarises the findings of the focused visit to Marl children's services on 10 and 11 May 2023. His \
Majesty's Inspectors for this visit were Ann Lorne and Jo Penfleet.
Inspectors looked at the front door of the service. It was carried out in line with the inspection framework.
# Headline findings
Thresholds are well understood. Services were rated good when they were last inspected.
# What needs to improve in this area of social work practice?
- The recording of strategy discussions.
Ofsted will take the findings into account when it plans the next inspection.
Yours sincerely
Ann Lorne
His Majesty's Inspector
"""


def write() -> None:
    for name, content in (
        ("local-authority.pdf", as_pdf(SERVICES)),
        ("area-send.pdf", as_pdf(AREA)),
        ("childrens-home.docx", as_word(HOME)),
        ("focused-visit.pdf", as_pdf(VISIT)),
    ):
        (GOLDEN / "inspection_report" / name).write_bytes(content)


if __name__ == "__main__":
    write()
