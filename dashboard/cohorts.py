"""How many children a rate or a percentage is of, where the same publication counts them.

The catalogue names a measure and its number alike: `children-looked-after-rate`, `children-looked-after-number`. Both
must come of one data set and be of one period, so that they are of the same children.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dashboard.series import Figures, Point
from dashboard.sides import Number
from dashboard.written import rounded, written

NUMBER = "-number"
SHARES = ("-rate", "-percent")


def counted_by(slug: str) -> str:
    """The measure that counts whom another one is a share of; empty where there can be none.

    >>> counted_by("children-looked-after-rate"), counted_by("sdq-score")
    ('children-looked-after-number', '')
    """
    return next((slug.removesuffix(end) + NUMBER for end in SHARES if slug.endswith(end)), "")


def with_numbers(slugs: Iterable[str]) -> set[str]:
    """The measures, and those that count whom they are a share of."""
    wanted = set(slugs)
    return wanted | {number for slug in wanted if (number := counted_by(slug))}


def cohorts(figures: Sequence[Figures]) -> dict[str, Number]:
    """The number of children that the latest official value of each measure is of, by its slug, if it is among them."""
    of = {one.indicator.pk: one for one in figures}
    found = {}
    for slug, one in of.items():
        number = of.get(counted_by(slug))
        if number and (point := _counted(number, one)):
            assert point.value is not None
            value = rounded(point.value)
            found[slug] = Number(value, written(value, "count"), point.when, point)
    return found


def _counted(number: Figures, share: Figures) -> Point | None:
    """The number for the very period of the latest value of a share, in the same data set."""
    latest = share.official.own.latest if share.official.own else None
    if not latest or not share.official.measure:
        return None
    for lines in (number.official, *number.others):
        if lines.own and lines.measure and lines.measure.data_set_id == share.official.measure.data_set_id:
            point = lines.own.at(latest.date)
            return point if point and point.period == latest.period else None
    return None
