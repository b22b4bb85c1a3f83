"""What papers say is to be decided, as each forward plan lists it."""

import uuid

from django.contrib.postgres.search import SearchQuery
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, When
from django.db.models.functions import StrIndex, Upper
from django.urls import reverse
from django.utils import timezone

from meetings.models.entry import Entry, EntryQuerySet, past
from meetings.models.register import typed
from reports.reading.dates import span

# Of titles that may be alike no more are looked at than these.
CANDIDATES = 200
# The newest paper first; of one that was put right and published again, the last.
NEWEST_FIRST = ("-finding__document__date", "-finding__document__published_at", "finding__document", "finding__ordinal")


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

    def latest_listings(self) -> "PlannedDecisionQuerySet":
        """Of each item, what the newest of these lines' papers says of it."""
        return self.filter(pk__in=self._newest().values("pk"))

    def latest_ids(self) -> list[uuid.UUID]:
        """Their ids, asked for now."""
        return list(self._newest().values_list("pk", flat=True))

    def _newest(self) -> "PlannedDecisionQuerySet":
        return self.order_by("key", *NEWEST_FIRST).distinct("key")

    def in_order(self) -> "PlannedDecisionQuerySet":
        """As they were published: the oldest paper first, and each as it prints them."""
        papers = ("finding__document__date", "finding__document__published_at", "finding__document")
        return self.order_by(*papers, "finding__ordinal")

    def in_plans(self) -> "PlannedDecisionQuerySet":
        """Those that a forward plan lists, and not another paper that speaks of what is to come."""
        return self.filter(finding__document__kind="forward_plan")

    def saying(self, words: str) -> "PlannedDecisionQuerySet":
        return self.filter(Q(search=typed(words)) | Q(reference__iexact=words.strip()))

    def may_be(self, council, title: str, reference: str) -> "PlannedDecisionQuerySet":
        """The council's lines of the same reference, and the newest ones that share a long word with the title."""
        longest = sorted({word for word in title.split() if word.isalnum()}, key=lambda word: (-len(word), word))[:3]
        alike = Q(search=SearchQuery(" or ".join(longest), config="english", search_type="websearch"))
        either = alike | Q(reference__iexact=reference) if reference else alike
        return self.filter(either, council=council).order_by(*NEWEST_FIRST)[:CANDIDATES]


def otherwise_dated(lines: PlannedDecisionQuerySet) -> Exists:
    """Whether one of the lines lists the same item for another date, and not the same date more or less exactly."""
    others = lines.filter(key=OuterRef("key")).exclude(printed_date="")
    others = others.alias(
        begins=StrIndex(F("printed_date"), OuterRef("printed_date")),
        begun=StrIndex(OuterRef("printed_date"), F("printed_date")),
    )
    return Exists(others.exclude(Q(begins=1) | Q(begun=1)))


class PlannedDecision(Entry):
    """One listing of an item by one paper; `key` is the item's, whichever paper lists it (meetings.plan_items)."""

    key = models.UUIDField(default=uuid.uuid4, editable=False, db_index=True)
    reference = models.CharField(max_length=60, blank=True)
    decision_maker = models.CharField(max_length=200, blank=True)
    key_decision = models.BooleanField(null=True)
    exempt_part = models.CharField(max_length=60, blank=True)
    contact = models.CharField(max_length=200, blank=True)

    objects = PlannedDecisionQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(Upper("reference"), name="planned_reference")]

    def get_absolute_url(self) -> str:
        return reverse("meetings:planned", args=[self.pk])

    @property
    def is_past_due(self) -> bool:
        return bool(self.printed_date) and span(self.printed_date)[1] < timezone.localdate()
