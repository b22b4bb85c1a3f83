"""What holds for a whole record: who decides, at which meeting, when, and whether it is decided yet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reports.reading.dates import dates_in
from reports.reading.gatherings import Gathering, as_elsewhere, gathering
from reports.reading.outcomes import outcome_of
from reports.reading.paragraph import Paragraph
from reports.reading.record_answers import day_in, says_nothing
from reports.reading.record_fields import Field
from reports.reading.record_makers import is_body, maker_in, named
from reports.reading.sentences import one_line

FRONT = 12  # paragraphs at the head of a record in which it says whose it is
PROPOSED = re.compile(
    r"\bproposed\s+(?:record|decision\s+(?:notice|record))|\bdecisions?\s+proposed\s+to\s+be\s+(?:taken|made)\b"
    r"|\bproposed\s+decisions?\s+(?:by|of|for)\s+(?:the\s+)?\w+|\bwhich\s+(?:the\s+)?decision\s+(?:may|will|can)\s+be\b"
    r"|\bnotice\s+of\s+(?:a\s+|an\s+|the\s+)?(?:proposed|intended|forthcoming)\s+(?:\w+\s+){0,2}decision"
    r"|\bdraft\s+(?:record|decision)\b|\bdecision\s+is\s+due\b",
    re.IGNORECASE,
)
# The name of a field that a form keeps when the decision is taken and signed.
TO_BE_TAKEN = re.compile(r"\bdecisions?\s+to\s+be\s+(?:taken|made|determined)\b", re.IGNORECASE)
TAKEN = re.compile(
    r"\bdecisions?\s+(?:was\s+|were\s+)?(?:taken|made|determined)\b|\bdate\s+(?:of\s+)?decision\s+(?:taken|made)\b",
    re.IGNORECASE,
)
SIGNED = re.compile(r"^\W*(?:signed|signature|(?:authorised|approved|confirmed)\s+by)\b", re.IGNORECASE)
DOTS = re.compile(r"[._…]{4,}")


@dataclass(frozen=True, slots=True)
class Setting:
    """Who decides (a body is its own committee), the meeting's day, the decision's day, status taken or proposed."""

    committee: str | None = None
    maker: str | None = None
    held_on: str | None = None
    decided_on: str | None = None
    status: str = "taken"
    is_meeting: bool = False
    told_by: tuple[Paragraph, ...] = ()


def setting_of(paragraphs: Sequence[Paragraph], records: Sequence[dict[str, Field]]) -> Setting:
    """What the head, the fields and the signature of a record say of it as a whole."""
    head = records[0] if records else {}
    front = paragraphs[:FRONT]
    maker, by = maker_of(head, front, paragraphs)
    met = meeting_of(head, front, paragraphs, maker)
    committee = met.committee if met else maker if maker and is_body(maker) else None
    signed = signed_on(paragraphs)
    day = day_in(head["date"].text) if "date" in head else None
    if signed and "date" in head and is_papers_own(head["date"]):
        day = signed
    status = status_of(front, bool(day or signed or (met and met.held_on)), any_blank(paragraphs), bool(signed))
    decided = (day or signed) if status == "taken" else None
    if status == "taken" and not decided and not met:
        # Whoever decides alone has the day among the titles.
        decided = first_day([each for each in front if each.style == "heading"])
    return Setting(
        committee=committee,
        maker=maker,
        held_on=met.held_on if met else None,
        decided_on=decided,
        status=status,
        is_meeting=bool(met),
        told_by=met.paragraphs if met else (by,) if by else (),
    )


def maker_of(
    head: dict[str, Field], front: Sequence[Paragraph], whole: Sequence[Paragraph]
) -> tuple[str | None, Paragraph | None]:
    """Who decides, by the field for it, else by the lines at the head."""
    told = head.get("maker")
    if told and not says_nothing(first := told.text.split("\n")[0]):
        return one_line(named(first)), told.first
    found = maker_in(front)
    return (as_elsewhere(found[0], whole), found[1]) if found else (None, None)


def meeting_of(
    head: dict[str, Field], front: Sequence[Paragraph], whole: Sequence[Paragraph], maker: str | None
) -> Gathering | None:
    """The meeting at which a notice's decisions were taken; None for the record of one person's decision."""
    told = head.get("meeting")
    day = day_in(head["date"].text) if "date" in head else None
    if told and is_body(name := named(told.text.split("\n")[0])):
        return Gathering(as_elsewhere(name, whole), day_in(told.text) or day or first_day(front), (told.first,))
    if maker and not is_body(maker):
        return None
    if maker:
        by = [each for each in front if each.text and maker.lower() in each.text.lower()]
        held_on = first_day(by) or (first_day(front) if "maker" not in head else day)
        return Gathering(maker, held_on, tuple(by[:1])) if held_on and by else None
    return gathering(front, whole)


def is_papers_own(told: Field) -> bool:
    """Whether a day is headed "Date" alone: that of the paper, which is signed on another."""
    name = (told.heading.cells or (told.heading.text,))[0].split(":")[0]
    return bool(re.fullmatch(r"\W*dated?\W*", name, re.IGNORECASE))


def first_day(paragraphs: Sequence[Paragraph]) -> str | None:
    days = (found.iso for each in paragraphs for found in dates_in(each.text) if found.precision == "day")
    return next(days, None)


def status_of(front: Sequence[Paragraph], dated: bool, unsigned: bool, signed: bool = False) -> str:
    """taken or proposed: as the head says; a form with neither day nor signature has decided nothing yet."""
    told = "\n".join(each.text for each in front)
    if PROPOSED.search(told) or (TO_BE_TAKEN.search(told) and (unsigned or not signed)):
        return "proposed"
    return "proposed" if unsigned and not dated and not TAKEN.search(told) else "taken"


def signed_on(paragraphs: Sequence[Paragraph]) -> str | None:
    """The day beside a signature: in its line or row, or in the one above or below."""
    for place in range(len(paragraphs) - 1, -1, -1):
        if SIGNED.match(paragraphs[place].text):
            near = paragraphs[max(place - 1, 0) : place + 4]
            if day := first_day([paragraphs[place], *(each for each in near if len(each.text) < 90)]):
                return day
    return None


def any_blank(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a place for a signature was left blank."""
    places = [place for place, each in enumerate(paragraphs) if SIGNED.match(each.text)]
    around = [each for place in places for each in paragraphs[max(place - 1, 0) : place + 2]]
    return any(DOTS.search(each.text) for each in around) or any(
        re.fullmatch(r"\W*(?:signed|signature)\W*(?:dated?)?\W*", each.text, re.IGNORECASE) for each in around
    )


