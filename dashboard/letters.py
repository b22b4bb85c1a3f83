"""The e-mail of what is new in what a person follows: written, and sent to all whose turn it is. Open parts only."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from dashboard.following import follows_of
from dashboard.models import Letters
from dashboard.news import address, news, sentence
from reports.access import open_reader

log = logging.getLogger(__name__)
# A little less than a day and a week, so that a letter that went late today does not miss tomorrow's turn.
BETWEEN = {Letters.Often.DAILY: timedelta(hours=20), Letters.Often.WEEKLY: timedelta(days=6)}
# On its first turn a letter tells of this time.
FIRST = {Letters.Often.DAILY: timedelta(days=1), Letters.Often.WEEKLY: timedelta(days=7)}
MONDAY = 0


def whole(path: str) -> str:
    return settings.SITE_URL.rstrip("/") + path


def due(now: datetime) -> list[Letters]:
    """Those whose turn it is: daily ones every day, weekly ones on Mondays."""
    today = timezone.localtime(now)
    often = [Letters.Often.DAILY, *([Letters.Often.WEEKLY] if today.weekday() == MONDAY else [])]
    wanted = Letters.objects.filter(often__in=often, user__is_active=True).exclude(user__email="")
    return [one for one in wanted.select_related("user") if _turn(one, now)]


def _turn(one: Letters, now: datetime) -> bool:
    return not one.sent_at or now - one.sent_at > BETWEEN[Letters.Often(one.often)]


def letter(letters: Letters, now: datetime) -> EmailMultiAlternatives | None:
    """What is written to a person; None where nothing is new."""
    reader = open_reader(letters.user)
    told = news(follows_of(reader), reader, letters.sent_at or now - FIRST[Letters.Often(letters.often)])
    if not told:
        return None
    lines = [(one, [(sentence(line), whole(address(line)), line) for line in one.lines]) for one in told]
    count = sum(one.count for one in told)
    end = whole(reverse("dashboard:end_letters", args=[letters.key]))
    words = {"news": lines, "count": count, "end": end, "following": whole(reverse("dashboard:following"))}
    written = EmailMultiAlternatives(
        subject=f"Council register: {count} new in what you follow",
        body=render_to_string("dashboard/letter.txt", words),
        to=[letters.user.email],
        headers={"List-Unsubscribe": f"<{end}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"},
    )
    written.attach_alternative(render_to_string("dashboard/letter.html", words), "text/html")
    return written


def send_due(now: datetime | None = None) -> int:
    """Write to all whose turn it is; how many letters went out. One that fails is tried again at the next turn."""
    now = now or timezone.now()
    sent = 0
    for letters in due(now):
        written = letter(letters, now)
        try:
            sent += written.send() if written else 0
        except OSError:
            log.exception("A letter could not be sent to user %s", letters.user_id)
            continue
        Letters.objects.filter(pk=letters.pk).update(sent_at=now)
    return sent
