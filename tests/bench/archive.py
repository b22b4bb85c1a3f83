"""A register with a made-up archive in it, small and then large, and what its pages ask of the database."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import Group, User
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.bench import addresses

FEW = 10
# A page asks the database no more than this.
MOST_QUERIES = 15
# Where there is nothing to fetch besides the lines, such as their matters or notes, nothing is asked: among ten lines
# some of these may be missing.
BESIDES = 3
ALL: tuple[Callable[[], dict[str, str]], ...] = (
    addresses.of_lists,
    addresses.of_things,
    addresses.of_programs,
    addresses.of_files,
)
# Not among the lists: 404 without a thing to show, 405 where only a form may be sent.
NO_PAGE = (404, 405)


def grow(lines: int, seed: int) -> None:
    """Add an archive of so many lines."""
    call_command("make_archive", lines, seed=seed, verbosity=0, stdout=None, skip_checks=True)


def reader(*roles: str) -> Client:
    """A browser of somebody with these roles."""
    somebody = User.objects.get_or_create(username="-".join(["reader", *roles]))[0]
    somebody.groups.set(Group.objects.filter(name__in=roles))
    browser = Client(SERVER_NAME="127.0.0.1")
    browser.force_login(somebody)
    return browser


def query_counts(browser: Client, kinds: tuple[Callable[[], dict[str, str]], ...] = ALL) -> dict[str, int]:
    """How many queries each address takes; an address that answers with no page is left out."""
    counts = {}
    for name, address in [pair for kind in kinds for pair in kind().items()]:
        # What a page asks where nothing was kept of an answer before.
        cache.clear()
        with CaptureQueriesContext(connection) as asked:
            answer = read(browser, address)
        if answer.status_code not in NO_PAGE:
            counts[name] = len(asked)
    return counts


def read(browser: Client, address: str) -> Any:
    """An answer that was read to its end."""
    answer = browser.get(address)
    if answer.streaming:
        for _piece in answer.streaming_content:
            pass
    return answer


def differing(few: dict[str, int], many: dict[str, int]) -> dict[str, tuple[int | None, int | None]]:
    """The addresses that take more queries where there is more, or too many at all: (with few lines, with many)."""
    return {
        name: (few.get(name), count)
        for name, count in many.items()
        if count > MOST_QUERIES or (name in few and count > few[name] + BESIDES)
    }
