"""The forms in which councils print a date or a period, and how each is read as ISO 8601 text."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "one": 1, "two": 2, "three": 3, "four": 4}

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thur?s?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?,?\s+)"
DAY = r"(?<![\d.,/£])\d{1,2}(?:\s?(?:st|nd|rd|th)\b)?"
YEAR = r"(?:19|20)\d{2}(?![\d,]\d)\b"
DASH = r"[-–—]"
YEARS = r"(?:19|20)\d{2}\s?[/–-]\s?(?:(?:19|20)\d{2}|\d{1,2})(?![\d/]|[.,]\d)"
SHORT_YEARS = r"(?<![\d/])\d{2}/\d{2}(?![\d/])"


def month_number(word: str) -> int:
    """
    >>> month_number("Sept."), month_number("MARCH")
    (9, 3)
    """
    return next(number for number, month in enumerate(MONTHS, 1) if month[:3].lower() == word[:3].lower())


def day_iso(year: int, month: int, day: int) -> str | None:
    """The day's ISO form, None for a day that no calendar has.

    >>> day_iso(2018, 2, 7), day_iso(2018, 2, 30)
    ('2018-02-07', None)
    """
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return f"{year:04}-{month:02}-{day:02}"


def _full_year(digits: str) -> int:
    number = int(digits)
    if len(digits) == 4:
        return number
    return number + (2000 if number < 70 else 1900)


def number(text: str) -> int:
    """The number in "21st"."""
    return int(re.sub(r"\D", "", text))


def _year_range(printed: str) -> str | None:
    """`2015/16` for 2015/16, 2015-16, 2015/2016 and 2015/6; None where the years do not follow each other.

    >>> _year_range("2016–17"), _year_range("2016-2019"), _year_range("1999/2000")
    ('2016/17', None, '1999/00')
    """
    first, last = re.split(r"\s?[/–-]\s?", printed)
    start = _full_year(first)
    if (start + 1) % 10 ** len(last) != int(last):
        return None
    return f"{start}/{(start + 1) % 100:02}"


def _on_day(found: re.Match[str]) -> str | None:
    return day_iso(_full_year(found["year"]), month_number(found["month"]), number(found["day"]))


def _on_numeric_day(found: re.Match[str]) -> str | None:
    return day_iso(_full_year(found["year"]), int(found["month"]), int(found["day"]))


def _in_quarter(found: re.Match[str]) -> str | None:
    word = found["quarter"].lower()
    number = ORDINALS.get(word) or int(word[0])
    printed = found["year"]
    years = _year_range(printed) if len(printed) > 4 else printed
    return f"{years}-Q{number}" if years else None


def _in_years(found: re.Match[str]) -> str | None:
    return _year_range(found["year"])


def _in_month(found: re.Match[str]) -> str | None:
    return f"{_full_year(found['year'])}-{month_number(found['month']):02}"


def _in_year(found: re.Match[str]) -> str | None:
    return found["year"]


def form(pattern: str) -> re.Pattern[str]:
    """A pattern that does not mind capitals."""
    return re.compile(pattern, re.IGNORECASE)


QUARTER = r"(?:\bQ(?:uarter|tr)?\.?\s?(?P<quarter>[1-4]|one|two|three|four)\b)"
NAMED_QUARTER = r"(?:\b(?P<quarter>first|second|third|fourth|1st|2nd|3rd|4th)\s+quarter\b)"
OF = r"[\s,:(]*(?:of\s+|in\s+|for\s+)?(?:the\s+)?(?:financial\s+year\s+)?"
ANY_YEARS = rf"(?P<year>{YEARS}|{SHORT_YEARS}|{YEAR})"

# The surest form first: what one form has read, no later form reads again.
FORMS: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], str | None]], ...] = (
    ("day", form(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b"), _on_numeric_day),
    ("day", form(rf"{WEEKDAY}?(?P<day>{DAY})\s+(?:of\s+)?(?P<month>{MONTH}),?\s+(?P<year>{YEAR})"), _on_day),
    ("day", form(rf"{WEEKDAY}?(?P<day>{DAY})[\s-](?P<month>{MONTH})(?:\s?['’]|-)(?P<year>\d\d)\b"), _on_day),
    ("day", form(rf"\b(?P<month>{MONTH})\s+(?P<day>{DAY}),?\s+(?P<year>{YEAR})"), _on_day),
    (
        "day",
        form(r"(?<![\d./-])(?P<day>\d{1,2})([./-])(?P<month>\d{1,2})\2(?P<year>(?:19|20)\d\d)\b"),
        _on_numeric_day,
    ),
    ("day", form(r"(?<![\d./-])(?P<day>\d{1,2})(/)(?P<month>\d{1,2})/(?P<year>\d\d)(?![\d/])"), _on_numeric_day),
    # 5.8.13 is a paragraph's number; 05.08.13 is a day.
    ("day", form(r"(?<![\d.])(?P<day>\d\d)\.(?P<month>\d\d)\.(?P<year>\d\d)(?![\d.])"), _on_numeric_day),
    ("quarter", form(QUARTER + OF + ANY_YEARS), _in_quarter),
    ("quarter", form(NAMED_QUARTER + OF + ANY_YEARS), _in_quarter),
    ("quarter", form(rf"{ANY_YEARS}[\s,:(-]*{QUARTER}"), _in_quarter),
    ("financial_year", form(rf"\b(?P<year>{YEARS})"), _in_years),
    ("financial_year", form(rf"\bFY\s?(?P<year>{SHORT_YEARS})"), _in_years),
    ("financial_year", form(rf"(?P<year>{SHORT_YEARS})(?=\s+(?:financial|academic|budget|school)\b)"), _in_years),
    ("month", form(rf"\b(?P<month>{MONTH}),?\s+(?:of\s+)?(?P<year>{YEAR})"), _in_month),
    ("month", form(rf"\b(?P<month>{MONTH})(?:\s?['’]|-)(?P<year>\d\d)\b(?!\s*{MONTH})"), _in_month),
    ("year", form(rf"(?<=\()(?P<year>{YEAR})(?=\s?:\s)"), _in_year),
    ("year", form(rf"\b(?P<year>{YEAR})(?=\s+calendar\s+year\b)"), _in_year),
    ("year", form(rf"(?<=calendar\syear\s)(?P<year>{YEAR})\b"), _in_year),
    (
        "year",
        form(
            rf"\b(?:in|since|during|by|until|from|before|after|of|for|early|mid|late|spring|summer|autumn|winter"
            rf"|(?:calendar\s+|the\s+)?year)(?:\s+term)?(?:\s+of)?[\s-]+(?P<year>{YEAR})(?!\s?[/–-]\s?\d)"
        ),
        _in_year,
    ),
)

YEARLESS = (
    form(rf"{WEEKDAY}?(?P<day>{DAY})\s+(?:of\s+)?(?P<month>{MONTH})"),
    form(rf"\b(?P<month>{MONTH})\s+(?P<day>\d{{1,2}}(?:st|nd|rd|th))\b"),
)
# A month alone is capitalised and follows a word of time: "may" and "march" are verbs too.
MONTH_ALONE = re.compile(
    r"\b(?:[Ii]n|[Bb]y|[Dd]uring|[Ss]ince|[Ff]rom|[Uu]ntil|[Oo]f|[Ee]arly|[Mm]id|[Ll]ate)[\s-]+"
    rf"(?P<month>{'|'.join(MONTHS)})\b(?!\s*\d)"
)
