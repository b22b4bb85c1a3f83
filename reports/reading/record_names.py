"""What the fields of a decision's record are called, on whatever council's form.

>>> field_named("DECISION NO:"), field_named("Details of any alternative options considered and rejected")
('reference', 'alternatives')
"""

from __future__ import annotations

import re
from functools import lru_cache

from reports.reading.dates import dates_in

OFFICE = r"(?:cabinet|executive|lead|portfolio|deputy)\s+(?:cabinet\s+)?(?:member|holder|councillor)"
NUMBER = r"(?:no|number|nos)\b\.?"
REF = rf"(?:ref(?:erence)?\b\.?(?:\s*{NUMBER})?|{NUMBER}|id\b)"
OF_DECISION = (
    r"(?:for|of|behind)\s+(?:the\s+|this\s+|making\s+the\s+)?(?:\w+\s+)?(?:decision|recommendation|resolution)"
    r"(?:\s+(?:taken|made)(?:\s+by\s+[^:?.]{0,60})?)?"
)
DETAILS = (
    r"(?:(?:an?|please\s+\w+|set\s+out)\s+)?(?:(?:brief|short|full|further)\s+)*"
    r"(?:(?:details?|summary|record|note|statement|description|list|explanation|outline)\s+(?:of|and)\s+)?"
    r"(?:any\s+|the\s+|all\s+)*"
)

