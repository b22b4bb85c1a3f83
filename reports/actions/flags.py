"""What was flagged in a document, and a person's yes to publishing it all the same."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from django.utils import timezone

from reports.models import Deed, Document, Flag, Passage
from reports.reading import reading as found


def keep_flags(document: Document, flags: Iterable[found.Flag], passages: dict[int, Passage]) -> None:
    """Store what the reader flagged; each flag waits for a yes of its own."""
    exempt = _exempt_pages(passages.values())
    Flag.objects.bulk_create(_flag(document, one, passages, exempt) for one in flags)


def close_flags(document: Document) -> None:
    """Let flags be open or exempt as the paragraphs are by which they stand."""
    exempt = _exempt_pages(document.passages.all())
    for flag in document.flags.select_related("passage"):
        closed = _is_closed(flag, exempt)
        if closed != flag.exempt:
            flag.exempt = closed
            flag.save(update_fields=["exempt"])


def say_yes(document: Document, flags: Collection[int], by) -> None:
    """Keep that the person looked at these flags, of those open to them, and said yes; in a transaction."""
    waiting = document.flags.open_to(by).unseen().filter(pk__in=flags)
    # One line of the history is exempt, so that the other can be read by all reviewers.
    for exempt in (False, True):
        seen = list(waiting.filter(exempt=exempt).select_for_update(of=("self",)))
        if seen:
            Flag.objects.filter(pk__in=[flag.pk for flag in seen]).update(seen_by=by, seen_at=timezone.now())
            said = "; ".join(str(flag) for flag in seen)
            Deed.objects.create(document=document, by=by, what=_yes_in_words(len(seen)), why=f"{said}.", exempt=exempt)


def _yes_in_words(number: int) -> str:
    return (
        "Said yes to publishing with what was flagged" if number == 1 else f"Said yes to publishing with {number} flags"
    )


def _flag(document: Document, one: found.Flag, passages: dict[int, Passage], exempt: set[int]) -> Flag:
    passage = None if one.passage is None else passages.get(one.passage)
    page = passage.page if one.page is None and passage else one.page
    flag = Flag(document=document, sort=one.sort, message=one.message, page=page, passage=passage)
    flag.exempt = _is_closed(flag, exempt)
    return flag


def _is_closed(flag: Flag, exempt: set[int]) -> bool:
    """Whether only those cleared may know of it: its paragraph is exempt, or one of its page where it has none."""
    return flag.passage.is_exempt if flag.passage else flag.page in exempt


def _exempt_pages(passages: Iterable[Passage]) -> set[int]:
    """The pages on which an exempt paragraph stands, or goes on."""
    closed = [passage for passage in passages if passage.is_exempt]
    return {page for passage in closed for page in (passage.page, *(int(box[0]) for box in passage.boxes))}
