"""Which council a document is of, by the document's own words.

>>> area_of("Wexcombe County Council"), area_of("London Borough of Wexcombe Park"), area_of("City of York Council")
('Wexcombe', 'Wexcombe Park', 'York')
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from reports.reading.paragraph import Paragraph

# English councils that run children's services, by the form of their names.
COUNTIES = (
    "Cambridgeshire, Derbyshire, Devon, Durham, East Sussex, Essex, "
    "Gloucestershire, Hampshire, Hertfordshire, Kent, Lancashire, "
    "Leicestershire, Lincolnshire, Norfolk, Nottinghamshire, Oxfordshire, "
    "Staffordshire, Suffolk, Surrey, Warwickshire, West Sussex, "
    "Worcestershire, Cumbria, Northamptonshire, North Yorkshire, Somerset, Dorset, Buckinghamshire"
)
CITIES = (
    "Birmingham, Bradford, Brighton and Hove, Bristol, Coventry, Derby, Hull, "
    "Leeds, Leicester, Liverpool, Manchester, Milton Keynes, "
    "Newcastle, Nottingham, Peterborough, Plymouth, Portsmouth, Salford, "
    "Sheffield, Southampton, Southend-on-Sea, Stoke-on-Trent, "
    "Sunderland, Wakefield, Wolverhampton, Westminster, Doncaster"
)
BOROUGHS = (
    "Barnsley, Blackburn with Darwen, Bolton, Bournemouth, Bracknell Forest, "
    "Bury, Calderdale, Darlington, Dudley, Gateshead, Halton, "
    "Hartlepool, Kirklees, Knowsley, Luton, Medway, Middlesbrough, Oldham, "
    "Poole, Reading, Redcar and Cleveland, Rochdale, Rotherham, "
    "Sandwell, Sefton, Slough, Solihull, South Tyneside, St Helens, Stockport, "
    "Stockton-on-Tees, Swindon, Tameside, Telford and Wrekin, "
    "Thurrock, Torbay, Trafford, Walsall, Warrington, Wigan, Windsor and Maidenhead, Wirral, Wokingham, Blackpool"
)
UNITARIES = (
    "Bath and North East Somerset, Bedford, Bournemouth Christchurch and Poole, Central Bedfordshire, Cheshire East, "
    "Cheshire West and Chester, Cornwall, Cumberland, East Riding of Yorkshire, "
    "Herefordshire, Isle of Wight, North East Lincolnshire, "
    "North Lincolnshire, North Northamptonshire, North Somerset, North Tyneside, Northumberland, Rutland, Shropshire, "
    "South Gloucestershire, West Berkshire, West Northamptonshire, "
    "Westmorland and Furness, Wiltshire, York, Isles of Scilly"
)
LONDON = (
    "Barking and Dagenham, Barnet, Bexley, Brent, Bromley, Camden, Croydon, Ealing, Enfield, Greenwich, Hackney, "
    "Hammersmith and Fulham, Haringey, Harrow, Havering, Hillingdon, Hounslow, Islington, Kensington and Chelsea, "
    "Kingston upon Thames, Lambeth, Lewisham, Merton, Newham, Redbridge, "
    "Richmond upon Thames, Southwark, Sutton, Tower Hamlets, "
    "Waltham Forest, Wandsworth"
)
FORMS = (
    ("{} County Council", COUNTIES), ("{} City Council", CITIES), ("{} Borough Council", BOROUGHS),
    ("{} Council", UNITARIES),
    ("London Borough of {}", LONDON),
)  # fmt: skip
# Short name to full name.
COUNCILS = {area.strip(): form.format(area.strip()) for form, areas in FORMS for area in areas.split(",")}

CAPITAL = r"[A-Z][A-Za-z'’.-]+"
LINK = r"(?:and|&|upon|on|of|the|with|AND|UPON|ON|OF|THE|WITH)"
NAME = rf"{CAPITAL}(?:\s+(?:{LINK}\s+){{0,2}}{CAPITAL}){{0,3}}"
# Words of a paper's title, which may be set in one heading with the council's name; no name has them further in.
PAPER_WORD = re.compile(
    r"\s+(?:key|forward|decisions?|cabinet|executive|agenda|minutes|report|notice|schedule|list|plan|record|committee|panel"
    r"|overview|scrutiny|children['’]?s|performance|budget|summons|meeting|officer)\b.*",
    re.IGNORECASE | re.DOTALL,
)
SORT = (
    r"(?i:county\s+borough|metropolitan\s+borough|metropolitan\s+district"
    r"|metropolitan|county|city|borough|district|unitary)"
)
FULL_NAME = re.compile(rf"\b(?P<area>{NAME})\s+(?P<sort>{SORT})\s+(?:Council|COUNCIL)\b")
OF_NAME = re.compile(
    rf"\b(?P<sort>(?:London|LONDON)\s+(?:Borough|BOROUGH)|(?:Royal|ROYAL)\s+(?:London\s+)?(?:Borough|BOROUGH)|(?:City|CITY))\s+(?:of|OF)"
    rf"\s+(?P<area>{NAME})(?P<council>\s+(?:Council|COUNCIL)\b)?"
)
SHORT_NAME = re.compile(
    r"\b(?P<area>"
    + "|".join(sorted(map(re.escape, COUNCILS), key=len, reverse=True))
    + r")(?P<council>\s+Council\b)?(?!\s+(?:Road|Street|Lane|Avenue))"
)
# Words that begin a sentence and no name.
NO_NAME = frozenset(
    [
        "a",
        "all",
        "and",
        "any",
        "as",
        "at",
        "because",
        "both",
        "but",
        "by",
        "each",
        "every",
        "following",
        "for",
        "from",
        "full",
        "her",
        "his",
        "how",
        "if",
        "in",
        "into",
        "is",
        "its",
        "leader",
        "local",
        "minutes",
        "new",
        "of",
        "officers",
        "on",
        "our",
        "since",
        "so",
        "that",
        "the",
        "their",
        "these",
        "this",
        "those",
        "to",
        "under",
        "until",
        "welcome",
        "when",
        "where",
        "which",
        "while",
        "with",
        "within",
        "your",
    ]
)
# A borough's or a city's own way of naming itself, where it stands alone: "BOROUGH OF WEXCOMBE".
BOROUGH_NAME = re.compile(
    rf"(?P<sort>(?:(?:Metropolitan|METROPOLITAN|County|COUNTY)\s+)?(?:Borough|BOROUGH|County|COUNTY|City|CITY))\s+(?:of|OF)"
    rf"\s+(?:the\s+|THE\s+)?(?P<area>{NAME})"
)
# A unitary council's name is known where it stands alone as a heading of the front page: "WEXCOMBE COUNCIL".
PLAIN_NAME = re.compile(rf"(?P<area>{NAME})\s+(?:Council|COUNCIL)")
NO_AREA = re.compile(
    r"\b(?:full|annual|county|city|borough|district|metropolitan|town|parish|youth|children|care|schools?|students?|the|agenda"
    r"|meeting|minutes|report|local|your|our|arts|community|executive|question|cabinet|legislative|privy)\b",
    re.IGNORECASE,
)
# "Wexcombe Council – Performance Report" and "Wexcombe Council | Cabinet" in a running head.
HEAD_PART = re.compile(r"\s+[–—|-]\s+|\s{3,}")
HEAD = 6  # paragraphs in which a name that stands alone is looked for
FRONT = 15  # paragraphs of a paper's front page, whose names weigh more
FRONT_WEIGHT = 5


def council_of(paragraphs: Sequence[Paragraph], heads: Sequence[str] = ()) -> str | None:
    """The council's full name: the one most often printed, front page and running heads counting more; None if none.

    Where only its area is named ("Rutland's children") the full name is that of the council that governs it.
    """
    for names in (full_names, short_names):
        counted: Counter[str] = Counter()
        if names is full_names:
            alone = (plain_name(each.text) for each in paragraphs[:HEAD] if not each.cells)
            running = (plain_name(part) for head in heads for part in HEAD_PART.split(head))
            counted.update({name: FRONT_WEIGHT for name in (*alone, *running) if name})
        for place, paragraph in enumerate(paragraphs):
            # Neighbouring cells are no one name: "Decision Notice | Wexcombe City Council".
            for name in (name for text in paragraph.cells or (paragraph.text,) for name in names(text)):
                counted[name] += FRONT_WEIGHT if place < FRONT else 1
        for head in set(heads):
            for name in names(head):
                counted[name] += FRONT_WEIGHT
        if counted:
            return best(counted)
    return named_alone(paragraphs)


def named_alone(paragraphs: Sequence[Paragraph]) -> str | None:
    """The one plain name that fills a cell anywhere, as in an inspectorate's table of whom it inspected, or None."""
    found = {name for each in paragraphs for cell in each.cells if (name := plain_name(cell))}
    return found.pop() if len(found) == 1 else None


