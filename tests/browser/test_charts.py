"""Charts are drawn from the tables and lists in the page, within the page's security policy."""

from __future__ import annotations

import pytest

from tests.browser.look import TELEPHONE

LINES = """<figure class="app-chart" data-chart data-unit="Children per 10,000">
<figcaption>Children looked after</figcaption>
<table><thead><tr><th>Period</th><th>Wexcombe</th><th>England</th></tr></thead><tbody>
<tr><th scope="row" data-date="2022-03-31">March 2022</th><td><a href="/source/1">52</a></td><td>70</td></tr>
<tr><th scope="row" data-date="2023-03-31">March 2023</th><td>not stated</td><td>71</td></tr>
<tr><th scope="row" data-date="2024-03-31">March 2024</th><td>58.5</td><td data-value="70.5">about 70.5</td></tr>
<tr><th scope="row" data-date="2025-03-31">March 2025</th><td>70</td><td>70.1</td></tr>
</tbody></table></figure>"""
TIMELINE = """<figure class="app-timeline" data-timeline><ol>
<li data-date="2023-10-16" data-lane="Cabinet" data-mark="agreed"><a href="/decision/1">Close Marlow Lane</a></li>
<li data-date="2023-09-13" data-lane="Children's Services Cabinet Panel" data-mark="deferred">Marlow Lane</li>
</ol></figure>"""


def test_each_column_is_a_line_named_at_its_end(drawn):
    page = drawn(LINES)

    assert page.locator(".app-chart__name text").all_text_contents() == ["Wexcombe", "England"]


def test_a_figure_that_is_not_stated_is_a_gap_and_has_no_point(drawn):
    page = drawn(LINES)

    first_line = page.locator("[aria-label=line] path").first
    assert page.locator("[aria-label=dot] title").count() == 3 + 4
    assert first_line.get_attribute("d").count("M") == 2


def test_a_quarter_and_its_last_month_are_one_day_of_the_line(drawn):
    row = '<tr><th scope="row" data-date="{}">{}</th><td>{}</td></tr>'
    periods = (("2024-03-31", "March 2024", "52"), ("2024-06-30", "June 2024", "54"), ("2024-06-30", "Quarter 1", ""))
    rows = "".join(row.format(*period) for period in (*periods, ("2024-09-30", "September 2024", "55")))
    head = "<thead><tr><th>Period</th><th>Wexcombe</th></tr></thead>"

    page = drawn(f'<figure class="app-chart" data-chart><table>{head}<tbody>{rows}</tbody></table></figure>')

    assert page.locator("[aria-label=line] path").get_attribute("d").count("M") == 1


def test_names_of_lines_that_end_together_do_not_overlap(drawn):
    page = drawn(LINES)

    one, other = (name.bounding_box()["y"] for name in page.locator(".app-chart__name text").all())
    assert abs(one - other) > 15


def test_a_point_leads_to_its_source_but_is_no_stop_for_the_keyboard(drawn):
    page = drawn(LINES)

    link = page.locator("svg a").first
    assert link.get_attribute("href") == "/source/1"
    assert link.get_attribute("tabindex") == "-1"


def test_a_timeline_has_a_lane_for_each_committee_and_a_mark_for_each_outcome(drawn):
    page = drawn(TIMELINE)

    assert page.locator("[aria-label='y-axis tick label'] text").count() == 2
    assert page.locator(".app-plot-swatch").all_text_contents() == ["agreed", "deferred"]


def test_decisions_of_one_day_stand_beside_each_other(drawn):
    decision = '<li data-date="2023-10-16" data-lane="Cabinet" data-mark="agreed"><a href="/decision/{}">One</a></li>'
    same_day = "".join(decision.format(number) for number in range(8))

    page = drawn(f'<figure class="app-timeline" data-timeline><ol>{same_day}</ol></figure>')

    boxes = [mark.bounding_box() for mark in page.locator("[aria-label=dot] path").all()]
    assert len({(round(box["x"]), round(box["y"])) for box in boxes}) == 8


@pytest.mark.parametrize("content", [LINES, TIMELINE], ids=["lines", "timeline"])
def test_charts_fit_a_telephone(drawn, content):
    page = drawn(content, TELEPHONE)

    assert page.evaluate("document.documentElement.scrollWidth") <= TELEPHONE["width"]
