"""The watch lists of councils: made for a reader, and kept so that followers are told what entered and what left.

What is kept is made of what everybody may read, with the comparator and the window that a reader gets who chooses none.
"""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.utils import timezone

from dashboard.models import Indicator, Watched
from dashboard.series import MEAN, MEDIAN, NATION, REGION, Compared, compared, figures_of, held
from dashboard.trend import YEARS
from dashboard.watching import Comparator, WatchList, watched
from reports.models import Council


def comparators(among: Compared) -> list[Comparator]:
    """Whom the council can be compared with, first whom it is compared with where nobody chose."""
    if among.own is None:
        return []
    found = []
    if among.neighbours and among.set:
        for place, average in ((MEAN, "mean"), (MEDIAN, "median")):
            found.append(Comparator(place, f"the {average} of its statistical neighbours in the {among.set.year} set"))
    found += [Comparator(NATION, among.nation.name)] if among.nation else []
    return [*found, *([Comparator(REGION, among.own.region.name)] if among.own.region else [])]


def watch_list(
    council: Council, reader, among: Compared, comparator: Comparator | None, years: int = YEARS
) -> WatchList:
    """What comes of each measure of the catalogue; nothing where there is nobody to compare with."""
    if comparator is None:
        return WatchList((), ())
    figures = figures_of(held(Indicator.objects.all(), council), council, reader, among=among)
    return watched(figures, comparator, years)


def renew_all() -> int:
    """Renew the watch list of each council that is an area; how many lines entered or left."""
    return sum(renew(council) for council in Council.objects.all())


@transaction.atomic
def renew(council: Council) -> int:
    """Note what entered the council's watch list and what left it since it was last renewed; how many lines that is."""
    # One at a time, or two would both note what entered; without holding up those who publish papers of the council.
    Council.objects.select_for_update(no_key=True).get(pk=council.pk)
    now = _listed(council)
    kept = {(one.indicator_id, one.why): one for one in Watched.objects.listed().filter(council=council)}
    left = [one.pk for key, one in kept.items() if key not in now]
    Watched.objects.filter(pk__in=left).update(until=timezone.now())
    entered = [
        Watched(council=council, indicator_id=slug, why=why, sentence=sentence)
        for (slug, why), sentence in now.items()
        if (slug, why) not in kept
    ]
    Watched.objects.bulk_create(entered)
    told_anew = [one for key, one in kept.items() if key in now and one.sentence != now[key]]
    for one in told_anew:
        one.sentence = now[one.indicator_id, one.why]
    Watched.objects.bulk_update(told_anew, ["sentence"])
    return len(left) + len(entered)


def _listed(council: Council) -> dict[tuple[str, str], str]:
    """The sentence of each measure that is on the council's list now, by its slug and by why it is there."""
    among = compared(council)
    found = watch_list(council, AnonymousUser(), among, next(iter(comparators(among)), None))
    return {(one.figures.indicator.pk, str(one.why)): one.sentence for one in found.listed}
