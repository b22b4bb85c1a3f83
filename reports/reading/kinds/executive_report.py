"""An executive member's report to full Council: what was decided, what is to come, how the service does.

EXECUTIVE REPORT: CHILDREN AND FAMILIES
1.   Cabinet decisions since the last report to Council
1.1  There have been 2 Cabinet meetings (9 May 2016 and 6 June 2016) since the last report.
1.2  Cabinet approved the new fostering strategy on 6 June 2016.
3.   Anticipated decisions
3.1  Cabinet - 11 July 2016. Forward Plan ref: W012/16. Cabinet will be invited to consider family hubs.
5.2  Performance - June 2016
Wexcombe looked after 412 children, or 38.1 per 10,000, compared with a national rate of 60.
Ada Lorne
Executive Member for Children and Families
June 2016
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reports.reading.bodies import bodies_in
from reports.reading.dates import first_date
from reports.reading.events import events_in
from reports.reading.facts import Action, Fact, Partnership, PortfolioHolder
from reports.reading.figures import Setting, figures_in
from reports.reading.inspections import judgements_in, two_dates_for_one_inspection
from reports.reading.kinds.executive_report_decisions import decisions_in
from reports.reading.kinds.executive_report_meetings import meetings_implied, meetings_told
from reports.reading.kinds.executive_report_planned import planned_in
from reports.reading.kinds.executive_report_sections import Placed, placed
from reports.reading.kinds.kind import Findings, Kind, Mark, Paper
from reports.reading.paragraph import Paragraph
from reports.reading.sentences import one_line, sentences, source_of
from reports.reading.signatures import Holder, holder_in
from reports.reading.yearless import dates_near

PROSE = 120  # letters; the lines of a report's head are shorter
SITS_ON = re.compile(
    r"\b(?:sits?|serves?|seat|member|chairs?|represents?|representative|represent|appointed|attends?|vice-chair"
    r"|lead|involved)\b",
    re.IGNORECASE,
)
REQUEST = re.compile(
    r"\b(?:have|has|had)\s+(?:also\s+|now\s+)?(?:asked|requested|instructed"
    r"|tasked)\s+(?:that\s+)?(?:the\s+)?(?P<owner>(?!to\b|for\b|whether\b"
    r"|about\b)[A-Za-z][\w'’ ,&-]{2,70}?)\s+(?:to|should|will)\s+(?P<text>[^.]+)",
    re.IGNORECASE,
)
# "The Board considered the grant and undertook to review it."
UNDERTOOK = re.compile(
    r"\b(?P<owner>(?:[Tt]he\s+)?[A-Z][\w'’]*(?:\s+(?:of|for|and|the|[A-Z][\w'’]*)){0,7}?)\s+(?:[a-z][^.;]{0,110}?\band\s+)?"
    r"(?:(?:has|have|had|also|then)\s+)*(?:undertook|undertaken|promised|offered|committed)\s+to\s+(?!(?:the|a|an|our|its|their)\b)(?P<text>[^.]+)"
)
UPDATE = re.compile(
    r"\b(?:will\s+be\s+updated|will\s+report\s+back|will\s+be\s+(?:brought|reported)\s+back"
    r"|will\s+be\s+kept\s+informed)\b",
    re.IGNORECASE,
)


def read(paper: Paper) -> Findings:
    """The facts of an executive report."""
    parts = list(placed(paper.paragraphs))
    holder = _holder(paper.paragraphs)
    date = _date(parts, holder)
    meetings = meetings_told(parts, date)
    decisions, planned = decisions_in(parts, date, meetings), planned_in(parts, date)
    meetings += meetings_implied(meetings, decisions, planned, date)
    body = [part.paragraph for part in parts if part.section != "front" or _is_prose(part.paragraph)]
    figures = figures_in(body, Setting(paper.area, written=date))
    judgements = judgements_in(body, paper.area, date)
    partnerships, actions = list(_partnerships(parts, holder)), list(_actions(parts, date))
    facts: list[Fact] = [*meetings, *decisions, *planned, *judgements, *figures, *partnerships, *actions]
    told = frozenset(fact.source.quote for fact in facts)
    narrative = [part.paragraph for part in parts if part.section in {"other", "consequences"}]
    facts += events_in(narrative, date, told)
    if holder:
        facts.append(_portfolio_holder(paper.paragraphs, holder, date))
    problems = two_dates_for_one_inspection(paper.paragraphs, date)
    return Findings(_title(parts), date, tuple(facts), tuple(problems))


def _is_prose(paragraph: Paragraph) -> bool:
    """Whether a paragraph above the first heading that names a section tells something, and is no line of the head."""
    return paragraph.style == "paragraph" and len(paragraph.text) > PROSE and paragraph.text.rstrip().endswith(".")


def _title(parts: Sequence[Placed]) -> str | None:
    """The heading that names report and portfolio; else the first heading that is not the council's name."""
    front = [part.paragraph.text for part in parts if part.section == "front"]
    headings = [
        text
        for text in front
        if not (re.fullmatch(r"(?:[\w'’]+\s){1,5}Council|.*\bCouncil\b.*\d{4}", text.strip(" .:"), re.IGNORECASE))
    ]
    named = [text for text in headings if re.search(r"\breport\b|\bportfolio\b|\bexecutive\b", text, re.IGNORECASE)]
    return one_line((named or headings or front or [""])[0]) or None


