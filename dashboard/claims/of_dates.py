"""Two dates for one event: an inspection, a judgement, a decision, or a day that was another weekday.

With care against false alarms: what may well be two events is not told as one with two dates.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from dashboard.claims.checked import DEFINITION, DIFFERS, UNKNOWN, Checked, shown
from dashboard.claims.events import (
    PUBLISHING,
    Named,
    days_apart,
    inspections_in,
    same_month_of_another_year,
    wrong_weekdays,
)
from dashboard.claims.paper import Paper, shortened
from dashboard.models import Claim
from meetings.models import Decision, Entry, Judgement
from reports.models import Council, Passage
from reports.reading.dates import in_words

WORD = re.compile(r"[a-z]{3,}")
# So large a part of the words of two decisions must be the same for them to be one.
SAME = 0.8
FEWEST = 6


def date_claims(paper: Paper) -> Iterator[Checked]:
    """What one paper says itself: a date with another weekday than it had, and two years for one inspection."""
    yield from _weekdays(paper)
    yield from _inspections(paper)


def _weekdays(paper: Paper) -> Iterator[Checked]:
    for passage in paper.passages:
        for printed, day, weekday in wrong_weekdays(passage.text):
            working = [f"The paper prints {printed}.", f"{in_words(day.isoformat())} was a {weekday}."]
            yield Checked(
                paper.document, Claim.Sort.DATES, f"weekday {passage.pk} {day}", DIFFERS, shortened(printed), working,
                (), [passage],
            )  # fmt: skip


def _inspections(paper: Paper) -> Iterator[Checked]:
    """Inspections by one body that are alike but for the year; in one paragraph they are taken for one."""
    named: dict[tuple[str, str], dict[str, list[tuple[Passage, Named]]]] = defaultdict(lambda: defaultdict(list))
    for passage in paper.passages:
        for one in inspections_in(passage.text):
            named[one.body.casefold(), one.iso[4:]][one.iso].append((passage, one))
    for (body, _), by_date in named.items():
        for first, later in combinations(sorted(by_date), 2):
            if same_month_of_another_year(first, later):
                yield _two_years(paper, body, first, later, [*by_date[first], *by_date[later]])


def _two_years(paper: Paper, body: str, first: str, later: str, named: Sequence[tuple[Passage, Named]]) -> Checked:
    passages = list(dict.fromkeys(passage for passage, _ in named))
    together = len(passages) < len(named) and _share_a_paragraph(named)
    why = (
        "They stand in one paragraph, without a word that there were two inspections."
        if together
        else "They stand apart, or with what each found: there may have been two inspections."
    )
    dates = f"{in_words(first)} and {in_words(later)}"
    working = [
        *(f"Printed is “{one.words}”." for _, one in named),
        f"The dates are alike but for the year: {dates}.",
        why,
    ]
    said = f"Inspection, {body.upper() if len(body) < 6 else body.title()}: {dates}"
    return Checked(
        paper.document, Claim.Sort.DATES, f"inspection {body} {first} {later}", DIFFERS if together else UNKNOWN,
        said, list(dict.fromkeys(working)), (), passages,
    )  # fmt: skip


def _share_a_paragraph(named: Iterable[tuple[Passage, Named]]) -> bool:
    """Whether one paragraph has both dates, and does not tell of two inspections with what each found."""
    dates: dict[Passage, set[str]] = defaultdict(set)
    for passage, one in named:
        if not one.has_findings:
            dates[passage].add(one.iso)
    return any(len(found) > 1 for found in dates.values())


def dates_between_papers(council: Council, closed: bool) -> Iterator[Checked]:
    """Judgements and decisions that the register has twice, with different dates."""
    rows = {"council": council, "date__isnull": False, **shown(closed)}
    judgements = Judgement.objects.filter(**rows).select_related("finding__document")
    by_subject: dict[tuple[str, ...], list[Judgement]] = defaultdict(list)
    for one in judgements:
        by_subject[_key(one.inspectorate), _key(one.subject), _key(one.grade)].append(one)
    for group in by_subject.values():
        yield from _of_one(group, _judged)
    decisions = Decision.objects.filter(**rows, status="taken", precision="day").exclude(reference="")
    by_reference: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions.select_related("finding__document"):
        by_reference[_key(decision.reference)].append(decision)
    for decided in by_reference.values():
        yield from _of_one(decided, _decided)


def _key(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))


def _of_one(group: Sequence[Entry], judge) -> Iterator[Checked]:
    """The pairs of a group that are printed with two dates."""
    ordered = sorted(
        group, key=lambda one: (one.finding.document.date, str(one.finding.document_id), one.finding.ordinal)
    )
    for first, later in combinations(ordered, 2):
        came_to = judge(first, later)
        if came_to:
            verdict, name, why = came_to
            dates = [in_words(_iso(one)) for one in (first, later)]
            working = [
                f"{one.finding.document}: {printed}." for one, printed in zip((first, later), dates, strict=True)
            ]
            of = " ".join(sorted(str(one.finding_id) for one in (first, later)))
            yield Checked(
                later.finding.document, Claim.Sort.DATES, of, verdict, shortened(f"{name}: {dates[0]} and {dates[1]}"),
                [*working, why], [later.finding, first.finding],
            )  # fmt: skip


def _order(entry: Entry) -> tuple:
    return entry.finding.document.date, str(entry.finding.document_id), entry.finding.ordinal


def _iso(entry: Entry) -> str:
    """The entry's date as exact as it is printed."""
    day = entry.date.isoformat() if entry.date else ""
    return {"day": day, "month": day[:7], "year": day[:4]}.get(entry.precision, day)


def _judged(first: Judgement, later: Judgement) -> tuple[str, str, str] | None:
    one, other = _iso(first), _iso(later)
    apart = days_apart(one, other)
    if not apart or min(len(one), len(other)) < 7:
        return None
    name = f"{first.inspectorate} {first.subject}: {first.grade}".strip()
    if same_month_of_another_year(one, other):
        verdict = DIFFERS if first.finding.document_id == later.finding.document_id else UNKNOWN
        return verdict, name, "The dates are alike but for the year; the body, the subject and the grade are the same."
    if apart <= PUBLISHING:
        return DEFINITION, name, "An inspection, its letter and its report have dates some weeks apart."
    return None


def _decided(first: Decision, later: Decision) -> tuple[str, str, str] | None:
    if first.date == later.date or first.outcome != later.outcome or first.committee_id != later.committee_id:
        return None
    words, others = set(WORD.findall(first.text.lower())), set(WORD.findall(later.text.lower()))
    if min(len(words), len(others)) < FEWEST or len(words & others) < SAME * max(len(words), len(others)):
        return None
    name = f"Decision {first.reference}"
    return DIFFERS, name, "The reference, the outcome and the words of the decision are the same; the days are not."
