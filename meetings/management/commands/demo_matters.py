"""Give the demonstration matters: the likeliest proposals made matters, the others left for a reviewer.

They are made by the account that is no person's, so that nobody takes them for a review. Does nothing where there are
matters already.
"""

from __future__ import annotations

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from meetings import matters, proposed
from meetings.models import Entry, Matter
from meetings.proposing import propose
from reports.management.commands.demo_council import nobody

MADE = 3


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args, **options) -> None:
        if not settings.DEMO:
            raise CommandError("Matters that nobody confirmed belong in the demonstration only: set DEMO=1.")
        if Matter.objects.exists():
            return
        propose(Entry.objects.all())
        by = nobody()
        cards = proposed.cards(proposed.groups(by), by)
        for card in cards[:MADE]:
            lines = [line.entry for line in card.free]
            matters.make(title=card.title, entries=lines, by=by, open_name=not card.exempt)
        left = len(proposed.groups(by))
        self.stdout.write(f"{len(cards[:MADE])} matters made; {left} proposals left for a reviewer.")
