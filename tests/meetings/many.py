"""Many lines of the register at once, made as copies of one: what lists are counted with."""

from __future__ import annotations

import itertools
import uuid
from datetime import date, timedelta

from meetings.models import Entry, Meeting, MeetingRecord, Registered
from reports.models import Finding

_ordinals = itertools.count(1000)


def copies(row: Registered, count: int) -> None:
    """As many lines more that say the same, each with a finding of its own."""
    findings = Finding.objects.bulk_create(_copy(row.finding, ordinal=next(_ordinals)) for _ in range(count))
    if not isinstance(row, Entry):
        type(row).objects.bulk_create(_copy(row, finding=finding) for finding in findings)
        return
    for finding in findings:
        # What is planned is another item, or all would be listings of one.
        one = _copy(row, finding=finding, **({"key": uuid.uuid4()} if hasattr(row, "key") else {}))
        one.entry_ptr_id = one.pk
        one.save_base(force_insert=True)


def meetings(record: MeetingRecord, count: int) -> None:
    """As many other meetings of the same committee, each told of in the same paper."""
    findings = Finding.objects.bulk_create(_copy(record.finding, ordinal=next(_ordinals)) for _ in range(count))
    days = (date(2020, 1, 1) + timedelta(days=next(_ordinals)) for _ in range(count))
    held = Meeting.objects.bulk_create(_copy(record.meeting, held_on=day.isoformat(), date=day) for day in days)
    records = (_copy(record, finding=finding, meeting=meeting) for finding, meeting in zip(findings, held, strict=True))
    MeetingRecord.objects.bulk_create(records)


def _copy(row, **changed):
    same = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if not field.primary_key}
    kept = {name: value for name, value in same.items() if name.removesuffix("_id") not in changed}
    return type(row)(**{"id": uuid.uuid4(), **kept, **changed})
