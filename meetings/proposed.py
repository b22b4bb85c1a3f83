"""What is proposed of matters, as a reviewer looks through it: lines that may belong together, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import F, Q

from meetings.clusters import AT_BEST, Cluster, clusters
from meetings.models import Entry, Link, Matter, Mention
from meetings.subject import WITH
from reports.access import may_read_exempt
from reports.titles import in_title_case

# How many lines of one proposal are looked at together.
LINES_A_CARD = 40


@dataclass
class Line:
    """A line of a proposal, with the reasons for it: (likeness, the other line's title, sentences)."""

    entry: Entry
    reasons: list[tuple[int, str, list[str]]] = field(default_factory=list)
    ticked: bool = True

    @property
    def likeness(self) -> int:
        return max((likeness for likeness, _, _ in self.reasons), default=0)


@dataclass
class Card:
    """Lines that may be one matter: `free` are in none yet, `matters` are those that others of them are in.

    `exempt` says that no line is open, so that the name tells of an exempt part; `has_exempt` that one of them is not.
    """

    key: int
    free: list[Line]
    matters: list[tuple[Matter, list[Line]]]
    title: str
    exempt: bool = False
    wrong: str = ""
    joined: str = ""

    @property
    def has_exempt(self) -> bool:
        return any(line.entry.is_exempt for line in self.free)


def groups(user: Any) -> list[list[int]]:
    """The ids of the proposed links that the person may see, those together which hang together; the surest first.

    Light enough for a count on every page of the desk; `cards` looks closer at a few of them.
    """
    links = Link.objects.visible_to(user).proposed().exclude(_within_one_matter(user))
    pairs = list(links.order_by("-likeness", "pk").values_list("pk", "one", "other", "likeness"))
    heads: dict[Any, Any] = {}
    for _, one, other, _ in pairs:
        heads[_head(heads, other)] = _head(heads, one)
    found: dict[Any, list[int]] = {}
    sure = {_head(heads, one) for _, one, _, likeness in pairs if likeness >= AT_BEST}
    for pk, one, _, _ in pairs:
        if (head := _head(heads, one)) in sure:
            found.setdefault(head, []).append(pk)
    return list(found.values())


def _head(heads: dict[Any, Any], line: Any) -> Any:
    while heads.setdefault(line, line) != line:
        heads[line] = heads[heads[line]]
        line = heads[line]
    return line


def _within_one_matter(user: Any) -> Q:
    """Links whose lines an officer put into one matter already."""
    together = Q(one__matter__isnull=False, one__matter=F("other__matter"))
    return together if may_read_exempt(user) else together & Q(one__matter__exempt=False)


def cards(groups: Iterable[list[int]], user: Any) -> list[Card]:
    """The proposals of these links, with all that a reviewer looks at."""
    wanted = [pk for group in groups for pk in group]
    ends = (f"{end}__{name}" for end in ("one", "other") for name in (*WITH, "finding__passage", "matter"))
    links = Link.objects.visible_to(user).proposed().filter(pk__in=wanted).select_related(*ends)
    return [card(cluster, user) for cluster in clusters(links.order_by("-likeness", "pk"))]


def shown_lines(user: Any) -> Any:
    """Lines that the person may see, with all that a reviewer is shown of one."""
    return Entry.objects.visible_to(user).with_source().select_related("committee", "council", "matter")


def card(cluster: Cluster, user: Any) -> Card:
    reasons = _reasons(cluster.links)
    lines = [Line(entry, reasons.get(entry.pk, [])) for entry in cluster.lines]
    free = [line for line in lines if known_matter(line.entry, user) is None]
    within: dict[Matter, list[Line]] = {}
    for line in lines:
        if matter := known_matter(line.entry, user):
            within.setdefault(matter, []).append(line)
    key = min(link.pk for link in cluster.links)
    return Card(key, free[:LINES_A_CARD], list(within.items()), cluster.title[:300], cluster.exempt)


def _reasons(links: Iterable[Link]) -> dict[Any, list[tuple[int, str, list[str]]]]:
    """Of each line why it is proposed, the surest reasons first. Links come with both lines."""
    found: dict[Any, list[tuple[int, str, list[str]]]] = {}
    for link in sorted(links, key=lambda link: -link.likeness):
        for end, other in ((link.one, link.other), (link.other, link.one)):
            found.setdefault(end.pk, []).append((link.likeness, other.title, sentences(link)))
    return found


def sentences(link: Link | Mention) -> list[str]:
    return [str(sentence) for _, sentence in link.reasons]


def known_matter(entry: Entry, user: Any) -> Matter | None:
    """The matter of a line, where the person may know of it."""
    matter = entry.matter
    return matter if matter and (may_read_exempt(user) or not matter.exempt) else None


def name_for(entry: Entry) -> str:
    """What a matter of one line might be called: what the line stands under, or its own title."""
    return in_title_case((entry.about.splitlines() or [""])[0].strip() or entry.title)[:300]


def joining(matter: Matter, user: Any) -> list[Line]:
    """Lines of no matter that are proposed for one, the surest first."""
    links = Link.objects.visible_to(user).proposed().filter(Q(one__matter=matter) | Q(other__matter=matter))
    with_ends = links.select_related("one", "other").order_by("-likeness", "pk")[: LINES_A_CARD * 10]
    reasons = _reasons(with_ends)
    shown = shown_lines(user).filter(pk__in=reasons)
    free = [Line(entry, reasons[entry.pk]) for entry in shown if known_matter(entry, user) is None]
    return sorted(free, key=lambda line: -line.likeness)[:LINES_A_CARD]


def mentions(matter: Matter, user: Any) -> list[Mention]:
    """Paragraphs that may speak of a matter, the surest first."""
    proposed = Mention.objects.visible_to(user).filter(matter=matter, answer=Mention.Answer.PROPOSED)
    return list(proposed.select_related("passage__document").order_by("-likeness", "pk")[:LINES_A_CARD])
