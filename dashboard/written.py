"""Numbers as cards, tables and sentences show them: rounded once, with their unit.

>>> rounded(Decimal("20.1"), 1), rounded(Decimal("24.025"), 2)
(Decimal('20.1'), Decimal('24.03'))
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from dashboard.figures import formatted, places

# Averages are given to two decimals; a value is not shown more exactly, unless its publisher gives more.
MOST = 2
# A slope is told with so many figures that are not nought.
FIGURES = 2


def rounded(value: Decimal, most: int = MOST) -> Decimal:
    """A value with at most so many decimals, a half rounded away from nought."""
    return value if places([value]) <= most else value.quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP)


def decimals(values: Iterable[Decimal], said: int | None = None) -> int:
    """With how many decimals values of one line are written: as their publisher says, else as the most exact has."""
    return said if said is not None else min(places(values), MOST)


def written(value: Decimal, unit: str, least: int = 0) -> str:
    """A rounded value with its unit, with at least so many decimals.

    >>> written(Decimal("38"), "percent", 1), written(Decimal("24.02"), "percent", 1)
    ('38.0%', '24.02%')
    """
    return formatted(value, unit, max(least, places([value])))


def apart(by: Decimal, unit: str, least: int = 0) -> str:
    """How far two values are apart.

    >>> apart(Decimal("1.2"), "percent"), apart(Decimal("1"), "percent"), apart(Decimal("3"), "per_10000", 1)
    ('1.2 percentage points', '1 percentage point', '3.0 per 10,000')
    """
    if unit != "percent":
        return written(abs(by), unit, least)
    number = written(abs(by), "", least)
    return f"{number} percentage point{'' if number == '1' else 's'}"


def slope(value: float) -> Decimal:
    """A slope or a border of its interval, with its first two figures and at least as a whole number.

    >>> slope(0.012345), slope(-1.26), slope(1234.5)
    (Decimal('0.012'), Decimal('-1.3'), Decimal('1235'))
    """
    exact = Decimal(repr(value))
    if not exact:
        return Decimal(0)
    return (
        rounded(exact, max(0, FIGURES - 1 - exact.adjusted())).normalize() + 0 if abs(exact) < 10 else rounded(exact, 0)
    )
