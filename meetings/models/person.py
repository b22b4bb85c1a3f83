"""People, and the names that papers print them under. All names are resolved within one council."""

import uuid

from django.db import models

from meetings.names import name_key
from reports.models import Council


class Person(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="people")
    name = models.CharField(max_length=200)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "people"

    def __str__(self) -> str:
        return self.name


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
