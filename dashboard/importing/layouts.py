"""Which layout a file has, and what is done with one of each: a preview of what it would change, and counting it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import IO

from django.db import transaction

from dashboard.importing import data_sets, dictionary, explore, lait, neighbours, values
from dashboard.importing.area_names import one_import_at_a_time
from dashboard.importing.draft import Draft
from dashboard.importing.found import MOST_MEASURES, Found, of_values, told
from dashboard.importing.gazetteer import Gazetteer
from dashboard.importing.notes import Notes
from dashboard.importing.series import MOST_SERIES, SeriesList
from dashboard.importing.sheet import NotUnderstood, Sheet, opened
from dashboard.importing.survey import Survey, surveyed
from dashboard.models import DataSet, Release

Layout = DataSet.Layout
KNOWN: dict[Layout, Callable[[Sheet], bool]] = {
    Layout.EXPLORE: explore.known_by,
    Layout.DICTIONARY: dictionary.known_by,
    Layout.LAIT: lait.known_by,
    Layout.NEIGHBOURS: neighbours.known_by,
}
UNKNOWN = (
    "The columns ({names}) are not those of a table that is known here: explore education statistics, the local "
    "authority interactive tool's long table or its data dictionary, or statistical neighbours. Download one of these "
    "as CSV, with its heading as the first line."
)
OLDER = "The table ends with {last}, but there are values of {newest}: it may be an older release."
LONGEST_HEADING = 120


def layout_of(sheet: Sheet) -> Layout:
    """The layout by the heading alone. NotUnderstood when it is none of those known."""
    for layout, is_known in KNOWN.items():
        if is_known(sheet):
            return layout
    names = ", ".join(name for name in sheet.heading if name)
    raise NotUnderstood(UNKNOWN.format(names=names[:LONGEST_HEADING]))


@transaction.atomic
def previewed(release: Release, file: IO[bytes]) -> tuple[DataSet, Found]:
    """What a file is, and what counting it would change; nothing of it counts. NotUnderstood says what is wrong."""
    sheet = opened(file)
    layout = layout_of(sheet)
    if layout == Layout.EXPLORE:
        survey = surveyed(sheet)
        data_set = data_sets.explore(survey, release.filename)
        return data_set, _of_values(sheet, release, data_set, survey)
    data_set = data_sets.only_one(layout)
    if layout == Layout.LAIT:
        return data_set, _of_values(sheet, release, data_set)
    notes = Notes()
    found = _of_words(sheet, notes) if layout == Layout.DICTIONARY else _of_neighbours(sheet, release, notes)
    found.tell(notes)
    return data_set, found


def count(release: Release, file: IO[bytes]) -> tuple[int, int, int]:
    """Make a file count, in the transaction that this is called in; returns how much was new, revised and the same."""
    assert release.data_set is not None
    sheet = opened(file)
    one_import_at_a_time()
    layout = release.data_set.layout
    if layout == Layout.DICTIONARY:
        words = dictionary.read(sheet, Notes())
        dictionary.count(words)
        return len(words.new), len(words.revised), len(words.same)
    if layout == Layout.NEIGHBOURS:
        pairs = neighbours.read(sheet, release.filename, Notes())
        neighbours.count(pairs, release)
        return pairs.new, pairs.revised, pairs.same
    survey = surveyed(sheet) if layout == Layout.EXPLORE else None
    draft, lines = _streaming(sheet, release, release.data_set, survey)
    compared = values.count(draft, lines)
    if survey:
        values.note_decimals(release.data_set)
    return compared.new, compared.revised, compared.same


def _streaming(sheet: Sheet, release: Release, data_set: DataSet, survey: Survey | None) -> tuple[Draft, Iterable[str]]:
    series = SeriesList(data_set, min(survey.series, MOST_SERIES)) if survey else SeriesList(data_set)
    draft = Draft(release, Gazetteer(), series)
    return draft, explore.lines(sheet, draft, survey) if survey else lait.lines(sheet, draft)


def _of_values(sheet: Sheet, release: Release, data_set: DataSet, survey: Survey | None = None) -> Found:
    draft, lines = _streaming(sheet, release, data_set, survey)
    values.stage(draft, lines)
    found = of_values(data_set.layout, draft, values.compare(draft), values.symbols(), values.areas())
    of_series = values.by_measure()
    series = [one for one in draft.series.known.values() if one.pk in of_series]
    # Those of the catalogue first, as a preview lists only so many.
    series.sort(key=lambda one: (one.indicator_id is None, one.name, one.code))
    found.measures = [told(one, *of_series[one.pk]) for one in series[:MOST_MEASURES]]
    found.measure_count = len(series)
    if survey and survey.says_no_year:
        found.year_ends = str(explore.year_ends(sheet, data_set))
    if (
        (newest := values.newest(data_set))
        and draft.periods
        and newest.date > max(period.date for period in draft.periods.values())
    ):
        found.warnings.insert(0, OLDER.format(last=draft.printed()[-1], newest=newest.period))
    return found


def _of_words(sheet: Sheet, notes: Notes) -> Found:
    words = dictionary.read(sheet, notes)
    everything = [*words.new, *words.revised, *words.same]
    return Found(
        Layout.DICTIONARY,
        measures=[told(one) for one in everything[:MOST_MEASURES]],
        measure_count=len(everything),
        new=len(words.new),
        revised=len(words.revised),
        same=len(words.same),
        examples=words.examples[: values.MOST_EXAMPLES],
    )


def _of_neighbours(sheet: Sheet, release: Release, notes: Notes) -> Found:
    pairs = neighbours.read(sheet, release.filename, notes)
    return Found(
        Layout.NEIGHBOURS,
        areas=len({pair.area for pair in pairs.pairs}),
        periods=[str(pairs.year)],
        new=pairs.new,
        revised=pairs.revised,
        same=pairs.same,
        examples=pairs.examples[: values.MOST_EXAMPLES],
    )