# What a field is called. The first line that fits decides; a clerk may add to this table.
NAMES: tuple[tuple[str, str], ...] = (
    ("plan_reference", rf"(?:forward\s+plan|key\s+decision|notice\s+of\s+key\s+decision|KD|work\s+programme)\s+{REF}"),
    (
        "reference",
        rf"(?:(?:officer|member|executive|cabinet|delegated|unique|urgent|decision|record|notice|ODN|report)\s+)+{REF}"
        rf"|ref(?:erence)?\b\.?(?:\s*{NUMBER})?",
    ),
    (
        "key_decision",
        r"(?:is\s+(?:(?:this|it|the\s+decision)\s+)?(?:an?\s+)?)?key\s*(?:/|or\s+)?\s*(?:non-?\s?key\s+)?decision"
        r"|key\s+or\s+non-?\s?key",
    ),
    # "Executive", "Council" or "Key": it says whether the decision is a key one only now and then.
    ("sort", r"decision\s+type|type\s+of\s+(?:executive\s+)?decision|decision\s+(?:category|classification)"),
    (
        "key_reason",
        r"(?:key\s+decision\s+(?:criteria|reason|because)|reasons?\s+(?:it\s+is|for\s+being)\s+(?:a\s+)?key)\b.{0,80}",
    ),
    (
        "exempt",
        r"(?:(?:contains?\s+)?(?:exempt|confidential)(?:\s*(?:or|/|and)\s*(?:exempt"
        r"|confidential))?(?:\s+(?:information|report|appendix|reason|item))?"
        r"|(?:part\s+exempt)|decision\s+(?:made|taken)\s+in\s+(?:exempt|closed|private)\s+session|(?:for\s+"
        r"|status\s+for\s+)?publication(?:\s+status)?"
        r"|open\s+or\s+exempt|public\s+or\s+private|access\s+to\s+information"
        r"|(?:is\s+)?(?:this\s+)?(?:the\s+)?(?:report|decision)\s+(?:open|exempt|confidential)\b.{0,40})",
    ),
    (
        "due",
        r"(?:proposed|anticipated|expected|planned|intended)\s+(?:date\s+of\s+decision|decision\s+date|date)"
        r"|(?:earliest\s+)?date\s+(?:on\s+)?(?:or\s+)?(?:after\s+)?which\s+(?:the\s+)?decision\s+(?:may|will|is|can)\b.{0,40}"
        r"|(?:date\s+)?(?:the\s+)?decision\s+(?:is\s+)?(?:due|to\s+be\s+(?:taken|made))(?:\s+(?:on|date))?",
    ),
    (
        "date",
        r"(?:(?:date|when)\s+(?:the\s+)?(?:of\s+)?(?:the\s+)?(?:\w+\s+)?decision(?:\s+(?:was\s+)?(?:taken|made|date))?"
        r"|decision\s+(?:date|(?:taken|made)\s+on)|date\s+(?:taken|made|of\s+(?:the\s+)?(?:cabinet\s+)?meeting|signed)"
        r"|meeting\s+date|dated?)",
    ),
    (
        "published",
        r"(?:date\s+(?:of\s+)?(?:decision\s+)?(?:publication|published|notice\s+published)"
        r"|publication\s+date(?:\s+of\s+(?:the\s+)?(?:decision|notice))?"
        r"|published(?:\s+on)?)",
    ),
    (
        "call_in",
        r"(?:(?:deadline|(?:last|final|closing)\s+date|date|end\s+date|expiry)\s+(?:for|of"
        r"|by\s+which)\s+(?:the\s+)?(?:receipt\s+of\s+)?(?:any\s+)?call[\s-]?in\b.{0,60}"
        r"|decision\s+review\s+(?:deadline|date)|call[\s-]?in\s+(?:deadline|date|period(?:\s+(?:ends?|expires?|expiry))?|(?:expiry|end)(?:\s+date)?|ends?|expires?|by)"
        r"|(?:is\s+)?(?:(?:this|it|the\s+decision)\s+)?(?:is\s+)?(?:subject\s+to|eligible\s+for"
        r"|open\s+to)\s+call[\s-]?in|call[\s-]?in(?:\s*\?)?)",
    ),
    (
        "effective",
        r"(?:effective\s+(?:date|from)|(?:date\s+(?:of|for)\s+)?implementation(?:\s+date)?"
        r"|date\s+(?:the\s+)?decision\s+(?:comes|takes|will|can|may|becomes?|is)\b.{0,60}"
        r"|comes?\s+into\s+force(?:\s+on)?)",
    ),
    (
        "maker",
        r"(?:decision\s+(?:to\s+be\s+)?(?:taken|made|determined)\s+by"
        r"|(?:name\s+(?:and\s+(?:job\s+)?title\s+)?of\s+)?(?:the\s+)?(?:authorised\s+)?decision[\s-]*(?:maker"
        r"|taker)s?(?:\s+name)?"
        rf"|decision[\s-]making\s+(?:body|officer|member|person)|(?:taken|made|determined)\s+by"
        rf"|(?:name\s+(?:and\s+\w+\s+)?of\s+)?(?:the\s+)?(?:delegated\s+|authorising\s+|relevant\s+)?"
        rf"(?:{OFFICE}|decision\s+making\s+officer|officer)\s+(?:making|taking|who\s+(?:made"
        rf"|took))\s+(?:the\s+)?decision|(?:(?:relevant|responsible)\s+)?{OFFICE}(?:\s+name)?"
        r"|individual\s+(?:making|taking)\s+(?:the\s+)?decision|authorising\s+officer|decision\s+by|delegated\s+(?:to"
        r"|officer)|name\s+of\s+(?:cabinet|executive)\s+member)",
    ),
    ("status", r"(?:decision\s+)?status|recommendation\s+status"),
    ("portfolio", r"(?:cabinet\s+|executive\s+)?portfolio(?:\s+area)?|(?:service\s+area|directorate|department)"),
    (
        "meeting",
        r"(?:name\s+of\s+)?(?:(?:the\s+)?meeting|committee|board|panel)(?:\s+name)?|decision\s+meeting"
        r"|decided\s+at\s+meeting",
    ),
    ("number", rf"(?:agenda\s+)?item\s+{NUMBER}|agenda\s+item|item(?=\s*:?\s*\d)"),
    (
        "title",
        r"(?:subject(?:\s+matter)?|title|topic|matter|item|heading)(?:\s*(?:/|or|and)\s*(?:subject(?:\s+matter)?"
        r"|title|topic|matter|decision))?(?:\s+(?:of|for)\s+(?:the\s+)?"
        r"(?:\w+\s+)?(?:decision|report|item|matter|proposal)(?:\s*(?:/|or|and)\s*(?:decision|report|item|proposal))?"
        r"|\s+of\s+decision)?|(?:decision|report|item"
        r"|agenda)\s+(?:title|subject|heading)|(?:name|title)\s+of\s+(?:the\s+)?(?:report|item|decision|project)"
        r"|subject\s+of\s+report",
    ),
    (
        "ward",
        r"(?:(?:electoral\s+)?(?:wards?|divisions?|parish(?:es)?)(?:\s*\(s\))?(?:\s+(?:affected|and\b.{0,40}"
        r"|councillors?))?|area\s+affected|key\s+outcome)",
    ),
    (
        "alternatives",
        DETAILS + r"(?:other\s+|alternative\s+)*(?:alternatives?|options?|courses?\s+of\s+action)\b(?!\s+(?:appraisal"
        r"|and\s+risks?)\b)[^:?.]{0,130}",
    ),
    ("dispensation", DETAILS + r"(?:note\s+of\s+)?dispensations?\b[^:?.]{0,130}"),
    (
        "conflicts",
        DETAILS + r"(?:(?:declared?|declarable|disclosable|personal|pecuniary|prejudicial)\s+)*(?:interests?"
        r"|conflicts?\s+of\s+interests?"
        r"|(?:declarations?|disclosures?)\s+of\s+(?:\w+\s+){0,3}(?:interests?|conflicts?(?:\s+of\s+interest)?)"
        r"|(?:member|cabinet\s+member)s?['’]?\s+interests?)\b[^:?.]{0,160}",
    ),
    (
        "reasons",
        DETAILS + rf"(?:evidence\s+(?:and|for)\s+)?(?:reasons?|rationale|justification)(?:\s*\(s\))?"
        rf"(?:\s+(?:{OF_DECISION}(?:s|\(s\))?|why\b.{{0,60}}"
        rf"|for\s+urgency))?(?:\s+and\s+background)?",
    ),
    (
        "consultation",
        r"(?:cabinet\s+committee\s+recommendations\s+and\s+other\s+consultation|"
        + DETAILS
        + r"(?:results?\s+of\s+|outcome\s+of\s+)?(?:public\s+|scrutiny\s+|other\s+)*(?:consultations?|consultees?"
        r"|consulted|representations|views\s+of\s+\w+)\b[^:?.]{0,100}|who\s+(?:has\s+been|was)\s+consulted.{0,40})",
    ),
    (
        "recommended",
        r"(?:(?:officer|report|the)\s+)*recommend(?:ations?|ed\s+(?:decision|action)s?)(?:\s*\(s\))?(?:\s+(?:from|in"
        r"|of)\s+(?:the\s+)?(?:report|officers?))?",
    ),
    ("votes", r"(?:vot(?:e|es|ing)(?:\s+(?:record|figures|details))?|result\s+of\s+vote)"),
    (
        "decision",
        r"(?:"
        + DETAILS
        + r"(?:the\s+|proposed\s+|final\s+|executive\s+|delegated\s+|key\s+)*(?:decisions?|resolutions?"
        r"|determination)(?:\s*\(s\))?(?:\s+(?:taken|made|agreed|is|was|reached|"
        r"and\s+resolution|to\s+be\s+(?:taken|made)|proposed|details|summary|notice))?|resolved"
        r"|what\s+(?:was\s+decided|decision\s+(?:was|has\s+been)\s+(?:made|taken))|action\s+(?:agreed|taken"
        r"|authorised)|it\s+was\s+resolved)(?:\s+that)?",
    ),
    (
        "signature",
        r"(?:signed(?:\s+by)?(?:\s+.{0,60})?|(?:.{0,40}\s)?signature(?:\s+of\s+.{0,60})?|authorised\s+by"
        r"|approved\s+by)",
    ),
    (
        "present",
        r"(?:(?:committee|cabinet|board|panel|council)\s+)?(?:members?\s+)?(?:present|in\s+attendance|attendance"
        r"|also\s+(?:present|in\s+attendance))",
    ),
    ("apologies", r"apologies(?:\s+for\s+absence)?"),
    (
        "documents",
        r"(?:(?:list\s+of\s+)?(?:background|supporting|relevant|other|additional|accompanying)\s+(?:papers?"
        r"|documents?|information|reports?|material)\b[^:?.]{0,80}|documents?\s+(?:considered|relied|used"
        r"|taken)\b.{0,80}"
        r"|appendi(?:x|ces)|annexes|attachments|reports?(?:\s+(?:considered|attached))?"
        r"|(?:link\s+to\s+)?(?:the\s+)?officer\s+report)",
    ),
    (
        "contact",
        r"(?:(?:contact|lead|report|responsible|presenting|accountable)\s+(?:officer|director|author|person|details"
        r"|name)s?\b.{0,40}|(?:report|originating)\s+(?:author|by|from)|contact|author|from|telephone"
        r"|e-?mail(?:\s+address)?)",
    ),
    (
        "other",
        r"(?:background(?:\s+(?:information|to\s+the\s+decision)|\s+[–-].{0,60})?|context|summary|introduction"
        r"|purpose(?:\s+of\s+(?:the\s+)?report)?|(?:\w+[\s,&-]+){0,5}(?:implications?|considerations"
        r"|impact(?:\s+assessment)?)(?:\s+.{0,40})?"
        r"|(?:financial|legal|risk|equalit(?:y|ies))\b.{0,50}|urgency|(?:general|special)\s+(?:exception"
        r"|urgency).{0,60}|next\s+steps|monitoring\s+officer.{0,60}|authority\s+for\s+(?:the\s+)?decision"
        r"|delegated\s+(?:power|authority)s?.{0,80}|authorisation|notes?|comments?\s+of\b.{0,60}|risks?|scrutiny"
        r"|corporate\s+(?:plan|priorit)\w*.{0,60}|statutory\s+.{0,60}|council\s+plan.{0,40})",
    ),
)
_TAIL = r"(?:\s*[(\[][^()\[\]]{0,160}[)\]])?"
_WHOLE = tuple((name, re.compile(rf"^\W*(?:{form}){_TAIL}\s*[:?.\s–-]*$", re.IGNORECASE)) for name, form in NAMES)
_INLINE = tuple(
    (
        name,
        re.compile(rf"^\W*(?:{form}){_TAIL}\s*(?:[:?]+|\s[–-])\s*(?P<value>[^\s:?].*)$", re.IGNORECASE | re.DOTALL),
    )
    for name, form in NAMES
)
# Where no colon parts the name from the value: "Decision No. 21/00034", "Date of decision 12 May 2021".
_TYPED = (
    (
        "reference",
        re.compile(
            rf"^\W*(?:decision|record|notice)?\s*{REF}\s+(?P<value>[A-Z]{{0,6}}[\w./-]*\d[\w./-]*)\W*$", re.IGNORECASE
        ),
    ),
    (
        "date",
        re.compile(r"^\W*(?:date\s+of\s+(?:decision|meeting)|decision\s+date)\s+(?P<value>.{6,40})$", re.IGNORECASE),
    ),
    ("key_decision", re.compile(r"^\W*key\s+decision\s+(?P<value>(?:yes|no)\b.{0,60})$", re.IGNORECASE)),
)
LONGEST_NAME = 220
# The mark of a form's footnote behind a name: "Subject1:".
FOOTNOTE = re.compile(r"^(\W*[A-Za-z][A-Za-z ]{3,40}[a-z])\d(?=\s*:)")


