"""One thing on a matter's line of time: a line of the register, a call-in or a mention, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from meetings.models import Entry
from reports.models import Passage

SORTS = ("decision", "planneddecision", "action", "recommendation", "event", "judgement")
WORDS = {
    "decision": "Decision", "planned": "Forward-plan notice", "recommendation": "Recommendation", "action": "Action",
    "event": "Event", "judgement": "Inspection judgement", "mention": "Mention", "called": "Call-in",
    "answered": "Result of the call-in",
}  # fmt: skip
COLOURS = {
    "decision": "blue", "planned": "light-blue", "recommendation": "purple", "action": "green",
    "judgement": "turquoise", "called": "orange", "answered": "orange",
}  # fmt: skip


@dataclass(frozen=True)
class Item:
    """One thing on the line of time: `thing` is an Entry, a CallIn or a Mention, and `printed` its ISO date."""

    sort: str
    date: date | None
    printed: str
    thing: Any

    @property
    def word(self) -> str:
        """What sort of thing it is, in words."""
        return WORDS[self.sort]

    @property
    def colour(self) -> str:
        return COLOURS.get(self.sort, "grey")

    @property
    def title(self) -> str:
        if self.sort == "mention":
            return f"Mentioned in {self.thing.passage.document}"
        if self.sort == "called":
            return f"Called in: {self.thing.decision.title}"
        if self.sort == "answered":
            return f"{self.thing.get_result_display()}: {self.thing.decision.title}"
        return self.thing.title

    @property
    def text(self) -> str:
        """All that it says."""
        if self.sort == "mention":
            return f"{self.title}: {self.thing.passage.text}"
        return getattr(self.thing, "text", "") or self.title

    @property
    def by(self) -> str:
        """The body or the person that it is of, as a paper or an officer names it."""
        names = ("called_in_by",) if self.sort == "called" else ("committee", "decision_maker", "inspectorate")
        return next((str(said) for name in names if (said := getattr(self.thing, name, None))), "")

    @property
    def is_exempt(self) -> bool:
        if self.sort == "mention":
            return self.thing.passage.is_exempt or self.thing.passage.document.wholly_exempt
        return (self.thing.decision if self.sort in ("called", "answered") else self.thing).is_exempt

    @property
    def passage(self) -> Passage | None:
        """The paragraph that says so; none for what an officer recorded."""
        if self.sort in ("called", "answered"):
            return None
        return self.thing.passage if self.sort == "mention" else self.thing.finding.passage


def as_its_sort(entry: Entry) -> Entry:
    """The line as what it is, a decision or an action, where it was fetched with that."""
    for sort in SORTS:
        if sort in entry._state.fields_cache and entry._state.fields_cache[sort] is not None:
            one = entry._state.fields_cache[sort]
            one._state.fields_cache |= {
                name: thing for name, thing in entry._state.fields_cache.items() if name not in SORTS
            }
            return one
    return entry
