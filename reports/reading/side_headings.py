"""Headings that stand beside the text, in a narrow column at its left, broken over short lines.

    12 Family Hubs         The Director told the panel how the hubs in Harnford
    and their Hours        would change over the coming year.
                           The panel noted the report.

Each becomes one line of print above the paragraph that it stands beside. Papers that are set like this are known by
most of their long lines beginning far right of the edge, and by numbers with titles that run on in the column.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from reports.reading.lines import Line, Page

Row = tuple[Line, ...]

# A column of titles takes at least this share of a page's width.
COLUMN = 0.17
# So many of the long lines begin in the text's column, right of the titles.
MOST = 0.8
# So many numbered titles at least, one after another.
TITLES = 3
NEAR = 3.0
# The next line of a title is no further below than this, in letter heights.
STEP = 1.6
# The hanging number of a paragraph has no title behind it. A day ("12 May 2021") is no number of an item.
NUMBERED = re.compile(
    r"(?P<number>\d{1,4})(?:[A-Za-z]|/\d{2,4})?[.)]?\s+(?=[A-Z])"
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
)


@dataclass
class Title:
    """A heading in the making: its lines, and the place among the page's rows before which it comes."""

    place: int
    lines: list[Line] = field(default_factory=list)

    @property
    def number(self) -> int | None:
        found = NUMBERED.match(words_of(self.lines))
        return int(found["number"]) if found else None


def side_headings_above(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The same pages; where headings stand beside the text, each as one line above its paragraph."""
    left = text_column(pages)
    if left is None:
        return tuple(pages)
    parted = [replace(page, rows=tuple(split(row, left) for row in page.rows)) for page in pages]
    titles = [titles_of(page, left) for page in parted]
    if not run_on([title.number for found in titles for title in found]):
        return tuple(pages)
    return tuple(rebuilt(page, found) for page, found in zip(parted, titles, strict=True))


def text_column(pages: Sequence[Page]) -> float | None:
    """Where the text begins, in points, if most of it begins far right of the page's edge."""
    long = [start for page in pages for row in page.rows for start in long_starts(row, page.width)]
    if not long:
        return None
    left = Counter(round(start) for start in long).most_common(1)[0][0]
    edge = min(line.x0 for page in pages for row in page.rows for line in row)
    within = sum(start >= left - NEAR for start in long)
    wide = left - edge >= COLUMN * max(page.width for page in pages)
    return float(left) if wide and within >= MOST * len(long) else None


def long_starts(row: Row, width: float) -> Iterator[float]:
    """Where a row's long texts begin; behind a wide gap within a line another one begins."""
    for line in row:
        starts = [line.x0, *(start for _, start in line.gaps)]
        found = [start for start in starts if line.x1 - start > 0.4 * width]
        yield from found[-1:]


def split(row: Row, left: float) -> Row:
    """A row with the line parted that runs from a title into the text without a column's gap."""
    done: list[Line] = []
    for line in row:
        place = next((number for number, (_, start) in enumerate(line.gaps) if abs(start - left) <= NEAR), None)
        texts = line.text.split("\t")
        if place is None or len(texts) != len(line.gaps) + 1:
            done.append(line)
            continue
        end, start = line.gaps[place]
        before, behind = "\t".join(texts[: place + 1]), "\t".join(texts[place + 1 :])
        done.append(replace(line, text=before, x1=end, gaps=line.gaps[:place]))
        done.append(replace(line, text=behind, x0=start, gaps=line.gaps[place + 1 :]))
    return tuple(done)


def titles_of(page: Page, left: float) -> list[Title]:
    """The titles in a page's column; each begins beside a line of the text and goes on closely below itself."""
    found: list[Title] = []
    number: int | None = None
    for place, row in enumerate(page.rows):
        beside = [line for line in row if line.x1 < left - 1]
        text = [line for line in row if line not in beside]
        if not beside or (text and abs(text[0].x0 - left) > NEAR):
            continue
        begun = NUMBERED.match(words_of(beside))
        due = begun and (number is None or int(begun["number"]) == number + 1)
        if found and not due and follows(found[-1].lines[-1], beside[0]):
            found[-1].lines += beside
        elif text and re.search(r"[A-Za-z]{3}", words_of(beside)):
            found.append(Title(place, list(beside)))
            number = int(begun["number"]) if begun else number
    return found


def follows(last: Line, line: Line) -> bool:
    return abs(line.size - last.size) <= 0.1 * line.size and line.bottom - last.bottom <= STEP * line.size


def run_on(numbers: Sequence[int | None]) -> bool:
    """Whether titles are numbered one after another, nearly all.

    >>> run_on([None, 12, 13, 14]), run_on([12, 40, 13]), run_on([None, None, 3])
    (True, False, False)
    """
    given = [number for number in numbers if number is not None]
    steps = [after - before for before, after in pairwise(given)]
    return len(given) >= TITLES and sum(step == 1 for step in steps) >= 0.75 * len(steps)


def rebuilt(page: Page, titles: Sequence[Title]) -> Page:
    """A page whose titles stand above the text that they stood beside."""
    taken = {id(line) for title in titles for line in title.lines}
    above = {title.place: heading(title) for title in titles}
    rows: list[Row] = []
    for place, row in enumerate(page.rows):
        if place in above:
            rows.append((above[place],))
        if rest := tuple(line for line in row if id(line) not in taken):
            rows.append(rest)
    return replace(page, rows=tuple(rows))


def heading(title: Title) -> Line:
    """A title as one line of print; its place makes it a heading, so it counts as bold."""
    text = words_of(title.lines)
    found = NUMBERED.match(text)
    if found:
        # A tab parts a number from its text, whatever its form.
        text = f"{text[: found.end()].rstrip()}\t{text[found.end() :]}"
    first, last = title.lines[0], title.lines[-1]
    right = max(line.x1 for line in title.lines)
    return replace(first, text=text, x1=right, bottom=last.bottom, bold=True, gaps=())


def words_of(lines: Sequence[Line]) -> str:
    return " ".join(" ".join(line.text for line in lines).split())
