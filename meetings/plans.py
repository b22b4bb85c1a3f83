"""The items of forward plans with all that is known of each, and the plans that a council published."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, QuerySet

from meetings.models import PlannedDecision, Precision
from meetings.names import committee_key
from meetings.plan_endings import Ending, endings
from meetings.plan_versions import Comparison, Notice, Slippage, compare, notice, sharing_a_reference, slippage
from reports.models import Document
from reports.reading.dates import in_words

PLAN = "forward_plan"
NEWEST_FIRST = ("-date", "-published_at", "pk")


@dataclass(frozen=True)
class Item:
    """One item over the papers that list it, the oldest first; `newest_plan` is the council's, None without one."""

    listings: tuple[PlannedDecision, ...]
    ending: Ending | None = None
    newest_plan: Document | None = None

    @property
    def line(self) -> PlannedDecision:
        return self.listings[-1]

    @property
    def in_plans(self) -> list[PlannedDecision]:
        return [line for line in self.listings if line.finding.document.kind == PLAN]

    @property
    def slippage(self) -> Slippage:
        return slippage(line.printed_date for line in self.listings)

    @property
    def notice(self) -> Notice:
        return notice(self.published, self.line.printed_date, is_key=self.line.key_decision)

    @property
    def published(self) -> str:
        """When the first plan that lists it was published: another paper that speaks of it gives no notice in law."""
        plans = self.in_plans
        return plans[0].finding.document.date if plans else ""

    @property
    def month(self) -> str:
        """The heading that it stands under in the list."""
        due = self.line.printed_date
        when = in_words(due[:7] if self.line.precision == Precision.DAY else due) if due else "No date stated"
        return f"{when}: past" if self.line.is_past_due else when

    @property
    def is_gone(self) -> bool:
        """Whether a plan listed it, the newest does not, and no decision is known."""
        plans = self.in_plans
        if self.ending or not plans or self.newest_plan is None:
            return False
        last = plans[-1].finding.document
        return last != self.newest_plan and last.date < self.newest_plan.date

    @property
    def standing(self) -> tuple[str, str]:
        """(what became of it, the colour of its tag); empty while it is still to come."""
        if self.ending:
            return "Decided", "green"
        if self.is_gone:
            return "Gone without a decision", "red"
        return ("Due date has passed", "orange") if self.line.is_past_due else ("", "")


def listings(keys: Iterable[UUID], user) -> dict[UUID, tuple[PlannedDecision, ...]]:
    """All that papers list of each item, so far as the user may know of it, the oldest first."""
    lines = PlannedDecision.objects.visible_to(user).filter(key__in=set(keys)).with_source()
    found: dict[UUID, list[PlannedDecision]] = {}
    for line in lines.select_related("council", "portfolio", "matter").in_order():
        found.setdefault(line.key, []).append(line)
    return {key: tuple(lines) for key, lines in found.items()}


def items(lines: Sequence[PlannedDecision], user) -> list[Item]:
    """The items of some lines, in their order."""
    listed = listings([line.key for line in lines], user)
    ended = endings(listed, user)
    newest = newest_plans({line.council_id for line in lines}, user)
    return [Item(listed[line.key], ended.get(line.key), newest.get(_series(listed[line.key]))) for line in lines]


def plans(user) -> QuerySet[Document]:
    """The forward plans that the user may read, the newest first; one that was withdrawn is none."""
    published = Document.objects.visible_to(user).published().filter(kind=PLAN)
    return published.select_related("council").order_by(*NEWEST_FIRST)


def newest_plans(councils: set[UUID], user) -> dict[tuple, Document]:
    """The newest plan of each council and portfolio: a council may publish one for each."""
    newest = plans(user).filter(council__in=councils).order_by("council_id", "portfolio", *NEWEST_FIRST)
    found: dict[tuple, Document] = {}
    for plan in sorted(newest.distinct("council_id", "portfolio"), key=lambda plan: plan.date):
        found[plan.council_id, committee_key(plan.portfolio)] = plan
    return found


def _series(listed: Sequence[PlannedDecision]) -> tuple:
    """Which plans an item belongs in: those like the last that listed it."""
    lines = [line for line in listed if line.finding.document.kind == PLAN] or listed
    return (lines[-1].council_id, committee_key(lines[-1].finding.document.portfolio))


def sizes(shown: Iterable[Document], user) -> dict[UUID, int]:
    """How many items of each plan the user may know of."""
    lines = PlannedDecision.objects.visible_to(user).filter(finding__document__in=[plan.pk for plan in shown])
    counted = lines.order_by().values("finding__document").annotate(items=Count("key", distinct=True))
    return {row["finding__document"]: row["items"] for row in counted}


def before(plan: Document, user) -> Document | None:
    """The plan of the same series that was published last before it."""
    series = plans(user).filter(council=plan.council, portfolio__iexact=plan.portfolio)
    return series.filter(date__lt=plan.date).first() if plan.date else None


def compared(plan: Document, earlier: Document | None, user) -> tuple[Comparison, list[tuple[str, list[str]]]]:
    """A plan against an earlier one, and the references that stand for several items in them."""
    lines = PlannedDecision.objects.visible_to(user).filter(finding__document__in=[plan, earlier or plan])
    printed = list(lines.with_source().select_related("council", "portfolio", "matter").order_by("finding__ordinal"))
    now = [line for line in printed if line.finding.document_id == plan.pk]
    was = [line for line in printed if line.finding.document_id != plan.pk]
    known = listings([line.key for line in printed], user)
    until = {key: [line for line in lines if line.finding.document.date <= plan.date] for key, lines in known.items()}
    history = {key: [line.printed_date for line in lines] for key, lines in until.items()}
    published = {key: Item(lines).published for key, lines in known.items()}
    found = compare(was, now, history=history, ended=endings(known, user), published=published)
    return found, sharing_a_reference([*was, *now])
