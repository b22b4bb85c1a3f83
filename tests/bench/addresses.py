"""The addresses that a page, a file, a feed or a program is read from, in a register with an archive in it."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Model, QuerySet
from django.urls import NoReverseMatch, reverse

from dashboard.api import api
from meetings.lists import LISTS
from meetings.models import (
    Action,
    Decision,
    Judgement,
    Link,
    Matter,
    Meeting,
    PlannedDecision,
    Portfolio,
    Recommendation,
)
from reports.models import Document, Passage
from tests import world

# Addresses that only change something, or that need what an archive has not: a file, a key, an upload.
LEFT_OUT = {
    "logout", "reports:upload", "reports:upload_file", "dashboard:indicator", "meetings:matter_papers",
    "meetings:for_meeting",
}  # fmt: skip
# Lists as people narrow, order and take them away.
NARROWED: dict[str, list[dict[str, Any]]] = {
    "meetings:decisions": [
        {"view": "timeline"}, {"words": "short breaks"}, {"outcome": "approved"}, {"when": "90-days"},
        {"date_from": "2020", "date_to": "2022"}, {"sort": "committee"}, {"page": "1000"},
    ],
    "meetings:actions": [{"state": "open"}, {"owner": "Head of Early Help"}],
    "meetings:matters": [{"words": "family hub"}],
    "meetings:forward_plan": [{"due": "past"}],
    "reports:search": [
        {"q": "short breaks"}, {"q": '"children in care"'}, {"q": "CLA"}, {"q": "hub -nursery"}, {"q": "asbestos"},
    ],
    "reports:documents": [{"q": "minutes"}, {"kind": "forward_plan"}],
}  # fmt: skip


def of_lists() -> dict[str, str]:
    """Pages that name no thing, as they stand and as people ask for them."""
    found = {}
    for name in sorted(_ours() - LEFT_OUT):
        try:
            found[name] = reverse(name)
        except NoReverseMatch:
            continue
        for asked in NARROWED.get(name, []):
            found[f"{name} {asked}"] = reverse(name, query=asked)
    return found


def of_files() -> dict[str, str]:
    """Every list as a file and as a feed, and the calendar."""
    found = {f"{name}.csv": reverse(f"meetings:{name}", query={"format": "csv"}) for name in LISTS}
    found |= {f"{name}.json": reverse(f"meetings:{name}", query={"format": "json"}) for name in LISTS}
    return found | {f"{name}.atom": reverse("dashboard:feed", args=[name]) for name in LISTS}


def of_programs() -> dict[str, str]:
    """Every list of the interface for programs."""
    paths = api.get_openapi_schema()["paths"]
    lists = [path for path, deeds in paths.items() if "get" in deeds and "{" not in path]
    # Paragraphs are found by their words alone.
    return {f"api {path}": f"{path}?q=hub" if path.endswith("/passages") else path for path in lists}


def of_things() -> dict[str, str]:
    """The page of one of each sort of thing: the largest that there is, where it can be larger or smaller."""
    paper = _largest(Document.objects.filter(kind="forward_plan"), "findings") or Document.objects.first()
    things: dict[str, Model | None] = {
        "matter": _largest(Matter.objects.all(), "entries"),
        "meeting": _largest(Meeting.objects.all(), "entries"),
        "portfolio": _largest(Portfolio.objects.all(), "entries"),
        "decision": Decision.objects.order_by("-meeting", "pk").first(),
        "planned": PlannedDecision.objects.order_by("-date", "pk").first(),
        "action": Action.objects.first(),
        "recommendation": Recommendation.objects.first(),
        "link": Link.objects.filter(answer="proposed").order_by("-likeness").first(),
    }
    found = {f"meetings:{name}": _address(f"meetings:{name}", thing) for name, thing in things.items() if thing}
    named = {"meetings:plan_version": paper, "reports:document": paper, "reports:desk": paper}
    matter = things["matter"]
    named |= {f"meetings:{name}": matter for name in ("matter_change", "matter_rename", "matter_lines", "matter_merge")}
    named["dashboard:inspection"] = Judgement.objects.first()
    found |= {name: _address(name, thing) for name, thing in named.items()}
    if matter:
        found["dashboard:beside"] = reverse("dashboard:beside", args=["matter", matter.pk])
    passage = Passage.objects.filter(document=paper).first()
    found["reports:passage"] = passage.get_absolute_url() if passage else ""
    return {name: address for name, address in found.items() if address}


def _address(name: str, thing: Model | None) -> str:
    return reverse(name, args=[thing.pk]) if thing and name in _ours() else ""


def _largest(things: QuerySet, of: str) -> Any:
    return things.annotate(many=Count(of)).order_by("-many", "pk").first()


def _ours() -> set[str]:
    return {name for name in world.urls() if name.split(":")[0] in ("meetings", "dashboard", "reports")}