def best(counted: Counter[str]) -> str:
    """The name that weighs most; "Services Wexcombe County Council" counts for the name that it ends with.

    >>> best(Counter({"Services Wexcombe County Council": 5, "Wexcombe County Council": 1, "Devon County Council": 5}))
    'Wexcombe County Council'
    """
    whole: Counter[str] = Counter()
    for name, weight in counted.items():
        shorter = (other for other in [*counted, *COUNCILS.values()] if name.endswith(f" {other}"))
        whole[min(shorter, key=len, default=name)] += weight
    return whole.most_common(1)[0][0]


def full_names(text: str) -> Iterator[str]:
    """
    >>> list(full_names("At Wexcombe County Council and in the LONDON BOROUGH OF HACKNEY, the County Council said"))
    ['Wexcombe County Council', 'London Borough of Hackney']
    >>> list(full_names("London Borough of Marl Key Decision List. The London Borough of Marl."))
    ['London Borough of Marl', 'London Borough of Marl']
    """
    for found in FULL_NAME.finditer(text):
        words = found["area"].split()
        while words and words[0].lower() in NO_NAME:
            words.pop(0)
        if words:
            yield spelled(f"{' '.join(words)} {found['sort']} Council")
    for found in OF_NAME.finditer(text):
        if found["council"] or not found["sort"].lower().startswith("city"):
            area = PAPER_WORD.sub("", found["area"]).rstrip(".")
            yield spelled(f"{found['sort']} of {area}{found['council'] or ''}")
    for found in SHORT_NAME.finditer(text):
        if found["council"]:
            yield COUNCILS[found["area"]]


