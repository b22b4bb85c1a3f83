"""Where a paper's desk is, and what a reviewer does there."""

from __future__ import annotations

from django.urls import reverse

from reports.models import Document, Finding

HTMX = {"HX-Request": "true"}


def text(answer) -> str:
    return " ".join(answer.content.decode().split())


def at(paper: Document, **query) -> str:
    return reverse("reports:desk", args=[paper.pk], query=query)


def deed(name: str, finding: Finding) -> str:
    return reverse(f"reports:{name}", args=[finding.pk])


def decide(client, name: str, finding: Finding, htmx: bool = False, **said):
    said = {"version": finding.version, **said}
    return client.post(deed(name, finding), said, headers=HTMX if htmx else {})
