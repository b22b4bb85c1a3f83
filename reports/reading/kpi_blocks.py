"""Blocks of a measure each: its name, its rating, and labelled values, perhaps with a chart around them.

GREEN
Percentage of plans reviewed on time - rolling 12 months
Latest: 94%    Target: 90%, Floor: 80%    Previous: 97% (Green)

KPI 3 – Assessments completed within 45 working days
Q1 result: 88%   Target: 85%   Q4 2023/24: 84%   Status: GREEN

KPI 4: Children in care per 10,000                          AMBER
Q3 2024/25 actual         62.5               Q3 target      60
Statistical neighbours    66 (March 2024)    England        70 (March 2024)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reports.reading.cell_periods import not_ahead, period_beside
from reports.reading.dates import MONTH
from reports.reading.facts import Figure
from reports.reading.indicators import named
from reports.reading.measure_table import UNFINISHED, without_reference
from reports.reading.paragraph import Paragraph
from reports.reading.rag import COLOURS, rag_of, rag_taken_off
from reports.reading.sentences import one_line, source_of
from reports.reading.table_heads import Column, Own, column_of
from reports.reading.table_ratings import end_of
from reports.reading.table_values import Printed, is_direction, is_nothing, value_in
from reports.reading.units import unit_said

OF = (
    r"(?:\s+(?:result|value|figure|performance|data|position|quarter|month|year|period|actual|average|outturn|rate|standard"
    r"|score))?"
)
WHEN = (
    r"(?:\s*\(?(?:Q[1-4]|(?:19|20)?\d\d\s?/\s?\d\d|(?:19|20)\d\d|[A-Z][a-z]{2,8}[\s-]\d{2,4}|20\d\d[/-]\d\d\s+Q[1-4]"
    r"|Q[1-4]\s+20\d\d[/-]\d\d)\)?){0,2}"
)
NAME = (
    rf"(?:(?:latest|actual|current|results?|outturn|performance|value|this)(?:\s+year\s+to\s+date)?{OF}"
    rf"|(?:annual\s+|year[\s-]end\s+|local\s+|current\s+|quarterly\s+)?target{OF}|floor{OF}|minimum\s+standard"
    rf"|(?:previous|prior|last){OF}|same\s+(?:period|quarter|time|month)\s+last\s+year|year\s+to\s+date"
    rf"|England{OF}|national{OF}|(?:our\s+)?stat\w*\.?\s+neigh\w*\.?{OF}|SNs?{OF}|regional{OF}"
    r"|(?:current\s+)?B?RAG(?:\s+(?:rating|status))?|rating|status|direction(?:\s+of\s+travel)?|DoT|trend)"
)
# A time that stands for its value, or before what the value is called.
TIME = (
    rf"(?:(?:Q|Qtr\.?\s?|Quarter\s)[1-4](?:\s+20\d\d\s?[/-]\s?\d\d)?|20\d\d\s?[/-]\s?\d\d(?:\s+Q[1-4])?"
    rf"|(?:\d\d?\s+)?(?:{MONTH})\s+20\d\d)"
)
TIME_ALONE = re.compile(TIME, re.IGNORECASE)
# "Latest: 94%", "Target (2024/25) = 90%", "Previous: 97% (Green)", "Q1 result: 94%", "Q4 2023/24: 97%".
FIELD = re.compile(
    rf"(?<![\w-])(?P<name>(?:{TIME}\s+)?{NAME}{WHEN}|{TIME})\s*[:=]\s*"
    rf"(?P<value>£?\s?[<>≤≥]?\s?\.?\d(?:[\d,.]{{0,14}}\d)?\s?(?:%|per\s?cent|k\b|m\b|bn\b"
    rf"|per\s+1[0,]+k?)?(?:\s*\((?:{COLOURS}|[RAG])\))?"
    rf"|(?:{COLOURS})\b|[RAG]\b|n/?a\b|tbc\b|-)",
    re.IGNORECASE,
)
# "Q3 2024/25 actual", "Q3 target": in a cell of its own a name may begin with its time.
NAME_ALONE = re.compile(rf"\s*{WHEN}\s*{NAME}{WHEN}\s*[:=]?\s*", re.IGNORECASE)
# What stands left of the measure's name in a card: "Indicator | CS1 Re-referrals".
MEASURE_HEAD = re.compile(
    r"\s*(?:(?:key\s+)?(?:performance\s+)?(?:indicator|measure)|K?PI|metric)(?:\s+(?:name|title|description))?\s*:?\s*",
    re.IGNORECASE,
)
RATING = re.compile(r"RAG|rating|status", re.IGNORECASE)
TREND = re.compile(r"direction|DoT|trend", re.IGNORECASE)
# What a chart prints around a block: numbers and months on its axes, the names of its lines.
AXIS = re.compile(
    rf"(?:[\s\d.,%£/'’–-]|\b(?:{MONTH}|Q[1-4]|qtr|actual|target|floor|standard|upper|lower|threshold|England"
    rf"|national|kpi)\b)+",
    re.IGNORECASE,
)
# A block's name stands so near above its values, in paragraphs and letters.
REACH, LONGEST_TITLE = 12, 260


@dataclass(frozen=True, slots=True)
class Field:
    """One labelled value of a block: its name and what is printed for it."""

    name: str
    printed: str


@dataclass(frozen=True, slots=True)
class Block:
    """A measure's name with its rating, the paragraphs of both, and its fields with theirs."""

    title: str
    rag: str | None
    heading: tuple[Paragraph, ...]
    fields: tuple[tuple[Field, Paragraph], ...]

    @property
    def passages(self) -> frozenset[int]:
        return frozenset(each.ordinal for each in (*self.heading, *(paragraph for _, paragraph in self.fields)))


