"""The columns of files about official figures beside others: the watch list, one measure of areas, all measures."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from dashboard.charted import symbol_in_words
from dashboard.ranking import Rank
from dashboard.series import MEAN, MEDIAN, NATION, REGION
from dashboard.sides import Side
from dashboard.watching import LeftOut, Listed
from reports.exports import Cell, Column


def _tested(name: str, of: Callable[[Listed], Cell], width: int = 12) -> Column:
    """A column of what was tested; empty of what was left out."""
    return Column(name, lambda row: of(row) if isinstance(row, Listed) else None, width)


def _of_trend(name: str, of: Callable[[Any], Cell]) -> Column:
    return _tested(name, lambda row: of(row.travels) if row.travels else None)


def _exact(number: float) -> Cell:
    """A number that was reckoned, to four decimals."""
    return Decimal(f"{number:.4f}")


def _part(row: Listed | LeftOut) -> Cell:
    return str(row.why) if isinstance(row, Listed) else "left out"


def _beside(row: Listed) -> Cell:
    return row.beside.number.value if row.beside else None


MEASURE = (
    Column("measure", lambda row: row.figures.indicator.name, 40),
    Column("measure_id", lambda row: row.figures.indicator.pk, 24),
    Column("permalink", lambda row: row.figures.indicator.get_absolute_url(), 40, link=True),
    Column("better", lambda row: row.figures.indicator.get_polarity_display(), 24),
)

WATCH = (
    *MEASURE,
    Column("council", lambda row: str(row.figures.council), 30),
    Column("part_of_the_list", _part, 16),
    Column("why", lambda row: row.sentence if isinstance(row, Listed) else row.why, 80),
    _tested("period", lambda row: row.now.point.period),
    _tested("period_ends", lambda row: row.now.point.date),
    _tested("value", lambda row: row.now.value),
    _tested("compared_with", lambda row: row.beside.name if row.beside else None, 30),
    _tested("value_compared_with", _beside),
    _of_trend("change_a_year", lambda travels: _exact(travels.slope)),
    _of_trend("lowest_likely", lambda travels: _exact(travels.low)),
    _of_trend("highest_likely", lambda travels: _exact(travels.high)),
    _of_trend("chance_alone", lambda travels: _exact(travels.p)),
    _of_trend("values_in_trend", lambda travels: travels.n),
    _of_trend("trend_from", lambda travels: travels.first),
    _of_trend("trend_to", lambda travels: travels.last),
    _tested("stated_since", lambda row: row.stated.value if row.stated else None),
    _tested("stated_period", lambda row: row.stated.point.period if row.stated else None),
)


def _now(name: str, of: Callable[[Any], Cell], width: int = 12) -> Column:
    """A column of the latest official value of a card; empty where there is none."""
    return Column(name, lambda card: of(card.official) if card.official and card.official.now else None, width)


def _against(place: str) -> tuple[Column, ...]:
    """The columns of a value beside the area's own."""

    def value(side: Side) -> Cell:
        one = side.at(place)
        return one.number.value if one else None

    def period(side: Side) -> Cell:
        one = side.at(place)
        return one.number.point.period if one else None

    return _now(place, value), _now(f"{place}_period", period)


def _made_of(side: Side) -> Cell:
    one = side.at(MEAN)
    return one.number.point.made_of if one else None


def _change(side: Side) -> Cell:
    """How far the value moved since the year before, or else since the period before."""
    return side.now.value - side.moves[-1].then.value if side.now and side.moves else None


def _of_rank(name: str, of: Callable[[Rank], Cell]) -> Column:
    return _now(name, lambda side: of(side.ranks.authorities) if side.ranks.authorities else None)


ALL = (
    *MEASURE,
    Column("topic", lambda card: card.figures.indicator.topic, 24),
    Column("area", lambda card: card.figures.council.short_name, 30),
    _now("period", lambda side: side.now.point.period),
    _now("period_ends", lambda side: side.now.point.date),
    _now("value", lambda side: side.now.value),
    Column("unit", lambda card: card.figures.indicator.get_unit_display(), 12),
    Column("gap", lambda card: symbol_in_words(card.official.gap.symbol) if card.official.gap else "", 30),
    *_against(NATION),
    *_against(REGION),
    *_against(MEAN),
    _now("mean_made_of_values", _made_of),
    *_against(MEDIAN),
    _of_rank("rank", lambda rank: rank.place),
    _of_rank("rank_of", lambda rank: rank.of),
    _of_rank("quartile", lambda rank: rank.quartile),
    _now("change", _change),
    _now("change_since", lambda side: side.moves[-1].then.point.period if side.moves else None),
    _now("change_is", lambda side: side.moves[-1].effect if side.moves else None),
)
