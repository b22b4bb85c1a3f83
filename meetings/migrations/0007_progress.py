"""Closing and reopening are kept among the notes of progress, and when a note was corrected."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('meetings', '0006_call_in_clock'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='progress',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='progress',
            name='update_update',
        ),
        migrations.RemoveConstraint(
            model_name='progress',
            name='progress_says_what',
        ),
        migrations.AddField(
            model_name='progress',
            name='corrected_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='progress',
            name='what',
            field=models.CharField(choices=[('noted', 'Noted'), ('closed', 'Marked as done'), ('reopened', 'Reopened')], default='noted', max_length=10),
        ),
        migrations.AddField(
            model_name='progressevent',
            name='corrected_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='progressevent',
            name='what',
            field=models.CharField(choices=[('noted', 'Noted'), ('closed', 'Marked as done'), ('reopened', 'Reopened')], default='noted', max_length=10),
        ),
        migrations.AlterField(
            model_name='progress',
            name='note',
            field=models.TextField(blank=True),
        ),
        migrations.AlterField(
            model_name='progressevent',
            name='note',
            field=models.TextField(blank=True),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='progress',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "meetings_progressevent" ("at", "by_id", "corrected_at", "entry_id", "evidence_elsewhere", "evidence_id", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "what") VALUES (NEW."at", NEW."by_id", NEW."corrected_at", NEW."entry_id", NEW."evidence_elsewhere", NEW."evidence_id", NEW."id", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."what"); RETURN NULL;', hash='c91dede7374171158a2cc94234b84cc8bc17190e', operation='INSERT', pgid='pgtrigger_insert_insert_d134b', table='meetings_progress', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='progress',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "meetings_progressevent" ("at", "by_id", "corrected_at", "entry_id", "evidence_elsewhere", "evidence_id", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "what") VALUES (NEW."at", NEW."by_id", NEW."corrected_at", NEW."entry_id", NEW."evidence_elsewhere", NEW."evidence_id", NEW."id", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."what"); RETURN NULL;', hash='3023dd65711994d4bf7eaace53e9403c49a4d3a4', operation='UPDATE', pgid='pgtrigger_update_update_a5241', table='meetings_progress', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='progress',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('what', 'noted'), _negated=True), models.Q(('note', ''), _negated=True), _connector='OR'), name='progress_says_what'),
        ),
    ]
