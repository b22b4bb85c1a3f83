"""Inspections as papers tell of them: judgements that belong to one inspection put together, whichever papers tell.

Two papers tell of one inspection where the same inspectorate judged the same service at the same time: on one printed
date, or on dates a report's time apart (the inspectors' visit, and the day of their report) with a grade that both
give and none in which they differ. Each judgement keeps its own source.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.urls import reverse

from dashboard.strands import Framework, framework_of, is_a_strand, is_overall
from meetings.models import Judgement
from meetings.names import committee_key as plain
from reports.models import Council, Document
from reports.reading.dates import in_words, span

# From the last day of a visit to the day of its report.
REPORT_TAKES = timedelta(days=110)
REPORT_KIND = "inspection_report"


@dataclass(frozen=True)
class Grade:
    """What was judged of one strand: the grades that papers give, of which there should be one, with their lines."""

    key: str
    name: str
    lines: tuple[Judgement, ...]

    @property
    def grades(self) -> list[str]:
        """Each grade once, in the words of the first paper that gives it."""
        return list({plain(line.grade): line.grade for line in reversed(self.lines)}.values())[::-1]

    @property
    def words(self) -> str:
        return " or ".join(self.grades)

    @property
    def differ(self) -> bool:
        return len(self.grades) > 1


@dataclass(eq=False)
class Inspection:
    """One inspection of one service. `setting` is the home's or school's name, empty for the council's services."""

    council: Council
    inspectorate: str
    setting: str
    lines: list[Judgement] = field(default_factory=list)

    @property
    def pk(self) -> Any:
        """The line by which the inspection is named in addresses; each of its lines leads to it."""
        return self.lines[0].pk

    def get_absolute_url(self) -> str:
        return reverse("dashboard:inspection", args=[self.pk])

    def __str__(self) -> str:
        who = self.inspectorate or "Inspection by an inspectorate not stated"
        what = f"{who} inspection" if self.inspectorate else who
        return f"{what}: {self.setting}" if self.setting else what

    @cached_property
    def printed_dates(self) -> list[str]:
        """The dates that papers print for it, the earliest first; one within another is left out (2015, 2015-11)."""
        dates = {line.printed_date for line in self.lines if line.printed_date}
        exact = [one for one in dates if not any(other != one and other.startswith(one) for other in dates)]
        return sorted(exact, key=lambda printed: span(printed)[0])

    @property
    def date(self) -> date | None:
        return span(self.printed_dates[0])[0] if self.printed_dates else None

    @property
    def when(self) -> str:
        """The dates in words: 8 October 2015 and 27 November 2015."""
        return " and ".join(map(in_words, self.printed_dates)) or "date not stated"

    @cached_property
    def framework(self) -> Framework | None:
        return framework_of([line.subject for line in self.lines], self.date)

    @cached_property
    def grades(self) -> list[Grade]:
        """By strand, the overall one first, then as the framework has them, then as printed."""
        found: dict[str, list[Judgement]] = {}
        for line in self.lines:
            found.setdefault(self._name(line), []).append(line)
        order = [strand.name for strand in self.framework.strands] if self.framework else []
        names = sorted(
            found, key=lambda name: (not is_overall(name), order.index(name) if name in order else len(order))
        )
        return [Grade(plain(name), name, tuple(found[name])) for name in names]

    def _name(self, line: Judgement) -> str:
        """What the framework calls a strand; where it knows none so called, what the paper does."""
        strand = self.framework.strand(line.subject) if self.framework else None
        if strand:
            return strand.name
        alike = (other.subject for other in self.lines if plain(other.subject) == plain(line.subject))
        return next(alike)

    def grade(self, key: str) -> Grade | None:
        return next((grade for grade in self.grades if grade.key == key), None)

    @property
    def overall(self) -> Grade | None:
        return next((grade for grade in self.grades if is_overall(grade.name)), None)

    @cached_property
    def papers(self) -> list[Document]:
        """The papers that tell of it, each once."""
        return list({line.finding.document_id: line.finding.document for line in self.lines}.values())

    @property
    def sentence(self) -> str:
        """What it judged, in a few words: Overall effectiveness: Good, and 5 more judgements."""
        first = self.overall or self.grades[0]
        more = len(self.grades) - 1
        said = f"{first.name}: {first.words}"
        return f"{said}, and {more} more judgement{'' if more == 1 else 's'}" if more else said


