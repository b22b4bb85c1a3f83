"""The lists of the register: whole and as pieces, for those who may, paged and filtered."""

import re

import pytest
from django.urls import reverse

from tests import factories
from tests.meetings import many
from tests.meetings.reading_pages import LISTS, PIECE, line, shown, signed_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", [*LISTS, "meetings", "portfolios"])
def test_a_list_that_is_empty_says_what_to_do(client, name):
    page = shown(signed_in(client, "councillor"), name)

    assert "appear here once" in page


@pytest.mark.parametrize("name", [*LISTS, "meetings"])
def test_a_list_answers_htmx_with_the_piece_that_the_page_includes(client, name):
    factories.published(*LISTS.values(), "Meeting")
    signed_in(client, "councillor")

    page, answer = shown(client, name), client.get(reverse(f"meetings:{name}"), headers=PIECE)
    piece = answer.content.decode()

    assert "<html" in page
    assert "<html" not in piece
    assert "HX-Request" in answer["Vary"]
    assert re.search(r'id="said" hx-swap-oob="innerHTML">1 \w+', piece)
    assert re.search(r'<h2 id="count"[^>]*>1 \w+', page)


@pytest.mark.parametrize("name", [*LISTS, "meetings", "portfolios", "people"])
def test_a_list_is_shut_to_those_who_have_not_signed_in(client, name):
    assert client.get(reverse(f"meetings:{name}")).status_code == 302


@pytest.mark.parametrize("name", [*LISTS, "meetings", "portfolios"])
def test_a_list_is_read_and_not_written(client, name):
    assert signed_in(client, "publisher").post(reverse(f"meetings:{name}")).status_code == 405


@pytest.mark.parametrize("page", ["0", "-1", "99", "x", "", "%00"])
def test_a_page_that_there_is_not_shows_one_that_there_is(client, page):
    many.copies(line("Decision"), 30)

    assert "31 decisions" in shown(signed_in(client, "councillor"), "decisions", f"?page={page}")


def test_pages_keep_the_filters(client):
    many.copies(line("Decision"), 30)

    page = shown(signed_in(client, "councillor"), "decisions", "?outcome=approved")

    assert "?outcome=approved&amp;after=" in page


def test_a_wrong_filter_keeps_what_was_typed_and_says_what_is_wrong(client):
    line("Decision")

    page = shown(signed_in(client, "councillor"), "decisions", "?date_from=soonish")

    assert 'value="soonish"' in page
    assert "Enter a date such as 7 February 2018" in page
    assert "<title>Error: " in page
    assert "1 decision" in page


def test_the_address_that_htmx_keeps_has_no_empty_fields(client):
    answer = signed_in(client, "councillor").get("/decisions/?outcome=noted&words=&committee=", headers=PIECE)

    assert answer["HX-Push-Url"] == "/decisions/?outcome=noted"


def test_a_chip_that_was_followed_brings_the_form_along_and_the_form_does_not(client):
    signed_in(client, "councillor")

    followed = shown(client, "meetings", "?status=held", headers=PIECE)
    typed = shown(client, "meetings", "?status=held", headers={**PIECE, "HX-Trigger": "filters"})

    assert 'id="filter" hx-swap-oob' in followed
    assert "autofocus" in followed
    assert 'id="filter" hx-swap-oob' not in typed
    assert "autofocus" not in typed


def test_a_meeting_that_is_only_announced_is_planned(client):
    paper = factories.document()
    factories.accepted(paper, "Meeting", status="planned")
    factories.actions.publish(document=paper, by=factories.user("publisher"))
    signed_in(client, "councillor")

    assert "1 meeting" in shown(client, "meetings", "?status=planned")
    assert "No meetings" in shown(client, "meetings", "?status=held")
    factories.published("Meeting")
    assert "1 meeting" in shown(client, "meetings", "?status=held")


def test_htmx_brings_the_error_and_takes_it_away(client):
    signed_in(client, "councillor")

    wrong = shown(client, "decisions", "?date_from=soonish", headers={**PIECE, "HX-Trigger": "filters"})
    right = shown(client, "decisions", "?date_from=2025", headers={**PIECE, "HX-Trigger": "filters"})

    assert "There is a problem" in wrong
    assert 'id="wrong" hx-swap-oob' in right
    assert "There is a problem" not in right


def test_business_of_the_meeting_itself_is_left_out_where_that_is_asked_for(client):
    paper = factories.document()
    factories.accepted(paper, text="That the minutes be confirmed as a correct record.")
    factories.accepted(paper)
    factories.actions.publish(document=paper, by=factories.user("publisher"))
    signed_in(client, "councillor")

    whole, narrowed = shown(client, "decisions"), shown(client, "decisions", "?business=on")

    assert "2 decisions" in whole
    assert "1 decision<" in narrowed
    assert "correct record" not in narrowed
    assert "Remove this filter:</span> Leave out business of the meeting itself" in narrowed


def test_words_in_capitals_are_readable_and_still_found(client):
    paper = factories.document(portfolio="CHILDREN AND RISK")
    factories.accepted(paper, "Question", theme="DELIVERY AND RISK")
    factories.accepted(paper, "Question", theme="Early help")
    factories.actions.publish(document=paper, by=factories.user("publisher"))
    signed_in(client, "councillor")

    page = shown(client, "questions", "?theme=DELIVERY AND RISK")

    assert "1 question<" in page
    assert '<h3 class="govuk-heading-m">Delivery and Risk</h3>' in page
    assert "Remove this filter:</span> Delivery and Risk" in page
    assert "Children and Risk" in page
    assert "CHILDREN AND RISK" not in page
