"""A reading as JSON: short, as people and other programs want it, or whole, as it passes from the child process."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from typing import Any, Union, get_args, get_origin, get_type_hints

from reports.reading.facts import FACTS, Fact, PlannedDecision, Problem, Source, Votes
from reports.reading.paragraph import Box, Paragraph
from reports.reading.reading import Enclosure, Flag, Reading

Json = dict[str, Any]

# The facts' names for what Python keeps for itself.
SPELLED = {"for_": "for"}


def as_json(reading: Reading) -> Json:
    """A reading as `manage.py read_document` prints it.

    Keys: kind, kind_label, title, council, date, pages, facts, problems, enclosures and flags.
    """
    return {
        "kind": reading.kind,
        "kind_label": reading.kind_label,
        "title": reading.title,
        "council": reading.council,
        "date": reading.date,
        "pages": reading.pages,
        "facts": [fact_json(fact) for fact in reading.facts],
        "problems": [
            {"message": problem.message, "source": {"page": problem.source.page, "paragraph": problem.source.paragraph}}
            for problem in reading.problems
        ],
        "enclosures": [
            {
                "kind": enclosure.kind,
                "item": enclosure.item,
                "title": enclosure.title,
                "date": enclosure.date,
                "pages": [enclosure.first_page, enclosure.last_page],
            }
            for enclosure in reading.enclosures
        ],
        "flags": [{"sort": flag.sort, "message": flag.message, "page": flag.page} for flag in reading.flags],
    }


def fact_json(fact: Fact) -> Json:
    """A fact with its sort, its fields and its source as page, paragraph, quote and basis."""
    written = stated(fact)
    if isinstance(fact, PlannedDecision):
        # The contract says whether it is exempt; the register keeps the words.
        written["exempt"] = None if fact.exempt is None else True
    source = {name: getattr(fact.source, name) for name in ("page", "paragraph", "quote", "basis")}
    return {"fact": type(fact).__name__, **written, "source": source}


def stated(fact: Fact) -> Json:
    """A fact's fields as the register keeps them, without its source."""
    written: Json = plain(fact)
    del written["source"]
    return written


def plain(value: Any) -> Any:
    """A dataclass as a dict, a tuple as a list, and so on down."""
    if is_dataclass(value) and not isinstance(value, type):
        return {SPELLED.get(each.name, each.name): plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    return value


def as_message(reading: Reading) -> Json:
    """The whole of a reading, nothing lost; `from_message` makes the same reading of it."""
    written: Json = plain(reading)
    written["facts"] = [{"fact": type(fact).__name__, **plain(fact)} for fact in reading.facts]
    return written


def from_message(message: Mapping[str, Any]) -> Reading:
    """The reading that a message carries; ValueError for a message that is not exactly one."""
    if not isinstance(message, dict):
        raise ValueError("a message is a JSON object")
    rest = dict(message)
    sent = rest.pop("facts", None)
    if not isinstance(sent, list):
        raise ValueError("facts: a list is wanted")
    reading = made(Reading, {**rest, "facts": []}, "reading")
    facts = tuple(made_fact(fact, f"facts[{number}]") for number, fact in enumerate(sent))
    return Reading(**{each.name: getattr(reading, each.name) for each in fields(Reading)} | {"facts": facts})


def made_fact(sent: Any, place: str) -> Fact:
    if not isinstance(sent, dict) or sent.get("fact") not in FACTS:
        raise ValueError(f"{place}: no fact of that name")
    found = made(FACTS[sent["fact"]], {name: value for name, value in sent.items() if name != "fact"}, place)
    assert isinstance(found, Fact)
    return found


def made(sort: type, sent: Any, place: str) -> Any:
    """A dataclass from its dict; every field of the right type, none unknown, none missing that must be there."""
    if not isinstance(sent, dict):
        raise ValueError(f"{place}: an object is wanted")
    types_of = get_type_hints(sort)
    known = {SPELLED.get(each.name, each.name): each for each in fields(sort)}
    if unknown := set(sent) - set(known):
        raise ValueError(f"{place}: unknown {', '.join(sorted(map(str, unknown)))}")
    wanted = {name for name, each in known.items() if each.default is MISSING and each.default_factory is MISSING}
    if missing := wanted - set(sent):
        raise ValueError(f"{place}: {', '.join(sorted(missing))} is missing")
    return sort(
        **{
            known[name].name: checked(types_of[known[name].name], value, f"{place}.{name}")
            for name, value in sent.items()
        }
    )


def checked(sort: Any, value: Any, place: str) -> Any:
    """A value of a field's type from its JSON; ValueError where it is of another."""
    origin, inner = get_origin(sort), get_args(sort)
    if origin in (Union, types.UnionType):
        return (
            None if value is None else checked(next(each for each in inner if each is not types.NoneType), value, place)
        )
    if origin is tuple:
        return checked_tuple(inner, value, place)
    if origin is dict:
        if not isinstance(value, dict) or not all(isinstance(part, str) for pair in value.items() for part in pair):
            raise ValueError(f"{place}: an object of texts is wanted")
        return dict(value)
    if sort in (Source, Box, Votes, Problem, Paragraph, Enclosure, Flag):
        return made(sort, value, place)
    if sort is float and type(value) in (int, float):
        return float(value)
    if type(value) is not sort:
        raise ValueError(f"{place}: {getattr(sort, '__name__', sort)} is wanted")
    return value


def checked_tuple(inner: tuple[Any, ...], value: Any, place: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise ValueError(f"{place}: a list is wanted")
    if inner[-1] is Ellipsis:
        return tuple(
            () if inner[0] is Fact else checked(inner[0], each, f"{place}[{number}]")
            for number, each in enumerate(value)
        )
    if len(value) != len(inner):
        raise ValueError(f"{place}: {len(inner)} values are wanted")
    return tuple(checked(sort, each, place) for sort, each in zip(inner, value, strict=True))
