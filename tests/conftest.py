"""What all tests share."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps


@pytest.fixture(autouse=True)
def _files_of_its_own(settings, tmp_path):
    """A test's uploads go with the test."""
    settings.VAR = tmp_path
    storage = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path / "files"}}
    settings.STORAGES = {**settings.STORAGES, "default": storage}


@pytest.fixture
def migrated(transactional_db):
    """What migrations put into the tables (the catalogue, the roles), which a test without a transaction takes out."""
    import_module("dashboard.migrations.0002_catalogue").take_in(apps, None)
    import_module("reports.migrations.0002_roles").make(apps, None)
