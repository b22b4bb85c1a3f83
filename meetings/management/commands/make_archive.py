"""Fill the register with a made-up archive of any size, to try it and to measure it: Harnford County Council's papers.

Nobody read these papers, and there are no files of them. Run again with another seed it adds as much again.
"""

from __future__ import annotations

import time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError

from meetings.management.archive.make import make
from reports.management.commands.demo_council import nobody


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser) -> None:
        parser.add_argument("lines", type=int, metavar="N", help="how many lines the register gets")
        parser.add_argument("--seed", type=int, default=1, help="the same seed makes the same archive (1)")

    def handle(self, *args, lines: int, seed: int, **options) -> None:
        if not settings.LOCAL:
            raise CommandError("Made-up papers belong in a register for trying only: set DEMO=1 or DEBUG=1.")
        if lines < 1:
            raise CommandError("Say how many lines, at least 1.")
        began = time.monotonic()
        try:
            made = make(lines, seed, nobody())
        except IntegrityError as why:
            raise CommandError(f"The archive of seed {seed} is here already; take another: --seed {seed + 1}") from why
        self.stdout.write(f"{made.lines.total():,} lines in {time.monotonic() - began:.0f} seconds, of these")
        for sort, count in made.lines.most_common():
            self.stdout.write(f"  {count:,} {sort}")
        self.stdout.write("in " + ", ".join(f"{count:,} {table}" for table, count in made.rows.items()))
