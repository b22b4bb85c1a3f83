"""Executive members' reports to read: a head and a foot to set a text between, and two whole papers."""

from reports.reading.facts import Decision, Meeting, PlannedDecision
from reports.reading.kinds.executive_report import EXECUTIVE_REPORT
from tests.reports.reading.words import facts_of, paper

HEAD = """
# EXECUTIVE REPORT: CHILDREN AND FAMILIES
# 1. Cabinet decisions since the last report to Council
"""
TAIL = """
Ada Lorne
Executive Member for Children and Families
June 2014
"""


def found(text, sort):
    return facts_of(EXECUTIVE_REPORT.read(paper(HEAD + text + TAIL)), sort)


def meetings(text):
    return [
        (meeting.committee, meeting.held_on, meeting.status, meeting.joint_with) for meeting in found(text, Meeting)
    ]


def decisions(text):
    return [
        (decision.committee, decision.decided_on, decision.outcome, decision.text) for decision in found(text, Decision)
    ]


def planned(text):
    return [(plan.reference, plan.title, plan.decision_maker, plan.due_on) for plan in found(text, PlannedDecision)]


FIRST_PERSON = """
# Wexcombe Borough Council
# Report of the Cabinet Member for Children and Families to Full Council
Councillor Ida Marsh
18 October 2018
# Recent decisions
At its meeting on 12 September 2018 the Executive agreed a contract for school nursing.
On 10 October 2018 the Executive resolved to:
(a) adopt the early years strategy; and
(b) delegate its delivery to the Director.
No decisions were taken under my delegated powers.
# Decisions coming up
- School admissions 2020/21 (Executive, 14 November 2018)
- Fostering fees – December 2018 – ref. KD12/18
# Working in partnership
I chair the Wexcombe Corporate Parenting Board and I am a member of the Children's Trust Board.
# Thank you
I thank the 300 volunteers who ran our fair on 7 July.
"""

THIRD_PERSON = """
# WEXCOMBE COUNTY COUNCIL
# COUNCIL - 9 MAY 2019
# PORTFOLIO HOLDER'S REPORT - EDUCATION AND CHILDREN
# A. Decisions taken by Cabinet since the last meeting of Council
1. Cabinet met on 4 March, 1 April and 29 April 2019.
2. The following decisions were made at the meeting on 1 April 2019:
- Approved the school places plan.
- Noted the annual report of the adoption service.
3. Harnford Clinical Commissioning Group has decided to close the clinic at Pool Street.
# B. Forthcoming business
4. A report on home to school transport will be considered by Cabinet on 10 June 2019.
# C. Scrutiny
5. The Children's Select Committee met on 20 March 2019 and will meet next on 19 June 2019.
Councillor Peter Holm, Portfolio Holder for Education and Children
"""
