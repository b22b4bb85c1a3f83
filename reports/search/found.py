"""A search as a person asks for it: what they typed, how it is read, and the paragraphs and documents that it finds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.conf import settings
from django.contrib.postgres.search import SearchRank
from django.db.models import F, QuerySet
from django.utils.module_loading import import_string

from reports.forms import SearchForm
from reports.models import Document, Passage, stems_of
from reports.search.facets import Counts
from reports.search.meanings import meanings_of
from reports.search.queries import Reading, Readings, readings
from reports.search.typed import Alternative, understood


@dataclass
class Search:
    """`form` may be wrong, or nothing may be asked for: then nothing is found, and `readings` is None."""

    user: Any
    form: SearchForm
    alternatives: list[Alternative] = field(default_factory=list)
    readings: Readings | None = None

    @property
    def said(self) -> dict[str, Any]:
        return self.form.cleaned_data

    @cached_property
    def matching(self) -> QuerySet[Passage]:
        """The paragraphs that have the words, of documents of the dates; of every council and kind."""
        if not self.readings:
            return Passage.objects.none()
        return self.form.narrow(Passage.objects.visible_to(self.user).filter(self.readings.condition), "document__")

    @cached_property
    def passages(self) -> QuerySet[Passage]:
        """The paragraphs that are found, in the order that was asked for."""
        found = self._narrowed(self.matching, "document__")
        if not self.readings:
            return found
        ranked = found.annotate(rank=SearchRank(F("search"), self.readings.any))
        return ranked.select_related("document__council").defer("search").order_by(*self._order)

    @cached_property
    def documents(self) -> QuerySet[Document]:
        """The documents whose titles have the words, the newest first."""
        documents = Document.objects.visible_to(self.user).published()
        if not self.readings:
            return documents.none()
        named = documents.annotate(search=stems_of("title")).filter(search=self.readings.general.query)
        return self._narrowed(self.form.narrow(named, ""), "").select_related("council").order_by("-date", "id")

    @cached_property
    def counts(self) -> Counts:
        council = self.form.council_chosen
        return Counts.of(self.matching, council=council.pk if council else None, kind=self.said.get("kind", ""))

    def reading_of(self, passage: Passage) -> Reading:
        assert self.readings is not None
        return self.readings.of(passage.document.council_id)

    @property
    def _order(self) -> list[str]:
        dated = {"newest": ["-document__date"], "oldest": ["document__date"]}
        return [*dated.get(self.said["sort"], ["-rank", "-document__date"]), "document_id", "ordinal"]

    def _narrowed(self, found: QuerySet, document: str) -> QuerySet:
        if council := self.form.council_chosen:
            found = found.filter(**{f"{document}council": council})
        if kind := self.said.get("kind"):
            found = found.filter(**{f"{document}kind": kind})
        return found


def asked(user, data: Mapping[str, Any]) -> Search:
    """A search as the address says it: the fields of the search page's form."""
    papers = Document.objects.visible_to(user).published()
    search = Search(user, import_string(settings.SEARCH_FORM)(data, documents=papers, user=user))
    if search.form.is_valid() and (alternatives := understood(search.said["q"])):
        councils = search.form.councils.values()
        meanings = None if search.said["exact"] else meanings_of(alternatives, user, councils)
        search.alternatives, search.readings = alternatives, readings(alternatives, meanings)
    return search


def found(user, data: Mapping[str, Any]) -> tuple[SearchForm, QuerySet[Passage]]:
    """The form and the paragraphs that it finds, best first or as it says; none where the form is wrong or empty."""
    search = asked(user, data)
    return search.form, search.passages
