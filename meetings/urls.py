"""Addresses of the register of meetings."""

from django.urls import path

from meetings import views

app_name = "meetings"

urlpatterns = [
    path("decisions/", views.decisions, name="decisions"),
    path("decisions/<uuid:pk>/", views.decision, name="decision"),
    path("meetings/", views.meetings, name="meetings"),
    path("meetings/<uuid:pk>/", views.meeting, name="meeting"),
    path("forward-plan/", views.forward_plan, name="forward_plan"),
    path("actions/", views.actions, name="actions"),
    path("actions/<uuid:pk>/finish/", views.finish, name="finish"),
    path("actions/<uuid:pk>/reopen/", views.reopen, name="reopen"),
    path("portfolios/", views.portfolios, name="portfolios"),
    path("portfolios/<uuid:pk>/", views.portfolio, name="portfolio"),
    path("questions/", views.questions, name="questions"),
    path("savings/", views.savings, name="savings"),
    path("judgements/", views.judgements, name="judgements"),
    path("events/", views.events, name="events"),
    path("people/", views.people, name="people"),
    path("people/<int:pk>/answer/", views.answer, name="answer"),
    path("people/<int:pk>/undo/", views.undo, name="undo"),
]
