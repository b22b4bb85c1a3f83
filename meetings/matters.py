"""What people do with matters, each deed one transaction that can be undone (`meetings.undoing`).

A deed touches only what its doer may see. Lines that the doer may not see stay in the matter that they are in, and go
with it where the whole matter goes; nothing tells that there are any.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.utils import timezone

from meetings.models import Entry, Link, Matter, MatterDeed, Mention
from meetings.tasks import enqueue_mentions
from reports.access import may_read_exempt

Answer = Link.Answer
What = MatterDeed.What


class NotDone(Exception):
    """What was asked for cannot be done, or not any more; str() says why in a sentence for the person who asked."""


@transaction.atomic
def make(*, title: str, entries: Collection[Entry], by, unticked: Collection[Entry] = (), open_name=False) -> Matter:
    """A new matter of these lines. Links among them are confirmed, those to the unticked ones refused.

    Where one of them is exempt the matter's name is for cleared people only, but for `open_name`: somebody who is
    cleared says that everybody may read it.
    """
    title, lines = _titled(title), _free(_locked(entries, by), by)
    if len({line.council_id for line in lines}) > 1:
        raise NotDone("A matter is of one council; these lines are of several.")
    opened = open_name and may_read_exempt(by)
    exempt = any(line.is_exempt for line in lines) and not opened
    matter = Matter.objects.create(council=lines[0].council, title=title, exempt=exempt, made_by=by)
    answers = _answers(by, lines, unticked)
    before = {"made": True, "open_name": opened}
    _note(matter, What.CONFIRMED, by, moves=move(lines, matter), answers=answers, before=before)
    return matter


@transaction.atomic
def join(*, matter: Matter, entries: Collection[Entry], by, unticked: Collection[Entry] = ()) -> Matter:
    """Lines join a matter. Links between them and its own are confirmed, those to the unticked ones refused."""
    matter, lines = _matter(matter), _joining(matter, entries, by)
    kept = _lines(matter, by)
    answers = _answers(by, [*lines, *kept], unticked)
    _note(matter, What.CONFIRMED, by, moves=move(lines, matter), answers=answers)
    return matter


@transaction.atomic
def add(*, matter: Matter, entry: Entry, by) -> Matter:
    """A line joins a matter by hand, whatever was proposed or refused of it before."""
    matter = _matter(matter)
    [line] = _joining(matter, [entry], by)
    links = open_links(by).between([line], _lines(matter, by))
    _note(matter, What.ADDED, by, answers=give(links, Answer.CONFIRMED, by), moves=move([line], matter))
    return matter


def _joining(matter: Matter, entries: Collection[Entry], by) -> list[Entry]:
    lines = _free([line for line in _locked(entries, by) if line.matter_id != matter.pk], by)
    if any(line.council_id != matter.council_id for line in lines):
        raise NotDone("A matter is of one council; this line is of another.")
    return lines


@transaction.atomic
def refuse(*, entries: Collection[Entry], by, matter: Matter | None = None) -> None:
    """These lines do not belong together, nor to the matter; the links between them are not proposed again."""
    lines = _locked(entries, by)
    links = open_links(by).among(lines) if matter is None else open_links(by).between(lines, _lines(matter, by))
    answers = give(links.filter(answer=Answer.PROPOSED), Answer.REFUSED, by)
    alone = str(lines[0].pk) if len(lines) == 1 and matter is None else ""
    if not answers and not alone:
        raise NotDone("Nothing is proposed of these lines any more: somebody answered in the meantime.")
    # A line that was to be a matter of its own has no links to refuse.
    _note(matter, What.REFUSED, by, answers=answers, before={} if answers else {"alone": alone})


@transaction.atomic
def remove(*, matter: Matter, entries: Collection[Entry], by) -> None:
    """Lines are taken out of a matter, and are not proposed for it again."""
    matter, lines = _matter(matter), _locked(entries, by)
    _still_in(matter, lines)
    rest = [line for line in _lines(matter, by) if line not in lines]
    answers = give(open_links(by).between(lines, rest), Answer.REFUSED, by)
    _note(matter, What.REMOVED, by, moves=move(lines, None), answers=answers)


@transaction.atomic
def split(*, matter: Matter, entries: Collection[Entry], title: str, by, open_name: bool = False) -> Matter:
    """Some lines of a matter become another. Neither's are proposed for the other again."""
    title, matter, lines = _titled(title), _matter(matter), _locked(entries, by)
    _still_in(matter, lines)
    rest = [line for line in _lines(matter, by) if line not in lines]
    if not rest:
        raise NotDone("Leave at least one line in the matter. To give all of it another name, rename it.")
    exempt = matter.exempt or any(line.is_exempt for line in lines)
    exempt = exempt and not (open_name and may_read_exempt(by))
    other = Matter.objects.create(council=matter.council, title=title, exempt=exempt, made_by=by)
    answers = give(open_links(by).between(lines, rest), Answer.REFUSED, by)
    _note(matter, What.SPLIT, by, moves=move(lines, other), answers=answers, before={"other": str(other.pk)})
    return other