def plain_name(text: str) -> str | None:
    """A council's name that is all a line says.

    >>> plain_name("WEXCOMBE COUNCIL"), plain_name("Full Council"), plain_name("Wexcombe Council met")
    ('Wexcombe Council', None, None)
    >>> plain_name("BOROUGH OF WEXCOMBE"), plain_name("Borough of Wexcombe met")
    ('Borough of Wexcombe', None)
    """
    text = text.strip(" .,:")
    if named := BOROUGH_NAME.fullmatch(text):
        return None if NO_AREA.search(named["area"]) else spelled(text)
    found = PLAIN_NAME.fullmatch(text)
    return spelled(f"{found['area']} Council") if found and not NO_AREA.search(found["area"]) else None


def short_names(text: str) -> Iterator[str]:
    """
    >>> list(short_names("Rutland's children and Leeds Road"))
    ['Rutland Council']
    """
    for found in SHORT_NAME.finditer(text):
        yield COUNCILS[found["area"]]


def spelled(name: str) -> str:
    """A name with capitals where names have them.

    >>> spelled("DEVON COUNTY COUNCIL"), spelled("City  of York Council")
    ('Devon County Council', 'City of York Council')
    """
    words = name.split()
    return " ".join(spelled_word(word) for word in words)


def spelled_word(word: str) -> str:
    if word.lower() in {"and", "of", "on", "upon", "the", "with"}:
        return word.lower()
    return "-".join(part.capitalize() for part in word.split("-")) if word.isupper() and len(word) > 1 else word


def area_of(council: str | None) -> str | None:
    """A council's short name, by which its figures go."""
    if council is None:
        return None
    area = re.sub(r"^(?:(?:Royal\s+)?(?:London\s+)?Borough|City|Council)\s+of\s+(?:the\s+)?", "", council)
    return re.sub(rf"(?:\s+{SORT})?\s+Council$", "", area).strip() or None
