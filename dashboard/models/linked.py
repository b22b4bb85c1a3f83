"""Which measures a person said belong beside a matter or a line of the register; and what stands on the watch list."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce

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


class WatchedQuerySet(models.QuerySet):
    def listed(self) -> "WatchedQuerySet":
        """Those that are on a watch list now."""
        return self.filter(until=None)

    def latest_first(self) -> "WatchedQuerySet":
        """By when they entered or, later, left."""
        return self.order_by(Coalesce("until", "since").desc(), "indicator__name", "pk")


class Watched(models.Model):
    """One measure's time on the watch list of a council, by what everybody may read."""

    class Why(models.TextChoices):
        WORSE = "worse", "Worse than others and getting worse"
        NEAR = "near", "Nearly that"
        IMPROVED = "improved", "Improved"
        OUTSIDE = "outside", "Outside the council's own thresholds"

    council = models.ForeignKey(Council, on_delete=models.CASCADE, related_name="watched")
    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="watched")
    why = models.CharField(max_length=10, choices=Why)
    sentence = models.TextField()
    since = models.DateTimeField(auto_now_add=True)
    until = models.DateTimeField(null=True)

    objects = WatchedQuerySet.as_manager()

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

    @property
    def words(self) -> str:
        """Why it is there, inside a sentence."""
        return IN_WORDS[self.Why(self.why)]

    @property
    def told(self) -> str:
        """That it entered or left, in one line of text."""
        if self.until:
            return f"No longer on the watch list as {self.words}: {self.indicator}"
        return f"On the watch list as {self.words}: {self.indicator}. {self.sentence}"


IN_WORDS = {
    Watched.Why.WORSE: "worse than others and getting worse",
    Watched.Why.NEAR: "either worse than others or getting worse",
    Watched.Why.IMPROVED: "improved",
    Watched.Why.OUTSIDE: "outside the council's own thresholds",
}
