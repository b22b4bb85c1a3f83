"""The desk of official statistics: a file from its upload to its withdrawal."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from dashboard import importing
from dashboard.importing.releases import count_now, read
from dashboard.models import DataSet, OfficialValue, Release
from tests import factories
from tests.dashboard.pages import HTMX, text

pytestmark = pytest.mark.django_db

DESK = reverse("dashboard:statistics")
HEAD = (
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,"
    "la_name,new_la_code,population_type,children_count,rate_per_10000\n"
)
ON_31_MARCH = "Children looked after on 31 March each year"


def table(*values: tuple[int, str, str], area: str = "Wexcombe") -> str:
    """Children looked after: the year, how many and at which rate."""
    rows = (
        f"{year},Reporting year,Local authority,E92000001,England,E12000091,Western Vales,950,{area},E10009050,"
        f"{ON_31_MARCH},{many},{rate}\n"
        for year, many, rate in values
    )
    return HEAD + "".join(rows)


OLD = table((2023, "619", "44"), (2024, "651", "46"))
NEW = table((2023, "619", "44"), (2024, "655", "46"), (2025, "688", "c"))


def upload(client, *texts: str, name: str = "children-looked-after.csv"):
    files = [SimpleUploadedFile(name, content.encode(), "text/csv") for content in texts]
    return client.post(DESK, {"tables": files}, follow=True)


def page_of(release: Release, name: str = "release") -> str:
    return reverse(f"dashboard:{name}", args=[release.pk])


def taken_in(content: str, by) -> Release:
    """A file that was uploaded and read."""
    release = importing.take_in(SimpleUploadedFile("t.csv", content.encode()), filename="children.csv", by=by)
    read(release)
    release.refresh_from_db()
    return release


def counted(content: str, by) -> Release:
    release = taken_in(content, by)
    importing.count(release=release, by=by)
    count_now(release)
    release.refresh_from_db()
    return release


@pytest.fixture
def officer(client):
    somebody = factories.user("officer")
    client.force_login(somebody)
    return somebody


@pytest.fixture
def publisher(client):
    somebody = factories.user("publisher")
    client.force_login(somebody)
    return somebody


def test_a_file_is_taken_in_and_nothing_of_it_counts(client, officer):
    answer = upload(client, OLD)

    release = Release.objects.get()
    assert (release.state, release.uploaded_by) == ("reading", officer)
    assert answer.redirect_chain[-1][0] == page_of(release)
    assert "was taken in. It counts once a publisher has said so." in text(answer)
    assert 'hx-trigger="every 2s"' in text(answer)
    assert not OfficialValue.objects.exists()


def test_many_files_are_taken_in_at_once(client, officer):
    answer = upload(client, OLD, NEW, "")

    assert Release.objects.count() == 2
    assert "The file is empty." in text(answer)
    assert "2 files" in text(answer)


def test_the_same_file_again_is_the_same_release(client, officer):
    upload(client, OLD)
    read(Release.objects.get())

    answer = upload(client, OLD)

    assert Release.objects.count() == 1
    assert "has been uploaded before: it is here as" in text(answer)


def test_no_file_is_an_error_that_says_what_to_do(client, officer):
    answer = client.post(DESK)

    assert answer.status_code == 422
    assert "Choose a CSV file." in text(answer)


def test_the_state_asks_for_itself_until_the_file_is_read(client, officer):
    upload(client, OLD)
    release = Release.objects.get()
    headers = HTMX | {"HX-Target": f"state-{release.pk}"}

    before = client.get(page_of(release), headers=headers)
    read(release)
    after = client.get(page_of(release), headers=headers)

    assert "every 2s" in text(before)
    assert "HX-Trigger" not in before.headers
    assert "every 2s" not in text(after)
    assert "Waits to be counted" in text(after)
    assert "releaseRead" in after.headers["HX-Trigger"]
    assert "<h1" not in text(after)


def test_the_preview_tells_what_counting_would_change(client, officer):
    counted(OLD, officer)

    page = text(client.get(page_of(taken_in(NEW, officer))))

    assert "3 new values" not in page
    assert "2 new values, 1 revised value, 3 values as before" in page
    assert "1 × <strong>c</strong>: suppressed, since few children are counted" in page
    assert '<td class="govuk-table__cell app-number">651</td> <td class="govuk-table__cell app-number">655</td>' in page
    assert "Children looked after per 10,000" in page
    assert "2023, 2024, 2025" in page


def test_what_is_no_such_table_is_refused_with_a_sentence_and_read_again(client, officer):
    release = taken_in("one,two\n1,2\n", officer)

    page = text(client.get(page_of(release)))
    client.post(page_of(release, "read_release_again"))

    assert release.state == "refused"
    assert release.problem in page.replace("&#x27;", "'")
    assert "Read it again" in page
    release.refresh_from_db()
    assert release.state == "reading"


def test_an_officer_says_when_a_year_ends_where_the_file_does_not(client, officer):
    release = taken_in(OLD, officer)
    assert "A year of this table ends on" in text(client.get(page_of(release)))

    said = {"title": "Children looked after, 2024", "released_on": "14/11/2024", "year_ends": "08-31"}
    client.post(page_of(release, "describe_release"), said)

    release.refresh_from_db()
    assert (release.title, release.released_on) == ("Children looked after, 2024", date(2024, 11, 14))
    assert release.data_set.year_ends == "08-31"
    importing.count(release=release, by=officer)
    count_now(release)
    assert set(OfficialValue.objects.values_list("date", flat=True)) == {date(2023, 8, 31), date(2024, 8, 31)}


def test_the_end_of_the_year_stays_once_values_count(client, officer):
    counted(OLD, officer)
    release = taken_in(NEW, officer)

    client.post(page_of(release, "describe_release"), {"title": "Table", "year_ends": "08-31"})

    assert "A year of this table ends on" not in text(client.get(page_of(release)))
    assert DataSet.objects.get().year_ends != "08-31"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"title": ""}, "Enter a title."),
        ({"year_ends": "02-30"}, "Choose when a year ends."),
        ({"released_on": "soon"}, "Enter a date"),
        ({"released_on": "1/1/2999"}, "Enter today or a day that is past."),
    ],
)
def test_what_is_wrong_of_the_description_is_said(client, officer, typed, sentence):
    release = taken_in(OLD, officer)

    answer = client.post(page_of(release, "describe_release"), {"title": "T", "year_ends": "03-31"} | typed)

    assert answer.status_code == 422
    assert sentence in text(answer)
    assert "There is a problem" in text(answer)


def test_a_publisher_counts_a_file_and_an_officer_does_not(client, officer):
    release = taken_in(OLD, officer)

    assert client.post(page_of(release, "count_release")).status_code == 404
    assert "Count it" not in text(client.get(page_of(release)))
    client.force_login(factories.user("publisher"))
    assert "Count it" in text(client.get(page_of(release)))
    client.post(page_of(release, "count_release"))

    release.refresh_from_db()
    assert release.state == "counting"
    count_now(release)
    assert OfficialValue.objects.current().count() == 4


def test_what_cannot_be_done_now_is_said(client, publisher):
    release = counted(OLD, publisher)

    again = client.post(page_of(release, "count_release"), follow=True)
    described = client.post(page_of(release, "describe_release"), {"title": "Other"}, follow=True)

    assert "It cannot be counted now: counted." in text(again)
    assert "Nothing was changed" in text(described)


def test_a_file_is_withdrawn_with_a_reason_and_what_it_revised_counts_again(client, publisher):
    counted(OLD, publisher)
    release = counted(NEW, publisher)
    page = page_of(release, "withdraw_release")

    assert client.post(page, {"why": ""}).status_code == 422
    answer = client.post(page, {"why": "Published in error"}, follow=True)

    release.refresh_from_db()
    assert (release.state, release.problem) == ("withdrawn", "Published in error")
    assert "Published in error" in text(answer)
    values = OfficialValue.objects.current().filter(measure__code__startswith="children_count")
    assert sorted(values.values_list("value", flat=True)) == [619, 651]


def test_what_was_revised_later_is_not_withdrawn_before(client, publisher):
    first = counted(OLD, publisher)
    counted(NEW, publisher)

    answer = client.post(page_of(first, "withdraw_release"), {"why": "Old"}, follow=True)

    assert "has revised values of this release. Withdraw that release first." in text(answer)


def test_the_page_tells_what_was_done_with_a_file_and_by_whom(client, publisher):
    release = counted(OLD, publisher)
    client.post(page_of(release, "withdraw_release"), {"why": "Published in error"})

    page = text(client.get(page_of(release)))

    assert all(f": {state}</li>" in page for state in ("being read", "waits to be counted", "counted"))
    assert f": withdrawn (by {publisher.first_name}): Published in error</li>" in page


@pytest.mark.parametrize("roles", [("councillor",), ("scrutiny",), ("cleared",), ("administrator",)])
def test_readers_know_nothing_of_the_desk(client, roles):
    release = taken_in(OLD, factories.user("officer"))
    client.force_login(factories.user(*roles))

    assert [client.get(page).status_code for page in (DESK, page_of(release))] == [404, 404]
    assert client.post(page_of(release, "count_release")).status_code == 404
    assert client.post(DESK).status_code == 404


@pytest.mark.parametrize("number", [2, 30])
def test_the_list_takes_the_same_queries_however_long_it_is(client, officer, django_assert_max_num_queries, number):
    for n in range(number):
        importing.take_in(SimpleUploadedFile("t.csv", f"{n}".encode()), filename=f"{n}.csv", by=officer)

    with django_assert_max_num_queries(10):
        page = client.get(DESK)

    assert f"{number} files" in text(page)
    assert "<h1" not in text(client.get(DESK, {"page": 99}, headers=HTMX))


def test_the_page_of_a_file_takes_the_same_queries_however_many_measures_it_has(
    client, officer, django_assert_max_num_queries
):
    release = taken_in(NEW, officer)
    one = release.found["measures"][0]
    Release.objects.filter(pk=release.pk).update(found=release.found | {"measures": [one] * 200})

    with django_assert_max_num_queries(14):
        page = client.get(page_of(release))

    assert text(page).count("Children looked after") > 200


def test_an_empty_list_says_what_to_do(client, officer):
    assert "No official statistics were uploaded yet." in text(client.get(DESK))
