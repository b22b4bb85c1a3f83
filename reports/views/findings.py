"""Findings as the desk shows them: with their fields in words, in groups, and what was done and is left to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django import forms

from reports.forms import RejectForm
from reports.models import Document, Finding, State, Verdict
from reports.reading.dates import in_words
from reports.register import PrintedDateField, RegisterForm, form_for
from reports.sorts import SORTS, Sort, in_order

# Choices that stand in the database, by sort of fact and field, read once for all rows of a page.
Choices = dict[tuple[str, str], list[tuple[str, str]]]


@dataclass
class Row:
    """A finding at the desk. `doing` names the form that is open on it: correct or reject."""

    finding: Finding
    doing: str = ""
    form: forms.Form | None = None
    stale: bool = False
    choices: Choices = field(default_factory=dict)

    @cached_property
    def register_form(self) -> RegisterForm:
        """The form of the finding's register, for showing what it states and why that is refused."""
        form = form_for(self.finding.fact).of(self.finding.stated)
        for name, asked in list(form.fields.items()):
            if isinstance(asked, forms.ModelChoiceField):
                form.fields[name] = self._listed(name, asked)
        return form

    @cached_property
    def sort(self) -> Sort:
        return SORTS[self.finding.fact]

    @cached_property
    def fields(self) -> list[tuple[str, str]]:
        """What the finding states, as labels and words."""
        return [(label, words) for label, words in _fields(self.register_form) if words]

    @cached_property
    def unstated(self) -> list[str]:
        return [label for label, words in _fields(self.register_form) if not words]

    @cached_property
    def errors(self) -> list[str]:
        """Why it cannot be accepted as it stands."""
        if self.finding.verdict != Verdict.PENDING:
            return []
        return [
            f"{self.register_form[name].label}: {error}" if name in self.register_form.fields else error
            for name, errors in self.register_form.errors.items()
            for error in errors
        ]

    def _listed(self, name: str, asked: forms.ModelChoiceField) -> forms.ChoiceField:
        choices = self.choices.setdefault((self.finding.fact, name), [])
        if not choices:
            choices += [("", ""), *((str(row.pk), str(row)) for row in asked.queryset)]
        return forms.ChoiceField(
            choices=choices, required=asked.required, label=asked.label, error_messages=asked.error_messages
        )

    @property
    def address(self) -> str:
        """Where it is shown in the register; empty where it is not, or not yet."""
        published = self.finding.is_confirmed and self.finding.document.state == State.PUBLISHED
        return form_for(self.finding.fact).address(self.finding) if published else ""

    @property
    def seen(self) -> str:
        """Which state of the finding the reader of the page has before them."""
        return f"{self.finding.pk}:{self.finding.version}"


@dataclass
class Group:
    """The findings of one sort; `rows` may be left out where only the counts are shown."""

    fact: str
    total: int
    pending: int
    rows: list[Row]

    @property
    def sort(self) -> Sort:
        return SORTS[self.fact]

    @property
    def checked(self) -> int:
        return self.total - self.pending


def rows(findings: Iterable[Finding]) -> list[Row]:
    """The findings of one page."""
    choices: Choices = {}
    return [Row(finding, choices=choices) for finding in findings]


def row(finding: Finding, doing: str = "", **kwargs: Any) -> Row:
    """A finding with the form that is wanted on it, filled."""
    form = kwargs.pop("form", None)
    if form is None and doing == "correct":
        form = form_for(finding.fact).of(finding.stated, auto_id=auto_id(finding))
    if form is None and doing == "reject":
        form = RejectForm(auto_id=auto_id(finding))
    return Row(finding, doing=doing if form else "", form=form, **kwargs)


def auto_id(finding: Finding) -> str:
    """Ids of fields, so that forms of two findings on one page do not share them."""
    return f"id_{finding.pk}_%s"


def groups(of: Iterable[Row]) -> list[Group]:
    """The rows by sort, in the desk's order."""
    by_fact: dict[str, list[Row]] = {}
    for one in of:
        by_fact.setdefault(one.finding.fact, []).append(one)
    return [_group(fact, by_fact[fact]) for fact in in_order(by_fact)]


def group_of(document: Document, fact: str, user) -> Group:
    """The counts of one sort, of what is open to the user."""
    verdicts = Counter(document.findings.open_to(user).filter(fact=fact).values_list("verdict", flat=True))
    return Group(fact, total=verdicts.total(), pending=verdicts[Verdict.PENDING], rows=[])


def counts(document: Document, user) -> dict[str, int]:
    """How many findings open to the user there are of each verdict, and in all."""
    verdicts = Counter(document.findings.open_to(user).values_list("verdict", flat=True))
    return {**{verdict.value: verdicts[verdict] for verdict in Verdict}, "total": verdicts.total()}


def _group(fact: str, of: list[Row]) -> Group:
    pending = sum(one.finding.verdict == Verdict.PENDING for one in of)
    return Group(fact, total=len(of), pending=pending, rows=of)


def _fields(form: forms.Form) -> list[tuple[str, str]]:
    return [(str(bound.label), _in_words(bound)) for bound in form if not bound.is_hidden]


def _in_words(bound: forms.BoundField) -> str:
    value = bound.value()
    if value in (None, "", []):
        return ""
    if isinstance(bound.field, PrintedDateField):
        return _date_in_words(value)
    if isinstance(value, list | tuple):
        return ", ".join(str(one) for one in value)
    if isinstance(bound.field, forms.ChoiceField):
        return {str(choice): str(words) for choice, words in bound.field.choices}.get(str(value), str(value))
    return str(value)


def _date_in_words(printed: str) -> str:
    try:
        return in_words(printed)
    except ValueError:
        return printed
