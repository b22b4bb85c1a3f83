"""A release, an official measure and aims, one for each address that names such a thing."""

from __future__ import annotations

import itertools
from datetime import date
from typing import Any

from django.contrib.auth.models import User

from dashboard import aims
from dashboard.models import Aim, Indicator
from reports.models import Council
from tests.dashboard.official import official

MEASURE = "care-leavers-eet-percent"
_years = itertools.count(1980)


def aim(by: User, council: Council | None = None, slug: str = MEASURE, **said: Any) -> Aim:
    """What the council aims at, from April 2025 on unless it says otherwise."""
    council = council or Council.objects.get_or_create(name="Wexcombe County Council", short_name="Wexcombe")[0]
    boring = {"since": date(2025, 4, 1), "target": 60, "floor": 55, "source": "Children's plan 2025"}
    return Aim.objects.create(council=council, indicator=Indicator.objects.get(pk=slug), by=by, **boring | said)


def things(somebody: User) -> dict[str, dict[str, Any]]:
    """For each address of official statistics and of aims that names a thing: its keyword arguments."""
    measure = official(None, {"Wexcombe": {2024: 58, 2025: 61}})
    release = measure.values.first().release
    named: dict[str, dict[str, Any]] = {f"dashboard:{name}": {"pk": release.pk} for name in OF_A_RELEASE}
    named |= {f"dashboard:{name}": {"pk": measure.pk} for name in ("official_measure", "link_measure")}
    council = Council.objects.get(name="Wexcombe County Council")
    named["dashboard:area"] = {"pk": council.pk}
    return named | _of_aims(somebody, council)


OF_A_RELEASE = ("release", "describe_release", "count_release", "read_release_again", "withdraw_release")


def _of_aims(somebody: User, council: Council) -> dict[str, dict[str, Any]]:
    # Each of a time of its own, also when several people have some.
    days = [date(next(_years), 4, 1) for _ in range(3)]
    kept, left, gone = (aim(somebody, council, since=day, until=day.replace(month=9)) for day in days)
    aims.delete(aim=gone, by=somebody)
    event = Aim.pgh_event_model.objects.filter(pgh_label="delete").latest("pgh_id")
    named = {f"dashboard:{name}": {"pk": kept.pk} for name in ("change_aim", "end_aim")}
    named |= {"dashboard:delete_aim": {"pk": left.pk}, "dashboard:put_back_aim": {"pk": event.pgh_id}}
    return named | {"dashboard:add_aim": {"council": council.pk, "slug": MEASURE}}
