"""Which words of a title tell one business from another: plain functions on text.

Words that every paper has (report, proposals, Cabinet) tell nothing; words that much business shares (school, plan)
tell a little; any other word, such as the name of a place, tells most.
"""

from __future__ import annotations

import re
from functools import lru_cache

# What every council's papers share: the words of meetings, of deciding, and of how a paper comes.
SILENT = frozenset(
    [
        "a", "able", "about", "above", "account", "across", "act", "action", "actions", "add", "additional",
        "adjourned", "adopt", "adopted", "after", "again", "ago", "agree", "agreed", "agreeing", "agreement", "all",
        "already", "also", "always", "amended", "amendment", "amendments", "an", "and", "announcement",
        "announcements", "annual", "annually", "answer", "answered", "answers", "anticipated", "any", "aob",
        "apologies", "appendices", "appendix", "appointment", "appointments", "approval", "approve", "approved",
        "approves", "approving", "approximately", "april", "are", "arising", "around", "as", "ask", "asked", "asks",
        "assembly", "at", "attached", "august", "authorise", "authorised", "authorises", "authority", "available",
        "back", "background", "based", "be", "because", "been", "before", "began", "begin", "begun", "being", "below",
        "best", "better", "between", "both", "brief", "briefing", "bring", "business", "but", "by", "cabinet", "call",
        "called", "callin", "came", "can", "certain", "chair", "chairman", "chairs", "chairwoman", "change",
        "changes", "clerk", "closed", "come", "coming", "comment", "commented", "comments", "committee", "committees",
        "conclusion", "conclusions", "consequence", "consequences", "consequently", "consider", "consideration",
        "considered", "consultation", "consultations", "consulted", "contact", "contents", "continue", "continued",
        "continues", "continuing", "council", "councillor", "councillors", "councils", "current", "currently", "date",
        "day", "day-to-day", "days", "debate", "debated", "december", "decide", "decided", "decision", "decisions",
        "declaration", "declarations", "deferred", "delegate", "delegated", "delegates", "department", "deputation",
        "deputations", "detail", "detailed", "details", "determination", "determine", "determined", "director",
        "directors", "discussed", "discussion", "discussions", "document", "documents", "draft", "due", "during",
        "each", "earlier", "end", "ended", "ending", "endorse", "endorsed", "endorses", "ends", "equalities",
        "equality", "establish", "established", "even", "ever", "exclusion", "executive", "exempt", "exempted",
        "existing", "february", "feedback", "few", "final", "find", "findings", "finish", "finished", "following",
        "for", "former", "forthcoming", "forum", "forward", "found", "friday", "from", "full", "further", "future",
        "general", "get", "give", "given", "go", "going", "gone", "good", "got", "great", "group", "had", "has",
        "have", "he", "head", "hear", "heard", "held", "her", "highlights", "his", "hold", "how", "however", "i",
        "identified", "if", "ii", "iii", "implementation", "implications", "in", "include", "included", "including",
        "information", "initial", "interim", "introduction", "invited", "is", "issue", "issues", "it", "item",
        "items", "its", "iv", "january", "july", "june", "just", "keep", "kept", "key", "know", "known", "large",
        "last", "later", "latest", "lead", "leader", "leads", "least", "legal", "less", "let", "letter", "like",
        "likely", "limited", "local", "look", "made", "make", "makes", "making", "march", "matter", "matters", "may",
        "meeting", "meetings", "member", "members", "men", "minute", "minutes", "monday", "monitoring", "month",
        "monthly", "months", "more", "most", "motion", "motions", "moved", "much", "named", "nd", "needed", "never",
        "new", "newest", "next", "no", "nor", "not", "note", "noted", "notes", "notice", "noting", "november", "now",
        "october", "of", "off", "officer", "officers", "often", "on", "one", "ongoing", "only", "open", "opening",
        "option", "options", "or", "order", "other", "others", "our", "out", "outcome", "outcomes", "outlined",
        "outturn", "over", "overview", "page", "panel", "panels", "paper", "papers", "paragraph", "part", "pending",
        "per", "period", "petition", "petitions", "phase", "planned", "portfolio", "portfolios", "position",
        "possible", "post", "preferred", "present", "presentation", "presented", "press", "previous", "prior",
        "private", "procedure", "proceed", "progress", "proposal", "proposals", "propose", "proposed", "proposes",
        "proposing", "provides", "public", "publication", "publish", "published", "purpose", "put", "q1", "q2", "q3",
        "q4", "quarter", "quarterly", "question", "questions", "rd", "re", "reason", "reasons", "receive", "received",
        "receives", "recent", "recently", "recommend", "recommendation", "recommendations", "recommended",
        "recommends", "record", "records", "refer", "reference", "referral", "referred", "regard", "regarding",
        "register", "regular", "related", "relating", "relation", "remain", "remained", "remains", "reply", "report",
        "reported", "reporting", "reports", "request", "requested", "require", "required", "resolution",
        "resolutions", "resolve", "resolved", "respect", "response", "responses", "result", "results", "revised",
        "rubric", "run", "running", "runs", "s", "said", "same", "saturday", "say", "says", "schedule", "scrutiny",
        "seconded", "section", "see", "seek", "seeking", "seen", "select", "september", "service", "services", "set",
        "sets", "several", "shall", "she", "should", "since", "so", "some", "speakers", "st", "stage", "standing",
        "start", "started", "starting", "statement", "statements", "status", "still", "sub", "subcommittee",
        "subject", "submitted", "such", "summary", "sunday", "take", "taken", "tell", "th", "than", "that", "the",
        "their", "them", "then", "there", "these", "they", "think", "this", "those", "through", "thursday", "time",
        "timetable", "title", "to", "told", "too", "topic", "toward", "towards", "tuesday", "under", "undertake",
        "until", "up", "upcoming", "update", "updated", "updates", "updating", "upon", "urgent", "us", "use", "used",
        "various", "verbal", "verbally", "very", "vice", "view", "views", "vote", "voted", "was", "we", "wednesday",
        "week", "welcome", "were", "what", "when", "where", "whether", "which", "while", "whilst", "who", "why",
        "will", "with", "within", "without", "working", "would", "written", "year", "yearly", "years", "yet",
    ]
)  # fmt: skip
# What much business of councils shares: a word of these alone does not tell one business from another.
COMMON = frozenset(
    [
        "academies", "academy", "access", "accommodation", "achievement", "achieving", "adaptation", "admission",
        "admissions", "adoption", "adult", "adults", "aged", "agency", "aids", "aim", "allocation", "allocations",
        "allowance", "allowances", "alternative", "approach", "arrangement", "arrangements", "aspirations",
        "assessment", "asset", "assets", "attainment", "attendance", "award", "awarded", "base", "bid", "bids",
        "board", "border", "borough", "break", "breakfast", "breaks", "bridge", "brought", "budget", "budgets",
        "building", "buildings", "bus", "capacity", "capital", "care", "carer", "carers", "carried", "case", "cases",
        "catering", "central", "centre", "centres", "charges", "charging", "charter", "child", "childcare",
        "children", "childrens", "city", "climate", "close", "closer", "closure", "club", "college", "colleges",
        "commission", "commissioned", "commissioner", "commissioning", "community", "companies", "company",
        "compliance", "concession", "concessionary", "conference", "contract", "contracts", "core", "corporate",
        "cost", "costs", "county", "county-wide", "court", "create", "created", "crime", "cross", "culture",
        "customer", "cycle", "data", "deal", "deficit", "delay", "deliver", "delivered", "delivery", "demand",
        "demographic", "design", "develop", "development", "devolution", "digital", "disabilities", "disability",
        "disabled", "disposal", "distance", "district", "early", "east", "eastern", "education", "educational",
        "effective", "effectiveness", "efficiency", "election", "elections", "emergency", "employment", "energy",
        "engagement", "english", "enhanced", "environment", "equipment", "estate", "evaluation", "event",
        "excellence", "exceptional", "expand", "expansion", "expenditure", "experience", "experiences",
        "exploitation", "extend", "extension", "external", "facilities", "facility", "fair", "families", "family",
        "fees", "figure", "figures", "finance", "financial", "first", "flood", "food", "formula", "foster",
        "fostering", "framework", "free", "fund", "funded", "funding", "funds", "funerals", "government", "grant",
        "grants", "growth", "guidance", "health", "healthy", "help", "high", "higher", "highway", "highways", "home",
        "home-to-school", "homes", "hospital", "house", "housing", "hub", "hubs", "impact", "improve", "improvement",
        "improvements", "improving", "inclusion", "inclusive", "income", "independent", "infant", "infants",
        "infrastructure", "initiative", "initiatives", "innovation", "inspection", "inspections", "inspectorate",
        "institute", "insurance", "integrated", "integration", "intervention", "invest", "investment", "investments",
        "job", "joint", "junior", "justice", "labour", "land", "leadership", "learning", "lease", "leave", "leaver",
        "leavers", "leaving", "level", "levels", "levy", "libraries", "library", "licence", "licensing", "link",
        "list", "lists", "living", "long", "looked", "low", "lower", "main", "maintain", "maintained", "maintenance",
        "major", "management", "market", "medium", "mental", "middle", "million", "missing", "mitigation", "model",
        "money", "monitor", "motorway", "movement", "multi", "national", "nearby", "need", "needs", "neighbourhood",
        "network", "newly", "night", "north", "northern", "number", "nurse", "nurseries", "nursery", "nursing",
        "offer", "office", "ofsted", "operational", "operations", "organisation", "organisational", "outdoor",
        "outreach", "overall", "overnight", "parent", "parenting", "parents", "park", "parking", "parks", "partner",
        "partners", "partnership", "passenger", "pay", "payments", "pension", "pensions", "people", "per-cent",
        "percent", "performance", "permanence", "permanent", "person", "personal", "pilot", "place", "placement",
        "placements", "places", "plan", "planning", "plans", "play", "plus", "police", "policies", "policy", "pool",
        "population", "pound", "power", "premises", "preparation", "pressures", "prevention", "primary", "priorities",
        "priority", "procure", "procurement", "professional", "programme", "programme-board", "programmes", "project",
        "projects", "promotion", "property", "protect", "protected", "protection", "protocol", "provide", "provided",
        "provider", "providers", "provision", "provisional", "pupil", "pupils", "purchase", "quality", "rate",
        "rates", "receipts", "recruitment", "redesign", "reduce", "reducing", "reduction", "referrals", "reform",
        "reforms", "refresh", "regeneration", "region", "regional", "registration", "relocation", "remodelling",
        "renewal", "reorganisation", "replacement", "resident", "residential", "residents", "resource", "resources",
        "respite", "restructure", "retention", "revenue", "review", "reviews", "rights", "risk", "risks", "road",
        "roads", "role", "roll", "route", "routes", "rural", "safe", "safeguarded", "safeguarding", "safer", "safety",
        "sale", "saving", "savings", "scheme", "schemes", "school", "schools", "scorecard", "secondary", "sector",
        "security", "self", "sen", "send", "senior", "settlement", "sexual", "share", "shared", "short", "shortage",
        "site", "sites", "skills", "small", "social", "south", "southern", "special", "specialised", "specialist",
        "spend", "sports", "stability", "staff", "staffing", "standard", "standards", "state", "statutory", "step",
        "strategic", "strategies", "strategy", "street", "streets", "strength", "strong", "structure", "study",
        "sufficiency", "supplementary", "supply", "support", "supported", "supporting", "surplus", "survey",
        "sustainability", "sustainable", "system", "systems", "target", "targets", "task", "tax", "teacher",
        "teachers", "team", "teams", "technology", "temporary", "tender", "tenders", "term", "test", "therapies",
        "therapy", "town", "tracker", "traffic", "training", "transfer", "transform", "transformation", "transition",
        "transport", "travel", "treasury", "trust", "trusts", "tutor", "two", "unaccompanied", "unit", "units",
        "university", "upper", "urban", "usage", "user", "users", "value", "vehicle", "vehicles", "village",
        "virtual", "vision", "visiting", "visitor", "voice", "voluntary", "volunteer", "waiting", "ward", "wards",
        "waste", "water", "welfare", "well", "wellbeing", "west", "western", "whole", "wide", "winter", "women",
        "work", "worker", "workers", "workforce", "workplace", "works", "world", "yes", "young", "youth",
    ]
)  # fmt: skip
LITTLE, MUCH = 1.0, 3.0
WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
YEAR = re.compile(
    r"\b(?P<first>(?:19|20)\d\d)(?:\s?(?:[/–—-]|to)\s?(?P<last>(?:19|20)?\d\d)(?:/\d\d)?)?(?![\d/]\d)\b", re.IGNORECASE
)
MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
# A day or a month is when something was, not which year's business it is.
DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:{MONTHS}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
    r"\.?\s+(?:19|20)\d\d\b",
    re.IGNORECASE,
)
# Reports that come again and again: two of them are two businesses, however alike they are worded.
RECURRING = re.compile(
    r"\b(performance (report|monitor\w*|scorecard|score card|dashboard|update|indicators)|score ?card|"
    r"risk (register|report)|"
    r"(finance|financial|budget|revenue|capital|treasury)\W+(\w+ ){0,3}"
    r"(monitor\w*|report|outturn|update|position|forecast)|"
    r"outturn|treasury management|work ?programme|forward plan|annual (business )?report|member updates?|"
    r"(verbal|oral) (update|report)s?|leader.s report|quarterly \w+ report|matters arising|announcements)\b",
    re.IGNORECASE,
)
# Whose the paper is, and not what it is about.
ANNUAL = re.compile(r"\bannual report\b", re.IGNORECASE)
DEPARTMENT = re.compile(
    r"\b(?:children['’]?s|childrens|adult|adult social care|adults['’]?)\s+services?\b|\bportfolio\s*[:–-].*$",
    re.IGNORECASE,
)
PERIODS = (
    re.compile(r"\b(?:q(?:uarter|tr)?\s?[1-4]|(?:first|second|third|fourth)\s+quarter)\b", re.IGNORECASE),
    re.compile(r"\b(?:p|period|month)\s?\d{1,2}\b", re.IGNORECASE),
)
NUMBERED = re.compile(
    r"\b(phase|stage|tranche|lot|wave|part|zone|area|round|batch|package|plan|policy|scheme|motion|division)\s+"
    r"(\d+|[a-d]\b|i{1,3}v?\b|one|two|three|four|five)",
    re.IGNORECASE,
)


