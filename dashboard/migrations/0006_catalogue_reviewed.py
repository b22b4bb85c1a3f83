"""Takes the whole catalogue in: each measure's definition, and when definitions changed."""

from django.db import migrations

from dashboard import catalogue


def take_in(apps, schema_editor):
    catalogue.take_in(apps.get_model("dashboard", "Indicator"), apps.get_model("dashboard", "DefinitionChange"))


class Migration(migrations.Migration):
    dependencies = [("dashboard", "0005_figures_that_answer")]
    # Whoever goes back takes the columns away with the migration before.
    operations = [migrations.RunPython(take_in, migrations.RunPython.noop)]
