"""Gathering what papers claim, and keeping what came of checking it.

Claims of open parts are worked out from what is open alone, so that none of them can tell of what is exempt; those
that rest on anything exempt are worked out beside them, for those who may read it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from django.db import transaction
from django.db.models import Prefetch, Q, QuerySet

from dashboard.claims.checked import Checked
from dashboard.claims.of_amounts import amount_claims
from dashboard.claims.of_dates import date_claims, dates_between_papers
from dashboard.claims.of_figures import official_claims, population_claims
from dashboard.claims.of_ratings import rating_claims
from dashboard.claims.of_sentences import change_claims, superlative_claims
from dashboard.claims.of_votes import vote_claims
from dashboard.claims.paper import Paper
from dashboard.models import Claim
from reports.models import Council, Document, Finding, Passage

OF_A_PAPER: tuple[Callable[[Paper], Iterator[Checked]], ...] = (
    official_claims, population_claims, change_claims, superlative_claims, rating_claims, date_claims,
)  # fmt: skip
BETWEEN_PAPERS: tuple[Callable[[Council, bool], Iterator[Checked]], ...] = (
    vote_claims, amount_claims, dates_between_papers,
)  # fmt: skip
# Two dates are told of one paper, by its sentences, and of several, by their facts.
SORTS_BETWEEN = Q(sort__in=[Claim.Sort.VOTES, Claim.Sort.AMOUNTS]) | Q(sort=Claim.Sort.DATES, findings__isnull=False)


def check_council(council: Council) -> None:
    """Check all that the papers of a council claim: paper by paper, so that nothing waits for all of it."""
    papers = Document.objects.published().filter(council=council).select_related("council")
    for document in papers.iterator(chunk_size=100):
        check_paper(document)
    check_between(council)
    Claim.objects.filter(council=council).exclude(document__in=papers).delete()


@transaction.atomic
def check_paper(document: Document) -> None:
    """Check what one paper claims by itself."""
    claims = Claim.objects.filter(document=document)
    own = claims.exclude(pk__in=claims.filter(SORTS_BETWEEN).values("pk"))
    _keep(of_paper(document), own)


@transaction.atomic
def check_between(council: Council) -> None:
    """Check what the papers of a council claim together: votes, amounts and dates."""
    _keep(between(council), Claim.objects.filter(SORTS_BETWEEN, council=council))


def of_paper(document: Document) -> list[Checked]:
    """What comes of checking what one paper says by itself."""
    ways = (False, True) if _has_closed_parts(document) else (False,)
    papers = {closed: Paper(document, closed) for closed in ways}
    found = ((claims(paper), closed) for closed, paper in papers.items() for claims in OF_A_PAPER)
    return _apart(one for claims, closed in found for one in _only(claims, closed))


def _has_closed_parts(document: Document) -> bool:
    closed = document.passages.filter(part="exempt").exists() or document.findings.filter(exempt=True).exists()
    return document.wholly_exempt or closed


def between(council: Council) -> list[Checked]:
    """What comes of checking a council's papers against each other."""
    return _apart(
        one for closed in (False, True) for claims in BETWEEN_PAPERS for one in _only(claims(council, closed), closed)
    )


def _only(claims: Iterable[Checked], closed: bool) -> Iterator[Checked]:
    """Those that rest on something exempt, or those that do not."""
    return (one for one in claims if one.is_closed == closed)


def _apart(claims: Iterable[Checked]) -> list[Checked]:
    """Each claim once."""
    return list({one.key: one for one in claims}.values())


def _keep(checked: Iterable[Checked], before: QuerySet[Claim]) -> None:
    """Keep these claims in the place of those before: what is the same stays its row, what no longer holds goes."""
    rests_on = (Prefetch("findings", Finding.objects.only("pk")), Prefetch("passages", Passage.objects.only("pk")))
    rows = {claim.key: claim for claim in before.distinct().prefetch_related(*rests_on)}
    for one in checked:
        _store(one, rows.pop(one.key, None))
    Claim.objects.filter(pk__in=[claim.pk for claim in rows.values()]).delete()


def _store(one: Checked, row: Claim | None) -> None:
    row = row or Claim.objects.filter(key=one.key).first() or Claim(key=one.key)
    said = {
        "council": one.document.council, "document": one.document, "sort": one.sort, "verdict": str(one.verdict),
        "said": one.said, "working": list(one.working), "official": one.official,
    }  # fmt: skip
    if row.pk is None or any(getattr(row, name) != value for name, value in said.items()):
        for name, value in said.items():
            setattr(row, name, value)
        row.save()
    for kept, told in ((row.findings, one.findings), (row.passages, one.passages)):
        if {each.pk for each in kept.all()} != {each.pk for each in told}:
            kept.set(told)
