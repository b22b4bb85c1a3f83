"""Lists that are narrowed by when: by a period in which a council thinks, or by one's own dates; and their orders."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.functional import cached_property

from meetings import presets
from meetings.forms.filters import DatesFilter
from meetings.models import Meeting
from reports.models import Council

# Bodies that may be full Council or the cabinet, by their keys; which are is for `presets` to say.
COUNCILS, CABINETS = Q(committee__key__contains="council"), Q(committee__key__regex=r"\y(cabinet|executive)\y")
MAY_BE_MEANT = COUNCILS | CABINETS
# How many are looked through for the last one or two, where none is of these years.
LAST_FEW = 100
A_DAY = len("2026-05-20")


def known_of(council: Council | str, user: Any) -> presets.Known:
    """What is known of one council's meetings, as far as the user may know of them.

    Of those of years ago only the last few of each sort: to go through all takes ever longer.
    """
    today = timezone.localdate()
    meetings = Meeting.objects.filter(MAY_BE_MEANT, committee__council=council)
    wanted = Q(date__gte=presets.looked_back_to(today))
    for sort in (COUNCILS, CABINETS):
        held = meetings.filter(sort, date__lte=today).order_by("-date", "pk")
        wanted |= Q(pk__in=held.values("pk")[:LAST_FEW])
    shown = meetings.visible_to(user).filter(wanted).order_by()
    days = shown.values_list("committee__council__name", "committee__key", "date", "held_on")
    return presets.known_from(today, [found[:3] for found in days if len(found[3]) == A_DAY])


class PeriodFilter(DatesFilter):
    """Own dates go before a period that was chosen."""

    when = forms.ChoiceField(label="When", required=False, widget=forms.RadioSelect)
    sort = forms.ChoiceField(label="Sort by", required=False)

    field_order = ["council", "when", "date_from", "date_to"]
    # By the word in an address: what an order is called, and the method of the rows or the names of it.
    orders: dict[str, tuple[str, Any]] = {"oldest": ("Oldest first", "earliest_first")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["when"].choices = self._whens
        self.fields["sort"].choices = [("", "Newest first"), *((name, order[0]) for name, order in self.orders.items())]
        self.order_fields([*self.field_order, *(name for name in self.fields if name != "sort"), "sort"])

    def draw(self) -> None:
        super().draw()
        self["when"].help_text = " ".join(self.periods[1].values())

    def _whens(self) -> list[tuple[str, str]]:
        return [("", "Any date"), *((name, period.words) for name, period in self.periods[0].items())]

    @cached_property
    def periods(self) -> tuple[dict[str, presets.Period], dict[str, str]]:
        """The periods that can be told for the council that is shown, and why the others cannot."""
        council = self._council()
        if council is None:
            return presets.periods(presets.Known(timezone.localdate(), several=self.several_councils))
        return presets.periods(known_of(council, self.user))

    def _council(self) -> Any:
        """The one council that is shown, or None."""
        chosen = getattr(self, "cleaned_data", {}).get("council") or []
        chosen = chosen if isinstance(chosen, list) else [chosen]
        if len(chosen) == 1:
            return chosen[0]
        return self.councils[0] if len(self.councils) == 1 else None

    @property
    def days(self) -> tuple[date | None, date | None]:
        """The first and the last day asked for, by own dates or by a period."""
        own, period = super().days, self.periods[0].get(self.said.get("when", ""))
        return (period.first, period.last) if period and own == (None, None) else own

    def clean(self) -> None:
        super().clean()
        asked = self.data.get("when", "")
        if "when" in self.errors and asked in self.periods[1]:
            del self._errors["when"]
            self.add_error("when", self.periods[1][asked])
        if self.cleaned_data.get("date_from") or self.cleaned_data.get("date_to"):
            self.cleaned_data["when"] = ""

    def in_words(self, name: str) -> str:
        return self.periods[0][self.said["when"]].words if name == "when" else super().in_words(name)

    def in_order(self, rows: QuerySet) -> QuerySet:
        if "sort" not in self.said:
            return rows
        order = self.orders[self.said["sort"]][1]
        return getattr(rows, order)() if isinstance(order, str) else rows.order_by(*order)
