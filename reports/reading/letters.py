"""A page's letters in the order in which they are painted, and what is painted under and over them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from math import isfinite
from typing import Any, cast

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.utils import apply_matrix_rect, mult_matrix

from reports.reading.content import TooMuch

BOLD = ("bold", "black", "heavy", "demi", "semibd")
# Codes of the Windows alphabet that mean no letter print a bullet, says the PDF standard.
UNUSED_CODES = frozenset({0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D})
# The densest printed page holds some 20,000; a page with more is built to stop its reader.
MOST_LETTERS = 100_000
MOST_PATCHES = 20_000
# What is thinner, in points, is a rule or a frame and hides no text.
THIN = 3.0
# Text that neither fills nor strokes its letters; another way only cuts a picture to the letters' shape.
INVISIBLE = 3
# In these ways of naming colours a number says how much of a named ink, or which of a list, not how light it is.
UNKNOWN_COLOURS = ("Separation", "DeviceN", "Indexed", "Pattern", "Lab")

Area = tuple[float, float, float, float]  # x0, y0, x1, y1 in points from the page's lower left corner
Colour = tuple[float, float, float]  # red, green and blue, each from 0 to 1


class Letter:
    """One letter as printed; places in points from the page's lower left corner.

    size is its height; upright: it stands as in a book, neither slanted nor turned; `turned`: by a right angle or half
    a turn.
    """

    __slots__ = ("bold", "size", "text", "turned", "upright", "x0", "x1", "y0", "y1")

    def __init__(self, text: str, area: Area, size: float, bold: bool, upright: bool, turned: bool) -> None:
        self.text = text
        self.x0, self.y0, self.x1, self.y1 = area
        self.size = size
        self.bold = bold
        self.upright = upright
        self.turned = turned


@dataclass(frozen=True, slots=True)
class Patch:
    """An area that is painted when `after` letters of the page have been painted; colour None where it has several."""

    area: Area
    after: int
    colour: Colour | None = None
    is_picture: bool = False


@dataclass(slots=True)
class Ink:
    """How the letters from number `start` on are painted: in which colour, None where that is not known, if at all."""

    start: int
    colour: Colour | None
    invisible: bool


@dataclass
class Sheet:
    """All that is painted on one page, in order; `doubted` where nobody knows whether its letters are seen."""

    letters: list[Letter] = field(default_factory=list)
    inks: list[Ink] = field(default_factory=list)
    patches: list[Patch] = field(default_factory=list)
    doubted: bool = False


class Letters(PDFTextDevice):
    """Gathers what a page paints, in drawings too, which pdfminer's own devices leave out.

    drawings: how many drawings are placed on the page, those within others too.
    """

    ctm: Any

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.sheet = Sheet()
        self.page_matrix: Any = None
        self.drawings = 0
        self.known: dict[PDFFont, Callable[[int], tuple[str, float]]] = {}
        self.weights: dict[PDFFont, bool] = {}

    def begin_page(self, page: PDFPage, ctm: Any) -> None:
        self.sheet = Sheet()
        self.page_matrix = ctm
        self.drawings = 0

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        letters = self.sheet.letters
        ink = (plain_colour(graphicstate.ncs, graphicstate.ncolor), textstate.render == INVISIBLE)
        if not self.sheet.inks or (self.sheet.inks[-1].colour, self.sheet.inks[-1].invisible) != ink:
            self.sheet.inks.append(Ink(len(letters), *ink))
        if textstate.font.is_vertical():
            super().render_string(textstate, seq, ncs, graphicstate)
        else:
            self.set_out(textstate, seq)
        if len(letters) > MOST_LETTERS:
            raise TooMuch

    def set_out(self, state: Any, pieces: Any) -> None:
        """Places the letters of one string from left to right."""
        font, size, scaling = state.font, state.fontsize, state.scaling * 0.01
        a, b, c, d, e, f = mult_matrix(state.matrix, self.ctm)
        below = font.get_descent() * size + state.rise
        known, bold = self.known_letters(font), self.is_bold(font)
        apart, word = state.charspace * scaling, 0 if font.is_multibyte() else state.wordspace * scaling
        x, y = state.linematrix
        set_as = (a * size, b * size, c * size, d * size)
        upright, turned = is_upright(*set_as), is_turned(*set_as)
        straight = b == 0 == c and a > 0 and d > 0 and size > 0 < scaling
        letters, space = self.sheet.letters, False
        for piece in pieces:
            if isinstance(piece, (int, float)):
                x -= piece * 0.001 * size * scaling
                space = True
                continue
            for cid in font.decode(piece) if isinstance(piece, bytes) else ():
                if space:
                    x += apart
                text, width = known(cid)
                advance = width * size * scaling
                if straight:
                    low = (y + below) * d + f
                    area = (x * a + e, low, (x + advance) * a + e, low + size * d)
                else:
                    area = apply_matrix_rect((a, b, c, d, e, f), (x, y + below, x + advance, y + below + size))
                letters.append(Letter(text, area, area[3] - area[1], bold, upright, turned))
                x += advance + (word if cid == 32 else 0)
                space = True
        state.linematrix = (x, y)

    def render_char(
        self,
        matrix: Any,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: Any,
        graphicstate: Any,
    ) -> float:
        """One letter of a font that runs downwards."""
        text, width = self.known_letters(font)(cid)
        advance = width * fontsize * scaling
        across, down = cast("tuple[float | None, float]", font.char_disp(cid))
        left = -(fontsize * 0.5 if across is None else across * fontsize * 0.001)
        top = (1000 - down) * fontsize * 0.001 + rise
        area = apply_matrix_rect(matrix, (left, top + advance, left + fontsize, top))
        upright = is_upright(*matrix[:4])
        self.sheet.letters.append(Letter(text, area, area[2] - area[0], self.is_bold(font), upright, False))
        return advance

    def known_letters(self, font: PDFFont) -> Callable[[int], tuple[str, float]]:
        """A font's letters and their widths by their codes, each looked up once."""
        if font not in self.known:
            self.known[font] = Known(font).__getitem__
        return self.known[font]

    def is_bold(self, font: PDFFont) -> bool:
        if font not in self.weights:
            name = str(font.fontname).lower()
            self.weights[font] = any(word in name for word in BOLD)
        return self.weights[font]

    def paint_path(self, graphicstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Any) -> None:
        wide = stroke and graphicstate.linewidth >= THIN
        if not fill and not wide:
            return
        colour = (
            plain_colour(graphicstate.ncs, graphicstate.ncolor)
            if fill
            else plain_colour(graphicstate.scs, graphicstate.scolor)
        )
        for area in areas(path):
            self.add(apply_matrix_rect(self.ctm, grown(area, graphicstate.linewidth / 2 if wide else 0)), colour)

    def render_image(self, name: str, stream: Any) -> None:
        self.add(apply_matrix_rect(self.ctm, (0, 0, 1, 1)), None, is_picture=True)

    def add(self, area: Area, colour: Colour | None, is_picture: bool = False) -> None:
        if area[2] - area[0] < THIN or area[3] - area[1] < THIN or not all(map(isfinite, area)):
            return
        self.sheet.patches.append(Patch(area, len(self.sheet.letters), colour, is_picture))
        if len(self.sheet.patches) > MOST_PATCHES:
            raise TooMuch


