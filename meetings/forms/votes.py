"""How votes, motions and members are narrowed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import F, Q, QuerySet

from meetings.forms.fields import BodyField
from meetings.forms.filters import FilterForm
from meetings.forms.periods import PeriodFilter
from meetings.models import Attendance, Committee, Outcome
from meetings.models.person import OF_MEMBERS
from meetings.votes import DIVISIONS, naming


class VotesFilter(PeriodFilter):
    committee = BodyField(Committee)
    vote = forms.ChoiceField(
        label="How they voted",
        required=False,
        choices=[("", "Any"), *((name, words) for name, (words, _) in DIVISIONS.items())],
    )
    member = forms.CharField(
        label="Member named", required=False, max_length=200, help_text="Only votes in which the paper names them"
    )

    def divided(self, rows: QuerySet) -> QuerySet:
        """Of rows those with such a vote."""
        if "vote" in self.said:
            rows = rows.filter(DIVISIONS[self.said["vote"]][1])
        return naming(rows, self.said["member"]) if "member" in self.said else rows


class DecisionVotesFilter(VotesFilter):
    outcome = forms.ChoiceField(label="Outcome", required=False, choices=[("", "Any"), *Outcome.choices])

    def narrowed(self) -> QuerySet:
        rows = self.rows.between(*self.days).filter(**self.equal("committee", "outcome"))
        return self.divided(rows)


class CommitteeOfMeeting(BodyField):
    """One of the committees at whose meetings the rows were put."""

    def draw(self, rows: QuerySet, name: str) -> None:
        super().draw(rows, "meeting__committee")


class MotionsFilter(VotesFilter):
    # Of a motion the date is that of its meeting.
    orders = {"oldest": ("Oldest first", (F("meeting__date").asc(nulls_last=True), "finding__ordinal", "pk"))}

    committee = CommitteeOfMeeting(Committee)
    result = forms.ChoiceField(
        label="Carried or lost",
        required=False,
        choices=[("", "Either"), ("carried", "Carried"), ("lost", "Lost"), ("unstated", "Not stated")],
    )
    by = forms.CharField(label="Proposed or seconded by", required=False, max_length=200)

    def narrowed(self) -> QuerySet:
        rows, (first, last) = self.rows, self.days
        rows = rows.filter(meeting__date__gte=first) if first else rows
        rows = rows.filter(meeting__date__lte=last) if last else rows
        if "committee" in self.said:
            rows = rows.filter(meeting__committee=self.said["committee"])
        if "result" in self.said:
            rows = rows.filter(carried={"carried": True, "lost": False, "unstated": None}[self.said["result"]])
        if "by" in self.said:
            said = self.said["by"]
            rows = rows.filter(Q(proposer__icontains=said) | Q(seconder__icontains=said))
        return self.divided(rows)


class CommitteeOfMembers(BodyField):
    """One of the committees whose lists of attendance the reader may see."""

    def draw(self, rows: QuerySet, name: str) -> None:
        """Nothing can be told from people themselves; see MembersFilter."""


class MembersFilter(FilterForm):
    name = forms.CharField(label="Name", required=False, max_length=200)
    committee = CommitteeOfMembers(Committee)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        listed = Attendance.objects.visible_to(self.user).filter(role__in=OF_MEMBERS).order_by()
        BodyField.draw(self.fields["committee"], listed, "meeting__committee")

    def narrowed(self) -> QuerySet:
        rows = self.rows
        if "committee" in self.said:
            rows = rows.of_committee(self.said["committee"], self.user)
        return rows.named_like(self.said["name"], self.user) if "name" in self.said else rows


class MemberFilter(PeriodFilter):
    """The period over which a member's attendance is counted."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["sort"]
