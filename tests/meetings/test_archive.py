"""The made-up archive: as many lines as were asked for, the same for the same seed, all as the register has them."""

import pytest
from django.core.management import CommandError, call_command

from meetings.models import CallIn, Decision, Entry, Link, Matter, PlannedDecision
from reports.models import Document, Finding, Passage
from tests import factories, kept

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(capsys) -> str:
    """What making an archive of 600 lines says."""
    call_command("make_archive", 600, seed=5)
    return capsys.readouterr().out


def test_it_has_as_many_lines_as_were_asked_for_and_says_of_what_sort(told):
    assert "600 lines" in told
    assert Entry.objects.count() == 600
    sorts = set(Entry.objects.values_list("sort", flat=True))
    assert sorts == set(Entry.Sort.values)
    assert all(f"{Entry.objects.filter(sort=sort).count()} {sort}" in told for sort in sorts)


def test_every_line_stands_in_a_published_paper_and_was_confirmed(told):
    cleared, councillor = factories.user("cleared"), factories.user("councillor")

    assert Entry.objects.visible_to(cleared).count() == 600
    closed = 600 - Entry.objects.visible_to(councillor).count()
    assert 0 < closed < 120
    assert not Document.objects.exclude(state="published").exists()
    assert not Finding.objects.exclude(verdict="accepted").exists()


def test_a_line_of_an_exempt_paragraph_is_exempt_with_its_finding(told):
    findings = Finding.objects.filter(exempt=True)

    assert findings.exists()
    assert not findings.exclude(passage__part="exempt").exists()
    assert not Finding.objects.filter(exempt=False, passage__part="exempt").exists()


def test_business_comes_back_in_matters_links_votes_call_ins_and_plans(told):
    assert Matter.objects.filter(entries__isnull=False).distinct().count() > 5
    assert set(Link.objects.values_list("answer", flat=True)) == {"confirmed", "proposed"}
    assert Decision.objects.filter(votes_for__gt=0).exists()
    assert CallIn.objects.exists()
    listed = PlannedDecision.objects.values_list("key", flat=True)
    assert len(set(listed)) < len(listed)


def test_the_database_goes_on_counting_where_the_archive_ended(told):
    last = Passage.objects.order_by("-pk").values_list("pk", flat=True)[0]

    assert factories.passage(factories.document()).pk > last


def test_the_same_seed_says_the_same():
    said, _ = kept.rows_of(titles)

    assert said == titles()
    with pytest.raises(CommandError, match="--seed 9"):
        call_command("make_archive", 30, seed=8)


def titles() -> list[tuple]:
    call_command("make_archive", 30, seed=8)
    return list(Entry.objects.order_by("pk").values_list("pk", "title", "date"))


def test_made_up_papers_are_refused_in_a_real_register(settings):
    settings.LOCAL = False

    with pytest.raises(CommandError, match="DEMO=1"):
        call_command("make_archive", 10)

    assert not Entry.objects.exists()


def test_an_archive_of_nothing_is_refused():
    with pytest.raises(CommandError, match="at least 1"):
        call_command("make_archive", 0)
