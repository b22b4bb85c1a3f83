"""The words above a line that tell what business it is: the item's title, a heading, or the paper's own title.

An exempt heading never tells of an open line: where the nearest one is exempt, there is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from meetings.telling import LITTLE, telling

# Papers that are about one thing throughout, which is their own title.
OF_ONE_MATTER = frozenset({"officer_report", "decision_record", "budget_scrutiny", "inspection_report"})
# A number with a bracket counts the points of a list.
LABEL = re.compile(r"^(\d{1,3}(?:\.\d{1,3})*)\.?$")
# Headings within one business: the heading above them counts for their lines too.
WITHIN = re.compile(
    r"^\W*(background|conclusions?|recommendations?|decisions?|resolved|resolutions?|reasons?|introduction|purpose|summary|"
    r"context|next steps|discussion|update|progress|implications|comments?|consultation|options|alternatives?|"
    r"(financial|legal|equalit\w+|risk|data protection|staffing|property|environmental)\s+(implications|considerations|"
    r"impact)|timetable|key points|questions?|actions?|outcome|officer contact|contact)\b",
    re.IGNORECASE,
)
LONGEST = 160
# A heading of one common word (Performance, Ofsted) is a rubric.
ENOUGH = 2 * LITTLE


@dataclass(frozen=True)
class Line:
    """One paragraph of a paper, of which `ordinal` is the place."""

    ordinal: int
    text: str
    label: str = ""
    style: str = "paragraph"
    is_open: bool = True


@dataclass(frozen=True)
class Item:
    """One item of business: its number and title, and the ordinal of the paragraph where it begins."""

    start: int
    number: str
    title: str
    is_open: bool = True


@dataclass
class Outline:
    """What tells of the lines of one paper. `without` are words that tell nothing, such as the council's name."""

    kind: str
    title: str
    lines: list[Line]
    items: list[Item] = field(default_factory=list)
    without: frozenset[str] = frozenset()

    def above(self, ordinal: int, is_open: bool, item: str = "") -> str:
        """What a line at this place is about: an item's title, else a heading, else nothing.

        `is_open` says whether the line is open; `item` is the number or the title of the item that it prints.
        """
        if item and not _number(item) and self._tells(item):
            return item
        if self.kind in OF_ONE_MATTER and len(self.items) < 2:
            return self.title if self._tells(self.title) else ""
        own = self.item_of(ordinal, item)
        if own is None:
            return self._heading(ordinal, is_open, since=0)
        if is_open and not own.is_open:
            return ""
        return own.title if self._tells(own.title) else self._heading(ordinal, is_open, since=own.start + 1)

    def item_of(self, ordinal: int, number: str = "") -> Item | None:
        """The item in which a line stands; by the number that it prints, where the place says otherwise."""
        before = [item for item in self.items if item.start <= ordinal]
        here = before[-1] if before else None
        if not _number(number) or (here and _number(here.number) == _number(number)):
            return here
        named = [item for item in self.items if _number(item.number) == _number(number)]
        # Part II begins to count anew: a number printed twice says nothing without a place.
        return named[0] if len(named) == 1 and (here is None or here.is_open == named[0].is_open) else here

    def section(self, ordinal: int) -> list[Line]:
        """The lines of the item in which a line stands; for a paper without items none."""
        own = self.item_of(ordinal)
        if own is None:
            return []
        ends = min((item.start for item in self.items if item.start > own.start), default=10**9)
        return [line for line in self.lines if own.start <= line.ordinal < ends]

    def _heading(self, ordinal: int, is_open: bool, since: int) -> str:
        """The nearest heading above that tells something; one of higher rank that tells nothing ends the search."""
        rank = _depth(self._at(ordinal))
        for place in range(self._place(ordinal) - 1, -1, -1):
            line = self.lines[place]
            if line.ordinal < since:
                return ""
            # What is numbered like the line, or deeper, stands beside it and not above.
            if not self._is_heading(place) or (rank and _depth(line) >= rank):
                continue
            if is_open and not line.is_open:
                return ""
            if self._tells(line.text, ENOUGH) and not WITHIN.match(line.text):
                return "" if self._is_the_papers(line.text) else _bare(line.text)
            if not WITHIN.match(line.text) and (_depth(line) == 1 or not _depth(line)):
                return ""
            rank = _depth(line) or rank
        return ""

    def _is_heading(self, place: int) -> bool:
        """Whether a paragraph is a heading, be it only by its number and its shortness."""
        line = self.lines[place]
        if line.style == "heading":
            return len(line.text) <= LONGEST
        short = len(line.text) <= 100 and not re.search(r"[.;:,?!]\W*$", line.text)
        follows = self.lines[place + 1] if place + 1 < len(self.lines) else None
        leads = follows is not None and (not LABEL.match(follows.label) or _depth(follows) > _depth(line))
        return bool(short and leads and line.style == "paragraph" and LABEL.match(line.label))

    def _tells(self, text: str, enough: float = LITTLE) -> bool:
        return sum(telling(text, self.without).values()) >= enough

    def _is_the_papers(self, heading: str) -> bool:
        """Whether a heading is the paper's own: it tells nothing of one line of many."""
        return fuzz.partial_ratio(heading.casefold(), self.title.casefold()) > 90 and self.kind not in OF_ONE_MATTER

    def _place(self, ordinal: int) -> int:
        return next((place for place, line in enumerate(self.lines) if line.ordinal == ordinal), 0)

    def _at(self, ordinal: int) -> Line:
        return self.lines[self._place(ordinal)] if self.lines else Line(ordinal, "")


def _number(printed: str) -> str:
    """An item's number without what stands around it; empty for a title.

    >>> _number("Item 4."), _number("(5)"), _number("Family hubs")
    ('4', '5', '')
    """
    match = re.fullmatch(r"(?:(?:agenda\s+)?item\s+)?\W*(\d+[a-z]?(?:\.\d+)*|[ivx]+|[a-z])\W*", printed.strip(), re.I)
    return match[1].casefold() if match else ""


def _depth(line: Line) -> int:
    """How deep a number stands: 5 is 1, 5.8 is 2; 0 for a line without."""
    match = LABEL.match(line.label)
    return match[1].count(".") + 1 if match else 0


def _bare(heading: str) -> str:
    return " ".join(heading.split()).strip(" :–-")
