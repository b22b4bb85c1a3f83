"""Dated lines of the register: what a timeline is made of."""

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from meetings.models.body import Committee, Portfolio
from meetings.models.matter import Matter
from meetings.models.meeting import Meeting
from meetings.models.register import Registered, RegisteredQuerySet, typed


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

    def to_come(self) -> "EntryQuerySet":
        """Those of a printed date that is not wholly past."""
        return self.filter(date__isnull=False).exclude(past(timezone.localdate()))

    def still_open(self) -> "EntryQuerySet":
        """Actions and recommendations that nobody said are done."""
        action = Q(sort="action", action__done_at=None)
        return self.filter(action | Q(sort="recommendation", recommendation__done_at=None))

    def saying_in_title(self, words: str) -> "EntryQuerySet":
        """Those whose title, or what stands above them, has the words, typed as people do on the web."""
        return self.filter(search=typed(words))

    def latest_first(self) -> "EntryQuerySet":
        return self.order_by(F("date").desc(nulls_last=True), "finding__document", "finding__ordinal")

    def earliest_first(self) -> "EntryQuerySet":
        return self.order_by(F("date").asc(nulls_last=True), "finding__document", "finding__ordinal")


class Entry(Registered):
    """One dated line: `date` is the first day of what was printed (`printed_date`, ISO), `precision` how exact.

    `about` are the words that tell what business it is about (the item's title, the heading above it), beside its
    own title; `references` and `names` are what it can be known again by (A039/17; Fernhill House), as
    `meetings.subject` has them. `matter` is the business that an officer said it belongs to.
    """

    class Sort(models.TextChoices):
        DECISION = "decision", "Decision"
        PLANNED = "planned", "Planned decision"
        ACTION = "action", "Action"
        RECOMMENDATION = "recommendation", "Recommendation"
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

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, null=True, related_name="entries")
    about = models.TextField(blank=True)
    references = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    names = ArrayField(models.CharField(max_length=100), default=list, blank=True)
    search = models.GeneratedField(
        expression=SearchVector("title", "about", config="english"), output_field=SearchVectorField(), db_persist=True
    )

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "entries"
        indexes = [
            models.Index(fields=["sort", "-date"]),
            models.Index(F("date").desc(nulls_last=True), name="entry_newest"),
            # To see of which bodies there are lines of a sort, without the lines themselves.
            models.Index(fields=["committee", "sort"], include=["id", "finding"], name="entry_of_committee"),
            models.Index(fields=["portfolio", "sort"], include=["id", "finding"], name="entry_of_portfolio"),
            GinIndex(fields=["search"], name="entry_search"),
            GinIndex(fields=["references"], name="entry_references"),
            GinIndex(fields=["names"], name="entry_names"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(date__isnull=True, precision="none") | (Q(date__isnull=False) & ~Q(precision="none")),
                name="entry_date_has_a_precision",
            )
        ]

    def __str__(self) -> str:
        return self.title


# How many months a date of each precision stands for.
MONTHS = {Precision.MONTH: 1, Precision.QUARTER: 3, Precision.YEAR: 12}


def past(today: date) -> Q:
    """Entries whose printed date is wholly before today: March 2025 is past from 1 April."""
    gone = Q(precision=Precision.DAY, date__lt=today)
    for precision, months in MONTHS.items():
        month = today.year * 12 + today.month - 1 - months
        gone |= Q(precision=precision, date__lte=date(month // 12, month % 12 + 1, 1))
    return gone
