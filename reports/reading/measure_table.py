"""A table of measures as its rows are read: its columns, and the one measure that it may be all about.

CYP04 Re-referrals within 12 months      RED
Latest     Target    Previous quarter                      a head without a column of measures: the title is the measure
24.9%      20%       22.7%
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reports.reading.facts import Figure
from reports.reading.paragraph import Paragraph
from reports.reading.rag import rag_of, rag_taken_off
from reports.reading.sentences import one_line
from reports.reading.table_heads import Column, Own, area_in, column_of
from reports.reading.table_places import Span
from reports.reading.table_ratings import end_of, latest_of
from reports.reading.table_rows import REF, Placed

# A measure's name is no longer, and no sentence.
LONGEST_NAME = 200
SENTENCE = re.compile(r"[.;:]\s*$")
# A label that ends with one of these goes on below.
UNFINISHED = re.compile(
    r"(?:\b(?:of|in|within|with|the|or|and|to|for|a|an|by|more|than|per|on|at|from|who|are|their)|[,(–-])$"
)
NUMBERED = re.compile(r"^\W*(?:table|figure|chart|graph)\s+\w{1,4}\s*[:.–—-]?\s+", re.IGNORECASE)
# "KPI 2.1: ", "Indicator 4 - ", "CS1 – ", "PI 12 ": before a measure's name, with what parts it from the name.
REFERENCE_AND_MARK = re.compile(
    r"^\W*(?:(?:K?PI|indicator|measure|metric|ref(?:erence)?)s?\W{0,3}(?:no\W{0,2})?[A-Z]{0,4}\d[\w.]{0,6}\s*[:.|–—-]{0,2}\s+"
    r"|[A-Z]{1,5}[\s.-]?\d[\w.]{0,6}\s*[:|–—-]\s+)(?=[A-Z%])",
    re.IGNORECASE,
)
# A row "Actual", "Target" or "England" of a table that is all about the measure named above it.
ROW_OF_ONE = re.compile(
    r"\s*(?:actual|latest|current|results?|outturn|performance|target|floor(?:\s+standard)?|previous(?:\s+\w+)?"
    r"|last\s+year|this\s+year|England|national(?:\s+average)?|(?:our\s+)?stat\w*\.?\s+neigh\w*\.?(?:\s+average)?|SN"
    r"|region(?:al)?(?:\s+average)?|value|number|rate|percentage|%)\s*:?\s*",
    re.IGNORECASE,
)
# A row of ratings below those of values.
ROW_OF_RATINGS = re.compile(
    r"\s*(?:B?RAG(?:\s+(?:rating|status))?|rating|status|performance(?:\s+against\s+target)?)\s*:?\s*", re.IGNORECASE
)


@dataclass
class Table:
    """What is known of a table as its rows are read. above: the words that stand over it, its measure if it has one."""

    own: Own
    performance: bool
    above: str = ""
    rating: str | None = None  # of the measure named above its rows
    of_one: int = 0  # how many of the last figures are of one measure, named above its rows
    heads: tuple[str, ...] = ()
    above_heads: bool = True  # whether no row of values has come since the last head
    columns: list[Column] = field(default_factory=list)
    spans: tuple[Span, ...] = ()  # where the heads stand, and with `places` the cells of full rows too
    places: tuple[Span, ...] = ()
    turned: bool = False  # whether its rows are periods
    torn: dict[int, tuple[Paragraph, ...]] = field(default_factory=dict)

    @property
    def measure(self) -> str:
        """The measure that is named above its rows; "" where what stands there is no name."""
        name = without_reference(NUMBERED.sub("", one_line(self.above)))
        return name if len(name) <= LONGEST_NAME and not SENTENCE.search(name) else ""


def without_reference(name: str) -> str:
    """A measure's name without the number or letters that it goes by in the council's plan.

    >>> without_reference("KPI 2.1: Re-referrals"), without_reference("CS1 - Care leavers")
    ('Re-referrals', 'Care leavers')
    >>> without_reference("CYP04 Re-referrals"), without_reference("3 Re-referrals"), without_reference("Care leavers")
    ('Re-referrals', '3 Re-referrals', 'Care leavers')
    """
    name = REFERENCE_AND_MARK.sub("", name)
    first, _, rest = name.partition(" ")
    is_reference = rest and REF.fullmatch(first) and re.search(r"\d", first) and not re.fullmatch(r"\d+", first)
    return rest if is_reference else name


def stand_between(line: Paragraph, table: Table, found: list[Figure]) -> list[Figure]:
    """What a line among the rows says: the rating of the one measure just read, or the next measure's name.

    The figures, the rating put to the latest of the measure's own.
    """
    rag = rag_of(line.text)
    if rag and table.of_one and is_rating_line(line.text):
        places = [place for place in own_of(found, table) if not found[place].rag]
        if places:
            latest = max(places, key=lambda place: end_of(found[place].period))
            found = [replace(each, rag=rag) if place == latest else each for place, each in enumerate(found)]
    elif not rag:
        table.above, table.rating = rag_taken_off(line.text)
    table.of_one = 0
    return found


def own_of(found: Sequence[Figure], table: Table) -> list[int]:
    """The places of the council's own values among the last figures, those of one measure."""
    places = range(len(found) - table.of_one, len(found))
    return [place for place in places if found[place].role == "actual" and found[place].area == table.own.area]


def is_rating_line(text: str) -> bool:
    """
    >>> is_rating_line("Rating: Green"), is_rating_line("GREEN")
    (True, False)
    """
    return rag_of(text) is not None and re.search(r"RAG|rating|status", text, re.IGNORECASE) is not None


def title_of(row: Paragraph) -> tuple[str, str | None]:
    """The one text of a row and the rating beside it; "" where it has several texts or none.

    >>> title_of(Paragraph(ordinal=0, page=1, text="", cells=("Re-referrals", "RED")))
    ('Re-referrals', 'red')
    """
    texts = [cell for cell in row.cells if not rag_of(cell) and not REF.fullmatch(cell)]
    rating = next((rag for cell in row.cells if (rag := rag_of(cell))), None)
    return (one_line(texts[0]), rating) if len(texts) == 1 and rating else ("", None)


def rated(row: Sequence[Placed], label: str, table: Table, found: list[Figure]) -> list[Figure] | None:
    """The figures with the ratings that a row gives to those of one measure above it; None for any other row."""
    ratings = {column.period: rag for column, cell in row if column.sort == "value" and (rag := rag_of(cell))}
    if not table.of_one or not ratings or (label and not ROW_OF_RATINGS.fullmatch(label)):
        return None
    own = own_of(found, table)
    return [
        replace(each, rag=ratings.get(each.period, each.rag)) if place in own else each
        for place, each in enumerate(found)
    ]


def of_one_measure(standing: list[Placed], label: str, table: Table) -> list[Placed]:
    """The cells of a row that says only whose value it is: of the measure above the table."""
    if not label:
        return standing
    said = column_of(label, table.own)
    area = area_in(label)
    return [
        (replace(column, role=said.role, area=area or column.area), cell) if column.sort == "value" else (column, cell)
        for column, cell in standing
    ]


def with_rating_above(standing: Sequence[Placed], ratings: dict[int, str], table: Table) -> dict[int, str]:
    """The ratings of a row, or that beside the name of the table's one measure: it is of the latest value."""
    latest = latest_of(standing)
    return {latest: table.rating} if table.rating and not ratings and latest is not None else ratings
