"""Searches that people keep under a name of their own."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse


class SavedSearch(models.Model):
    """`listing` is the name of a list, such as decisions; `query` the filters, as its address has them."""

    # Pages that are no list of meetings, by the names under which their searches are kept.
    ELSEWHERE = {"documents": "reports:documents", "search": "reports:search"}

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_searches")
    name = models.CharField(max_length=100)
    listing = models.CharField(max_length=40)
    query = models.TextField(blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "saved searches"
        constraints = [
            models.UniqueConstraint(fields=["user", "name"], name="saved_search_once_a_name"),
            models.CheckConstraint(condition=~Q(name=""), name="saved_search_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The list as it was searched."""
        page = reverse(self.ELSEWHERE.get(self.listing, f"meetings:{self.listing}"))
        return f"{page}?{self.query}" if self.query else page

    @property
    def is_of_lines(self) -> bool:
        """Whether it finds lines of the register, of which new ones can be told."""
        return self.listing not in self.ELSEWHERE

    @property
    def of(self) -> str:
        """What it searches, in words."""
        return self.listing.replace("_", " ").capitalize()
