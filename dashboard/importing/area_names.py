"""The names of areas, which differ from file to file, and the councils of areas."""

from __future__ import annotations

import re

from django.db import connection

from dashboard.models import Area
from reports.models import Council, Document

NATIONS = ("england", "wales", "scotland", "northern ireland", "great britain", "united kingdom", "england and wales")
REGIONS = (
    "north east", "north west", "yorkshire and the humber", "east midlands", "west midlands", "east of england",
    "london", "inner london", "outer london", "south east", "south west",
)  # fmt: skip
BEFORE = re.compile(r"^(the )?((royal |london |metropolitan )?borough of |(city|county)( council)? of |county )")
BEHIND = re.compile(
    r",? (city and county|city|county|(royal |london |metropolitan )?borough|metropolitan district)( of)?$"
)
COUNCIL = re.compile(r" council$")
HALF_OF_LONDON = re.compile(r"^london (inner|outer)$")


def plain(name: str) -> str:
    """A name by which the same area is known wherever it stands.

    >>> plain("Bristol, City of"), plain("County Durham"), plain("St. Helens"), plain("London (Inner)")
    ('bristol', 'durham', 'st helens', 'inner london')
    """
    name = COUNCIL.sub("", " ".join(name.casefold().replace("&", " and ").split()))
    shorter = BEFORE.sub("", BEHIND.sub("", name)) or name
    words = " ".join(re.sub(r"[^\w ]+", "", shorter.replace("-", " ").replace("/", " and ")).split())
    return HALF_OF_LONDON.sub(r"\1 london", words)


def level_of(name: str) -> Area.Level:
    """What an area is where the file does not say, by its name alone."""
    known = plain(name)
    if known in NATIONS:
        return Area.Level.NATION
    return Area.Level.REGION if known in REGIONS else Area.Level.AUTHORITY


def settle_councils() -> int:
    """Say of each authority which council it is, where one council alone has its name; returns how many were settled.

    What a person has said stays. Call it when areas or councils are new.
    """
    by_name: dict[str, list[Area]] = {}
    for area in Area.objects.filter(level=Area.Level.AUTHORITY, council=None):
        by_name.setdefault(plain(area.name), []).append(area)
    councils: dict[str, list[Council]] = {}
    for council in Council.objects.filter(area=None) if by_name else ():
        councils.setdefault(plain(council.short_name), []).append(council)
    settled = 0
    for name, those in councils.items():
        if len(those) == 1 and len(by_name.get(name, [])) == 1:
            settled += Area.objects.filter(pk=by_name[name][0].pk, council=None).update(council=those[0])
    return settled


def after_publishing(document: Document) -> None:
    """A paper's council may be new: say which area it is."""
    if not Area.objects.filter(council=document.council_id).exists():
        settle_councils()


def one_import_at_a_time() -> None:
    """Until the transaction ends no other import adds areas; nobody else is held up."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s::regclass::bigint)", [Area._meta.db_table])
