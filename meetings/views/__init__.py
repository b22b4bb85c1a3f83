"""The pages of the register of meetings."""

from meetings.views.actions import actions, finish, reopen
from meetings.views.decisions import decision, decisions, events, forward_plan, judgements
from meetings.views.meetings import meeting, meetings
from meetings.views.people import answer, people, undo
from meetings.views.portfolios import portfolio, portfolios
from meetings.views.scrutiny import questions, savings

__all__ = [
    "actions", "answer", "decision", "decisions", "events", "finish", "forward_plan", "judgements", "meeting",
    "meetings", "people", "portfolio", "portfolios", "questions", "reopen", "savings", "undo",
]  # fmt: skip
