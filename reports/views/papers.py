"""A pack's papers as the desk shows them: each with what was read in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reports.models import Document, Enclosure
from reports.views.findings import Group


@dataclass
class Paper:
    """An enclosure with its findings. `is_known`: the user may know its title."""

    enclosure: Enclosure
    is_known: bool
    groups: list[Group]

    @property
    def total(self) -> int:
        return sum(group.total for group in self.groups)


def papers_of(document: Document, groups: Sequence[Group], user) -> list[Paper]:
    """The papers of a pack that the user may know of, or may read something of; none where it is one paper."""
    if not document.papers:
        return []
    known = set(document.enclosures.open_to(user).values_list("pk", flat=True))
    papers = [Paper(one, one.pk in known, [group for group in groups if group.paper == one]) for one in document.papers]
    return [paper for paper in papers if paper.is_known or paper.groups]
