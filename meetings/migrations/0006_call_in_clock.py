"""Each decision says whether and until when it can be called in; those of before are counted by the usual rule."""

from collections import defaultdict

from django.db import migrations, models
from django.db.migrations.operations.special import RunPython

from meetings.calendar import callable_until
from meetings.executive import is_executive, settles_something
from meetings.publication import published_on

USUAL_DAYS = 5


def count(apps, schema_editor) -> None:
    decisions, events = (apps.get_model("meetings", name) for name in ("Decision", "Event"))
    open_days, all_days = defaultdict(set), defaultdict(set)
    stated = events.objects.filter(text__icontains="published", precision="day").filter(
        finding__document__kind="decision_record", finding__verdict__in=["accepted", "corrected"]
    )
    for event in stated.select_related("finding__document").iterator():
        finding, day = event.finding, published_on(event.text, event.date)
        if day is None:
            continue
        all_days[finding.document_id].add(day)
        if not finding.exempt and not finding.document.wholly_exempt:
            open_days[finding.document_id].add(day)
    for row in decisions.objects.select_related("committee", "finding__document").iterator():
        if not settles_something(status=row.status, procedural=row.procedural, outcome=row.outcome):
            continue
        committee = row.committee.name if row.committee else ""
        if not is_executive(committee, row.decision_maker, key=row.key_decision):
            continue
        exempt = row.finding.exempt or row.finding.document.wholly_exempt
        days = (all_days if exempt else open_days)[row.finding.document_id]
        until = callable_until(min(days), USUAL_DAYS) if len(days) == 1 else None
        decisions.objects.filter(pk=row.pk).update(can_be_called_in=True, callable_until=until)


class Migration(migrations.Migration):
    dependencies = [("meetings", "0005_planned_items")]

    operations = [
        migrations.AddField("decision", "can_be_called_in", models.BooleanField(default=False, editable=False)),
        migrations.AddField("decision", "callable_until", models.DateField(editable=False, null=True)),
        migrations.AddIndex(
            "decision",
            models.Index(
                condition=models.Q(("can_be_called_in", True)),
                fields=["callable_until"],
                name="decision_callable_until",
            ),
        ),
        RunPython(count, RunPython.noop, elidable=True),
    ]
