"""What somebody is to do, or is asked to do, and what came of it: actions, recommendations and their progress."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q

from meetings.models.entry import Entry, EntryQuerySet
from reports.models import Passage

DONE_FIELDS = ["done_at", "done_by", "done_note"]


class FollowedQuerySet(EntryQuerySet):
    def open(self) -> "FollowedQuerySet":
        return self.filter(done_at__isnull=True)

    def done(self) -> "FollowedQuerySet":
        return self.filter(done_at__isnull=False)


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

    objects = FollowedQuerySet.as_manager()

    class Meta(Followed.Meta):
        pass

    def __str__(self) -> str:
        return self.title


@pghistory.track(fields=DONE_FIELDS)
class Recommendation(Entry, Followed):
    """What a report asks a meeting to do; its date is the meeting's."""

    label = models.CharField(max_length=40, blank=True)
    text = models.TextField()
    verb = models.CharField(max_length=100, blank=True)

    objects = FollowedQuerySet.as_manager()

    class Meta(Followed.Meta):
        pass

    def __str__(self) -> str:
        return self.title


@pghistory.track()
class Progress(models.Model):
    """What an officer noted of an action or a recommendation: who, when, and what shows it.

    `evidence` is a paragraph of a published paper, `evidence_elsewhere` where else it can be seen.
    """

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="progress")
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    note = models.TextField()
    evidence = models.ForeignKey(Passage, on_delete=models.PROTECT, null=True, related_name="+")
    evidence_elsewhere = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-at", "-id"]
        verbose_name_plural = "progress"
        constraints = [models.CheckConstraint(condition=~Q(note=""), name="progress_says_what")]

    def __str__(self) -> str:
        return self.note
