"""Names of matters that tell of a line which turned out to be exempt: they are for cleared people from then on."""

from __future__ import annotations

from meetings.models import Entry, Matter, MatterDeed
from reports.models import Document


def close_names(document: Document) -> None:
    """Close the names that stand in exempt lines of a paper and in no open line of their matter.

    Where somebody cleared said that everybody may read a name, it stays open.
    """
    closed = Entry.objects.filter(finding__document=document, matter__exempt=False).select_related("finding__document")
    matters = {line.matter_id for line in closed if line.is_exempt}
    for matter in Matter.objects.filter(pk__in=matters).select_for_update():
        if _tells_of_exempt_lines(matter) and not _was_opened(matter):
            matter.exempt = True
            matter.save(update_fields=["exempt"])


def _tells_of_exempt_lines(matter: Matter) -> bool:
    name = matter.title.casefold()
    lines = matter.entries.select_related("finding__document")
    saying = [line for line in lines if name in f"{line.title}\n{line.about}".casefold()]
    has_open = any(not line.is_exempt for line in lines)
    return not has_open or (bool(saying) and all(line.is_exempt for line in saying))


def _was_opened(matter: Matter) -> bool:
    deeds = MatterDeed.objects.filter(matter=matter, undone_at=None)
    return deeds.filter(before__open_name=True).exists() or deeds.filter(before__exempt=[True, False]).exists()
