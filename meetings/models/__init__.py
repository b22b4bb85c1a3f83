"""The register: bodies, meetings, and what was decided, planned and undertaken."""

from meetings.models.body import Committee, Partnership, Portfolio, PortfolioHolder
from meetings.models.entry import Action, Decision, Entry, Event, Judgement, Outcome, PlannedDecision, Precision
from meetings.models.meeting import (
    AgendaItem,
    Amendment,
    Attendance,
    Declaration,
    Meeting,
    MeetingRecord,
    Recommendation,
)
from meetings.models.person import Person, PersonName
from meetings.models.register import Registered
from meetings.models.same_person import SamePerson
from meetings.models.scrutiny import Question, Saving

__all__ = [
    "Action", "AgendaItem", "Amendment", "Attendance", "Committee", "Decision", "Declaration", "Entry", "Event",
    "Judgement", "Meeting", "MeetingRecord", "Outcome", "Partnership", "Person", "PersonName", "PlannedDecision",
    "Portfolio", "PortfolioHolder", "Precision", "Question", "Recommendation", "Registered", "SamePerson", "Saving",
]  # fmt: skip
