"""Letters that are in a file but that nobody can see on the page: under a box, in the page's colour, off the page.

What is painted where says which letters may be hidden; whether they are is decided by the page's picture, drawn with
and without its text (pages.unseen). So a box that is half transparent, cut off or cut out accuses nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reports.reading.letters import Area, Colour, Letter, Patch, Sheet
from reports.reading.reading import Flag

# Letters are looked for by how high they stand, in bands of so many points.
BAND = 20.0
# Two colours that differ by less, of 1, look the same.
ALIKE = 0.08
WHITE: Colour = (1.0, 1.0, 1.0)
# A picture, or several together, that fill this much of a page are the page itself: it was scanned.
SCAN = 0.5
# One letter alone may be a flaw of the program that wrote the file.
FEWEST = 2

AFTER = "they are left out here, but anyone who has the file can find them."
MESSAGES = {
    "covered_text": f"Page {{page}} has words under a filled box, or marked to be blacked out: {AFTER}",
    "white_text": f"Page {{page}} has words in the colour of what they are printed on: {AFTER}",
    "off_page_text": f"Page {{page}} has words outside the part of the page that is shown: {AFTER}",
    "invisible_text": f"Page {{page}} has invisible words: {AFTER}",
}


class Hidden(NamedTuple):
    """A piece of hidden text: what sort of flag it is, the numbers of its letters, where they stand.

    `doubtful` is whether the page's picture is to decide.
    """

    sort: str
    letters: tuple[int, ...]
    area: Area
    doubtful: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What a page may hide; `is_recognised`: it is a picture whose text a program has recognised."""

    hidden: tuple[Hidden, ...] = ()
    is_recognised: bool = False


def hidden_print(
    sheet: Sheet, width: float, height: float, covers: Iterable[Area] = (), redactions: Sequence[Area] = ()
) -> Found:
    """What a page of this size, in points, may hide.

    `covers` are areas that notes on the page are drawn over; `redactions` are areas that were marked for their words to
    be taken out, which was not done: the words are as good as hidden.
    """
    sorts: dict[int, str] = dict.fromkeys(range(len(sheet.letters)), "invisible_text") if sheet.doubted else {}
    sorts |= dict.fromkeys(in_page_colour(sheet), "white_text")
    scan = scanned(sheet, width * height)
    over = [patch for patch in sheet.patches if patch.after and patch not in scan]
    over += [Patch(area, len(sheet.letters)) for area in covers]
    sorts |= dict.fromkeys(under(sheet.letters, over), "covered_text")
    sorts |= dict.fromkeys(invisible(sheet), "invisible_text")
    recognised = under_scan(sheet, scan)
    for number in recognised:
        sorts.pop(number, None)
    for number, letter in enumerate(sheet.letters):
        if letter.x1 <= 0 or letter.x0 >= width or letter.y1 <= 0 or letter.y0 >= height:
            sorts[number] = "off_page_text"
    shown = {number: sort for number, sort in sorts.items() if sheet.letters[number].text.strip()}
    marked = set(under(sheet.letters, [Patch(area, len(sheet.letters)) for area in redactions]))
    found = [each for each in pieces(sheet, shown) if not marked.issuperset(each.letters)]
    found += [each._replace(doubtful=False) for each in pieces(sheet, dict.fromkeys(marked, "covered_text"))]
    return Found(tuple(found), len(recognised) > len(sheet.letters) / 2)


def hidden_flags(hidden: Iterable[Hidden], page: int) -> Iterator[Flag]:
    """One flag for each sort of text that a page hides."""
    for sort in dict.fromkeys(each.sort for each in hidden):
        yield Flag(sort=sort, message=MESSAGES[sort].format(page=page), page=page)


def left_out(letters: list[Letter], hidden: Iterable[Hidden]) -> list[Letter]:
    """The letters without those that are hidden."""
    gone = {number for each in hidden for number in each.letters}
    return [letter for number, letter in enumerate(letters) if number not in gone] if gone else letters


def scanned(sheet: Sheet, page_size: float) -> list[Patch]:
    """The pictures that are the page itself."""
    pictures = [patch for patch in sheet.patches if patch.is_picture]
    return pictures if sum(map(size, pictures)) >= SCAN * page_size else []


def size(patch: Patch) -> float:
    x0, y0, x1, y1 = patch.area
    return (x1 - x0) * (y1 - y0)


def under_scan(sheet: Sheet, scan: list[Patch]) -> set[int]:
    """The letters that lie under a scanned page's picture, or invisible over it."""
    if not scan:
        return set()
    beneath = set(under(sheet.letters, scan))
    unpainted = set(invisible(sheet))
    everywhere = [Patch(patch.area, len(sheet.letters)) for patch in scan]
    return beneath | (unpainted and unpainted.intersection(under(sheet.letters, everywhere)))


