"""Words that mean one thing, by which a search is widened: children looked after, children in care, CLA."""

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from reports.models.council import Council


class SynonymsQuerySet(models.QuerySet):
    def in_use(self) -> "SynonymsQuerySet":
        return self.filter(taken_out_at=None)


@pghistory.track()
class Synonyms(models.Model):
    """Two or more terms for one thing: in every council's papers, or in those of one council."""

    council = models.ForeignKey(Council, on_delete=models.CASCADE, null=True, blank=True, related_name="synonyms")
    terms = ArrayField(models.CharField(max_length=100), size=20)
    # Nobody, for those that came with the program.
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, editable=False, related_name="+"
    )
    taken_out_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = SynonymsQuerySet.as_manager()

    class Meta:
        ordering = ["terms", "id"]
        verbose_name = verbose_name_plural = "words for one thing"
        constraints = [
            models.CheckConstraint(condition=Q(terms__len__gte=2), name="synonyms_are_two_or_more"),
        ]

    def __str__(self) -> str:
        return " = ".join(self.terms)
