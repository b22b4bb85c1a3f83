"""A register with sixty measures of official figures, its overview, and the same page as a stored text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from types import SimpleNamespace

from django.core.cache import cache
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.urls import path, reverse

from config.urls import urlpatterns as of_site
from dashboard.models import Indicator
from tests.bench.archive import reader
from tests.bench.overview import seconds
from tests.dashboard.official import ENGLAND, NEAR, OWN, REGION, official
from tests.dashboard.pages import figures

AREAS = (OWN, ENGLAND, REGION, NEAR[0])
STATIC = "/static-page-of-the-bench/"
stored = SimpleNamespace(html=b"")


@dataclass
class Times:
    """Seconds by round; `areas` and `size` (bytes) are of the page measured."""

    areas: int = len(AREAS)
    size: int = 0
    queries: int = 0
    queries_cold: int = 0
    static: list[float] = field(default_factory=list)
    warm: list[float] = field(default_factory=list)
    cold: list[float] = field(default_factory=list)


def static_page(request: HttpRequest) -> HttpResponse:
    return HttpResponse(stored.html)


urlpatterns = [*of_site, path(STATIC.strip("/") + "/", static_page)]


def pages(measures: int, years: Sequence[int], rounds: int) -> Times:
    """The overview and the static page in turn, through the same middleware and login."""
    fill(measures, years)
    times, browser, address = Times(), reader("councillor"), reverse("dashboard:indicators")
    with override_settings(ROOT_URLCONF=__name__):
        cache.clear()
        times.queries_cold = queries(browser, address)
        stored.html = browser.get(address).content
        times.queries, times.size = queries(browser, address), len(stored.html)
        browser.get(STATIC)
        for _ in range(20 * rounds):
            times.static.append(seconds(lambda: browser.get(STATIC)))
            times.warm.append(seconds(lambda: browser.get(address)))
        for _ in range(2 * rounds):
            cache.clear()
            times.cold.append(seconds(lambda: browser.get(address)))
    return times


def fill(measures: int, years: Sequence[int]) -> None:
    """Official values of so many measures of four areas, and what papers state of some of them."""
    chance = Random(5)
    catalogue = list(Indicator.objects.all()[:measures])
    assert len(catalogue) == measures
    for measure in catalogue:
        values = {area: {year: round(chance.uniform(5, 95), 1) for year in years} for area in AREAS}
        official(measure.pk, values)
    figures(*({"indicator": one.pk, "unit": one.unit, "value": 40} for one in catalogue[::5]))


def queries(browser: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(address).status_code == 200
    return len(asked)
