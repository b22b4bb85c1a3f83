"""The pages of the register of meetings."""

from meetings.views.actions import (
    action,
    actions,
    correct_note,
    finish,
    for_meeting,
    note,
    recommendation,
    recommendations,
    reopen,
)
from meetings.views.call_in import (
    call_in_history,
    call_in_rule,
    call_in_rules,
    call_ins,
    record_call_in,
    undo_call_in,
)
from meetings.views.decisions import decision, decisions, events, judgements
from meetings.views.matter_deeds import (
    line_matter,
    matter_add,
    matter_change,
    matter_join,
    matter_lines,
    matter_merge,
    matter_rename,
    matter_undo,
    mention_answer,
)
from meetings.views.matter_papers import matter_papers
from meetings.views.matter_proposals import matter_answer, matter_proposals
from meetings.views.matters import matter, matters
from meetings.views.meetings import meeting, meetings
from meetings.views.people import answer, people, undo
from meetings.views.plan import forward_plan, plan_version, plan_versions, planned
from meetings.views.portfolios import portfolio, portfolios
from meetings.views.saved import delete_search, rename_search, restore_search, save_search, searches
from meetings.views.scrutiny import questions, savings
from meetings.views.votes import member, members, motions, votes

__all__ = [
    "action", "actions", "answer", "call_in_history", "call_in_rule", "call_in_rules", "call_ins", "correct_note",
    "decision", "decisions", "delete_search", "events", "finish", "for_meeting", "forward_plan", "judgements",
    "line_matter", "matter", "matter_add", "matter_answer", "matter_change", "matter_join", "matter_lines",
    "matter_merge", "matter_papers", "matter_proposals", "matter_rename", "matter_undo", "matters", "meeting",
    "meetings", "member", "members", "mention_answer", "motions", "note", "people", "plan_version", "plan_versions",
    "planned", "portfolio", "portfolios", "questions", "recommendation", "recommendations", "record_call_in",
    "rename_search", "reopen", "restore_search", "save_search", "savings", "searches", "undo", "undo_call_in",
    "votes",
]  # fmt: skip
