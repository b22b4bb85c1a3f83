"""What somebody is to do, or is asked to do, and what came of it: actions, recommendations and their progress."""

from datetime import date

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import BooleanField, Exists, ExpressionWrapper, F, OuterRef, Q
from django.db.models.functions import Coalesce, Upper
from django.urls import reverse
from django.utils import timezone

from meetings.models.decision import Decision
from meetings.models.entry import Entry, EntryQuerySet, past
from meetings.models.meeting import Meeting
from meetings.models.register import typed
from reports.models import Passage

DONE_FIELDS = ["done_at", "done_by", "done_note"]


class FollowedQuerySet(EntryQuerySet):
    def open(self) -> "FollowedQuerySet":
        return self.filter(done_at__isnull=True)

    def done(self) -> "FollowedQuerySet":
        return self.filter(done_at__isnull=False)

    def saying(self, words: str) -> "FollowedQuerySet":
        return self.filter(Q(search=typed(words)) | Q(text__icontains=words.strip().strip('"')))

    def with_standing(self, user) -> "FollowedQuerySet":
        """With `given_on`, the day on which it was given or asked, and `is_late`: open, and due before today."""
        late = Q(done_at__isnull=True) & self.due_before(timezone.localdate(), user)
        given = Coalesce("meeting__date", "date")
        return self.annotate(given_on=given, is_late=ExpressionWrapper(late, BooleanField()))

    def given_before(self, day: date) -> "FollowedQuerySet":
        return self.filter(given_on__lt=day)

    def oldest_first(self) -> "FollowedQuerySet":
        return self.order_by(F("date").asc(nulls_last=True), "finding__document", "finding__ordinal")


class ActionQuerySet(FollowedQuerySet):
    def due_before(self, day: date, user) -> Q:
        """What was due wholly before a day.

        What has no date is due, as custom has it, at the next meeting of the committee after the one that gave it.
        """
        later = Meeting.objects.visible_to(user).filter(committee=OuterRef("committee"), date__gt=OuterRef("date"))
        followed = Meeting.objects.filter(Exists(later.filter(date__lt=day)))
        return (~Q(due="") & past(day)) | Q(due="", meeting__in=followed.values("pk"))

    def for_meeting(self, meeting: Meeting) -> "ActionQuerySet":
        """What is due by a meeting of the committee that gave it."""
        dated = ~Q(due="") & Q(date__lte=meeting.date)
        undated = Q(due="") & (Q(meeting__isnull=True) | Q(meeting__date__lt=meeting.date))
        return self.filter(dated | undated, committee=meeting.committee_id)

    def by_owner(self) -> "ActionQuerySet":
        return self.order_by(Upper("owner"), F("date").asc(nulls_last=True), "finding__document", "finding__ordinal")


class RecommendationQuerySet(FollowedQuerySet):
    def due_before(self, day: date, user) -> Q:
        """What a meeting before a day was asked to do, where no decision is known to have come of it."""
        decided = Decision.objects.visible_to(user).filter(
            status=Decision.Status.TAKEN,
            matter=OuterRef("matter"),
            committee=OuterRef("committee"),
            date__gte=OuterRef("date"),
        )
        return past(day) & ~Exists(decided)

    def for_meeting(self, meeting: Meeting) -> "RecommendationQuerySet":
        return self.filter(committee=meeting.committee_id, date__lte=meeting.date)

    def by_owner(self) -> "RecommendationQuerySet":
        return self.oldest_first()


class Followed(models.Model):
    """What is open until an officer says that it is done."""

    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    done_note = models.TextField(blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(done_at__isnull=True, done_by__isnull=True)
                | Q(done_at__isnull=False, done_by__isnull=False),
                name="%(class)s_done_at_and_by",
            )
        ]


@pghistory.track(fields=DONE_FIELDS)
class Action(Entry, Followed):
    """Something that someone undertook to do; its date is when it is due, or else when it was given."""

    owner = models.CharField(max_length=200, blank=True)
    text = models.TextField()
    item = models.CharField(max_length=200, blank=True)
    due = models.CharField(max_length=10, blank=True)

    objects = ActionQuerySet.as_manager()

    class Meta(Followed.Meta):
        # For the order by owner; and without it the database has no idea how many have a name.
        indexes = [models.Index(Upper("owner"), name="action_owner")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("meetings:action", args=[self.pk])


@pghistory.track(fields=DONE_FIELDS)
class Recommendation(Entry, Followed):
    """What a report asks a meeting to do; its date is the meeting's."""

    label = models.CharField(max_length=40, blank=True)
    text = models.TextField()
    verb = models.CharField(max_length=100, blank=True)

    objects = RecommendationQuerySet.as_manager()

    class Meta(Followed.Meta):
        pass

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("meetings:recommendation", args=[self.pk])


@pghistory.track()
class Progress(models.Model):
    """What an officer noted of an action or a recommendation: who, when, and what shows it.

    `evidence` is a paragraph of a published paper, `evidence_elsewhere` where else it can be seen.
    """

    class What(models.TextChoices):
        NOTED = "noted", "Noted"
        CLOSED = "closed", "Marked as done"
        REOPENED = "reopened", "Reopened"

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="progress")
    what = models.CharField(max_length=10, choices=What, default=What.NOTED)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(blank=True)
    corrected_at = models.DateTimeField(null=True)
    evidence = models.ForeignKey(Passage, on_delete=models.PROTECT, null=True, related_name="+")
    evidence_elsewhere = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-at", "-id"]
        verbose_name_plural = "progress"
        constraints = [
            models.CheckConstraint(condition=~Q(what="noted") | ~Q(note=""), name="progress_says_what"),
        ]

    def __str__(self) -> str:
        return self.note or self.get_what_display()
