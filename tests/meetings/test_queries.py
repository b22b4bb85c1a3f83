"""No page asks the database more when there is more on it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from meetings.models import Decision, MeetingRecord
from tests import factories
from tests.meetings import many
from tests.meetings.reading_pages import LISTS, line, signed_in

pytestmark = pytest.mark.django_db


def queries(client, url: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(url).status_code == 200
    return len(asked)


@pytest.mark.parametrize(("name", "fact"), LISTS.items())
def test_a_list_asks_as_much_for_ten_lines_as_for_a_thousand(client, name, fact):
    row, url = line(fact), reverse(f"meetings:{name}")
    signed_in(client, "officer")
    many.copies(row, 9)
    few = queries(client, url)
    many.copies(row, 990)

    assert queries(client, url) == few <= 15


def test_the_list_of_meetings_asks_as_much_for_ten_as_for_a_thousand(client):
    factories.published("Meeting")
    record, url = MeetingRecord.objects.get(), reverse("meetings:meetings")
    signed_in(client, "officer")
    many.meetings(record, 9)
    few = queries(client, url)
    many.meetings(record, 990)

    assert queries(client, url) == few <= 15


@pytest.mark.parametrize("page", ["decision", "meeting", "portfolio"])
def test_a_page_asks_as_much_however_much_is_on_it(client, page):
    factories.published(*factories.FACTS)
    row = Decision.objects.get()
    url = {"decision": row, "meeting": row.meeting, "portfolio": row.portfolio}[page].get_absolute_url()
    signed_in(client, "officer")
    many.copies(row, 9)
    few = queries(client, url)
    many.copies(row, 90)

    assert queries(client, url) == few <= 15
