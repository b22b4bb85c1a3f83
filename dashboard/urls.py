"""Addresses of the overview, of measures and of their printed names."""

from django.urls import path

from dashboard.views import measures, names

app_name = "dashboard"

urlpatterns = [
    path("", measures.overview, name="overview"),
    path("indicators/", measures.indicators, name="indicators"),
    path("indicators/as-printed/", measures.as_printed, name="as_printed"),
    path("desk/figures-without-a-measure/", names.unnamed, name="unnamed"),
    path("desk/figures-without-a-measure/<uuid:pk>/", names.name, name="name"),
    path("desk/printed-names/", names.printed_names, name="printed_names"),
    path("desk/printed-names/<int:pk>/forget/", names.forget, name="forget"),
    path("indicators/<slug:slug>/", measures.indicator, name="indicator"),
    path("accessibility/", measures.accessibility, name="accessibility"),
]
