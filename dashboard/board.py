"""All measures of a council with how each stands, by topic, as the list of measures shows them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from dashboard import catalogue
from dashboard.card import Card, cards
from dashboard.models import Indicator, Observation, OfficialValue
from dashboard.ranking import ranks
from dashboard.rating import OUTSIDE
from dashboard.series import MEAN, NATION, Compared, figures_of, held
from dashboard.sides import Side
from reports.models import Council

OTHER = "Other measures"


@dataclass(frozen=True, slots=True)
class Stand:
    """One way in which measures stand, by the main side of their cards."""

    words: str
    holds: Callable[[Side], bool]


def _against(place: str, effect: str) -> Callable[[Side], bool]:
    return lambda side: bool((beside := side.at(place)) and beside.effect == effect)


def _rated(colour: str) -> Callable[[Side], bool]:
    return lambda side: bool(side.rating and side.rating.colour == colour)


STANDS = {
    "worse-than-england": Stand("Worse than England", _against(NATION, "worse")),
    "better-than-england": Stand("Better than England", _against(NATION, "better")),
    "worse-than-neighbours": Stand("Worse than the statistical neighbours' mean", _against(MEAN, "worse")),
    "better-than-neighbours": Stand("Better than the statistical neighbours' mean", _against(MEAN, "better")),
    "getting-worse": Stand("Getting worse over the years", lambda side: side.trend_effect == "worse"),
    "getting-better": Stand("Getting better over the years", lambda side: side.trend_effect == "better"),
    "red": Stand("Rated red by the council's own aims", _rated("red")),
    "amber": Stand("Rated amber by the council's own aims", _rated("amber")),
    "green": Stand("Rated green by the council's own aims", _rated("green")),
    "outside": Stand(
        "Outside the council's own thresholds", lambda side: bool(side.rating and side.rating.state in OUTSIDE)
    ),
    "official": Stand("With official figures", lambda side: side.series == "official"),
    "stated": Stand("With figures of papers only", lambda side: side.series == "stated"),
}


def known(council: Council, user) -> QuerySet[Indicator]:
    """The measures that the council's papers state, as far as the user may read them, or official statistics give."""
    stated = Observation.objects.visible_to(user).filter(council=council, indicator=OuterRef("pk"))
    official = OfficialValue.objects.filter(measure__indicator=OuterRef("pk"), area__council=council)
    return held(Indicator.objects.filter(Exists(stated) | Exists(official)), council)


def board(
    indicators: Iterable[Indicator], council: Council, user, among: Compared | None = None, *, ranked: bool = True
) -> list[Card]:
    """The cards of the measures, in their order."""
    wanted = list(indicators)
    if not wanted:
        return []
    figures = figures_of(wanted, council, user, among=among)
    return cards(figures, ranks(figures) if ranked else None)


def standing(found: Iterable[Card], stands: str) -> list[Card]:
    """Those of the cards that stand so; all of them where nothing is asked."""
    holds = STANDS[stands].holds if stands in STANDS else None
    return [card for card in found if not holds or (card.main and holds(card.main))]


def by_topic(found: Sequence[Card]) -> list[tuple[str, list[Card]]]:
    """The cards under their topics in the catalogue's order, those without one last."""
    of = {card.figures.indicator: card for card in found}
    return [(topic or OTHER, [of[one] for one in ones]) for topic, ones in catalogue.by_topic(of)]
