"""The papers of a pack: an agenda bound with its reports and the last minutes in one file."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse

from reports.access import may_read_exempt
from reports.models.document import Document
from reports.models.passage import Passage
from reports.reading.dates import in_words
from reports.sorts import KINDS


class EnclosureQuerySet(models.QuerySet):
    def open_to(self, user) -> "EnclosureQuerySet":
        """Without those whose first paragraph is exempt, for those not cleared: a title alone may say too much."""
        if may_read_exempt(user):
            return self
        heads = Passage.objects.filter(document=OuterRef("document"), ordinal=OuterRef("first"), part="open")
        return self.filter(Exists(heads), document__wholly_exempt=False)


class Enclosure(models.Model):
    """`item` is the number of the agenda's item; `first` and `last` are ordinals of paragraphs."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="enclosures")
    ordinal = models.PositiveIntegerField()
    kind = models.CharField(max_length=40, blank=True)
    item = models.CharField(max_length=40, blank=True)
    title = models.CharField(max_length=300, blank=True)
    date = models.CharField(max_length=10, blank=True)
    first_page = models.PositiveIntegerField()
    last_page = models.PositiveIntegerField()
    first = models.PositiveIntegerField()
    last = models.PositiveIntegerField()

    objects = EnclosureQuerySet.as_manager()

    class Meta:
        ordering = ["document", "ordinal"]
        constraints = [
            models.UniqueConstraint(fields=["document", "ordinal"], name="enclosure_once_a_document"),
            models.CheckConstraint(
                condition=Q(last_page__gte=F("first_page"), last__gte=F("first")),
                name="enclosure_ends_behind_its_start",
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.kind_in_words

    @property
    def kind_in_words(self) -> str:
        return KINDS.get(self.kind, "Another paper")

    @property
    def pages_in_words(self) -> str:
        """
        >>> Enclosure(first_page=3, last_page=8).pages_in_words
        'pages 3 to 8'
        """
        if self.first_page == self.last_page:
            return f"page {self.first_page}"
        return f"pages {self.first_page} to {self.last_page}"

    @property
    def where(self) -> str:
        """What it is and where it stands: Minutes, item 3, 10 March 2021, pages 2 to 5."""
        item = f"item {self.item}" if self.item else ""
        day = in_words(self.date) if self.date else ""
        return ", ".join(filter(None, [self.kind_in_words, item, day, self.pages_in_words]))

    @property
    def head(self) -> str:
        """The address of its first paragraph."""
        return reverse("reports:passage", args=[self.document_id, self.first])
