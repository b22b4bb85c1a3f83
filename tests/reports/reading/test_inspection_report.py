"""Reports of several inspectorates: their grades, each once, and none where none was given."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reports.reading.facts import Decision, Figure, Judgement, Recommendation
from reports.reading.kinds import detect
from reports.reading.kinds.inspection_report import read
from tests.reports.reading.words import facts_of, paper

SERVICES = """
# Inspection of Wexcombe local authority children's services
Inspection dates: 4 to 15 March 2024
Lead inspector: Ann Lorne, His Majesty's Inspector
|Judgement|Grade|
|The impact of leaders on social work practice with children and families|Good|
|The experiences and progress of children in care|Requires improvement to be good|
|Overall effectiveness|Good|
At the last inspection in 2019 services were judged to be inadequate.
# Children in care in this area
- At 31 March 2024, 641 children were looked after. Some 12 of them moved.
# The experiences and progress of children in care: requires improvement to be good
Ofsted inspectors found good plans.
"""
OLDER = """
# Wexcombe County Council
# Inspection of services for children in need of help and protection
Inspection date: 14 September 2015 – 8 October 2015
Report published: 27 November 2015
# Children's services in Wexcombe are good
1. Children who need help and protection
Requires improvement
# 2. Children looked after and achieving
Good
# permanence
|2.1 Graded judgement: adoption performance|Good|
|3. Leadership, management and governance|Outstanding|
# Recommendations
1. Strengthen the planning.
Ofsted
"""
HOME = """
# Larch House
Unique reference number: SC900100
Inspection dates: 4 to 5 March 2020
|Overall experiences and progress of children and young people, taking into account|good|
|The effectiveness of leaders and managers|requires improvement to be good|
Overall judgement at last inspection: inadequate
# Recent inspection history
|Inspection date|Inspection type|Inspection judgement|
|03/05/2019|Full|Inadequate|
|10/01/2019|Interim|Good|
Ofsted
"""
CARE = """
# Larch House
# Inspection report
Date of inspection visit: 12 May 2021
Date of publication: 2 July 2021
# Ratings
|Overall rating for this service|Good ●|
# Are services safe? Requires improvement
Care Quality Commission. The last rating for this service was inadequate.
"""
WALES = """
# A report on education services in Wexcombe County Council
by Estyn, His Majesty's Inspectorate for Education and Training in Wales
Inspection date: June 2019
|Inspection area|Judgement|
|Outcomes|Adequate and needs improvement|
|Leadership and management|Excellent|
# Main findings
Inspectors found that outcomes vary.
"""
SCOTLAND = """
# Larch House
Type of inspection: Unannounced
Completed on: 12 May 2022
|How well do we support people's wellbeing?|4 - Good|
|How good is our staffing?|5 - Very Good|
# About the inspection
This was an unannounced inspection which took place on 10 and 11 May 2022. Care Inspectorate
"""
LETTER = """
7 March 2018
Dear Ms Cambery
# Joint local area SEND inspection in Wexcombe
Between 22 January 2018 and 26 January 2018, Ofsted and the Care Quality Commission (CQC) conducted a joint \
inspection of the local area.
A Written Statement of Action is required because of significant areas of weakness.
# Main findings
- Leaders have a good understanding of the area. Schools are good.
"""
AREA = """
# Area SEND inspection of Wexcombe Local Area Partnership
Inspection dates: 10 to 14 July 2023
# Inspection outcome
The local area partnership's arrangements typically lead to positive experiences and outcomes for children and \
young people with special educational needs and/or disabilities.
# Information about the local area partnership
Ofsted and CQC carried out this inspection. Inspectors found that children thrive.
"""
EVERY = {
    "services": SERVICES, "older": OLDER, "home": HOME, "care": CARE, "wales": WALES, "scotland": SCOTLAND,
    "letter": LETTER, "area": AREA,
}  # fmt: skip


def judged(text):
    return [(found.subject, found.grade) for found in facts_of(read(paper(text)), Judgement)]


@pytest.mark.parametrize("text", EVERY.values(), ids=EVERY.keys())
def test_every_inspectorates_report_is_known(text):
    assert detect(paper(text).paragraphs).name == "inspection_report"


def test_a_table_of_grades_is_read_row_by_row_and_each_subject_once():
    assert judged(SERVICES) == [
        ("The impact of leaders on social work practice with children and families", "Good"),
        ("The experiences and progress of children in care", "Requires improvement to be good"),
        ("Overall effectiveness", "Good"),
    ]


def test_a_grade_stands_beside_or_between_the_lines_of_its_subject():
    assert judged(OLDER) == [
        ("Overall effectiveness", "Good"),
        ("Children who need help and protection", "Requires improvement"),
        ("Children looked after and achieving permanence", "Good"),
        ("Adoption performance", "Good"),
        ("Leadership, management and governance", "Outstanding"),
    ]


def test_grades_are_dated_by_their_report_else_by_the_last_day_of_the_inspection():
    assert {found.judged_on for found in facts_of(read(paper(OLDER)), Judgement)} == {"2015-11-27"}
    assert {found.judged_on for found in facts_of(read(paper(SERVICES)), Judgement)} == {"2024-03-15"}


def test_an_earlier_grade_is_kept_only_with_its_own_day():
    found = facts_of(read(paper(HOME)), Judgement)

    assert [(one.subject, one.grade) for one in found if one.judged_on == "2019-05-03"] == [
        ("Overall effectiveness", "Inadequate")
    ]
    assert len(found) == 3


@pytest.mark.parametrize(
    ("text", "inspectorate"),
    [
        (SERVICES, "Ofsted"),
        (CARE, "CQC"),
        (WALES, "Estyn"),
        (SCOTLAND, "Care Inspectorate"),
        (AREA, "Ofsted and CQC"),
    ],
)
def test_the_inspectorate_is_the_one_that_the_report_names(text, inspectorate):
    assert {found.inspectorate for found in facts_of(read(paper(text)), Judgement)} == {inspectorate}


def test_scales_of_other_inspectorates_are_read():
    assert judged(CARE) == [("Overall rating for this service", "Good"), ("Are services safe", "Requires improvement")]
    assert judged(WALES) == [("Outcomes", "Adequate and needs improvement"), ("Leadership and management", "Excellent")]
    assert [grade for _, grade in judged(SCOTLAND)] == ["Good", "Very good"]


def test_a_letter_without_grades_gives_none():
    assert judged(LETTER) == []
    assert read(paper(LETTER)).date == "2018-03-07"


def test_the_outcome_of_an_areas_inspection_stands_for_a_grade():
    assert judged(AREA) == [
        ("Local area partnership's SEND arrangements", "Typically positive experiences and outcomes")
    ]


def test_figures_are_those_of_the_area_with_their_period():
    found = facts_of(read(paper(SERVICES)), Figure)

    assert [(one.value, one.period) for one in found] == [(641.0, "2024-03-31")]


def test_what_inspectors_recommend_is_put_to_no_meeting():
    findings = read(paper(OLDER))

    assert facts_of(findings, Recommendation) == facts_of(findings, Decision) == []


FINDINGS = """
# Inspection of Wexcombe local authority children's services
Inspection dates: 3 to 14 June 2024
# Care leavers: good
Personal advisers are in touch with 94 per cent of care leavers.
Persistent efforts are made to reach the 6 per cent of care leavers who are not in touch.
Agency staff now make up 12 per cent of social workers, compared with 27 per cent in 2021.
"""


def test_findings_tell_figures_of_the_time_of_the_inspection():
    found = facts_of(read(replace(paper(FINDINGS), council=None, area=None)), Figure)

    told = [(figure.indicator, figure.value, figure.period, figure.area) for figure in found]
    assert told == [
        ("care-leavers-in-touch-percent", 94.0, "2024-06", "Wexcombe"),
        ("agency-social-workers-percent", 12.0, "2024-06", "Wexcombe"),
        ("agency-social-workers-percent", 27.0, "2021", "Wexcombe"),
    ]
