"""Matters: one piece of business followed across papers, bodies and years, and what people said of what belongs to it.

Nothing is linked unasked: links are proposed with their reasons, and an officer confirms, refuses or undoes them.
"""

import uuid

import pghistory
from django.conf import settings
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Count, Exists, F, Max, Min, OuterRef, Q, Subquery
from django.urls import reverse

from meetings.models.register import OPEN, SHOWN, typed
from reports.access import may_read_exempt
from reports.models import Council, Passage


class MatterQuerySet(models.QuerySet):
    # Whom the matters are for: lines that they may not see count for nothing.
    reader = None

    def _clone(self) -> "MatterQuerySet":
        clone = super()._clone()
        clone.reader = self.reader
        return clone

    def visible_to(self, user) -> "MatterQuerySet":
        """Those with a line that the user may know of; one that is named after an exempt line, for those cleared."""
        matters = self.named_for(user)
        matters.reader = user
        return matters.filter(Exists(matters.lines()), merged_into=None)

    def named_for(self, user) -> "MatterQuerySet":
        """Those whose very name the user may read."""
        return self.all() if may_read_exempt(user) else self.filter(exempt=False)

    def lines(self) -> models.QuerySet:
        """The lines of one matter of these that the reader may see, to ask about them within a query."""
        entries = self.model._meta.get_field("entries").related_model.objects
        return entries.visible_to(self.reader).filter(matter=OuterRef("pk")).order_by()

    def with_a_line(self, **said) -> "MatterQuerySet":
        """Those of which one line is so; `said` as for a filter of lines."""
        return self.filter(Exists(self.lines().filter(**said)))

    def with_open_lines(self) -> "MatterQuerySet":
        """Those with an action or a recommendation that nobody said is done."""
        return self.filter(Exists(self.lines().still_open()))

    def with_span(self) -> "MatterQuerySet":
        """With `count` of lines, the dates of the `first` and the `latest`, and the `next` that is not past."""
        lines = self.lines()
        return self.annotate(
            count=_of_lines(lines, Count("pk")),
            first=_of_lines(lines, Min("date")),
            latest=_of_lines(lines, Max("date")),
            next=_of_lines(lines.to_come(), Min("date")),
        )

    def saying(self, words: str) -> "MatterQuerySet":
        """Those whose name has the words, typed as people do on the web: "two words", -without, or."""
        return self.alias(words=SearchVector("title", config="english")).filter(words=typed(words))


def _of_lines(lines: models.QuerySet, counted) -> Subquery:
    return Subquery(lines.values("matter").values(counted=counted))


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


def _both(**said) -> dict:
    """A filter of links whose two lines are both so."""
    return {f"{line}__{name}": value for line in ("one", "other") for name, value in said.items()}


class LinkQuerySet(models.QuerySet):
    def open_to(self, user) -> "LinkQuerySet":
        """Those of which the user may read both lines, be their papers published or not."""
        return self if may_read_exempt(user) else self.filter(**_both(**OPEN))

    def visible_to(self, user) -> "LinkQuerySet":
        """Those of which both lines are in the register for the user."""
        return self.filter(**_both(**SHOWN)).open_to(user)

    def proposed(self) -> "LinkQuerySet":
        return self.filter(answer=Answered.Answer.PROPOSED)

    def among(self, entries) -> "LinkQuerySet":
        return self.filter(one__in=entries, other__in=entries)

    def between(self, these, those) -> "LinkQuerySet":
        return self.filter(Q(one__in=these, other__in=those) | Q(one__in=those, other__in=these))


@pghistory.track()
class Link(Answered):
    """Two lines of the register that may be of one matter. Of the pair, `one` has the lesser id."""

    one = models.ForeignKey("meetings.Entry", on_delete=models.CASCADE, related_name="links_one")
    other = models.ForeignKey("meetings.Entry", on_delete=models.CASCADE, related_name="links_other")

    objects = LinkQuerySet.as_manager()

    class Meta(Answered.Meta):
        constraints = [
            *Answered.Meta.constraints,
            models.UniqueConstraint(fields=["one", "other"], name="link_once_a_pair"),
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="link_of_a_pair_in_order"),
        ]
        indexes = [models.Index(fields=["answer", "-likeness"])]

    def __str__(self) -> str:
        return f"{self.one} and {self.other}"


class MentionQuerySet(models.QuerySet):
    def visible_to(self, user) -> "MentionQuerySet":
        """Those of whose matter and of whose paragraph the user may know."""
        matters = Matter.objects.visible_to(user)
        return self.filter(matter__in=matters, passage__in=Passage.objects.visible_to(user))


@pghistory.track()
class Mention(Answered):
    """A paragraph that may speak of a matter, where no line of the register was read in it."""

    matter = models.ForeignKey(Matter, on_delete=models.CASCADE, related_name="mentions")
    passage = models.ForeignKey(Passage, on_delete=models.CASCADE, related_name="mentions")

    objects = MentionQuerySet.as_manager()

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
    `before` is what else was changed: of a name {"title": [before, after], "exempt": [before, after]}, and of a split
    or a merge the `other` matter.
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
