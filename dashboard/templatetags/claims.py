"""For pages of papers and measures: the claims that were checked, as far as the reader may know of them."""

from __future__ import annotations

from typing import Any

from django import template
from django.db.models import Count

from dashboard.models import Claim, Indicator
from reports.models import Council, Document

register = template.Library()
# As many as a measure's page names.
MOST = 5
COLOURS = {"consistent": "turquoise", "definition": "light-blue", "differs": "yellow", "unknown": "grey"}


@register.filter
def claim_colour(verdict: str) -> str:
    """The colour of a verdict's tag; none of them says good or bad."""
    return COLOURS.get(verdict, "grey")


@register.simple_tag(takes_context=True)
def claims_of_document(context: dict[str, Any], document: Document) -> list[tuple[str, int]]:
    """(verdict in words, how many) of each verdict on a paper's claims; empty where none was checked."""
    claims = Claim.objects.visible_to(context["request"].user).filter(document=document)
    found = dict(claims.order_by().values_list("verdict").annotate(many=Count("pk")))
    return [(label, found[value]) for value, label in Claim.Verdict.choices if value in found]


@register.simple_tag(takes_context=True)
def claims_of_measure(context: dict[str, Any], measure: Indicator, council: Council) -> list[Claim]:
    """The latest claims of a council's papers about a measure, those first that differ."""
    if not isinstance(measure, Indicator):
        return []
    claims = Claim.objects.visible_to(context["request"].user).filter(council=council).about(measure)
    return list(claims.select_related("document").telling_first()[:MOST])
