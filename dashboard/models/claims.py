"""What papers claim, checked against official figures and against themselves. A claim is judged, never a person."""

from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, When
from django.urls import reverse

from dashboard.models.official import OfficialValue
from meetings.models.register import OPEN, SHOWN
from reports.access import may_read_exempt
from reports.models import Council, Document, Finding, Passage


class ClaimQuerySet(models.QuerySet):
    def visible_to(self, user) -> "ClaimQuerySet":
        """Those that rest on something, all of which the user may read: every finding and every paragraph."""
        shown = Q(**SHOWN) if may_read_exempt(user) else Q(**SHOWN, **OPEN)
        read = Q(passage__in=Passage.objects.visible_to(user))
        findings = Claim.findings.through.objects.filter(claim=OuterRef("pk"))
        passages = Claim.passages.through.objects.filter(claim=OuterRef("pk"))
        rests = self.filter(Exists(findings) | Exists(passages))
        return rests.exclude(Exists(findings.exclude(shown))).exclude(Exists(passages.exclude(read)))

    def about(self, indicator) -> "ClaimQuerySet":
        """Those of a figure of a measure, or held against its official series."""
        figures = Q(findings__observation__indicator=indicator) | Q(official__measure__indicator=indicator)
        return self.filter(pk__in=self.model.objects.filter(figures).values("pk"))

    def with_sources(self) -> "ClaimQuerySet":
        """With all that a claim needs to name its paragraphs, in a fixed number of queries."""
        passages = Passage.objects.select_related("document").defer("boxes", "search")
        findings = Finding.objects.select_related("document").prefetch_related(models.Prefetch("passage", passages))
        prefetched = (models.Prefetch("findings", findings), models.Prefetch("passages", passages))
        return self.select_related("document", "council").prefetch_related(*prefetched)

    def telling_first(self) -> "ClaimQuerySet":
        """What differs first and what cannot be told last; of each the newest papers first."""
        order = enumerate(("differs", "definition", "consistent", "unknown"))
        weight = Case(*(When(verdict=verdict, then=number) for number, verdict in order), default=4)
        return self.order_by(weight, "-document__date", "document", "sort", "pk")


# What each verdict says, in a sentence.
MEANINGS = {
    "consistent": "What is printed agrees, as far as rounding lets one tell.",
    "definition": "The numbers differ because they do not count the same: the working says why.",
    "differs": "What is printed does not agree, and nothing in print explains it. That does not say which is right.",
    "unknown": "What is known is not enough to tell: the working says what is missing.",
}


class Claim(models.Model):
    """One claim of a paper with what came of checking it.

    `key` is the same whenever the same claim is checked again. `working` is a list of sentences that show the sum;
    `findings` and `passages` are all that it rests on, facts and sentences, the ones it is a claim of in `document`.
    """

    class Sort(models.TextChoices):
        OFFICIAL = "official", "A figure against the official series"
        POPULATION = "population", "A number and a rate against one population"
        CHANGE = "change", "A change that can be worked out again"
        SUPERLATIVE = "superlative", "Lowest, highest or among them"
        VOTES = "votes", "Votes against attendance"
        AMOUNTS = "amounts", "One reference with two amounts"
        DATES = "dates", "Two dates for one event"
        RATINGS = "ratings", "A summary of ratings against the ratings"

    class Verdict(models.TextChoices):
        CONSISTENT = "consistent", "Consistent"
        DEFINITION = "definition", "Differs by definition"
        DIFFERS = "differs", "Differs"
        UNKNOWN = "unknown", "Cannot tell"

    key = models.CharField(max_length=64, unique=True)
    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="claims")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="claims")
    findings = models.ManyToManyField(Finding, related_name="claims")
    passages = models.ManyToManyField(Passage, related_name="claims")
    sort = models.CharField(max_length=12, choices=Sort)
    verdict = models.CharField(max_length=12, choices=Verdict)
    said = models.CharField(max_length=500)
    working = models.JSONField(default=list)
    official = models.ForeignKey(OfficialValue, on_delete=models.SET_NULL, null=True, related_name="claims")
    checked_at = models.DateTimeField(auto_now=True)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["-document__date", "document", "sort", "pk"]

    def __str__(self) -> str:
        return f"{self.said}: {self.get_verdict_display()}"

    def get_absolute_url(self) -> str:
        return reverse("dashboard:claim", args=[self.pk])

    @property
    def meaning(self) -> str:
        return MEANINGS[self.verdict]

    @property
    def sources(self) -> list[Passage]:
        """The paragraphs that it rests on, each once: those of its own paper first."""
        found = [*self.passages.all(), *(finding.passage for finding in self.findings.all())]
        once = {passage.pk: passage for passage in found}.values()
        return sorted(once, key=lambda one: (one.document_id != self.document_id, str(one.document_id), one.ordinal))

    @property
    def is_exempt(self) -> bool:
        """Whether only those cleared may read it."""
        closed = any(one.exempt or one.document.wholly_exempt for one in self.findings.all())
        return closed or any(one.is_exempt or one.document.wholly_exempt for one in self.passages.all())
