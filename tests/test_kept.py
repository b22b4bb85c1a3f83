"""The rows that tests keep and put back."""

import pytest
from django.contrib.auth.models import Group, User

from dashboard.models import Indicator
from reports.models import Document
from tests import factories, kept, world


@pytest.mark.django_db
def test_what_is_made_for_keeping_is_not_left_there():
    made, rows = kept.rows_of(lambda: factories.user("officer"))

    assert not User.objects.filter(pk=made.pk).exists()
    kept.put_back(rows)
    assert User.objects.get(pk=made.pk).groups.get().name == "officer"


@pytest.mark.django_db
def test_the_small_register_that_was_kept_is_the_one_that_is_made(monkeypatch):
    monkeypatch.setattr(world, "make", lambda: pytest.fail("It was made anew, which takes much longer."))

    small = world.build()

    assert small.in_review.findings.count() == 1
    assert small.part_two.findings.count() == len(world.CLOSED)
    assert small.published.file.size > 0
    assert world._kept


@pytest.mark.django_db
def test_where_something_of_it_is_there_already_it_is_made():
    factories.published("Decision")

    small = world.build()

    assert small.published.findings.exists()
    assert Document.objects.filter(title="Open paper").get() == small.published


@pytest.mark.parametrize("time", ["first", "second"])
@pytest.mark.usefixtures("migrated")
@pytest.mark.django_db(transaction=True)
def test_a_test_without_a_transaction_leaves_what_migrations_left(time):
    assert Group.objects.filter(name="officer").exists()
    assert Indicator.objects.exists()
    assert not User.objects.exists()

    factories.user("officer")
    Indicator.objects.all().delete()
