"""Addresses of the overview and of measures."""

from django.urls import path

from dashboard import views

app_name = "dashboard"

urlpatterns = [
    path("", views.overview, name="overview"),
    path("indicators/", views.indicators, name="indicators"),
    path("indicators/as-printed/", views.as_printed, name="as_printed"),
    path("indicators/<slug:slug>/", views.indicator, name="indicator"),
    path("accessibility/", views.accessibility, name="accessibility"),
]
