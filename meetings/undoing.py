"""Undoing what was done with matters: everything is put back as it was, or nothing where something later changed it.

Of a deed that moved lines which the person may not see, those lines stay where they are, but that they go back with
the whole matter where two matters that were merged are parted again.
"""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from meetings.matters import NotDone, give, move, open_links
from meetings.models import Entry, Link, Matter, MatterDeed, Mention
from reports.models import Passage

What = MatterDeed.What
MERGED_SINCE = "The matter was merged into another since. Undo that first."


@transaction.atomic
def undo(*, deed: MatterDeed, by) -> None:
    deed = MatterDeed.objects.select_for_update(of=("self",)).get(pk=deed.pk)
    if deed.undone_at:
        raise NotDone("This was undone already.")
    if deed.what == What.MERGED:
        _part(deed)
    if deed.what == What.RENAMED:
        _rename_back(deed)
    _move_back(deed, by)
    _take_back(deed, Link, open_links(by), by)
    _take_back(deed, Mention, Mention.objects.filter(passage__in=Passage.objects.open_to(by)), by)
    deed.undone_by, deed.undone_at = by, timezone.now()
    deed.save(update_fields=["undone_by", "undone_at"])


def _part(deed: MatterDeed) -> None:
    """The merged matter is one of its own again."""
    back = Matter.objects.filter(pk=deed.before["other"], merged_into=deed.matter_id)
    if not back.update(merged_into=None):
        raise NotDone("These matters were parted already.")


def _rename_back(deed: MatterDeed) -> None:
    [was, now], [was_exempt, now_exempt] = deed.before["title"], deed.before["exempt"]
    named = Matter.objects.filter(pk=deed.matter_id, title=now, exempt=now_exempt)
    if not named.update(title=was, exempt=was_exempt):
        raise NotDone("The matter was given another name since. Undo that first.")


def _move_back(deed: MatterDeed, by) -> None:
    to = {was for _, was, _ in deed.moves if was}
    if Matter.objects.select_for_update().filter(pk__in=to, merged_into__isnull=False).exists():
        raise NotDone(MERGED_SINCE)
    moves = {entry: (was, now) for entry, was, now in deed.moves}
    lines = Entry.objects.filter(pk__in=moves).select_related("matter").select_for_update(of=("self",)).order_by("pk")
    seen = set(Entry.objects.open_to(by).filter(pk__in=moves).values_list("pk", flat=True))
    back: dict[str | None, list[Entry]] = {}
    for line in lines:
        was, now = moves[str(line.pk)]
        unchanged = (line.matter_id and str(line.matter_id)) == now
        if line.pk in seen and not unchanged:
            raise NotDone(f"“{line.title}” was moved since. Undo that first.")
        if unchanged and (line.pk in seen or deed.what == What.MERGED):
            back.setdefault(was, []).append(line)
    for was, these in back.items():
        move(these, Matter.objects.get(pk=was) if was else None)


def _take_back(deed: MatterDeed, model: type[Link] | type[Mention], seen, by) -> None:
    """Give the answers that stood before, those that the person may see."""
    asked = {pk: (was, now) for table, pk, was, now in deed.answers if table == model._meta.model_name}
    found = dict(seen.filter(pk__in=asked).values_list("pk", "answer"))
    if any(answer != asked[pk][1] for pk, answer in found.items()):
        raise NotDone("Somebody answered otherwise about these lines since. Undo that first.")
    for was in {asked[pk][0] for pk in found}:
        give(model.objects.filter(pk__in=[pk for pk in found if asked[pk][0] == was]), was, by)
