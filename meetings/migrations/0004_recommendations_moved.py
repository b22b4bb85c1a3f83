"""Recommendations become entries, which have dates, matters and progress. Their ids stay."""

from django.db import migrations
from django.db.migrations.operations.special import RunPython

LONGEST = 140


def move(apps, schema_editor) -> None:
    before, now = (apps.get_model("meetings", name) for name in ("RecommendationBefore", "Recommendation"))
    for old in before.objects.select_related("meeting").iterator():
        meeting = old.meeting
        now.objects.create(
            id=old.id, council_id=old.council_id, finding_id=old.finding_id, sort="recommendation",
            title=shortened(old.text), meeting=meeting, committee_id=meeting and meeting.committee_id,
            date=meeting and meeting.date, printed_date=meeting.held_on if meeting else "",
            precision=precision(meeting), label=old.label, text=old.text, verb=old.verb,
        )  # fmt: skip


def shortened(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def precision(meeting) -> str:
    return {10: "day", 7: "month", 4: "year"}.get(len(meeting.held_on), "month") if meeting else "none"


class Migration(migrations.Migration):
    dependencies = [("meetings", "0003_matters")]

    operations = [
        RunPython(move, RunPython.noop),
        migrations.DeleteModel("RecommendationBefore"),
    ]
