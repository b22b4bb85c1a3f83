"""How matters are narrowed, and what an officer types of one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import F, QuerySet

from meetings.forms.fields import BodyField, WordsField
from meetings.forms.filters import DatesFilter
from meetings.models import Committee, Entry

LATEST, NAME = "latest", "name"


class BodyOfMatterField(BodyField):
    """One of the committees that had to do with a matter of the list."""

    def draw(self, rows: QuerySet, name: str) -> None:
        super().draw(Entry.objects.visible_to(rows.reader).filter(matter__in=rows.order_by()), name)


class MatterFilter(DatesFilter):
    words = WordsField(label="Words of its name")
    committee = BodyOfMatterField(Committee)
    open = forms.BooleanField(label="With an open action or recommendation", required=False)
    sort = forms.ChoiceField(label="Sort by", required=False, choices=[("", "Latest line"), (NAME, "Name")], initial="")

    def narrowed(self) -> QuerySet:
        """In the order that was asked for."""
        rows, (first, last) = self.rows, self.days
        if first or last:
            within = {"date__gte": first, "date__lte": last}
            rows = rows.with_a_line(**{name: day for name, day in within.items() if day})
        if "committee" in self.said:
            rows = rows.with_a_line(**self.equal("committee"))
        if "open" in self.said:
            rows = rows.with_open_lines()
        if "words" in self.said:
            rows = rows.saying(self.said["words"])
        return rows.order_by("title", "pk") if self.said.get("sort") == NAME else rows.order_by(*BY_LATEST)


BY_LATEST = (F("latest").desc(nulls_last=True), "title", "pk")


class NameForm(forms.Form):
    """What a matter is called; somebody cleared also says whether everybody may read it."""

    title = forms.CharField(label="Name of the matter", max_length=300)
    exempt = forms.BooleanField(
        label="This name is for cleared people only",
        required=False,
        help_text="Leave this ticked if the name tells something of an exempt part",
    )

    def __init__(self, data: Any = None, *, cleared: bool, **kwargs: Any) -> None:
        super().__init__(data, use_required_attribute=False, **kwargs)
        if not cleared:
            del self.fields["exempt"]


class ByWords(forms.Form):
    """Words to find a matter or a line by."""

    q = forms.CharField(label="Words", required=False, max_length=200)