def _holder(paragraphs: Sequence[Paragraph]) -> Holder | None:
    """Who signs at the end, else who is named at the head."""
    tail = range(max(0, len(paragraphs) - 8), len(paragraphs))
    head = range(min(10, len(paragraphs)))
    for places in (tail, head):
        if found := holder_in([paragraphs[place].text for place in places]):
            return replace(found, lines=tuple(places[line] for line in found.lines))
    return None


def _portfolio_holder(paragraphs: Sequence[Paragraph], holder: Holder, date: str | None) -> PortfolioHolder:
    chief, *more = (paragraphs[line] for line in holder.lines)
    quote = "\n".join(paragraphs[line].text for line in sorted(holder.lines))
    return PortfolioHolder(
        source=source_of(chief, quote, *more, basis="mark"),
        portfolio=holder.portfolio,
        name=holder.name,
        role=holder.role,
        as_of=holder.as_of or date,
    )


def _date(parts: Sequence[Placed], holder: Holder | None) -> str | None:
    """The day of the Council that the report goes to, from its head; else the date beneath its signature."""
    front = [part.paragraph.text for part in parts if part.section == "front"][:10]
    days = [iso for text in front if (iso := first_date(text)) and len(iso) >= 7 and "/" not in iso]
    if days:
        return max(days[:3], key=len)
    if holder and holder.as_of:
        return holder.as_of
    tail = [part.paragraph.text for part in parts][-4:]
    return next((iso for text in tail if len(text) < 60 and (iso := first_date(text)) and "/" not in iso), None)


def _partnerships(parts: Sequence[Placed], holder: Holder | None) -> Iterator[Partnership]:
    """The boards in the section on partnerships that the holder is said to sit on."""
    for part in parts:
        if part.section != "partnerships" or part.paragraph is part.heading:
            continue
        for sentence in sentences(part.paragraph.text):
            listed = part.paragraph.style in {"bullet", "row"}
            if listed or SITS_ON.search(str(sentence)):
                boards = dict.fromkeys(
                    body.name for body in bodies_in(str(sentence)) if body.sort in {"board", "panel"}
                )
                for board in boards:
                    source = source_of(part.paragraph, str(sentence), part.numbered, basis="sentence")
                    yield Partnership(source=source, board=board, member=holder.name if holder else None)


def _actions(parts: Sequence[Placed], date: str | None) -> Iterator[Action]:
    """What someone has been asked to do, and that a body will be told of progress."""
    for part in parts:
        for sentence in sentences(part.paragraph.text):
            request = REQUEST.search(str(sentence)) or UNDERTOOK.search(str(sentence))
            update = UPDATE.search(str(sentence)) if part.section in {"decisions", "consequences"} else None
            if request or update:
                days = dates_near(str(sentence), date)
                yield Action(
                    source=source_of(part.paragraph, str(sentence), part.numbered, basis="sentence"),
                    owner=one_line(request["owner"]) if request else None,
                    text=one_line(str(sentence)),
                    paragraph=part.numbered.label,
                    due_on=days[-1].iso if days and request else None,
                )


# A member speaks of what they do themselves; officers and clerks do not.
FIRST_PERSON = re.compile(
    r"\bI (?:am|was|have|also|would|chair|visited|attended|met|took|want|wish|look|thank|hope)\b"
    r"|\b[Mm]y (?:portfolio|report|last|thanks|responsibilit(?:y|ies)|colleagues?|fellow)\b"
)

