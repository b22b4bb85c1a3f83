"""Takes the words that mean one thing, `reports/synonyms.txt`, into the database."""

from pathlib import Path

from django.db import migrations

WORDS = Path(__file__).resolve().parent.parent / "synonyms.txt"


def rows():
    lines = WORDS.read_text(encoding="utf-8").splitlines()
    return [[term.strip() for term in line.split("=")] for line in lines if line and not line.startswith("#")]


def take_in(apps, schema_editor):
    synonyms = apps.get_model("reports", "Synonyms").objects
    for terms in rows():
        synonyms.get_or_create(council=None, terms=terms)


def take_out(apps, schema_editor):
    apps.get_model("reports", "Synonyms").objects.filter(council=None, by=None).delete()


def printed(apps, schema_editor):
    """Nobody noted which short forms people set; those that a published paper explains so are that paper's."""
    acronyms = apps.get_model("reports", "Acronym").objects
    explained = apps.get_model("reports", "Document").objects.exclude(council=None).values_list("council", "acronyms")
    for council, meanings in explained.iterator():
        for letters, meaning in meanings.items():
            acronyms.filter(council=council, letters=letters[:20], meaning=meaning[:200]).update(printed=True)


class Migration(migrations.Migration):
    dependencies = [("reports", "0005_search_words")]
    operations = [
        migrations.RunPython(take_in, take_out),
        migrations.RunPython(printed, migrations.RunPython.noop),
    ]
