"""The matters of the demonstration."""

import pytest
from django.core.management import CommandError, call_command

from meetings.models import Matter, MatterDeed
from reports.access import DEMONSTRATION
from tests.meetings.matters_of import lines, within

pytestmark = pytest.mark.django_db


def test_the_demonstration_has_matters_that_are_no_persons(settings):
    settings.DEMO = True
    lines("That Fernhill House be kept.")
    lines("That Fernhill House be sold.")

    call_command("demo_matters")
    call_command("demo_matters")

    assert within(Matter.objects.get()) == {"That Fernhill House be kept.", "That Fernhill House be sold."}
    assert MatterDeed.objects.get().by.groups.filter(name=DEMONSTRATION).exists()


def test_real_registers_get_no_matters_unasked(settings):
    settings.DEMO = False

    with pytest.raises(CommandError):
        call_command("demo_matters")
