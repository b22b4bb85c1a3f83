"""What the cells and labelled lines of a forward plan say: what, who, when, key or not, open or not, whom to ask.

A cell may hold several paragraphs, each on a line of its own: a title, what is asked for, and tags.

    Family hubs: hours of opening
    To agree the hours of opening from September.
    Non Key
    Part exempt 3
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

from reports.reading.dates import MONTHS, WEEKDAY, dates_in
from reports.reading.plan_entries import AT_HEAD, IN_BRACKETS
from reports.reading.sentences import one_line
from reports.reading.yearless import dates_near

NOTHING = re.compile(
    r"(?:n/?a|none|nil|not\s+applicable|tb[cad]|to\s+be\s+(?:confirmed|advised"
    r"|decided))?",
    re.IGNORECASE,
)
KEY = re.compile(
    r"\W*(?P<no>non-?\s*|not\s+(?:a\s+)?|no\W+not\s+(?:a\s+)?)?key(?:\s+decision)?\W*(?:KD\d+)?\W*", re.IGNORECASE
)
YES = re.compile(r"\W*(?:yes|y|true|✓|✔)\b\W*|\W*[✓✔√]\W*", re.IGNORECASE)
NO = re.compile(r"\W*(?:no|n|false)\b\W*|[✗✘×xX]", re.IGNORECASE)
WHY_KEY = re.compile(
    r"£|\b(?:expenditure|spend\w*|savings?|significant|wards?|divisions?|communit\w+|financial|threshold)\b", re.I
)

SHUT = (
    r"(?:(?:part(?:ly|ially)?|fully|wholly)[\s-]*(?:exempt|private|confidential|closed|restricted)|exempt|private"
    r"|confidential|closed"
    r"|restricted|part\s+(?:ii|2|b|two)|not\s+for\s+publication|in\s+camera)"
)
OPEN = (
    r"(?:(?:fully\s+|wholly\s+)?open|public|unrestricted|non-?\s?(?:exempt|confidential)|not\s+(?:exempt"
    r"|confidential|private|restricted)|part\s+(?:i|1|a|one))"
)
TAG_OPEN = re.compile(rf"\W*{OPEN}(?:\s+(?:report|item|decision|session|meeting))?\W*", re.IGNORECASE)
PARAGRAPHS = r"(?:paragraphs?|paras?\.?|categor(?:y|ies))?\W*(?:\d\w?(?:\s*(?:,|&|and|/)\s*\d\w?)*)?"
TAG_SHUT = re.compile(
    rf"\W*(?P<words>{SHUT})(?:\s+(?:report|item|decision|session|appendix|appendices|meeting))?\W*{PARAGRAPHS}\W*",
    re.IGNORECASE,
)
SHUTS = re.compile(rf"\b{SHUT}\b|\bexempt(?:ion|ed)?\b|\bparagraphs?\s+\d", re.IGNORECASE)
DENIES = re.compile(rf"\b(?:no|not|nothing|none|non)\b[\s-]+(?:\w+\s+){{0,3}}{SHUT}", re.IGNORECASE)
IN_PRIVATE = re.compile(r"private|exempt|confidential|closed|restrict", re.IGNORECASE)
IN_PUBLIC = re.compile(r"^\W*(?:is\s+.{0,30}\b)?(?:open|public)\b|\bin\s+public\b", re.IGNORECASE)
SCHEDULE = re.compile(r"\bparagraphs?\s+\d\w?(?:\s*(?:,|and|&)\s*\d\w?)*", re.IGNORECASE)
BEHIND = re.compile(r"\s*[(\[](?P<tag>[^()\[\]]{4,60})[)\]]$")
LONGEST = 60
# A tag is a few words.
LONGEST_TAG = 120

NEW = re.compile(
    r"^\W*(?:new(?:\s+(?:item|entry))?|amended|updated|deferred|revised|moved)\b\s*[!:*–-]+\s*|[\s*–-]+(?:new!?"
    r"|\(new\))$",
    re.I,
)
# Where the words of what is asked for begin behind a title that is not set apart.
ASKS = re.compile(
    r"(?<=[\w)’'”\"?.%])[\s.:–-]+(?=(?:To\s+(?:seek|consider|approve|agree|receive|note|present|provide|update"
    r"|confirm|adopt|review"
    r"|recommend|determine|inform|report|delegate|award|ask|request|set|endorse|enter|decide|authorise|commence|obtain"
    r"|appoint|procure|extend|publish|outline|advise|accept|discuss)\b"
    r"|(?:This|The)\s+(?:report|decision|paper|item|proposal|purpose)\b|Reports?\s+(?:seek|set|on\b|to\b|detail"
    r"|present|provid)\w*"
    r"|(?:Cabinet|Members?|Council|Committee|The\s+\w+)\s+(?:is|are|will\s+be)\s+(?:asked|requested|invited"
    r"|recommended)\b"
    r"|Approval\s+(?:is|to|of|for)\b|Seeking\s+approval\b|Decision\s+(?:to|on|is)\b|For\s+\w+\s+to\s+(?:agree"
    r"|approve|consider|note)\b))"
)
MAIL = re.compile(
    r"\s*[(<\[]?(?:e-?mail|tel(?:ephone)?|phone|mob(?:ile)?|ext)\b\.?(?=\W*[\d\w.+-]*[\d@:])|\s*\S*@\S*"
    r"|\s*\(?\+?\d[\d\s()-]{5,}",
    re.I,
)
MONTH_ONLY = re.compile(rf"\W*(?P<month>{'|'.join(MONTHS)})\W*", re.IGNORECASE)
SPAN = re.compile(r"\bbetween\b|\bto\b|[-–—]|\buntil\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Matter:
    """What a cell says of a matter: its title and reference, and what its tags say of it, None for nothing."""

    title: str
    reference: str | None = None
    key: bool | None = None
    exempt: str | None = None
    is_open: bool = False


def matter_in(cell: str) -> Matter | None:
    """The matter of a cell; None where the cell names none.

    >>> matter_in("Family hubs\\nTo agree the hours.\\nNon Key\\nPart exempt 3")
    Matter(title='Family hubs', reference=None, key=False, exempt='Part exempt 3', is_open=False)
    >>> matter_in("KD2041 - School places 2024 To agree the plan for school places").title
    'School places 2024'
    """
    key: bool | None = None
    exempt: str | None = None
    is_open = False
    words: list[str] = []
    for line in (one_line(line) for line in cell.split("\n")):
        if len(line) > LONGEST_TAG:
            words.append(line)
        elif found := KEY.fullmatch(line):
            key = not found["no"]
        elif TAG_OPEN.fullmatch(line):
            is_open = True
        elif TAG_SHUT.fullmatch(line):
            exempt = line.strip(" .")
        elif not says_nothing(line):
            words.append(line)
    if not words:
        return None
    title, reference = without_reference(NEW.sub("", words[0]))
    title = title_of(title)
    if (behind := BEHIND.search(title)) and (shut := TAG_SHUT.fullmatch(behind["tag"])):
        title, exempt = title[: behind.start()], exempt or shut[0].strip()
    return Matter(title, reference, key, exempt, is_open) if re.search(r"[A-Za-z]{2}", title) else None


def says_nothing(text: str) -> bool:
    """
    >>> says_nothing(" - "), says_nothing("N/A."), says_nothing("Nil return")
    (True, True, False)
    """
    return NOTHING.fullmatch(text.strip(" \t\n.,:;-–—_*()[]")) is not None


def without_reference(text: str) -> tuple[str, str | None]:
    if found := AT_HEAD.match(text):
        return text[found.end() :], found["code"]
    if found := IN_BRACKETS.search(text):
        rest = f"{text[: found.start()]} {text[found.end() :]}"
        return one_line(rest), found["code"]
    return text, None


def title_of(text: str) -> str:
    """The title at the head of a text, without what is asked for.

    >>> title_of("School places 2024 to 2028 – To agree the plan."), title_of("To agree the school places plan")
    ('School places 2024 to 2028', 'To agree the school places plan')
    """
    text = re.sub(r"^(?:title|subject|decision|item|report)\s*:\s*", "", text, flags=re.IGNORECASE)
    if asks := ASKS.search(text):
        text = text[: asks.start()]
    if len(text) > 220 and (stop := re.search(r"[.;]\s", text)):
        text = text[: stop.start()]
    return text.strip(" .:;–-")


def key_in(text: str, heading: str = "") -> bool | None:
    """Whether a cell under a head such as "Key decision?" says that a decision is key; None where it does not say.

    >>> key_in("No"), key_in("Key"), key_in("Yes - expenditure over £500,000"), key_in("")
    (False, True, True, None)
    """
    text = one_line(text)
    if found := KEY.fullmatch(text):
        return not found["no"]
    if re.match(r"\W*(?:no\b|non-?\s?key|not\s+(?:a\s+)?key|n/a|N\b)", text, re.IGNORECASE):
        return False
    if YES.match(text) or re.match(r"\W*key\b", text, re.IGNORECASE) or WHY_KEY.search(text):
        return True
    reason = re.search(r"reason|criteria", heading, re.IGNORECASE)
    return True if reason and re.search(r"\w{3}", text) and not says_nothing(text) else None


def exempt_in(text: str, heading: str = "") -> str | None:
    """How a plan says that a matter is not wholly open, as printed; None for open ones and where nothing is said.

    >>> exempt_in("Part exempt\\n3"), exempt_in("Open"), exempt_in("Yes, paragraph 3", "Private?"), exempt_in("No")
    ('Part exempt 3', None, 'Yes, paragraph 3', None)
    """
    text = one_line(text).strip(" .-–")
    if says_nothing(text) or TAG_OPEN.fullmatch(text) or NO.fullmatch(text):
        return None
    if YES.fullmatch(text):
        return text if IN_PRIVATE.search(heading) and not IN_PUBLIC.search(heading) else None
    reason = re.search(r"reason|explanation", heading, re.IGNORECASE) and len(text) > 3
    yes = YES.match(text) and IN_PRIVATE.search(heading)
    shut = SHUTS.search(text) and not DENIES.search(text) and not NO.match(text)
    if not (reason or yes or shut):
        return None
    if len(text) <= LONGEST:
        return text
    said = SCHEDULE.search(text) or re.search(SHUT, text, re.IGNORECASE)
    return said[0] if said else "Private"


def due_in(text: str, written: str | None) -> str | None:
    """When a decision is due, as precise as printed; a span within one month is that month, else its first day.

    >>> due_in("Not before 4 March 2026", None), due_in("Between 1 and 31 March 2026", None), due_in("June 2026", None)
    ('2026-03-04', '2026-03', '2026-06')
    """
    text = one_line(text)
    found = dates_near(text, written)
    if not found:
        month = MONTH_ONLY.fullmatch(text)
        near = dates_near(f"in {month['month']}", written) if month else []
        year = re.fullmatch(r"\D{0,20}(20\d\d)\D{0,3}", text)
        return near[0].iso if near else year[1] if year else None
    first = found[0]
    if len(found) > 1 and first.precision == found[1].precision == "day" and first.iso[:7] == found[1].iso[:7]:
        last = found[1].iso
        whole = monthrange(int(last[:4]), int(last[5:7]))[1] == int(last[8:])
        if first.iso.endswith("-01") and whole and SPAN.search(text[: found[1].end]):
            return first.iso[:7]
    return first.iso


def decider_in(text: str) -> str | None:
    """Who decides, as printed, without the day that may stand with it.

    >>> decider_in("Cabinet\\n12 May 2026"), decider_in("Lead Member for Children"), decider_in("TBC")
    ('Cabinet', 'Lead Member for Children', None)
    """
    lines = [line for line in text.split("\n") if not KEY.fullmatch(line)]
    text = one_line(" ".join(lines))
    for found in reversed(dates_in(text)):
        text = text[: found.start] + " " + text[found.end :]
    text = re.sub(rf"(?:\bon\s+)?{WEEKDAY}\s*$|\bnot\s+before\b|\bmeeting\s+on\b", "", text, flags=re.IGNORECASE)
    text = one_line(re.sub(r"\(\s*\)", "", text)).strip(" ,.:;–-")
    text = re.sub(r"^(?:by|the)\s+(?=[A-Z])", "", text)
    return None if says_nothing(text) or not re.search(r"[A-Za-z]{3}", text) else text


def contact_in(text: str) -> str | None:
    """Whom to ask: name and office, without telephone number and e-mail address.

    >>> contact_in("Jo Field, Head of Early Help jo.field@wexcombe.gov.uk"), contact_in("Tel: 01632 960001")
    ('Jo Field, Head of Early Help', None)
    """
    text = one_line(text)
    cut = MAIL.search(text)
    name = (text[: cut.start()] if cut else text).strip(" ,.:;–-(")
    return None if says_nothing(name) or not re.search(r"[A-Za-z]{3}", name) else name
