"""Recorded votes: who voted how, in lists, in the columns of a table, or called by name one after another.

    For (3)                                For | Against | Abstain        Councillor A Brindle - For
    Mr Brindle, Ms Sandiforth,             A Brindle | H Wyecroft | -     Councillor H Wyecroft - Against
    Mrs Tolland
    Against (0)

Names and totals are kept as printed, whether they agree or not. A list may run on over a page's end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields, replace

from reports.reading.facts import Votes
from reports.reading.names import NAME, TITLE, people, person_in
from reports.reading.paragraph import Paragraph
from reports.reading.votes import ABSTAINED, COUNT, number, side_of

FOR = r"(?:for|in\s+favou?r(?:\s+of)?|ayes?)"
AGAINST = r"(?:against|noes|nays?|opposed)"
SIDE = rf"(?P<side>{FOR}|{AGAINST}|{ABSTAINED})"
MEASURE = r"(?:\s+(?:of\s+)?(?:the\s+)?(?:substantive\s+|amended\s+)?(?:motion|amendment|proposal|recommendations?))?"
VOTERS = (
    r"(?:(?:the\s+following\s+|those\s+)?(?:members?|councillors?|cllrs?|those)\s+)?(?:who\s+)?"
    r"(?:vot(?:ed|es?|ing|ers)\s+)?"
)
# "For (51)", "Votes against: 3", "Those voting in favour of the motion (2): Cllrs A Brindle and T Rowsell".
HEADED = re.compile(
    rf"^\W*{VOTERS}{SIDE}\b{MEASURE}(?:\s+were)?\s*[\[(:=–-]*\s*(?:(?:total\s*:?\s*)?{COUNT}\b)?"
    r"\s*(?:members?|councillors?|votes?)?\s*[\])]*\s*[:.–-]*\s*(?P<names>.*)$",
    re.IGNORECASE | re.DOTALL,
)
# "Councillor A Brindle - For", "H Wyecroft: voted against".
CALLED = re.compile(
    rf"^\W*(?P<name>(?:{TITLE}\s+)*{NAME.pattern})\s*(?:[:,–—-]|\.{{2,}}|\t)\s*(?:voted\s+)?{SIDE}\W*$", re.IGNORECASE
)
MARK = re.compile(r"^\W*[xX✓✔√1Yy]\W*$|^\W*(?:yes|voted)\W*$|^[✓✔√]+$", re.IGNORECASE)
# Nobody's name and vote take more letters.
LONGEST_NAME = 150
# The names of the largest councils stay far below this, and a vote has three sides at most, or four with absentees.
LONGEST_LIST = 6000
MOST_SIDES = 4
# A title within a column's names begins another: "Cllr A Brindle Cllr T Rowsell".
NEXT_TITLE = re.compile(r"(?<=[\w.])\s+(?=(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr)\b\.?\s+[A-Z])")
TITLE_LAST = re.compile(rf"\b{TITLE}$|\band$|&$|,$", re.IGNORECASE)
# Where one line tells several sides: "For (2): A Brindle, T Rowsell; Against (0)".
NEXT_SIDE = re.compile(
    rf"(?<=[\w).;,])\s+(?:and\s+)?(?={VOTERS}(?:{FOR}|{AGAINST}|{ABSTAINED})\s*(?:\(\s*\d|[:–-]\s|\d))", re.IGNORECASE
)
TOTAL_BEHIND = re.compile(r"\s*[(\[–-]\s*(?:total\s*:?\s*)?(?P<count>\d{1,3})\s*[)\]]?[\s.;]*$", re.IGNORECASE)
NOBODY = re.compile(r"^\W*(?:none|nil|n/?a|nobody|no\s+members?|no\s+one)?\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteList(Paragraph):
    """The paragraphs of a recorded vote as one: the vote, and which paragraphs tell it."""

    votes: Votes
    told: tuple[Paragraph, ...]


@dataclass
class Roll:
    """A recorded vote in the making: counts and names of each side, and the side whose names come next."""

    counts: dict[str, int] = field(default_factory=dict)
    names: dict[str, list[str]] = field(default_factory=dict)
    side: str | None = None
    columns: tuple[str | None, ...] = ()
    headed: int = 0  # sides that stand with a total or above names
    called: int = 0  # members called one by one

    def count(self, side: str, count: int | None) -> None:
        if count is not None:
            self.counts[side] = count

    def add(self, side: str, names: Sequence[str]) -> None:
        self.names.setdefault(side, []).extend(names)

    def is_vote(self) -> bool:
        """A roll needs two sides with their totals or names, or two members called by name."""
        return self.headed > 1 or self.called > 1 or bool(self.columns and self.names)

    def votes(self) -> Votes:
        return Votes(
            for_=self.counts.get("for_"),
            against=self.counts.get("against"),
            abstained=self.counts.get("abstained"),
            names_for=tuple(self.names.get("for_", ())),
            names_against=tuple(self.names.get("against", ())),
            names_abstained=tuple(self.names.get("abstained", ())),
        )


def with_vote_lists(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs with each recorded vote as one of them."""
    return tuple(gathered(paragraphs))


