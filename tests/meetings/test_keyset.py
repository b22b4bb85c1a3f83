"""Pages that go on from a line."""

from datetime import date, timedelta
from itertools import chain

import pytest
from django.db.models import F
from django.http import QueryDict
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from meetings.lists import LISTS, found
from meetings.models import Decision, Entry, Saving
from reports.keyset import KeysetPaginator, page_of
from tests import factories
from tests.meetings import many
from tests.meetings.reading_pages import line, shown, signed_in

pytestmark = pytest.mark.django_db

ORDERS = ["", "sort=oldest", "sort=committee", "sort=outcome"]


def dated(*days: date | None) -> None:
    """As many decisions more, of these days; None is a day that is not stated."""
    first = line("Decision")
    many.copies(first, len(days) - 1)
    for pk, day in zip(Decision.objects.values_list("pk", flat=True), days, strict=True):
        precision = "day" if day else "none"
        Entry.objects.filter(pk=pk).update(date=day, precision=precision, printed_date=day.isoformat() if day else "")


def rows(order: str = ""):
    return found(LISTS["decisions"], factories.user("councillor"), QueryDict(order))[1]


def walked(ordered, per_page: int, *, backward: bool = False) -> list:
    """The ids on each page, following the links from the first page to the last, or from the last to the first."""
    paginator = KeysetPaginator(ordered, per_page)
    page, pages = paginator.last() if backward else paginator.page({}), []
    while True:
        pages.append([row.pk for row in page])
        step = page.before if backward else page.after
        if not step:
            return pages
        page = paginator.page({"before" if backward else "after": step})


def together(pages: list[list]) -> list:
    return list(chain.from_iterable(pages))


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("per_page", [1, 2, 3, 7, 40])
def test_walking_the_pages_meets_every_line_once_and_in_order(order, per_page):
    dated(date(2025, 1, 1), None, date(2025, 1, 1), date(2024, 1, 1), None, date(2025, 1, 1), None, date(2023, 5, 5))
    ordered = rows(order)

    pages = walked(ordered, per_page)

    assert together(pages) == [row.pk for row in ordered.order_by(*ordered.query.order_by, "pk")]
    assert all(len(page) == per_page for page in pages[:-1])


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("per_page", [1, 3])
def test_walking_back_meets_the_same(order, per_page):
    dated(date(2025, 1, 1), None, date(2025, 1, 1), date(2024, 1, 1), None, date(2025, 1, 1), None)
    ordered = rows(order)

    forward = together(walked(ordered, per_page))
    backward = [pk for page in walked(ordered, per_page, backward=True) for pk in reversed(page)]

    # The first page is always a whole one, so that what stands on it may be met again.
    assert list(dict.fromkeys(backward))[::-1] == forward


class WalkingAnyDays(TestCase):
    @settings(max_examples=15, deadline=None)
    @given(
        st.lists(st.none() | st.dates(date(2024, 1, 1), date(2024, 1, 4)), min_size=1, max_size=12), st.integers(1, 5)
    )
    def test_any_days_and_ties_are_met_once(self, days, per_page):
        dated(*days)
        for order in (F("date").desc(nulls_last=True), F("date").asc(nulls_last=True)):
            pages = walked(Decision.objects.order_by(order, "outcome"), per_page)
            assert sorted(together(pages)) == sorted(Decision.objects.values_list("pk", flat=True))


def test_what_is_entered_meanwhile_moves_nothing():
    dated(*(date(2025, 1, 1) + timedelta(days=number) for number in range(9)))
    first = KeysetPaginator(rows(), 3).page({})
    expected = [row.pk for row in rows()[3:6]]

    many.copies(Decision.objects.first(), 1)
    Entry.objects.filter(pk=Decision.objects.order_by("-finding__ordinal").first().pk).update(date=date(2026, 1, 1))
    second = KeysetPaginator(rows(), 3).page({"after": first.after})

    assert [row.pk for row in second] == expected


def test_the_page_before_the_second_is_the_first_though_something_was_entered():
    dated(*(date(2025, 1, 1) + timedelta(days=number) for number in range(9)))
    paginator = KeysetPaginator(rows(), 3)
    second = paginator.page({"after": paginator.page({}).after})

    many.copies(Decision.objects.latest_first().first(), 1)
    page = paginator.page({"before": second.before})

    assert len(page) == 3
    assert {row.pk for row in page} <= {row.pk for row in rows()[:4]}


