"""Call-in: each council's own rule, and what became of a decision that could be called in."""

import pghistory
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from meetings.models.body import Committee
from meetings.models.decision import Decision
from reports.models import Council


@pghistory.track()
class CallInRule(models.Model):
    """How long after what a council's decisions may be called in, by whom, and whose decisions."""

    class CountedFrom(models.TextChoices):
        DECISION = "decision", "The day of the decision"
        PUBLICATION = "publication", "The day on which the decision was published"

    council = models.OneToOneField(Council, on_delete=models.CASCADE, related_name="call_in_rule")
    working_days = models.PositiveSmallIntegerField(default=5, validators=[MinValueValidator(1), MaxValueValidator(60)])
    counted_from = models.CharField(max_length=20, choices=CountedFrom, default=CountedFrom.PUBLICATION)
    key_only = models.BooleanField(default=False)
    who = models.TextField(blank=True)
    committees = models.ManyToManyField(Committee, blank=True, related_name="+")

    def __str__(self) -> str:
        return f"Call-in at {self.council}"


@pghistory.track()
class CallIn(models.Model):
    """What an officer recorded of a decision's publication and call-in. What is not stated is empty."""

    class Result(models.TextChoices):
        UPHELD = "upheld", "The decision was upheld"
        REFERRED = "referred", "Referred back to those who decided"
        COUNCIL = "council", "Referred to full Council"

    decision = models.OneToOneField(Decision, on_delete=models.CASCADE, related_name="call_in")
    published_on = models.DateField(null=True, blank=True)
    urgent = models.BooleanField(default=False)
    urgent_why = models.TextField(blank=True)
    called_in_on = models.DateField(null=True, blank=True)
    called_in_by = models.TextField(blank=True)
    grounds = models.TextField(blank=True)
    result = models.CharField(max_length=10, choices=Result, blank=True)
    result_on = models.DateField(null=True, blank=True)
    result_note = models.TextField(blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(result="", result_on__isnull=True) | (~Q(result="") & Q(called_in_on__isnull=False)),
                name="call_in_result_of_a_call_in",
            ),
            models.CheckConstraint(
                condition=Q(result_on__isnull=True) | Q(result_on__gte=F("called_in_on")),
                name="call_in_result_after_call_in",
            ),
            models.CheckConstraint(
                condition=Q(urgent=False) | Q(called_in_on__isnull=True), name="call_in_not_of_the_urgent"
            ),
        ]

    def __str__(self) -> str:
        return f"Call-in of {self.decision}"
