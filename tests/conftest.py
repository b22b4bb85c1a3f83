"""What all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test import TransactionTestCase

from tests import kept, template, world

BROWSER = Path(__file__).parent / "browser"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # The longest first: several processes that share the tests then end together.
    items.sort(key=lambda item: BROWSER not in item.path.parents)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, django_db_blocker):
    """In the project's own server the test database is a copy of one that has been migrated."""
    if settings.DATABASES["default"]["ENGINE"] == "config.embedded":
        with django_db_blocker.unblock():
            connection.settings_dict["TEST"]["TEMPLATE"] = template.database()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """A database with what migrations put into it, which every test leaves so, whatever the order of the tests."""
    with django_db_blocker.unblock():
        kept.leave_uncounted()
        migrated = kept.rows_since()
        world.keep()

    def empty_and_put_back(case: TransactionTestCase) -> None:
        kept.empty()
        kept.put_back(migrated)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", empty_and_put_back)
        yield


@pytest.fixture(autouse=True)
def _files_of_its_own(settings, tmp_path):
    """A test's uploads go with the test."""
    settings.VAR = tmp_path
    storage = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path / "files"}}
    settings.STORAGES = {**settings.STORAGES, "default": storage}


@pytest.fixture
def migrated(transactional_db):
    """What migrations put into the tables (the catalogue, the roles), for a test without a transaction around it."""
