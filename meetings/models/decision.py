"""What bodies and people resolved."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.urls import reverse

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
