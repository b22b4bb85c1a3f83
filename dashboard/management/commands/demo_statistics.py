"""Give the demonstration official statistics: the sample files read and counted, the newest one left to look through.

They are about areas that do not exist, but for England's own published values. What the sample council aims at is taken
from its performance report, and a measure is put beside a matter of its papers. Does nothing where there are statistics
already.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from django.conf import settings
from django.core.files.base import File
from django.core.management.base import BaseCommand, CommandError

from dashboard import aims, importing, linking
from dashboard.importing.releases import count_now, read
from dashboard.models import Aim, DataSet, Indicator, Release
from meetings.models import Matter
from reports.management.commands.demo_council import nobody
from reports.models import Council

SAMPLES = Path(settings.BASE_DIR) / "tests" / "samples" / "statistics"
# An older release before the one that revises it; what the areas are called before what is said of them.
COUNTED = {
    "children-looked-after-rates-2024.csv": date(2024, 11, 14),
    "children-looked-after-rates-2025.csv": date(2025, 11, 20),
    "child-protection-plans-2025.csv": date(2025, 10, 30),
    "referrals-2025.csv": date(2025, 10, 30),
    "social-work-workforce-2024.csv": date(2025, 2, 27),
    "care-leavers-activity-2025.csv": date(2025, 11, 20),
    "lait-long-table-2025.csv": date(2025, 12, 18),
    "lait-dictionary-2025.csv": date(2025, 12, 18),
    "statistical-neighbours-2021.csv": date(2021, 12, 9),
    "statistical-neighbours-2025.csv": date(2025, 5, 22),
}
LEFT = {"to-preview/social-work-workforce-2025.csv": date(2026, 2, 26)}
# Social workers are counted on 30 September.
YEAR_ENDS = {"social-work-workforce-2024.csv": DataSet.YearEnds.SEPTEMBER}
# What the performance report of September 2026 gives as target and floor, and thresholds of measures that have none.
AIMS: dict[str, dict[str, float]] = {
    "assessments-within-45-days-percent": {"target": 85, "floor": 80},
    "care-leavers-eet-percent": {"target": 60, "floor": 55},
    "ehc-plans-within-20-weeks-percent": {"target": 60, "floor": 50},
    "placed-over-20-miles-percent": {"target": 15, "floor": 20},
    "re-referrals-percent": {"target": 20, "floor": 25},
    "three-or-more-placements-percent": {"target": 10, "floor": 12},
    "children-looked-after-rate": {"lower": 35, "upper": 50},
    "section-47-rate": {"lower": 90, "upper": 130},
}
# Of a matter of the sample papers, the measure that is shown beside it.
BESIDE = {"Family hubs": "good-level-of-development-percent"}
PUBLISHER = "Made up for the demonstration; England’s values are those of the Department for Education"
SINCE = date(2024, 4, 1)
BEFORE = {"indicator_id": "three-or-more-placements-percent", "target": 9, "floor": 11}
SOURCE = "Made up for the demonstration; targets and floors as in the performance report, July to September 2026"


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args, **options) -> None:
        if not settings.DEMO:
            raise CommandError("Made-up statistics belong in the demonstration only: set DEMO=1.")
        if Release.objects.exists():
            return
        by = nobody()
        for name, day in COUNTED.items():
            release = brought_in(name, day, by)
            importing.count(release=release, by=by)
            count_now(release)
        for name, day in LEFT.items():
            brought_in(name, day, by)
        aimed = aim_at(by)
        put_beside(by)
        counted = Release.objects.filter(state=Release.State.COUNTED).count()
        self.stdout.write(
            f"{counted} files of official statistics counted, {len(LEFT)} left to look through; {aimed} targets set."
        )


def put_beside(by) -> None:
    """Show measures beside the sample matters."""
    for title, slug in BESIDE.items():
        for matter in Matter.objects.filter(title=title, merged_into=None):
            linking.answer(thing=matter, indicator=Indicator.objects.get(pk=slug), yes=True, by=by)


def brought_in(name: str, day: date, by) -> Release:
    """A file taken in and read, with the day on which it was published."""
    path = SAMPLES / name
    with path.open("rb") as file:
        release = importing.take_in(File(file), filename=path.name, by=by)
    read(release)
    release.refresh_from_db()
    release.released_on, release.title = day, f"{release.title} (made up)"
    release.save(update_fields=["released_on", "title"])
    DataSet.objects.filter(pk=release.data_set_id).update(publisher=PUBLISHER)
    if ends := YEAR_ENDS.get(name):
        DataSet.objects.filter(pk=release.data_set_id).update(year_ends=ends)
    return release


def aim_at(by) -> int:
    """Say what the sample council aims at; returns how many were said."""
    council = Council.objects.filter(short_name="Wexcombe").first()
    if council is None:
        return 0
    before = Aim(council=council, since=date(2022, 4, 1), until=date(2024, 3, 31), source=SOURCE, **BEFORE)
    now = [Aim(council=council, indicator_id=slug, since=SINCE, source=SOURCE, **said) for slug, said in AIMS.items()]
    for aim in (before, *now):
        aims.keep(aim=aim, by=by)
    return len(now) + 1
