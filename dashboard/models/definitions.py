"""When what a measure counts was changed, as the catalogue has it (`definition_changes.csv`)."""

from django.db import models

from dashboard.models.measures import Indicator


class DefinitionChange(models.Model):
    """From `date` on the measure's values count something else; `words` say what, `source` where that is told."""

    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="definition_changes")
    date = models.DateField()
    words = models.CharField(max_length=500)
    source = models.CharField(max_length=300)

    class Meta:
        ordering = ["date"]
        constraints = [
            models.UniqueConstraint(fields=["indicator", "date"], name="definition_change_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.indicator}, {self.date}: {self.words}"
