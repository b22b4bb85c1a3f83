"""Addresses: each app's own, signing in and out, and the accounts' administration."""

from django.contrib import admin
from django.contrib.auth import views as auth
from django.urls import include, path

from dashboard.api import api

urlpatterns = [
    path("", include("dashboard.urls")),
    path("api/v1/", api.urls),
    path("", include("meetings.urls")),
    path("", include("reports.urls")),
    path("account/login/", auth.LoginView.as_view(), name="login"),
    path("account/logout/", auth.LogoutView.as_view(), name="logout"),
    path("account/password/", auth.PasswordChangeView.as_view(), name="password_change"),
    path("account/password/done/", auth.PasswordChangeDoneView.as_view(), name="password_change_done"),
    path("admin/", admin.site.urls),
]
