"""A record that is a form: one decision with its fields, or a form for each item of a meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.reading.declarations import WHO, declared
from reports.reading.facts import AgendaItem, Decision, Declaration, Event, Fact, PlannedDecision
from reports.reading.kinds.decision_record_setting import Setting, outcome_in
from reports.reading.names import person_in, without_title
from reports.reading.record_answers import answer_in, day_in, reference_in, says_nothing
from reports.reading.record_fields import Field
from reports.reading.sentences import one_line, source_of
from reports.reading.votes import vote_in

Record = dict[str, Field]

# "Family hubs (agenda item 7)", "Agenda item 7: Family hubs", "7. Family hubs".
ITEM_BEHIND = re.compile(
    r"\s*[(\[]\s*(?:agenda\s+)?item\s+(?:no\.?\s*)?(?P<number>\d{1,3}[A-Za-z]?)\s*[)\]]\W*$", re.IGNORECASE
)
ITEM_BEFORE = re.compile(
    r"^\W*(?:agenda\s+)?item\s+(?:no\.?\s*)?(?P<number>\d{1,3}[A-Za-z]?)\s*[:.–-]+\s*", re.IGNORECASE
)
# The clerk's note below an item: "(The decision on this item may be called in by the Select Committee)".
CALLED_IN = re.compile(r"^\W*(?:the\s+)?(?:above\s+)?decisions?\b.{0,60}\bcalled[\s-]?in\b", re.IGNORECASE)
CLOSED = re.compile(
    r"^\W*(?:yes\b|exempt\b|closed\b|confidential\b|part\s+(?:2|ii|two|b)\b|wholly\b|private\b)", re.IGNORECASE
)
# Whose interest it is, where the field itself says that it was declared.
INTERESTED = re.compile(
    rf"^\W*{WHO}\s*(?:\([^)]{{1,60}}\))?\s*[,–—:-]?\s*(?:as\b|by\s+virtue\b|is\b|was\b|because\b|whose\b|being\b|has\b|due\b"
    r"|who\b|in\s+(?:item|relation|respect)\b)"
)
# The fields that give a day of the decision's own calendar.
CALENDAR = (("published", "Decision published"), ("call_in", "Call-in"), ("effective", "Decision takes effect"))


def facts_of(records: Sequence[Record], setting: Setting) -> list[Fact]:
    """The facts of all records; in a notice of several each is an item of business too."""
    found: list[Fact] = []
    for record in records:
        number, title = item_of(record)
        # A record of one decision is no list of a meeting's business.
        several = len(records) > 1 or bool(setting.is_meeting and number)
        if several and title:
            found.append(item(record, number, title, setting))
        found.append(decision(record, number if several else None, title, setting))
        found += declarations(record, number if several else None, whole_names(record))
        found += events(record)
        if setting.status == "proposed" and title and not several:
            found.append(planned(record, title, setting))
    return found


def item_of(record: Record) -> tuple[str | None, str | None]:
    """The number and the title of what a record is about."""
    told = record.get("title")
    title = first_words(told) if told else ""
    number = next((found["number"] for found in (ITEM_BEHIND.search(title), ITEM_BEFORE.match(title)) if found), None)
    if not number and "number" in record and (printed := re.match(r"\W*(\d{1,3}[A-Za-z]?)\b", record["number"].text)):
        number = printed[1]
    title = ITEM_BEFORE.sub("", ITEM_BEHIND.sub("", title)).strip(" .")
    return number, title or None


def first_words(told: Field) -> str:
    """A title: what stands beside the field's name, else the first paragraph below it."""
    if told.beside:
        return one_line(told.beside)
    return one_line(told.below[0].text) if told.below else ""


def item(record: Record, number: str | None, title: str, setting: Setting) -> AgendaItem:
    told = record["title"]
    closed = CLOSED.match(record["exempt"].text) if "exempt" in record else None
    return AgendaItem(
        committee=setting.committee,
        held_on=setting.held_on,
        number=number,
        title=title,
        part="exempt" if closed else told.first.part,
        source=source_of(told.first, title, basis=told.basis),
    )


