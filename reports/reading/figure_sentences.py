"""The figures of one paragraph, sentence by sentence: which number is a value, of what, for whom and when."""

from __future__ import annotations

import re
from dataclasses import replace

from reports.reading.comparators import GOES_ON, areas_of, is_compared, role_of
from reports.reading.facts import Figure, Source
from reports.reading.figure_labels import label_of
from reports.reading.figure_setting import Said, Setting
from reports.reading.indicators import OF_A_SCHOOL_YEAR, Indicator, named
from reports.reading.periods import is_earlier, leading, period_of, quarter_before, quarters_near, year_before
from reports.reading.sentences import sentences
from reports.reading.units import names_next, unit_of, unit_said
from reports.reading.values import Value, is_change, values_in
from reports.reading.yearless import dates_near

# A run of more numbers than this is a list, not a sentence.
MOST_VALUES = 40
# How many sentences back a measure may be named, and how many figures back one may stand that another is set beside.
CONTEXT, BESIDE = 6, 12
# How many values back in a sentence its measure may be named.
STEPS = 10
# What is assumed or foreseen is no level that was measured.
FORESEEN = re.compile(r"\b(?:assum\w+|projections?|projected|forecast\w*|predict\w*)\b", re.IGNORECASE)
# "641 on 30 June, of whom 74": a part of those counted just before.
PART_OF = re.compile(r"\bof\s+(?:whom|which|these|those|them)\s+(?:\w+\s+)?$", re.IGNORECASE)
# "19% are filled by agency staff": what is of a share stands behind its verb.
FILLED = re.compile(
    r"\s*(?:of\s+posts\s+)?(?:are|is|were|was|being)\s+(?:\w+\s+)?(?:filled|covered|held|occupied)\s+by\b",
    re.IGNORECASE,
)
COVERS = re.compile(r"\b(?:fill|cover|hold|occup(?:y|ied)|make\s+up|account\s+for)(?:s|ed|ing)?\s+$", re.IGNORECASE)
RATE = re.compile(r"\b(?:the|our|this|England|national)\s+(?:\w+\s+){0,2}rate\b", re.IGNORECASE)
# A commentary speaks so of the measure that it stands below.
OF_THE_MEASURE = re.compile(
    r"\b(?:the|our|this|an?)\s+(?:(?:national|England|regional|local|overall|current|latest|average|statistical|neighbours?|quarterly"
    r"|annual|monthly|final|provisional|year-end|council|county|city|borough|actual)['’]?s?\s+){0,3}"
    r"(?:figure|rate|average|performance|result|outturn|position|percentage|proportion)s?\b(?!\s+of\b(?!\s+\d|\s*$))"
    r"|\bperformance\s+(?:is|was|has|in|at|remains|for)\b",
    re.IGNORECASE,
)
LEFT_OUT = re.compile(
    r"\s*(?:plus|and\s+(?:a\s+further|an\s+additional)|in\s+addition\s+to|excluding|not\s+including"
    r"|with\s+a\s+further)\s+"
    r"(?:(?:the\s+)?\d+\s+)?(?:\w+\s+)?(?:unaccompanied|UASC)",
    re.IGNORECASE,
)
# "337 at 30 June 2014 (331 at 31 March 2014)"
DATE_NEXT = re.compile(r"\s*%?\s*(?:as\s+)?(?:at|in|on|for)\s+(?:the\s+end\s+of\s+)?(?:\d|[A-Z])")
BY = re.compile(r"\s*(?:[a-z]+\s+){0,3}by\s+(?:the\s+end\s+of\s+)?")
LAST_YEAR = re.compile(
    r"last year|previous (?:academic |financial )?year|year before|prior year|a year (?:ago|earlier)", re.IGNORECASE
)
LAST_QUARTER = re.compile(r"(?:previous|last|prior|preceding) quarter|quarter before", re.IGNORECASE)
# "88% (44 of 50) of conferences": the numbers behind a share stand in the way of what it is of.
NUMBERS_BEHIND = re.compile(r"(?<=%|t) ?\(\d[\d,]*\s*(?:/|of|out of)\s*(?:the\s+)?\d[\d,]*\)(?=\s+of\b)")


def read_figures(text: str, setting: Setting, lead: str = "") -> list[Figure]:
    """The figures of one paragraph's text; `lead` is the text that introduces it. Their source has only the quote.

    A date at the head of a sentence, "At 31 March 2014, ...", holds for the sentences after it that have none.
    """
    found: list[Figure] = []
    above = tuple(words for words in (lead, setting.heading) if words)
    measure = (setting.measure,) if setting.measure else ()
    said_before: tuple[str, ...] = ()
    for sentence in sentences(text):
        if not FORESEEN.search(str(sentence)):
            meant = measure if OF_THE_MEASURE.search(str(sentence)) else ()
            said = _said(str(sentence), said_before + above + meant, setting)
            figures = _of_sentence(said, found[-BESIDE:] if GOES_ON.match(str(sentence)) else [])
            found.extend(figures)
            if figures and (opening := leading(said.text, said.dates, said.values[0].start)):
                setting = replace(setting, period=opening)
        said_before = (str(sentence), *said_before[: CONTEXT - 1])
    return found


