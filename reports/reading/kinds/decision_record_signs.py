"""The signs of a record of decisions: what councils print at its head and call its fields."""

from __future__ import annotations

from reports.reading.kinds.signs import BODY, NUMBER, mark

DECISION_RECORD_SIGNS = (
    mark(r"\b(?:record|notice|statement|summary|schedule|list)\s+of\s+(?:the\s+)?(?:(?:executive|key|delegated"
         r"|officer|member|urgent|proposed|cabinet|individual)\s+){0,4}decisions?\b"
         r"|\bdecisions?\s+(?:notice|record(?:ing)?(?:\s+form)?|sheet|list|summary|statement|notification)\b"
         r"|\b(?:officer|delegated|cabinet\s+member|executive|member)\s+decisions?\s+(?:record|form|notice"
         r"|report\s+form)\b", 8, 10),
    mark(r"\bdecisions?\s+(?:to\s+be\s+)?(?:taken|made|determined|agreed)\s+(?:by|at|under)\b", 5, 10),
    mark(r"\bproposed\s+decisions?\s+(?:by|of|for)\s+(?:the\s+)?(?:(?:deputy|county|executive)\s+)?(?:leader|mayor"
         r"|cabinet|executive|portfolio|lead|director)\b", 8, 6),
    mark(r"\bdate\b.{0,20}\b(?:after|on)\s+which\s+(?:the\s+|this\s+)?decision\s+(?:may|will|can|is\s+to)\b"
         r"|\bdecisions?\s+(?:set\s+out\s+(?:below|above)\s+|listed\s+(?:below|above)\s+)?(?:will|shall"
         r"|may)\s+(?:come\s+into\s+(?:force|effect)|(?:then\s+)?be\s+implemented)\b", 5),
    mark(r"\b(?:(?:single|individual|cabinet|executive|lead)\s+){1,2}members?['’]?s?\s+(?:key\s+)?decisions?\b"
         r"(?!\s+report)"
         r"|\b(?:portfolio\s+holder|leader|mayor)['’]?s?\s+(?:key\s+)?decisions?\b(?!\s+report)", 8, 5),
    mark(r"^\W*(?:(?:any\s+)?interests?\s+declared|representations\s+received)\s*:", 3),
    mark(r"^\W*(?:signed|signature)\b.{0,120}\b(?:leader|mayor|(?:cabinet|executive|lead)\s+(?:member|councillor)"
         r"|portfolio\s+holder)\b", 3),
    mark(r"^\W*decisions\s+(?:taken|made)\s+(?:at|on)\b(?!.*\bsince\b)|^\W*delegated\s+decisions?\W*$", 8, 6),
    mark(r"^\W*alternative\s+options?\s*:|^\W*reasons?\s+for\s+(?:the\s+)?proposed\s+decisions?\W*$", 3),
    mark(rf"^\W*(?:.{{0,60}}\b{BODY}\b.{{0,10}}\s)?decisions?\W*$", 5, 6),
    mark(r"\b(?:set\s+out\s+below\s+is\s+a\s+summary\s+of\s+the\s+decisions|following\s+decisions?\s+(?:were|was"
         r"|have\s+been)\s+(?:taken|made)|decisions?\s+(?:taken|made)\s+(?:at|by)\b.{0,80}\b(?:meeting|published))",
         6, 15),
    mark(r"^\W*(?:the\s+)?(?:decision\s+(?:no|number|ref(?:erence)?)\b|(?:authorised\s+)?decision[\s-]?(?:maker"
         r"|taker)|decision\s+(?:to\s+be\s+)?(?:taken|made)\s+by|decision\s+date|date\s+of\s+decision)", 4, 30),
    mark(NUMBER + r"(?:(?:details?\s+of\s+)?(?:the\s+)?(?:proposed\s+)?decisions?(?:\s*\(s\))?"
         r"(?:\s+(?:taken|made))?)\s*(?::|$)", 3),
    mark(NUMBER + r"(?:(?:the\s+)?reasons?(?:\s*\(s\))?\s+for\s+(?:the\s+)?decision)", 3),
    mark(NUMBER + r"(?:(?:details\s+of\s+)?(?:any\s+)?(?:other\s+|alternative\s+)*(?:alternatives?"
         r"|options?)(?:\s+options)?\s+considered(?:\s+and\s+rejected)?)", 2),
    mark(r"\b(?:any\s+(?:interests?|conflicts?\s+of\s+interests?)\s+declared|dispensations?\s+granted"
         r"|conflict\s+of\s+interest\s+declared)\b", 4),
    mark(r"\bcall(?:ed)?[\s-]?in\b.{0,80}\b(?:deadline|period|date|expir|by|subject|no\s+later)|\b(?:subject\s+to"
         r"|deadline\s+for|not\s+subject\s+to)\s+call[\s-]?in\b|\bdecision\s+review\b", 2),
    mark(r"^\W*(?:(?:agenda\s+)?items?|topic|subject|report"
         r"|recommendations?(?:\s+considered)?)\b.{0,60}\bdecisions?\b.{0,80}$|^\W*decision\s+details\b", 6, 30),
    mark(r"^\W*(?:subject\s+matter|title\s+of\s+(?:the\s+)?decision|subject\s+of\s+(?:the\s+)?decision|subject"
         r"|decision\s+title)\b", 4, 30),
    mark(r"^\W*(?:\.{5,}\W*)?(?:signed|signature)\b", 2),
    mark(r"\brecommendations?\s+(?:be\s+|were\s+)?(?:agreed|approved)\W*$|^\W*(?:i|the\s+(?:cabinet"
         r"|executive)\s+member)\s+(?:have\s+|has\s+)?(?:agreed?|approved?|decided)\b", 2),
    # Reports recommend, minutes narrate.
    mark(NUMBER + r"(?:(?:officer|key|summary\s+of|the)\s+)*recommendations?(?:\s*\(s\))?\W*(?:$|:)", -4, 30),
    mark(r"^\W*(?:report\s+(?:of|by|to)\b|title\s+of\s+(?:the\s+)?report|report\s+title"
         r"|purpose\s+of\s+(?:the\s+)?report)", -4, 20),
    mark(r"^\W*(?:(?:draft\s+|unconfirmed\s+)?minutes\b)", -12, 10),
    mark(r"\bmembers\s+(?:noted|asked|heard|were\s+(?:informed|advised|told)|discussed|queried)\b"
         r"|\bin\s+response\s+to\s+(?:a\s+|members['’]\s+)?questions?\b", -5),
    mark(r"^\W*(?:.{0,60}\s)?forward\s+plan\s*(?:$|of\b|for\b|\d|[-–])|\bkey\s+decisions\s+(?:which|that)\s+(?:are"
         r"|will)\b", -10, 8),
    mark(r"^\W*agenda\W*$", -8, 8),
)  # fmt: skip
