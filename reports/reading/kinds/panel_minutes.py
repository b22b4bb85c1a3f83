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

from collections.abc import Sequence
from dataclasses import replace

from reports.reading.action_tables import listed_actions
from reports.reading.agenda import Item, facts_of, items_of
from reports.reading.attendance import attendance
from reports.reading.attendance_lists import headed
from reports.reading.carried_motions import carried
from reports.reading.declarations import declarations
from reports.reading.events import events_in
from reports.reading.facts import Action, Decision, Event, Fact, Figure, Meeting, PortfolioHolder
from reports.reading.figures import Setting, figures_in
from reports.reading.gatherings import Gathering, gathering
from reports.reading.inspections import judgements_in
from reports.reading.kinds.kind import Findings, Kind, Paper
from reports.reading.kinds.signs import PANEL_MINUTES_SIGNS
from reports.reading.minuted import decision, resolutions
from reports.reading.motions import amendments
from reports.reading.neighbouring import other_meetings
from reports.reading.oddities import names_not_adding_up, numbers_used_twice, votes_not_adding_up
from reports.reading.officeholders import holders_in, seats_in
from reports.reading.paragraph import Paragraph
from reports.reading.sentences import source_of
from reports.reading.undertakings import actions
from reports.reading.vote_lists import with_vote_lists


def read(paper: Paper) -> Findings:
    """The meeting, who was there, and item by item what was declared, moved, resolved and undertaken."""
    front, found = items_of(paper.paragraphs)
    items = [replace(item, paragraphs=with_vote_lists(item.paragraphs)) for item in found]
    met = gathering(front or paper.paragraphs[:20], paper.paragraphs)
    committee, held_on = (met.committee, met.held_on) if met else (None, None)
    # "1. Apologies: A Brindle" is an item and a list.
    listed = [item.heading for item in items if (head := headed(item.heading.text)) and head[0] == "apologies"]
    present = attendance([*front, *listed], [item.paragraphs for item in items], committee, held_on)
    decisions = [found for item in items for found in decided(item, committee, held_on)]
    moved = [found for item in items for found in amendments(item, committee, held_on)]
    facts: list[Fact] = [
        *meetings(met, items),
        *present,
        *declarations(items),
        *facts_of(items, committee, held_on),
        *decisions,
        *moved,
        *undertaken(front, items, decisions),
        *listed_actions(paper.paragraphs),
        *figures(paper, held_on),
        *judgements_in(paper.paragraphs, paper.area, held_on),
        *holders_in(paper.paragraphs, held_on),
        *seats_in(paper.paragraphs),
    ]
    facts += happenings(items, facts, held_on)
    problems = [
        *votes_not_adding_up(decisions, present),
        *names_not_adding_up([*decisions, *moved]),
        *numbers_used_twice(paper.paragraphs),
    ]
    title = f"Minutes: {committee}" if committee else None
    return Findings(title, held_on, tuple(facts), tuple(problems))


def decided(item: Item, committee: str | None, held_on: str | None) -> list[Decision]:
    """What an item resolved, and which motions it carried without a resolution."""
    found = resolutions(item)
    made = [decision(each, item, committee, held_on) for each in found]
    return sorted(
        [*made, *carried(item, found, committee, held_on)], key=lambda each: min(each.source.passages, default=0)
    )


def meetings(met: Gathering | None, items: Sequence[Item]) -> list[Meeting]:
    """The meeting itself, and earlier ones whose minutes it confirmed."""
    if not met:
        return []
    first, *others = met.paragraphs
    source = source_of(first, first.text, *others, basis=met.basis)
    found = [Meeting(committee=met.committee, held_on=met.held_on, source=source)]
    told = [other for item in items for other in other_meetings(item)]
    for status, held_on, paragraph, basis in told:
        if all(meeting.held_on != held_on for meeting in found):
            source = source_of(paragraph, paragraph.text, basis=basis)
            found.append(Meeting(committee=met.committee, held_on=held_on, status=status, source=source))
    return found


def undertaken(front: Sequence[Paragraph], items: Sequence[Item], decisions: Sequence[Decision]) -> list[Action]:
    """The actions, save those that a resolution itself tells."""
    resolved = frozenset(ordinal for found in decisions for ordinal in found.source.passages)
    return [
        *actions(None, [each for each in front if each.margin]),
        *(found for item in items for found in actions(item, item.paragraphs, resolved)),
    ]


def figures(paper: Paper, held_on: str | None) -> list[Figure]:
    """The figures that members were told of, of known measures only."""
    return [
        found for found in figures_in(paper.paragraphs, Setting(area=paper.area, written=held_on)) if found.indicator
    ]


def happenings(items: Sequence[Item], facts: Sequence[Fact], held_on: str | None) -> list[Event]:
    """What else is dated in the narrative: paragraphs of which no other fact was read."""
    told = {
        ordinal for fact in facts if not isinstance(fact, Figure | PortfolioHolder) for ordinal in fact.source.passages
    }
    rest = [each for item in items for each in item.paragraphs if each.ordinal not in told]
    return events_in(rest, held_on, frozenset(fact.source.quote for fact in facts))


PANEL_MINUTES = Kind("panel_minutes", "Minutes of a meeting", PANEL_MINUTES_SIGNS, read, threshold=11)