def _said(text: str, before: tuple[str, ...], setting: Setting) -> Said:
    printed, text = text, NUMBERS_BEHIND.sub("", text)
    dates = dates_near(text, setting.written, past=True)
    dates = sorted([*dates, *quarters_near(text, setting.written, dates)], key=lambda dated: dated.start)
    values = values_in(text, dates)[:MOST_VALUES]
    return Said(text, tuple(values), tuple(dates), tuple(areas_of(text, values)), before, setting, printed)


def _of_sentence(said: Said, earlier: list[Figure]) -> list[Figure]:
    """The figures of a sentence; `earlier` are those of the sentences that it goes on from."""
    found: list[Figure] = []
    for index, value in enumerate(said.values):
        if not is_change(said.text, value) and (figure := _read(said, index, [*earlier, *found][-BESIDE:], not found)):
            found.append(figure)
    return found


def _read(said: Said, index: int, earlier: list[Figure], first: bool) -> Figure | None:
    """The figure that a value is; None for a number that is no measure's value."""
    value = said.values[index]
    before, after = said.text[: value.start], said.text[value.end :]
    role = role_of(before, after)
    compared = said.areas[index] is not None or role != "actual" or is_compared(before)
    if compared or _ends_a_change(before, earlier):
        return _set_beside(said, index, earlier, role) or _alone(said, index, earlier, role, first)
    # "The figure was 57% in April" names no measure: it is a further value of the one before.
    if said.is_in_brackets(index) and earlier and DATE_NEXT.match(after):
        return _set_beside(said, index, earlier, role)
    beside = _beside(said, index, earlier) if first else None
    if beside and unit_of(said.text, value) not in (None, beside.unit):
        beside = None
    if beside and named(said.text, beside.unit or "") is None:
        return _set_beside(said, index, earlier, role) or _alone(said, index, earlier, role, first)
    return _alone(said, index, earlier, role, first)


def _set_beside(said: Said, index: int, earlier: list[Figure], role: str) -> Figure | None:
    """A value as a further one of the measure before it; None where another measure is named for it."""
    beside = _beside(said, index, earlier)
    unit = unit_of(said.text, said.values[index], beside.unit) if beside else None
    if (
        not beside
        or unit != beside.unit
        or _named_between(said, index, beside.unit or "") not in (None, beside.indicator)
    ):
        return None
    return _compared(said, index, beside, role)


def _alone(said: Said, index: int, earlier: list[Figure], role: str, first: bool) -> Figure | None:
    """A value as the first of its measure."""
    unit = unit_of(said.text, said.values[index]) or _rate_meant(said, index)
    if unit is None:
        return None
    indicator = _indicator(said, index, unit) or (_of_same_topic(earlier, unit) if first else None)
    figure = _own(said, index, indicator, unit, role)
    # "641 children at 31 March. The rate is 45.1 per 10,000": a sentence that goes on is of the same day.
    if figure and first and earlier and not said.dates:
        return replace(figure, period=earlier[-1].period)
    value, (start, end) = said.values[index], said.reach(index)
    dated = period_of(said.text, said.dates, start, value.end, end)
    beside = said.is_in_brackets(index) or PART_OF.search(said.back_to(index, 1))
    if figure and earlier and beside and not dated:
        return replace(figure, period=earlier[-1].period)
    return figure


def _rate_meant(said: Said, index: int) -> str | None:
    """per_10000 where "the rate" is that of the block or table above: "The rate in England is 70.4"."""
    before = said.back_to(index, 1)
    if said.values[index].unit or not RATE.search(before) or unit_said(said.setting.measure) != "per_10000":
        return None
    return "per_10000"


def _of_same_topic(earlier: list[Figure], unit: str) -> Indicator | None:
    """The measure in another unit of what the sentence before counted: "641 children. The rate is 45 per 10,000"."""
    return next((found for figure in earlier if (found := named(figure.label, unit))), None)


def _ends_a_change(before: str, earlier: list[Figure]) -> bool:
    """Whether a value is the second of "from 52 in May 2013 to 47"."""
    return bool(earlier) and earlier[-1].role == "previous" and re.search(r"\bto\s+\S*\s*$", before) is not None


def _beside(said: Said, index: int, earlier: list[Figure]) -> Figure | None:
    """The figure that a value is set beside: the last of its unit, and today's rather than an earlier one.

    A number without a unit goes with the figure of about its size: 655 with 688 children, not with 48.5 per 10,000.
    """
    value = said.values[index]
    if value.unit:
        unit = "gbp" if value.unit == "pounds" else value.unit
        alike = [figure for figure in earlier if figure.unit == unit]
    else:
        whole = "." not in said.text[value.start : value.end]
        able = [figure for figure in earlier if whole or figure.unit != "count"]
        alike = [figure for figure in able if figure.value and 1 / 3 < value.number / figure.value < 3] or able[-1:]
    if not alike:
        return None
    actual = [figure for figure in alike if figure.role == "actual" and figure.indicator == alike[-1].indicator]
    return (actual or alike)[-1]


