"""The words by which councils speak of children, carers, plans and schools: each a pattern of several phrases."""

from __future__ import annotations


def any_of(*phrases: str) -> str:
    """One pattern for several phrases; a blank in a phrase is any white space."""
    return "(?:" + "|".join(phrase.replace(" ", r"\s+") for phrase in phrases) + ")"


# Who is meant.
LOOKED_AFTER = any_of(
    r"child(?:ren)?(?: and young people)?(?: who are| currently)? looked[\s-]after", r"looked[\s-]after child(?:ren)?",
    r"looked[\s-]after (?:pupils|population|cohort|rate|numbers?)",
    r"child(?:ren)?(?: and young people)? in (?:our |the council['’]s )?care",
    r"young people in (?:our )?care", r"cared[\s-]for children", r"children we (?:look after|care for)",
    r"children who were looked after", r"child(?:ren)?(?: and young people)? (?:were|are) (?:looked after|in care)\b",
    r"\bCLA\b", r"\bLAC\b", r"\bCiC\b", r"\bCIC\b", r"\bC?LAC['’]?s\b", r"in[\s-]care population",
    r"children (?:were|are) in care", r"child(?:ren)?(?: and young people)? in the care of", r"care population",
    r"children (?:were|are) (?:being )?looked after",
    r"child looked after", r"(?:was|were|is|are|been|council|authority|county|city|borough|we) (?:currently |now )?"
                           r"look(?:s|ed|ing)? after",
)  # fmt: skip
CARE_LEAVERS = any_of(
    r"care[\s-]leavers?", r"care[\s-]experienced young (?:people|adults)", r"(?:young people|those) leaving care",
    r"young people who (?:have |had )?left care", r"former relevant young people",
)  # fmt: skip
UNACCOMPANIED = any_of(
    r"unaccompanied(?: asylum[\s-]seeking)?(?: (?:children|minors|young people|child))?", r"\bUASC(?:['’]?s)?\b",
    r"\bUAS children\b",
    r"asylum[\s-]seeking (?:children|young people)", r"separated migrant children",
)  # fmt: skip
PLANS = any_of(
    r"child protection plans?", r"children['’]?s? protection plans?", r"\bCP plans?\b", r"\bCPPs?\b",
    r"protection plans?",
    r"children with a (?:child )?protection plan",
    r"in need of protection (?:who are )?(?:on|with|subject to) a plan",
    r"subject (?:to|of) (?:a )?(?:child protection|CP|CPP)\b",
    r"child protection (?:numbers?|rate)", r"child protection register", r"names? on the register",
)  # fmt: skip
SOCIAL_WORKERS = any_of(
    r"social work(?:ers?|ing)?(?: (?:workforce|posts?|staff|vacanc\w+|establishment|turnover))?",
    r"case[\s-]holding posts?",
    r"children['’]s (?:social care )?workforce", r"\bSWs?\b",
)  # fmt: skip
EHC_PLANS = any_of(
    r"\bEHCPs?\b",
    r"\bEHC plans?\b",
    r"education,? health,? (?:and|&) care (?:plans?|assessments?)",
    r"\bEHC\b",
    # No other plan has twenty weeks.
    r"plans? (?:issued|completed|finali[sz]ed|made) within (?:the )?(?:statutory )?(?:20|twenty)[\s-]weeks?",
)
CHILDREN = any_of(
    r"all children", r"all pupils", r"overall", r"\bcohort\b", r"children (?:in|across) the county", r"whole population"
)

