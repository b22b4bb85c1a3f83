"""No page, file, feed or list for programs asks the database more when the register has more in it."""

import pytest
from django.urls import reverse

from tests.bench import addresses
from tests.bench.archive import differing, grow, query_counts, read, reader

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("roles", [("councillor",), ("publisher", "cleared")], ids="-".join)
def test_every_address_asks_as_much_for_ten_lines_as_for_hundreds(roles):
    grow(10, seed=1)
    browser = reader(*roles)
    # What is asked once and kept is asked here: the person's visit, and what the pages of things look up.
    read(browser, reverse("dashboard:overview"))
    query_counts(browser, (addresses.of_things,))
    few = query_counts(browser)
    grow(390, seed=2)

    many = query_counts(browser)

    assert len(many) > 60
    offenders = "\n".join(f"{name}: {counts}" for name, counts in differing(few, many).items())
    assert offenders == ""
