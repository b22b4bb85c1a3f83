"""Fields by which lists are narrowed, which offer what is in the list."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import OuterRef, QuerySet, Subquery

from meetings.facets import Facet, Names
from meetings.models import Committee, Entry, Portfolio
from reports.models import Council
from reports.titles import in_title_case

# How many values of one facet may be chosen together.
MOST_CHOSEN = 100


def named_in(rows: QuerySet, name: str, things: QuerySet) -> QuerySet:
    """Of things those that a row names in its field `name`.

    Each looks for one row of its own and stops there: to go through all rows takes the longer the more there are.
    """
    one = _of_its_sort(rows).order_by().filter(**{name: OuterRef("pk")}).values("pk")[:1]
    return things.alias(one_row=Subquery(one)).filter(one_row__isnull=False)


def _of_its_sort(rows: QuerySet) -> QuerySet:
    """The same rows, where they are entries with their sort said, by which an index finds those of a body."""
    if rows.model is Entry or not issubclass(rows.model, Entry):
        return rows
    name = rows.model._meta.model_name
    return rows.filter(sort=Entry.Sort.PLANNED if name == "planneddecision" else name)


class WordsField(forms.CharField):
    def __init__(self, **kwargs: Any) -> None:
        said = {"label": "Words", "help_text": 'Use "quotation marks" for words that belong together'}
        super().__init__(**{"required": False, "max_length": 200, **said, **kwargs})


class CouncilField(forms.ChoiceField):
    """One of the councils whose rows are in the list."""

    def __init__(self) -> None:
        super().__init__(label="Council", required=False)

    def draw(self, councils: list[Council]) -> None:
        self.choices = [("", "Any"), *((str(council.pk), council.name) for council in councils)]


class BodyField(forms.ChoiceField):
    """One of the committees or portfolios that are in the list."""

    def __init__(self, sort: type[Committee] | type[Portfolio], **kwargs: Any) -> None:
        super().__init__(label=sort._meta.verbose_name.capitalize(), required=False, **kwargs)
        self.sort = sort

    def draw(self, rows: QuerySet, name: str) -> None:
        """Choose from what is in the rows, each with its council where there are several."""
        found = list(named_in(rows, name, self.sort.objects.select_related("council")))
        several = len({body.council_id for body in found}) > 1
        names = [(str(body.pk), f"{body} ({body.council.short_name})" if several else str(body)) for body in found]
        self.choices = [("", "Any"), *names]


class PrintedField(forms.ChoiceField):
    """One of the wordings that stand in a field of the list."""

    def draw(self, rows: QuerySet, name: str) -> None:
        words = rows.exclude(**{name: ""}).order_by(name).values_list(name, flat=True).distinct()
        self.choices = [("", "Any"), *((word, in_title_case(word)) for word in words)]


class FacetField(forms.MultipleChoiceField):
    """Any of the values that a facet has in the list; `rows` are all that the reader may see, whatever is chosen."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, facet: Facet) -> None:
        super().__init__(label=facet.label, required=False)
        self.facet = facet
        self.rows: QuerySet | None = None
        self.names: Names | None = None
        self.words: dict[str, str] = {}

    def clean(self, value: Any) -> list[str]:
        """The values that were chosen, each once. What no row of the reader's has is no choice."""
        said = list(dict.fromkeys(one for one in self.to_python(value) if one))
        self.words = self.names.of(self.facet, said[:MOST_CHOSEN], among=self.rows)
        if unknown := [one for one in said if one not in self.words]:
            message = f"Choose from the list: “{unknown[0][:60]}” is not in it."
            raise forms.ValidationError(message.replace("\x00", ""), code="invalid_choice")
        return said

    def in_words(self, value: str) -> str:
        return self.words.get(value, value)
