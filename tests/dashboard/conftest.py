"""Readers of the dashboard."""

from __future__ import annotations

import pytest

from tests import factories


@pytest.fixture
def councillor(client):
    client.force_login(factories.user("councillor"))
    return client


@pytest.fixture
def cleared(client):
    client.force_login(factories.user("councillor", "cleared"))
    return client
