"""The door from a finding into its register: one form for each fact, named in settings.REGISTERS.

A form of a register takes a fact's fields as its own. What passes it can be entered; what does not is shown at the
desk with the form's errors. Reviewers correct a finding through the same form.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.db.models import Model
from django.urls import reverse
from django.utils.module_loading import import_string

from reports.models import Finding
from reports.reading.dates import dates_in, in_words, span


class PrintedDateField(forms.CharField):
    """A date as exact as a paper prints it, typed as people do (7 February 2018, 2015/16); cleans to ISO."""

    default_error_messages = {
        "invalid": "Enter a date such as 7 February 2018, March 2016, 2016 or 2015/16, as exact as the paper prints it."
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": 60, **kwargs})

    def prepare_value(self, value: Any) -> Any:
        try:
            return in_words(value) if value else value
        except ValueError:
            return value

    def clean(self, value: Any) -> str:
        printed = super().clean(value)
        if not printed:
            return ""
        try:
            span(printed)
        except ValueError:
            found = dates_in(printed)
            if len(found) != 1:
                raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from None
            return found[0].iso
        return printed


# How exact a date is, where the register says it shorter than the reader.
PRECISIONS = {"financial_year": "year"}


def first_day(iso: str) -> tuple[date | None, str]:
    """The first day of an ISO date of any precision, and the precision; (None, "none") for an empty one."""
    if not iso:
        return None, "none"
    start, _, precision = span(iso)
    return start, PRECISIONS.get(precision, precision)


def last_day(iso: str) -> tuple[date | None, str]:
    """The last day of an ISO date of any precision, and the precision; (None, "none") for an empty one."""
    if not iso:
        return None, "none"
    _, end, precision = span(iso)
    return end, PRECISIONS.get(precision, precision)


class RegisterForm(forms.Form):
    """The form of one fact. Its fields are the fact's, but for those that `spread` and `gather` take apart."""

    place = ""  # where its entries are shown, in words: "Decisions"
    listed = ""  # the name of that page's address: "meetings:decisions"

    @classmethod
    def address(cls, finding: Finding) -> str:
        """Where the entry of a published finding is shown: its own page, else its list; empty before it is entered."""
        return reverse(cls.listed)

    # The piece of a page by which a reviewer settles once for all what the reader does not know; see `propose`.
    settles = ""

    @classmethod
    def is_unsettled(cls, finding: Finding) -> bool:
        """Whether the finding lacks what can be settled once for all such findings."""
        return False

    @classmethod
    def propose(cls, findings: list[Finding]) -> list[Finding]:
        """Fill `proposed` and `proposed_by` of findings with what people settled; those that changed. Saves nothing."""
        return []

    @classmethod
    def of(cls, data: dict[str, Any], **kwargs: Any) -> RegisterForm:
        """The form as filled by a fact's data."""
        spread = cls.spread(data)
        return cls(data={name: "" if value is None else value for name, value in spread.items()}, **kwargs)

    @classmethod
    def spread(cls, data: dict[str, Any]) -> dict[str, Any]:
        """A fact's data as this form's fields."""
        return dict(data)

    def gather(self) -> dict[str, Any]:
        """This form's cleaned fields as a fact's data; what is empty is None."""
        return {name: None if value in ("", [], None) else value for name, value in self.cleaned_data.items()}

    def enter(self, finding: Finding) -> Model:
        """The register's row for a finding; made new, or brought up to date when the finding is entered again."""
        raise NotImplementedError


def form_for(fact: str) -> type[RegisterForm]:
    """The form of a fact. KeyError for a fact that no register takes."""
    return import_string(settings.REGISTERS[fact])


def errors_of(finding: Finding) -> dict[str, list[str]]:
    """Why a finding, as it stands, cannot enter its register; empty when it can."""
    return dict(form_for(finding.fact).of(finding.stated).errors)


def enter(finding: Finding) -> Model:
    """Put a confirmed finding into its register. ValueError when its form refuses it."""
    form = form_for(finding.fact).of(finding.stated)
    if not form.is_valid():
        raise ValueError(f"{finding}: {form.errors.as_text()}")
    return form.enter(finding)
