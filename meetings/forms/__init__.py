"""What people type to narrow a list, and what an officer says of an action."""

from meetings.forms.decisions import DecisionFilter
from meetings.forms.fields import BodyField, CouncilField, FacetField, PrintedField, WordsField
from meetings.forms.filters import DatesFilter, FilterForm
from meetings.forms.followed import ActionFilter, DoneForm
from meetings.forms.matters import ByWords, MatterFilter, NameForm
from meetings.forms.meetings import EventFilter, MeetingFilter, PortfolioFilter
from meetings.forms.periods import PeriodFilter
from meetings.forms.scrutiny import JudgementFilter, QuestionFilter, SavingFilter

__all__ = [
    "ActionFilter", "BodyField", "ByWords", "CouncilField", "DatesFilter", "DecisionFilter", "DoneForm", "EventFilter",
    "FacetField", "FilterForm", "JudgementFilter", "MatterFilter", "MeetingFilter", "NameForm", "PeriodFilter",
    "PortfolioFilter", "PrintedField", "QuestionFilter", "SavingFilter", "WordsField",
]  # fmt: skip
