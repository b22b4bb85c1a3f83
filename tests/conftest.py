"""What all tests share."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _files_of_its_own(settings, tmp_path):
    """A test's uploads go with the test."""
    settings.VAR = tmp_path
    storage = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path / "files"}}
    settings.STORAGES = {**settings.STORAGES, "default": storage}
