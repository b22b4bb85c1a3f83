"""What is known when a figure is read: the setting that its paragraph stands in, and the sentence around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reports.reading.dates import Dated
from reports.reading.values import Value

OPENS_BRACKET = re.compile(r"\s*(?:(?:at|in|on|for)\s[^.;,()]{3,40})?\(\s*")


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known before a figure is read.

    area: the council's short name; written: the document's date, which gives the year of "in September"; period: what
    the heading above says the figures are for; measure: the one measure of the block or table right above, which a
    commentary means by "the rate"; the rest is said higher up in the same section.
    """

    area: str | None
    written: str | None = None
    period: str | None = None
    heading: str = ""
    performance: bool = False
    school_year: str | None = None
    region: str | None = None
    club: str | None = None
    compared: str | None = None
    measure: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence, the values and dates in it, and what its paragraph says before it."""

    text: str
    values: tuple[Value, ...]
    dates: tuple[Dated, ...]
    areas: tuple[str | None, ...]
    before: tuple[str, ...]
    setting: Setting
    printed: str  # the sentence as it is printed, for quoting

    def back_to(self, index: int, steps: int) -> str:
        """The words from the end of the value `steps` before up to this value."""
        start = self.values[index - steps].end if index >= steps else 0
        return self.text[start : self.values[index].start]

    def after(self, index: int) -> str:
        """The words from this value up to the next."""
        end = self.values[index + 1].start if index + 1 < len(self.values) else len(self.text)
        return self.text[self.values[index].end : end]

    def reach(self, index: int) -> tuple[int, int]:
        """How far a value's words go: to its neighbours, past one in brackets right behind it."""
        start = self.values[index - 1].end if index else 0
        following = index + 1
        if following < len(self.values) and self.is_in_brackets(following):
            following += 1
        return start, self.values[following].start if following < len(self.values) else len(self.text)

    def is_in_brackets(self, index: int) -> bool:
        """Whether a value stands in brackets right behind another: "512 (38.1 per 10,000)"."""
        between = self.text[self.values[index - 1].end : self.values[index].start] if index else ""
        return OPENS_BRACKET.fullmatch(between) is not None