@transaction.atomic
def merge(*, one: Matter, into: Matter, by) -> Matter:
    """All lines of one matter go to another, those too that the person may not see; its address leads there."""
    if one.pk == into.pk:
        raise NotDone("A matter cannot be merged into itself.")
    found = {matter.pk: matter for matter in _matters(one, into)}
    one, into = found[one.pk], found[into.pk]
    if one.council_id != into.council_id:
        raise NotDone("A matter is of one council; these are of two.")
    links = open_links(by).between(_lines(one, by), _lines(into, by)).filter(answer=Answer.PROPOSED)
    answers = give(links, Answer.CONFIRMED, by)
    moves = move(list(Entry.objects.filter(matter=one).select_for_update(of=("self",)).order_by("pk")), into)
    Matter.objects.filter(pk=one.pk).update(merged_into=into)
    _note(into, What.MERGED, by, moves=moves, answers=answers, before={"other": str(one.pk)})
    return into


@transaction.atomic
def rename(*, matter: Matter, title: str, by, exempt: bool | None = None) -> Matter:
    """Give a matter another name. Only somebody cleared says whether everybody may read it (`exempt`)."""
    title, matter = _titled(title), _matter(matter)
    closed = matter.exempt if exempt is None or not may_read_exempt(by) else exempt
    if (title, closed) == (matter.title, matter.exempt):
        return matter
    before = {"title": [matter.title, title], "exempt": [matter.exempt, closed]}
    matter.title, matter.exempt = title, closed
    matter.save(update_fields=["title", "exempt"])
    _note(matter, What.RENAMED, by, before=before)
    return matter


@transaction.atomic
def answer_mention(*, mention: Mention, yes: bool, by) -> None:
    """Say whether a paragraph speaks of its matter."""
    answer = Answer.CONFIRMED if yes else Answer.REFUSED
    answers = give(Mention.objects.filter(pk=mention.pk, answer=Answer.PROPOSED), answer, by)
    if not answers:
        raise NotDone("Somebody answered this in the meantime.")
    _note(mention.matter, What.CONFIRMED if yes else What.REFUSED, by, answers=answers)


def open_links(by):
    """The links of which the person may see both lines."""
    return Link.objects.open_to(by)


def move(lines: Collection[Entry], matter: Matter | None) -> list[list[str | None]]:
    """Put lines into a matter, or into none; what was moved, as a deed keeps it."""
    Entry.objects.filter(pk__in=[line.pk for line in lines]).update(matter=matter)
    after = str(matter.pk) if matter else None
    return [[str(line.pk), str(line.matter_id) if line.matter_id else None, after] for line in lines]


def give(asked, answer: str, by) -> list[list[Any]]:
    """Give an answer to links, or to mentions, that have another; what changed, as a deed keeps it."""
    before = list(
        asked.exclude(answer=answer).select_for_update(of=("self",)).order_by("pk").values_list("pk", "answer")
    )
    said = {"answer": answer, "answered_by": by, "answered_at": timezone.now()}
    if answer == Answer.PROPOSED:
        said |= {"answered_by": None, "answered_at": None}
    asked.model.objects.filter(pk__in=[pk for pk, _ in before]).update(**said)
    return [[asked.model._meta.model_name, pk, was, answer] for pk, was in before]


def _answers(by, ticked: Collection[Entry], unticked: Collection[Entry]) -> list[list[Any]]:
    links = open_links(by)
    yes = give(links.among(ticked).filter(answer=Answer.PROPOSED), Answer.CONFIRMED, by)
    return yes + give(links.between(ticked, unticked).filter(answer=Answer.PROPOSED), Answer.REFUSED, by)


def _note(matter: Matter | None, what: str, by, **more: Any) -> None:
    MatterDeed.objects.create(matter=matter, what=what, by=by, **more)
    if matter and more.get("moves"):
        enqueue_mentions(matter)


def _titled(title: str) -> str:
    if not (title := " ".join(title.split())):
        raise NotDone("Give the matter a name.")
    return title[:300]


def _matter(matter: Matter) -> Matter:
    [found] = _matters(matter)
    return found


def _matters(*matters: Matter) -> list[Matter]:
    """Matters as they now are, locked in an order that is always the same."""
    found = list(Matter.objects.filter(pk__in=[one.pk for one in matters]).select_for_update().order_by("pk"))
    if any(one.merged_into_id for one in found):
        raise NotDone("This matter was merged into another in the meantime.")
    return found


def _locked(entries: Collection[Entry], by) -> list[Entry]:
    """The lines as they now are, locked; nothing that the person may not see."""
    if not entries:
        raise NotDone("Tick at least one line.")
    wanted = {entry.pk for entry in entries}
    shown = Entry.objects.visible_to(by).with_source().select_related("council", "matter").filter(pk__in=wanted)
    found = list(shown.select_for_update(of=("self",)).order_by("pk"))
    if len(found) < len(wanted):
        raise NotDone("One of these lines is not in the register any more.")
    return found


def _lines(matter: Matter, by) -> list[Entry]:
    """The lines of a matter that the person may see."""
    return list(Entry.objects.visible_to(by).filter(matter=matter))


def _free(lines: list[Entry], by) -> list[Entry]:
    """The lines, none of which may be in a matter that the person knows of."""
    for line in lines:
        if line.matter and (may_read_exempt(by) or not line.matter.exempt):
            raise NotDone(f"“{line.title}” is already in the matter “{line.matter}”. Take it out there first.")
    if not lines:
        raise NotDone("These lines are in the matter already.")
    return lines


def _still_in(matter: Matter, lines: list[Entry]) -> None:
    if any(line.matter_id != matter.pk for line in lines):
        raise NotDone("Some of these lines are not in the matter any more: somebody moved them in the meantime.")
