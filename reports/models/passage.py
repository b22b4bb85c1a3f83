"""Paragraphs of documents: what every line of the register is cited to, and what search looks through."""

import pghistory
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q
from django.urls import reverse

from reports.access import may_read_exempt
from reports.models.document import Document, State
from reports.models.words import stems_of


class PassageQuerySet(models.QuerySet):
    def visible_to(self, user) -> "PassageQuerySet":
        """The paragraphs of published documents that the user may read."""
        return self.filter(document__state=State.PUBLISHED).open_to(user)

    def open_to(self, user) -> "PassageQuerySet":
        """Without the exempt ones, for those not cleared."""
        return self if may_read_exempt(user) else self.filter(part="open", document__wholly_exempt=False)


@pghistory.track(fields=["document", "ordinal", "part", "schedule", "part_by"])
class Passage(models.Model):
    """`boxes` are [page, x0, top, x1, bottom] in points from the page's top left corner; empty for Word files."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="passages")
    ordinal = models.PositiveIntegerField()
    page = models.PositiveIntegerField()
    label = models.CharField(max_length=40, blank=True)
    text = models.TextField()
    style = models.CharField(max_length=20, default="paragraph")
    cells = models.JSONField(default=list)
    margin = models.TextField(blank=True)
    boxes = models.JSONField(default=list)
    part = models.CharField(max_length=10, choices=[("open", "Open"), ("exempt", "Exempt")], default="open")
    schedule = models.CharField(max_length=100, blank=True)
    # Who said that it is open or exempt; empty where the reader did.
    part_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    search = models.GeneratedField(expression=stems_of("text"), output_field=SearchVectorField(), db_persist=True)

    objects = PassageQuerySet.as_manager()

    class Meta:
        ordering = ["document", "ordinal"]
        constraints = [
            models.UniqueConstraint(fields=["document", "ordinal"], name="passage_once_a_document"),
            models.CheckConstraint(condition=Q(part__in=["open", "exempt"]), name="passage_open_or_exempt"),
        ]
        indexes = [GinIndex(fields=["search"], name="passage_search")]

    def __str__(self) -> str:
        return f"{self.document}, page {self.page}, {self.label or self.ordinal}"

    def get_absolute_url(self) -> str:
        return reverse("reports:passage", args=[self.document_id, self.ordinal])

    @property
    def is_exempt(self) -> bool:
        return self.part == "exempt"
