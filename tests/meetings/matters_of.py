"""Lines of the register, links between them and matters of them, as the tests of matters want them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from meetings import matters
from meetings.models import Decision, Entry, Link, Matter, MatterDeed, Mention
from reports import actions
from reports.models import Document
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


def last_deed() -> MatterDeed:
    return MatterDeed.objects.first()


def answers() -> dict[frozenset[str], str]:
    """What was answered of each link, by the titles of its lines."""
    return {frozenset((link.one.title, link.other.title)): link.answer for link in Link.objects.all()}


def follow(paper: Document, title: str) -> Matter:
    """A matter of lines of a paper; two others proposed as one, and a paragraph that may speak of the matter."""
    lines = Entry.objects.filter(finding__document=paper)
    by = factories.user("officer", "cleared")
    followed = lines.filter(finding__fact__in=["Decision", "Action", "PlannedDecision"])
    made = matters.make(title=title, entries=followed, by=by)
    likely(*lines.filter(finding__fact__in=["Event", "Judgement"]), f"Both name {title}.")
    where = factories.passage(paper, title, part="exempt" if paper.wholly_exempt else "open")
    Mention.objects.create(matter=made, passage=where, likeness=90, reasons=[["names", f"It names {title}."]])
    return made


def follow_secretly(paper: Document, title: str) -> None:
    """Exempt lines that belong to an open matter, or are proposed for it."""
    made = Matter.objects.get(title=title)
    asked, told = (Entry.objects.get(finding__document=paper, sort=sort) for sort in ("recommendation", "event"))
    likely(made.entries.order_by("pk")[0], told, told.title)
    matters.add(matter=made, entry=asked, by=factories.user("officer", "cleared"))


def likely(one: Entry, other: Entry, reason: str) -> None:
    first, second = sorted((one, other), key=lambda entry: str(entry.pk))
    said = {"likeness": 90, "reasons": [["names", reason]]}
    Link.objects.update_or_create(one=first, other=second, defaults=said)


def things(paper: Document) -> dict[str, Any]:
    """For each address of meetings that names a matter of the paper's lines, or what is about one: that thing."""
    made = Matter.objects.filter(entries__finding__document=paper).order_by("made_at").last()
    of_matter = ("", "_papers", "_change", "_rename", "_lines", "_join", "_add", "_merge")
    return {
        **dict.fromkeys((f"matter{name}" for name in of_matter), made),
        "mention_answer": Mention.objects.filter(matter=made).first(),
        # That by which it was made: later ones are of lines that not everybody may know of.
        "matter_undo": MatterDeed.objects.filter(matter=made).last(),
        "line_matter": Entry.objects.filter(finding__document=paper, sort="event").first(),
    }
