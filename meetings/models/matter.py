"""Matters: one piece of business followed across papers, bodies and years, and what people said of what belongs to it.

Nothing is linked unasked: links are proposed with their reasons, and an officer confirms, refuses or undoes them.
"""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse

from reports.access import may_read_exempt
from reports.models import Council, Passage


class MatterQuerySet(models.QuerySet):
    def visible_to(self, user) -> "MatterQuerySet":
        """Those with a line that the user may know of; one that is named after an exempt line, for those cleared."""
        lines = self.model._meta.get_field("entries").related_model.objects.visible_to(user)
        matters = self.filter(Exists(lines.filter(matter=OuterRef("pk"))), merged_into=None)
        return matters if may_read_exempt(user) else matters.filter(exempt=False)


@pghistory.track()
class Matter(models.Model):
    """`exempt` where its very name is for cleared people only; `merged_into` is where its lines went."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="matters")
    title = models.CharField(max_length=300)
    exempt = models.BooleanField(default=False)
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="merged")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = MatterQuerySet.as_manager()

    class Meta:
        ordering = ["title", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="matter_has_a_title"),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")), name="matter_not_merged_into_itself"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("meetings:matter", args=[self.pk])


class Answered(models.Model):
    """What is proposed, and confirmed or refused by a person. A no is remembered."""

    class Answer(models.TextChoices):
        PROPOSED = "proposed", "Proposed"
        CONFIRMED = "confirmed", "Confirmed"
        REFUSED = "refused", "Refused"

    # Pairs of a code and a sentence: ["reference", "Both print the reference A039/17"].
    reasons = models.JSONField(default=list)
    # How alike, from 0 to 100.
    likeness = models.PositiveSmallIntegerField(default=0)
    answer = models.CharField(max_length=10, choices=Answer, default=Answer.PROPOSED)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(answer="proposed", answered_by__isnull=True, answered_at__isnull=True)
                | (~Q(answer="proposed") & Q(answered_by__isnull=False, answered_at__isnull=False)),
                name="%(class)s_answered_at_and_by",
            ),
            models.CheckConstraint(condition=Q(likeness__lte=100), name="%(class)s_likeness_in_a_hundred"),
        ]


@pghistory.track()
class Link(Answered):
    """Two lines of the register that may be of one matter. Of the pair, `one` has the lesser id."""

    one = models.ForeignKey("meetings.Entry", on_delete=models.CASCADE, related_name="links_one")
    other = models.ForeignKey("meetings.Entry", on_delete=models.CASCADE, related_name="links_other")

    class Meta(Answered.Meta):
        constraints = [
            *Answered.Meta.constraints,
            models.UniqueConstraint(fields=["one", "other"], name="link_once_a_pair"),
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="link_of_a_pair_in_order"),
        ]
        indexes = [models.Index(fields=["answer", "-likeness"])]

    def __str__(self) -> str:
        return f"{self.one} and {self.other}"


@pghistory.track()
class Mention(Answered):
    """A paragraph that may speak of a matter, where no line of the register was read in it."""

    matter = models.ForeignKey(Matter, on_delete=models.CASCADE, related_name="mentions")
    passage = models.ForeignKey(Passage, on_delete=models.CASCADE, related_name="mentions")

    class Meta(Answered.Meta):
        constraints = [
            *Answered.Meta.constraints,
            models.UniqueConstraint(fields=["matter", "passage"], name="mention_once_a_matter"),
        ]

    def __str__(self) -> str:
        return f"{self.matter}: {self.passage}"


class MatterDeed(models.Model):
    """What a person did with matters, so that it can be undone.

    `moves` are [entry, matter before, matter after], ids or None; `answers` [table, id, answer before, answer after].
    """

    class What(models.TextChoices):
        CONFIRMED = "confirmed", "Confirmed"
        REFUSED = "refused", "Refused"
        ADDED = "added", "Added"
        REMOVED = "removed", "Taken out"
        MERGED = "merged", "Merged"
        SPLIT = "split", "Split"
        RENAMED = "renamed", "Renamed"

    matter = models.ForeignKey(Matter, on_delete=models.CASCADE, null=True, related_name="deeds")
    what = models.CharField(max_length=10, choices=What)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    moves = models.JSONField(default=list)
    answers = models.JSONField(default=list)
    # What else there was before, such as the title: {"title": "..."}.
    before = models.JSONField(default=dict)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True, undone_by__isnull=True)
                | Q(undone_at__isnull=False, undone_by__isnull=False),
                name="matter_deed_undone_at_and_by",
            )
        ]

    def __str__(self) -> str:
        return self.get_what_display()
