"""What a person must look at, and say yes to, before a document is published."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q

from reports.access import may_read_exempt
from reports.models.document import Document
from reports.models.passage import Passage
from reports.reading.reading import FLAGS


class FlagQuerySet(models.QuerySet):
    def open_to(self, user) -> "FlagQuerySet":
        """Without those of exempt paragraphs, for those not cleared."""
        return self if may_read_exempt(user) else self.filter(exempt=False, document__wholly_exempt=False)

    def unseen(self) -> "FlagQuerySet":
        """Those that nobody has said yes to."""
        return self.filter(seen_at=None)


@pghistory.track()
class Flag(models.Model):
    """`page` and `passage` say where it is; both are empty for the file as a whole. `seen_by` said yes to it."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="flags")
    sort = models.CharField(max_length=40, choices=FLAGS.items())
    message = models.TextField()
    page = models.PositiveIntegerField(null=True)
    passage = models.ForeignKey(Passage, on_delete=models.CASCADE, null=True, related_name="flags")
    exempt = models.BooleanField(default=False)
    seen_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    seen_at = models.DateTimeField(null=True)

    objects = FlagQuerySet.as_manager()

    class Meta:
        ordering = ["document", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(sort__in=list(FLAGS)), name="flag_of_a_known_sort"),
            models.CheckConstraint(
                condition=Q(seen_at__isnull=True, seen_by__isnull=True)
                | Q(seen_at__isnull=False, seen_by__isnull=False),
                name="flag_seen_at_and_by",
            ),
            models.CheckConstraint(condition=~Q(message=""), name="flag_says_what"),
            # A paragraph stands on a page.
            models.CheckConstraint(
                condition=Q(passage__isnull=True) | Q(page__isnull=False), name="flag_of_a_paragraph_has_a_page"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_sort_display()}, page {self.page}" if self.page else self.get_sort_display()
