"""The list of words that mean one thing: who may see it, and adding, changing, taking out and putting back."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from reports.models import Acronym, Council, Synonyms
from tests import factories

pytestmark = pytest.mark.django_db

LIST, NEW = reverse("reports:synonyms"), reverse("reports:new_synonyms")


def text(answer) -> str:
    return " ".join(answer.content.decode().split())


def change(row: Synonyms) -> str:
    return reverse("reports:change_synonyms", args=[row.pk])


def test_words_came_with_the_program(officer, client):
    assert "child protection plan = CP plan = CPP" in text(client.get(LIST))
    assert Synonyms.objects.filter(terms__contains=["UASC"]).exists()


def test_each_listed_word_stands_for_two_terms_or_more():
    rows = Synonyms.objects.values_list("terms", flat=True)

    assert all(len(terms) == len(set(terms)) >= 2 for terms in rows)


def test_an_officer_adds_words_for_every_council(officer, client):
    client.post(NEW, {"terms": "edge of care team\r\n  EOC   team \n\n", "council": ""})

    row = Synonyms.objects.get(by=officer)
    assert (row.terms, row.council) == (["edge of care team", "EOC team"], None)


def test_an_officer_adds_words_of_one_council(officer, client):
    published = factories.published()

    answer = client.post(NEW, {"terms": "hub\nfamily hub", "council": published.council_id}, follow=True)

    assert Synonyms.objects.get(by=officer).council == published.council
    assert "Searches now take these for one thing: hub = family hub." in text(answer)


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({"terms": ""}, "Enter the words, one on each line."),
        ({"terms": "one alone"}, "Enter two or more, one on each line."),
        ({"terms": "Twice\ntwice\n!!"}, "Enter two or more, one on each line."),
        ({"terms": f"a\n{'b' * 101}"}, "Enter at most 20"),
        ({"terms": "\n".join(f"word {n}" for n in range(21))}, "Enter at most 20"),
        ({"terms": "a\nb", "council": "nonsense"}, "Choose a council from the list."),
    ],
)
def test_what_cannot_be_kept_is_said_and_what_was_typed_stays(officer, client, said, error):
    answer = client.post(NEW, said)

    assert answer.status_code == 422
    assert error in text(answer)
    assert not Synonyms.objects.filter(by=officer).exists()


def test_words_are_changed_and_it_is_said_by_whom(officer, client):
    row = Synonyms.objects.create(terms=["a", "b"])
    assert 'rows="5"' in text(client.get(change(row)))
    assert "a\nb</textarea>" in client.get(change(row)).content.decode()

    client.post(change(row), {"terms": "a\nc"})

    row.refresh_from_db()
    assert (row.terms, row.by) == (["a", "c"], officer)
    assert list(row.events.order_by("pgh_id").values_list("terms", flat=True)) == [["a", "b"], ["a", "c"]]


def test_words_are_taken_out_and_put_back(officer, client):
    row = Synonyms.objects.create(terms=["alder", "birch"])

    page = text(client.post(reverse("reports:take_out_synonyms", args=[row.pk]), follow=True))
    assert "Taken out: alder = birch. You can put it back below." in page
    assert "Taken out by Person" in page
    assert not Synonyms.objects.in_use().filter(pk=row.pk).exists()
    assert client.get(change(row)).status_code == 404

    client.post(reverse("reports:put_back_synonyms", args=[row.pk]))
    assert Synonyms.objects.in_use().filter(pk=row.pk).exists()


def test_words_of_a_council_that_one_may_not_know_of_are_not_shown(officer, client):
    hidden = Council.objects.create(name="Hidden Council", short_name="Hidden")
    row = Synonyms.objects.create(council=hidden, terms=["alder", "birch"])

    assert "alder" not in text(client.get(LIST))
    assert "Hidden" not in text(client.get(NEW))
    assert client.get(change(row)).status_code == 404
    assert client.post(reverse("reports:take_out_synonyms", args=[row.pk])).status_code == 404


@pytest.mark.parametrize("terms", [[], ["alone"]])
def test_one_word_alone_is_no_synonym(terms):
    with pytest.raises(IntegrityError, match="synonyms_are_two_or_more"), transaction.atomic():
        Synonyms.objects.create(terms=terms)


def test_readers_know_nothing_of_the_list(client):
    client.force_login(factories.user("councillor"))

    assert {client.get(url).status_code for url in (LIST, NEW)} == {404}


def test_the_list_takes_the_same_queries_however_long_it_is(officer, client, django_assert_max_num_queries):
    Synonyms.objects.bulk_create(Synonyms(terms=[f"a{n}", f"b{n}"], by=officer) for n in range(200))

    with django_assert_max_num_queries(12):
        assert client.get(LIST).status_code == 200


def test_an_administrator_sets_short_forms_and_words_but_sees_none_of_an_exempt_part(client):
    somebody = factories.user("administrator")
    somebody.is_staff = somebody.is_superuser = True
    somebody.save()
    client.force_login(somebody)
    council = factories.published().council
    Acronym.objects.create(council=council, letters="ZZP", meaning="Zanzibar Panel", printed=True)
    Acronym.objects.create(council=council, letters="WSB", meaning="Wexcombe Board")

    page = text(client.get(reverse("admin:reports_council_change", args=[council.pk])))
    client.post(reverse("admin:reports_synonyms_add"), {"terms": "alder,birch", "council": ""})

    assert "Wexcombe Board" in page
    assert "Zanzibar" not in page
    assert Synonyms.objects.get(terms=["alder", "birch"]).by == somebody