EXECUTIVE_REPORT = Kind(
    name="executive_report",
    label="Executive report to Council",
    marks=(
        Mark(re.compile(r"\bexecutive (?:portfolio|report)\b|\b(?:executive|cabinet"
                        r"|lead) member'?’?s?\b.{0,40}\breport\b|\breport (?:of|by|from) the (?:\w+ )?(?:executive"
                        r"|cabinet|lead) member\b|\breport (?:of|by|from) the portfolio holder\b"
                        r"|\bportfolio holder'?’?s? report\b", re.IGNORECASE), 5, within=12),
        # A member's own report says so in its title, whatever words its body goes on to quote.
        Mark(re.compile(r"^(?:an? |the )?(?:annual |written |quarterly |oral )?(?:report|update|statement) "
                        r"(?:of|from|by) (?:the )?(?:\w+ )?(?:(?:executive|cabinet|lead) (?:member|councillor)"
                        r"|portfolio holder)\b"
                        r"|^(?:the )?(?:(?:executive|cabinet|lead) (?:member|councillor)"
                        r"|portfolio holder)(?:['’]s)? (?:(?:for|of) .{3,80}?)?(?:['’]s? )?"
                        r"(?:report|update|statement)\b|^executive (?:portfolio )?report\b",
                        re.IGNORECASE), 6, within=8),
        Mark(re.compile(r"\bdecisions\b.{0,60}\bsince the (?:last|report)|\bdecisions (?:made"
                        r"|taken) by (?:the )?(?:cabinet|executive) since\b", re.IGNORECASE), 5),
        Mark(re.compile(r"\bsince (?:the|my) last (?:executive |portfolio )?report\b"
                        r"|\bsince the last (?:meeting of (?:the )?)?(?:full |county )?council\b", re.IGNORECASE), 3),
        Mark(re.compile(r"^consequences of (?:earlier |previous )?(?:cabinet )?decisions", re.IGNORECASE), 4),
        Mark(re.compile(r"^(?:anticipated|decisions expected|forthcoming|future).{0,40}\b(?:decisions|months"
                        r"|by cabinet)\b", re.IGNORECASE), 3),
        Mark(re.compile(r"^(?:(?:councillor|cllr)\b[^,]{3,40}, )?(?:(?:executive|cabinet|lead) member for\b"
                        r"|portfolio holder for\b)", re.IGNORECASE), 3),
        Mark(re.compile(r"\b(?:full|county|to the|meeting of the) council\b|^council\b.{0,30}\d{4}",
                        re.IGNORECASE), 2, within=8),
        Mark(re.compile(r"^(?:recent|my|key) decisions\b|^decisions (?:coming up|ahead)\b"
                        r"|^what (?:has been|was|we(?: have|['’]ve)?) decided\b|^what(?: i|['’])s coming(?: up)?\b"
                        r"|^how (?:are we|we are) doing\b", re.IGNORECASE), 3),
        Mark(re.compile(r"^(?:key )?partnerships$|^working (?:in|with) partner", re.IGNORECASE), 2),
        Mark(FIRST_PERSON, 3),
        Mark(re.compile(r"\b(?:the )?(?:cabinet|executive) (?:has |have |also |unanimously )*(?:agreed|approved"
                        r"|considered"
                        r"|endorsed|adopted)\b", re.IGNORECASE), 2),
        Mark(re.compile(r"\bdecisions? (?:taken|made|delegated|agreed|by (?:the )?cabinet)\b|^(?:cabinet"
                        r"|executive) decisions\b"
                        r"|^looking (?:ahead|forward)\b|^(?:what(?: i|['’])s )?next\b|^(?:thanks|and finally)\W*$",
                        re.IGNORECASE), 2),
        Mark(re.compile(r"^(?:present|members in attendance|members present|attendance\s*:"
                        r"|apologies(?: for absence)?)\b\W*$|^minutes of the\b", re.IGNORECASE), -8, within=12),
        Mark(re.compile(r"^recommendations?(?:\(s\))?\W*$|^alternative options\b", re.IGNORECASE), -6),
        Mark(re.compile(r"^classification\b|^report (?:author|by)\s*:|^contact officer\b", re.IGNORECASE), -4),
        Mark(re.compile(r"^resolved\b", re.IGNORECASE), -3),
    ),
    read=read,
)  # fmt: skip
