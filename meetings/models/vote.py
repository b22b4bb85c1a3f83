"""A vote as a paper states it: counts, how it was taken, and names only where they are printed."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models

from meetings.names import name_key

SIDES = {"names_for": "For", "names_against": "Against", "names_abstained": "Abstained"}


class Voted(models.Model):
    votes_for = models.PositiveIntegerField(null=True)
    votes_against = models.PositiveIntegerField(null=True)
    votes_abstained = models.PositiveIntegerField(null=True)
    unanimous = models.BooleanField(null=True)
    vote_method = models.CharField(max_length=100, blank=True)
    names_for = models.JSONField(default=list, blank=True)
    names_against = models.JSONField(default=list, blank=True)
    names_abstained = models.JSONField(default=list, blank=True)
    # The keys (meetings.names.name_key) of all who are named, by which a member's votes are found.
    voters = ArrayField(models.CharField(max_length=200), default=list, blank=True, editable=False)

    class Meta:
        abstract = True

    @classmethod
    def keys_of(cls, stated: dict[str, Any]) -> list[str]:
        """What `voters` is for a vote as stated: {"names_for": ["Cllr J Pell"], ...}."""
        names = [name for side in SIDES for name in stated.get(side) or ()]
        return sorted({key for name in names if (key := name_key(name))})

    @property
    def was_voted_on(self) -> bool:
        return self.unanimous is not None or bool(self.counted)

    @property
    def was_split(self) -> bool:
        return bool(self.votes_for and self.votes_against)

    @property
    def counted(self) -> str:
        """The stated counts in words: "7 for, 1 against, 3 abstained"; empty without any."""
        counts = ((self.votes_for, "for"), (self.votes_against, "against"), (self.votes_abstained, "abstained"))
        return ", ".join(f"{count} {word}" for count, word in counts if count is not None)

    @property
    def vote_in_words(self) -> str:
        """The vote in one line; empty where the paper states none."""
        how = f"by {self.vote_method}" if self.vote_method else ""
        agreed = {True: "unanimous", False: "not unanimous", None: ""}[self.unanimous]
        return ", ".join(part for part in (self.counted, agreed, how) if part)

    @property
    def names_by_side(self) -> list[tuple[str, list[str]]]:
        """(side, names) for the sides whose voters the paper names."""
        return [(word, getattr(self, side)) for side, word in SIDES.items() if getattr(self, side)]

    @property
    def votes_stated(self) -> int | None:
        """How many votes the counts come to; None where none is stated."""
        counts = [self.votes_for, self.votes_against, self.votes_abstained]
        return sum(count or 0 for count in counts) if any(count is not None for count in counts) else None