def test_the_line_that_a_page_goes_on_from_may_be_gone():
    dated(*(date(2025, 1, 1) + timedelta(days=number) for number in range(9)))
    first = KeysetPaginator(rows(), 3).page({})
    expected = [row.pk for row in rows()[3:6]]

    Decision.objects.filter(pk=first.object_list[-1].pk).delete()

    assert [row.pk for row in KeysetPaginator(rows(), 3).page({"after": first.after})] == expected


def test_a_page_takes_one_query_and_its_count_another(django_assert_num_queries):
    dated(*(date(2025, 1, 1) + timedelta(days=number) for number in range(9)))
    ordered = rows()
    after = KeysetPaginator(ordered, 3).page({}).after

    with django_assert_num_queries(1):
        page = KeysetPaginator(ordered, 3).page({"after": after})
    with django_assert_num_queries(1):
        assert (page.paginator.count, page.paginator.count) == (9, 9)


@pytest.mark.parametrize(("page", "first"), [("2", 3), ("3", 6), ("99", 6), ("0", 0), ("-1", 0), ("x", 0), ("٣", 0)])
def test_an_old_link_by_number_shows_that_page_or_the_nearest(page, first):
    dated(*(date(2025, 1, 1) + timedelta(days=number) for number in range(9)))

    shown_lines = KeysetPaginator(rows(), 3).page({"page": page})

    assert [row.pk for row in shown_lines] == [row.pk for row in rows()[first : first + 3]]


def test_a_place_of_another_order_or_made_up_is_the_beginning():
    dated(*(date(2025, 1, 1) + timedelta(days=number) for number in range(9)))
    by_committee = KeysetPaginator(rows("sort=committee"), 3).page({})

    for place in (by_committee.after, by_committee.after[:-1], "x", "WyJhIl0:x", "\x00", "é", ":", "a:b:c"):
        page = KeysetPaginator(rows(), 3).page({"after": place})
        assert [row.pk for row in page] == [row.pk for row in rows()[:3]], place


def test_lists_whose_lines_are_counted_over_all_rows_keep_their_numbers():
    many.copies(line("Saving"), 4)

    page = page_of(Saving.objects.by_reference(), {"page": "2"}, 3)

    assert (page.number, page.paginator.num_pages, len(page)) == (2, 2, 2)


def test_the_page_says_how_many_of_how_many_and_links_on(client):
    many.copies(line("Decision"), 30)
    signed_in(client, "councillor")

    first = client.get("/decisions/?outcome=approved")
    on = first.context["page_obj"].after
    second = shown(client, "decisions", f"?outcome=approved&after={on}")

    assert "Showing 25 of 31" in first.content.decode()
    assert f"?outcome=approved&amp;after={on.replace(':', '%3A')}" in first.content.decode()
    assert "Showing 6 of 31" in second
    assert "Previous<span" in second
    assert "Next<span" not in second


@pytest.mark.parametrize("name", ["decisions", "meetings", "actions", "events", "judgements", "questions"])
def test_each_such_list_pages_by_its_lines(name):
    ordered = found(LISTS[name], factories.user("councillor"), QueryDict())[1]

    assert KeysetPaginator(ordered, 3).page({}).object_list == []


class AnyAddress(TestCase):
    """No address is more than a wrong question."""

    @settings(max_examples=40, deadline=None)
    @given(
        st.dictionaries(
            st.sampled_from(
                [
                    "when",
                    "date_from",
                    "date_to",
                    "after",
                    "before",
                    "page",
                    "sort",
                    "outcome",
                    "committee",
                    "vote",
                    "matter",
                    "call_in",
                    "decision_maker",
                    "words",
                    "view",
                    "council",
                    "key",
                ]
            ),
            st.text(max_size=12) | st.sampled_from(["timeline", "split", "oldest", "since-council", "9" * 30, "\x00"]),
            max_size=5,
        )
    )
    def test_it_is_answered(self, query):
        self.client.force_login(factories.user("councillor"))

        assert self.client.get("/decisions/", query).status_code == 200
