"""One reference with two amounts: the savings and pressures of a council's papers beside each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, product

from dashboard.claims.amounts import Line, Statement, references_in, together
from dashboard.claims.checked import DEFINITION, DIFFERS, Checked
from dashboard.claims.checked import shown as confirmed
from dashboard.claims.paper import shortened
from dashboard.claims.rounding import printed
from dashboard.figures import formatted
from dashboard.models import Claim
from meetings.models import Saving
from reports.models import Council
from reports.reading.dates import span

# A reference that stands in as many places is a heading, and not one line of a budget.
MOST = 8


def amount_claims(council: Council, closed: bool) -> Iterator[Checked]:
    """Each reference that papers print in two places for one year; where all agree, one claim says so."""
    rows = Saving.objects.filter(council=council, amount__isnull=False, **confirmed(closed)).exclude(reference="")
    rows = rows.select_related("finding__document", "finding__passage").order_by(
        "finding__document", "finding__ordinal"
    )
    places: dict[tuple, list[Saving]] = defaultdict(list)
    for row in rows:
        places[row.finding.document_id, row.finding.passage_id, row.reference, row.financial_year].append(row)
    by_reference: dict[str, list[list[Saving]]] = defaultdict(list)
    for group in places.values():
        for reference in references_in(group[0].reference):
            by_reference[reference].append(group)
    for reference, groups in by_reference.items():
        if 1 < len(groups) <= MOST:
            yield from _pairs(reference, groups)


def _pairs(reference: str, groups: Sequence[list[Saving]]) -> Iterator[Checked]:
    for one, other in combinations(groups, 2):
        came_to = together(_statement(one), _statement(other))
        if came_to:
            first, later = sorted((one, other), key=lambda group: _order(group[0]))
            yield _checked(reference, first, later, *came_to)


def _order(row: Saving) -> tuple:
    return row.finding.document.date, row.finding.document.uploaded_at, row.finding.ordinal


def _statement(group: Sequence[Saving]) -> Statement:
    first = group[0]
    lines = tuple(
        Line(row.amount, printed(row.amount, _words(row)), row.description) for row in group if row.amount is not None
    )
    paper = first.finding.document
    day = span(paper.date)[1] if paper.date else None
    in_table = bool(first.finding.passage.cells)
    return Statement(
        tuple(references_in(first.reference)), lines, first.financial_year, str(paper.pk), day, in_table
    )  # fmt: skip


def _words(row: Saving) -> str:
    return row.finding.quote or row.finding.passage.text


def _checked(reference: str, first: list[Saving], later: list[Saving], verdict: str, why: str) -> Checked:
    working = [_told(group) for group in (first, later)]
    shown: tuple[Sequence[Saving], ...] = (first, later)
    if verdict in (DIFFERS, DEFINITION):
        shown = tuple([row] for row in _nearest(first, later))
        gap = abs(_size(shown[0][0]) - _size(shown[1][0]))
        working.append(f"The nearest amounts are {formatted(gap, 'gbp')} apart.")
    findings = [row.finding for row in (*later, *first)]
    year = first[0].financial_year or later[0].financial_year
    amounts = [" and ".join(row.pounds for row in group) for group in shown]
    said = f"{reference}{f' ({year})' if year else ''}: {amounts[0]}; {amounts[1]}"
    return Checked(
        later[0].finding.document, Claim.Sort.AMOUNTS,
        f"{reference} {' '.join(sorted(str(finding.pk) for finding in findings))}", verdict, shortened(said),
        [*working, why], findings,
    )  # fmt: skip


def _nearest(first: Sequence[Saving], later: Sequence[Saving]) -> tuple[Saving, Saving]:
    return min(product(first, later), key=lambda pair: abs(_size(pair[0]) - _size(pair[1])))


def _size(row: Saving) -> Decimal:
    return abs(row.amount or Decimal(0))


def _told(group: list[Saving]) -> str:
    """What one place prints, in a sentence."""
    first = group[0]
    lines = "; ".join(f"{row.pounds} ({row.description})" if row.description else row.pounds for row in group)
    year = f" for {first.financial_year}" if first.financial_year else " without a year"
    return f"“{first.reference}”{year}: {lines.rstrip('.')}."
