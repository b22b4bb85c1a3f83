import pytest

from reports.reading.inspections import grades_in, judgements_in, two_dates_for_one_inspection
from tests.reports.reading.words import paragraphs


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Wexcombe was judged to be good.", [("Overall effectiveness", "Good")]),
        (
            "Ofsted judged the Council's services for children to require improvement to be good overall.",
            [("Overall effectiveness", "Requires improvement to be good")],
        ),
        (
            "Ofsted judged adoption to be good overall and the experiences of care leavers to be outstanding.",
            [("Adoption", "Good"), ("The experiences of care leavers", "Outstanding")],
        ),
        ("Within this, adoption performance was found to be good.", [("Adoption performance", "Good")]),
        ("Ofsted judged safeguarding to be 'requires improvement'.", [("Safeguarding", "Requires improvement")]),
        ("Overall effectiveness: Requires improvement to be good",
         [("Overall effectiveness", "Requires improvement to be good")]),
        ("Larkfield was rated outstanding, and Bridge Cottage was judged to be good.",
         [("Larkfield", "Outstanding"), ("Bridge Cottage", "Good")]),
        ("Leadership was graded good, as were the experiences of care leavers.",
         [("Leadership", "Good"), ("The experiences of care leavers", "Good")]),
        ("Inspectors met the fostering panel, which was also rated as good.",
         [("The fostering panel", "Good")]),
        ("The judgements are: leadership – good; and adoption – requires improvement to be good.",
         [("Leadership", "Good"), ("Adoption", "Requires improvement to be good")]),
        ("At the last inspection, in May 2012, the authority was judged Good overall; care leavers were found to "
         "Require Improvement.", [("Overall effectiveness", "Good"), ("Care leavers", "Requires improvement")]),
        ("Ash House, one of our homes, was inspected by Ofsted on 2 May 2012 and was graded outstanding.",
         [("Ash House", "Outstanding")]),
        ("Ofsted inspected our services and rated them Good overall.", [("Overall effectiveness", "Good")]),
        ("The council received a judgement of inadequate for adoption.", [("Adoption", "Inadequate")]),
    ],
)  # fmt: skip
def test_a_grade_goes_with_its_subject(sentence, expected):
    assert [(grade.subject, grade.grade) for grade in grades_in(sentence, "Wexcombe")] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Children receive a good service.",
        "No centre was judged to be inadequate.",
        "75% of centres were rated good or outstanding.",
        "Our ambition is to be judged outstanding.",
    ],
)
def test_what_is_no_grade_is_none(sentence):
    assert grades_in(sentence) == []


def test_a_section_that_names_no_inspectorate_reports_no_judgement():
    assert judgements_in(paragraphs("# Awards\nThe magazine was judged to be outstanding.")) == []


def problems(text):
    return [problem.message for problem in two_dates_for_one_inspection(paragraphs(text))]


def test_one_inspection_in_two_years_is_noted_with_both_paragraphs():
    text = """
    3. Ofsted inspected fostering in May 2013.
    14. A plan was made after the inspection in May 2011.
    """

    assert problems(text) == ["One inspection is given two dates: May 2013 (paragraph 3) and May 2011 (paragraph 14)"]


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted inspected us between 3 May and 14 May 2013. Since the inspection in May 2013 much was done.",
        "Ofsted inspected us in May 2013. The report on the inspection was published in July 2013.",
        "Ofsted inspected us in May 2013. The previous inspection in May 2010 had found less.",
        "The SEND inspection in May 2013 went well. The inspection of Larkfield in June 2012 did not.",
        "Our plan went to Ofsted on 6 October 2013, after the inspection in May 2013.",
    ],
)
def test_dates_that_may_stand_together_are_no_problem(text):
    assert problems(text) == []
