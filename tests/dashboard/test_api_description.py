"""The API keeps to its own description, whatever it is asked: Schemathesis asks it."""

from __future__ import annotations

import itertools

import pytest
from django.core import signals
from django.core.handlers.wsgi import WSGIHandler
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings

from tests import factories, world
from tests.dashboard.test_api import key_of

pytestmark = pytest.mark.django_db
# A few of each here. A full run is by hand, against a register that is running:
#   see schemathesis.toml beside
few = settings(
    max_examples=4, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
)  # fmt: skip


@pytest.fixture
def wsgi():
    """The program as a web server has it, on the connection of the test; Django's own client does the same."""
    for signal in (signals.request_started, signals.request_finished):
        signal.disconnect(close_old_connections)
    yield WSGIHandler()
    for signal in (signals.request_started, signals.request_finished):
        signal.connect(close_old_connections)


def test_every_operation_answers_as_it_is_described(wsgi):
    # Here and not above: it takes two seconds, which other tests need not wait for.
    import schemathesis

    world.build()
    headers = key_of(factories.user("cleared"))
    described = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", wsgi)
    operations = [found.ok() for found in described.get_all_operations()]

    for operation, mode in itertools.product(operations, schemathesis.GenerationMode):

        @few
        @given(case=operation.as_strategy(generation_mode=mode))
        def asked(case):
            case.call_and_validate(headers=headers)

        asked()

    assert len(operations) == 25
