"""Keys by which a program reads the open part of the register for a person: feeds, calendars and the API."""

import uuid

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import models
from django.utils import timezone

from reports.access import open_reader


class KeyQuerySet(models.QuerySet):
    def good(self) -> "KeyQuerySet":
        """Those that were not revoked, of people who may still sign in."""
        return self.filter(revoked_at=None, user__is_active=True)

    def reader(self, typed: str, what: str):
        """The person whom a key reads for, without any right to exempt parts; None for a key that is not good."""
        try:
            pk = uuid.UUID(_signer(what).unsign(typed))
        except (BadSignature, ValueError):
            return None
        key = self.good().filter(pk=pk, what=what).select_related("user").first()
        if key is None:
            return None
        self.filter(pk=pk).update(used_at=timezone.now())
        return open_reader(key.user)


class Key(models.Model):
    """What is kept is no secret: the key itself is its id with a signature of this site's."""

    class What(models.TextChoices):
        FEEDS = "feeds", "Feeds and calendars"
        API = "api", "Programs (API)"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="keys")
    what = models.CharField(max_length=10, choices=What)
    name = models.CharField(max_length=100, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    objects = KeyQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return self.name or self.get_what_display()

    @property
    def secret(self) -> str:
        """What a program shows to be let in."""
        return _signer(self.what).sign(self.pk.hex)


def _signer(what: str) -> Signer:
    return Signer(salt=f"dashboard.key.{what}", sep=".")
