"""A small register with an open and an exempt row of everything, and where each of its pages is."""

from __future__ import annotations

import contextlib
import io
import re
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError
from django.test import override_settings
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone
from reportlab.pdfgen import canvas

from dashboard import following
from dashboard.models import Indicator, PrintedName
from dashboard.names import plain
from meetings.models import (
    Action,
    Decision,
    Entry,
    Matter,
    Meeting,
    PlannedDecision,
    Portfolio,
    Progress,
    Recommendation,
    SavedSearch,
)  # fmt: skip
from reports import actions
from reports.models import Council, Document, Finding, Flag
from reports.reading.facts import FACTS
from tests import factories, kept
from tests.dashboard import beside_of, claims_of, statistics_of
from tests.meetings import call_in_of, matters_of

# What differs between two makings of one page.
TOKENS = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]*"|"X-CSRFToken": "[^"]*"')

ROLES = ("anonymous", "councillor", "scrutiny", "officer", "publisher", "cleared", "administrator")


@dataclass
class World:
    """Published, in review and exempt papers, and what was read in them."""

    published: Document
    in_review: Document
    part_two: Document


# The small register, its rows and its files, made once for all tests.
_kept: list[tuple[World, kept.Rows, dict[str, bytes]]] = []


def keep() -> None:
    """Make the small register once and keep what was written."""
    storage = {"default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}
    # What goes wrong here goes wrong again, and is seen, in the tests that build it.
    with override_settings(STORAGES=settings.STORAGES | storage), contextlib.suppress(Exception):
        small, rows = kept.rows_of(make)
        names = default_storage.listdir("documents")[1]
        files = {f"documents/{name}": default_storage.open(f"documents/{name}").read() for name in names}
        _kept[:] = [(small, rows, files)]


def build() -> World:
    """The small register: put there as it was kept, or made where something of it is there already."""
    try:
        small, rows, files = _kept[0]
        kept.put_back(rows)
    except (IndexError, IntegrityError):
        return make()
    for name, content in files.items():
        default_storage.save(name, ContentFile(content))
    return World(**{part: type(one).objects.get(pk=one.pk) for part, one in vars(small).items()})


def make() -> World:
    """Each sort of fact published once from an open paragraph; a paper in review; a paper that is exempt throughout."""
    published = factories.document(title="Open paper")
    for fact in FACTS:
        factories.accepted(published, fact)
    factories.accepted(published, "Attendance", name="Rosalind Amberly")
    factories.accepted(published, "Figure", indicator=None, label="Children who swim", unit="count", value=412)
    published = actions.publish(document=published, by=factories.user("publisher"))
    settle(factories.accepted(published, "Figure", indicator=None, label="Children in hubs", unit="count", value=41))
    keep_file(published)
    factories.published("PlannedDecision", title="Open plan", kind="forward_plan", date="2025-04-07")
    note_progress(published, "The timetable was sent to all.")
    matters_of.follow(published, "Family hubs in Wexcombe")
    beside_of.put_beside(published, "children-looked-after-rate")
    claims_of.claim(published)
    call_in_of.record(published, "Any five members")
    call_in_of.set_rule(published)
    in_review = factories.document(title="Paper in review")
    factories.finding(in_review)
    keep_file(in_review)
    part_two = closed_paper()
    return World(published, in_review, part_two)


def settle(figure: Finding) -> PrintedName:
    """What an officer said once for all of a figure's printed name."""
    printed, measure = figure.data["label"], Indicator.objects.get(slug="children-looked-after-rate")
    by = figure.decided_by
    return PrintedName.objects.create(printed=printed, name=plain(printed), indicator=measure, finding=figure, by=by)


def keep_file(paper: Document) -> None:
    """A real file of one page for a paper, so that it can be fetched and drawn."""
    content = io.BytesIO()
    page = canvas.Canvas(content)
    page.drawString(72, 700, paper.title)
    page.save()
    default_storage.save(paper.file.name, ContentFile(content.getvalue()))
    Document.objects.filter(pk=paper.pk).update(read_at=timezone.now())


def closed_paper() -> Document:
    """A published paper all of whose paragraphs are exempt, with a fact of each sort about things of its own."""
    panel = secret("Zanzibar Panel")
    paper = factories.document(
        title=secret("Zanzibar paper"), council_name="Wexcombe County Council", acronyms={"ZNZP": panel}
    )
    factories.passage(paper, text=f"The {panel} (ZNZP) met.", part="exempt")
    for fact, said in CLOSED.items():
        factories.accepted(paper, fact, exempt=True, **{name: secret(value) for name, value in said.items()})
    settle(paper.findings.get(fact="Figure"))
    where = paper.passages.first()
    Flag.objects.create(document=paper, sort="upn", message=secret("A zanzibar"), page=1, passage=where, exempt=True)
    Document.objects.filter(pk=paper.pk).update(wholly_exempt=True)
    keep_file(paper)
    paper.refresh_from_db()
    seen = paper.flags.values_list("pk", flat=True)
    paper = actions.publish(document=paper, by=factories.user("publisher", "cleared"), seen=seen)
    closed_plan()
    matters_of.follow(paper, secret("Zanzibar"))
    call_in_of.record(paper, secret("Friends of Zanzibar"))
    matters_of.follow_secretly(paper, "Family hubs in Wexcombe")
    note_progress(paper, secret("Zanzibar was told."))
    beside_of.put_beside(paper, "children-looked-after-rate")
    claims_of.claim(paper, secret("Zanzibar: 637"), working=[secret("Zanzibar implies 266,527.")])
    # What shows the progress of an open line may have been found to be exempt afterwards.
    Progress.objects.filter(entry__finding__exempt=False).update(evidence=paper.passages.first())
    return paper


def closed_plan() -> Document:
    """A forward plan that is exempt throughout, with an item that the open plan lists too, for another day."""
    plan = factories.document(title=secret("Zanzibar plan"), kind="forward_plan", date="2025-05-05")
    for said in (CLOSED["PlannedDecision"], {"decision_maker": "Zanzibar Panel", "due_on": "2025-09-02"}):
        factories.accepted(plan, "PlannedDecision", exempt=True, **{name: secret(one) for name, one in said.items()})
    Document.objects.filter(pk=plan.pk).update(wholly_exempt=True)
    plan.refresh_from_db()
    return actions.publish(document=plan, by=factories.user("publisher", "cleared"))


def note_progress(paper: Document, said: str) -> None:
    """What an officer noted of each action and recommendation of a paper."""
    for sort in (Action, Recommendation):
        for line in sort.objects.filter(finding__document=paper):
            Progress.objects.create(entry=line, by=factories.user("officer"), note=said)


def secret(value: Any) -> Any:
    """A text with the word that tests look for beside the one that they ask for, which may stand on a page."""
    return re.sub("zanzibar", r"\g<0> mombasa", value, flags=re.IGNORECASE) if isinstance(value, str) else value


# What an exempt paper says of each sort of fact: every text holds the word `zanzibar`, by which it can be searched for.
CLOSED: dict[str, dict[str, Any]] = {
    "Meeting": {"committee": "Zanzibar Panel", "held_on": "2025-04-01"},
    "Attendance": {"committee": "Zanzibar Panel", "held_on": "2025-04-01", "name": "Zara Zanzibar"},
    "Declaration": {"name": "Zara Zanzibar", "text": "A zanzibar interest."},
    "AgendaItem": {"committee": "Zanzibar Panel", "held_on": "2025-04-01", "title": "Zanzibar lease", "part": "exempt"},
    "Decision": {
        "committee": "Zanzibar Panel", "decided_on": "2025-04-01", "text": "That the zanzibar lease be sold.",
        "reference": "ZANZIBAR1", "votes": {"unanimous": True},
    },
    "Amendment": {"committee": "Zanzibar Panel", "held_on": "2025-04-01", "text": "That zanzibar be kept."},
    "Recommendation": {"committee": "Zanzibar Panel", "meeting_on": "2025-04-01", "text": "note zanzibar"},
    "Action": {"owner": "Zanzibar officer", "text": "Sell zanzibar."},
    "PlannedDecision": {"title": "Zanzibar sale", "reference": "ZANZIBAR2", "decision_maker": "Zanzibar Panel"},
    "Figure": {"indicator": None, "label": "Zanzibar children", "area": "Zanzibar", "value": 77123},
    "Judgement": {"inspectorate": "Zanzibar", "subject": "Zanzibar home", "grade": "Zanzibar"},
    "Saving": {"reference": "ZANZIBAR3", "description": "Zanzibar", "amount": 77123},
    "Question": {"theme": "Zanzibar", "question": "What of zanzibar?", "answer": "Zanzibar."},
    "Event": {"text": "Zanzibar closed."},
    "PortfolioHolder": {"portfolio": "Zanzibar", "name": "Zara Zanzibar", "role": "Executive Member for Zanzibar"},
    "Partnership": {"board": "Zanzibar Board", "member": "Zara Zanzibar"},
}  # fmt: skip


def body(answer) -> bytes:
    """What an answer says, a file that is handed out read to its end."""
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def urls() -> dict[str, URLPattern]:
    """Every address that the resolver knows, by its full name."""
    found: dict[str, URLPattern] = {}

    def walk(patterns, space: str) -> None:
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                walk(pattern.url_patterns, f"{space}{pattern.namespace}:" if pattern.namespace else space)
            else:
                found[f"{space}{pattern.name or pattern.pattern}"] = pattern

    walk(get_resolver().url_patterns, "")
    return found


def of(paper: Document) -> dict[str, dict[str, Any]]:
    """For each address that names a thing, the one that came from this paper: its keyword arguments."""
    finding, passage = paper.findings.first(), paper.passages.first()
    named: dict[str, dict[str, Any]] = {f"reports:{name}": {"pk": paper.pk} for name in OF_A_DOCUMENT}
    named |= {f"reports:{name}": {"pk": paper.pk, "ordinal": passage.ordinal} for name in ("passage", "mark", "add")}
    named |= {f"reports:{name}": {"pk": finding.pk} for name in ("accept", "correct", "reject", "undo")}
    figures = paper.findings.filter(fact="Figure", data__indicator=None)
    named["dashboard:name"] = {"pk": (figures.first() or finding).pk}
    if said := PrintedName.objects.filter(finding__document=paper).first():
        named["dashboard:forget"] = {"pk": said.pk}
    if claim := paper.claims.first():
        named["dashboard:claim"] = {"pk": claim.pk}
    return named | {"reports:picture": {"pk": paper.pk, "page": 1}} | _registered(paper) | beside_of.addresses(paper)


def own(somebody: User) -> dict[str, dict[str, Any]]:
    """For each address that names a thing of one person alone, somebody's: its keyword arguments."""
    one, other = Indicator.objects.order_by("slug")[:2]
    left, kept_on = (following.follow(user=somebody, sort="indicator", thing=measure) for measure in (one, other))
    key = following.make_key(user=somebody, what="feeds")
    letters = following.write_to(user=somebody, often="never")
    line = Action.objects.filter(finding__exempt=False, finding__document__wholly_exempt=False).first()
    noted = line and Progress.objects.create(entry=line, by=somebody, note="The timetable was sent.")
    named: dict[str, dict[str, Any]] = {"meetings:correct_note": {"pk": noted.pk}} if noted else {}
    first, second = (SavedSearch.objects.create(user=somebody, name=name, listing="decisions") for name in "AB")
    named |= {"meetings:rename_search": {"pk": first.pk}, "meetings:delete_search": {"pk": second.pk}}
    named |= {"dashboard:unfollow": {"pk": left.pk}, "dashboard:note": {"pk": kept_on.pk}}
    named |= {f"dashboard:{name}": {"key": key.secret} for name in ("feed_followed", "calendar_with_key")}
    named |= statistics_of.things(somebody)
    return named | {
        "dashboard:revoke": {"pk": following.make_key(user=somebody, what="api", name="A program").pk},
        "dashboard:end_letters": {"key": letters.key},
        "dashboard:feed": {"name": "decisions"},
        "dashboard:feed_with_key": {"key": key.secret, "name": "decisions"},
        "dashboard:feed_watch_list": {"pk": council_of(line).pk},
        "dashboard:feed_watch_list_with_key": {"key": key.secret, "pk": council_of(line).pk},
        "dashboard:feed_matter": {"key": key.secret, "pk": a_matter(somebody).pk},
    }


def a_matter(somebody: User) -> Matter:
    """A matter of the open paper's decision."""
    line = Decision.objects.filter(finding__exempt=False, finding__document__wholly_exempt=False).first()
    matter = line.matter if line and line.matter_id else None
    matter = matter or Matter.objects.create(council=council_of(line), title="Open matter", made_by=somebody)
    Decision.objects.filter(pk=line and line.pk).update(matter=matter)
    return matter


def council_of(line: Entry | None) -> Council:
    return line.council if line else Council.objects.get_or_create(name="Nowhere", short_name="Nowhere")[0]


def plan_like(paper: Document) -> Document | None:
    """A forward plan that may be known of by those who may know of a paper."""
    return Document.objects.filter(kind="forward_plan", state=paper.state, wholly_exempt=paper.wholly_exempt).first()


OF_A_DOCUMENT = (
    "document", "progress", "retry", "describe", "publish", "withdraw", "original", "desk", "accept_all",
)  # fmt: skip


def _registered(paper: Document) -> dict[str, dict[str, Any]]:
    """The same for the register's lines; nothing for a paper that was never published."""
    action = Action.objects.filter(finding__document=paper).first()
    things = {
        "decision": Decision.objects.filter(finding__document=paper).first(),
        "meeting": Meeting.objects.filter(records__finding__document=paper).first(),
        "portfolio": Portfolio.objects.filter(holders__finding__document=paper).first(),
        "planned": PlannedDecision.objects.filter(finding__document=paper).first(),
        "plan_version": plan_like(paper),
        "recommendation": Recommendation.objects.filter(finding__document=paper).first(),
        "correct_note": Progress.objects.filter(entry=action).first(),
        **dict.fromkeys(("action", "finish", "reopen", "note"), action),
    }
    things |= matters_of.things(paper)
    named = {f"meetings:{name}": {"pk": thing.pk} for name, thing in things.items() if thing}
    return named | call_in_of.addresses(paper)
