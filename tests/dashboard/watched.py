"""A council with a measure for its watch list."""

from __future__ import annotations

from django.urls import reverse

from dashboard.models import Indicator
from reports.models import Council
from tests import factories
from tests.dashboard.official import areas, official

WATCH = reverse("dashboard:watch")
YEARS = range(2019, 2026)
# Lower is better of the first, neither of the second.
LOW, NEUTRAL = "re-referrals-percent", "children-looked-after-rate"


def by_year(*values: float) -> dict[int, float]:
    return dict(zip(YEARS, values, strict=False))


def others(value: float) -> dict[str, dict[int, float]]:
    return {name: dict.fromkeys(YEARS, value) for name in ("England", "Larchester", "Ness", "Holmshire")}


def a_council() -> Council:
    """A council that papers were published of, and that is an area of official statistics."""
    factories.published("Decision")
    areas()
    return Council.objects.get(name="Wexcombe County Council")


def a_worse_measure() -> Indicator:
    """A measure that is worse than others and getting worse."""
    return official(LOW, {"Wexcombe": by_year(15, 16, 17.2, 18, 19.1, 20, 21)} | others(18)).indicator
