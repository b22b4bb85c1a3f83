"""What every line of the register has: the finding that a person confirmed, and who may see it."""

import uuid

from django.contrib.postgres.search import SearchQuery
from django.db import models

from reports.access import may_read_exempt
from reports.models import Council, Finding


def typed(words: str) -> SearchQuery:
    """Words as people type them on the web: "two words", -without, one or other."""
    return SearchQuery(words, config="english", search_type="websearch")


# What a line must be to be in the register at all, and for everybody to read it.
SHOWN = {"finding__document__state": "published", "finding__verdict__in": ["accepted", "corrected"]}
OPEN = {"finding__exempt": False, "finding__document__wholly_exempt": False}


class RegisteredQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The lines that the user may know of: of published documents and, for those not cleared, of open parts."""
        return self.filter(**SHOWN).open_to(user)

    def open_to(self, user):
        """Without those of exempt parts, for those not cleared; be their papers published or not."""
        return self if may_read_exempt(user) else self.filter(**OPEN)

    def with_source(self):
        """With all that a line needs to name its source, in one query."""
        return self.select_related("finding__document", "finding__passage", "finding__decided_by")


class Registered(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="+")
    finding = models.OneToOneField(Finding, on_delete=models.PROTECT, related_name="%(class)s")

    objects = RegisteredQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def is_exempt(self) -> bool:
        """Whether only those cleared may read it."""
        return self.finding.exempt or self.finding.document.wholly_exempt
