"""The officer who is signed in and the paper on the desk, for the tests of pages."""

from __future__ import annotations

import pytest

from tests import factories


@pytest.fixture
def officer(client):
    somebody = factories.user("officer")
    client.force_login(somebody)
    return somebody


@pytest.fixture
def paper():
    return factories.document(title="Minutes of the panel")
