"""What was done with a matter, by the word that the minutes use.

>>> outcome_of("That the report be noted"), outcome_of("to approve the strategy"), outcome_of("the amendment FELL")
('noted', 'approved', 'rejected')
"""

from __future__ import annotations

import re

# The first line that fits decides. A clerk may correct this table.
OUTCOMES: tuple[tuple[str, str], ...] = (
    (
        "confirmed",
        r"(?:confirmed|approved|agreed"
        r"|signed|accepted|were|was"
        r"|be)\b.{0,60}\bas\s+(?:a\s+|an?\s+)?"
        r"(?:correct|accurate|true)",
    ),
    ("confirmed", r"\b(?:were|was|as|be)\s+(?:a\s+|an\s+)?(?:correct|accurate|true)\b.{0,20}\brecord"),
    (
        "deferred",
        r"\b(?:be\s+|was\s+|were\s+)?(?:deferred"
        r"|adjourned|carried\s+forward"
        r"|postponed|withdrawn)\b|\bdefer(?:s|ring)?\b",
    ),
    (
        "rejected",
        r"\b(?:rejected|refused|not\s+" r"(?:agreed|approved|supported" r"|carried)|lost|fell|defeated|reject(?:s)?)\b",
    ),
    (
        "recommended",
        r"\b(?:recommended|recommends?)\s+"
        r"(?:to\b|that\b|the\s+"
        r"(?:county\s+)?council\b|cabinet\b"
        r"|approval\b)|^\W*recommended\b",
    ),
    ("approved", r"\b(?:approves?|approved|approval\s+(?:be|was)\s+(?:given|granted)|adopts?|adopted)\b"),
    ("endorsed", r"\b(?:endorses?|endorsed)\b"),
    # "The Youth Support Service" supports nothing here.
    # Nor does a home or a place of work: "supported accommodation", "supported internships".
    (
        "supported",
        r"\b(?:supports\b|supported\b(?!\s+(?:accommodation|living|housing|lodgings?|tenanc|internship|employment)))|(?-i:\bsupport\b|\bSUPPORT\b|^\W*(?:To\s+)?Support\b)",
    ),
    ("delegated", r"\b(?:delegates?|delegated|authority\s+be\s+(?:given|granted))\b"),
    ("referred", r"\b(?:refers?|referred)\b(?!\s+to\s+(?:in|at|as))"),
    ("agreed", r"\b(?:agrees?|agreed|accepts?|accepted|authorises?|authorised|granted)\b"),
    ("confirmed", r"\b(?:confirms?|confirmed|ratified)\b"),
    ("recommended", r"\brecommend(?:s|ed)?\b"),
    ("noted", r"\b(?:notes?|noted|received|receives?|welcomed)\b"),
)
_TABLE = tuple((outcome, re.compile(pattern, re.IGNORECASE | re.DOTALL)) for outcome, pattern in OUTCOMES)

RESOLVED = re.compile(r"\W*(?:it\s+was\s+)?(?:unanimously\s+)?(?:resolved|agreed)\b", re.IGNORECASE)
AGREED_TO = re.compile(
    r"^\W*(?:\w+\W+){0,8}?(?:agreed|resolved)\s+(?:unanimously\s+)?to\s+(?=(?:note|approve|endorse|defer|refer|support|recommend|adopt|reject)\b)",
    re.IGNORECASE,
)
# What a body heard before it acted: "The Board received a verbal report and agreed that ..."
HEARD = re.compile(
    r"^\W*(?:[\w'’]+\s+){0,8}?(?:received|considered|heard|discussed|reviewed|debated)\s+[^.;]{3,150}?\s+and\s+(?:\w+ly\s+)?"
    r"(?=(?:agreed|approved|noted|endorsed|supported|adopted|accepted|rejected|recommended|resolved|deferred)\b)",
    re.IGNORECASE,
)
# The verb that governs a resolution stands at its head: what it goes on to tell was done by others.
HEAD = 260


def outcome_of(text: str) -> str:
    """The outcome of a resolution: what its earliest weighty word says; "other" where no word of the table fits.

    >>> outcome_of("That the Panel noted the report and the intention to approve a plan")
    'noted'
    >>> outcome_of("That schools be kept informed")
    'other'
    """
    head = HEARD.sub("", text[:HEAD])
    if agreed := AGREED_TO.search(head):
        # "agreed to defer the item" defers it.
        head = head[agreed.end() :]
    special = [outcome for outcome, pattern in _TABLE[:2] if pattern.search(head)]
    if special:
        return special[0]
    found = [
        (match.start(), place, outcome)
        for place, (outcome, pattern) in enumerate(_TABLE)
        if (match := pattern.search(head))
    ]
    # What was resolved without a word of the table was agreed.
    return min(found)[2] if found else "agreed" if RESOLVED.match(text) else "other"
