"""Official statistics: what was published when, of which measure, for which area and period; revisions are kept."""

import pghistory
from django.conf import settings
from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.db.models import F, Q

from dashboard.models.areas import Area
from dashboard.models.measures import Indicator


class DataSet(models.Model):
    """One table of official statistics, released again and again: all its releases tell of the same measures."""

    class Layout(models.TextChoices):
        EXPLORE = "explore", "Explore education statistics"
        LAIT = "lait", "Local authority interactive tool, long table"
        DICTIONARY = "dictionary", "Local authority interactive tool, data dictionary"
        NEIGHBOURS = "neighbours", "Statistical neighbours"

    class YearEnds(models.TextChoices):
        MARCH = "03-31", "31 March (financial year, or children on that day)"
        AUGUST = "08-31", "31 August (academic year)"
        SEPTEMBER = "09-30", "30 September"
        DECEMBER = "12-31", "31 December (calendar year)"

    slug = models.SlugField(primary_key=True, max_length=80)
    title = models.CharField(max_length=200)
    layout = models.CharField(max_length=10, choices=Layout)
    year_ends = models.CharField(max_length=5, choices=YearEnds, blank=True)
    publisher = models.CharField(max_length=200, blank=True)
    link = models.URLField(max_length=500, blank=True)

    class Meta:
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent())
class Release(models.Model):
    """One file of a data set. It is read for a preview, and counts once a person has said so.

    `found` is what the preview tells: rows, areas, periods, measures, symbols, what is new and what it would revise.
    """

    class State(models.TextChoices):
        READING = "reading", "Being read"
        PREVIEW = "preview", "Waits to be counted"
        COUNTING = "counting", "Being counted"
        COUNTED = "counted", "Counted"
        WITHDRAWN = "withdrawn", "Withdrawn"
        REFUSED = "refused", "Refused"

    data_set = models.ForeignKey(DataSet, on_delete=models.PROTECT, null=True, related_name="releases")
    title = models.CharField(max_length=200)
    released_on = models.DateField(null=True, blank=True)
    file = models.FileField(upload_to="statistics", max_length=200)
    filename = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64, unique=True)
    state = models.CharField(max_length=10, choices=State, default=State.READING)
    problem = models.TextField(blank=True)
    found = models.JSONField(default=dict)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField(auto_now_add=True)
    counted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    counted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-uploaded_at"]

    def __str__(self) -> str:
        return self.title


LINKED = ["indicator", "linked_by", "linked_at"]


@pghistory.track(
    pghistory.UpdateEvent("link", condition=pghistory.AnyChange(*LINKED)),
    fields=LINKED,
    model_name="OfficialMeasureEvent",
)
class OfficialMeasure(models.Model):
    """What one series of a data set measures.

    `code` is LAIT's short name (`CPP_rate`), or a column with what its rows are narrowed to, as the file has them
    (`rate_per_10000 | population_type=Children looked after on 31 March each year`). `polarity` is empty where the
    publisher says none. `indicator` is the measure of the catalogue that it is the official series of; where a person
    said so, or said that it is of none, `linked_by` did, and an import leaves that alone.
    """

    data_set = models.ForeignKey(DataSet, on_delete=models.PROTECT, related_name="measures")
    code = models.CharField(max_length=500)
    name = models.CharField(max_length=500)
    topic = models.CharField(max_length=100, blank=True)
    unit = models.CharField(max_length=100, blank=True)
    polarity = models.CharField(max_length=20, choices=Indicator.Polarity, blank=True)
    decimals = models.PositiveSmallIntegerField(null=True)
    year_type = models.CharField(max_length=40, blank=True)
    definition = models.TextField(blank=True)
    link = models.CharField(max_length=500, blank=True)
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, null=True, related_name="official_measures")
    linked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    linked_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["data_set", "code"], name="official_measure_once")]

    def __str__(self) -> str:
        return self.name


class OfficialValueQuerySet(models.QuerySet):
    def current(self) -> "OfficialValueQuerySet":
        """What stands now: of each measure, area and period the value of the latest release that gives one."""
        return self.filter(replaced_by=None)

    def known(self) -> "OfficialValueQuerySet":
        """Those that are numbers."""
        return self.filter(value__isnull=False)


class OfficialValue(models.Model):
    """One cell of a release: a value, or the symbol that stands in its place and is never nought.

    `period` is as printed (`2025`, `2014-16`, `202425`), `date` its last day, `months` how long it is; `status` is
    provisional, revised or final where the file says so. `replaced_by` is the release that revised it.
    """

    class Symbol(models.TextChoices):
        SUPPRESSED = "c", "suppressed, since few children are counted"
        NOT_APPLICABLE = "z", "not applicable"
        NOT_AVAILABLE = "x", "not available"
        UNRELIABLE = "u", "too unreliable to be given"
        LOW = "k", "rounds to nought, but is not nought"
        MISSING = "-", "missing, suppressed or not collected"

    class Status(models.TextChoices):
        PROVISIONAL = "provisional", "provisional"
        REVISED = "revised", "revised"
        FINAL = "final", "final"

    # Rows come by the ten thousand, in one stream, before the areas and series that are new with them; to look up each
    # row's keys then would take most of the time. Importing alone writes here, and gives keys that it stores.
    measure = models.ForeignKey(
        OfficialMeasure, on_delete=models.PROTECT, related_name="values", db_constraint=False, db_index=False
    )
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="values", db_constraint=False, db_index=False)
    period = models.CharField(max_length=20, db_collation="C")
    date = models.DateField()
    months = models.PositiveSmallIntegerField(default=12)
    value = models.DecimalField(max_digits=18, decimal_places=6, null=True)
    symbol = models.CharField(max_length=1, choices=Symbol, blank=True)
    status = models.CharField(max_length=11, choices=Status, blank=True)
    release = models.ForeignKey(
        Release, on_delete=models.PROTECT, related_name="values", db_constraint=False, db_index=False
    )
    replaced_by = models.ForeignKey(
        Release, on_delete=models.PROTECT, null=True, related_name="replaced", db_constraint=False, db_index=False
    )

    objects = OfficialValueQuerySet.as_manager()

    class Meta:
        ordering = ["measure", "area", "date"]
        # Few rows are replaced; a release's rows lie together.
        indexes = [
            models.Index(
                fields=["measure", "area", "period"],
                condition=Q(replaced_by__isnull=False),
                name="official_value_replaced",
            ),
            models.Index(
                fields=["replaced_by"], condition=Q(replaced_by__isnull=False), name="official_value_replacing"
            ),
            BrinIndex(fields=["release"], name="official_value_release"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["measure", "area", "period"], condition=Q(replaced_by=None), name="official_value_once"
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=False, symbol="") | Q(value__isnull=True) & ~Q(symbol=""),
                name="official_value_or_symbol",
            ),
            models.CheckConstraint(condition=~Q(replaced_by=F("release")), name="official_value_replaced_by_another"),
        ]

    def __str__(self) -> str:
        return f"{self.measure}, {self.area}, {self.period}: {self.value if self.value is not None else self.symbol}"