class Known(dict[int, tuple[str, float]]):
    """What each code of a font prints and how wide it is, asked of pdfminer when it is first needed."""

    def __init__(self, font: PDFFont) -> None:
        super().__init__()
        self.font = font

    def __missing__(self, cid: int) -> tuple[str, float]:
        try:
            text = self.font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            text = "•" if cid in UNUSED_CODES else ""
        self[cid] = text, self.font.char_width(cid)
        return self[cid]


def plain_colour(space: Any, colour: Any) -> Colour | None:
    """A colour as a screen mixes it, from pdfminer's grey, RGB or CMYK; None where it is none of them."""
    if space.name in UNKNOWN_COLOURS:
        return None
    if isinstance(colour, (int, float)):
        return colour, colour, colour
    if isinstance(colour, tuple) and all(isinstance(part, (int, float)) for part in colour):
        if len(colour) == 3:
            return colour
        if len(colour) == 4:
            cyan, magenta, yellow, black = colour
            return max(0.0, 1 - cyan - black), max(0.0, 1 - magenta - black), max(0.0, 1 - yellow - black)
    return None


def areas(path: Any) -> list[Area]:
    """The rectangles around each part of a path."""
    parts: list[list[tuple[float, float]]] = []
    for step in path:
        if step[0] == "m" or not parts:
            parts.append([])
        parts[-1] += zip(step[1::2], step[2::2], strict=False)
    found = []
    for points in parts:
        if points:
            across, up = [x for x, _ in points], [y for _, y in points]
            found.append((min(across), min(up), max(across), max(up)))
    return found


def grown(area: Area, by: float) -> Area:
    return area[0] - by, area[1] - by, area[2] + by, area[3] + by


def is_upright(a: float, b: float, c: float, d: float) -> bool:
    return a > 0 < d and b * c <= 0


def is_turned(a: float, b: float, c: float, d: float) -> bool:
    """Whether print runs up, down or upside down; what is slanted a little is not turned."""
    return abs(b) > 5 * abs(a) or (a < 0 > d and abs(a) > 5 * abs(b))
