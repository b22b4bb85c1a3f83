"""Which measures a person said belong beside a matter or a line of the register; and what stands on the watch list."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q

from dashboard.models.measures import Indicator
from meetings.models import Entry, Matter
from reports.models import Council


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class LinkedIndicator(models.Model):
    """A measure that is shown beside one matter or one line; a refused one is not proposed again."""

    class Answer(models.TextChoices):
        CONFIRMED = "confirmed", "Confirmed"
        REFUSED = "refused", "Refused"

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="links")
    matter = models.ForeignKey(Matter, on_delete=models.CASCADE, null=True, related_name="indicators")
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, null=True, related_name="indicators")
    answer = models.CharField(max_length=10, choices=Answer)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["indicator__name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(matter__isnull=False, entry=None) | Q(matter=None, entry__isnull=False),
                name="indicator_linked_to_one_thing",
            ),
            models.UniqueConstraint(fields=["indicator", "matter"], name="indicator_linked_once_a_matter"),
            models.UniqueConstraint(fields=["indicator", "entry"], name="indicator_linked_once_a_line"),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} beside {self.matter or self.entry}"


class Watched(models.Model):
    """One measure's time on the watch list of a council, by what everybody may read."""

    class Why(models.TextChoices):
        WORSE = "worse", "Worse than others and getting worse"
        NEAR = "near", "Near to that"
        IMPROVED = "improved", "Improved"
        OUTSIDE = "outside", "Outside the council's own thresholds"

    council = models.ForeignKey(Council, on_delete=models.CASCADE, related_name="watched")
    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="watched")
    why = models.CharField(max_length=10, choices=Why)
    sentence = models.TextField()
    since = models.DateTimeField(auto_now_add=True)
    until = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-since"]
        verbose_name_plural = "watched"
        constraints = [
            models.UniqueConstraint(
                fields=["council", "indicator", "why"], condition=Q(until=None), name="watched_once_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"{self.indicator}: {self.get_why_display()}"
