"""Pages of a long list that go on from a line, not from a number: what is entered meanwhile moves nothing.

An address says after which line its page begins (`after`) or before which it ends (`before`), by what the line is
ordered by. It is signed: what nobody was given is no place in the list, and shows its beginning.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.core.paginator import Page, Paginator
from django.core.signing import BadSignature, Signer
from django.db.models import F, Model, Q, QuerySet
from django.db.models.expressions import OrderBy

PLAIN = (str, int, bool, type(None))


class Unplaced(Exception):
    """No place in this order can be told by what a line is ordered by."""


@dataclass(frozen=True)
class Key:
    """One thing that a list is ordered by, as the rows have it under `name`; `empties` are its nulls, at the end."""

    name: str
    expression: Any
    descending: bool
    empties: bool

    def beyond(self, value: Any, backward: bool) -> Q | None:
        """The rows that stand further on than a value, towards the end or the beginning; None for no rows."""
        if value is None:
            return Q(**{f"{self.name}__isnull": False}) if backward else None
        further = Q(**{f"{self.name}__{'lt' if self.descending != backward else 'gt'}": value})
        return further | Q(**{f"{self.name}__isnull": True}) if self.empties and not backward else further

    def same(self, value: Any) -> Q:
        return Q(**{f"{self.name}__isnull": True}) if value is None else Q(**{self.name: value})


def keys_of(rows: QuerySet) -> list[Key]:
    """What rows are ordered by, at last their own id. Unplaced where a line's place cannot be told by that."""
    query = rows.query
    if any(one.contains_over_clause or one.contains_aggregate for one in query.annotations.values()):
        raise Unplaced("counted over all rows")
    order = [*(query.order_by or query.get_meta().ordering), "pk"]
    said = [part for item in order for part in _resolved(rows.model, item)]
    return [Key(f"key_{number}", *part) for number, part in enumerate(said)]


def _resolved(model: type[Model], item: Any) -> Iterator[tuple[Any, bool, bool]]:
    """(expression, whether it descends, whether it may be empty) of a part of an order."""
    if isinstance(item, str):
        descends, path = item.startswith("-"), item.removeprefix("-")
        for inner, is_nullable in _ordered_by(model, path):
            further_down = descends != inner.startswith("-")
            # PostgreSQL has the empty ones first where it goes down, which no list of ours wants.
            if is_nullable and further_down:
                raise Unplaced("empty ones first")
            yield F(inner.removeprefix("-")), further_down, is_nullable
    elif isinstance(item, OrderBy):
        if item.nulls_first:
            raise Unplaced("empty ones first")
        yield item.expression, item.descending, bool(item.nulls_last)
    else:
        yield item, False, False


def _ordered_by(model: type[Model], path: str) -> list[tuple[str, bool]]:
    """(path, whether it may be empty) of a path, or of what the model that it leads to is ordered by."""
    meta, field, is_nullable = model._meta, None, False
    for name in path.split("__"):
        try:
            field = meta.pk if name == "pk" else meta.get_field(name)
        except FieldDoesNotExist:
            return [(path, False)]
        is_nullable |= field.null
        if field.is_relation and name != field.attname:
            meta = field.related_model._meta
    if not field.is_relation or path.endswith(("_id", "pk")):
        return [(path, is_nullable)]
    inner = [name for name in meta.ordering if isinstance(name, str)] or ["pk"]
    return [(f"{'-' * name.startswith('-')}{path}__{name.removeprefix('-')}", is_nullable) for name in inner]


def parts_beyond(keys: list[Key], values: list[Any], backward: bool) -> list[Q]:
    """The rows beyond a line, in parts that follow each other, each of which an index on the first key can find."""
    first, value = keys[0], values[0]
    empty = Q(**{f"{first.name}__isnull": True})
    if not first.empties:
        return [_beyond(keys, values, backward) & _from(first, value, backward)]
    if value is None:
        rest = empty & _beyond(keys[1:], values[1:], backward)
        return [rest, ~empty] if backward else [rest]
    filled = Key(first.name, first.expression, first.descending, False)
    part = _beyond([filled, *keys[1:]], values, backward) & _from(filled, value, backward)
    return [part] if backward else [part, empty]


def _from(key: Key, value: Any, backward: bool) -> Q:
    return Q(**{f"{key.name}__{'lte' if key.descending != backward else 'gte'}": value})


def _beyond(keys: list[Key], values: list[Any], backward: bool) -> Q:
    found, same = Q(pk__in=[]), Q()
    for key, value in zip(keys, values, strict=True):
        further = key.beyond(value, backward)
        found = found if further is None else found | (same & further)
        same &= key.same(value)
    return found


