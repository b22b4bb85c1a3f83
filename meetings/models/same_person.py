"""Offers that two printed names may be one person."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, When

from meetings.models.body import PortfolioHolder
from meetings.models.meeting import Attendance
from meetings.models.person import PersonName
from reports.access import may_read_exempt


class SamePersonQuerySet(models.QuerySet):
    def visible_to(self, user) -> "SamePersonQuerySet":
        """Those of which both names stand in a part that the user may read."""
        if may_read_exempt(user):
            return self
        return self.filter(self._open("one"), self._open("other"))

    def unanswered_first(self) -> "SamePersonQuerySet":
        return self.order_by(Case(When(answer="offered", then=0), default=1), "one__name", "other__name", "pk")

    @staticmethod
    def _open(side: str) -> Q:
        """Whether the name of that side was printed in an open part."""
        is_open = {"finding__exempt": False, "finding__document__wholly_exempt": False}
        attended, held = (
            Exists(line.objects.filter(known_as=OuterRef(side), **is_open)) for line in (Attendance, PortfolioHolder)
        )
        return Q(attended) | Q(held)


@pghistory.track()
class SamePerson(models.Model):
    """Two printed names that may be one person: offered, and joined only by a yes. A no is remembered."""

    class Answer(models.TextChoices):
        OFFERED = "offered", "Not answered"
        YES = "yes", "One person"
        NO = "no", "Two people"

    one = models.ForeignKey(PersonName, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(PersonName, on_delete=models.CASCADE, related_name="+")
    answer = models.CharField(max_length=10, choices=Answer, default=Answer.OFFERED)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    objects = SamePersonQuerySet.as_manager()

    class Meta:
        ordering = ["one__name", "other__name"]
        verbose_name_plural = "same people"
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="same_person_offered_once"),
            models.CheckConstraint(
                condition=Q(answer="offered", answered_by__isnull=True, answered_at__isnull=True)
                | (~Q(answer="offered") & Q(answered_by__isnull=False, answered_at__isnull=False)),
                name="same_person_answered_at_and_by",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.one} and {self.other}"
