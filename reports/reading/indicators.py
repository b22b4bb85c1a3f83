"""The measures of children's services that the register follows, and the words by which councils call them.

A row is a measure's slug, its unit, its name, and phrases that must all be said of it. The order decides between two
rows that are both said: the narrower measure stands above the wider one.

>>> named("the number of children in care", "count").slug
'children-looked-after-number'
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reports.reading.indicator_phrases import (
    ACCOMMODATION,
    ADOPTED,
    AGENCY,
    ASSESSMENTS,
    CARE_LEAVERS,
    CASELOAD,
    CENTRES,
    CHILDREN,
    CONFERENCES,
    DAYS_15,
    DAYS_45,
    DEVELOPMENT,
    DISTANCE,
    EARLY_HELP,
    EHC_PLANS,
    ENGLISH_MATHS,
    EXTERNAL,
    FOSTER,
    GOOD,
    GUARDIANSHIP,
    IN_HOUSE,
    IN_TOUCH,
    LONG_TERM,
    LOOKED_AFTER,
    NOT_EET,
    ON_TIME,
    PERMANENT,
    PHONICS,
    PLANS,
    RE_REFERRALS,
    READING_WRITING,
    REFERRALS,
    RESIDENTIAL,
    REVIEW_CONFERENCES,
    SOCIAL_WORKERS,
    STAGE_2,
    STAGE_4,
    STATUTORY_REST,
    THREE_PLACEMENTS,
    TURNOVER,
    TWICE,
    TWO_YEARS,
    UNACCOMPANIED,
    VACANCIES,
    WEEKS_20,
    any_of,
)


@dataclass(frozen=True, slots=True)
class Indicator:
    """A measure: what a figure of this unit is when all of `said` is said of it, and `near` close by."""

    slug: str
    unit: str
    name: str
    said: tuple[str, ...]
    near: str | None = None


INDICATORS = tuple(
    Indicator(*row)
    for row in (
        ("re-referrals-percent", "percent", "Re-referrals within 12 months", (RE_REFERRALS,)),
        ("referrals-rate", "per_10000", "Referrals per 10,000", (REFERRALS,)),
        ("section-47-rate", "per_10000", "Section 47 enquiries per 10,000", (any_of(r"section 47", r"\bs\.? ?47\b"),)),
        ("child-protection-reviews-percent", "percent", "Child protection cases reviewed on time",
         (REVIEW_CONFERENCES, ON_TIME), REVIEW_CONFERENCES),
        ("initial-conferences-within-15-days-percent", "percent", "Initial child protection conferences within 15 days",
         (CONFERENCES, DAYS_15)),
        ("assessments-within-45-days-percent", "percent", "Assessments completed within 45 working days",
         (ASSESSMENTS, DAYS_45)),
        ("repeat-child-protection-plans-percent", "percent", "Second or subsequent child protection plans",
         (PLANS, TWICE)),
        ("child-protection-plans-2-years-percent", "percent", "Child protection plans lasting two years or more",
         (PLANS, TWO_YEARS)),
        ("child-protection-reviews-percent", "percent", "Child protection cases reviewed on time", (PLANS, ON_TIME)),
        ("child-protection-reviews-percent", "percent", "Child protection cases reviewed on time",
         (any_of(r"child protection (?:cases?|conferences?|reviews?)", r"review conferences?"), ON_TIME)),
        ("child-protection-plans-rate", "per_10000", "Children subject to a child protection plan per 10,000",
         (PLANS,)),
        ("child-protection-plans-number", "count", "Children subject to a child protection plan", (PLANS,)),
        ("children-in-need-rate", "per_10000", "Children in need per 10,000", (any_of(r"child(?:ren)? in need",
         r"\bCI?N\b"),)),
        ("unaccompanied-children-percent", "percent", "Looked-after children who are unaccompanied asylum seeking "
                                                      "children",
         (UNACCOMPANIED,), UNACCOMPANIED),
        ("unaccompanied-children-number", "count", "Unaccompanied asylum seeking children", (UNACCOMPANIED,),
         UNACCOMPANIED),
        ("children-starting-to-be-looked-after-rate", "per_10000", "Children starting to be looked after per 10,000",
         (any_of(r"start(?:ing|ed) to be looked after", r"(?:coming|came|entering|entered|entries) into care",
          r"enter(?:ing|ed) care",
               r"becoming looked after", r"became looked after"),)),
        ("care-leavers-eet-percent", "percent", "Care leavers in education, employment or training",
         (CARE_LEAVERS, STATUTORY_REST)),
        ("care-leavers-accommodation-percent", "percent", "Care leavers in suitable accommodation",
         (CARE_LEAVERS, ACCOMMODATION), ACCOMMODATION),
        ("care-leavers-in-touch-percent", "percent", "Care leavers the council is in touch with",
         (CARE_LEAVERS, IN_TOUCH), IN_TOUCH),
        ("three-or-more-placements-percent", "percent", "Looked-after children with three or more placements in "
                                                        "the year",
         (THREE_PLACEMENTS,)),
        ("long-term-placement-stability-percent", "percent", "Looked-after children in the same placement for two "
            "years or more",
         (LONG_TERM,)),
        ("placed-over-20-miles-percent", "percent", "Looked-after children placed more than 20 miles from home",
         (DISTANCE,)),
        ("in-house-foster-placements-percent", "percent", "Placements with in-house foster carers", (IN_HOUSE, FOSTER)),
        ("foster-households-number", "count", "Approved fostering households",
         (any_of(r"fostering households?", r"foster(?:ing)? (?:carer )?(?:households?|families)",
          r"approved foster carers?",
               r"in-house foster carers?"),)),
        ("health-checks-percent", "percent", "Looked-after children with health checks",
         (any_of(r"health (?:checks?|assessments?)", r"annual health"),)),
        ("dental-checks-percent", "percent", "Looked-after children with dental checks", (any_of(r"dental",
         r"dentists?"),)),
        ("sdq-score", "score", "Emotional and behavioural health of looked-after children (SDQ)",
         (any_of(r"\bSDQs?\b", r"strengths and difficulties"),)),
        ("offending-percent", "percent", "Looked-after children convicted or cautioned",
         (any_of(r"convicted", r"cautioned", r"convictions?", r"offend(?:ed|ing)"), LOOKED_AFTER)),
        ("adopted-within-12-months-percent", "percent", "Adopted within 12 months of the decision to adopt",
         (ADOPTED, any_of(r"within (?:12|twelve) months", r"decision (?:to adopt"
                                                        r"|that they should be (?:placed for adoption|adopted))"))),
        ("adoption-or-special-guardianship-percent", "percent", "Children leaving care by adoption or special "
            "guardianship",
         (ADOPTED, GUARDIANSHIP)),
        ("adopted-percent", "percent", "Looked-after children adopted in the year",
         (any_of(r"(?:were|was|been|are|being|who) adopted", r"left care (?:through|by|via) adoption",
          r"ceased .{0,40}adopt(?:ed|ion)"),)),
        ("missing-from-care-number", "count", "Children missing from care",
         (any_of(r"missing from (?:care|home|placement)", r"(?:went|go(?:ing|ne)?) missing", r"missing episodes"),)),
        ("persistent-absence-looked-after-percent", "percent", "Looked-after children persistently absent",
         (any_of(r"persistent(?:ly)? absen(?:t|ce|tees?)"), LOOKED_AFTER)),
        ("phonics-all-percent", "percent", "All children who met the expected standard in phonics",
         (PHONICS, CHILDREN), CHILDREN),
        ("phonics-looked-after-percent", "percent", "Looked-after children who met the expected standard in phonics",
         (PHONICS, LOOKED_AFTER), LOOKED_AFTER),
        ("phonics-all-percent", "percent", "Children who met the expected standard in phonics", (PHONICS,), PHONICS),
        ("ks2-looked-after-percent", "percent",
         "Looked-after pupils at the expected standard in reading, writing and maths at key stage 2",
         (LOOKED_AFTER, STAGE_2, READING_WRITING)),
        ("ks4-english-maths-looked-after-percent", "percent",
         "Looked-after pupils with grade 4 or above in English and maths at key stage 4",
         (LOOKED_AFTER, STAGE_4, ENGLISH_MATHS)),
        ("ks4-english-maths-looked-after-percent", "percent",
         "Looked-after pupils with grade 4 or above in English and maths at key stage 4",
         (LOOKED_AFTER, ENGLISH_MATHS, any_of(r"\b4\+", r"grades? (?:4|four)", r"\b9 ?(?:-|–|to) ?4\b")),
         ENGLISH_MATHS),
        ("children-looked-after-rate", "per_10000", "Children looked after per 10,000", (LOOKED_AFTER,)),
        ("external-residential-cost-per-week", "gbp", "External residential care cost per week",
         (EXTERNAL, RESIDENTIAL), RESIDENTIAL),
        ("internal-residential-cost-per-week", "gbp", "Internal residential care cost per week",
         (IN_HOUSE, RESIDENTIAL), RESIDENTIAL),
        ("in-house-foster-cost-per-week", "gbp", "In-house foster placement cost per week", (IN_HOUSE, FOSTER), FOSTER),
        ("looked-after-cost-per-week", "gbp", "Cost per looked-after child per week", (LOOKED_AFTER,), LOOKED_AFTER),
        ("social-worker-vacancies-percent", "percent", "Social worker vacancies", (SOCIAL_WORKERS, VACANCIES),
         VACANCIES),
        ("social-worker-turnover-percent", "percent", "Social worker turnover", (SOCIAL_WORKERS, TURNOVER), TURNOVER),
        ("agency-social-workers-percent", "percent", "Agency social workers", (SOCIAL_WORKERS, AGENCY), AGENCY),
        ("permanent-social-workers-percent", "percent", "Case-holding posts held by permanent qualified social workers",
         (SOCIAL_WORKERS, PERMANENT), PERMANENT),
        ("caseload-average", "ratio", "Average caseload per social worker", (CASELOAD,), CASELOAD),
        ("good-level-of-development-percent", "percent", "Good level of development at age 5", (DEVELOPMENT,)),
        ("ehc-plans-within-20-weeks-percent", "percent", "Education, health and care plans issued within 20 weeks",
         (EHC_PLANS, WEEKS_20)),
        ("neet-percent", "percent", "Young people not in education, employment or training", (NOT_EET,)),
        ("first-time-entrants-rate", "ratio", "First-time entrants to the youth justice system per 100,000",
         (any_of(r"first[\s-]time entrants?", r"\bFTEs? (?:to|into) the youth"),)),
        ("funded-two-year-olds-percent", "percent", "Two-year-olds in funded early education",
         (any_of(r"(?:two|2)[\s-]year[\s-]olds?", r"funded (?:two|2)s"),)),
        ("childrens-centres-good-percent", "percent", "Children's centres judged good or outstanding", (CENTRES, GOOD)),
        ("early-help-returns-percent", "percent", "Early help cases returning within 3 months",
         (EARLY_HELP, any_of(r"return(?:ed|ing|s)?", r"re-?open(?:ed|ing)?", r"re-?referred"))),
        ("early-help-families-number", "count", "Families open to early help", (EARLY_HELP,), any_of(r"famil(?:y|ies)",
         r"cases")),
        ("pupils-permanently-excluded-number", "count", "Pupils permanently excluded",
         (any_of(r"permanent(?:ly)? exclu(?:ded|sions?)"),)),
        ("care-leavers-number", "count", "Care leavers", (CARE_LEAVERS,), CARE_LEAVERS),
        ("open-cases-number", "count", "Open children's social care cases",
         (any_of(r"open cases", r"cases open(?: to (?:children['’]s )?social care)?",
          r"open to children['’]s social care"),)),
        ("referrals-number", "count", "Referrals to children's social care", (REFERRALS,), REFERRALS),
        ("children-looked-after-number", "count", "Children looked after", (LOOKED_AFTER,), LOOKED_AFTER),
    )
)  # fmt: skip

_PATTERNS: dict[str, re.Pattern[str]] = {
    said: re.compile(said, re.IGNORECASE)
    for indicator in INDICATORS
    for said in (*indicator.said, *([indicator.near] if indicator.near else []))
}


_OF_UNIT: dict[str, list[Indicator]] = {}
for _indicator in INDICATORS:
    _OF_UNIT.setdefault(_indicator.unit, []).append(_indicator)


# The words around one value are looked at for its neighbours too.
@lru_cache(maxsize=2048)
def _phrases(text: str) -> frozenset[str]:
    return frozenset(said for said, pattern in _PATTERNS.items() if pattern.search(text))


def named(near: str, unit: str, *before: str) -> Indicator | None:
    """The measure that words name for a value of a unit; some of it is said near the value, the rest may stand before.

    >>> named("of children in care passed", "percent", "Phonics results are in.").slug
    'phonics-looked-after-percent'
    >>> named("attended the conference", "count", "The young carers met.") is None
    True
    """
    close = _phrases(near)
    every = close.union(*map(_phrases, before))
    for indicator in _OF_UNIT.get(unit, []):
        near_by = (indicator.near,) if indicator.near else indicator.said
        if every.issuperset(indicator.said) and not close.isdisjoint(near_by):
            return indicator
    return None


# A pupil's result is for the school year that the report speaks of.
OF_A_SCHOOL_YEAR = frozenset(
    {
        "phonics-all-percent", "phonics-looked-after-percent", "ks2-looked-after-percent",
        "ks4-english-maths-looked-after-percent", "persistent-absence-looked-after-percent",
        "good-level-of-development-percent",
    }
)  # fmt: skip
