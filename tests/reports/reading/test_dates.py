from datetime import date

import pytest

from reports.reading.dates import dates_in, first_date, in_words, span
from reports.reading.yearless import dates_near


def isos(text, year=None):
    return [found.iso for found in dates_in(text, year)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 May 2014, 7 June 2014", ["2014-05-03", "2014-06-07"]),
        ("3 May and 7 June 2014", ["2014-05-03", "2014-06-07"]),
        ("3, 10 and 17 May 2014", ["2014-05-03", "2014-05-10", "2014-05-17"]),
        ("Tuesday, 3\nMAY 2014", ["2014-05-03"]),
        ("Thursday 1 May and Thursday 5 June 2014", ["2014-05-01", "2014-06-05"]),
        ("from 18 December to 4 January 2015", ["2014-12-18", "2015-01-04"]),
        ("on May 3 2014", ["2014-05-03"]),
        ("on the 3rd of May, 2014", ["2014-05-03"]),
        ("3/5/2014 and 03.05.14", ["2014-05-03", "2014-05-03"]),
        ("3-Feb-14", ["2014-02-03"]),
        ("May 2014", ["2014-05"]),
        ("the middle of May 2014", ["2014-05"]),
        ("April to June 2014", ["2014-04", "2014-06"]),
        ("2014/15 and 2015-16", ["2014/15", "2015/16"]),
        ("2014–2015", ["2014/15"]),
        ("Q3 2014/15", ["2014/15-Q3"]),
        ("Quarter 3 of 2014", ["2014-Q3"]),
        ("the third quarter of 2014/15", ["2014/15-Q3"]),
        ("2014/15 Q3", ["2014/15-Q3"]),
        ("in autumn 2014", ["2014"]),
    ],
)
def test_dates_are_as_precise_as_the_print(text, expected):
    assert isos(text) == expected


@pytest.mark.parametrize(
    "text",
    ["paragraph 5.8.13", "a plan for 2014-2019", "the Children Act 1989", "by 31 March", "10/12", "£1,2014", "in May"],
)
def test_what_is_no_date_is_left_alone(text):
    assert isos(text) == []


def test_a_number_before_a_comma_is_not_a_day_of_the_list():
    assert isos("Room 3, 14 May 2014") == ["2014-05-14"]
    assert isos("Item 2 - 7 May 2014") == ["2014-05-07"]


def test_a_day_without_a_year_takes_the_year_that_is_given():
    assert isos("by 31st March", year=2014) == ["2014-03-31"]


def test_a_date_says_where_it_stands():
    found = dates_in("Held on 3 May 2014.")[0]

    assert (found.start, found.end, found.precision) == (8, 18, "day")


def test_a_day_that_no_month_has_is_read_as_its_month():
    assert isos("31 June 2014") == ["2014-06"]


def test_the_first_date_of_a_text():
    assert first_date("Report, May 2014, to Council on 3 June 2014") == "2014-05"
    assert first_date("no date at all") is None


def test_a_day_without_a_year_is_the_nearest_to_the_writing():
    near = dates_near("on 6 November, and again on 12 January", "2014-11")

    assert [found.iso for found in near] == ["2014-11-06", "2015-01-12"]


def test_a_figure_in_december_told_in_march_is_of_the_december_before():
    assert [found.iso for found in dates_near("at the end of December", "2014-03", past=True)] == ["2013-12"]


@pytest.mark.parametrize(
    ("iso", "first", "last", "precision", "words"),
    [
        ("2014-05-03", date(2014, 5, 3), date(2014, 5, 3), "day", "3 May 2014"),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29), "month", "February 2016"),
        ("2014", date(2014, 1, 1), date(2014, 12, 31), "year", "2014"),
        ("2014/15", date(2014, 4, 1), date(2015, 3, 31), "financial_year", "2014/15"),
        ("2014-Q4", date(2014, 10, 1), date(2014, 12, 31), "quarter", "Quarter 4 2014"),
        ("2014/15-Q3", date(2014, 10, 1), date(2014, 12, 31), "quarter", "Quarter 3 2014/15"),
        ("2014/15-Q4", date(2015, 1, 1), date(2015, 3, 31), "quarter", "Quarter 4 2014/15"),
    ],
)
def test_a_period_has_its_days_and_its_words(iso, first, last, precision, words):
    assert span(iso) == (first, last, precision)
    assert in_words(iso) == words


@pytest.mark.parametrize("iso", ["", "May 2014", "2014-13", "2014-02-30", "2014/16", "2014/15-03", "2014-Q5"])
def test_what_is_no_period_is_refused(iso):
    with pytest.raises(ValueError, match=r".*"):
        span(iso)
