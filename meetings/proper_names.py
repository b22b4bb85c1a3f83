"""Proper names by which a business can be known again: a place, a school, a service in quotation marks, a plan.

What many papers name is left out: bodies, roles, people with a title, months, councils, inspectorates and laws.
"""

from __future__ import annotations

import re

from meetings.telling import MUCH, stem, telling, weight

CAPITAL = r"[A-Z][\w’'&-]*"
# Capitalised words, with the small ones that stand inside names: "Friends of Larch Hill", "St Anne's".
RUN = re.compile(rf"{CAPITAL}(?:(?:\s+(?:of|the|and|for|in|at|on|upon|with|&)){{0,2}}\s+(?:{CAPITAL}|\d{{1,2}}\b))*")
QUOTED = re.compile(r"(?:(?<=\s)|^|(?<=\())[‘“\"'](?P<words>[A-Z][^‘’“”\"]{3,60}?)[’”\"'](?=[\s.,;:)!?]|$)")
SENTENCE = re.compile(r"(?:(?<=[a-z\d)’'\"”]{2}[.!?])|(?<=[:;•])|\n)\s+(?=[\"'“‘(]*[A-Z])")
JOINING = {"of", "the", "and", "for", "in", "at", "on", "upon", "with", "&"}
TITLES = {
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "sir",
    "dame",
    "cllr",
    "councillor",
    "lord",
    "lady",
    "professor",
    "prof",
    "rev",
}
# A run with one of these is a body, a role, a law, an inspectorate or a document that every council has.
BODIES = frozenset(
    [
        "cabinet", "council", "councils", "committee", "committees", "panel", "panels", "board", "boards", "group",
        "subcommittee", "sub-committee", "forum", "assembly", "commission", "commissioners", "ccg", "ccgs", "nhs",
        "police", "ofsted", "cqc", "hmip", "hmi", "dfe", "department", "ministry", "government", "parliament",
        "minister", "secretary", "director", "directors", "officer", "officers", "head", "manager", "leader",
        "chairman", "chair", "chairwoman", "chairperson", "member", "members", "councillor", "councillors", "mayor",
        "commissioner", "inspectorate", "authority", "authorities", "portfolio", "act", "acts", "regulations",
        "regulation", "order", "code", "schedule", "paragraph", "section", "standing", "constitution", "rules",
        "judge", "court", "association", "federation", "university", "college", "conservative", "labour", "liberal",
        "democrat", "democrats", "green", "independent", "party", "appendix", "annex", "item", "report", "reports",
        "minutes", "agenda", "meeting", "part", "executive", "chief", "monitoring", "legal", "assistant", "deputy",
        "vice", "interim", "coordinator", "co-ordinator", "lead", "team", "teams",
    ]
)  # fmt: skip
EVERYWHERE = frozenset(
    """
    children's services|childrens services|children and young people|young people|adult care|adult services
    |adult social care|public health|social care|county hall|town hall|city hall|medium term financial strategy
    |medium term financial plan|equality impact assessment|equalities impact assessment|impact assessment|forward plan
    |key decision|annual report|work programme|local government|united kingdom|care leavers|children looked after
    |looked after children|children in care|child protection|early help|early years|special educational needs
    |special educational needs and disability|special educational needs and disabilities|social work|social workers
    |education health and care|dedicated schools grant|council tax|local government association|terms of reference
    |corporate plan|council plan|human resources|statistical neighbours|local education authority|free school meals
    |children's social care|childrens social care|corporate parenting|corporate parents|child sexual exploitation
    |family court|freedom of information|value for money|financial implications|legal implications|south east
    |judicial review|data protection|business case|full business case|outline business case|planning policy
    |foster carers|short breaks|special schools|school admissions|school places|free childcare|young carers
    |youth justice|mental health|domestic abuse|family support|home to school transport|early intervention
    |school transport|foster care|fostering and adoption|adoption services|children's homes|childrens homes
    |children with disabilities|disabled children|children with special educational needs
    |east of england|england and wales|house of commons|white paper|green paper|bank holiday|new year|virtual school
    """.replace("\n", " ").split("|")
)
_EVERYWHERE = frozenset(" ".join(stem(word) for word in name.split()) for name in EVERYWHERE)
SHOUTS = {"save", "halt", "stop", "keep", "ask", "re", "former", "old", "replac", "clos"}
LONGEST = 8
# Silent in a title, but the last word of many a name.
KEPT = {"service", "trust"}
COLOURED = (["White", "Paper"], ["Green", "Paper"])
PLANS = {"plan", "strategy", "programme", "framework", "charter", "pledge"}
INSPECTORATES = {"ofsted", "cqc", "hmip"}


def key_of(name: str) -> str:
    """What two printings of a name share.

    >>> key_of("The Fernhill  House"), key_of("St Anne’s Centre")
    ('fernhill house', 'st anne centre')
    """
    words = [stem(word) for word in re.findall(r"[^\W_]+(?:['’][^\W_]+)*", name)]
    return " ".join(words[1:] if words[:1] == ["the"] else words)[:100]


