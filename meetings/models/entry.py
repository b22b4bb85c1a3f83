"""Dated lines of the register: what a timeline is made of."""

from datetime import date

import pghistory
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Case, F, Q, When
from django.urls import reverse
from django.utils import timezone

from meetings.models.body import Committee, Portfolio
from meetings.models.meeting import Meeting
from meetings.models.register import Registered, RegisteredQuerySet, typed
from meetings.models.vote import Voted
from reports.reading.dates import span


class Precision(models.TextChoices):
    DAY = "day", "Day"
    MONTH = "month", "Month"
    QUARTER = "quarter", "Quarter"
    YEAR = "year", "Year"
    NONE = "none", "Not stated"


class EntryQuerySet(RegisteredQuerySet):
    def between(self, start, end) -> "EntryQuerySet":
        """Those dated from start to end, both included; either may be None."""
        entries = self if start is None else self.filter(date__gte=start)
        return entries if end is None else entries.filter(date__lte=end)

    def latest_first(self) -> "EntryQuerySet":
        return self.order_by(F("date").desc(nulls_last=True), "finding__document", "finding__ordinal")

    def earliest_first(self) -> "EntryQuerySet":
        return self.order_by(F("date").asc(nulls_last=True), "finding__document", "finding__ordinal")


class Entry(Registered):
    """One dated line: `date` is the first day of what was printed (`printed_date`, ISO), `precision` how exact."""

    class Sort(models.TextChoices):
        DECISION = "decision", "Decision"
        PLANNED = "planned", "Planned decision"
        ACTION = "action", "Action"
        EVENT = "event", "Event"
        JUDGEMENT = "judgement", "Inspection judgement"

    sort = models.CharField(max_length=20, choices=Sort)
    date = models.DateField(null=True)
    printed_date = models.CharField(max_length=10, blank=True)
    precision = models.CharField(max_length=10, choices=Precision, default=Precision.NONE)
    title = models.CharField(max_length=300)
    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, null=True, related_name="entries")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, related_name="entries")
    portfolio = models.ForeignKey(Portfolio, on_delete=models.PROTECT, null=True, related_name="entries")

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "entries"
        indexes = [models.Index(fields=["sort", "-date"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(date__isnull=True, precision="none") | (Q(date__isnull=False) & ~Q(precision="none")),
                name="entry_date_has_a_precision",
            )
        ]

    def __str__(self) -> str:
        return self.title


class Outcome(models.TextChoices):
    APPROVED = "approved", "Approved"
    AGREED = "agreed", "Agreed"
    NOTED = "noted", "Noted"
    ENDORSED = "endorsed", "Endorsed"
    RECOMMENDED = "recommended", "Recommended"
    SUPPORTED = "supported", "Supported"
    CONFIRMED = "confirmed", "Confirmed"
    DEFERRED = "deferred", "Deferred"
    REFERRED = "referred", "Referred"
    REJECTED = "rejected", "Rejected"
    DELEGATED = "delegated", "Delegated"
    OTHER = "other", "Other"


# The words of a decision that a reader may search, as one English text.
DECISION_WORDS = SearchVector("text", "reference", config="english")


class DecisionQuerySet(EntryQuerySet):
    def saying(self, words: str) -> "DecisionQuerySet":
        """Those whose text or reference has the words, typed as people do on the web: "two words", -without, or."""
        return self.alias(words=DECISION_WORDS).filter(words=typed(words))

    def beside(self, decision: "Decision") -> "DecisionQuerySet":
        """The other decisions of the same meeting."""
        if decision.meeting_id is None:
            return self.none()
        return self.filter(meeting=decision.meeting_id).exclude(pk=decision.pk)

    def of_business(self) -> "DecisionQuerySet":
        """Without those that only run the meeting itself, such as that its minutes are right."""
        return self.filter(procedural=False)


class Decision(Entry, Voted):
    """What a body or a person resolved, and the slots of a lawful record; empty means not stated."""

    class Status(models.TextChoices):
        TAKEN = "taken", "Taken"
        PROPOSED = "proposed", "Proposed"

    text = models.TextField()
    item = models.CharField(max_length=200, blank=True)
    reference = models.CharField(max_length=60, blank=True)
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.TAKEN)
    key_decision = models.BooleanField(null=True)
    decision_maker = models.CharField(max_length=200, blank=True)
    reasons = models.TextField(blank=True)
    alternatives = models.TextField(blank=True)
    conflicts = models.TextField(blank=True)
    dispensation = models.TextField(blank=True)
    procedural = models.BooleanField(default=False, help_text="Whether it is about the running of the meeting alone")

    objects = DecisionQuerySet.as_manager()

    class Meta:
        indexes = [GinIndex(DECISION_WORDS, name="decision_words")]

    def get_absolute_url(self) -> str:
        return reverse("meetings:decision", args=[self.pk])