# A paper's lines are asked for again: as fields, as items, as what ends a decision.
@lru_cache(maxsize=2048)
def field_named(text: str) -> str | None:
    """The field that a text is the name of.

    >>> field_named("Reason(s) for decision:"), field_named("Any alternatives considered and rejected:")
    ('reasons', 'alternatives')
    >>> field_named("DECISION TO BE TAKEN BY:"), field_named("The hub opened in May."), field_named("Subject1:")
    ('maker', None, 'title')
    """
    if len(text) > LONGEST_NAME or (text.rstrip().endswith((".", ";", ",")) and len(text) > 40):
        return None
    text = FOOTNOTE.sub(r"\1", text)
    return next((name for name, pattern in _WHOLE if pattern.match(text)), None)


@lru_cache(maxsize=2048)
def parted(text: str) -> tuple[str, str] | None:
    """A field's name and the value that stands behind it on the same line.

    >>> parted("Key decision: YES"), parted("Decision No. 21/00034"), parted("Members spoke: some agreed")
    (('key_decision', 'YES'), ('reference', '21/00034'), None)
    """
    text = FOOTNOTE.sub(r"\1", text)
    head = text[: LONGEST_NAME + 40]
    if not re.search(r"[:?–\d-]|\b(?:yes|no)\b", head, re.IGNORECASE):
        return None
    for name, pattern in _INLINE:
        if found := pattern.match(head):
            return name, text[found.start("value") :].strip()
    for name, pattern in _TYPED:
        found = pattern.match(head)
        if found and (name != "date" or dates_in(found["value"])):
            return name, found["value"].strip()
    return None
