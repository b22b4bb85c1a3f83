"""No page, file, feed or list for programs asks the database more when the register has more in it."""

import pytest

from tests.bench.archive import differing, grow, query_counts, reader

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("roles", [("councillor",), ("publisher", "cleared")], ids="-".join)
def test_every_address_asks_as_much_for_ten_lines_as_for_a_thousand(roles):
    grow(10, seed=1)
    browser = reader(*roles)
    query_counts(browser)
    few = query_counts(browser)
    grow(990, seed=2)

    many = query_counts(browser)

    assert len(many) > 60
    offenders = "\n".join(f"{name}: {counts}" for name, counts in differing(few, many).items())
    assert offenders == ""
