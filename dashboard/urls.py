"""Addresses of the overview, of measures and of their printed names."""

from django.urls import path

from dashboard.views import api, executive_report, feeds, following, measures, names, new

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
    path("new/", new.new, name="new"),
    path("following/", following.following, name="following"),
    path("following/news/", following.following_news, name="following_news"),
    path("following/add/", following.follow, name="follow"),
    path("following/<int:pk>/stop/", following.unfollow, name="unfollow"),
    path("following/<int:pk>/note/", following.note, name="note"),
    path("following/letters/", following.letters, name="letters"),
    path("following/letters/<uuid:key>/end/", following.end_letters, name="end_letters"),
    path("following/keys/", following.keys, name="keys"),
    path("following/keys/<uuid:pk>/revoke/", following.revoke, name="revoke"),
    path("feeds/<slug:name>.atom", feeds.own_list, name="feed"),
    path("feeds/<str:key>/lists/<slug:name>.atom", feeds.list_with_key, name="feed_with_key"),
    path("feeds/<str:key>/following.atom", feeds.followed, name="feed_followed"),
    path("feeds/<str:key>/matters/<uuid:pk>.atom", feeds.matter, name="feed_matter"),
    path("feeds/<str:key>/calendar.ics", feeds.calendar_with_key, name="calendar_with_key"),
    path("calendar.ics", feeds.own_calendar, name="calendar"),
    path("executive-report/", executive_report.executive_report, name="executive_report"),
    path("api/", api.api, name="api"),
    path("accessibility/", measures.accessibility, name="accessibility"),
]
