"""Where the pages of the dashboard are, and figures to show on them."""

from __future__ import annotations

from django.urls import reverse

from reports.models import Document
from tests import factories

OVERVIEW = reverse("dashboard:overview")
INDICATORS = reverse("dashboard:indicators")
AS_PRINTED = reverse("dashboard:as_printed")
RATE = reverse("dashboard:indicator", args=["children-looked-after-rate"])
PAGES = [OVERVIEW, INDICATORS, RATE, f"{AS_PRINTED}?label=Hub+visits"]
HTMX = {"HX-Request": "true"}


def figures(*said: dict, exempt: bool = False, **paper) -> Document:
    """A published paper with these figures."""
    document = factories.document(**paper)
    for one in said:
        factories.accepted(document, "Figure", exempt=exempt, **one)
    return factories.actions.publish(document=document, by=factories.user("publisher"))


def text(answer) -> str:
    return " ".join(answer.content.decode().split())
