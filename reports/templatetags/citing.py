"""“Cite this”, for the page of any thing of the register."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils import timezone

from reports.citing import citation, of_line, of_paper, of_place
from reports.models import Document, Passage

register = template.Library()


@register.inclusion_tag("_cite_this.html", takes_context=True)
def cite_this(context: dict[str, Any], thing: Any) -> dict[str, str]:
    """The citation of a document, a paragraph, a matter, or a line with its finding."""
    address = context["request"].build_absolute_uri(thing.get_absolute_url())
    return {"citation": citation(_told(thing), address=address, read_on=timezone.localdate())}


def _told(thing: Any) -> list[str]:
    if isinstance(thing, Document):
        return of_paper(thing)
    if isinstance(thing, Passage):
        return [*of_paper(thing.document), *of_place(thing)]
    if not hasattr(thing, "finding"):
        return [str(thing.council), f"{thing._meta.verbose_name} “{thing}”"]
    body = str(thing.committee or getattr(thing, "decision_maker", ""))
    # What is at hand is not asked for again.
    passage, paper = thing.finding.passage, thing.finding.document
    passage.document = paper
    if paper.council_id == thing.council_id:
        paper.council = thing.council
    return of_line(passage, body=body, printed_date=thing.printed_date)
