"""What a forward plan calls the parts of an entry, as the head of a column or as a label before a colon.

Ref      Decision                Decision maker   Decision due    Key?   Lead officer
KD2041   Family hubs: hours of   Cabinet          12 May 2022     Yes    Jo Field
"""

from __future__ import annotations

import re
from collections.abc import Sequence

WHO = r"(?:who|(?:the\s+)?decision[\s-]?(?:mak(?:er|ing)|taker)s?|(?:individual|body|person)s?)"
DECISION = (
    r"(?:key\s+|executive\s+|proposed\s+|forthcoming\s+)*(?:decisions?|issues?|items?|matters?|reports?|subjects?)"
)
PLACED = r"(?:estimated|expected|proposed|likely|anticipated|planned|target|provisional|earliest|relevant|intended)"
OFFICER = r"(?:officers?|directors?|authors?|person|details|manager)"

# The first name that fits is taken: "Decision maker" before "Decision", "Date first published" before "Date".
NAMES: tuple[tuple[str, str], ...] = (
    (
        "other",
        r"(?:date\s+)?(?:first\s+)?(?:published|added|entered|included)\b.{0,40}|(?:date"
        r"|notice)\s+(?:of\s+)?(?:first\s+)?"
        r"(?:publi\w+|added|entered|included|(?:proposed\s+)?decision\s+first\s+published)\b.{0,40}"
        r"|originally\s+due|.{0,30}\bconsult\w+\b.{0,40}|.{0,20}\brepresentations?\b.{0,40}"
        r"|.{0,30}\b(?:documents?|papers)\b.{0,60}|(?:divisions?|wards?)\b.{0,30}|comments?|(?:decision\s+)?status"
        r"|(?:financial|budget|resource)\b.{0,30}|scrutiny\b.{0,30}|.{0,30}\bpriorit(?:y|ies)\b.{0,20}|how\s+.{0,60}"
        r"|progress\b.{0,20}|pre-?decision\b.{0,30}|(?:notice|call-?in)\b.{0,40}",
    ),
    (
        "key",
        r"(?:is\s+(?:this|it)\s+(?:a\s+)?|whether\s+)?key\b(?:\s+decision)?(?:\s+or\s+|\s*/\s*)?(?:non-?\s?key)?"
        r"(?:\s+decision)?\s*(?:criteria|reason|\(?\s*(?:y(?:es)?\s*(?:/|or)\s*n(?:o)?)\s*\)?)?"
        r"|(?:decision\s+type|type\s+of\s+decision|reason\s+key|reasons?\s+(?:why\s+)?(?:it\s+is\s+)?(?:a\s+)?key"
        r"(?:\s+decision)?|key\s+decision\s+(?:reason|criteria|type))",
    ),
    (
        "exempt",
        r"(?:is\s+the\s+(?:report|decision)\s+)?(?:open|public|private|exempt|confidential|part\s+(?:i|1)\b"
        r"|restricted)\b"
        r"(?:(?:\s*[/,]\s*|\s+or\s+|\s+)(?:part(?:ly|ially)?[\s-]+|fully\s+)?(?:open|exempt\w*|private|public|closed"
        r"|confidential|report|meeting|session|item|information|part|ii|2|reason\w*|decision|business|y|n|yes|no"
        r"|i|1))*"
        r"|(?:anticipated\s+)?restrictions?|reasons?\s+(?:for\s+)?(?:exempt\w*|private|confidential\w*|.{0,20}"
        r"\b(?:exempt|private|privacy))\b.{0,40}|(?:access\s+to\s+information|exemption)\b.{0,40}"
        r"|(?:(?:will|is|does|are)\b.{0,50}|.{0,50}\bin\s+)\b(?:exempt|private|confidential|public)\b.{0,40}"
        r"|.{0,50}\bexempt\s+information\b.{0,40}|public\s+or\s+private\b.{0,50}",
    ),
    (
        "contact",
        rf"(?:(?:lead|contact|responsible|report|relevant|reporting)\s+){{0,2}}{OFFICER}\b(?:\s*(?:/|and|&"
        rf"|,)\s*.{{0,40}})?"
        r"|contacts?(?:\s+(?:officer|details|name|point|for\s+.{0,40}))?\b.{0,30}|report\s+(?:of|by|from)"
        r"|who\s+to\s+contact|author"
        r"|.{0,30}\bcontact\s+(?:officer|details|name)\b.{0,30}",
    ),
    (
        "member",
        r"(?:(?:lead|cabinet|executive|responsible|relevant|portfolio)\s+)+(?:member|holder|councillor)s?\b.{0,40}"
        r"|portfolio|lead\s+cabinet",
    ),
    (
        "date",
        rf"(?:{PLACED}\s+)?(?:date|period|when|timescale|timing|month)\b(?!\s+and\s+(?:decision|who)\b).{{0,60}}"
        rf"|(?:{PLACED}\s+)?(?:decision|meeting|cabinet|committee|council|executive|report|due"
        rf"|target)\s+(?:due\b(?:\s+(?:date|by|on))?"
        r"|dates?|period|expected|month|timescale)\b.{0,40}"
        r"|(?:to\s+be\s+|decision\s+)?(?:taken|made|decided)\s+on|due(?:\s+(?:date|on))?|not\s+before"
        r"|meeting\s+date\b.{0,30}"
        rf"|when\b.{{0,60}}|{PLACED}\s+decision\s+date|expected|anticipated|timescales?|by\s+when",
    ),
    (
        "decider",
        rf"{WHO}\b.{{0,50}}|(?:(?:decision|to\s+be)\s+)*(?:taken|made|decided)\s+by|(?:meeting|committee|cabinet"
        rf"|body|forum|panel)"
        r"(?:\s*(?:/|or)\s*(?:\w+\s*){1,3})?|decision[\s-](?:making\s+)?(?:body|forum|route|level|meeting)|report\s+to",
    ),
    ("reference", rf"(?:{DECISION}\s+|forward\s+plan\s+|fp\s+|kd\s+|plan\s+|unique\s+)?(?:ref(?:erence)?|no|number"
                  rf"|id)\b\.?\s*(?:no|number)?\.?|kd"),
    ("type", r"report\s+type|type(?:\s+of\s+report)?|(?:report\s+)?for\s+(?:decision|information)\b.{0,30}"
             r"|nature\s+of\s+.{0,20}"),
    (
        "title",
        rf"(?:report\s+|decision\s+|item\s+|issue\s+)?titles?\b.{{0,60}}|(?:subject|topic|name)\b.{{0,40}}"
        rf"|{DECISION}\s*/\s*{DECISION}|{DECISION}(?:\s+title|\s+and\s+.{{0,40}}"
        r"|\s+(?:for|to\s+be|under|required|requested|in\s+respect|subject|on\s+which|being|requiring)\b.{0,60})?"
        r"|what\b.{0,60}|agenda\s+item|proposal",
    ),
    ("summary", r"(?:brief\s+|short\s+)?(?:summary|purpose|descriptions?|details?|background|outline|synopsis"
                r"|content|recommend\w+)\b.{0,60}"),
)  # fmt: skip
_NAMES = tuple((field, re.compile(rf"\W*(?:the\s+)?(?:{name})\W*", re.IGNORECASE)) for field, name in NAMES)
# A head of a column or a label is no longer.
LONGEST = 90
EXPLAINS = re.compile(r"\s*\([^()]*(?:\)|$)")
INLINE = re.compile(r"^(?P<label>[^:]{2,90}?)\s*(?::|\?\s*:?)\s*(?P<value>.*)$", re.DOTALL)


