"""Votes that name people can be found by them."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.db import migrations, models
from django.db.migrations.operations.special import RunPython

from meetings.names import name_key

SIDES = ("names_for", "names_against", "names_abstained")


def fill(apps, schema_editor) -> None:
    for name in ("Decision", "Amendment"):
        model = apps.get_model("meetings", name)
        for row in model.objects.exclude(**{side: [] for side in SIDES}).iterator():
            names = [one for side in SIDES for one in getattr(row, side)]
            voters = sorted({key for one in names if (key := name_key(one))})
            model.objects.filter(pk=row.pk).update(voters=voters)


def voters():
    return django.contrib.postgres.fields.ArrayField(
        models.CharField(max_length=200), blank=True, default=list, editable=False, size=None
    )


class Migration(migrations.Migration):
    dependencies = [("meetings", "0007_progress")]

    operations = [
        migrations.AddField("amendment", "voters", voters()),
        migrations.AddField("decision", "voters", voters()),
        migrations.AddIndex(
            "amendment", django.contrib.postgres.indexes.GinIndex(fields=["voters"], name="amendment_voters")
        ),
        migrations.AddIndex(
            "decision", django.contrib.postgres.indexes.GinIndex(fields=["voters"], name="decision_voters")
        ),
        RunPython(fill, RunPython.noop, elidable=True),
    ]