MARKS = "‘’'\"“”.,;:!?()[]–-"


def bare(word: str) -> str:
    """A word without the marks around it."""
    return word.strip(MARKS)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word in small letters without its ending, so that forms of one word are one.

    >>> stem("Children’s"), stem("Nurseries"), stem("centres"), stem("supporting"), stem("expanded")
    ('children', 'nursery', 'centre', 'support', 'expand')
    """
    word = re.sub(r"['’ʼ]s?$|['’ʼ]", "", word.casefold())
    if word.endswith("ies") and len(word) > 5:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 5:
            return word[: -len(ending)]
    return "children" if word == "children" else word


_SILENT = SILENT | {stem(word) for word in SILENT}
_COMMON = COMMON | {stem(word) for word in COMMON}


def weight(word: str) -> float:
    """How much a stemmed word tells: 0, LITTLE or MUCH."""
    if word in _COMMON:
        return LITTLE
    if word in _SILENT or len(word) < 3:
        return 0.0
    return MUCH


def telling(text: str, without: frozenset[str] = frozenset()) -> dict[str, float]:
    """The words of a text that tell what it is about, in order, each with its weight; years are left out.

    `without` are words that tell nothing in this council's papers, such as its own name.

    >>> telling("Proposals relating to the future of Fernhill Nursery School")
    {'fernhill': 3.0, 'nursery': 1.0, 'school': 1.0}
    >>> telling("Cabinet decisions since the last report to the Council"), telling("Wexcombe", frozenset(["wexcombe"]))
    ({}, {})
    """
    return {stem(word): told for word, told in telling_words(text, without).items()}


def telling_words(text: str, without: frozenset[str] = frozenset()) -> dict[str, float]:
    """The same with the words as they are printed, in small letters.

    >>> telling_words("Expanding Fernhill School")
    {'expanding': 1.0, 'fernhill': 3.0, 'school': 1.0}
    """
    words = WORD.findall(DEPARTMENT.sub(" ", YEAR.sub(" ", text)))
    stems = {stem(word): word.casefold() for word in reversed(words)}
    return {stems[key]: weight(key) for key in reversed(stems) if key not in without and weight(key)}


def years(text: str) -> tuple[int, int] | None:
    """The first and the last year that a title names; None where it names none.

    >>> years("Integrated Plan 2016/17 - 2019/20"), years("Sufficiency Strategy 2022-2027"), years("Family hubs")
    ((2016, 2020), (2022, 2027), None)
    """
    found: list[int] = []
    for match in YEAR.finditer(DATE.sub(" ", text)):
        first, last = int(match["first"]), match["last"]
        found.append(first)
        if last:
            found.append(int(last) if len(last) == 4 else first // 100 * 100 + int(last))
    return (min(found), max(found)) if found else None


def periods(text: str) -> frozenset[str]:
    """The quarters and months of accounts that a title names.

    >>> sorted(periods("Finance report: P5 / Q2"))
    ['p5', 'q2']
    """
    found = (match[0].casefold() for pattern in PERIODS for match in pattern.finditer(text))
    ordinal = {"first": "q1", "second": "q2", "third": "q3", "fourth": "q4"}
    return frozenset(
        ordinal.get(said.split()[0], re.sub(r"^(q|p|m)\D*", r"\1", said)) if " " in said else said for said in found
    )


def numbered(text: str) -> dict[str, str]:
    """What a title counts: "Phase 2" is {"phase": "2"}.

    >>> numbered("Larch Hill, Phase 2")
    {'phase': '2'}
    """
    spelt = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "i": "1", "ii": "2", "iii": "3", "iv": "4"}
    return {m[1].casefold(): spelt.get(m[2].casefold(), m[2].casefold()) for m in NUMBERED.finditer(text)}
