"""Areas that official statistics are given for, and which of them are statistically alike."""

from django.db import models
from django.db.models import F, Q

from reports.models import Council


class Area(models.Model):
    """England, a region or an authority.

    `code` is the nine-character code of the Office for National Statistics (E10000015), `number` the three-digit one of
    the Department for Education (919); either may be missing, as not every file gives both.
    """

    class Level(models.TextChoices):
        NATION = "nation", "Country"
        REGION = "region", "Region"
        AUTHORITY = "authority", "Local authority"

    name = models.CharField(max_length=100)
    level = models.CharField(max_length=10, choices=Level)
    code = models.CharField(max_length=9, blank=True)
    number = models.CharField(max_length=4, blank=True)
    region = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="authorities")
    council = models.OneToOneField(Council, on_delete=models.PROTECT, null=True, related_name="area")

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["code"], condition=~Q(code=""), name="area_code_once"),
            models.UniqueConstraint(fields=["number"], condition=~Q(number=""), name="area_number_once"),
            models.UniqueConstraint(fields=["level", "name"], name="area_name_once_a_level"),
        ]

    def __str__(self) -> str:
        return self.name


class NeighbourSet(models.Model):
    """The statistical neighbours of authorities by the model of one year; an authority's own set is named with it."""

    year = models.PositiveSmallIntegerField(unique=True)
    release = models.OneToOneField("dashboard.Release", on_delete=models.PROTECT, related_name="neighbour_set")

    class Meta:
        ordering = ["-year"]

    def __str__(self) -> str:
        return f"statistical neighbours ({self.year} set)"


class Neighbour(models.Model):
    """`neighbour` is the `rank`-th most like `area`; `closeness` as the Department for Education says it."""

    set = models.ForeignKey(NeighbourSet, on_delete=models.CASCADE, related_name="neighbours")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="neighbours")
    neighbour = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    rank = models.PositiveSmallIntegerField()
    closeness = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["set", "area", "rank"]
        constraints = [
            models.UniqueConstraint(fields=["set", "area", "rank"], name="neighbour_rank_once"),
            models.UniqueConstraint(fields=["set", "area", "neighbour"], name="neighbour_once"),
            models.CheckConstraint(condition=~Q(area=F("neighbour")), name="neighbour_is_another"),
        ]

    def __str__(self) -> str:
        return f"{self.area}: {self.neighbour} ({self.rank})"
