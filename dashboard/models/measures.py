"""Measures, their stated values, and the names that papers print for them."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Max, OuterRef, Q
from django.urls import reverse

from meetings.models import Precision, Registered
from meetings.models.register import RegisteredQuerySet
from reports.access import may_read_exempt
from reports.models import Finding


class IndicatorQuerySet(models.QuerySet):
    def newest_first(self, council, user) -> "IndicatorQuerySet":
        """Those with the latest actual value first."""
        actual = Observation.objects.visible_to(user).actual().filter(council=council, indicator=OuterRef("pk"))
        newest = actual.order_by().values("indicator").annotate(newest=Max("date")).values("newest")
        return self.annotate(newest=models.Subquery(newest)).order_by(F("newest").desc(nulls_last=True), "name")

    def said(self, words: str) -> "IndicatorQuerySet":
        """Those with each of the words in their name."""
        return self.filter(*(Q(name__icontains=word) for word in words.split()))


class Indicator(models.Model):
    """A measure of the catalogue (`indicators.csv`).

    `why` says why it matters, `definition` what is counted, with `numerator` over `denominator`; `ages` the age band;
    `official` names the official measure, `source` its publication; `dfe_measure` is LAIT's short name of it.
    """

    class Polarity(models.TextChoices):
        HIGH = "high", "higher is better"
        LOW = "low", "lower is better"
        TARGET = "target", "nearer to the target is better"
        NEUTRAL = "neutral", "neither is better: it depends"

    class Unit(models.TextChoices):
        PERCENT = "percent", "per cent"
        PER_10000 = "per_10000", "per 10,000"
        COUNT = "count", "number"
        GBP = "gbp", "pounds"
        SCORE = "score", "score"
        RATIO = "ratio", "rate"

    slug = models.SlugField(primary_key=True, max_length=80)
    name = models.CharField(max_length=200)
    unit = models.CharField(max_length=20, choices=Unit)
    polarity = models.CharField(max_length=20, choices=Polarity)
    topic = models.CharField(max_length=60, blank=True)
    why = models.TextField(blank=True)
    definition = models.TextField(blank=True)
    numerator = models.CharField(max_length=300, blank=True)
    denominator = models.CharField(max_length=300, blank=True)
    ages = models.CharField(max_length=100, blank=True)
    official = models.CharField(max_length=300, blank=True)
    source = models.CharField(max_length=300, blank=True)
    dfe_measure = models.CharField(max_length=60, blank=True)
    note = models.CharField(max_length=300, blank=True)
    reviewed_on = models.DateField(null=True)

    objects = IndicatorQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("dashboard:indicator", args=[self.slug])


class ObservationQuerySet(RegisteredQuerySet):
    def actual(self) -> "ObservationQuerySet":
        return self.filter(role="actual")

    def as_printed(self) -> "ObservationQuerySet":
        """Those of measures that the catalogue does not have."""
        return self.filter(indicator=None)

    def in_order(self) -> "ObservationQuerySet":
        """By period, then in the order of the papers, so that of two values for one period the last stated is last."""
        document = "finding__document__"
        return self.order_by(
            F("date").asc(nulls_first=True), document + "date", document + "uploaded_at", "finding__ordinal", "pk"
        )

    def said(self, words: str) -> "ObservationQuerySet":
        """Those with each of the words in their printed name."""
        return self.filter(*(Q(label__icontains=word) for word in words.split()))

    def labels(self) -> models.QuerySet:
        """Each printed name with the number of its values (`values`) and the date of its latest (`newest`)."""
        named = self.order_by().values("label")
        return named.annotate(values=models.Count("pk"), newest=Max("date")).order_by("label")


class Observation(Registered):
    """One value of a measure as a document states it. `date` is the last day of the printed period (`period`, ISO)."""

    class Role(models.TextChoices):
        ACTUAL = "actual", "Actual"
        TARGET = "target", "Target"
        FLOOR = "floor", "Floor"
        PREVIOUS = "previous", "Previous"

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, null=True, related_name="observations")
    label = models.CharField(max_length=300)
    area = models.CharField(max_length=100, blank=True)
    period = models.CharField(max_length=10, blank=True)
    date = models.DateField(null=True)
    precision = models.CharField(max_length=10, choices=Precision, default=Precision.NONE)
    value = models.DecimalField(max_digits=16, decimal_places=4)
    unit = models.CharField(max_length=20, choices=Indicator.Unit, blank=True)
    role = models.CharField(max_length=20, choices=Role, default=Role.ACTUAL)
    rag = models.CharField(max_length=20, blank=True)

    objects = ObservationQuerySet.as_manager()

    class Meta:
        ordering = ["date", "finding__document__date", "finding__ordinal"]
        indexes = [models.Index(fields=["indicator", "area", "date"])]

    def __str__(self) -> str:
        return f"{self.label}: {self.value}"


class PrintedNameQuerySet(models.QuerySet):
    def open_to(self, user) -> "PrintedNameQuerySet":
        """Without names that stand in exempt paragraphs, for those not cleared."""
        if may_read_exempt(user):
            return self
        return self.filter(finding__exempt=False, finding__document__wholly_exempt=False)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class PrintedName(models.Model):
    """What a person said once for all: figures printed under this name are values of that measure.

    `name` is the printed name as `dashboard.names.plain` has it; `council_name` is empty where it holds for every
    council; `finding` is the figure before which it was said.
    """

    printed = models.CharField(max_length=300)
    name = models.CharField(max_length=300)
    council_name = models.CharField(max_length=200, blank=True)
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="printed_names")
    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    objects = PrintedNameQuerySet.as_manager()

    class Meta:
        ordering = ["name", "council_name"]
        constraints = [
            models.UniqueConstraint(fields=["name", "council_name"], name="printed_name_once_a_council"),
            models.CheckConstraint(condition=~Q(name=""), name="printed_name_is_not_empty"),
        ]

    def __str__(self) -> str:
        return f"“{self.printed}”: {self.indicator}"
