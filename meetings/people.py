"""Names that may be one person's: offered once, joined by a yes, parted again by undo. Nothing is joined unasked."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from meetings.models import PersonName, SamePerson
from meetings.names import may_be_one

Answer = SamePerson.Answer


def offer(name: PersonName) -> None:
    """Ask whether a new name is that of somebody whom the same council's papers print otherwise."""
    surname = name.key.rpartition(" ")[2]
    others = PersonName.objects.filter(council=name.council_id, key__endswith=f" {surname}").exclude(pk=name.pk)
    for other in others.order_by("pk"):
        if may_be_one(name.name, other.name):
            SamePerson.objects.get_or_create(one=other, other=name)


@transaction.atomic
def answer(*, offer: SamePerson, yes: bool, by) -> None:
    """Say that two names are one person's, or two people's."""
    _say(offer, Answer.YES if yes else Answer.NO, by)


@transaction.atomic
def undo(*, offer: SamePerson, by) -> None:
    """Take an answer back: the names that only it joined are two people's again."""
    _say(offer, Answer.OFFERED, None)


def _say(offer: SamePerson, answer: str, by) -> None:
    offer.answer, offer.answered_by = answer, by
    offer.answered_at = timezone.now() if by else None
    offer.save(update_fields=["answer", "answered_by", "answered_at"])
    for name in (offer.one, offer.other):
        _settle(name)


def _settle(name: PersonName) -> None:
    """Give all names that a yes joins to this one the person of the name that was known first."""
    joined = _joined(name)
    first = PersonName.objects.filter(pk__in=joined).order_by("pk").first()
    PersonName.objects.filter(pk__in=joined).update(person=first.own_id)


def _joined(name: PersonName) -> set[int]:
    joined, found = set(), {name.pk}
    while found:
        joined |= found
        pairs = SamePerson.objects.filter(Q(one__in=found) | Q(other__in=found), answer=Answer.YES)
        found = {pk for pair in pairs.values_list("one", "other") for pk in pair} - joined
    return joined
