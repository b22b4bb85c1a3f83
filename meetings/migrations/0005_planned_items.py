"""Each listing of a planned decision gets the key of its item, which is known again from plan to plan."""

import uuid
from collections import defaultdict

import django.db.models.functions
from django.db import migrations, models
from django.db.migrations.operations.special import RunPython

from meetings.plan_items import Listed, key_of, reference_key, title_key

LATEST = 200


def fill(apps, schema_editor) -> None:
    planned = apps.get_model("meetings", "PlannedDecision")
    # Open lines and all lines: an exempt one does not bring open ones together.
    known = {"open": defaultdict(list), "all": defaultdict(list)}
    rows = planned.objects.select_related("finding__document").order_by(
        "council", "finding__document__date", "finding__document__published_at", "finding__ordinal"
    )
    for row in rows.iterator():
        exempt = row.finding.exempt or row.finding.document.wholly_exempt
        listed = Listed(row.title, row.reference, row.decision_maker, row.finding.document_id)
        signs = [(row.council_id, sign) for sign in signs_of(row)]
        others = [one for sign in signs for one in known["all" if exempt else "open"][sign][-LATEST:]]
        row.key = key_of(row.council_id, listed, others)
        planned.objects.filter(pk=row.pk).update(key=row.key)
        listed = Listed(row.title, row.reference, row.decision_maker, row.finding.document_id, row.key)
        for among in ["all"] if exempt else ["all", "open"]:
            for sign in signs:
                known[among][sign].append(listed)


def signs_of(row) -> set:
    words = sorted(title_key(row.title).split(), key=lambda word: (-len(word), word))[:3]
    return {f"title {word}" for word in words} | ({f"reference {reference_key(row.reference)}"} if row.reference else set())


class Migration(migrations.Migration):
    dependencies = [("meetings", "0004_recommendations_moved")]

    operations = [
        migrations.AddField(
            "planneddecision", "key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)
        ),
        migrations.AddIndex(
            "planneddecision",
            models.Index(django.db.models.functions.Upper("reference"), name="planned_reference"),
        ),
        RunPython(fill, RunPython.noop, elidable=True),
    ]
