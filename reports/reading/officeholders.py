"""Who holds which portfolio, and who sits on which board, as any paper tells it in passing.

Cllr R J Amberly, Cabinet Member for Education and Skills
Cabinet Member for Children's Services: Councillor Jo Field
Councillor Field represents the Council on the Harnford Safeguarding Partnership.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from reports.reading.bodies import bodies_in
from reports.reading.facts import Partnership, PortfolioHolder
from reports.reading.names import TITLE, Person, person_in
from reports.reading.paragraph import Paragraph
from reports.reading.sentences import one_line, printed, sentences, source_of

MEMBER = (
    r"(?:(?:Deputy|Assistant|Joint)\s+)?(?:(?:Executive|Cabinet|Lead|Lead\s+Cabinet)\s+(?:Member|Councillor)"
    r"|(?:Cabinet\s+)?Portfolio\s+Holder)"
)
# "Deputy Leader and Cabinet Member for Finance"
OFFICE = rf"(?:(?:Deputy\s+)?Leader(?:\s+of\s+the\s+Council)?\s*(?:,|and|&)\s*(?:the\s+)?)?(?P<role>{MEMBER})"
WORD = r"(?:[A-Z0-9][\w'’-]*)"
PORTFOLIO = (
    rf"(?P<portfolio>{WORD}(?:,?\s+(?:(?:and|&|of|for)\s+)?(?!(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr)\b){WORD}){{0,9}})"
)
FOR = r"\s*(?:\bfor\b|\bwith\s+responsibility\s+for\b|[-–:,])\s*(?:the\s+)?"
NAME = r"(?:[A-Z][\w'’.-]{0,30}\s+){0,4}[A-Z][\w'’-]{1,30}"
WHO = rf"(?P<name>(?:{TITLE}\s+){{0,2}}{NAME})"
TITLED = rf"(?P<name>(?:{TITLE}\s+){{1,2}}{NAME})"

# "Cllr R J Amberly, Cabinet Member for Education", "R J Amberly (Cabinet Member for Education)".
BEHIND = re.compile(
    rf"{WHO}\s*(?:,|\(|[-–])\s*(?:the\s+)?{OFFICE}\s+(?:for|with\s+responsibility\s+for)\s+(?:the\s+)?{PORTFOLIO}"
)
# "Cabinet Member for Education: Cllr R J Amberly", "the Cabinet Member for Education, Councillor Amberly".
BEFORE = re.compile(
    rf"{OFFICE}\s+(?:for|with\s+responsibility\s+for)\s+(?:the\s+)?{PORTFOLIO}\s*(?:[,:(–-]\s*)?{TITLED}"
)
# A field of a report's head: "Cabinet Member: Councillor Amberly (Education)", "Portfolio holder: Cllr Field, Skills".
FIELD = re.compile(
    rf"^\W*(?:(?:Lead|Relevant|Responsible)\s+)?{OFFICE}(?:\(?s\)?)?\s*:\s*{WHO}\s*(?:\(|,|[-–])\s*(?!{MEMBER}|Leader|Deputy){PORTFOLIO}"
)
HOLDS = re.compile(r"\b(?:Member|Councillor|Holder)\b")
# Nobody tells of a portfolio in a longer paragraph: what runs on is a list or a table.
LONGEST = 4000
SITS = re.compile(
    rf"{TITLED}\s+(?:also\s+|currently\s+|now\s+)?(?:chairs|sits\s+on|serves\s+on|is\s+(?:a|the|an?\s+\w+)\s+(?:member|chair|representative)\s+(?:of|on)"
    r"|represents?\s+the\s+(?:County\s+|City\s+|Borough\s+)?Council\s+(?:on|at))\s+(?:the\s+)?(?P<rest>[^.;]{5,120})"
)


def holders_in(paragraphs: Iterable[Paragraph], as_of: str | None) -> list[PortfolioHolder]:
    """Each holder of a portfolio that the paragraphs name, once; as_of is the day of the paper or of its meeting."""
    found: dict[tuple[str, str], PortfolioHolder] = {}
    for paragraph in paragraphs:
        for pattern, person, match in named_in(paragraph):
            portfolio = one_line(match["portfolio"]).strip(" ,-–")
            basis = printed(paragraph) if pattern is FIELD or paragraph.cells else "sentence"
            holder = PortfolioHolder(
                portfolio=portfolio,
                name=person.name,
                role=one_line(match["role"]),
                as_of=as_of,
                source=source_of(paragraph, one_line(match[0]), basis=basis),
            )
            found.setdefault((person.name.split()[-1], portfolio.lower()), holder)
    return list(found.values())


def named_in(paragraph: Paragraph) -> Iterator[tuple[re.Pattern[str], Person, re.Match[str]]]:
    """Each holder named in a paragraph; of a table's row a cell and the one beside it are read together."""
    cells: Sequence[str] = paragraph.cells
    texts = [f"{name.rstrip(' :')}: {value}" for name, value in pairwise(cells)] or [paragraph.text]
    for text in texts:
        if len(text) > LONGEST or not HOLDS.search(text):
            continue
        taken: list[tuple[int, int]] = []
        for pattern in (FIELD, BEHIND, BEFORE):
            for match in pattern.finditer(text):
                person = person_in(match["name"])
                if person and not any(match.start() < end and start < match.end() for start, end in taken):
                    taken.append(match.span())
                    yield pattern, person, match


def seats_in(paragraphs: Iterable[Paragraph]) -> list[Partnership]:
    """The boards and partnerships that a named member is said to sit on."""
    found: dict[tuple[str, str], Partnership] = {}
    for paragraph in paragraphs:
        for sentence in sentences(paragraph.text[:LONGEST]) if not paragraph.cells else ():
            match = SITS.search(sentence.text)
            person = person_in(match["name"]) if match else None
            boards = [body.name for body in bodies_in(match["rest"]) if body.sort == "board"] if match else []
            for board in boards if person else ():
                source = source_of(paragraph, sentence.text, basis="sentence")
                seat = Partnership(board=board, member=person.name if person else None, source=source)
                found.setdefault((board, person.name if person else ""), seat)
    return list(found.values())
