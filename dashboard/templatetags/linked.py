"""For pages of decisions and matters: the measures beside them; for a measure's page: what it is beside."""

from __future__ import annotations

from typing import Any

from django import template
from django.db.models import Exists, OuterRef, Q

from dashboard.beside import Beside, beside, shown_of, turn_of
from dashboard.marks import linked_decisions
from dashboard.models import Indicator, LinkedIndicator
from meetings.models import Entry, Matter
from reports.models import Council

register = template.Library()
# As many decisions as a measure's page names.
MOST = 20


@register.simple_tag(takes_context=True)
def measures_beside(context: dict[str, Any], thing: Entry | Matter) -> dict[str, Any]:
    """The measures that are shown beside a decision or a matter: {"measures", "turn", "found", "day"}.

    `turn` is the decision around which they are told, None where none of a known day was taken; `day` its day.
    """
    request = context["request"]
    # Asked for once a page, wherever it is told.
    told = request.__dict__.setdefault("_measures_beside", {})
    if thing.pk not in told:
        told[thing.pk] = _measures_beside(thing, request.user)
    return told[thing.pk]


def _measures_beside(thing: Entry | Matter, user: Any) -> dict[str, Any]:
    measures = list(shown_of(thing, user))
    if not measures:
        return {"measures": [], "found": []}
    turn = turn_of(thing, measures)
    day = turn.date if turn else None
    # Without a day there is no before.
    found: list[Beside] = beside(measures, thing.council, day, user) if day else []
    return {"measures": measures, "found": found, "turn": turn, "day": day}


@register.simple_tag(takes_context=True)
def linked_to(context: dict[str, Any], indicator: Indicator, council: Council) -> dict[str, Any]:
    """The matters and decisions that a person put a measure beside: {"matters", "decisions", "more"}."""
    user = context["request"].user
    confirmed = LinkedIndicator.objects.filter(indicator=indicator, answer=LinkedIndicator.Answer.CONFIRMED)
    of_matter = confirmed.filter(Q(matter=OuterRef("pk")) | Q(matter__merged_into=OuterRef("pk")))
    matters = Matter.objects.visible_to(user).filter(Exists(of_matter), council=council)[:MOST]
    decisions = linked_decisions(indicator, council, user).with_source().select_related("committee")
    found = list(decisions.order_by("-itself", "-date", "pk")[: MOST + 1])
    return {"matters": list(matters), "decisions": found[:MOST], "more": len(found) > MOST}
