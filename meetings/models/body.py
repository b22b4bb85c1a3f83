"""Bodies that meet, and the portfolios that people hold. All names are resolved within one council."""

import uuid
from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from meetings.models.person import PersonName
from meetings.models.register import Registered, RegisteredQuerySet
from meetings.names import committee_key, full_name
from reports.models import Acronym, Council
from reports.titles import in_title_case


class NamedQuerySet(models.QuerySet):
    def named(self, council: Council, printed: str):
        """The one that the council means by a printed name; made when it is new.

        Short forms are read as this council uses them.
        """
        meanings = dict(Acronym.objects.filter(council=council).values_list("letters", "meaning"))
        name = full_name(printed, meanings)
        return self.get_or_create(council=council, key=committee_key(name), defaults={"name": name})[0]


class CommitteeQuerySet(NamedQuerySet):
    def visible_to(self, user) -> "CommitteeQuerySet":
        """Those with a line of the register, or a meeting, that the user may know of."""
        lines, meetings = (self.model._meta.get_field(name).related_model for name in ("entries", "meetings"))
        return self.filter(
            Exists(lines.objects.visible_to(user).filter(committee=OuterRef("pk")))
            | Exists(meetings.objects.visible_to(user).filter(committee=OuterRef("pk")))
        )


class Committee(models.Model):
    """Any body that meets or decides: Cabinet, a cabinet panel, full Council, a scrutiny committee."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="committees")
    name = models.CharField(max_length=200)
    key = models.CharField(max_length=200, editable=False)

    objects = CommitteeQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["council", "key"], name="committee_once_a_council")]

    def __str__(self) -> str:
        return in_title_case(self.name)


class PortfolioQuerySet(NamedQuerySet):
    def visible_to(self, user) -> "PortfolioQuerySet":
        """Those that a line of the register which the user may know of belongs to."""
        lines = [relation.related_model for relation in self.model._meta.related_objects if relation.one_to_many]
        known = (Exists(line.objects.visible_to(user).filter(portfolio=OuterRef("pk"))) for line in lines)
        return self.filter(reduce(or_, map(Q, known)))


class Portfolio(models.Model):
    """An executive member's remit."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="portfolios")
    name = models.CharField(max_length=200)
    key = models.CharField(max_length=200, editable=False)

    objects = PortfolioQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["council", "key"], name="portfolio_once_a_council")]

    def __str__(self) -> str:
        return in_title_case(self.name)

    def get_absolute_url(self) -> str:
        return reverse("meetings:portfolio", args=[self.pk])


class PortfolioHolderQuerySet(RegisteredQuerySet):
    def latest_first(self) -> "PortfolioHolderQuerySet":
        return self.order_by("-as_of", "finding__document", "finding__ordinal")


class PortfolioHolder(Registered):
    portfolio = models.ForeignKey(Portfolio, on_delete=models.PROTECT, related_name="holders")
    known_as = models.ForeignKey(PersonName, on_delete=models.PROTECT, related_name="portfolios")
    role = models.CharField(max_length=200, blank=True)
    as_of = models.CharField(max_length=10, blank=True)

    objects = PortfolioHolderQuerySet.as_manager()

    class Meta:
        ordering = ["-as_of", "role"]

    def __str__(self) -> str:
        return f"{self.known_as}, {self.portfolio}"


class Partnership(Registered):
    """A board that a portfolio's holder sits on."""

    portfolio = models.ForeignKey(Portfolio, on_delete=models.PROTECT, null=True, related_name="partnerships")
    board = models.CharField(max_length=200)
    member = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["board"]

    def __str__(self) -> str:
        return self.board
