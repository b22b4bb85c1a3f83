"""A file that an officer uploaded, and the states it can be in."""

import uuid

import pghistory
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils.functional import cached_property

from reports.access import may_read_exempt, may_review
from reports.models.council import Council
from reports.models.words import stems_of
from reports.reading.dates import in_words
from reports.sorts import KINDS
from reports.titles import in_title_case


class State(models.TextChoices):
    QUEUED = "queued", "Waiting to be read"
    READING = "reading", "Being read"
    IN_REVIEW = "in_review", "In review"
    PUBLISHED = "published", "Published"
    WITHDRAWN = "withdrawn", "Withdrawn"
    REFUSED = "refused", "Could not be read"
    FAILED = "failed", "Reading failed"


# Where a document may go from each state; nothing else moves it.
MOVES: dict[State, set[State]] = {
    State.QUEUED: {State.READING},
    State.READING: {State.QUEUED, State.IN_REVIEW, State.REFUSED, State.FAILED},
    State.IN_REVIEW: {State.PUBLISHED},
    State.PUBLISHED: {State.WITHDRAWN, State.PUBLISHED},
    State.WITHDRAWN: {State.PUBLISHED},
    State.REFUSED: {State.QUEUED},
    State.FAILED: {State.QUEUED},
}

# What the person in front of a document can do next, for each state.
NEXT_STEP: dict[State, str] = {
    State.QUEUED: "It will be read in a moment. You can leave this page.",
    State.READING: "You can leave this page; reading goes on.",
    State.IN_REVIEW: "Check what was read, then publish it.",
    State.PUBLISHED: "It is in the register. It can be withdrawn with a reason.",
    State.WITHDRAWN: "It is out of the register. It can be published again.",
    State.REFUSED: "Mend the file as the reason says and upload it again, or try reading it once more.",
    State.FAILED: "Try again. If it fails again, save the file anew from the program that made it and upload that.",
}


class Refusal(models.TextChoices):
    ENCRYPTED = "encrypted", "Encrypted"
    DAMAGED = "damaged", "Damaged"
    NO_TEXT = "no_text", "No text"
    TOO_LARGE = "too_large", "Too large"
    TOO_LONG = "too_long", "Too long"
    NOT_A_DOCUMENT = "not_a_document", "Not a document"


class DocumentQuerySet(models.QuerySet):
    def locked(self, document: "Document") -> "Document":
        """The document as it now is, locked until the transaction ends."""
        return self.select_for_update(of=("self",)).get(pk=document.pk)

    def visible_to(self, user) -> "DocumentQuerySet":
        """The documents that the user may know of.

        Reviewers know of all but those that are exempt throughout; others of published ones alone.
        """
        documents = self if may_review(user) else self.filter(state=State.PUBLISHED)
        return documents if may_read_exempt(user) else documents.filter(wholly_exempt=False)

    def being_read(self) -> "DocumentQuerySet":
        return self.filter(state__in=[State.QUEUED, State.READING])

    def awaiting_review(self) -> "DocumentQuerySet":
        return self.filter(state=State.IN_REVIEW)

    def published(self) -> "DocumentQuerySet":
        return self.filter(state=State.PUBLISHED)

    def with_counts(self, user) -> "DocumentQuerySet":
        """With the numbers of findings that the user may read: `found`, and of these `pending`."""
        readable = Q() if may_read_exempt(user) else Q(findings__exempt=False)
        return self.annotate(
            found=Count("findings", filter=readable),
            pending=Count("findings", filter=readable & Q(findings__verdict="pending")),
        )


