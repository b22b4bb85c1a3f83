"""The card of a measure: its latest value and all that says whether it is good, made once for every page.

    cards(figures, ranks(figures))[0].sentence

Official and stated values are two sides of a card and are never joined; `main` is the official one where it
has a value. Numbers are rounded once, and what is compared, drawn and told is what is shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.cohorts import cohorts
from dashboard.figures import POLARITY, Spark, sparkline, unit_beside
from dashboard.ranking import Ranks
from dashboard.series import Figures
from dashboard.sides import OFFICIAL, STATED, Number, Scale, Side, scale, side
from dashboard.telling import aims_in_words, sentence, travelled
from dashboard.trend import YEARS

# As many values as a small line can show.
POINTS = 12


@dataclass(frozen=True, slots=True)
class Card:
    """One measure of one council; `sentence` says all of its main side in words."""

    figures: Figures
    official: Side | None
    stated: Side | None
    sentence: str

    @property
    def main(self) -> Side | None:
        """The official side where it has a value, else what papers state, else an official gap."""
        return next((one for one in (self.official, self.stated) if one and one.now), self.official)

    @property
    def beside(self) -> Side | None:
        """What papers state, where official statistics have a value too."""
        return self.stated if self.main is self.official else None

    @property
    def polarity(self) -> str:
        return POLARITY[self.figures.indicator.polarity]

    @property
    def aims(self) -> str:
        """What the main side is held to: target 90%, floor 80%."""
        side = self.main
        if not side or not side.rating:
            return ""
        return ", ".join(aims_in_words(side.aim, self.figures.indicator.polarity, scale_of(self.figures, side)))

    @property
    def travel(self) -> str:
        """The trend of the main side with its uncertainty."""
        side = self.main
        return travelled(side.trend, side.trend_effect, scale_of(self.figures, side)) if side and side.trend else ""

    @property
    def spark(self) -> Spark | None:
        """A small line of the main side's last values; none where there is a gap among them."""
        side = self.main
        lines = self.figures.official if side is self.official else self.figures.stated
        if not side or not side.now or not lines.own:
            return None
        last = {point.date: point.value for point in lines.own.points if point.precision == side.now.point.precision}
        values = list(last.values())[-POINTS:]
        return None if None in values else sparkline([value for value in values if value is not None])


def cards(
    figures: Sequence[Figures], ranks: Mapping[str, Ranks] | None = None, *, years: int | None = None
) -> list[Card]:
    """The card of each measure, in their order, without a query; `years` is the window of the trend.

    How many children a rate is of is told where its number is among the measures.
    """
    counted = cohorts(figures)
    found = []
    for one in figures:
        slug = one.indicator.pk
        found.append(card(one, (ranks or {}).get(slug), years=years or YEARS, cohort=counted.get(slug)))
    return found


def card(figures: Figures, ranks: Ranks | None = None, *, years: int = YEARS, cohort: Number | None = None) -> Card:
    """The card of one measure."""
    changes = [change.date for change in figures.changes]
    official = side(OFFICIAL, figures, ranks=ranks, changes=changes, years=years)
    if official and cohort:
        official = replace(official, cohort=cohort)
    stated = side(STATED, figures, changes=changes, years=years)
    made = Card(figures, official, stated, "")
    return replace(made, sentence=_sentence(made))


def _sentence(made: Card) -> str:
    of = made.figures.indicator
    area = made.figures.council.short_name
    return sentence(of.name, area, made.main, of.polarity, scale_of(made.figures, made.main))


def scale_of(figures: Figures, side: Side | None) -> Scale:
    """How the values of a side are written."""
    lines = figures.stated if side and side.series == STATED else figures.official
    unit = unit_beside(figures.indicator.name, figures.indicator.unit)
    return scale(lines.own, lines, unit) if lines.own else Scale(unit, 0, 2)
