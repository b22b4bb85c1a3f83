"""The signs of an inspectorate's own report: its dates, its inspectors, its scale, its imprint."""

from __future__ import annotations

from reports.reading.kinds.signs import mark

GRADE = r"(?:outstanding|excellent|(?:very\s+)?good|requires\s+improvement|adequate|inadequate|satisfactory|weak)"

INSPECTION_REPORT_SIGNS = (
    mark(r"^\W*(?:(?:re-?)?inspection\s+of\b|(?:report\s+of\s+(?:the\s+"
         r"|an\s+)?)?(?:joint\s+)?(?:targeted\s+)?(?:area\s+)?(?:\w+\s+){0,4}inspection\s+(?:report|of|in)\b"
         r"|focused\s+visit\b|monitoring\s+visit\b|area\s+SEND\s+(?:full\s+)?inspection)", 4, 15),
    mark(r"\b(?:inspection|visit)\s+date(?:s|\(s\))?\b|\bdate(?:s|\(s\))?\s+of\s+(?:the\s+)?(?:inspection|visit"
         r"|fieldwork)\b"
         r"|\binspected\s+(?:on|between)\b|\b(?:conducted|carried\s+out|undertook)\s+(?:a|an|this"
         r"|the)\s+(?:\w+\s+){0,3}(?:inspection|visit)\b", 4, 40),
    mark(r"^\W*(?:report\s+published|lead\s+inspector|(?:social\s+care|team"
         r"|quality)\s+(?:regulatory\s+)?inspectors?\b|(?:his|her)\s+majesty['’]s\s+inspectors?|inspection\s+team"
         r"|inspection\s+number|unique\s+reference\s+number|URN\b|provider\s+(?:id|name|type)"
         r"|registered\s+(?:provider|manager|person)|responsible\s+individual)", 4),
    mark(r"^\W*(?:judge?ment|inspection\s+(?:area|judge?ments?|outcome)|key\s+question|overall\s+(?:effectiveness"
         r"|experiences\s+and\s+progress|rating|judge?ment)|quality\s+indicator|domain)\b.{0,160}\b(?:grade|rating"
         r"|good|outstanding|inadequate|improvement|judge?ment|evaluation|adequate|excellent)\b", 5),
    mark(r"\bchildren['’]s\s+(?:social\s+care\s+)?services\b.{0,60}\b(?:are|is|require)\b.{0,20}\b(?:good|outstanding"
         r"|inadequate|improvement)\W*$|\b(?:provider|service|home|school|setting)\s+is\s+(?:rated|judged|graded)\b",
         4, 30),
    mark(r"^\W*(?:information\s+about\s+(?:this\s+inspection|the\s+inspection)|about\s+(?:this|the)\s+(?:inspection"
         r"|service|setting|provider|school)|what\s+(?:does\s+the\s+\w+|needs\s+to)\s+(?:\w+\s+){0,4}(?:improve"
         r"|better)\W*$|what\s+the\s+inspection|inspection\s+(?:findings|history|judge?ments?|report)\b"
         r"|previous\s+(?:ofsted\s+)?inspections?|recent\s+inspection\s+history|main\s+findings|headline\s+findings"
         r"|areas?\s+for\s+(?:priority\s+action|improvement))", 3),
    # A short row or line that ends with a grade.
    mark(rf"^\W*(?:how\s+(?:well|good)|(?:is|are)\s+(?:the\s+)?services?|well-?being|care\s+and\s+(?:development"
         rf"|support)"
         rf"|(?:the\s+)?(?:quality|effectiveness|outcomes?|leadership|experiences)\b).{{0,110}}\W{GRADE}\W*$", 4),
    mark(r"^\W*(?:type\s+of\s+inspection|completed\s+on|service\s+provided\s+by|(?:un)?announced\b)|\b(?:un)?announced"
         r"\s+inspection\b", 3, 40),
    mark(r"\bPiccadilly\s+Gate\b|\bOffice\s+for\s+Standards\s+in\s+Education\b|\bCrown\s+copyright\b"
         r"|\bOfsted\s+(?:regulates|is\s+the)\b|\bEstyn\s+(?:is|inspects|exists)\b|\bwww\.(?:ofsted|estyn|cqc"
         r"|careinspectorate)\b|@(?:ofsted|estyn|cqc)\.", 5),
    mark(r"\binspectors\s+(?:found|saw|looked|considered|spoke|visited|reviewed|evaluated|observed|met|sampled"
         r"|held)\b", 3),
    mark(r"\b(?:we|inspectors)\s+(?:carried\s+out|conducted|inspected|visited)\b|\bHM(?:I|CI)\b|\b(?:his"
         r"|her)\s+majesty['’]s\s+(?:chief\s+)?inspector|\bwritten\s+statement\s+of\s+action\b", 2),
    mark(r"\b(?:Ofsted|Estyn|CQC|Care\s+Quality\s+Commission|Care\s+Inspectorate|HMICFRS"
         r"|Inspectorate\s+of\s+Probation)\b", 2, 40),
    # A council's own papers tell of inspections too.
    mark(r"^\W*(?:report\s+(?:of|by|to)\b|report\s+title|title\s+of\s+report|report\s+author|wards?\s+affected"
         r"|key\s+decision\b|cabinet\s+member\b|portfolio\b|executive\s+member\b)", -8, 25),
    mark(r"^\W*(?:recommendations?\W*$|(?:it\s+is\s+)?recommended\s+that|that\s+(?:the\s+)?(?:cabinet|committee|panel"
         r"|board)\b|agenda\W*$|(?:draft\s+)?minutes\b|RESOLVED\b)", -4, 40),
    mark(r"\b(?:the\s+)?(?:cabinet|committee|panel)\s+(?:is|are|was)\s+(?:asked|recommended|invited)\b|\bRESOLVED\b"
         r"|^\W*(?:legal|financial)\s+implications\b|^\W*apologies\b", -8),
    mark(r"^\W*(?:members?\s+present|present\s*:|in\s+attendance)", -6, 20),
)  # fmt: skip
