"""People and a matter that several tests of matters share."""

from __future__ import annotations

import pytest

from meetings.models import Matter
from tests import factories
from tests.meetings.matters_of import dated, lines, matter


@pytest.fixture
def officer():
    return factories.user("officer")


@pytest.fixture
def cleared():
    return factories.user("officer", "cleared")


@pytest.fixture
def hubs() -> Matter:
    one, two = lines("That hubs be opened.", "That hubs be kept.")
    return matter("Family hubs", dated(one, "2024-02-07"), dated(two, "2025-06-12"))
