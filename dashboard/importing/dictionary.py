"""The data dictionary of the local authority interactive tool: what each of its measures is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from dashboard.importing.notes import Notes
from dashboard.importing.periods import lait_period
from dashboard.importing.sheet import NotUnderstood, Sheet
from dashboard.models import DataSet, Indicator, OfficialMeasure, OfficialValue
from dashboard.official_series import indicator_for

LONG_TABLE = "lait"
CODE = ("measure_short",)
# The columns of a measure, and those of the dictionary that say it, the first that says something.
FIELDS = {
    "name": ("chart_title", "measure"),
    "topic": ("topic",),
    "unit": ("y_axis_name",),
    "year_type": ("year_type",),
    "definition": ("description",),
    "link": ("hyperlink(s)", "hyperlink", "hyperlinks"),
}
POLARITIES = {"high": Indicator.Polarity.HIGH, "low": Indicator.Polarity.LOW, "-": Indicator.Polarity.NEUTRAL}
NOT_SAID = ("", "na", "n/a")
MOST_DECIMALS = 6
TOLD = (*FIELDS, "polarity", "decimals")
TWICE = "{number:,} measures stand in it twice; of each the row updated last counts."


@dataclass
class Found:
    """What a dictionary says of each measure, by its code, and what that would change."""

    said: dict[str, dict[str, Any]] = field(default_factory=dict)
    new: list[OfficialMeasure] = field(default_factory=list)
    revised: list[OfficialMeasure] = field(default_factory=list)
    same: list[OfficialMeasure] = field(default_factory=list)
    examples: list[dict[str, str]] = field(default_factory=list)


def known_by(sheet: Sheet) -> bool:
    needed = (CODE, FIELDS["year_type"], FIELDS["definition"], ("polarity",))
    return all(sheet.column(*names) is not None for names in needed) and sheet.column("value") is None


def read(sheet: Sheet, notes: Notes) -> Found:
    """What the dictionary says, and which measures that makes new or changes."""
    found = Found(_said(sheet, notes))
    if not found.said:
        raise NotUnderstood("The dictionary has a heading but no measure below it. Download it again from the tool.")
    known = {one.code: one for one in OfficialMeasure.objects.filter(data_set=LONG_TABLE)}
    for code, said in found.said.items():
        one = known.get(code)
        if one is None:
            found.new.append(OfficialMeasure(data_set_id=LONG_TABLE, code=code, **said))
        elif was := {name: getattr(one, name) for name in TOLD if getattr(one, name) != said[name]}:
            found.revised.append(one)
            found.examples += [_example(one, name, before, said[name]) for name, before in was.items()]
        else:
            found.same.append(one)
    return found


def count(found: Found) -> None:
    """Keep what the dictionary says; where the year of a measure ends otherwise now, its values are dated anew."""
    DataSet.objects.get_or_create(
        slug=LONG_TABLE, defaults={"title": "Local authority interactive tool", "layout": DataSet.Layout.LAIT}
    )
    linkable = set(Indicator.objects.values_list("pk", flat=True))
    for one in found.new:
        slug = indicator_for(DataSet.Layout.LAIT, one.code)
        one.indicator_id = slug if slug in linkable else None
    OfficialMeasure.objects.bulk_create(found.new)
    otherwise = [one for one in found.revised if one.year_type != found.said[one.code]["year_type"]]
    for one in found.revised:
        for name, value in found.said[one.code].items():
            setattr(one, name, value)
    OfficialMeasure.objects.bulk_update(found.revised, TOLD, batch_size=200)
    date_again(otherwise)


def date_again(measures: list[OfficialMeasure]) -> None:
    """Date the values of measures of the long table by what their year type says now."""
    by_type: dict[str, list[int]] = {}
    for one in measures:
        by_type.setdefault(one.year_type, []).append(one.pk)
    for year_type, keys in by_type.items():
        values = OfficialValue.objects.filter(measure__in=keys).order_by()
        for printed in values.values_list("period", flat=True).distinct():
            if period := lait_period(printed, year_type):
                values.filter(period=printed).update(date=period.date, months=period.months)


def _said(sheet: Sheet, notes: Notes) -> dict[str, dict[str, Any]]:
    code_at, updated_at = sheet.column(*CODE), sheet.column("last update", "last_update")
    assert code_at is not None
    found: dict[str, tuple[str, dict[str, Any]]] = {}
    twice = 0
    for row in sheet.rows():
        if not any(cell.strip() for cell in row):
            continue
        notes.rows += 1
        if len(row) <= code_at or not row[code_at].strip():
            notes.left_out["they name no measure"] += 1
            continue
        code = row[code_at].strip()[:500]
        updated = row[updated_at].strip().zfill(10) if updated_at is not None and updated_at < len(row) else ""
        twice += code in found
        if code not in found or updated > found[code][0]:
            found[code] = updated, _described(sheet, row, code)
    if twice:
        notes.warnings.append(TWICE.format(number=twice))
    return {code: said for code, (_, said) in found.items()}


def _described(sheet: Sheet, row: list[str], code: str) -> dict[str, Any]:
    def cell(*names: str) -> str:
        found = (row[at].strip() for name in names if (at := sheet.column(name)) is not None and at < len(row))
        return next((text for text in found if text.casefold() not in NOT_SAID), "")

    said: dict[str, Any] = {name: _fitting(name, cell(*columns)) for name, columns in FIELDS.items()}
    decimals = cell("dps")
    said["name"] = said["name"] or code
    said["polarity"] = POLARITIES.get(cell("polarity").casefold(), "")
    said["decimals"] = min(int(decimals), MOST_DECIMALS) if decimals.isdecimal() else None
    return said


def _fitting(name: str, text: str) -> str:
    """A text that fits its column; a definition keeps its paragraphs."""
    if name == "definition":
        return text.replace("\r", "").replace("\0", "")
    return " ".join(text.split())[: OfficialMeasure._meta.get_field(name).max_length]


def _example(measure: OfficialMeasure, name: str, was: Any, now: Any) -> dict[str, str]:
    return {
        "measure": measure.name, "area": "", "period": name.replace("_", " "), "was": _short(was), "is": _short(now),
    }  # fmt: skip


def _short(said: Any) -> str:
    return str("" if said is None else said)[:120]
