"""The search page's form, with what the register of meetings knows to narrow a search by. settings.SEARCH_FORM."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.functional import cached_property

from meetings import presets
from meetings.forms.fields import named_in
from meetings.forms.periods import known_of
from meetings.models import Committee, MeetingRecord
from reports.forms import SearchForm


class SearchOfMeetings(SearchForm):
    """Narrowed to the papers of a committee's meetings, and to a period in which a council thinks."""

    committee = forms.ChoiceField(
        required=False,
        label="Papers of meetings of",
        error_messages={"invalid_choice": "Choose a committee from the list."},
    )
    when = forms.ChoiceField(
        required=False, label="When", error_messages={"invalid_choice": "Choose a period from the list."}
    )

    field_order = ["q", "council", "kind", "committee", "when", "since", "until", "sort", "exact"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["committee"].choices = lambda: [("", "Any committee"), *self.committees.items()]
        fields["when"].choices = lambda: [("", "Any date"), *((key, one.words) for key, one in self.periods.items())]

    @cached_property
    def committees(self) -> dict[str, str]:
        """The bodies that met as far as the user may know, each with its council where there are several."""
        records = MeetingRecord.objects.visible_to(self.user)
        bodies = named_in(records, "meeting__committee", Committee.objects.all())
        names = {
            pk: f" ({council.short_name})" if len(self.councils) > 1 else "" for pk, council in self.councils.items()
        }
        return {str(body.pk): f"{body}{names.get(str(body.council_id), '')}" for body in bodies}

    @cached_property
    def periods(self) -> dict[str, presets.Period]:
        """The periods whose days can be told: those of one council where it is the only one or was chosen."""
        today, chosen = timezone.localdate(), self.data.get("council", "")
        council = next(iter(self.councils), "") if len(self.councils) == 1 else chosen
        if council not in self.councils:
            return presets.periods(presets.Known(today, several=True))[0]
        return presets.periods(known_of(council, self.user))[0]

    def days(self) -> tuple[date | None, date | None]:
        """Own dates go before a period that was chosen."""
        own, period = super().days(), self.periods.get(self.cleaned_data.get("when", ""))
        return (period.first, period.last) if period and own == (None, None) else own

    def narrow(self, rows: QuerySet, document: str) -> QuerySet:
        rows = super().narrow(rows, document)
        if not (committee := self.cleaned_data.get("committee")):
            return rows
        of_it = Q(meeting__committee=committee) | Q(meeting__joint_with=committee)
        papers = MeetingRecord.objects.visible_to(self.user).filter(of_it).values("finding__document")
        return rows.filter(**{f"{document}pk__in": papers})