def _named_between(said: Said, index: int, unit: str) -> str | None:
    after = said.after(index)
    indicator = (named(after, unit) if names_next(after, unit) else None) or named(said.back_to(index, 1), unit)
    return indicator.slug if indicator else None


def _compared(said: Said, index: int, last: Figure, role: str) -> Figure:
    """A value set beside the one before it: of the same measure, for another area, period or role."""
    value, (start, end) = said.values[index], said.reach(index)
    own = _aimed_by(said, value, role) or period_of(said.text, said.dates, start, value.end, end)
    area = _area(said, index, own is not None)
    if area == said.setting.area and role == "actual" and own and last.period and is_earlier(own, last.period):
        role = "previous"
    period = own or (last.period if role != "previous" else _last_year(said, index, last))
    return replace(last, source=Source(0, quote=said.printed), value=value.number, area=area, period=period, role=role)


def _aimed_by(said: Said, value: Value, role: str) -> str | None:
    """The time by which a target is to be reached: "a target of 160 by March 2018"."""
    after = [dated for dated in said.dates if dated.start >= value.end] if role == "target" else []
    return after[0].iso if after and BY.fullmatch(said.text[value.end : after[0].start]) else None


def _last_year(said: Said, index: int, last: Figure) -> str | None:
    near = said.text[max(0, said.values[index].start - 40) : said.values[index].end + 40]
    if LAST_QUARTER.search(near) and last.period and "-Q" in last.period:
        return quarter_before(last.period)
    return year_before(last.period) if LAST_YEAR.search(near) else None


def _area(said: Said, index: int, dated: bool = False) -> str | None:
    area, setting = said.areas[index], said.setting
    if area == "Region":
        return setting.region or area
    if area == "Benchmarking club":
        return setting.club or area
    before = said.text[: said.values[index].start]
    if area is None and not dated and is_compared(before) and role_of(before, said.after(index)) == "actual":
        # "£510 per week compared with £480": whose average was said further up.
        return setting.club or setting.area
    return area or setting.area


def _own(said: Said, index: int, indicator: Indicator | None, unit: str, role: str) -> Figure | None:
    value, (start, end) = said.values[index], said.reach(index)
    if indicator is None and not _is_stated(said, index, unit):
        return None
    before, after = said.text[: value.start], said.text[value.end :]
    label = label_of(before, after, indicator, unit)
    if label is None:
        return None
    if LEFT_OUT.match(after):
        label += ", leaving out unaccompanied asylum seeking children"
    period = _aimed_by(said, value, role) or period_of(said.text, said.dates, start, value.end, end)
    period = period or leading(said.text, said.dates, said.values[0].start)
    return Figure(
        source=Source(0, quote=said.printed),
        indicator=indicator.slug if indicator else None,
        label=label,
        area=_area(said, index),
        period=period or _usual_period(said, indicator),
        value=value.number,
        unit=unit,
        role=role,
    )


def _usual_period(said: Said, indicator: Indicator | None) -> str | None:
    if indicator and indicator.slug in OF_A_SCHOOL_YEAR and said.setting.school_year:
        return said.setting.school_year
    return said.setting.period


def _is_stated(said: Said, index: int, unit: str) -> bool:
    """Whether a value of an unknown measure is a KPI: a share or rate among such figures, or beside another area's."""
    beside = index + 1 < len(said.values) and said.areas[index + 1] is not None
    return unit in {"percent", "per_10000"} and (said.setting.performance or beside)


def _indicator(said: Said, index: int, unit: str) -> Indicator | None:
    """The measure that is named nearest to a value: "N% of ..." after it, else ever further before it."""
    after = re.split(r";", said.after(index))[0]
    if names_next(after, unit) and (found := named(after, unit, said.text[: said.values[index].start])):
        return found
    filled = FILLED.match(after) if unit == "percent" else None
    if filled and (found := named(after, unit, said.text[: said.values[index].start])):
        return found
    # "Agency workers cover 12% of posts": the nearest words name it, whatever was named before them.
    last = re.split(r"[,;]", said.back_to(index, 1))[-1]
    if COVERS.search(last) and (found := named(last, unit, said.text[: said.values[index].start])):
        return found
    near = [after] if names_next(after, unit) else []
    near += [said.back_to(index, steps) for steps in range(1, min(index, STEPS) + 2)]
    near += [near[-1] + " " + after]
    for words in near:
        if found := named(words, unit):
            return found
    for count in range(1, len(said.before) + 1):
        if found := next((found for words in near if (found := named(words, unit, *said.before[:count]))), None):
            return found
    return _meant(said, index, unit)


def _meant(said: Said, index: int, unit: str) -> Indicator | None:
    """The measure of "the rate" and the like: the last one named whole before, or that of the block above."""
    if unit not in {"percent", "per_10000"} or not OF_THE_MEASURE.search(said.back_to(index, 1)):
        return None
    return next((found for words in said.before if (found := named(words, unit))), None)
