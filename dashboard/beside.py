"""Measures beside a decision or a matter: those that a person linked to it, with their values before and after."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, F, Q, QuerySet, When

from dashboard.around import Around, around
from dashboard.figures import POLARITY
from dashboard.marks import WEIGHTY
from dashboard.models import Area, Indicator, LinkedIndicator
from dashboard.nested import made, rows
from dashboard.series import Compared, Figures, figures_of, held
from meetings.models import Decision, Entry, Matter
from reports.models import Council

Answer = LinkedIndicator.Answer


@dataclass(frozen=True)
class Beside:
    """One measure around a day: `official` and `stated` are apart, either may be None."""

    indicator: Indicator
    council: Council
    official: Around | None
    stated: Around | None
    official_name: str = ""

    @property
    def polarity(self) -> str:
        return POLARITY[self.indicator.polarity]

    @property
    def series(self) -> list[tuple[str, str, Around]]:
        """(heading, whose values these are, the values) of each series that there is."""
        named = (
            ("Official statistics", self.official_name, self.official),
            ("As the council’s papers state it", "", self.stated),
        )
        return [(heading, whose, values) for heading, whose, values in named if values]


def shown_of(thing: Entry | Matter, user: Any) -> QuerySet[Indicator]:
    """The measures to show beside a thing, for one who may see the thing: by name, each once, `held`.

    Beside a line those of its matter too, where the user may know of that; beside a matter those of its lines.
    """
    if isinstance(thing, Matter):
        lines = Entry.objects.visible_to(user).filter(matter=thing)
        wanted = Q(matter=thing) | Q(matter__merged_into=thing) | Q(entry__in=lines.values("pk"))
        turns = turning_points(thing, user)[:1]
    else:
        wanted, turns = Q(entry=thing.pk), Decision.objects.none()
        if thing.matter_id:
            matter = Matter.objects.visible_to(user).filter(pk=thing.matter_id)
            wanted |= Q(matter__in=matter.values("pk")) | Q(matter__merged_into__in=matter.values("pk"))
    linked = LinkedIndicator.objects.filter(wanted, answer=Answer.CONFIRMED)
    shown = held(Indicator.objects.filter(pk__in=linked.values("indicator")), thing.council)
    areas = Area.objects.filter(Q(council=thing.council_id) | Q(level=Area.Level.NATION))
    return shown.annotate(held_areas=rows(areas), held_turn=rows(turns))


def beside(
    indicators: Iterable[Indicator], council: Council, day: date, user: Any, what: str = "decision"
) -> list[Beside]:
    """Each measure before and after a day; for any number of them two queries, two more for those not `shown_of`."""
    wanted = list(indicators)
    if not wanted:
        return []
    among = _own_and_nation(council, getattr(wanted[0], "held_areas", None))
    return [_beside(one, day, what) for one in figures_of(wanted, council, user, among=among)]


def _beside(figures: Figures, day: date, what: str) -> Beside:
    of, changes = figures.indicator, [change.date for change in figures.changes]
    official = around(figures.official, day, of, changes=changes, what=what)
    stated = around(figures.stated, day, of, changes=changes, what=what)
    measure = figures.official.measure
    name = f"{measure.name}, {measure.data_set.title}" if measure else ""
    return Beside(of, figures.council, official, stated, name)


def _own_and_nation(council: Council, held_areas: Iterable[dict[str, Any]] | None) -> Compared:
    """The council's area and the nation's, with nobody else to compare with."""
    if held_areas is None:
        areas = list(Area.objects.filter(Q(council=council) | Q(level=Area.Level.NATION)))
    else:
        areas = made(Area, held_areas)
    own = next((area for area in areas if area.council_id == council.pk), None)
    if own:
        # The region is not compared with here.
        own.region = None
    return Compared(own, next((area for area in areas if area.level == Area.Level.NATION), None), (), None)


def turning_points(matter: Matter, user: Any) -> QuerySet[Decision]:
    """The decisions around which a matter's measures may be shown, the likeliest first.

    The first key decision that settled something, else the first that did, else the first of all.
    """
    decisions = Decision.objects.visible_to(user).filter(matter=matter, date__isnull=False, status="taken")
    settles = Case(When(outcome__in=WEIGHTY, then=0), default=1)
    key = F("key_decision").desc(nulls_last=True)
    return decisions.of_business().order_by(settles, key, "date", "finding__ordinal", "pk")


def turn_of(thing: Entry | Matter, shown: Sequence[Indicator]) -> Decision | Entry | None:
    """The decision around which these measures, as `shown_of` gives them, are told beside a thing."""
    if not isinstance(thing, Matter):
        return thing
    turns = made(Decision, shown[0].held_turn) if shown else []
    return next(iter(turns), None)
