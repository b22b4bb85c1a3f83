"""Minutes of a panel, committee, cabinet or council meeting.

CHILDREN'S SERVICES CABINET PANEL
WEDNESDAY, 12 MAY 2021
MEMBERS OF THE PANEL
A Brindle, P J Harkwell (Chair), B Sandiforth (substitute for G Tolland)
PART I ('OPEN') BUSINESS
1.   MINUTES
1.1  The Minutes of the meeting held on 10 March 2021 were confirmed as a correct record.
2.   FAMILY HUBS
2.1  Officers agreed to send Members a map of the hubs.            Jo Field to action
     Conclusions:
2.2  The Panel noted the report.
PART II ('CLOSED') AGENDA
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.reading.agenda import Item, facts_of, items_of
from reports.reading.attendance import attendance, headed
from reports.reading.declarations import declarations
from reports.reading.facts import Action, Decision, Fact, Figure, Meeting, Paragraph
from reports.reading.figures import Setting, figures_in
from reports.reading.gatherings import Gathering, gathering
from reports.reading.kinds.kind import Findings, Kind, Mark, Paper
from reports.reading.minuted import decision, resolutions
from reports.reading.motions import amendments
from reports.reading.neighbouring import other_meetings
from reports.reading.oddities import numbers_used_twice, votes_not_adding_up
from reports.reading.sentences import source_of
from reports.reading.undertakings import actions

MARKS = (
    Mark(
        re.compile(
            r"(?:^\W*(?:draft\s+|unconfirmed\s+)?(?:minutes"
            r"|notes)\b|\bnotes\s+of\s+(?:the\s+)?meeting\b)(?!\s+of\s+the\s+last"
            r"|.*\bto\s+be\s+confirmed)",
            re.IGNORECASE,
        ),
        5,
        within=12,
    ),
    Mark(re.compile(r"\bminutes\s+of\s+(?:a|the)\s+.{0,40}\bmeeting\b", re.IGNORECASE), 3, within=14),
    Mark(
        re.compile(
            r"^\W*(?:present|attendance|attendees"
            r"|members?\s+(?:present|of\s+the\s+\w+)"
            r"|in\s+attendance|councillors?)\b.{0,40}(?::|$)",
            re.IGNORECASE,
        ),
        4,
        within=20,
    ),
    Mark(
        re.compile(
            r"\bminutes\b.{0,120}\b(?:confirmed|approved|agreed|signed)\b"
            r".{0,60}\b(?:record|chair|accurate|signed|correct)",
            re.IGNORECASE,
        ),
        4,
    ),
    Mark(
        re.compile(
            r"\bRESOLVED\b|^\W*(?:Resolved|Conclusions?)\b\W*"
            r"(?:that\b|$)|\b(?:Panel"
            r"|Committee|Cabinet|Board)\s+"
            r"(?:noted|agreed|resolved)\b"
        ),
        3,
    ),
    Mark(
        re.compile(
            r"^\W*(?:minutes\s+of\s+(?:the\s+)?(?:last|previous)\s+meeting|matters\s+arising"
            r"|any\s+other\s+business|AOB)\W*$"
            r"|^\W*ACTIONS?\s*:",
            re.IGNORECASE,
        ),
        3,
    ),
    Mark(re.compile(r"\bapologies\s+(?:for\s+absence\s+)?(?:was|were|had\s+been)\b|^\W*apologies\b", re.IGNORECASE), 2),
    Mark(
        re.compile(
            r"\bmembers\s+(?:noted|were\s+"
            r"(?:informed|advised|told)|heard"
            r"|asked)\b|\bin\s+response\s+to\s+a\s+question\b",
            re.IGNORECASE,
        ),
        2,
    ),
    # Other papers quote minutes or look ahead to a meeting.
    Mark(
        re.compile(
            r"^\W*(?:recommendations?(?:\(s\))?|purpose\s+of\s+" r"(?:the\s+)?report|report\s+(?:by|of))\b\W*(?:$|:)",
            re.IGNORECASE,
        ),
        -6,
        within=25,
    ),
    Mark(
        re.compile(
            r"^(?!.*\bminutes\b)\W*(?:record\s+of\s+(?:officer\s+)?decision"
            r"|decision\s+(?:notice"
            r"|record)|forward\s+plan|notice\s+of\s+"
            r"(?:key\s+)?decisions?)",
            re.IGNORECASE,
        ),
        -10,
        within=12,
    ),
    Mark(
        re.compile(
            r"\bdecision\s+(?:notice|record)\b" r"|\bproposed\s+record\s+of\s+decision\b" r"|\bforward\s+plan\s+of\b",
            re.IGNORECASE,
        ),
        -10,
        within=8,
    ),
    Mark(re.compile(r"^\W*agenda\W*$", re.IGNORECASE), -6, within=8),
)


def read(paper: Paper) -> Findings:
    """The meeting, who was there, and item by item what was declared, moved, resolved and undertaken."""
    front, items = items_of(paper.paragraphs)
    met = gathering(front or paper.paragraphs[:20], paper.paragraphs)
    committee, held_on = (met.committee, met.held_on) if met else (None, None)
    # "1. Apologies: A Brindle" is an item and a list.
    listed = [item.heading for item in items if (head := headed(item.heading.text)) and head[0] == "apologies"]
    present = attendance([*front, *listed], [each for item in items for each in item.paragraphs], committee, held_on)
    decisions = [decision(found, item, committee, held_on) for item in items for found in resolutions(item)]
    facts: list[Fact] = [
        *meetings(met, items),
        *present,
        *declarations(items),
        *facts_of(items, committee, held_on),
        *decisions,
        *(found for item in items for found in amendments(item, committee, held_on)),
        *undertaken(front, items, decisions),
        *figures(paper, held_on),
    ]
    problems = [*votes_not_adding_up(decisions, present), *numbers_used_twice(paper.paragraphs)]
    title = f"Minutes: {committee}" if committee else None
    return Findings(title, held_on, tuple(facts), tuple(problems))


def meetings(met: Gathering | None, items: Sequence[Item]) -> list[Meeting]:
    """The meeting itself, and earlier ones whose minutes it confirmed."""
    if not met:
        return []
    first, *others = met.paragraphs
    found = [Meeting(committee=met.committee, held_on=met.held_on, source=source_of(first, first.text, *others))]
    told = [other for item in items for other in other_meetings(item)]
    for status, held_on, paragraph in told:
        if all(meeting.held_on != held_on for meeting in found):
            source = source_of(paragraph, paragraph.text)
            found.append(Meeting(committee=met.committee, held_on=held_on, status=status, source=source))
    return found


def undertaken(front: Sequence[Paragraph], items: Sequence[Item], decisions: Sequence[Decision]) -> list[Action]:
    """The actions, save those that a resolution itself tells."""
    resolved = {ordinal for found in decisions for ordinal in found.source.passages}
    return [
        *actions(None, [each for each in front if each.margin]),
        *(
            found
            for item in items
            for found in actions(
                item, [each for each in item.paragraphs if each.ordinal not in resolved or each.margin]
            )
        ),
    ]


def figures(paper: Paper, held_on: str | None) -> list[Figure]:
    """The figures that members were told of, of known measures only."""
    return [
        found for found in figures_in(paper.paragraphs, Setting(area=paper.area, written=held_on)) if found.indicator
    ]


PANEL_MINUTES = Kind("panel_minutes", "Minutes of a meeting", MARKS, read, threshold=11)
