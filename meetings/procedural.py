"""Which decisions only run the meeting itself: plain rules on words, for a clerk to check.

They are kept in the register like all others; the overview leaves them out, for they would push business off it.
"""

from __future__ import annotations

import re

# (how such a decision is worded, an example of it). Where a paper resolves several things, each must be one of these.
ABOUT_THE_MEETING = (
    (
        r"\bminutes\b.*\b(approved|agreed|confirmed|signed|accepted|taken as read|(correct|accurate|true) record)\b",
        "That the minutes of the meeting held on 14 June 2023 be confirmed as a correct record and signed.",
    ),
    (r"\bsigned? (by the chair\w*|the minutes)\b", "The Chairman signed the minutes."),
    (
        r"\b(press|public)\b.*\bexcluded?\b|\b(exclude|exclusion of|closed to) (the )?(press|public)\b",
        "That the press and public be excluded under section 100(A)(4) of the Local Government Act 1972.",
    ),
    (
        r"\b(press|public)\b.*\b(readmitted|re-admitted)\b|\breturn to open session\b",
        "That the public be readmitted to the meeting.",
    ),
    (r"^(the )?apolog(y|ies)\b.*\b(noted|received|accepted)\b", "Apologies for absence were noted."),
    (r"\b(note|receive|accept)(d|s)? (the |any )?apologies\b", "The Panel noted apologies from one member."),
    (r"^(the )?(declarations?|disclosures?) of interests?\b.*\bnoted\b", "The declarations of interest were noted."),
    (r"\bsuspend(ed)? (council )?(procedure rules?|standing orders?)\b", "To suspend standing orders."),
    (
        r"\b(procedure rules?|standing orders?)\b.*\bsuspended\b",
        "That Standing Order 14 be suspended so that the meeting may go on after 10pm.",
    ),
    (
        r"\bmeeting be (adjourned|closed|extended)\b|\badjourn(ed)? the meeting\b",
        "That the meeting be adjourned for ten minutes.",
    ),
    (
        r"\b(order of (the )?(business|agenda)|agenda order)\b.*\b(changed|varied|amended|altered)\b"
        r"|\b(vary|change|alter) the order of (the )?(business|agenda)\b",
        "That the order of business be varied so that item 7 is taken first.",
    ),
    (
        r"\b(date|time) of (the |its )?next meeting\b.*\b(noted|agreed|confirmed)\b"
        r"|\bnoted? the (date|time) of the next meeting\b",
        "That the date of the next meeting be noted.",
    ),
)
PATTERNS = [re.compile(pattern, re.IGNORECASE | re.DOTALL) for pattern, _ in ABOUT_THE_MEETING]
# What resolves nothing by itself: "Resolved:", "It was agreed that", "(a)", "1.".
LEAD = re.compile(
    r"^((it was )?(resolved|agreed|decided)\b|unanimously\b|that\b|\(?([a-z]|[ivx]+|\d+)[.)]\s|[\s:,–—-])+",
    re.IGNORECASE,
)
# Where one thing that is resolved ends: a line, a full stop that is no short form's, a semicolon.
ENDS = re.compile(r"\n+|;\s*(?:and\b)?|(?<=[a-z)\d]{2}\.)\s+(?=[A-Z(])")
# An answer that says something with the name of its item only.
BARE = re.compile(r"^(it was )?(resolved|agreed|noted|approved|confirmed)\W*$", re.IGNORECASE)


def is_procedural(text: str, item: str = "") -> bool:
    """Whether a decision, as printed under the name of an item, is about the running of the meeting alone.

    >>> is_procedural("RESOLVED that the minutes be approved as a correct record.")
    True
    >>> is_procedural("That the minutes be approved; and that two hubs be closed.")
    False
    >>> is_procedural("Agreed", "Minutes of the last meeting")
    True
    """
    said = f"{item} {text}" if item and BARE.match(text.strip()) else text
    things = [LEAD.sub("", part.strip()) for part in ENDS.split(said)]
    things = [thing for thing in things if re.search(r"\w\w", thing)]
    return bool(things) and all(any(pattern.search(thing) for pattern in PATTERNS) for thing in things)
