"""What papers claim, checked against official figures and against themselves. A claim is judged, never a person."""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from dashboard.models.official import OfficialValue
from meetings.models.register import OPEN, SHOWN
from reports.access import may_read_exempt
from reports.models import Council, Document, Finding


class ClaimQuerySet(models.QuerySet):
    def visible_to(self, user) -> "ClaimQuerySet":
        """Those all of whose findings the user may read."""
        shown = Q(**SHOWN) if may_read_exempt(user) else Q(**SHOWN, **OPEN)
        through = Claim.findings.through.objects.filter(claim=OuterRef("pk"))
        return self.filter(Exists(through)).exclude(Exists(through.exclude(shown)))


class Claim(models.Model):
    """One claim of a paper with what came of checking it.

    `key` is the same whenever the same claim is checked again. `working` is a list of sentences that show the sum;
    `findings` are what it rests on, the one it is a claim of in `document`.
    """

    class Sort(models.TextChoices):
        OFFICIAL = "official", "A figure against the official series"
        POPULATION = "population", "A number and a rate against one population"
        CHANGE = "change", "A change that can be worked out again"
        SUPERLATIVE = "superlative", "Lowest, highest or among them"
        VOTES = "votes", "Votes against attendance"
        AMOUNTS = "amounts", "One reference with two amounts"
        DATES = "dates", "Two dates for one event"
        RATINGS = "ratings", "A summary of ratings against the ratings"

    class Verdict(models.TextChoices):
        CONSISTENT = "consistent", "Consistent"
        DEFINITION = "definition", "Differs by definition"
        DIFFERS = "differs", "Differs"
        UNKNOWN = "unknown", "Cannot tell"

    key = models.CharField(max_length=64, unique=True)
    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="claims")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="claims")
    findings = models.ManyToManyField(Finding, related_name="claims")
    sort = models.CharField(max_length=12, choices=Sort)
    verdict = models.CharField(max_length=12, choices=Verdict)
    said = models.CharField(max_length=500)
    working = models.JSONField(default=list)
    official = models.ForeignKey(OfficialValue, on_delete=models.SET_NULL, null=True, related_name="claims")
    checked_at = models.DateTimeField(auto_now=True)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["-document__date", "document", "sort", "pk"]

    def __str__(self) -> str:
        return f"{self.said}: {self.get_verdict_display()}"
