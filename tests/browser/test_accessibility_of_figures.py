"""Official figures with their charts, in each state of them: axe finds nothing to say."""

from __future__ import annotations

from datetime import date

from django.urls import reverse

from dashboard.models import LinkedIndicator
from meetings.models import Decision
from tests import factories
from tests.dashboard.official import official
from tests.dashboard.statistics_of import aim

SLUG, NEUTRAL = "re-referrals-percent", "children-looked-after-rate"
VALUES = {
    "Wexcombe": {2019: 25, 2020: 24.5, 2021: 24.1, 2022: "c", 2023: 22.5, 2024: 21.9, 2025: 20.1},
    "England": {2019: 23, 2020: 22.9, 2021: 22.7, 2022: 21.5, 2023: 22.4, 2024: 22.4, 2025: 22.6},
    "Larchester": {2019: 20, 2021: 20, 2022: 21, 2023: "z", 2024: 22, 2025: 23.5},
    "Ness": {2021: 25, 2022: 24, 2023: 24, 2024: 23, 2025: 22.2},
}


def held() -> None:
    """Official values of two measures, aims for one of them, and a decision beside which it stands."""
    factories.published("Decision", "Figure", "Judgement")
    official(SLUG, VALUES, status="provisional")
    official(NEUTRAL, {area: dict(list(values.items())[-1:]) for area, values in VALUES.items()})
    officer = factories.user("officer")
    aim(officer, slug=SLUG, since=date(2020, 4, 1), until=date(2023, 3, 31), target=22, floor=26)
    aim(officer, slug=SLUG, since=date(2023, 4, 1), target=20, floor=25)
    LinkedIndicator.objects.create(indicator_id=SLUG, entry=Decision.objects.get(), answer="confirmed", by=officer)


def test_official_figures_and_their_charts(look, page, sign_in, migrated):
    held()
    sign_in(page, "councillor")
    measure = reverse("dashboard:indicator", args=[SLUG])

    look.at("a measure with official values", measure)
    assert page.locator("#official-chart svg.app-plot").is_visible()
    page.goto(f"{measure}?line=own&line=nation&line=region&line=mean&line=larchester&zero=1")
    look.at_this("a measure of which a reader chose five lines")
    look.at("a measure of one day", reverse("dashboard:indicator", args=[NEUTRAL]))
    look.at("measures", reverse("dashboard:indicators"))
    look.at("the overview", reverse("dashboard:overview"))
    look.at("the watch list", reverse("dashboard:watch"))
    look.at("a comparison", reverse("dashboard:compare", query={"indicator": SLUG}))
    assert page.locator("[data-multiples] svg.app-plot").is_visible()
    look.at("a comparison of all measures", reverse("dashboard:compare_all"))
    look.at("a decision with a measure beside it", Decision.objects.get().get_absolute_url())
