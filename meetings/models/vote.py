"""A vote as a paper states it: counts, how it was taken, and names only where they are printed."""

from django.db import models


class Voted(models.Model):
    votes_for = models.PositiveIntegerField(null=True)
    votes_against = models.PositiveIntegerField(null=True)
    votes_abstained = models.PositiveIntegerField(null=True)
    unanimous = models.BooleanField(null=True)
    vote_method = models.CharField(max_length=100, blank=True)
    names_for = models.JSONField(default=list, blank=True)
    names_against = models.JSONField(default=list, blank=True)
    names_abstained = models.JSONField(default=list, blank=True)

    class Meta:
        abstract = True

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
        sides = (("For", self.names_for), ("Against", self.names_against), ("Abstained", self.names_abstained))
        return [(side, names) for side, names in sides if names]
