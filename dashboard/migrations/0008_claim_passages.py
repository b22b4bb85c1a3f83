"""The sentences that a claim rests on, beside the facts."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dashboard", "0007_official_measure_linked"),
        ("reports", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="claim",
            name="passages",
            field=models.ManyToManyField(related_name="claims", to="reports.passage"),
        ),
    ]