# Who authorises or awards, approves.
ALLOWS = re.compile(r"\b(?:authoris(?:e|es|ed)|award(?:s|ed)?|grant(?:s|ed)?)\b(?!\s+of\b)", re.IGNORECASE)
# A line that only leads to the points below it: "Cabinet agree to:".
LEADS = re.compile(r"[:–-]\W*$|\b(?:that|to)\s*$", re.IGNORECASE)
HEAD = 120  # letters in which the verb that governs a point stands
POINT = re.compile(r"^\W*(?:\(?(?:[a-zA-Z]|[ivxIVX]{1,4}|\d{1,2})[.)]?\s+)?")


def outcome_in(text: str, status: str) -> str:
    """What was done by a record's own words: its first point governs; what has no word of the table was agreed.

    >>> outcome_in("To award the contract for five years.", "taken")
    'approved'
    >>> outcome_in("RESOLVED: \\n1 That the hubs open at nine.\\n2 That authority be delegated.", "taken")
    'agreed'
    >>> outcome_in("Cabinet agree to:\\n(a) note the report;", "taken")
    'noted'
    """
    lines = [line for line in text.split("\n") if line.strip()]
    opens = len(lines) > 1 and (LEADS.search(lines[0]) or outcome_of(lines[0]) == "other")
    lead, first = (lines[0], POINT.sub("", lines[1])) if opens else ("", lines[0] if lines else "")
    # What follows in the same line is the next point.
    first = re.split(r";\s|\s\(b\)\s|\s\(ii\)\s", first)[0]
    for words in (first, f"{lead} {first}"):
        allowed = ALLOWS.search(words[:HEAD])
        if allowed and outcome_of(words[: allowed.start()]) == "other":
            return "approved"
        if (found := outcome_of(words)) != "other":
            return found
    return "agreed" if status == "taken" else "other"
