"""Read one document without a database and print what it says as JSON."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from reports import sandbox
from reports.reading.message import as_json
from reports.reading.reading import Unreadable


class Command(BaseCommand):
    help = __doc__
    requires_system_checks = []

    def add_arguments(self, parser) -> None:
        parser.add_argument("file", type=Path, help="a PDF or Word file (.docx)")

    def handle(self, *args, file: Path, **options) -> None:
        try:
            with file.open("rb") as content:
                reading = sandbox.read(content)
        except (Unreadable, sandbox.Died) as why:
            raise CommandError(str(why)) from None
        except OSError as why:
            raise CommandError(f"{file} cannot be opened: {why.strerror}.") from None
        self.stdout.write(json.dumps(as_json(reading), ensure_ascii=False, indent=2))
