"""Which data set a file is a release of."""

from __future__ import annotations

import re
from itertools import chain, count
from pathlib import PurePath

from django.utils.text import slugify

from dashboard.importing.breakdowns import codes
from dashboard.importing.dictionary import LONG_TABLE
from dashboard.importing.survey import Survey
from dashboard.models import DataSet, OfficialMeasure

Layout = DataSet.Layout
# Tables that there is one of.
ONLY = {
    Layout.LAIT: (LONG_TABLE, "Local authority interactive tool"),
    Layout.DICTIONARY: ("lait-dictionary", "Local authority interactive tool: data dictionary"),
    Layout.NEIGHBOURS: ("statistical-neighbours", "Statistical neighbours"),
}
PUBLISHER = "Department for Education"
# What names of files end in besides a title: years, versions, copies.
BEHIND = re.compile(r"([-_ .(]+(v?\d+|\d+to\d+|final|provisional|revised|copy|csv)\)?)+$", re.IGNORECASE)
BEFORE = re.compile(r"^(data|dfe|ees|\d+)[-_ ]+", re.IGNORECASE)
# Two files of which so many series are the same are releases of one table.
ALIKE = 0.5


def only_one(layout: Layout) -> DataSet:
    """The data set of a layout that has one."""
    slug, title = ONLY[layout]
    return DataSet.objects.get_or_create(
        slug=slug, defaults={"title": title, "layout": layout, "publisher": PUBLISHER}
    )[0]


def explore(survey: Survey, filename: str) -> DataSet:
    """The data set that has these series, else a new one with the name of the file."""
    there = codes(survey)
    title = title_of(filename)
    likest = max(_known(), key=lambda one: (_likeness(there, one[1]), one[0] == slugify(title)), default=None)
    if likest and _likeness(there, likest[1]) >= ALIKE:
        return DataSet.objects.get(slug=likest[0])
    found = DataSet.objects.filter(slug=slugify(title)[:80], layout=Layout.EXPLORE).first()
    if found and (there & _codes(found.slug) or not _codes(found.slug)):
        return found
    said = {"title": title, "layout": Layout.EXPLORE, "publisher": PUBLISHER}
    return DataSet.objects.get_or_create(slug=_free(slugify(title)[:70]), defaults=said)[0]


def title_of(filename: str) -> str:
    """A title from the name of a file.

    >>> title_of("dfe-children_looked_after-2025 (1).csv"), title_of("2025.csv")
    ('Children looked after', 'Table of statistics')
    """
    stem = BEFORE.sub("", BEHIND.sub("", PurePath(filename).stem))
    words = " ".join(re.sub(r"[-_.]+", " ", stem).split())
    return f"{words[:1].upper()}{words[1:]}"[:200] if re.search(r"[^\W\d]{2}", words) else "Table of statistics"


def _known() -> list[tuple[str, set[str]]]:
    slugs = DataSet.objects.filter(layout=Layout.EXPLORE).values_list("slug", flat=True)
    return [(slug, _codes(slug)) for slug in slugs]


def _codes(slug: str) -> set[str]:
    return set(OfficialMeasure.objects.filter(data_set=slug).values_list("code", flat=True))


def _likeness(one: set[str], other: set[str]) -> float:
    return len(one & other) / max(len(one), len(other), 1)


def _free(slug: str) -> str:
    slug = slug or "table"
    taken = set(DataSet.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
    return next(name for name in chain([slug], (f"{slug}-{number}" for number in count(2))) if name not in taken)