# How many months a date of each precision stands for.
MONTHS = {Precision.MONTH: 1, Precision.QUARTER: 3, Precision.YEAR: 12}


def past(today: date) -> Q:
    """Entries whose printed date is wholly before today: March 2025 is past from 1 April."""
    gone = Q(precision=Precision.DAY, date__lt=today)
    for precision, months in MONTHS.items():
        month = today.year * 12 + today.month - 1 - months
        gone |= Q(precision=precision, date__lte=date(month // 12, month % 12 + 1, 1))
    return gone


class PlannedDecisionQuerySet(EntryQuerySet):
    def coming(self) -> "PlannedDecisionQuerySet":
        """Those that are due today or later, or on no printed date."""
        return self.exclude(past(timezone.localdate()))

    def past_due(self) -> "PlannedDecisionQuerySet":
        return self.filter(past(timezone.localdate()))

    def soonest_first(self) -> "PlannedDecisionQuerySet":
        """Those still to come first, then those of no date, then those past due, the latest of these first."""
        is_past = Case(When(past(timezone.localdate()), then=1), default=0)
        passed = Case(When(past(timezone.localdate()), then=F("date")))
        order = (F("date").asc(nulls_last=True), "finding__document", "finding__ordinal")
        return self.order_by(is_past, passed.desc(nulls_last=True), *order)


class PlannedDecision(Entry):
    reference = models.CharField(max_length=60, blank=True)
    decision_maker = models.CharField(max_length=200, blank=True)
    key_decision = models.BooleanField(null=True)
    exempt_part = models.CharField(max_length=60, blank=True)
    contact = models.CharField(max_length=200, blank=True)

    objects = PlannedDecisionQuerySet.as_manager()

    @property
    def is_past_due(self) -> bool:
        return bool(self.printed_date) and span(self.printed_date)[1] < timezone.localdate()


class ActionQuerySet(EntryQuerySet):
    def open(self) -> "ActionQuerySet":
        return self.filter(done_at__isnull=True)

    def done(self) -> "ActionQuerySet":
        return self.filter(done_at__isnull=False)


@pghistory.track(fields=["done_at", "done_by", "done_note"])
class Action(Entry):
    """Something that someone undertook to do; its date is when it is due, or else when it was given."""

    owner = models.CharField(max_length=200, blank=True)
    text = models.TextField()
    item = models.CharField(max_length=200, blank=True)
    due = models.CharField(max_length=10, blank=True)
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    done_note = models.TextField(blank=True)

    objects = ActionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(done_at__isnull=True, done_by__isnull=True)
                | Q(done_at__isnull=False, done_by__isnull=False),
                name="action_done_at_and_by",
            )
        ]


class EventQuerySet(EntryQuerySet):
    def saying(self, words: str) -> "EventQuerySet":
        return self.alias(words=SearchVector("text", config="english")).filter(words=typed(words))


class Event(Entry):
    text = models.TextField()

    objects = EventQuerySet.as_manager()


class Judgement(Entry):
    inspectorate = models.CharField(max_length=100, blank=True)
    subject = models.CharField(max_length=300)
    grade = models.CharField(max_length=100)

    objects = EntryQuerySet.as_manager()
