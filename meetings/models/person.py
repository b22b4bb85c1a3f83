"""People, and the names that papers print them under. All names are resolved within one council."""

import uuid

from django.apps import apps
from django.db import models
from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from meetings.names import name_key
from reports.models import Council

# What a list of attendance calls members: those who were there, and those who were not.
WERE_THERE = ("chair", "vice_chair", "member", "substitute")
OF_MEMBERS = (*WERE_THERE, "apologies")


def _lines(sort: str, user):
    """The lines of a sort that name a person, of those that the user may know of."""
    return _naming(sort, user).filter(known_as__person=OuterRef("pk"))


def _naming(sort: str, user):
    return apps.get_model("meetings", sort).objects.visible_to(user)


def _only_name(user) -> Subquery:
    """The name of a person who has but one, where a line has it that the user may know of: so nearly all are found.

    To find which of several was printed last, all lines of the person must be gone through.
    """
    names = apps.get_model("meetings", "PersonName").objects
    others = names.filter(person=OuterRef("person")).exclude(pk=OuterRef("pk"))
    only = _printed(user).filter(~Exists(others), person=OuterRef("pk"))
    return Subquery(only.values("name")[:1])


def _printed(user, **said):
    """The names that a line of attendance of which so much is said has, or one of portfolios; each stops at one."""
    lines = (_naming("Attendance", user).filter(**said), _naming("PortfolioHolder", user))
    attended, held = (Exists(those.filter(known_as=OuterRef("pk"))) for those in lines)
    return apps.get_model("meetings", "PersonName").objects.filter(Q(attended) | Q(held))


class PersonQuerySet(models.QuerySet):
    def visible_to(self, user) -> "PersonQuerySet":
        """Members and holders of portfolios whom a line names that the user may know of."""
        return self.filter(pk__in=_printed(user, role__in=OF_MEMBERS).values("person"))

    def with_shown_name(self, user) -> "PersonQuerySet":
        """With `shown_name`, as the lines that the user may know of print it last: other names may be exempt."""
        attended = _lines("Attendance", user).order_by(F("meeting__date").desc(nulls_last=True), "pk")
        held = _lines("PortfolioHolder", user).order_by("-as_of", "pk")
        names = (Subquery(lines.values("known_as__name")[:1]) for lines in (attended, held))
        return self.annotate(shown_name=Coalesce(_only_name(user), *names))

    def with_attendance(self, user) -> "PersonQuerySet":
        """With `attended` and `apologies`: at how many meetings a list names them so."""
        return self.annotate(
            attended=self._meetings(user, role__in=WERE_THERE), apologies=self._meetings(user, role="apologies")
        )

    def of_committee(self, committee, user) -> "PersonQuerySet":
        """Those whom a list of the committee's meetings names as members."""
        lines = _lines("Attendance", user).filter(role__in=OF_MEMBERS, meeting__committee=committee)
        return self.filter(Exists(lines))

    def named_like(self, typed: str, user) -> "PersonQuerySet":
        """Those of whose name, as the user may know it, this is a part."""
        key = name_key(typed)
        named = (Exists(_lines(sort, user).filter(known_as__key__contains=key)) for sort in NAMING)
        attended, held = named
        return self.filter(Q(attended) | Q(held)) if key else self.none()

    @staticmethod
    def _meetings(user, **said) -> Coalesce:
        lines = _lines("Attendance", user).filter(**said).order_by().values("known_as__person")
        counts = lines.annotate(count=Count("meeting", distinct=True)).values("count")
        return Coalesce(Subquery(counts), 0, output_field=IntegerField())


NAMING = ("Attendance", "PortfolioHolder")


class Person(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="people")
    name = models.CharField(max_length=200)

    objects = PersonQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "people"

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("meetings:member", args=[self.pk])


class PersonNameQuerySet(models.QuerySet):
    def printed(self, council: Council, name: str) -> tuple["PersonName", bool]:
        """The name as the council's papers have printed it before, or a new one with a person of its own; whether new.

        Names that are only alike are never joined here: `SamePerson` offers them to a person.
        """
        key = name_key(name)
        known = self.filter(council=council, key=key).first()
        if known:
            return known, False
        person = Person.objects.create(council=council, name=name)
        return self.create(council=council, person=person, own=person, name=name, key=key), True


class PersonName(models.Model):
    """A name as papers print it. `person` is who is meant by it today, `own` the person made for it at first."""

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="names")
    own = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    key = models.CharField(max_length=200, editable=False)

    objects = PersonNameQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["council", "key"], name="person_name_once_a_council")]

    def __str__(self) -> str:
        return self.name
