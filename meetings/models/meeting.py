"""Meetings, and what papers say of them: who came, what was on the agenda, what was declared, moved and asked for."""

import uuid

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Exists, OuterRef
from django.urls import reverse

from meetings.models.body import Committee
from meetings.models.person import PersonName
from meetings.models.register import Registered
from meetings.models.vote import Voted
from reports.reading.dates import in_words, span


class MeetingQuerySet(models.QuerySet):
    def visible_to(self, user) -> "MeetingQuerySet":
        """Those that a published paper, in a part that the user may read, reports or announces."""
        return self.filter(Exists(MeetingRecord.objects.visible_to(user).filter(meeting=OuterRef("pk"))))

    def with_word(self, user) -> "MeetingQuerySet":
        """With `is_held`: whether a paper that the user may read says that it was held, and not only planned."""
        held = MeetingRecord.objects.visible_to(user).filter(meeting=OuterRef("pk"), status=Meeting.Status.HELD)
        return self.annotate(is_held=Exists(held))

    def between(self, start, end) -> "MeetingQuerySet":
        """Those dated from start to end, both included; either may be None."""
        meetings = self if start is None else self.filter(date__gte=start)
        return meetings if end is None else meetings.filter(date__lte=end)

    def of(self, committee: Committee, held_on: str, joint_with=()) -> "Meeting":
        """The committee's meeting of that day; a joint one is another than the committee's own."""
        joint = "; ".join(sorted(other.key for other in joint_with))
        first_day = {"date": span(held_on)[0]}
        meeting, made = self.get_or_create(committee=committee, held_on=held_on, joint=joint, defaults=first_day)
        if made:
            meeting.joint_with.set(joint_with)
        return meeting


class Meeting(models.Model):
    """`held_on` is ISO, as precise as any paper has it; `date` its first day."""

    class Status(models.TextChoices):
        HELD = "held", "Held"
        PLANNED = "planned", "Planned"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="meetings")
    held_on = models.CharField(max_length=10)
    date = models.DateField()
    joint = models.CharField(max_length=500, blank=True, editable=False)
    joint_with = models.ManyToManyField(Committee, related_name="joint_meetings", blank=True)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ["-date", "committee__name"]
        constraints = [models.UniqueConstraint(fields=["committee", "held_on", "joint"], name="meeting_once_a_day")]

    def __str__(self) -> str:
        return f"{self.committee}, {in_words(self.held_on)}"

    def get_absolute_url(self) -> str:
        return reverse("meetings:meeting", args=[self.pk])


class MeetingRecord(Registered):
    """One paper's word that a meeting was held or is planned."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="records")
    status = models.CharField(max_length=10, choices=Meeting.Status)

    def __str__(self) -> str:
        return f"{self.meeting}: {self.status}"


class OfMeeting(Registered):
    """A line about one meeting, where the paper says which."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, related_name="%(class)ss")

    class Meta:
        abstract = True


class Attendance(OfMeeting):
    class Role(models.TextChoices):
        CHAIR = "chair", "Chair"
        VICE_CHAIR = "vice_chair", "Vice-chair"
        MEMBER = "member", "Member"
        SUBSTITUTE = "substitute", "Substitute"
        APOLOGIES = "apologies", "Apologies"
        IN_ATTENDANCE = "in_attendance", "In attendance"
        OFFICER = "officer", "Officer"

    known_as = models.ForeignKey(PersonName, on_delete=models.PROTECT, related_name="attendances")
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=20, choices=Role, blank=True)
    substitute_for = models.CharField(max_length=200, blank=True)
    virtual = models.BooleanField(null=True)

    def __str__(self) -> str:
        return self.name


class Declaration(OfMeeting):
    name = models.CharField(max_length=200, blank=True)
    item = models.CharField(max_length=200, blank=True)
    text = models.TextField()

    def __str__(self) -> str:
        return self.text


class AgendaItem(OfMeeting):
    number = models.CharField(max_length=40, blank=True)
    title = models.CharField(max_length=300)
    part = models.CharField(max_length=10, choices=[("open", "Open"), ("exempt", "Exempt")], default="open")

    def __str__(self) -> str:
        return self.title


class Amendment(OfMeeting, Voted):
    item = models.CharField(max_length=200, blank=True)
    proposer = models.CharField(max_length=200, blank=True)
    seconder = models.CharField(max_length=200, blank=True)
    text = models.TextField()
    carried = models.BooleanField(null=True)

    class Meta:
        indexes = [GinIndex(fields=["voters"], name="amendment_voters")]

    def __str__(self) -> str:
        return self.text
