"""What becomes of a file of official statistics: taken in, read, looked at, counted, withdrawn.

    release = take_in(file, filename="referrals.csv", by=officer)
    count(release=release, by=publisher)

Reading and counting are jobs; each is one transaction, so that one that is broken off has changed nothing.
"""

from __future__ import annotations

import hashlib
import logging
from typing import IO, Any

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.utils import timezone
from procrastinate.contrib.django import app

from dashboard.claim_tasks import enqueue_all
from dashboard.importing import layouts, neighbours, values
from dashboard.importing.area_names import settle_councils
from dashboard.importing.sheet import NotUnderstood
from dashboard.models import DataSet, OfficialValue, Release

State, Layout = Release.State, DataSet.Layout
QUEUE = "statistics"
LARGEST = 200 * 1024 * 1024
BROKEN_OFF = (
    "Reading it broke off because of a fault in this program. Try again, and if that does not help, tell the person "
    "who runs it."
)
NOT_COUNTED = "Counting it broke off because of a fault in this program, so none of it counts. Try again."
GONE = "The stored file could not be opened. Upload it again."
MAY_BE_READ_AGAIN = (State.PREVIEW, State.REFUSED)
MAY_BE_COUNTED = (State.PREVIEW, State.WITHDRAWN)

log = logging.getLogger(__name__)


class Refused(Exception):
    """A file that is not taken in. str() says why and what to do."""


class NotNow(Exception):
    """What cannot be done with a release in the state it is in. str() says why and what to do."""


def take_in(file: IO[bytes], *, filename: str, by) -> Release:
    """Keep a file and have it read; the same file again is the same release. Refused when it is empty or too large."""
    size, sha256 = _measured(file)
    if not size:
        raise Refused("The file is empty. Download it again from where it is published.")
    if size > LARGEST:
        raise Refused("The file is larger than 200 MB. Choose fewer breakdowns where it is published, and upload that.")
    if twin := Release.objects.filter(sha256=sha256).first():
        if twin.state == State.REFUSED:
            return read_again(release=twin, by=by)
        return twin
    stored = _store(file, sha256)
    try:
        with transaction.atomic():
            release = Release.objects.create(
                title=filename[:200], filename=filename[-255:], file=stored, sha256=sha256, uploaded_by=by
            )
            _enqueue("dashboard.read_release", release)
    except IntegrityError:
        # Somebody uploaded the same file in the same moment.
        return Release.objects.get(sha256=sha256)
    return release


def read_again(*, release: Release, by) -> Release:
    """Have a release read again that waits or was refused. NotNow in another state."""
    with transaction.atomic():
        latest = _locked(release, MAY_BE_READ_AGAIN, "read again")
        latest.state, latest.problem, latest.found = State.READING, "", {}
        latest.save()
        _enqueue("dashboard.read_release", latest)
    return latest


def read(release: Release) -> None:
    """Say what a release brings and would change, or why it cannot be used. One that does not wait for it is left."""
    if not Release.objects.filter(pk=release.pk, state=State.READING).exists():
        return
    try:
        with release.file.open() as file:
            data_set, found = layouts.previewed(release, file)
    except NotUnderstood as why:
        return _end_reading(release, State.REFUSED, problem=str(why))
    except OSError:
        return _end_reading(release, State.REFUSED, problem=GONE)
    except Exception:
        log.exception("Reading release %s of official statistics failed", release.pk)
        return _end_reading(release, State.REFUSED, problem=BROKEN_OFF)
    title = data_set.title if not found.periods else f"{data_set.title}, to {found.periods[-1]}"
    _end_reading(release, State.PREVIEW, data_set=data_set, found=found.as_json(), title=title[:200])


def count(*, release: Release, by) -> Release:
    """Have a release counted that a person has looked at, or had withdrawn. NotNow in another state."""
    with transaction.atomic():
        latest = _locked(release, MAY_BE_COUNTED, "counted")
        latest.state, latest.problem = State.COUNTING, ""
        latest.counted_by, latest.counted_at = by, None
        latest.save()
        _enqueue("dashboard.count_release", latest)
    return latest


def count_now(release: Release) -> None:
    """Make a release count whose turn it is. One that does not wait for it is left."""
    try:
        with transaction.atomic():
            _count(release)
    except NotUnderstood as why:
        _not_counted(release, str(why))
    except OSError:
        _not_counted(release, GONE)
    except Exception:
        log.exception("Counting release %s of official statistics failed", release.pk)
        _not_counted(release, NOT_COUNTED)


