"""The doors into the register of meetings: one form for each fact, named in settings.REGISTERS."""

from meetings.register.decision import ActionForm, DecisionForm
from meetings.register.meeting import (
    AgendaItemForm,
    AmendmentForm,
    AttendanceForm,
    DeclarationForm,
    MeetingForm,
    RecommendationForm,
)
from meetings.register.narrative import EventForm, JudgementForm
from meetings.register.plan import PlannedDecisionForm
from meetings.register.portfolio import PartnershipForm, PortfolioHolderForm
from meetings.register.scrutiny import QuestionForm, SavingForm

__all__ = [
    "ActionForm", "AgendaItemForm", "AmendmentForm", "AttendanceForm", "DecisionForm", "DeclarationForm", "EventForm",
    "JudgementForm", "MeetingForm", "PartnershipForm", "PlannedDecisionForm", "PortfolioHolderForm", "QuestionForm",
    "RecommendationForm", "SavingForm",
]  # fmt: skip
