"""The scrutiny of budget proposals: questions with their answers, and savings."""

from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Count, Max, Min, Window

from meetings.models.body import Portfolio
from meetings.models.register import Registered, RegisteredQuerySet, typed
from reports.models import Council


class QuestionQuerySet(RegisteredQuerySet):
    def saying(self, words: str) -> "QuestionQuerySet":
        """Those whose question or answer has the words."""
        return self.alias(words=SearchVector("question", "answer", config="english")).filter(words=typed(words))

    def by_theme(self) -> "QuestionQuerySet":
        return self.order_by("council", "theme", "finding__document", "finding__ordinal")


class Question(Registered):
    portfolio = models.ForeignKey(Portfolio, on_delete=models.PROTECT, null=True, related_name="questions")
    theme = models.CharField(max_length=300, blank=True)
    question = models.TextField()
    answer = models.TextField(blank=True)

    objects = QuestionQuerySet.as_manager()

    def __str__(self) -> str:
        return self.question

    @property
    def council_and_theme(self) -> tuple[Council, str]:
        """What questions are shown under."""
        return self.council, self.theme


class SavingQuerySet(RegisteredQuerySet):
    def by_reference(self) -> "SavingQuerySet":
        """The latest year first; with `times`, how often a reference is printed for its year, and how it differs."""
        same = {"partition_by": ["council", "financial_year", "reference"]}
        return self.annotate(
            times=Window(Count("pk"), **same),
            least=Window(Min("amount"), **same),
            most=Window(Max("amount"), **same),
        ).order_by("-financial_year", "council", "reference", "finding__document", "finding__ordinal")


class Saving(Registered):
    """A budget line; amount in pounds, a pressure negative."""

    portfolio = models.ForeignKey(Portfolio, on_delete=models.PROTECT, null=True, related_name="savings")
    reference = models.CharField(max_length=60, blank=True)
    description = models.TextField(blank=True)
    amount = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    financial_year = models.CharField(max_length=10, blank=True)

    objects = SavingQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.reference} {self.description}".strip()

    @property
    def note(self) -> str:
        """What a reader should know of a reference that is printed more than once; empty for others."""
        if not self.reference or self.times == 1:
            return ""
        differs = "with different amounts" if self.least != self.most else "with one amount"
        return f"{self.reference} is printed {self.times} times for this year, {differs}. All are shown as printed."

    @property
    def pounds(self) -> str:
        """The amount in words of money: £170,000, −£1,500.50."""
        if self.amount is None:
            return "not stated"
        pence = 0 if self.amount == int(self.amount) else 2
        return f"{'−' if self.amount < 0 else ''}£{abs(self.amount):,.{pence}f}"
