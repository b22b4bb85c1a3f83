"""What papers say is to be decided, as each forward plan lists it."""

from django.db import models
from django.db.models import Case, F, When
from django.urls import reverse
from django.utils import timezone

from meetings.models.entry import Entry, EntryQuerySet, past
from reports.reading.dates import span


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

    def get_absolute_url(self) -> str:
        return reverse("meetings:planned", args=[self.pk])

    @property
    def is_past_due(self) -> bool:
        return bool(self.printed_date) and span(self.printed_date)[1] < timezone.localdate()
