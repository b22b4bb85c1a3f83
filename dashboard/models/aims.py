"""What a council itself holds its figures against: targets, floors, and thresholds of neutral measures."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from dashboard.models.measures import Indicator
from reports.models import Council


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Aim(models.Model):
    """What a council set for a measure from one day to another, in the measure's unit.

    Where higher or lower is better: `target`, and `floor`, the worst that is tolerated. Where near the target is
    better: `target` with `tolerance`. Of a neutral measure: `lower` and `upper`, outside of which the council looks.
    """

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="aims")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="aims")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    target = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    floor = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    tolerance = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    lower = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    upper = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    source = models.CharField(max_length=300, help_text="Where it was set: the plan, or the meeting and its day")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["indicator", "-since"]
        constraints = [
            models.UniqueConstraint(fields=["council", "indicator", "since"], name="aim_once_a_day"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="aim_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(target__isnull=False)
                | Q(floor__isnull=False)
                | Q(lower__isnull=False)
                | Q(upper__isnull=False),
                name="aim_says_something",
            ),
            models.CheckConstraint(
                condition=Q(lower=None) | Q(upper=None) | Q(lower__lt=F("upper")), name="aim_lower_below_upper"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.council}: {self.indicator}"