def names_in(text: str, without: frozenset[str] = frozenset()) -> list[str]:
    """The names that a text prints, as printed, in order, each once. `without` are words of the council's own name.

    >>> names_in("Cabinet approved the future of Fernhill House, and Mrs Amberly thanked the Head of Early Help.")
    ['Fernhill House']
    >>> names_in("The tender for the new 'Family Centre Service' was launched in May under the Children Act.")
    ['Family Centre Service']
    >>> names_in("FUTURE OF FERNHILL HOUSE")
    []
    """
    if text.isupper():
        return []
    found = [_trimmed(match["words"].split(), without) for match in QUOTED.finditer(text) if _is_name(match["words"])]
    for sentence in SENTENCE.split(text):
        found += _of_sentence(sentence, without)
    names = dict.fromkeys(" ".join(words) for words in found if len(words) > 1)
    if _is_title_case(text):
        # Its capitals say nothing.
        names = dict.fromkeys(name for name in names if is_own(key_of(name)))
    return list({key_of(name): name for name in reversed(names)}.values())[::-1]


def _is_title_case(text: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_]{4,}", text) if word.casefold() not in JOINING]
    return len(words) > 1 and sum(word[0].isupper() for word in words) >= 0.75 * len(words)


def _is_name(quoted: str) -> bool:
    """Whether what stands in quotation marks is a name and no sentence."""
    words = quoted.split()
    return 1 < len(words) <= LONGEST and all(word[:1].isupper() or word in JOINING for word in words)


def _of_sentence(sentence: str, without: frozenset[str]) -> list[list[str]]:
    found = []
    for run in RUN.finditer(sentence):
        before = sentence[: run.start()].split()
        if before and before[-1].strip("(.,‘'\"").casefold() in TITLES:
            continue
        for words in _apart(run[0].split()):
            words = _trimmed(words, without)
            if len(words) > 1 and not _is_everywhere(words) and _tells(words):
                found += [words, _core(words)]
    return found


def _apart(run: list[str]) -> list[list[str]]:
    """A run of capitals in its pieces, without those that name a body, a role or a law: Head of Early Help."""
    pieces: list[list[str]] = [[]]
    for word in run:
        if word in JOINING:
            pieces.append([word] if word == "of" else [])
        else:
            pieces[-1].append(word)
    kept, of_body = [], False
    for piece in pieces:
        is_of = piece[:1] == ["of"]
        words = piece[1:] if is_of else piece
        of_body = (bool(words) and (_names_a_body(words) or (is_of and of_body))) or (not words and of_body)
        if not of_body:
            kept.append(words)
    return kept


def _names_a_body(words: list[str]) -> bool:
    if stem(words[-1].strip(",")) in PLANS:
        # A plan that answers an inspectorate is no inspectorate.
        words = [word for word in words if word.casefold() not in INSPECTORATES]
    return any(stem(word.strip(",")) in _BODIES or word.casefold() in TITLES for word in words)


def _core(words: list[str]) -> list[str]:
    """What is left of a name without the common words at its end: Fernhill House Respite Centre is Fernhill House."""
    while len(words) > 1 and weight(stem(words[-1])) < MUCH:
        words = words[:-1]
    return words


_BODIES = BODIES | {stem(word) for word in BODIES}


def _trimmed(words: list[str], without: frozenset[str]) -> list[str]:
    """Without the words at either end that tell nothing, such as Proposals or the council's own name."""
    while words and (words[0] in JOINING or _tells_nothing(words[0], without)):
        words = words[1:]
    while words and (words[-1] in JOINING or _tells_nothing(words[-1], without)):
        if words[-2:] in COLOURED:
            break
        words = words[:-1]
    return words if len(words) <= LONGEST else []


def _tells_nothing(word: str, without: frozenset[str]) -> bool:
    """Whether a word at the edge of a name is none of it: a silent one, a number, what a campaign shouts."""
    bare = stem(word.strip("‘’'\"“”.,;:()"))
    if bare in KEPT:
        return False
    return bare in without or (weight(bare) == 0 and not bare.isdigit()) or bare.isdigit() or bare in SHOUTS


def _is_everywhere(words: list[str]) -> bool:
    return is_topic(" ".join(stem(word) for word in words))


def is_topic(stems: str) -> bool:
    """Whether stems are those of what every council does, such as short breaks.

    >>> is_topic("short break"), is_topic("family hub")
    (True, False)
    """
    return stems in _EVERYWHERE


def _tells(words: list[str]) -> bool:
    """Whether a name has a word of its own, or at least two that are common words each."""
    weights = telling(" ".join(words))
    return MUCH in weights.values() or len(weights) > 1


def is_own(name: str) -> bool:
    """Whether a name, by its key, has a word that few papers have: "fernhill house", not "family centre".

    >>> is_own("fernhill house"), is_own("family centre service")
    (True, False)
    """
    return any(weight(word) == MUCH for word in name.split())
