"""What the watch list and the pages of comparison can be asked for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import QueryDict

from dashboard import catalogue
from dashboard import overview as newest
from dashboard.comparing import ORDERS, Around, around
from dashboard.forms import CouncilForm
from dashboard.models import Area, Indicator, OfficialMeasure
from dashboard.series import Lines, compared
from dashboard.trend import YEARS
from dashboard.watch_lists import comparators
from dashboard.watching import Comparator
from reports.models import Council

WINDOWS = (5, 7, 10, 15)


class WatchForm(CouncilForm):
    """Whose watch list is shown, compared with whom, and by the trend of how many years."""

    than = forms.ChoiceField(
        required=False,
        label="Compared with",
        error_messages={"invalid_choice": "Choose whom to compare with from the list."},
    )
    years = forms.TypedChoiceField(
        required=False,
        coerce=int,
        empty_value=YEARS,
        label="Trend of the last",
        choices=[(years, f"{years} years") for years in WINDOWS],
        error_messages={"invalid_choice": "Choose a number of years from the list."},
    )

    # What can be chosen depends on whose list it is, so that the form comes along with the list.
    divided_by = ("council",)

    def __init__(self, data: QueryDict, *, councils: QuerySet[Council]) -> None:
        data = data.copy()
        # The fields say what is shown, also where nobody chose.
        data["years"] = data.get("years") or str(YEARS)
        super().__init__(data, councils=councils)
        self.among = compared(self.chosen) if self.chosen else None
        self.comparators = comparators(self.among) if self.among else []
        self.fields["than"].choices = [(one.place, one.name[:1].upper() + one.name[1:]) for one in self.comparators]

    @property
    def asked(self) -> tuple[Comparator | None, int]:
        """Whom to compare with and the window; nobody where there is nobody, or the form is wrong."""
        if not self.is_valid():
            return None, YEARS
        than: Any = self.cleaned_data["than"]
        chosen = (one for one in self.comparators if one.place == than)
        return next(chosen, next(iter(self.comparators), None)), self.cleaned_data["years"]


NO_TOPIC = "Other measures"


def measures() -> QuerySet[Indicator]:
    """The measures of the catalogue that have an official series."""
    series = OfficialMeasure.objects.filter(indicator=OuterRef("pk"))
    return Indicator.objects.filter(Exists(series))


def by_topic(indicators: Iterable[Indicator]) -> list[tuple[str, list[tuple[str, str]]]]:
    """The measures as a list to choose from has them, under their topics."""
    grouped = catalogue.by_topic(indicators)
    return [(topic or NO_TOPIC, [(one.pk, one.name) for one in of]) for topic, of in grouped]


def first_shown(indicators: Iterable[Indicator]) -> str:
    """The measure to begin with: the first of which it can be said that one authority does better than another."""
    ordered = [one for _, of in catalogue.by_topic(indicators) for one in of]
    ordered.sort(key=lambda one: (one.unit == Indicator.Unit.COUNT, one.polarity not in ("high", "low")))
    return ordered[0].pk if ordered else ""


class OfferedField(forms.ChoiceField):
    """A choice of what the values leave: `AreaForm.offer` says which, once they are known."""

    def valid_value(self, value: str) -> bool:
        return True


class AreaForm(forms.Form):
    """Which authority is compared, and by which set of statistical neighbours.

    An authority that is asked for by its council, or that nobody asked for, is the council's whose register it is.
    """

    area = forms.ChoiceField(
        required=False,
        label="Authority",
        error_messages={"invalid_choice": "Choose an authority from the list."},
    )
    set = forms.ChoiceField(required=False, label="Statistical neighbours")
    # The sets and the periods depend on the authority and on the measure, so that the form comes along with the list.
    divided_by = ("area",)

    def __init__(self, data: QueryDict, *, user: Any) -> None:
        self.areas = list(Area.objects.filter(level=Area.Level.AUTHORITY).order_by("name"))
        data = data.copy()
        data["area"] = data.get("area") or self._first(data.get("council", ""), user)
        self.own = next((area for area in self.areas if str(area.pk) == data["area"]), None)
        year = data.get("set", "")
        asked = int(year) if year.isdecimal() and len(year) == 4 else None
        self.around = around(Q(pk=self.own.pk), asked) if self.own else None
        chosen = self.around.among.set if self.around else None
        # Another authority may not be in the set that was chosen for the one before.
        data["set"] = str(chosen.year) if chosen else ""
        super().__init__(data)
        self.typed = data
        self.fields["area"].choices = [(str(area.pk), area.name) for area in self.areas]
        sets = self.around.sets if self.around else ()
        self.fields["set"].choices = [(str(one.year), f"{one.year} set") for one in sets]

    def _first(self, council: str, user: Any) -> str:
        """The authority of a council, or else of the council of the most papers that is one."""
        of_council = {str(area.council_id): str(area.pk) for area in self.areas if area.council_id}
        if council in of_council or not of_council:
            return of_council.get(council, "")
        known = (str(one.pk) for one in newest.councils(user))
        return next((of_council[pk] for pk in known if pk in of_council), "") or next(iter(of_council.values()))

    @property
    def known(self) -> Around | None:
        """Whom the authority is compared with; None where the form is wrong."""
        return self.around if self.is_valid() else None

    def offer(self, name: str, choices: Iterable[tuple[str, str]]) -> str:
        """Give a field the choices that the values leave it; what is chosen, or else the first of them.

        What is left over from another measure is no mistake of who asks.
        """
        offered = list(choices)
        typed = self.typed.get(name, "")
        chosen = typed if typed in dict(offered) else (offered[0][0] if offered else "")
        self.fields[name].choices = offered
        self.typed[name] = self.cleaned_data[name] = chosen
        return chosen


class CompareForm(AreaForm):
    """One measure of an authority and of those it is compared with, for one period."""

    indicator = forms.ChoiceField(
        required=False,
        label="Measure",
        error_messages={"invalid_choice": "Choose a measure from the list."},
    )
    also = forms.ChoiceField(
        required=False,
        label="And one more authority",
        error_messages={"invalid_choice": "Choose one more authority from the list, or none."},
    )
    series = OfferedField(required=False, label="Official series")
    period = OfferedField(required=False, label="Period")
    order = forms.ChoiceField(
        required=False,
        label="Order",
        choices=[(name, words) for name, (words, _) in ORDERS.items()],
        error_messages={"invalid_choice": "Choose an order from the list."},
    )
    field_order = ("indicator", "series", "area", "also", "set", "period", "order")

    def __init__(self, data: QueryDict, *, user: Any) -> None:
        self.indicators = list(measures())
        data = data.copy()
        if not data.get("indicator"):
            data["indicator"] = first_shown(self.indicators)
        super().__init__(data, user=user)
        self.fields["indicator"].choices = by_topic(self.indicators)
        others = [(str(area.pk), area.name) for area in self.areas if area != self.own]
        self.fields["also"].choices = [("", "None"), *others]

    @property
    def measure(self) -> Indicator | None:
        typed = self.cleaned_data.get("indicator") if self.is_valid() else None
        return next((one for one in self.indicators if one.pk == typed), None)

    @property
    def other(self) -> Area | None:
        typed = self.cleaned_data.get("also") if self.is_valid() else None
        return next((area for area in self.areas if str(area.pk) == typed), None)

    @property
    def sorting(self) -> str:
        return str(self.cleaned_data.get("order") or "likeness")

    def offer_series(self, official: Lines, others: Iterable[Lines]) -> None:
        """Let the reader choose where there is more than one official series; the one that is shown comes first."""
        known = [lines.measure for lines in (official, *others) if lines.measure]
        named = [(one.code, f"{one.data_set.title}: {one.name}") for one in known]
        self.offer("series", named if len(named) > 1 else [])

    def day(self, known: list[tuple[date, str]]) -> date | None:
        """The last day of the period that is asked for, or else of the latest."""
        chosen = self.offer("period", [(day.isoformat(), words) for day, words in known])
        return date.fromisoformat(chosen) if chosen else None


class AllForm(AreaForm):
    """Every measure of an authority, for the latest period of each or for those that end in one year."""

    topic = forms.ChoiceField(
        required=False, label="Topic", error_messages={"invalid_choice": "Choose a topic from the list."}
    )
    q = forms.CharField(
        max_length=100,
        required=False,
        label="Words in the measure's name",
        error_messages={"max_length": "The words must be 100 characters or fewer."},
    )
    year = OfferedField(required=False, label="Periods that end in")
    field_order = ("area", "set", "year", "topic", "q")

    def __init__(self, data: QueryDict, *, user: Any) -> None:
        self.indicators = list(measures())
        super().__init__(data, user=user)
        topics = [topic for topic, _ in catalogue.by_topic(self.indicators) if topic]
        self.fields["topic"].choices = [("", "All topics"), *((topic, topic) for topic in topics)]

    @property
    def chosen(self) -> list[Indicator]:
        """The measures that the topic and the words leave."""
        if not self.is_valid():
            return []
        topic, words = self.cleaned_data["topic"], self.cleaned_data["q"].casefold().split()
        return [
            one
            for one in self.indicators
            if topic in ("", one.topic) and all(word in one.name.casefold() for word in words)
        ]