def gathered(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    place = 0
    while place < len(paragraphs):
        votes, length = recorded(paragraphs[place:])
        if votes:
            yield as_one(votes, paragraphs[place : place + length])
        else:
            yield paragraphs[place]
        place += max(length, 1) if votes else 1


def as_one(votes: Votes, told: Sequence[Paragraph]) -> VoteList:
    first = told[0]
    kept = {each.name: getattr(first, each.name) for each in fields(Paragraph)}
    text = "The voting was: " + "\n".join(each.text for each in told)
    kept.update(text=text, label=None, style="paragraph", cells=())
    return VoteList(**kept, votes=votes, told=tuple(told))


def recorded(paragraphs: Sequence[Paragraph]) -> tuple[Votes | None, int]:
    """The recorded vote that begins with the first paragraph, and how many paragraphs it takes; None and 0 without."""
    roll, length = Roll(), 0
    for place, paragraph in enumerate(paragraphs):
        following = paragraphs[place + 1] if place + 1 < len(paragraphs) else None
        if not (take_row(roll, paragraph) if paragraph.cells else take_line(roll, paragraph, following)):
            break
        length = place + 1
    return (roll.votes(), length) if roll.is_vote() else (None, 0)


def take_line(roll: Roll, paragraph: Paragraph, following: Paragraph | None) -> bool:
    """Adds what a line says to the roll; False where it says nothing of a vote."""
    text = paragraph.text
    pieces = NEXT_SIDE.split(text) if len(text) < LONGEST_LIST else []
    sides = [HEADED.match(piece) for piece in pieces[: MOST_SIDES + 1]]
    if 0 < len(sides) <= MOST_SIDES and all(sides):
        taken = [found is not None and take_headed(roll, found, following) for found in sides]
        if taken[0]:
            return True
    if len(text) < LONGEST_NAME and (called := CALLED.match(text)):
        roll.add(side_of(called["side"]), named(called["name"]))
        roll.called += 1
        return True
    listing = roll.side and paragraph.style != "heading" and len(text) < LONGEST_LIST
    names = names_in(text) if listing else []
    if roll.side and names:
        roll.add(roll.side, names)
    return bool(names)


def take_headed(roll: Roll, found: re.Match[str], following: Paragraph | None) -> bool:
    """Adds a side with its total and names; a side with neither needs names on the next line."""
    total = TOTAL_BEHIND.search(found["names"]) if not found["count"] else None
    names = names_in(found["names"][: total.start()] if total else found["names"])
    nobody = bool(found["names"]) and bool(NOBODY.match(found["names"]))
    if found["names"] and not names and not nobody:
        return False
    below = following is not None and not following.cells and bool(names_in(following.text))
    if not (found["count"] or names or nobody or below):
        return False
    side = side_of(found["side"])
    if side in roll.counts or side in roll.names:
        # A second "For" begins another vote.
        return False
    count = found["count"] or (total["count"] if total else None)
    roll.count(side, number(count) if count else None)
    roll.add(side, names)
    roll.side = side
    roll.headed += 1
    return True


def take_row(roll: Roll, paragraph: Paragraph) -> bool:
    """Adds a table's row to the roll: its head, a side with its names, a member's vote, or names in columns."""
    cells = paragraph.cells
    if max(map(len, cells)) > LONGEST_LIST:
        return False
    if len(cells) == 1:
        return take_line(roll, replace(paragraph, text=cells[0]), None)
    if not (roll.headed or roll.called) and (columns := columns_of(cells, roll)):
        roll.columns = columns
        return True
    if len(cells) == 2 and (found := HEADED.match(f"{cells[0]}: {cells[1]}")) and HEADED.match(cells[0]):
        return take_headed(roll, found, None)
    text = f"{cells[0]}: {cells[-1]}"
    called = CALLED.match(text) if len(text) < LONGEST_NAME else None
    if called and person_in(cells[0]):
        roll.add(side_of(called["side"]), named(cells[0]))
        roll.called += 1
        return True
    if roll.side and not roll.columns and all(names_in(cell) for cell in cells):
        # A line of names that is set so wide that it looks like a table's row.
        roll.add(roll.side, [name for cell in cells for name in names_in(cell)])
        return True
    return take_columns(roll, cells)


def columns_of(cells: Sequence[str], roll: Roll) -> tuple[str | None, ...]:
    """The side that each column stands for; empty where a row does not head columns of sides."""
    found = [HEADED.match(cell) for cell in cells]
    sides = [side_of(match["side"]) if match and not match["names"] else None for match in found]
    if len([side for side in sides if side]) < 2 or any(side is None for side in sides[1:]):
        return ()
    for side, match in zip(sides, found, strict=True):
        if side and match and match["count"]:
            roll.count(side, number(match["count"]))
    return tuple(sides)


def take_columns(roll: Roll, cells: Sequence[str]) -> bool:
    """Adds a row below a head of sides: names under each, or a member's name and a mark under one of them."""
    if not roll.columns or len(cells) != len(roll.columns):
        return False
    member = named(cells[0]) if roll.columns[0] is None else []
    for side, cell in zip(roll.columns, cells, strict=True):
        if side and member and MARK.match(cell):
            roll.add(side, member)
        elif side and re.fullmatch(r"\W*\d{1,3}\W*", cell):
            roll.count(side, int(re.sub(r"\D", "", cell)))
        elif side:
            roll.add(side, names_in(cell))
    return bool(roll.names or roll.counts)


def names_in(text: str) -> list[str]:
    """The names of a list; none where a text is more than a list of people.

    >>> names_in("Cllr A Brindle Cllr Mrs T Rowsell and Mr Penfleet"), names_in("The motion was carried.")
    (['A Brindle', 'T Rowsell', 'Penfleet'], [])
    """
    text = parted(" ".join(text.split()))
    found = people(text)
    words = len(re.sub(r"\([^)]*\)", "", text).split())
    return [person.name for person in found] if found and words <= 5 * len(found) + 1 else []


def parted(text: str) -> str:
    """A text with a comma before each title that follows a name without one."""
    pieces: list[str] = []
    start = 0
    for found in NEXT_TITLE.finditer(text):
        if not TITLE_LAST.search(text[start : found.start()]):
            pieces.append(text[start : found.start()])
            start = found.end()
    return ", ".join([*pieces, text[start:]])


def named(text: str) -> list[str]:
    person = person_in(text)
    return [person.name] if person else []
