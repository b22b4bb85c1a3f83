"""Findings as the desk shows them: with their fields in words, in groups, and what was done and is left to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django import forms

from reports.forms import RejectForm
from reports.models import Document, Enclosure, Finding, State, Verdict
from reports.reading.dates import in_words
from reports.reading.facts import SURE
from reports.register import PrintedDateField, RegisterForm, form_for
from reports.sorts import SORTS, Sort, in_order
from reports.sureness import Sureness, least_sure_first, sureness

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

    @cached_property
    def paper(self) -> Enclosure | None:
        """The paper of a pack that it was read in."""
        return self.finding.document.paper_at(self.finding.passage.ordinal)

    @property
    def group_key(self) -> str:
        return group_key(self.paper, self.finding.fact)

    @property
    def sureness(self) -> Sureness | None:
        return sureness(self.finding)

    @property
    def proposed(self) -> list[str]:
        """What of it a person settled for all such findings, as labels; nothing once a person corrected this one."""
        if self.finding.corrected is not None:
            return []
        return [str(self.register_form[name].label) for name in self.finding.proposed or {}]

    @property
    def settles(self) -> str:
        """The piece of the page by which a person settles what the finding lacks; empty where there is nothing."""
        form = form_for(self.finding.fact)
        lacks = self.finding.verdict == Verdict.PENDING and form.is_unsettled(self.finding)
        return form.settles if lacks else ""

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
    """The findings of one sort, in a pack of one paper; `rows` may be left out where only the counts are shown."""

    fact: str
    total: int
    pending: int
    # How many of the pending are sure.
    sure: int
    rows: list[Row]
    paper: Enclosure | None = None

    @property
    def sort(self) -> Sort:
        return SORTS[self.fact]

    @property
    def key(self) -> str:
        """What tells it from the other groups of a page."""
        return group_key(self.paper, self.fact)

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


def groups(of: Iterable[Row], order: str = "paper") -> list[Group]:
    """The rows by paper of a pack and by sort of fact, in the desk's order; within a sort in one of ORDERS."""
    by_paper: dict[Enclosure | None, dict[str, list[Row]]] = {}
    for one in of if order == "paper" else sorted(of, key=lambda row: least_sure_first(row.finding)):
        by_paper.setdefault(one.paper, {}).setdefault(one.finding.fact, []).append(one)
    papers = sorted(by_paper, key=lambda paper: paper.ordinal if paper else -1)
    return [_group(fact, by_paper[paper][fact], paper) for paper in papers for fact in in_order(by_paper[paper])]


def group_of(document: Document, fact: str, user, paper: Enclosure | None = None) -> Group:
    """The counts of one sort, of what is open to the user; in a pack of one of its papers."""
    found = document.findings.open_to(user).filter(fact=fact)
    if paper:
        found = found.filter(passage__ordinal__range=(paper.first, paper.last))
    those = list(found.values_list("verdict", "basis"))
    pending = [basis for verdict, basis in those if verdict == Verdict.PENDING]
    return Group(fact, len(those), len(pending), sum(basis in SURE for basis in pending), rows=[], paper=paper)


def group_key(paper: Enclosure | None, fact: str) -> str:
    return f"{paper.ordinal}-{fact}" if paper else fact


def counts(document: Document, user) -> dict[str, int]:
    """How many findings open to the user there are of each verdict, and in all."""
    verdicts = Counter(document.findings.open_to(user).values_list("verdict", flat=True))
    return {**{verdict.value: verdicts[verdict] for verdict in Verdict}, "total": verdicts.total()}


def _group(fact: str, of: list[Row], paper: Enclosure | None) -> Group:
    pending = [one.finding for one in of if one.finding.verdict == Verdict.PENDING]
    return Group(fact, len(of), len(pending), sum(finding.is_sure for finding in pending), rows=of, paper=paper)


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