class KeysetPage:
    """Some lines of a list, and the places before and after them."""

    def __init__(self, paginator: KeysetPaginator, lines: list[Model], *, earlier: bool, later: bool) -> None:
        self.paginator, self.object_list = paginator, lines
        self.before = paginator.place(lines[0]) if earlier and lines else ""
        self.after = paginator.place(lines[-1]) if later and lines else ""

    def __iter__(self) -> Iterator[Model]:
        return iter(self.object_list)

    def __len__(self) -> int:
        return len(self.object_list)

    def has_next(self) -> bool:
        return bool(self.after)

    def has_previous(self) -> bool:
        return bool(self.before)

    def has_other_pages(self) -> bool:
        return self.has_next() or self.has_previous()


class KeysetPaginator:
    """A list in pages of so many lines. `count` is how many there are, where that is known already."""

    def __init__(self, rows: QuerySet, per_page: int, count: int | None = None) -> None:
        self.keys = keys_of(rows)
        ordered = rows.order_by(*(rows.query.order_by or rows.query.get_meta().ordering), "pk")
        self.rows = ordered.annotate(**{key.name: key.expression for key in self.keys})
        self.fields = [self.rows.query.annotations[key.name].output_field for key in self.keys]
        self.per_page, self._count = per_page, count
        sorts = ",".join(type(field).__name__ for field in self.fields)
        self.signer = Signer(salt=f"{rows.model._meta.label} {sorts}")

    @property
    def count(self) -> int:
        if self._count is None:
            self._count = self.rows.order_by().count()
        return self._count

    def place(self, line: Model) -> str:
        """Where a line stands, for an address."""
        values = [getattr(line, key.name) for key in self.keys]
        return self.signer.sign_object([one if isinstance(one, PLAIN) else str(one) for one in values])

    def values(self, place: str) -> list[Any] | None:
        """What a line at this place is ordered by; None for what is no place."""
        try:
            said = self.signer.unsign_object(place)
            return [None if one is None else field.to_python(one) for field, one in zip(self.fields, said, strict=True)]
        except (BadSignature, ValueError, TypeError, ValidationError):
            return None

    def page(self, asked: Mapping[str, Any]) -> KeysetPage:
        """The page that an address asks for by `after`, `before` or an old page number; else the first."""
        if values := self.values(asked.get("after") or ""):
            lines = self._beyond(values, backward=False)
            return self._found(lines, earlier=True) if lines else self.last()
        if values := self.values(asked.get("before") or ""):
            lines = self._beyond(values, backward=True)
            whole = len(lines) > self.per_page
            shown = lines[: self.per_page][::-1]
            return KeysetPage(self, shown, earlier=True, later=True) if whole else self.first()
        return self.numbered(asked.get("page"))

    def first(self) -> KeysetPage:
        return self._found(list(self.rows[: self.per_page + 1]), earlier=False)

    def last(self) -> KeysetPage:
        lines = list(self.rows.reverse()[: self.per_page + 1])
        return KeysetPage(self, lines[: self.per_page][::-1], earlier=len(lines) > self.per_page, later=False)

    def numbered(self, page: Any) -> KeysetPage:
        """The page of an old address that says its number; the nearest where there is none of that number."""
        number = int(page) if isinstance(page, str) and page.isascii() and page.isdigit() and len(page) < 9 else 1
        if number <= 1:
            return self.first()
        start = (number - 1) * self.per_page
        if start >= self.count:
            return self.last()
        return self._found(list(self.rows[start : start + self.per_page + 1]), earlier=True)

    def _found(self, lines: list[Model], *, earlier: bool) -> KeysetPage:
        later = len(lines) > self.per_page
        return KeysetPage(self, lines[: self.per_page], earlier=earlier, later=later)

    def _beyond(self, values: list[Any], *, backward: bool) -> list[Model]:
        """One line more than a page has, from a place on in one direction."""
        rows = self.rows.reverse() if backward else self.rows
        lines: list[Model] = []
        for part in parts_beyond(self.keys, values, backward):
            if len(lines) <= self.per_page:
                lines += rows.filter(part)[: self.per_page + 1 - len(lines)]
        return lines


def page_of(rows: QuerySet, asked: Mapping[str, Any], per_page: int, count: int | None = None) -> KeysetPage | Page:
    """The page that an address asks for; by numbers where lines cannot be told apart by what they are ordered by."""
    try:
        return KeysetPaginator(rows, per_page, count).page(asked)
    except Unplaced:
        return Paginator(rows, per_page).get_page(asked.get("page"))
