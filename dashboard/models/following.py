"""What people follow, when they were last here, and how often they want to be written to."""

import uuid
from functools import reduce
from operator import or_

from django.conf import settings
from django.db import models
from django.db.models import Q

from dashboard.models.measures import Indicator
from meetings.models import Committee, Matter, Person, SavedSearch
from reports.models import Council

# What can be followed, one of them in each row.
TARGETS = ("matter", "committee", "indicator", "person", "search", "watch_list")


def _only(target: str) -> Q:
    """Whether this target is named, and no other."""
    return Q(**{f"{name}__isnull": name != target for name in TARGETS})


class Follow(models.Model):
    """One person follows one thing; `note` is their own word on why, for nobody else."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="follows")
    matter = models.ForeignKey(Matter, on_delete=models.CASCADE, null=True, related_name="+")
    committee = models.ForeignKey(Committee, on_delete=models.CASCADE, null=True, related_name="+")
    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, null=True, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="+")
    search = models.ForeignKey(SavedSearch, on_delete=models.CASCADE, null=True, related_name="+")
    # The watch list of this council.
    watch_list = models.ForeignKey(Council, on_delete=models.CASCADE, null=True, related_name="+")
    note = models.CharField(max_length=300, blank=True)
    since = models.DateTimeField(auto_now_add=True)

    # What the target is called for its follower; `following.follows_of` sets it.
    called = ""

    class Meta:
        ordering = ["since", "id"]
        constraints = [
            models.CheckConstraint(condition=reduce(or_, map(_only, TARGETS)), name="follow_of_one_thing"),
            *(
                models.UniqueConstraint(fields=["user", target], name=f"follow_{target}_once_a_person")
                for target in TARGETS
            ),
        ]

    def __str__(self) -> str:
        return str(self.target)

    @property
    def sort(self) -> str:
        """Which of TARGETS it is."""
        return next(name for name in TARGETS if getattr(self, f"{name}_id") is not None)

    @property
    def target_id(self):
        return getattr(self, f"{self.sort}_id")

    @property
    def target(self):
        return getattr(self, self.sort)


class Visit(models.Model):
    """`latest` is when the person last opened the overview, `before` the end of the visit before this one."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="visit")
    latest = models.DateTimeField()
    before = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.user}, {self.latest}"


class Letters(models.Model):
    """How often a person gets an e-mail of what is new in what they follow. `key` is in the way to end it."""

    class Often(models.TextChoices):
        NEVER = "never", "Never"
        DAILY = "daily", "Every day on which there is something new"
        WEEKLY = "weekly", "Every Monday, when there is something new"

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="letters")
    often = models.CharField(max_length=10, choices=Often, default=Often.NEVER)
    sent_at = models.DateTimeField(null=True)
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        verbose_name_plural = "letters"

    def __str__(self) -> str:
        return f"{self.user}: {self.get_often_display()}"
