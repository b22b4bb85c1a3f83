"""The roles of reports.access, as groups."""

from django.db import migrations

ROLES = ["councillor", "scrutiny", "officer", "publisher", "cleared", "administrator"]


def make(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    for name in ROLES:
        Group.objects.get_or_create(name=name)


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_initial"), ("auth", "0012_alter_user_first_name_max_length")]

    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