def blocks_in(paragraphs: Sequence[Paragraph]) -> list[Block]:
    """The blocks of a paper, in order."""
    found: list[Block] = []
    place = 0
    while place < len(paragraphs):
        end, fields = fields_from(paragraphs, place)
        if is_block(fields):
            above = paragraphs[max(0, place - REACH) : place]
            start = max(found[-1].passages) if found else -1
            title, rag, heading = titled([each for each in above if each.ordinal > start])
            if title:
                found.append(Block(title, rag or rating_of(fields), heading, tuple(fields)))
        place = max(end, place + 1)
    return found


def fields_from(paragraphs: Sequence[Paragraph], place: int) -> tuple[int, list[tuple[Field, Paragraph]]]:
    """The fields of the paragraphs from a place on that hold nothing else, and the place after them."""
    found: list[tuple[Field, Paragraph]] = []
    names: set[str] = set()
    while place < len(paragraphs) and (fields := fields_of(paragraphs[place])):
        here = {field.name.lower() for field in fields}
        if names & here:
            break
        names |= here
        found += [(field, paragraphs[place]) for field in fields]
        place += 1
    return place, found


def fields_of(paragraph: Paragraph) -> list[Field]:
    """The labelled values of a paragraph that opens with one.

    >>> fields_of(Paragraph(ordinal=0, page=1, text="Latest: 94% Target: 90%, Floor: 80% Previous: 97% (Green)"))[1:3]
    [Field(name='Target', printed='90%'), Field(name='Floor', printed='80%')]
    """
    if pairs := pairs_of(paragraph.cells):
        return pairs
    found = list(FIELD.finditer(paragraph.text))
    if not found or paragraph.text[: found[0].start()].strip(" •*-–|"):
        return []
    return [Field(one_line(match["name"]), match["value"].strip()) for match in found]


def pairs_of(cells: Sequence[str]) -> list[Field]:
    """The fields of a row of names each with its value beside it; none where a row has anything else.

    >>> pairs_of(("Q3 actual", "18.7%", "Q3 target", "20%"))[1], pairs_of(("Actual", "Target"))
    (Field(name='Q3 target', printed='20%'), [])
    """
    names, values = cells[::2], cells[1::2]
    if not values or not all(map(NAME_ALONE.fullmatch, names)) or not all(map(may_be_printed, values)):
        return []
    # The last name's cell may be blank.
    return [Field(name.strip(" :="), value) for name, value in zip(names, values, strict=False)]


def may_be_printed(cell: str) -> bool:
    return is_printed(cell) or is_nothing(cell)


def is_printed(cell: str) -> bool:
    return value_in(cell) is not None or rag_of(cell) is not None or is_direction(cell)


def is_block(fields: Sequence[tuple[Field, Paragraph]]) -> bool:
    """Whether fields are a measure's: a value of today's and one to set it beside, or its rating."""
    kinds = [kind_of(field) for field, _ in fields]
    return "actual" in kinds and len(set(kinds)) > 1


def kind_of(field: Field) -> str:
    if RATING.search(field.name):
        return "rag"
    if TREND.search(field.name):
        return "direction"
    column = column_of(field.name, Own("\0"))
    return "compared" if column.role == "actual" and column.area not in {"\0", None} else column.role


def rating_of(fields: Sequence[tuple[Field, Paragraph]]) -> str | None:
    return next((rag_of(field.printed) for field, _ in fields if kind_of(field) == "rag"), None)


