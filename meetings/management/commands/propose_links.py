"""Say anew what every published line is about, and propose links between them and paragraphs that name matters."""

from __future__ import annotations

from django.core.management.base import BaseCommand, CommandError

from meetings.about import tell
from meetings.mentioning import propose_mentions
from meetings.models import Entry, Matter
from meetings.proposing import propose, renew
from reports.models import Council, Document


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser) -> None:
        parser.add_argument("--council", metavar="NAME", help="the papers of one council only")

    def handle(self, *args, council: str | None = None, **options) -> None:
        documents = Document.objects.published().order_by("published_at", "pk")
        if council:
            documents = documents.filter(council=_named(council))
        for document in documents.iterator():
            renew(tell(document))
        links = sum(propose(Entry.objects.filter(finding__document=document)) for document in documents.iterator())
        matters = Matter.objects.filter(merged_into=None, council__in=documents.values("council"))
        mentions = sum(propose_mentions(matter) for matter in matters)
        self.stdout.write(f"{links} links and {mentions} mentions proposed.")


def _named(name: str) -> Council:
    found = Council.objects.filter(name__iexact=name) | Council.objects.filter(short_name__iexact=name)
    if not found:
        raise CommandError(f"There is no council named {name}.")
    return found[0]
