"""The register: bodies, meetings, and what was decided, planned and undertaken."""

from meetings.models.body import Committee, Partnership, Portfolio, PortfolioHolder
from meetings.models.call_in import CallIn, CallInRule
from meetings.models.decision import Decision, Outcome
from meetings.models.entry import Entry, Precision
from meetings.models.followed import Action, Progress, Recommendation
from meetings.models.matter import Link, Matter, MatterDeed, Mention
from meetings.models.meeting import (
    AgendaItem,
    Amendment,
    Attendance,
    Declaration,
    Meeting,
    MeetingRecord,
)
from meetings.models.narrative import Event, Judgement
from meetings.models.person import Person, PersonName
from meetings.models.planned import PlannedDecision
from meetings.models.register import Registered
from meetings.models.same_person import SamePerson
from meetings.models.saved import SavedSearch
from meetings.models.scrutiny import Question, Saving

__all__ = [
    "Action", "AgendaItem", "Amendment", "Attendance", "CallIn", "CallInRule", "Committee", "Decision", "Declaration",
    "Entry", "Event", "Judgement", "Link", "Matter", "MatterDeed", "Meeting", "MeetingRecord", "Mention", "Outcome",
    "Partnership", "Person", "PersonName", "PlannedDecision", "Portfolio", "PortfolioHolder", "Precision", "Progress",
    "Question", "Recommendation", "Registered", "SamePerson", "SavedSearch", "Saving",
]  # fmt: skip
