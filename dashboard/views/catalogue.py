"""The catalogue: what each measure counts, which way is better, and where its official values are published."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from dashboard.catalogue import by_topic, said
from dashboard.catalogue_columns import CATALOGUE, CatalogueExtract
from dashboard.forms.catalogue import CatalogueFilter
from dashboard.models import Indicator
from reports.access import readable
from reports.exports import asked_for, exported
from reports.filters import answered, chips


@readable
@require_safe
@vary_on_headers("HX-Request")
def catalogue(request: HttpRequest) -> HttpResponseBase:
    form = CatalogueFilter(request.GET)
    measures = _narrowed(form)
    on = chips(form, request.GET)
    if asked_for(request):
        return _file(request, measures, [words for words, _ in on])
    topics = list(by_topic(measures))
    count = sum(len(found) for _, found in topics)
    context = {"form": form, "chips": on, "topics": topics, "count": count, "below": "_exports.html"}
    pieces = {"piece": "dashboard/catalogue/_measures.html", "filters": "dashboard/catalogue/_filter.html"}
    return answered(request, "dashboard/catalogue/catalogue.html", **pieces, context=context)


def _file(request: HttpRequest, measures: QuerySet[Indicator], filters: list[str]) -> HttpResponseBase:
    rows = measures.prefetch_related("definition_changes").order_by("topic", "name")
    name, title = "catalogue_of_measures", "Catalogue of measures"
    return exported(request, CatalogueExtract(name, title, CATALOGUE, rows, filters))


def _narrowed(form: CatalogueFilter) -> QuerySet[Indicator]:
    """The measures that the filter leaves; those of what is right in it where some of it is wrong."""
    form.full_clean()
    asked = form.cleaned_data
    only = {name: asked[name] for name in ("topic", "polarity") if asked.get(name)}
    return said(Indicator.objects.filter(**only), asked.get("q", ""))
