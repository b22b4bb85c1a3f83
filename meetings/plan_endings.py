"""Which decision ended what was planned, and how that is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from meetings.models import Decision, Outcome, PlannedDecision
from meetings.names import committee_key
from meetings.plan_items import is_one_reference, title_key

# The share of a planned title's words that a decision of that body and day says, when it is taken to be of it.
NEARLY_ALL = 0.8
# What a body resolves that leaves the decision to another.
ADVICE = {Outcome.RECOMMENDED, Outcome.SUPPORTED, Outcome.ENDORSED, Outcome.NOTED, Outcome.REFERRED}


@dataclass(frozen=True)
class Ending:
    """The decisions that ended a planned one, as many as one paper took of it, and how that is known."""

    decisions: tuple[Decision, ...]
    how: str

    @property
    def decision(self) -> Decision:
        return self.decisions[0]

    @property
    def others(self) -> int:
        return len(self.decisions) - 1


def endings(listings: Mapping[UUID, Sequence[PlannedDecision]], user) -> dict[UUID, Ending]:
    """What ended each item, by its key, so far as the user may know of it. Asks once.

    listings: all that papers list of each item, the oldest first.
    """
    if not listings:
        return {}
    taken = list(_may_end([lines[-1] for lines in listings.values()], user))
    found = {key: _ending(lines[0], lines[-1], taken) for key, lines in listings.items()}
    return {key: ending for key, ending in found.items() if ending}


def _may_end(planned: Sequence[PlannedDecision], user):
    references = {wording for line in planned if line.reference for wording in _wordings(line.reference)}
    matters = {line.matter_id for line in planned if line.matter_id}
    days = {line.date for line in planned if line.precision == "day"}
    taken = Decision.objects.visible_to(user).filter(
        status=Decision.Status.TAKEN, council__in={line.council_id for line in planned}
    )
    mentioned = sorted({reference for line in planned for reference in line.references})
    by_reference = Q(reference__in=references) | Q(references__overlap=mentioned)
    known = taken.filter(by_reference | Q(matter__in=matters) | Q(date__in=days))
    # Business that is put off is still to be decided.
    ends = known.of_business().exclude(outcome=Outcome.DEFERRED)
    return ends.with_source().select_related("committee").order_by("date", "finding__document", "finding__ordinal")


def _wordings(reference: str) -> set[str]:
    return {reference, reference.upper(), reference.lower(), "".join(reference.split())}


def _ending(first: PlannedDecision, line: PlannedDecision, taken: Iterable[Decision]) -> Ending | None:
    """By reference, else by the matter that an officer put both into, else by body, day and title."""
    ours = [one for one in taken if one.council_id == line.council_id and not _is_older(one, first)]
    by_reference = [one for one in ours if _has_reference(one, line)]
    by_matter = [one for one in ours if line.matter_id and one.matter_id == line.matter_id and _is_by(one, line)]
    by_title = [one for one in ours if one.date == line.date and _is_by(one, line) and _speaks_of(one, line)]
    for found, how in (
        (by_reference, f"It has the same reference, {line.reference}."),
        (by_matter, "An officer confirmed that both are of one matter, and the same body decided."),
        (by_title, "The same body decided, on the day that it was due, under words like its title."),
    ):
        if found:
            paper = found[0].finding.document_id
            return Ending(tuple(one for one in found if one.finding.document_id == paper), how)
    return None


def _is_older(decision: Decision, first: PlannedDecision) -> bool:
    """Whether it was taken before the first paper that plans it: then it is of other business."""
    listed = first.finding.document.date
    return bool(listed and decision.printed_date) and decision.printed_date < listed[: len(decision.printed_date)]


def _has_reference(decision: Decision, line: PlannedDecision) -> bool:
    """One that another body took only advises, or says what it thinks of it; so does one that only names it."""
    if is_one_reference(decision.reference, line.reference):
        return decision.outcome not in ADVICE or _is_by(decision, line)
    return bool(set(decision.references) & set(line.references)) and _is_by(decision, line)


def _is_by(decision: Decision, line: PlannedDecision) -> bool:
    body = decision.committee.name if decision.committee else ""
    return committee_key(line.decision_maker) in {committee_key(body), committee_key(decision.decision_maker)} - {""}


def _speaks_of(decision: Decision, line: PlannedDecision) -> bool:
    """Whether the decision says nearly all of the title's words."""
    said, words = set(title_key(f"{decision.item} {decision.text}").split()), title_key(line.title).split()
    return bool(words) and sum(word in said for word in words) >= NEARLY_ALL * len(words)
