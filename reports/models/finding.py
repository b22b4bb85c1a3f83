"""Facts laid before a reviewer, and the problems that the reviewer should look at first."""

import uuid

import pghistory
from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.db.models import Q

from reports.access import DEMONSTRATION, may_read_exempt
from reports.models.document import Document, State
from reports.models.passage import Passage
from reports.reading.facts import BASES, SURE


class Verdict(models.TextChoices):
    PENDING = "pending", "To be checked"
    ACCEPTED = "accepted", "Accepted"
    CORRECTED = "corrected", "Corrected"
    REJECTED = "rejected", "Rejected"


class FindingQuerySet(models.QuerySet):
    def open_to(self, user) -> "FindingQuerySet":
        """Without those read from exempt paragraphs, for those not cleared."""
        return self if may_read_exempt(user) else self.filter(exempt=False, document__wholly_exempt=False)

    def visible_to(self, user) -> "FindingQuerySet":
        """What may be shown outside the desk."""
        return self.filter(document__state=State.PUBLISHED).confirmed().open_to(user)

    def pending(self) -> "FindingQuerySet":
        return self.filter(verdict=Verdict.PENDING)

    def confirmed(self) -> "FindingQuerySet":
        return self.filter(verdict__in=[Verdict.ACCEPTED, Verdict.CORRECTED])

    def reviewed(self) -> "FindingQuerySet":
        """What a person has decided on: not what waits, nor what the demonstration accepted by itself."""
        return self.exclude(verdict=Verdict.PENDING).exclude(decided_by__in=_demonstration())

    def of_the_demonstration(self) -> "FindingQuerySet":
        """What the demonstration accepted by itself, without a person who looked."""
        return self.filter(decided_by__in=_demonstration())


def _demonstration():
    return User.objects.filter(groups__name=DEMONSTRATION).values("pk")


@pghistory.track()
class Finding(models.Model):
    """`data` is the fact as the reader gave it, `corrected` as a person did; `version` counts a person's changes.

    `proposed` are fields of it that a person settled once for all such findings, which the reader did not know:
    which measure a printed name stands for. They count like the reader's own, and `proposed_by` says whose they are.
    """

    Verdict = Verdict

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="findings")
    ordinal = models.PositiveIntegerField()
    fact = models.CharField(max_length=40)
    data = models.JSONField()
    passage = models.ForeignKey(Passage, on_delete=models.CASCADE, related_name="findings")
    # Ordinals of every paragraph that it was read from: one exempt paragraph makes it exempt.
    passages = models.JSONField(default=list)
    quote = models.TextField(blank=True)
    # How the reader knows it; empty for what a person added.
    basis = models.CharField(max_length=10, choices=BASES.items(), blank=True)
    exempt = models.BooleanField(default=False)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    proposed = models.JSONField(null=True, blank=True)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    verdict = models.CharField(max_length=20, choices=Verdict, default=Verdict.PENDING)
    corrected = models.JSONField(null=True, blank=True)
    reason = models.TextField(blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=0)

    objects = FindingQuerySet.as_manager()

    class Meta:
        ordering = ["document", "ordinal"]
        constraints = [
            models.UniqueConstraint(fields=["document", "ordinal"], name="finding_once_a_document"),
            models.CheckConstraint(
                condition=Q(verdict="pending", decided_at__isnull=True, decided_by__isnull=True)
                | (~Q(verdict="pending") & Q(decided_at__isnull=False, decided_by__isnull=False)),
                name="finding_decided_at_and_by",
            ),
            models.CheckConstraint(
                condition=Q(verdict="corrected", corrected__isnull=False)
                | (~Q(verdict="corrected") & Q(corrected__isnull=True)),
                name="finding_corrected_says_what",
            ),
            models.CheckConstraint(condition=~Q(verdict="rejected") | ~Q(reason=""), name="finding_rejected_says_why"),
            models.CheckConstraint(condition=Q(basis__in=["", *BASES]), name="finding_basis_is_known"),
            models.CheckConstraint(
                condition=Q(added_by__isnull=True) | Q(basis=""), name="finding_added_by_a_person_has_no_basis"
            ),
            models.CheckConstraint(
                condition=Q(proposed__isnull=True, proposed_by__isnull=True)
                | Q(proposed__isnull=False, proposed_by__isnull=False),
                name="finding_proposed_says_by_whom",
            ),
        ]
        indexes = [
            models.Index(fields=["document", "verdict"]),
            # What every list of the register asks of a line's finding, without the finding itself.
            models.Index(
                fields=["id"],
                include=["document", "ordinal", "exempt"],
                condition=Q(verdict__in=["accepted", "corrected"]),
                name="finding_shown",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.fact} on page {self.passage.page}"

    @property
    def stated(self) -> dict:
        """The fact as it stands: a person's correction before the reader's words and what is proposed for them."""
        return self.data | (self.proposed or {}) if self.corrected is None else self.corrected

    @property
    def is_sure(self) -> bool:
        """Whether the paper itself says what the words are."""
        return self.basis in SURE

    @property
    def is_confirmed(self) -> bool:
        return self.verdict in (Verdict.ACCEPTED, Verdict.CORRECTED)


class ProblemQuerySet(models.QuerySet):
    def open_to(self, user) -> "ProblemQuerySet":
        """Without those of exempt paragraphs, for those not cleared."""
        return self if may_read_exempt(user) else self.filter(exempt=False)


class Problem(models.Model):
    """Something in a document that a person should look at first."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="problems")
    passage = models.ForeignKey(Passage, on_delete=models.CASCADE, null=True, related_name="problems")
    message = models.TextField()
    exempt = models.BooleanField(default=False)

    objects = ProblemQuerySet.as_manager()

    class Meta:
        ordering = ["document", "id"]

    def __str__(self) -> str:
        return self.message


class DeedQuerySet(models.QuerySet):
    def open_to(self, user) -> "DeedQuerySet":
        """Without those done to what was read from exempt paragraphs, for those not cleared."""
        if may_read_exempt(user):
            return self
        return self.filter(Q(finding__isnull=True) | Q(finding__exempt=False), exempt=False)


class Deed(models.Model):
    """What a person, or the reader, did with a document: its history in plain words."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="deeds")
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    what = models.CharField(max_length=200)
    why = models.TextField(blank=True)
    finding = models.ForeignKey(Finding, on_delete=models.CASCADE, null=True, related_name="deeds")
    exempt = models.BooleanField(default=False)

    objects = DeedQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return self.what
