"""Councils, and the short forms that mean something within one of them only."""

import re
import uuid

from django.db import models


def short_name(name: str) -> str:
    """A council's name without what many councils' names share.

    >>> short_name("Wexcombe County Council"), short_name("London Borough of Marl"), short_name("Royal Borough of Ness")
    ('Wexcombe', 'Marl', 'Ness')
    """
    kinds = r"(Metropolitan |City and County |County |City |District |Borough |Combined )*(Council|Authority)$"
    name = re.sub(r"^(The )?((London|Royal|Metropolitan) )?(Borough|City|County) of ", "", name)
    return re.sub(r"^Council of the ", "", re.sub(kinds, "", name)).strip() or name


class Council(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=200, unique=True)
    short_name = models.CharField(max_length=100, help_text="Wexcombe, for Wexcombe County Council")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Acronym(models.Model):
    """A short form as one council uses it: HSCB is two different boards in two councils."""

    council = models.ForeignKey(Council, on_delete=models.CASCADE, related_name="acronyms")
    letters = models.CharField(max_length=20)
    meaning = models.CharField(max_length=200)
    # Whether a paper explains it so, and not a person: then it is no more open than what the papers say of it.
    printed = models.BooleanField(default=False, editable=False)

    class Meta:
        ordering = ["letters"]
        constraints = [models.UniqueConstraint(fields=["council", "letters"], name="acronym_once_a_council")]

    def __str__(self) -> str:
        return f"{self.letters}: {self.meaning}"