def field_of(text: str) -> str | None:
    """Which part of an entry a head or a label names; None where it names none.

    >>> [field_of(text) for text in ("Decision maker:", "Date of decision", "Title and summary", "Key?", "Author")]
    ['decider', 'date', 'title', 'key', 'contact']
    >>> field_of("Cabinet agreed the plan last year")
    """
    text = " ".join(text.split())[: 4 * LONGEST]
    # What stands in brackets explains the head: "Lead officer (to whom representations should be made)".
    plain = EXPLAINS.sub("", text)
    text = plain if len(text) > LONGEST else text
    if not 1 < len(text) <= LONGEST:
        return None
    # In a narrow column a word may be broken: "Key Dec ision".
    whole = (text[: at.start()] + text[at.end() :] for at in re.finditer(r"\s(?=[a-z])", text))
    named = (field for form in (text, plain, *whole) for field, pattern in _NAMES if pattern.fullmatch(form))
    return next(named, None)


def columns_of(cells: Sequence[str]) -> tuple[str | None, ...] | None:
    """Which part of an entry each column of a table holds; None where the cells are not the head of a plan's table.

    >>> columns_of(("Lead Officer", "Title and summary of decision", "Meeting date", "Decision taker", "Report type"))
    ('contact', 'title', 'date', 'decider', 'type')
    >>> columns_of(("Measure", "Target", "Date"))
    """
    if len(cells) < 3:
        return None
    fields = [field_of(cell) for cell in cells]
    if "title" not in fields:
        # "Key decision" heads the column of the matters where no other does.
        fields = [
            "title" if field in ("summary", "key") and "title" not in fields[:place] else field
            for place, field in enumerate(fields)
        ]
    known = {field for field in fields if field}
    if "title" not in known or len(known) < 3:
        return None
    # A table a meeting has neither: its heading says who decides, and when.
    below_a_meeting = "contact" in known and known & {"member", "key", "exempt"} and all(fields)
    sure = known & {"date", "decider"} or below_a_meeting
    return tuple(fields) if sure and sum(map(bool, fields)) >= 0.6 * len(fields) else None


def labelled(text: str) -> tuple[str, str] | None:
    """The field and the value of a line like "Decision maker: Cabinet"; the value is empty where it stands below.

    >>> labelled("Decision due date: 12 May 2022"), labelled("The plan said: nothing")
    (('date', '12 May 2022'), None)
    """
    found = INLINE.match(text)
    field = field_of(found["label"]) if found else None
    return (field, found["value"].strip()) if found and field else None