def decision(record: Record, number: str | None, title: str | None, setting: Setting) -> Decision:
    told = record["decision"]
    text = told.text
    used = (told.heading, *told.below, *(each.heading for each in record.values()))
    return Decision(
        committee=setting.committee,
        decided_on=setting.decided_on or (setting.held_on if setting.status == "taken" else None),
        item=number or title,
        reference=reference(record),
        text=text,
        outcome=outcome_in(text, setting.status),
        status=setting.status,
        key_decision=key_decision(record),
        votes=vote_in(record["votes"].text) if "votes" in record else vote_in(text),
        decision_maker=setting.maker,
        reasons=words(record, "reasons"),
        alternatives=words(record, "alternatives"),
        conflicts=words(record, "conflicts"),
        dispensation=words(record, "dispensation"),
        source=source_of(told.first, told.first.text, *used, basis=told.basis),
    )


def reference(record: Record) -> str | None:
    """The decision's own reference, else the one by which the forward plan lists it."""
    fields = (record[name] for name in ("reference", "plan_reference") if name in record)
    return next((found for field in fields if (found := reference_in(field.text))), None)


def key_decision(record: Record) -> bool | None:
    """Whether it is a key decision by the field for that, else by the decision's sort."""
    fields = (record[name] for name in ("key_decision", "sort") if name in record)
    return next((answer for field in fields if (answer := answer_in(field.text)) is not None), None)


def words(record: Record, name: str) -> str | None:
    """What a field says, None where it is left empty."""
    text = record[name].text.strip() if name in record else ""
    kept = [line for line in text.split("\n") if re.search(r"\w", line) and not CALLED_IN.match(line)]
    return "\n".join(kept) or None


def whole_names(record: Record) -> str:
    """The fields in which a record gives the names of those who decide in full."""
    return "\n".join(record[name].text for name in ("maker", "signature", "present") if name in record)


def in_full(surname: str, names: str) -> str:
    """A name; for a surname alone the one whole name that ends with it, where the record prints one.

    >>> in_full("Brindle", "Councillor Agnes Brindle, Cabinet Member for Children")
    'Agnes Brindle'
    """
    found = (
        set(re.findall(rf"(?:[A-Z][\w.'’-]*[ ]+){{1,3}}{re.escape(surname)}\b", names)) if " " not in surname else set()
    )
    whole = {without_title(each) for each in found}
    return max(whole, key=len) if len({each[0] for each in whole}) == 1 else surname


def declarations(record: Record, number: str | None, names: str = "") -> list[Declaration]:
    """The interests that a record says were declared, each with its member where it names one.

    names: the record's lines that give names in full.
    """
    told = record.get("conflicts")
    if not told:
        return []
    found: list[Declaration] = []
    for paragraph, text in [(told.heading, told.beside), *((each, each.text) for each in told.below)]:
        if says_nothing(text) or not re.search(r"\w{3}", text):
            continue
        named: list[tuple[str | None, str]] = [*declared(text, titled=True)] or [(whose(text), text)]
        for name, said in named:
            who = in_full(without_title(name), names) if name else None
            source = source_of(paragraph, said, basis=told.basis)
            found.append(Declaration(name=who, item=number, text=said, source=source))
    return found


def whose(text: str) -> str | None:
    """The member with whom a declared interest begins: "Councillor Brindle, as a governor of the school."."""
    found = INTERESTED.match(text)
    return found["who"] if found and person_in(found["who"]) else None


def events(record: Record) -> list[Event]:
    """The days on which a decision was published, may be called in and takes effect."""
    found = []
    for name, said in CALENDAR:
        told = record.get(name)
        day = day_in(told.text.split("\n")[0]) if told else None
        if told and day:
            text = f"{said}: {one_line(told.text.split(chr(10))[0])}"
            found.append(Event(date=day, text=text, source=source_of(told.first, told.first.text, basis=told.basis)))
    return found


def planned(record: Record, title: str, setting: Setting) -> PlannedDecision:
    """A decision that is only proposed, as the plan of decisions lists it."""
    told, due, exempt = record["title"], record.get("due") or record.get("date"), record.get("exempt")
    return PlannedDecision(
        reference=reference(record),
        title=title,
        decision_maker=setting.maker,
        due_on=day_in(due.text) if due else None,
        key_decision=key_decision(record),
        exempt=one_line(exempt.text)
        if exempt and CLOSED.match(exempt.text) and exempt.heading.text.lower().startswith(("exempt", "confid", "part"))
        else None,
        contact=words(record, "contact"),
        source=source_of(told.first, title, basis=told.basis),
    )
