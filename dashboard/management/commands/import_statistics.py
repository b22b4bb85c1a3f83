"""Take in files of official statistics and say what is in them; with --count they count.

CSV files of explore education statistics, the local authority interactive tool's long table and data dictionary, and
statistical neighbours. The same file again is the same release. Dictionaries and neighbours are best given first.
"""

from __future__ import annotations

from pathlib import Path

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError

from dashboard.importing import Refused, count, releases, take_in
from dashboard.models import DataSet, Release
from reports.access import may_publish, may_review

State = Release.State
MOST_LISTED = 12


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--count", action="store_true", help="have them count, which needs a publisher")
        parser.add_argument("--by", required=True, metavar="USERNAME", help="who takes them in")
        parser.add_argument(
            "--year-ends",
            choices=DataSet.YearEnds.values,
            help="the month and day on which a reporting year ends, where the files do not say",
        )

    def handle(self, *args, files: list[Path], by: str, **options) -> None:
        person = User.objects.filter(username=by).first()
        if person is None or not (may_publish if options["count"] else may_review)(person):
            role = "a publisher" if options["count"] else "an officer or a publisher"
            raise CommandError(f"{by} is not the user name of {role}.")
        if missing := [str(path) for path in files if not path.is_file()]:
            raise CommandError(f"There is no file {', '.join(missing)}.")
        ended = [self._import(path, person, options) for path in files]
        if refused := sum(not one for one in ended):
            raise CommandError(f"{refused} of {len(files)} files could not be used.")

    def _import(self, path: Path, by: User, options: dict) -> bool:
        self.stdout.write(self.style.MIGRATE_HEADING(path.name))
        try:
            with path.open("rb") as file:
                release = take_in(file, filename=path.name, by=by)
        except Refused as why:
            self.stdout.write(f"  Not taken: {why}")
            return False
        releases.read(release)
        release.refresh_from_db()
        if options["year_ends"]:
            self._say_when_years_end(release, options["year_ends"])
        if release.state in (State.PREVIEW, State.WITHDRAWN) and options["count"]:
            count(release=release, by=by)
            releases.count_now(release)
            release.refresh_from_db()
        self._tell(release)
        return release.state != State.REFUSED and not (options["count"] and release.state == State.PREVIEW)

    def _say_when_years_end(self, release: Release, day: str) -> None:
        data_set = release.data_set
        if release.state == State.PREVIEW and data_set and release.found.get("year_ends") and not data_set.year_ends:
            data_set.year_ends = day
            data_set.save(update_fields=["year_ends"])

    def _tell(self, release: Release) -> None:
        self.stdout.write(f"  {release}: {release.get_state_display().lower()}.")
        if release.problem:
            self.stdout.write(f"  {release.problem}")
        for line in told(release.found) if release.found else ():
            self.stdout.write(f"  {line}")


def told(found: dict) -> list[str]:
    """What was found in a file, in plain lines."""
    periods = found["periods"]
    lines = [
        ", ".join((many(found["rows"], "row"), f"{found['measure_count']:,} series", many(found["areas"], "area")))
    ]
    lines += [f"Periods: {periods[0]} to {periods[-1]}"] if periods else []
    lines += [f"{found['new']:,} new, {found['revised']:,} revised, {found['same']:,} the same"]
    linked = [one for one in found["measures"] if one["indicator"]]
    lines += [f"Of the catalogue: {one['indicator']} ({one['code']})" for one in linked[:MOST_LISTED]]
    lines += [f"and {len(linked) - MOST_LISTED} more of the catalogue"] if len(linked) > MOST_LISTED else []
    if found["symbols"]:
        lines.append("In place of numbers: " + ", ".join(f"{sign} ({n:,})" for sign, n in found["symbols"].items()))
    lines += [
        f"Revised: {one['measure']}, {one['area']}, {one['period']}: was {one['was']}, is {one['is']}"
        for one in found["examples"]
    ]
    return lines + [f"Note: {warning}" for warning in found["warnings"]]


def many(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
