"""Words and fields as all templates write them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory

from reports.templatetags import register as tags


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2018-02-07", "7 February 2018"),
        ("2016-03", "March 2016"),
        ("2015/16", "2015/16"),
        (date(2018, 2, 7), "7 February 2018"),
        (datetime(2018, 6, 30, 23, 30, tzinfo=UTC), "1 July 2018"),
        ("", "not stated"),
        (None, "not stated"),
        ("in due course", "in due course"),
    ],
)
def test_dates_are_written_for_people(value, words):
    assert tags.in_words(value) == words


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2018, 2, 7, 16, 5, tzinfo=UTC), "7 February 2018 at 4:05pm"),
        (datetime(2018, 2, 7, 0, 0, tzinfo=UTC), "7 February 2018 at 12:00am"),
        (datetime(2018, 6, 7, 11, 0, tzinfo=UTC), "7 June 2018 at 12:00pm"),
        (None, "not stated"),
    ],
)
def test_moments_are_written_in_the_time_of_the_place(moment, words):
    assert tags.at_time(moment) == words


def test_an_answer_that_is_not_stated_is_neither_yes_nor_no():
    assert [tags.yes_no(answer) for answer in (True, False, None)] == ["Yes", "No", "not stated"]


def test_nought_is_stated():
    assert [tags.stated(value) for value in (0, "", None, "Good")] == [0, "not stated", "not stated", "Good"]


@pytest.mark.parametrize(
    ("count", "noun", "words"),
    [
        (0, "decision", "no decisions"),
        (1, "decision", "1 decision"),
        (1234, "decision", "1,234 decisions"),
        (2, "inquiry,inquiries", "2 inquiries"),
    ],
)
def test_counts_agree_with_their_noun(count, noun, words):
    assert tags.counted(count, noun) == words


class Everything(forms.Form):
    name = forms.CharField(label="Name", help_text="As <printed>")
    note = forms.CharField(widget=forms.Textarea, required=False)
    sort = forms.ChoiceField(choices=[("a", "A & B"), ("c", "C")])
    one = forms.ChoiceField(choices=[("x", "X"), ("y", "Y")], widget=forms.RadioSelect)
    some = forms.MultipleChoiceField(choices=[("x", "X"), ("y", "Y")], widget=forms.CheckboxSelectMultiple)
    sure = forms.BooleanField()
    paper = forms.FileField()
    kept = forms.CharField(widget=forms.HiddenInput, required=False)


def field(name: str, form: forms.Form | None = None) -> str:
    return " ".join(str((form or Everything())[name].as_field_group()).split())


def test_a_field_has_label_hint_and_description():
    shown = field("name")

    assert '<label class="govuk-label" for="id_name">Name</label>' in shown
    assert '<div class="govuk-hint" id="id_name_helptext">As &lt;printed&gt;</div>' in shown
    assert 'class="govuk-input"' in shown
    assert 'aria-describedby="id_name_helptext"' in shown


def test_a_field_in_error_says_so_and_is_described_by_it():
    shown = field("name", Everything({}))

    assert "govuk-form-group--error" in shown
    assert '<span class="govuk-visually-hidden">Error:</span> This field is required.' in shown
    assert 'aria-describedby="id_name_helptext id_name_error"' in shown
    assert "govuk-input--error" in shown


@pytest.mark.parametrize(
    ("name", "classes"),
    [
        ("note", ["govuk-textarea"]),
        ("sort", ["govuk-select"]),
        ("one", ["govuk-radios", "govuk-radios__input", "govuk-fieldset__legend"]),
        ("some", ["govuk-checkboxes", "govuk-checkboxes__input", "govuk-fieldset__legend"]),
        ("sure", ["govuk-checkboxes__item", "govuk-checkboxes__input", "govuk-checkboxes__label"]),
        ("paper", ["govuk-file-upload"]),
    ],
)
def test_each_sort_of_field_looks_like_its_own(name, classes):
    shown = field(name)

    assert all(one in shown for one in classes)
    assert shown.count("<label") == (2 if name in ("one", "some") else 1)


def test_a_choice_is_never_invalid_the_group_is_in_error():
    shown = field("one", Everything({}))

    assert "aria-invalid" not in shown
    assert 'aria-describedby="id_one_error"' in shown


def test_what_is_chosen_stays_chosen():
    form = Everything({"one": "y", "some": ["x"], "sort": "c", "sure": "on", "name": 'Larch "Hill"'})

    assert 'value="y" id="id_one_1" checked' in field("one", form).replace(" required", "")
    assert field("some", form).count("checked") == 1
    assert '<option value="c" selected' in field("sort", form)
    assert " checked" in field("sure", form)
    assert 'value="Larch &quot;Hill&quot;"' in field("name", form)


def test_a_hidden_field_shows_nothing():
    assert field("kept").startswith("<input")
    assert "label" not in field("kept")


def test_the_error_summary_leads_to_each_field_in_error():
    shown = render_to_string("_error_summary.html", {"form": Everything({})})

    assert "There is a problem" in shown
    for target in ("#id_name", "#id_sort", "#id_one_0", "#id_some_0", "#id_sure", "#id_paper"):
        assert f'href="{target}"' in shown


@pytest.mark.parametrize("form", [Everything(), "", None])
def test_there_is_no_summary_without_errors(form):
    assert render_to_string("_error_summary.html", {"form": form}).strip() == ""


def paging(number: int, query: str = "") -> str:
    request = RequestFactory().get(f"/decisions/{query}")
    page = Paginator(range(1000), 25).get_page(number)
    return render_to_string("_paging.html", {"page_obj": page}, request)


def test_paging_keeps_the_filters():
    assert 'href="?q=hubs&amp;page=3"' in paging(2, "?q=hubs&page=2")


def test_the_page_shown_is_marked():
    assert paging(20).count('aria-current="page"') == 1


@pytest.mark.parametrize(("number", "missing"), [(1, 'rel="prev"'), (40, 'rel="next"')])
def test_there_is_nothing_before_the_first_page_and_after_the_last(number, missing):
    assert missing not in paging(number)


def test_one_page_needs_no_paging():
    page = Paginator([1, 2], 25).get_page(1)

    assert render_to_string("_paging.html", {"page_obj": page}, RequestFactory().get("/")).strip() == ""


def test_every_link_of_paging_works_without_scripts():
    shown = paging(5)

    assert shown.count("<a ") == shown.count("href=") == shown.count("hx-get=")


def test_what_templates_write_is_escaped():
    shown = Template("{{ words|in_words }}").render(Context({"words": "<script>"}))

    assert shown == "&lt;script&gt;"
