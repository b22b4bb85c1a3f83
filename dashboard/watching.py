"""Which measures a council might look at first: worse than others and getting worse, near to that, or improved.

    found = watched(figures, Comparator("nation", "England"))
    [one.sentence for one in found.worse]

Official values alone are tested, against the same period of a comparator, and by the trend of a window of years, never
by the last two values. Where neither direction is better a measure is held against the council's own thresholds, and
against nothing else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.card import scale_of
from dashboard.models import Watched
from dashboard.rating import OUTSIDE as OUTSIDE_THRESHOLDS
from dashboard.series import Figures, Line, Point
from dashboard.sides import OFFICIAL, Beside, Number, Side, scale, side
from dashboard.telling import aims_in_words, travelled
from dashboard.trend import FEWEST, OPPOSITE, YEARS, Trend, trend

WORSE, NEAR, IMPROVED, OUTSIDE = Watched.Why.WORSE, Watched.Why.NEAR, Watched.Why.IMPROVED, Watched.Why.OUTSIDE
# Tested, and to be listed nowhere.
STEADY = "steady"
# A line as steep as this by chance one time in five is not a trend, but near to one.
NEARLY = 0.2

NO_VALUE = "no official value for this area"
SUPPRESSED = "the latest value is suppressed or missing"
NO_THRESHOLDS = "neither higher nor lower is better, and the council has set no thresholds of its own"
NO_TARGET = "nearer to the target is better, and the council has set no target"
NO_COMPARATOR = "no value to compare with for the same period"
TOO_FEW = f"fewer than {FEWEST} values in these years"
CHANGED = f"fewer than {FEWEST} values since what is counted was changed"


@dataclass(frozen=True, slots=True)
class Comparator:
    """Whom the council is compared with: the `place` of a line, and what a sentence calls it."""

    place: str
    name: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A measure that was tested: what came of it (`why`), and the sentence that says why.

    `beside` is the comparator's value; both it and `travels` are None where only thresholds count.
    """

    figures: Figures
    why: str
    sentence: str
    now: Number
    beside: Beside | None = None
    travels: Trend | None = None

    @property
    def stated(self) -> Number | None:
        """What the council's papers state of a later period: in-year and provisional, and no part of the test."""
        own, tested = self.figures.stated.own, self.now.point.date
        newest = own.latest if own else None
        if not own or not newest or not newest.date or not tested or newest.date <= tested:
            return None
        return scale(own, self.figures.stated, self.figures.indicator.unit).number(newest)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A measure that could not be tested."""

    figures: Figures
    why: str


@dataclass(frozen=True, slots=True)
class WatchList:
    """What came of each measure, in the order in which they were given."""

    tested: tuple[Listed, ...]
    left_out: tuple[LeftOut, ...]

    def of(self, why: str) -> tuple[Listed, ...]:
        return tuple(one for one in self.tested if one.why == why)

    @property
    def worse(self) -> tuple[Listed, ...]:
        return self.of(WORSE)

    @property
    def near(self) -> tuple[Listed, ...]:
        return self.of(NEAR)

    @property
    def improved(self) -> tuple[Listed, ...]:
        return self.of(IMPROVED)

    @property
    def outside(self) -> tuple[Listed, ...]:
        return self.of(OUTSIDE)

    @property
    def steady(self) -> tuple[Listed, ...]:
        return self.of(STEADY)

    @property
    def listed(self) -> tuple[Listed, ...]:
        return tuple(one for one in self.tested if one.why != STEADY)

    @property
    def reasons(self) -> list[tuple[str, int]]:
        """Why measures were left out, and how many for each reason, the commonest first."""
        return Counter(one.why for one in self.left_out).most_common()


def watched(figures: Iterable[Figures], comparator: Comparator, years: int = YEARS) -> WatchList:
    """What comes of each measure by the trend of so many years."""
    found = [_found(one, comparator, years) for one in figures]
    tested = tuple(one for one in found if isinstance(one, Listed))
    return WatchList(tested, tuple(one for one in found if isinstance(one, LeftOut)))


def _found(figures: Figures, comparator: Comparator, years: int) -> Listed | LeftOut:
    """What comes of one measure."""
    of, own, other = figures.indicator, figures.official.own, figures.official.of(comparator.place)
    said = side(OFFICIAL, figures, changes=[change.date for change in figures.changes], years=years)
    if own is None or said is None or said.now is None:
        return LeftOut(figures, SUPPRESSED if said and said.gap and said.gap.symbol == "c" else NO_VALUE)
    if _is_hidden(own, said.now.point, other):
        return LeftOut(figures, SUPPRESSED)
    if of.polarity not in ("high", "low", "target"):
        return _by_thresholds(figures, said, said.now)
    if of.polarity == "target" and (said.aim is None or said.aim.target is None):
        return LeftOut(figures, NO_TARGET)
    beside = said.at(comparator.place)
    if beside is None or not beside.same_period:
        return LeftOut(figures, NO_COMPARATOR)
    if said.trend is None:
        return LeftOut(figures, CHANGED if trend(own.known, years) else TOO_FEW)
    why = _why(beside.effect, said.trend_effect)
    told = f"{_position(said.now, beside, comparator)}; {_movement(of.polarity, said, said.trend, figures)}."
    return Listed(figures, why, told, said.now, beside, said.trend)


def _is_hidden(own: Line, latest: Point, other: Line | None) -> bool:
    """Whether a symbol stands for a later period than the latest value: one that is suppressed, or known of others."""
    later = [point for point in own.points if latest.date and point.date and point.date > latest.date]
    return any(point.symbol == "c" or (other and other.at(point.date)) for point in later)


def _by_thresholds(figures: Figures, said: Side, now: Number) -> Listed | LeftOut:
    """A measure of which neither direction is better: only whether it is where the council itself looks."""
    if said.rating is None:
        return LeftOut(figures, NO_THRESHOLDS)
    limits = ", ".join(aims_in_words(said.aim, "neutral", scale_of(figures, said)))
    told = f"{now.text} {now.when}, {said.rating.words} ({limits}). Neither higher nor lower is better in itself."
    return Listed(figures, OUTSIDE if said.rating.state in OUTSIDE_THRESHOLDS else STEADY, told, now)


def _why(stands: str, goes: str) -> str:
    """What comes of how a measure stands (better, worse or empty) and of which way it goes (the same)."""
    if goes == "better":
        return IMPROVED
    if stands == goes == "worse":
        return WORSE
    return NEAR if "worse" in (stands, goes) else STEADY


def _position(now: Number, beside: Beside, comparator: Comparator) -> str:
    other = f"{comparator.name} ({beside.number.text})"
    how = f"the same as {other}" if beside.direction == "same" else f"{beside.direction} than {other}"
    return f"{now.text} {now.when}, {how}{f', which is {beside.effect}' if beside.effect else ''}"


def _movement(polarity: str, said: Side, travels: Trend, figures: Figures) -> str:
    told = travelled(travels, said.trend_effect, scale_of(figures, said))
    nearly = near_to(travels, polarity)
    if not nearly:
        return told
    chance = f"chance alone would make a line as steep one time in {round(1 / travels.p)}"
    return f"{told}, though it may be getting {nearly}: {chance}"


def near_to(travels: Trend, polarity: str) -> str:
    """better or worse, where a line is steep but not surely so, and one direction is better; else empty."""
    if travels.clear or not travels.slope or travels.p > NEARLY or polarity not in ("high", "low"):
        return ""
    rising = "better" if polarity == "high" else "worse"
    return rising if travels.slope > 0 else OPPOSITE[rising]
