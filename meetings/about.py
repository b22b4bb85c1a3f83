"""What each line of a paper is about, kept with the line: the heading it stands under, its references and its names.

Told for a whole paper at once, when it is published and whenever a paragraph of it is marked exempt or open, for the
heading of one line is read from another paragraph. What an exempt paragraph says tells nothing of an open line.
"""

from __future__ import annotations

from meetings.headings import OF_ONE_MATTER, Item, Line, Outline
from meetings.models import Entry, PersonName
from meetings.names import name_key
from meetings.proper_names import key_of, names_in
from meetings.references import field_reference, labelled_in, references_in
from meetings.subject import silent_words
from reports.models import Document, Finding

# In whose words a fact says what it is about; the first that it has counts as its text.
TEXTS = ("text", "title", "subject")
# How far into a paper its own fields stand, in paragraphs.
FRONT = 30
MOST = 20


def tell(document: Document) -> list[Entry]:
    """Keep of each line of a paper what it is about; those that changed."""
    lines = Entry.objects.filter(finding__document=document).select_related("finding__passage")
    outlines = _Outlines(document)
    told = {entry: _told(entry, outlines.of(entry.finding)) for entry in lines.order_by("finding__ordinal")}
    people = _people(document, {name for _, _, names in told.values() for name in names})
    changed = []
    for entry, (about, references, names) in told.items():
        names = [name for name in names if name_key(name) not in people][:MOST]
        if (about, references, names) != (entry.about, entry.references, entry.names):
            entry.about, entry.references, entry.names = about, references, names
            changed.append(entry)
    Entry.objects.bulk_update(changed, ["about", "references", "names"], batch_size=500)
    return changed


def _told(entry: Entry, outline: Outline) -> tuple[str, list[str], list[str]]:
    """What one line is about, its references and the keys of the names in it."""
    finding, stated = entry.finding, entry.finding.stated
    is_open, is_planned = not finding.exempt, entry.sort == Entry.Sort.PLANNED
    place, item = finding.passage.ordinal, str(stated.get("item") or "")
    about = "" if is_planned else outline.above(place, is_open, item)[:300]
    text = next((stated[name] for name in TEXTS if stated.get(name)), "")
    said = "\n".join(filter(None, [about, text, finding.quote]))
    references = [*field_reference(stated.get("reference") or ""), *references_in(said)]
    if not references and not is_planned:
        references = _printed_beside(outline, place, is_open)
    names = [key_of(name) for part in (about, text) for name in names_in(part, outline.without)]
    return about, list(dict.fromkeys(references))[:MOST], list(dict.fromkeys(names))


def _people(document: Document, names: set[str]) -> set[str]:
    """Which names are members' and officers': they tell who, not what."""
    keys = {name_key(name) for name in names}
    known = PersonName.objects.filter(council=document.council, key__in=keys) if keys else PersonName.objects.none()
    return set(known.values_list("key", flat=True))


def _printed_beside(outline: Outline, ordinal: int, is_open: bool) -> list[str]:
    """The one reference that a paper about one thing prints on its front, or an item of minutes beside its title."""
    if outline.kind in OF_ONE_MATTER and len(outline.items) < 2:
        lines = outline.lines[:FRONT]
    else:
        lines = outline.section(ordinal)
    readable = [line for line in lines if line.is_open or not is_open]
    found = {reference for line in readable for reference in labelled_in(line.text)}
    return list(found) if len(found) == 1 else []


class _Outlines:
    """The outlines of a document: of each paper of a pack, or of the one paper that it is."""

    def __init__(self, document: Document) -> None:
        passages = document.passages.order_by("ordinal").values_list("ordinal", "text", "label", "style", "part")
        is_closed = document.wholly_exempt
        self.lines = [
            Line(ordinal, text, label, style, part == "open" and not is_closed)
            for ordinal, text, label, style, part in passages
        ]
        self.items = sorted(_items(document), key=lambda item: item.start)
        self.without = silent_words(document.council.name if document.council else document.council_name)
        self.whole = Outline(document.kind, document.title, self.lines, self.items, self.without)
        self.papers = [(paper.first, paper.last, self._of_paper(paper)) for paper in document.papers]

    def of(self, finding: Finding) -> Outline:
        place = finding.passage.ordinal
        return next((outline for first, last, outline in self.papers if first <= place <= last), self.whole)

    def _of_paper(self, paper) -> Outline:
        lines = [line for line in self.lines if paper.first <= line.ordinal <= paper.last]
        items = [item for item in self.items if paper.first <= item.start <= paper.last]
        # The title of a paper that begins in a closed part may say too much.
        title = paper.title if lines and lines[0].is_open else ""
        return Outline(paper.kind, title, lines, items, self.without)


def _items(document: Document) -> list[Item]:
    found = document.findings.filter(fact="AgendaItem").confirmed().select_related("passage")
    return [
        Item(
            finding.passage.ordinal,
            str(finding.stated.get("number") or ""),
            finding.stated["title"],
            not finding.exempt and finding.stated.get("part") != "exempt",
        )
        for finding in found
    ]