@pghistory.track(exclude=["pages_read", "touched_at"])
class Document(models.Model):
    """`date` and `kind` are as the reader or the reviewer gave them; `portfolio` is the printed name of a remit."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    council = models.ForeignKey(Council, on_delete=models.PROTECT, null=True, blank=True, related_name="documents")
    # As the reader or the reviewer gave it; `council` is set from it when the document is first published.
    council_name = models.CharField(max_length=200, blank=True)
    filename = models.CharField(max_length=255)
    file = models.FileField(max_length=100)
    sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveIntegerField()
    media_type = models.CharField(max_length=100)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField(auto_now_add=True)

    state = models.CharField(max_length=20, choices=State, default=State.QUEUED)
    refusal = models.CharField(max_length=20, choices=Refusal, blank=True)
    reason = models.TextField(blank=True, help_text="Why it is in this state, in a sentence")
    attempts = models.PositiveSmallIntegerField(default=0)
    pages = models.PositiveIntegerField(null=True)
    pages_read = models.PositiveIntegerField(default=0)
    page_sizes = models.JSONField(default=list)
    read_at = models.DateTimeField(null=True)
    reader_version = models.CharField(max_length=20, blank=True)
    touched_at = models.DateTimeField(auto_now=True)
    by_hand = models.TextField(blank=True, help_text="Why a person must check the text itself")

    kind = models.CharField(max_length=40, blank=True)
    title = models.CharField(max_length=300, blank=True)
    date = models.CharField(max_length=10, blank=True)
    portfolio = models.CharField(max_length=200, blank=True)
    acronyms = models.JSONField(default=dict, help_text="Short forms that the document itself explains")
    wholly_exempt = models.BooleanField(default=False)

    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    objects = DocumentQuerySet.as_manager()

    class Meta:
        ordering = ["-uploaded_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=["refused", "failed"]) | ~Q(reason=""), name="document_that_ended_says_why"
            ),
            models.CheckConstraint(
                condition=Q(state="refused", refusal__gt="") | (~Q(state="refused") & Q(refusal="")),
                name="document_refused_has_a_refusal",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True, published_by__isnull=True)
                | Q(published_at__isnull=False, published_by__isnull=False),
                name="document_published_at_and_by",
            ),
            models.CheckConstraint(
                condition=~Q(state="published") | Q(published_at__isnull=False, council__isnull=False),
                name="document_published_says_when_and_whose",
            ),
            models.CheckConstraint(
                condition=Q(pages__isnull=True) | Q(pages_read__lte=F("pages")), name="document_pages_read_at_most_all"
            ),
        ]
        indexes = [
            models.Index(fields=["state", "-uploaded_at"]),
            GinIndex(stems_of("title"), name="document_title"),
        ]

    def __str__(self) -> str:
        """The title, readable, and the date, which tells one month's minutes from another's."""
        title = in_title_case(self.title) or self.filename
        day = in_words(self.date) if self.date else ""
        return title if not day or day in title else f"{title}, {day}"

    def get_absolute_url(self) -> str:
        return reverse("reports:document", args=[self.pk])

    @property
    def next_step(self) -> str:
        return NEXT_STEP[State(self.state)]

    def move(self, to: State) -> None:
        """Change the state of a document that is locked for it. ValueError for a move that MOVES does not have."""
        if to not in MOVES[State(self.state)]:
            raise ValueError(f"A document that is {self.get_state_display().lower()} cannot become {to.label.lower()}.")
        self.state = to

    @property
    def is_being_read(self) -> bool:
        return self.state in (State.QUEUED, State.READING)

    @property
    def is_read(self) -> bool:
        """Whether its text and findings are there to be looked at."""
        return self.state in (State.IN_REVIEW, State.PUBLISHED, State.WITHDRAWN)

    @property
    def kind_in_words(self) -> str:
        return KINDS.get(self.kind, "Not known")

    @cached_property
    def papers(self) -> list:
        """The papers of a pack, its enclosures, in their order; none for a document that is one paper."""
        return list(self.enclosures.all())

    def paper_at(self, ordinal: int):
        """The enclosure that a paragraph stands in; None where the document is one paper."""
        return next((paper for paper in self.papers if paper.first <= ordinal <= paper.last), None)

    @property
    def is_pdf(self) -> bool:
        return self.media_type == "application/pdf"

    def has_hidden_parts_for(self, user) -> bool:
        """Whether the file itself holds text that the user may not read."""
        return not may_read_exempt(user) and (self.wholly_exempt or self.passages.filter(part="exempt").exists())
