"""What becomes of a release: the same file again, a revision, one taken back, and jobs that end badly."""

from __future__ import annotations

import io
from types import SimpleNamespace

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from dashboard.importing import NotNow, Refused, count, layouts, read_again, releases, take_in, withdraw
from dashboard.importing.tasks import count_release, read_release
from dashboard.models import Area, OfficialMeasure, OfficialValue, Release
from tests import factories
from tests.dashboard.importing.tables import (  # fmt: skip
    counted,
    standing,
    table,
    taken_in,
)

pytestmark = pytest.mark.django_db


def test_a_file_waits_for_its_preview_and_counts_when_a_person_says_so():
    by = factories.user("publisher")

    release = take_in(io.BytesIO(table(1)), filename="children-in-need-2025.csv", by=by)
    assert (release.state, standing()) == ("reading", {})

    releases.read(release)
    release.refresh_from_db()
    assert (release.state, release.title, standing()) == ("preview", "Children in need, to 2024", {})
    assert not Area.objects.exists()
    assert not OfficialMeasure.objects.exists()

    count(release=release, by=by)
    releases.count_now(release)
    release.refresh_from_db()
    assert (release.state, release.counted_by) == ("counted", by)
    assert release.counted_at
    assert list(standing().values()) == [1]


def test_taking_in_and_counting_queue_jobs():
    release = take_in(io.BytesIO(table(1)), filename="table.csv", by=factories.user("officer"))
    releases.read(release)
    count(release=release, by=factories.user("publisher"))

    jobs = ProcrastinateJob.objects.filter(args={"release": release.pk}).order_by("pk")
    assert list(jobs.values_list("task_name", "queue_name")) == [
        ("dashboard.read_release", "statistics"), ("dashboard.count_release", "statistics")
    ]  # fmt: skip


def test_counting_has_the_watch_lists_renewed():
    counted(table(1))

    assert ProcrastinateJob.objects.filter(task_name="dashboard.renew_watch_lists").exists()


def test_the_same_file_again_is_the_same_release():
    first, again = (
        counted(table(1), "a.csv"),
        take_in(io.BytesIO(table(1)), filename="b.csv", by=factories.user("officer")),
    )

    assert (again.pk, again.state) == (first.pk, "counted")
    assert Release.objects.count() == 1


def test_a_refused_file_that_comes_again_is_read_again():
    refused = taken_in(b"neither,one,nor,the,other\n1,2,3,4,5\n")
    assert refused.state == "refused"

    again = take_in(
        io.BytesIO(b"neither,one,nor,the,other\n1,2,3,4,5\n"), filename="b.csv", by=factories.user("officer")
    )

    assert (again.pk, again.state, again.problem) == (refused.pk, "reading", "")


def test_a_file_that_is_empty_or_too_large_is_not_taken(monkeypatch):
    by = factories.user("officer")
    with pytest.raises(Refused, match="empty"):
        take_in(io.BytesIO(b""), filename="a.csv", by=by)
    monkeypatch.setattr(releases, "LARGEST", 10)
    with pytest.raises(Refused, match="larger"):
        take_in(io.BytesIO(b"x" * 11), filename="a.csv", by=by)

    assert not Release.objects.exists()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"name,age\nA,1\n", "name, age"),
        (b"\n\n", "empty"),
        (b"PK\x03\x04", "workbook"),
        (b"measure_short,year,la,value\nRate,2024,Wexcombe,1\n", "not those of a table that is known here"),
    ],
)
def test_what_is_not_understood_is_refused_with_a_sentence(content, sentence):
    release = taken_in(content)

    assert release.state == "refused"
    assert sentence in release.problem


def test_nothing_is_done_with_a_release_in_another_state():
    release, by = counted(table(1)), factories.user("publisher")
    preview = taken_in(table(2))

    for deed in (lambda: count(release=release, by=by), lambda: read_again(release=release, by=by)):
        with pytest.raises(NotNow):
            deed()
    with pytest.raises(NotNow):
        withdraw(release=preview, by=by)
    releases.count_now(preview)
    releases.read(release)

    assert (Release.objects.get(pk=preview.pk).state, Release.objects.get(pk=release.pk).state) == (
        "preview",
        "counted",
    )


def test_a_fault_while_reading_ends_refused(monkeypatch):
    monkeypatch.setattr(layouts, "previewed", broken)

    release = taken_in(table(1))

    assert (release.state, "fault in this program" in release.problem) == ("refused", True)


def test_a_fault_while_counting_changes_nothing(monkeypatch):
    release = taken_in(table(1))
    monkeypatch.setattr(layouts.values, "note_decimals", broken)

    count(release=release, by=factories.user("publisher"))
    releases.count_now(release)

    release.refresh_from_db()
    assert (release.state, "none of it counts" in release.problem) == ("preview", True)
    assert not OfficialValue.objects.exists()
    assert not Area.objects.exists()


def test_a_file_that_is_gone_is_told():
    release = take_in(io.BytesIO(table(1)), filename="a.csv", by=factories.user("officer"))
    release.file.storage.delete(release.file.name)

    releases.read(release)

    release.refresh_from_db()
    assert (release.state, release.problem) == ("refused", releases.GONE)


def test_jobs_do_the_work_and_give_up_after_some_attempts():
    release = take_in(io.BytesIO(table(1)), filename="a.csv", by=factories.user("officer"))
    read_release.func(job(1), release=release.pk)
    release.refresh_from_db()
    assert release.state == "preview"

    count(release=release, by=factories.user("publisher"))
    count_release.func(job(3), release=release.pk)
    release.refresh_from_db()
    assert (release.state, release.problem) == ("preview", releases.NOT_COUNTED)

    count(release=release, by=factories.user("publisher"))
    count_release.func(job(1), release=release.pk)
    release.refresh_from_db()
    assert (release.state, list(standing().values())) == ("counted", [1])


def test_a_job_for_a_release_that_is_gone_does_nothing():
    read_release.func(job(1), release=0)


def broken(*args, **said):
    raise RuntimeError("A fault")


def job(attempts: int) -> SimpleNamespace:
    return SimpleNamespace(job=SimpleNamespace(attempts=attempts))
