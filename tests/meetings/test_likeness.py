"""How alike two lines of the register are, and the reasons that an officer reads."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.likeness import CERTAIN, WORTH_A_LOOK, likeness
from meetings.proper_names import key_of, names_in
from meetings.references import references_in
from meetings.subject import Subject


def line(title: str, about: str = "", sort: str = "decision", **said) -> Subject:
    """A line whose names and references are those that it prints."""
    names = frozenset(key_of(name) for text in (title, about) for name in names_in(text))
    said = {"references": frozenset(references_in(f"{title} {about}")), "names": names, **said}
    return Subject(key=title, title=title, about=about, sort=sort, **said)


def planned(title: str, **said) -> Subject:
    return line(title, sort="planned", **said)


def sentences(one: Subject, other: Subject) -> str:
    return " ".join(sentence for _, sentence in likeness(one, other).reasons)


def test_one_reference_links_by_itself_and_says_which():
    one, other = line("That it be approved (A039/17).", "Budget"), planned("Roofs", references=frozenset({"A039/17"}))
    assert likeness(one, other).likeness == CERTAIN
    assert "Both print the reference A039/17." in sentences(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Proposals relating to the future of Fernhill House", "FERNHILL HOUSE: OUTCOME OF CONSULTATION"),
        ("Family hubs: award of contract", "Family hubs: progress"),
        ("Home to school travel assistance policy", "TRAVEL ASSISTANCE FROM HOME TO SCHOOL"),
        ("Advocacy and independent visitors", "Procurement of independent visitors and advocacy"),
        ("Consultation on the Sufficiency Strategy", "SUFFICIENCY STARTEGY"),
    ],
)
def test_titles_of_one_business_are_alike_however_they_are_worded(one, other):
    assert likeness(planned(one), line("That it be agreed.", other)).is_worth_a_look


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Expansion of Thornby Primary School", "Expansion of Eastmoor Primary School"),
        ("Lease of Harnford library", "Lease of Marl library"),
        ("Report of the Director", "Report of the Director"),
        ("Performance report, quarter 1 2024/25", "Performance report, quarter 2 2024/25"),
        ("Leisure centres: procurement strategy", "Advocacy: procurement strategy"),
        ("Larch Hill children's home", "Larch Hall road closure"),
        ("Revenue budget monitoring", "Revenue budget monitoring"),
    ],
)
def test_other_places_and_reports_that_come_again_are_not_alike(one, other):
    assert not likeness(planned(one), line("That it be agreed.", other)).is_worth_a_look


def test_a_yearly_business_is_alike_but_less_so_and_says_that_the_years_differ():
    this, same, next_year = (
        planned(f"School admission arrangements {year}") for year in ("2025/26", "2025/26", "2026/27")
    )
    assert WORTH_A_LOOK <= likeness(this, next_year).likeness < likeness(this, same).likeness
    assert "The years differ." in sentences(this, next_year)
    assert "The years differ." not in sentences(this, same)


def test_plans_of_years_that_overlap_are_rather_one():
    one, later = (
        planned("Integrated Plan 2016/17 – 2019/20"),
        line("It was noted.", "INTEGRATED PLAN 2018/19 – 2021/22"),
    )
    far = line("It was noted.", "INTEGRATED PLAN 2024/25 – 2027/28")
    assert likeness(one, later).likeness > likeness(one, far).likeness


def test_names_in_common_are_named_as_they_are_printed():
    one = line("The nurses of Fernhill House were thanked.", "Overnight care", sort="event")
    assert "Both name Fernhill House." in sentences(one, planned("Future of Fernhill House"))


def test_a_town_in_which_two_things_happened_makes_them_no_one_business():
    one = line("The first hub opened in St Aldwyn on 9 May.", sort="event")
    other = line("Cabinet agreed to buy a children's home in St Aldwyn.")
    assert not likeness(one, other).is_worth_a_look


def test_what_stands_under_one_item_of_a_paper_belongs_together():
    under = {"paper": 1, "about": "School meals"}
    decision, action = line("That the price be raised.", **under), line("Officers will write.", sort="action", **under)
    assert likeness(decision, action).likeness >= 75
    assert "Both stand under “School meals” in one paper." in sentences(decision, action)


def test_two_happenings_under_one_rubric_of_a_report_are_not_yet_one_business():
    under = {"sort": "event", "paper": 1, "about": "Education"}
    assert not likeness(line("A fair was held.", **under), line("A prize was won.", **under)).is_worth_a_look


def test_the_day_of_a_body_strengthens_what_is_alike_and_says_nothing_by_itself():
    day = {"body": "cabinet", "body_name": "Cabinet", "on": date(2025, 3, 4), "precision": "day"}
    due, taken = (
        planned("Nursery places in Marl", paper=1, **day),
        line("Agreed.", "Places for nurseries", paper=2, **day),
    )
    other = line("Agreed.", "Parking charges", paper=2, **day)
    assert likeness(due, taken).likeness > likeness(due, line("Agreed.", "Places for nurseries", paper=2)).likeness
    assert "One was due before Cabinet on the day on which Cabinet dealt with the other." in sentences(due, taken)
    assert likeness(due, other).likeness == 0


def test_judgements_of_one_inspection_belong_together():
    of = {"sort": "judgement", "inspectorate": "Ofsted", "precision": "day"}
    one, other = (line(title, on=date(2024, 1, 8), **of) for title in ("Leaders: Good", "Care leavers: Good"))
    assert likeness(one, other).is_worth_a_look
    assert not likeness(one, line("Leaders: Good", on=date(2019, 1, 8), **of)).is_worth_a_look


subjects = st.builds(
    Subject,
    key=st.integers(),
    title=st.text(max_size=120),
    about=st.text(max_size=80) | st.sampled_from(["Family hubs: progress", "FERNHILL HOUSE 2016/17", "Phase 2"]),
    sort=st.sampled_from(["decision", "planned", "action", "recommendation", "event", "judgement"]),
    references=st.frozensets(st.sampled_from(["A039/17", "KD5832"])),
    names=st.frozensets(st.text(max_size=20) | st.just("fernhill house")),
    paper=st.none() | st.integers(1, 2),
    passage=st.none() | st.integers(1, 2),
    of_one=st.booleans(),
    body=st.sampled_from(["", "cabinet"]),
    body_name=st.sampled_from(["", "Cabinet"]),
    on=st.none() | st.dates(date(1990, 1, 1), date(2050, 1, 1)),
    precision=st.sampled_from(["day", "month", "quarter", "year"]),
    inspectorate=st.sampled_from(["", "Ofsted"]),
)


@given(subjects, subjects)
def test_any_two_lines_are_as_alike_one_way_as_the_other(one, other):
    assert likeness(one, other) == likeness(other, one)


@given(subjects, subjects)
def test_a_likeness_is_within_a_hundred_and_has_its_reasons_in_words(one, other):
    found = likeness(one, other)
    assert 0 <= found.likeness <= 100
    assert all(code and sentence for code, sentence in found.reasons)
    assert found.reasons or not found.is_worth_a_look
