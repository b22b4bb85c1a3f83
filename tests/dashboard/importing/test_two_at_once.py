"""Two releases of one table that are counted in the same moment."""

from __future__ import annotations

import threading

import pytest
from django.db import connection

from dashboard.importing import count, releases
from dashboard.models import Area, OfficialMeasure, OfficialValue, Release
from tests import factories
from tests.dashboard.importing.tables import WEXCOMBE, explore, standing, taken_in


@pytest.mark.django_db(transaction=True)
def test_two_releases_of_a_table_are_counted_one_after_the_other(migrated):
    waiting = [taken_in(explore(["rate"], ("2024", WEXCOMBE, value), ("2025", WEXCOMBE, 5))) for value in (1, 2)]
    for release in waiting:
        count(release=release, by=factories.user("publisher"))

    threads = [threading.Thread(target=counted_elsewhere, args=[release]) for release in waiting]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    found = [Release.objects.get(pk=release.pk) for release in waiting]
    assert [one.state for one in found] == ["counted", "counted"]
    assert sorted((one.found["new"], one.found["revised"], one.found["same"]) for one in found) == [
        (0, 1, 1),
        (2, 0, 0),
    ]
    assert (Area.objects.count(), OfficialMeasure.objects.count(), OfficialValue.objects.count()) == (2, 1, 3)
    last = max(found, key=lambda one: one.counted_at)
    assert standing()["rate", "Wexcombe", "2024"] == (1 if last.pk == waiting[0].pk else 2)


def counted_elsewhere(release: Release) -> None:
    try:
        releases.count_now(release)
    finally:
        connection.close()
