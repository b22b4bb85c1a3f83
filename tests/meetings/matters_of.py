"""Lines of the register, links between them and matters of them, as the tests of matters want them."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from meetings import matters
from meetings.models import Decision, Entry, Link, Matter
from reports import actions
from tests import factories


def lines(*titles: str, closed: tuple[str, ...] = (), **said) -> list[Entry]:
    """A published decision for each title; those of the closed ones stand in exempt paragraphs."""
    paper = factories.document(**said)
    for title in (*titles, *closed):
        factories.accepted(paper, "Decision", exempt=title in closed, text=title)
    actions.publish(document=paper, by=factories.user("publisher"))
    found = {entry.title: entry for entry in Entry.objects.filter(finding__document=paper)}
    return [found[title] for title in (*titles, *closed)]


def link(one: Entry, other: Entry, answer: str = "proposed", reason: str = "Both print F12/25") -> Link:
    first, second = sorted((one, other), key=lambda entry: str(entry.pk))
    said = {} if answer == "proposed" else {"answered_by": factories.user("officer"), "answered_at": timezone.now()}
    reasons = [["reference", reason]]
    return Link.objects.create(one=first, other=second, reasons=reasons, likeness=80, answer=answer, **said)


def matter(title: str, *entries: Entry, by=None) -> Matter:
    by = by or factories.user("officer", "cleared")
    return matters.make(title=title, entries=entries, by=by, open_name=not any(entry.is_exempt for entry in entries))


def dated(entry: Entry, day: str) -> Entry:
    """The line, of another day."""
    Decision.objects.filter(pk=entry.pk).update(date=date.fromisoformat(day), printed_date=day, precision="day")
    entry.refresh_from_db()
    return entry


def within(matter: Matter) -> set[str]:
    """The titles of all lines of a matter."""
    return set(Entry.objects.filter(matter=matter).values_list("title", flat=True))


def answers() -> dict[frozenset[str], str]:
    """What was answered of each link, by the titles of its lines."""
    return {frozenset((link.one.title, link.other.title)): link.answer for link in Link.objects.all()}