# What is said of them.
STATUTORY_REST = any_of(
    r"(?<!not\sin\s)education,? employment (?:and|or|&) training", r"\bEET\b", r"(?<!not\sin"
        r"\s)education,? training (?:and|or|&) employment",
    r"(?<!not\sin\s)education,? employment,? (?:and|or) training",
)  # fmt: skip
NOT_EET = any_of(
    r"not in education,? employment,? (?:or|and|&) training", r"\bNEETs?\b", r"not in education,? training (?:or"
        r"|and) employment",
)  # fmt: skip
GUARDIANSHIP = any_of(r"special guardianship", r"\bSGOs?\b")
ADOPTED = any_of(r"adopted", r"adoptions?", r"adoption orders?")
FOSTER = any_of(r"foster(?:ing|ed)?(?: carers?| care| placements?)?", r"in[\s-]house")
RESIDENTIAL = any_of(
    r"residential(?: care| placements?| homes?| children['’]s homes?)?",
    r"children['’]s homes?",
    r"\b(?:own|independent|private) homes?",
)
IN_HOUSE = any_of(
    r"in[\s-]house", r"internal(?:ly)?", r"council[\s-]run", r"(?:our|the council['’]s) own", r"local authority foster"
)
EXTERNAL = any_of(
    r"external(?:ly)?",
    r"independent(?: sector)?",
    r"private(?: sector)?",
    r"out of county",
    r"agency residential",
    r"purchased",
)
PHONICS = any_of(r"phonics")
STAGE_2 = any_of(r"key stage (?:2|two)", r"\bKS ?2\b")
STAGE_4 = any_of(r"key stage (?:4|four)", r"\bKS ?4\b", r"GCSEs?")
ENGLISH_MATHS = any_of(r"english (?:and|&) (?:mathematics|maths)", r"maths? (?:and|&) english")
READING_WRITING = any_of(
    r"reading,? writing,? (?:and|&) (?:mathematics|maths)", r"\bRWM\b", r"combined(?: expected)? standard",
    r"expected standard",
)  # fmt: skip
TWICE = any_of(
    r"second or subsequent", r"second or more", r"(?:second|repeat|another|subsequent) (?:child protection"
                                                r"|CP)? ?(?:plans?|time)",
    r"previously (?:been )?(?:subject|on)", r"repeat (?:child protection|CP|plans?)", r"for a second time",
)  # fmt: skip
TWO_YEARS = any_of(
    r"(?:two|2)(?: or more)? years(?: (?:or|and) (?:more|over|longer))?", r"24 months", r"over (?:two|2) years"
)
THREE_PLACEMENTS = any_of(
    r"(?:three|3)(?: or more|\+)? (?:or more )?placements?(?: moves)?", r"(?:three|3) or more (?:moves|homes)",
    r"short[\s-]term (?:placement )?stability",
    r"multiple placements",
)  # fmt: skip
LONG_TERM = any_of(
    r"same (?:placement|home|carers?)(?: for)?", r"long[\s-]term (?:placement )?stability", r"placement stability",
    r"stable placements?",
)  # fmt: skip
DISTANCE = any_of(
    r"(?:more than|over|outside|at least|further than|beyond|within) (?:20|twenty)[\s-]miles", r"20\+? miles",
    r"twenty miles",
)  # fmt: skip
VACANCIES = any_of(r"vacanc(?:y|ies)", r"vacant")
TURNOVER = any_of(r"turnover", r"left (?:the council|their posts?)")
AGENCY = any_of(r"agency", r"locums?", r"interim")
PERMANENT = any_of(r"permanent(?:ly)?")
CASELOAD = any_of(
    r"case[\s-]?loads?",
    r"cases per (?:social )?worker",
    r"cases held",
    r"social worker\b.{0,40}\bheld",
    r"average of \S+ cases",
    r"cases on average",
)
ASSESSMENTS = any_of(r"(?<!health\s)(?<!dental\s)(?<!risk\s)assessments?")
DAYS_45 = any_of(
    r"45[\s-](?:working[\s-])?days?",
    r"forty[\s-]five (?:working )?days",
    r"(?:on|in|within) (?:time|timescales?)",
    r"timel(?:y|iness)",
)
REVIEW_CONFERENCES = any_of(
    r"review (?:child protection |CP )?conferences?", r"(?:child protection|CP) review conferences?", r"\bRCPCs?\b"
)
# A review conference is none of those that the 15 days are for.
CONFERENCES = any_of(
    r"(?<!review\s)(?<!review\schild\sprotection\s)(?<!review\sCP\s)(?<!protection\sreview\s)\bconferences?",
    r"\bICPCs?\b",
)
DAYS_15 = any_of(
    r"15[\s-](?:working[\s-])?days?",
    r"fifteen (?:working )?days",
    r"(?:on|in|within) (?:time|timescales?)",
    r"timel(?:y|iness)",
)
WEEKS_20 = any_of(
    r"20[\s-]weeks?",
    r"twenty[\s-]weeks?",
    r"statutory timescales?",
    r"(?:on|in|within) (?:time|timescales?)",
    r"timel(?:y|iness)",
)
ON_TIME = any_of(r"(?:on|in|within) (?:time|timescales?)", r"timel(?:y|iness)", r"reviewed", r"reviews?")
ACCOMMODATION = any_of(r"suitable (?:accommodation|housing)", r"accommodation", r"suitably housed")
IN_TOUCH = any_of(r"in touch", r"in contact", r"keep(?:ing)? in touch", r"kept in touch")
CENTRES = any_of(r"(?:children['’]?s|family) centres?", r"\bcentres\b")
GOOD = any_of(r"good", r"outstanding")
DEVELOPMENT = any_of(r"good level of development", r"\bGLD\b")
EARLY_HELP = any_of(
    r"early help",
    r"families first",
    r"family key ?work(?:ers?|ing)?",
    r"\bCAFs?\b",
    r"common assessment frameworks?",
    r"supporting families",
)
REFERRALS = any_of(r"referrals?(?! order)", r"referred")
RE_REFERRALS = any_of(r"re-?referrals?", r"repeat referrals?", r"referred again", r"re-referred", r"were repeats?")
