"""Lines of a measure each, and the commentary that stands below a measure."""

from __future__ import annotations

from reports.reading.figure_sentences import read_figures
from reports.reading.figure_setting import Setting
from reports.reading.kpi_lines import figures_of_line
from reports.reading.paragraph import Paragraph
from reports.reading.table_heads import Own

OWN = Own("Wexcombe", "2024/25-Q2", "2024/25-Q2")
SETTING = Setting("Wexcombe", "2024/25-Q2", "2024/25-Q2", performance=True)


def line(text: str) -> list[tuple[str | None, str | None, float, str]]:
    found = figures_of_line(Paragraph(ordinal=0, page=1, text=text, style="bullet"), OWN)
    return [(figure.area, figure.period, figure.value, figure.role) for figure in found]


def said(text: str, measure: str = "") -> list[tuple[str | None, str | None, str | None, float, str]]:
    found = read_figures(text, Setting(**{**{f: getattr(SETTING, f) for f in SETTING.__slots__}, "measure": measure}))
    return [(figure.indicator, figure.area, figure.period, figure.value, figure.role) for figure in found]


def test_a_line_gives_its_value_and_an_earlier_one_in_brackets():
    assert line("Referrals: 1,310 (Q1: 1,275)") == [
        ("Wexcombe", "2024/25-Q2", 1310, "actual"),
        ("Wexcombe", "2024/25-Q1", 1275, "previous"),
    ]


def test_what_a_line_sets_beside_its_value_has_a_time_of_its_own():
    assert line("Re-referrals within 12 months – 18.9% (target 20%; England 2022/23: 22.4%)") == [
        ("Wexcombe", "2024/25-Q2", 18.9, "actual"),
        ("Wexcombe", "2024/25-Q2", 20, "target"),
        ("England", "2022/23", 22.4, "actual"),
    ]


def test_a_line_with_other_words_behind_its_value_is_left_to_the_reader_of_sentences():
    assert line("Referrals: 1,310 (of which 88 were out of hours)") == []


def test_a_line_of_no_known_measure_gives_nothing():
    assert line("Library visits: 12,400 (Q1: 11,900)") == []


def test_the_average_in_a_commentary_is_of_the_measure_above():
    measure = "Percentage of EHC plans issued within 20 weeks"

    assert said("We are now above the national average of 50.3% for the 2023 calendar year.", measure) == [
        ("ehc-plans-within-20-weeks-percent", "England", "2023", 50.3, "actual")
    ]


def test_an_average_below_no_measure_is_of_none():
    assert said("We are now above the national average of 50.3% for the 2023 calendar year.") == []


def test_a_rate_in_brackets_is_not_taken_for_the_count_before_it():
    text = "We looked after 884 children, of whom 97 were unaccompanied children. The rate of our neighbours is lower."

    assert 63.0 not in [value for *_, value, _ in said(text)]


def test_a_part_of_those_counted_is_of_the_same_day():
    found = said("At 30 June 2024 there were 640 children in care, of whom 74 were unaccompanied children.")

    assert [period for _, _, period, _, _ in found] == ["2024-06-30", "2024-06-30"]


def test_posts_that_agency_workers_cover_are_not_vacancies():
    found = said("18% of social work posts are vacant and 14% are filled by agency staff.")

    assert [(slug, value) for slug, _, _, value, _ in found] == [
        ("social-worker-vacancies-percent", 18),
        ("agency-social-workers-percent", 14),
    ]


def test_what_a_council_aims_to_have_is_a_target_for_the_day_it_names():
    found = said("We have 140 approved fostering households and aim to have 165 by March 2026.")

    assert found[1][2:] == ("2026-03", 165, "target")


def test_what_a_rise_is_on_is_the_earlier_value():
    found = said("There were 2,310 referrals during the year, an increase of 5% on the 2,200 received in 2023/24.")

    assert found[1][2:] == ("2023/24", 2200, "previous")


def test_a_line_may_say_on_which_day_its_value_was():
    assert line("Children looked after: 512 at 30 September 2024 (31 March 2024: 498)") == [
        ("Wexcombe", "2024-09-30", 512, "actual"),
        ("Wexcombe", "2024-03-31", 498, "previous"),
    ]


def test_other_words_behind_a_value_are_no_day():
    assert line("Children looked after: 512 at Hazel House") == []


def test_a_quarter_that_has_yet_to_come_is_the_last_such():
    assert line("Referrals: 1,310 (Quarter 4: 1,275)")[1] == ("Wexcombe", "2023/24-Q4", 1275, "previous")