def titled(above: Sequence[Paragraph]) -> tuple[str, str | None, tuple[Paragraph, ...]]:
    """The measure's name and rating in the paragraphs above its values, and where they stand."""
    parts: list[str] = []
    used: list[Paragraph] = []
    rag: str | None = None
    for each in reversed(above):
        if AXIS.fullmatch(each.text):
            continue
        alone = rag_of(each.text)
        if alone:
            rag, used = rag or alone, [each, *used]
            if parts:
                break
            continue
        text, beside = title_in(each)
        if not text or (parts and not goes_on(parts[0], each, text)):
            break
        rag, used, parts = rag or beside, [each, *used], [text, *parts]
    return without_reference(joined(parts, used)), rag, tuple(used)


def title_in(paragraph: Paragraph) -> tuple[str, str | None]:
    """A title and the rating beside it; no title where a paragraph is none."""
    words = [cell for cell in paragraph.cells if not rag_of(cell)] or [paragraph.text]
    if len(words) == 2 and MEASURE_HEAD.fullmatch(words[0]):
        words = words[1:]
    if len(words) > 1 and paragraph.cells:
        return "", None
    rag = next((rag for cell in paragraph.cells if (rag := rag_of(cell))), None)
    text, beside = rag_taken_off(words[0])
    is_title = re.search(r"[A-Za-z]{3}", text) and len(text) <= LONGEST_TITLE and not re.search(r"[.;:]\s*$", text)
    return (one_line(text) if is_title else ""), rag or beside


def goes_on(below: str, above: Paragraph, title: str) -> bool:
    """Whether the line below goes on with a title: it begins in small letters or with a dash or bracket.

    With a number too, where the title above cannot end as it does: "completed within" and "20 weeks".
    """
    if below[:1].isdigit():
        return UNFINISHED.search(title) is not None
    return not below[:1].isupper() and above.style != "heading"


def joined(parts: Sequence[str], used: Sequence[Paragraph]) -> str:
    """A title of several lines; what the reader took for a bullet is what follows a dash."""
    bullets = {title_in(each)[0] for each in used if each.style == "bullet"}
    text = ""
    for part in parts:
        text += (" – " if part in bullets else " ") + part if text else part
    return one_line(text)


def figures_of(block: Block, own: Own) -> Iterator[Figure]:
    """The figures of a block; the rating beside its name is that of its latest value."""
    printed = [(field, paragraph, value_in(field.printed)) for field, paragraph in block.fields]
    units = {value.unit for _, _, value in printed if value and value.unit}
    beside = units.pop() if len(units) == 1 else None
    columns = {field: column_in(field, own) for field, _, _ in printed if kind_of(field) not in {"rag", "direction"}}
    latest = max((end_of(column.period) for column in columns.values() if is_own(column, own)), default="")
    for field, paragraph, value in printed:
        column = columns.get(field)
        if value is None or column is None or (value.bounded and column.role == "actual"):
            continue
        figure = figure_of(block, column, value, beside, source=(field, paragraph))
        today = is_own(column, own) and end_of(column.period) == latest
        # What stands under a time alone is today's value only if no other is.
        if is_own(column, own) and not today and TIME_ALONE.fullmatch(field.name):
            figure = replace(figure, role="previous")
        yield replace(figure, rag=value.rag or (block.rag if today else None))


def column_in(field: Field, own: Own) -> Column:
    """What a field's name says of its value, and the period in brackets behind that."""
    column = column_of(field.name, own)
    # What a block calls its latest value is today's, whatever else its name says.
    column = column if column.sort == "value" else replace(column, area=own.area, period=own.period)
    if column.role != "target":
        column = replace(column, period=not_ahead(column.period, field.name, own))
    return replace(column, period=period_beside(field.printed, own) or column.period)


def is_own(column: Column, own: Own) -> bool:
    return column.role == "actual" and column.area == own.area


def figure_of(
    block: Block, column: Column, value: Printed, beside: str | None, source: tuple[Field, Paragraph]
) -> Figure:
    _, paragraph = source
    unit = value.unit or unit_said(block.title) or beside or ("count" if value.number == int(value.number) else None)
    indicator = named(block.title, unit) if unit else None
    return Figure(
        source=source_of(paragraph, paragraph.text, *block.heading, basis="cell"),
        indicator=indicator.slug if indicator else None,
        label=block.title,
        area=column.area,
        period=column.period,
        value=value.number,
        unit=unit,
        role=column.role,
    )
