"""Takes the catalogue of measures, `dashboard/indicators.csv`, into the database."""

import csv
from pathlib import Path

from django.db import migrations

CATALOGUE = Path(__file__).resolve().parent.parent / "indicators.csv"
# What a measure had in the beginning; later migrations take in the rest.
COLUMNS = ("slug", "name", "unit", "polarity", "dfe_measure", "note")


def rows():
    with CATALOGUE.open(encoding="utf-8", newline="") as lines:
        return [{name: row[name] for name in COLUMNS} for row in csv.DictReader(lines)]


def take_in(apps, schema_editor):
    indicators = apps.get_model("dashboard", "Indicator").objects
    for row in rows():
        indicators.update_or_create(slug=row.pop("slug"), defaults=row)


def take_out(apps, schema_editor):
    indicators = apps.get_model("dashboard", "Indicator").objects
    indicators.filter(slug__in=[row["slug"] for row in rows()]).delete()


class Migration(migrations.Migration):
    dependencies = [("dashboard", "0001_initial")]
    operations = [migrations.RunPython(take_in, take_out)]
