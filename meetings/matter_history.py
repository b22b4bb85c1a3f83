"""What was done with matters, in words for a reviewer, without a word of what they may not see."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q

from meetings.models import Entry, Link, Matter, MatterDeed, Mention
from reports.access import may_read_exempt

What = MatterDeed.What
HOW_FAR_BACK = 30


@dataclass(frozen=True)
class Shown:
    """A deed as the reviewer may know of it: the titles of its lines, and how many answers to proposals it gave."""

    deed: MatterDeed
    matter: Matter | None
    other: Matter | None
    lines: list[str] = field(default_factory=list)
    links: int = 0
    mentions: int = 0

    @property
    def sentence(self) -> str:
        return SENTENCES[MatterDeed.What(self.deed.what)](self)


def of(matter: Matter, user: Any) -> list[Shown]:
    """The history of a matter, the latest first."""
    return shown(MatterDeed.objects.filter(Q(matter=matter) | Q(before__other=str(matter.pk))), user)


def latest(user: Any) -> list[Shown]:
    """The last deeds that are not undone, whatever matter they are of."""
    return shown(MatterDeed.objects.filter(undone_at=None), user)[:10]


def find(pk: int, user: Any) -> MatterDeed | None:
    """A deed that the reviewer may know of."""
    found = shown(MatterDeed.objects.filter(pk=pk), user)
    return found[0].deed if found else None


def shown(deeds: Any, user: Any) -> list[Shown]:
    if not may_read_exempt(user):
        deeds = deeds.filter(Q(matter=None) | Q(matter__exempt=False))
    found = list(deeds.select_related("matter", "by", "undone_by")[:HOW_FAR_BACK])
    lines = _open(Entry.objects.open_to(user), (line for deed in found for line in _line_ids(deed)), "title")
    links = _open(Link.objects.open_to(user), _asked(found, "link"), "pk")
    mentions = _open(Mention.objects.filter(passage__in=_open_passages(user)), _asked(found, "mention"), "pk")
    named = Matter.objects.named_for(user).filter(pk__in=[deed.before["other"] for deed in found if _other(deed)])
    others = {str(matter.pk): matter for matter in named}
    told = (
        Shown(
            deed, deed.matter, others.get(_other(deed)), [lines[pk] for pk in _line_ids(deed) if pk in lines],
            _count(deed, "link", links), _count(deed, "mention", mentions),
        )
        for deed in found
    )  # fmt: skip
    return [one for one in told if _may_be_told(one, user)]


def _open_passages(user: Any) -> Any:
    return Mention._meta.get_field("passage").related_model.objects.open_to(user).values("pk")


def _open(rows: Any, keys: Iterable[Any], name: str) -> dict[str, Any]:
    wanted = set(keys)
    return {str(pk): said for pk, said in rows.filter(pk__in=wanted).values_list("pk", name)} if wanted else {}


def _line_ids(deed: MatterDeed) -> list[str]:
    """The lines that were moved, or the one that was not to be a matter."""
    return [move[0] for move in deed.moves] + ([deed.before["alone"]] if "alone" in deed.before else [])


def _asked(deeds: Collection[MatterDeed], table: str) -> Iterable[int]:
    return (answer[1] for deed in deeds for answer in deed.answers if answer[0] == table)


def _count(deed: MatterDeed, table: str, seen: dict[str, Any]) -> int:
    return sum(answer[0] == table and str(answer[1]) in seen for answer in deed.answers)


def _other(deed: MatterDeed) -> str:
    return deed.before.get("other", "")


def _may_be_told(one: Shown, user: Any) -> bool:
    """Whether any of it is of what the person may see: a line, an answer, a name."""
    if may_read_exempt(user):
        return True
    if one.deed.what == What.RENAMED:
        return not any(one.deed.before["exempt"])
    return bool(one.lines or one.links or one.mentions)


def _lines(count: int) -> str:
    return "1 line" if count == 1 else f"{count} lines"


def _named(one: Shown) -> str:
    return f"“{one.lines[0]}”" if len(one.lines) == 1 else _lines(len(one.lines))


def _confirmed(one: Shown) -> str:
    if one.mentions:
        return "A mention was confirmed"
    if one.deed.before.get("made"):
        return f"The matter was made of {_lines(len(one.lines))}"
    return f"{_named(one)} joined the matter"


def _refused(one: Shown) -> str:
    if one.mentions:
        return "A mention was refused"
    if "alone" in one.deed.before:
        return f"{_named(one)} is not to be a matter of its own"
    return f"{'1 proposed link was' if one.links == 1 else f'{one.links} proposed links were'} refused"


def _merged(one: Shown) -> str:
    return f"“{one.other}” was merged into it, with {_lines(len(one.lines))}" if one.other else _added(one)


def _split(one: Shown) -> str:
    return f"{_named(one)} became the matter “{one.other}”" if one.other else _removed(one)


def _added(one: Shown) -> str:
    return f"{_named(one)} {'was' if len(one.lines) == 1 else 'were'} added by hand"


def _removed(one: Shown) -> str:
    return f"{_named(one)} {'was' if len(one.lines) == 1 else 'were'} taken out"


def _renamed(one: Shown) -> str:
    was, now = one.deed.before["title"]
    return f"“{was}” was renamed “{now}”" if was != now else "Who may read its name was changed"


SENTENCES = {
    What.CONFIRMED: _confirmed, What.REFUSED: _refused, What.ADDED: _added, What.REMOVED: _removed,
    What.MERGED: _merged, What.SPLIT: _split, What.RENAMED: _renamed,
}  # fmt: skip