def invisible(sheet: Sheet) -> Iterator[int]:
    for first, last, _, is_invisible in inks(sheet):
        if is_invisible:
            yield from range(first, last)


def inks(sheet: Sheet) -> Iterator[tuple[int, int, Colour | None, bool]]:
    """Each stretch of letters painted alike: its first letter, the one behind its last, colour and invisibility."""
    ends = [ink.start for ink in sheet.inks[1:]] + [len(sheet.letters)]
    for ink, end in zip(sheet.inks, ends, strict=False):
        yield ink.start, end, ink.colour, ink.invisible


def under(letters: list[Letter], patches: list[Patch]) -> Iterator[int]:
    """The letters over whose middle one of the patches is painted later."""
    if not patches:
        return
    bands: dict[int, list[int]] = defaultdict(list)
    for number, letter in enumerate(letters):
        if abs(letter.y0) < 1e5:
            bands[int((letter.y0 + letter.y1) / 2 // BAND)].append(number)
    lowest, highest = min(bands, default=0), max(bands, default=-1)
    for patch in patches:
        x0, y0, x1, y1 = patch.area
        first, last = max(lowest, int(max(y0, -1e5) // BAND)), min(highest, int(min(y1, 1e5) // BAND))
        for band in range(first, last + 1):
            for number in bands.get(band, ()):
                if number >= patch.after:
                    break
                letter = letters[number]
                if x0 < (letter.x0 + letter.x1) / 2 < x1 and y0 < (letter.y0 + letter.y1) / 2 < y1:
                    yield number


def in_page_colour(sheet: Sheet) -> Iterator[int]:
    """The letters painted in the colour of what lies beneath them, the white page or a patch."""
    for first, last, colour, _ in inks(sheet):
        if colour is None or not (alike(colour, WHITE) or any(alike(colour, patch.colour) for patch in sheet.patches)):
            continue
        for number in range(first, last):
            if alike(colour, beneath(sheet, number)):
                yield number


def beneath(sheet: Sheet, number: int) -> Colour | None:
    """The colour that a letter is painted on; None where it is not one colour."""
    letter = sheet.letters[number]
    x, y = (letter.x0 + letter.x1) / 2, (letter.y0 + letter.y1) / 2
    for patch in reversed(sheet.patches):
        x0, y0, x1, y1 = patch.area
        if x0 < x < x1 and y0 < y < y1 and patch.after <= number:
            return patch.colour
    return WHITE


def alike(one: Colour, other: Colour | None) -> bool:
    return other is not None and all(abs(a - b) < ALIKE for a, b in zip(one, other, strict=True))


def pieces(sheet: Sheet, sorts: dict[int, str]) -> Iterator[Hidden]:
    """Hidden letters that were painted one after another, of one sort and on one line, together."""
    run: list[int] = []
    for number in sorted(sorts):
        if run and not (number - run[-1] <= 3 and sorts[number] == sorts[run[-1]] and level(sheet, run[-1], number)):
            yield from piece(sheet, run, sorts)
            run = []
        run.append(number)
    yield from piece(sheet, run, sorts)


def level(sheet: Sheet, one: int, other: int) -> bool:
    return abs(sheet.letters[one].y0 - sheet.letters[other].y0) < 2


def piece(sheet: Sheet, run: list[int], sorts: dict[int, str]) -> Iterator[Hidden]:
    letters = [sheet.letters[number] for number in run]
    if sum(letter.text.isalnum() for letter in letters) < FEWEST:
        return
    area = (
        min(letter.x0 for letter in letters),
        min(letter.y0 for letter in letters),
        max(letter.x1 for letter in letters),
        max(letter.y1 for letter in letters),
    )
    sort = sorts[run[0]]
    if sheet.doubted or sort not in ("covered_text", "white_text"):
        yield Hidden(sort, tuple(run), area, doubtful=sheet.doubted)
        return
    over = printed_over(sheet, run, area)
    # The same words once more in the same place: a shadow, or a page that was painted twice.
    if over != "".join(letter.text.strip() for letter in letters):
        yield Hidden(sort, tuple(run), area, doubtful=not over)


def printed_over(sheet: Sheet, run: list[int], area: Area) -> str:
    """The letters that stand where these do: the page's picture cannot say whose traces it shows."""
    x0, y0, x1, y1 = area
    return "".join(
        letter.text.strip()
        for letter in sheet.letters[run[-1] + 1 :]
        if x0 < (letter.x0 + letter.x1) / 2 < x1 and y0 < (letter.y0 + letter.y1) / 2 < y1
    )
