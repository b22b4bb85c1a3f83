"""Fill an empty database with the demonstration: accounts, and the made-up council's papers read, checked, published.

The two newest papers are left for a reviewer, so that the desk has work on first sight, and those in which something
was flagged, which wait for a person's yes. What is published was accepted by an account that is no person's, so that
nobody takes it for a review. Does nothing where there are documents already.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.management.base import BaseCommand, CommandError
from rich.console import Console

from reports import actions
from reports.access import DEMONSTRATION, ROLES
from reports.management.commands.import_documents import files_of, import_all
from reports.models import Document, State
from reports.register import first_day

PASSWORD = "wexcombe-demo"
SAMPLES = Path(settings.BASE_DIR) / "tests" / "samples"
LEFT_TO_REVIEW = 2
# The remit that all the sample papers belong to, for those that do not print it.
PORTFOLIO = "Children and Young People"
# Each role's account has these roles: an officer may read open parts only, a publisher exempt ones too.
ACCOUNTS = {role: [role] for role in ROLES} | {
    "publisher": ["publisher", "cleared"],
    "cleared": ["councillor", "cleared"],
}


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args, **options) -> None:
        if not settings.DEMO:
            raise CommandError("Sample accounts belong in the demonstration only: set DEMO=1 to make them.")
        people = {role: account(role) for role in ROLES}
        if Document.objects.exists():
            return
        self.stdout.write("Reading the sample papers of Wexcombe County Council.")
        documents, refused = import_all(files_of(SAMPLES), people["officer"], Console(file=self.stdout))
        read = sorted((one for one in documents if one.state == State.IN_REVIEW), key=begun)
        published = [one for one in read[:-LEFT_TO_REVIEW] if not one.flags.exists()]
        for document in published:
            review(document, nobody())
        self.stdout.write(f"{len(read)} of {len(documents) + len(refused)} papers read; {len(published)} published.")


def begun(document: Document) -> date:
    """The first day of a paper's date, be it a day, a month or a quarter."""
    return first_day(document.date)[0] or date.min


def account(role: str) -> User:
    """The demonstration's account of a role, made where it is missing."""
    rules = role == "administrator"
    name = f"{role}@wexcombe.example"
    user, made = User.objects.get_or_create(
        username=name,
        defaults={"first_name": f"Demo {role}", "email": name, "is_staff": rules, "is_superuser": rules},
    )
    if made:
        user.set_password(PASSWORD)
        user.save()
        user.groups.set([Group.objects.get_or_create(name=name)[0] for name in ACCOUNTS[role]])
    return user


def nobody() -> User:
    """The account that the demonstration accepts and publishes under: no person's, so nobody can sign in with it."""
    user, made = User.objects.get_or_create(
        username="demonstration@wexcombe.example", defaults={"first_name": "the demonstration (no person)"}
    )
    if made:
        user.set_unusable_password()
        user.save()
    user.groups.set([Group.objects.get_or_create(name=name)[0] for name in (DEMONSTRATION, "cleared")])
    return user


def review(document: Document, by: User) -> None:
    """Accept all that the registers can take, as a reviewer might, and publish the paper."""
    if not document.portfolio:
        actions.describe(document=document, by=by, portfolio=PORTFOLIO)
    for fact in document.findings.values_list("fact", flat=True).distinct().order_by("fact"):
        actions.accept_all(document=document, fact=fact, by=by)
    actions.publish(document=document, by=by)