def inspections_of(council: Council, user: Any) -> list[Inspection]:
    """Every inspection that the papers which the user may read tell of; the latest first, undated ones last."""
    lines = Judgement.objects.visible_to(user).filter(council=council).with_source().select_related("council")
    return together(lines.order_by("finding__document__date", "finding__document", "finding__ordinal"))


def together(lines: Iterable[Judgement]) -> list[Inspection]:
    """Judgements of one council put together to inspections; the latest first."""
    parts = sorted(_parts(lines), key=lambda one: (one.inspectorate.casefold(), one.date or date.max))
    found: list[Inspection] = []
    for part in parts:
        same = next((one for one in _near(found, part) if _is_one(one, part)), None)
        if same is None:
            found.append(part)
        else:
            _join(same, part)
    return sorted(found, key=lambda one: (one.date is None, -(one.date or date.min).toordinal(), str(one)))


def _parts(lines: Iterable[Judgement]) -> list[Inspection]:
    """What each paper tells of each inspection."""
    told: dict[tuple, list[Judgement]] = {}
    for line in lines:
        told.setdefault((line.finding.document_id, line.inspectorate.casefold(), line.printed_date), []).append(line)
    parts: list[Inspection] = []
    for said in told.values():
        of_setting: dict[str, Inspection] = {}
        own = _setting(said)
        for line in said:
            setting = own if is_a_strand(line.subject) or _is_report(line) else line.subject
            part = of_setting.setdefault(plain(setting), Inspection(line.council, line.inspectorate, setting))
            part.lines.append(line)
        parts += of_setting.values()
    return parts


def _is_report(line: Judgement) -> bool:
    """Whether the paper is an inspectorate's own, all of which is about one service."""
    return line.finding.document.kind == REPORT_KIND


def _setting(lines: Sequence[Judgement]) -> str:
    """Whose strands these are: empty for the council's services, else what the paper or its part is about."""
    strands = [line.subject for line in lines if is_a_strand(line.subject)]
    framework = framework_of(strands, lines[0].date)
    if framework is None or framework.of_council:
        return ""
    paper = lines[0].finding.document
    return paper.title if _is_report(lines[0]) else lines[0].about or paper.title


def _near(found: list[Inspection], part: Inspection) -> list[Inspection]:
    """Those found last, the nearest first: parts come in order of their dates."""
    return [one for one in reversed(found[-12:]) if one.inspectorate.casefold() == part.inspectorate.casefold()]


def _is_one(one: Inspection, other: Inspection) -> bool:
    if not _alike(plain(one.setting), plain(other.setting)) or not (one.printed_dates and other.printed_dates):
        return False
    if any(_overlap(this, that) for this in one.printed_dates for that in other.printed_dates):
        return True
    near = bool(one.date and other.date and abs(other.date - one.date) <= REPORT_TAKES)
    return near and _agree(one, other)


def _alike(setting: str, other: str) -> bool:
    """One name, or one within the other: Larch House, and Inspection of Larch House."""
    return setting == other or bool(
        setting and other and (f" {setting} " in f" {other} " or f" {other} " in f" {setting} ")
    )


def _overlap(printed: str, other: str) -> bool:
    """Whether one date may be the other, more or less exactly printed; a whole year is no date of one inspection."""
    (first, last, precision), (other_first, other_last, other_precision) = span(printed), span(other)
    exact = {"day", "month"}
    return precision in exact and other_precision in exact and first <= other_last and other_first <= last


def _agree(one: Inspection, other: Inspection) -> bool:
    """Whether both give the same grade of something, and of nothing two grades."""
    both = [(grade, other.grade(grade.key)) for grade in one.grades]
    shared = [set(map(plain, grade.grades)) == set(map(plain, that.grades)) for grade, that in both if that]
    return bool(shared) and all(shared)


def _join(one: Inspection, part: Inspection) -> None:
    one.lines.extend(part.lines)
    for known in ("printed_dates", "framework", "grades", "papers"):
        one.__dict__.pop(known, None)
