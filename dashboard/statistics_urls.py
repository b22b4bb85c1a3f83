"""Addresses of official statistics and of what councils aim at, most of them at the desk."""

from django.urls import path

from dashboard.views import aims, official, statistics

of_statistics = [
    path("indicators/aims/", aims.council_aims, name="council_aims"),
    path("indicators/official/", official.official_values, name="official_values"),
    path("indicators/official/<int:pk>/", official.official_measure, name="official_measure"),
    path("desk/aims/", aims.aims, name="aims"),
    path("desk/aims/add/", aims.choose_aim, name="choose_aim"),
    path("desk/aims/add/<uuid:council>/<slug:slug>/", aims.add_aim, name="add_aim"),
    path("desk/aims/<int:pk>/", aims.change_aim, name="change_aim"),
    path("desk/aims/<int:pk>/end/", aims.end_aim, name="end_aim"),
    path("desk/aims/<int:pk>/delete/", aims.delete_aim, name="delete_aim"),
    path("desk/aims/<int:pk>/put-back/", aims.put_back_aim, name="put_back_aim"),
    path("desk/statistics/", statistics.releases, name="statistics"),
    path("desk/statistics/measures/", official.official_measures, name="official_measures"),
    path("desk/statistics/measures/<int:pk>/", official.link_measure, name="link_measure"),
    path("desk/statistics/areas/", official.areas, name="areas"),
    path("desk/statistics/areas/<uuid:pk>/", official.area, name="area"),
    path("desk/statistics/<int:pk>/", statistics.release, name="release"),
    path("desk/statistics/<int:pk>/describe/", statistics.describe_release, name="describe_release"),
    path("desk/statistics/<int:pk>/count/", statistics.count_release, name="count_release"),
    path("desk/statistics/<int:pk>/again/", statistics.read_again, name="read_release_again"),
    path("desk/statistics/<int:pk>/withdraw/", statistics.withdraw_release, name="withdraw_release"),
]
