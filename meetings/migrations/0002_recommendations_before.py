"""Recommendations become entries: their table makes room, and 0003 moves the rows."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("meetings", "0001_initial")]

    operations = [migrations.RenameModel("Recommendation", "RecommendationBefore")]
