import pytest

from reports.reading.indicators import INDICATORS, named

UNITS = {"percent", "per_10000", "count", "gbp", "score", "ratio"}


def slug(words, unit, before=""):
    found = named(words, unit, before)
    return found.slug if found else None


@pytest.mark.parametrize(
    "words",
    [
        "the number of children looked after",
        "children in care",
        "looked-after children",
        "CLA",
        "LAC",
        "cared for children",
    ],
)
def test_children_in_care_have_many_names(words):
    assert slug(words, "count") == "children-looked-after-number"
    assert slug(words, "per_10000") == "children-looked-after-rate"


@pytest.mark.parametrize(
    ("words", "unit", "expected"),
    [
        ("children subject to a CP plan", "count", "child-protection-plans-number"),
        (
            "on a child protection plan for a second or subsequent time",
            "percent",
            "repeat-child-protection-plans-percent",
        ),
        ("unaccompanied asylum seeking children", "count", "unaccompanied-children-number"),
        ("UASC in our care", "count", "unaccompanied-children-number"),
        ("care leavers who are EET", "percent", "care-leavers-eet-percent"),
        ("care leavers in suitable accommodation", "percent", "care-leavers-accommodation-percent"),
        ("care leavers we are in touch with", "percent", "care-leavers-in-touch-percent"),
        ("16 to 18 year olds who are NEET", "percent", "neet-percent"),
        ("looked after children with 3 or more placements", "percent", "three-or-more-placements-percent"),
        ("in the same placement for two years", "percent", "long-term-placement-stability-percent"),
        ("placed more than 20 miles from home", "percent", "placed-over-20-miles-percent"),
        ("children reaching a good level of development", "percent", "good-level-of-development-percent"),
        ("EHCPs issued within 20 weeks", "percent", "ehc-plans-within-20-weeks-percent"),
        ("assessments completed in 45 working days", "percent", "assessments-within-45-days-percent"),
        ("ICPCs held within 15 days", "percent", "initial-conferences-within-15-days-percent"),
        ("adopted within 12 months of the decision", "percent", "adopted-within-12-months-percent"),
        ("left care by adoption or an SGO", "percent", "adoption-or-special-guardianship-percent"),
        ("social work posts that are vacant", "percent", "social-worker-vacancies-percent"),
        ("agency social workers", "percent", "agency-social-workers-percent"),
        ("the cost of our own residential homes", "gbp", "internal-residential-cost-per-week"),
        ("independent residential places", "gbp", "external-residential-cost-per-week"),
        ("in-house foster placements", "gbp", "in-house-foster-cost-per-week"),
        ("children's centres rated good or outstanding", "percent", "childrens-centres-good-percent"),
        ("average caseload", "ratio", "caseload-average"),
    ],
)
def test_a_measure_is_known_by_what_councils_call_it(words, unit, expected):
    assert slug(words, unit) == expected


def test_care_leavers_who_are_not_in_work_are_no_share_in_work():
    assert slug("care leavers not in education, employment or training", "percent") == "neet-percent"


def test_what_was_said_before_completes_a_measure_but_does_not_make_one():
    assert slug("of children in care passed", "percent", "Phonics results are in.") == "phonics-looked-after-percent"
    assert slug("of those who came", "percent", "Children in care took the phonics test.") is None


def test_every_row_has_a_slug_a_unit_and_a_name():
    for indicator in INDICATORS:
        assert indicator.slug == indicator.slug.lower()
        assert indicator.unit in UNITS
        assert indicator.name
        assert indicator.said


def test_review_conferences_are_not_initial_ones():
    assert slug("Review child protection conferences held on time", "percent") == "child-protection-reviews-percent"
    assert slug("RCPCs held within timescale", "percent") == "child-protection-reviews-percent"
    initial = slug("of initial conferences were held on time", "percent", "95% of review conferences were on time.")
    assert initial == "initial-conferences-within-15-days-percent"
