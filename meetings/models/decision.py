"""What bodies and people resolved."""

from datetime import date

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Case, F, Q, When
from django.urls import reverse

from meetings.models.call_in_state import call_in_state
from meetings.models.entry import Entry, EntryQuerySet
from meetings.models.register import typed
from meetings.models.vote import Voted


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

    def with_call_in_state(self, today: date) -> "DecisionQuerySet":
        """With `call_in_state`, a value of CallInState: where each stands with call-in on that day."""
        return self.annotate(call_in_state=call_in_state(today))

    def in_call_in(self, today: date) -> "DecisionQuerySet":
        """Those that can be called in on a day or were called in, with `call_in_state`."""
        window = Q(can_be_called_in=True, callable_until__gte=today) & ~Q(call_in__urgent=True)
        return self.with_call_in_state(today).filter(window | Q(call_in__called_in_on__isnull=False))

    def by_call_in(self) -> "DecisionQuerySet":
        """What can be called in now first, the first to end first; then what waits; then what was settled lately."""
        waits = Q(call_in__called_in_on__isnull=False)
        group = Case(When(waits & ~Q(call_in__result=""), then=3), When(waits, then=2), default=1)
        until = Case(When(call_in__called_in_on__isnull=True, then=F("callable_until")))
        lately = (F("call_in__result_on").desc(nulls_last=True), F("call_in__called_in_on").desc(nulls_last=True))
        return self.order_by(group, until, *lately, "finding__document", "finding__ordinal")


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
    # Filled by meetings.call_in.settle from the council's rule: whether it is of those that can be called in at all,
    # and the last day on which it can; None where the day that the rule counts from is not known.
    can_be_called_in = models.BooleanField(default=False, editable=False)
    callable_until = models.DateField(null=True, editable=False)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        indexes = [
            GinIndex(DECISION_WORDS, name="decision_words"),
            GinIndex(fields=["voters"], name="decision_voters"),
            models.Index(fields=["callable_until"], name="decision_callable_until", condition=Q(can_be_called_in=True)),
        ]

    def get_absolute_url(self) -> str:
        return reverse("meetings:decision", args=[self.pk])