def withdraw(*, release: Release, by, why: str = "") -> Release:
    """Take a release back: what it replaced counts again. NotNow when a later one has revised it.

    Later releases of its data set that only repeated its values are counted again, so that these stay.
    """
    with transaction.atomic():
        latest = _locked(release, (State.COUNTED,), "withdrawn")
        _refuse_revised(latest)
        values.take_back(latest)
        neighbours.take_back(latest)
        for other in _to_count_again(latest):
            other.state = State.COUNTING
            other.save()
            _enqueue("dashboard.count_release", other)
        latest.state, latest.problem = State.WITHDRAWN, why.strip()
        latest.save()
        _tell()
    return latest


def give_up(release: Release) -> None:
    """End a job that was broken off again and again."""
    _end_reading(release, State.REFUSED, problem=BROKEN_OFF)
    _not_counted(release, NOT_COUNTED)


def _count(release: Release) -> None:
    latest = Release.objects.select_for_update().filter(pk=release.pk, state=State.COUNTING).first()
    if latest is None or latest.data_set_id is None:
        return
    # One release of a data set after the other.
    latest.data_set = DataSet.objects.select_for_update().get(pk=latest.data_set_id)
    with latest.file.open() as file:
        new, revised, same = layouts.count(latest, file)
    settle_councils()
    latest.found = latest.found | {"new": new, "revised": revised, "same": same}
    latest.state, latest.counted_at = State.COUNTED, timezone.now()
    latest.save()
    _tell()


def _to_count_again(withdrawn: Release) -> list[Release]:
    """Releases of the same data set whose values the withdrawn one hid, or that repeated values of it.

    Of tables of values those counted later; of a dictionary and of neighbours, which replace each other, the last one.
    """
    data_set = withdrawn.data_set
    assert data_set is not None
    others = data_set.releases.filter(state=State.COUNTED).exclude(pk=withdrawn.pk).order_by("counted_at", "pk")
    if data_set.layout in (Layout.LAIT, Layout.EXPLORE):
        return list(others.filter(counted_at__gte=withdrawn.counted_at))
    alike = [other for other in others if other.found.get("periods") == withdrawn.found.get("periods")]
    return alike[-1:]


def _refuse_revised(release: Release) -> None:
    revised = OfficialValue.objects.filter(release=release).exclude(replaced_by=None).select_related("replaced_by")
    if later := revised.order_by("-replaced_by__counted_at").first():
        raise NotNow(f"“{later.replaced_by}” has revised values of this release. Withdraw that release first.")


def _locked(release: Release, states: tuple[str, ...], what: str) -> Release:
    latest = Release.objects.select_for_update().get(pk=release.pk)
    if latest.state not in states:
        raise NotNow(f"It cannot be {what} now: {latest.get_state_display().lower()}.")
    return latest


def _end_reading(release: Release, state: str, **said: Any) -> None:
    with transaction.atomic():
        if latest := Release.objects.select_for_update().filter(pk=release.pk, state=State.READING).first():
            for name, value in said.items():
                setattr(latest, name, value)
            latest.state = state
            latest.save()


def _not_counted(release: Release, why: str) -> None:
    with transaction.atomic():
        if latest := Release.objects.select_for_update().filter(pk=release.pk, state=State.COUNTING).first():
            latest.state, latest.problem = State.PREVIEW, why
            latest.save()


def _enqueue(task: str, release: Release) -> None:
    """Queue a job in the transaction that this is called in."""
    app.configure_task(task, queue=QUEUE).defer(release=release.pk)


def _tell() -> None:
    """Have what rests on official figures done again."""
    enqueue_all()
    app.configure_task("dashboard.renew_watch_lists", queue="figures", priority=-10).defer(timestamp=0)


def _measured(file: IO[bytes]) -> tuple[int, str]:
    file.seek(0, 2)
    size = file.tell()
    file.seek(0)
    return size, hashlib.file_digest(file, "sha256").hexdigest()


def _store(file: IO[bytes], sha256: str) -> str:
    name = f"statistics/{sha256}"
    if default_storage.exists(name):
        return name
    file.seek(0)
    return default_storage.save(name, File(file))
