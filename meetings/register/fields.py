"""Fields of a fact as an officer types them: yes or no or not stated, lists one a line, pounds, votes, long text."""

from __future__ import annotations

import re
from typing import Any

from django import forms


class TextField(forms.CharField):
    """Several lines of text."""

    def __init__(self, *, rows: int = 3, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)


class YesNoField(forms.TypedChoiceField):
    """True, False, or None where the paper does not say."""

    def __init__(self, **kwargs: Any) -> None:
        choices = [("", "Not stated"), ("True", "Yes"), ("False", "No")]
        super().__init__(
            choices=choices, coerce=lambda said: said == "True", empty_value=None, required=False, **kwargs
        )


class ChoiceOrNoneField(forms.ChoiceField):
    """One of a few words, or none where the paper does not say."""

    def __init__(self, *, choices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(choices=[("", "Not stated"), *choices], required=False, **kwargs)


class LinesField(forms.CharField):
    """A list of names, one a line; cleans to a list."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, widget=forms.Textarea(attrs={"rows": 3}), **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def clean(self, value: Any) -> list[str]:
        lines = super().clean(self.prepare_value(value)).splitlines()
        return [line.strip() for line in lines if line.strip()]


class PoundsField(forms.DecimalField):
    """An amount in pounds, typed as people do (£250,000 or -1500)."""

    default_error_messages = {"invalid": "Enter an amount in pounds, such as 250000 or -1,500.50."}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_digits=14, decimal_places=2, required=False, widget=forms.TextInput, **kwargs)

    def clean(self, value: Any) -> Any:
        # Papers print a true minus sign; people type a hyphen.
        typed = "" if value is None else re.sub(r"[£,\s]", "", str(value))
        return super().clean(typed.replace("−", "-").replace("–", "-"))


class VotesForm(forms.Form):
    """The fields of a vote, for the forms of facts that have one."""

    votes_for = forms.IntegerField(label="Votes for", required=False, min_value=0, max_value=999)
    votes_against = forms.IntegerField(label="Votes against", required=False, min_value=0, max_value=999)
    votes_abstained = forms.IntegerField(label="Abstentions", required=False, min_value=0, max_value=999)
    unanimous = YesNoField(label="Was it unanimous?", help_text="Only where the paper says so")
    vote_method = forms.CharField(
        label="How the vote was taken",
        required=False,
        max_length=100,
        help_text="As printed, such as show of hands or recorded vote",
    )
    names_for = LinesField(label="Who voted for", help_text="Only where the paper names them. One name a line.")
    names_against = LinesField(label="Who voted against", help_text="One name a line")
    names_abstained = LinesField(label="Who abstained", help_text="One name a line")


# Each field of a vote, and what a fact calls it within its votes.
VOTES = {
    "votes_for": "for", "votes_against": "against", "votes_abstained": "abstained", "unanimous": "unanimous",
    "vote_method": "method", "names_for": "names_for", "names_against": "names_against",
    "names_abstained": "names_abstained",
}  # fmt: skip


def spread_votes(data: dict[str, Any]) -> dict[str, Any]:
    """A fact's data with its vote laid out as the fields of VotesForm."""
    votes = data.get("votes") or {}
    said = {"for": votes.get("for_"), **votes}
    rest = {name: value for name, value in data.items() if name != "votes"}
    return {**rest, **{field: said.get(name) for field, name in VOTES.items()}}


def gather_votes(data: dict[str, Any]) -> dict[str, Any]:
    """The reverse: the fields of VotesForm taken together as a fact's vote, None where nothing is stated."""
    votes = {name: data[field] for field, name in VOTES.items()}
    stated = any(value is not None for value in votes.values())
    lists = {name: votes[name] or [] for name in ("names_for", "names_against", "names_abstained")}
    rest = {name: value for name, value in data.items() if name not in VOTES}
    return {**rest, "votes": {**votes, **lists} if stated else None}
