"""The tracker's pages: lists, one action with its progress, and the list for a committee's next meeting."""

from __future__ import annotations

import pytest
from django.urls import reverse

from meetings.models import Action, Progress, Recommendation
from reports.models import Document, Passage
from tests import factories
from tests.meetings import many
from tests.meetings.reading_pages import line, shown, signed_in
from tests.meetings.test_queries import queries

pytestmark = pytest.mark.django_db
ON_THE_PAGE = {"HX-Request": "true", "HX-Target": "progress"}


def post(client, name: str, row, headers=None, **said):
    return client.post(reverse(f"meetings:{name}", args=[row.pk]), said, headers=headers or {})


def read(client, row) -> str:
    answer = client.get(row.get_absolute_url())
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("fact", ["Action", "Recommendation"])
def test_an_officer_notes_progress_closes_and_reopens(client, fact):
    row = line(fact)
    signed_in(client, "officer")

    post(client, "note", row, note="Half of it is sent.", elsewhere="Letter of 3 May 2025")
    page = read(client, row)
    assert "Half of it is sent." in page
    assert "Letter of 3 May 2025" in page
    assert "Noted</strong> by Person" in page
    post(client, "finish", row, note="All is sent.")
    assert "Marked as done</strong> by Person" in read(client, row)
    post(client, "reopen", row)
    assert "Reopened</strong> by Person" in read(client, row)
    row.refresh_from_db()
    assert row.done_at is None


def test_evidence_is_a_paragraph_by_its_address(client):
    row = line("Action")
    shows = row.finding.passage
    signed_in(client, "officer")

    post(client, "note", row, note="Sent.", evidence=f"https://register.example{shows.get_absolute_url()}#text")

    assert Progress.objects.get().evidence == shows
    assert f'Shown by <a class="govuk-link" href="{shows.get_absolute_url()}"' in read(client, row)


def test_evidence_is_a_paragraph_by_its_paper_page_and_label(client):
    row = line("Action")
    paper = row.finding.document
    wanted = factories.passage(paper, "The timetable was sent.", page=2, label="7.3")
    signed_in(client, "officer")

    post(client, "note", row, note="Sent.", evidence=paper.get_absolute_url(), page="2", paragraph="7.3")

    assert Progress.objects.get().evidence == wanted


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({"note": ""}, "Enter what has been done, or is known."),
        ({"note": "Sent.", "evidence": "somewhere"}, "No published paragraph was found there."),
        ({"note": "Sent.", "evidence": "https://[bad"}, "No published paragraph was found there."),
        ({"note": "Sent.", "evidence": "/decisions/"}, "No published paragraph was found there."),
        ({"note": "Sent.", "evidence": "PAPER"}, "Enter the page or the paragraph"),
        ({"note": "Sent.", "evidence": "PAPER", "page": "99"}, "No published paragraph was found there."),
    ],
)
@pytest.mark.parametrize("headers", [{}, ON_THE_PAGE])
def test_a_note_that_cannot_be_kept_is_given_back_with_the_error(client, said, error, headers):
    row = line("Action")
    said = {name: value.replace("PAPER", row.finding.document.get_absolute_url()) for name, value in said.items()}

    answer = post(signed_in(client, "officer"), "note", row, headers, on="progress", **said)

    assert answer.status_code == 422
    assert error in answer.content.decode()
    assert ("<html" in answer.content.decode()) == (not headers)
    assert not Progress.objects.exists()


def test_what_is_open_is_not_shown_by_what_is_exempt(client):
    row = line("Action")
    closed = factories.passage(row.finding.document, "The price was named.", part="exempt")
    signed_in(client, "officer", "cleared")

    answer = post(client, "note", row, ON_THE_PAGE, note="Sent.", evidence=closed.get_absolute_url())
    assert "That paragraph is exempt, and this is open to all" in answer.content.decode()

    answer = post(signed_in(client, "officer"), "note", row, ON_THE_PAGE, note="S", evidence=closed.get_absolute_url())
    assert "No published paragraph was found there." in answer.content.decode()


def test_evidence_that_was_found_to_be_exempt_is_shown_to_the_cleared_alone(client):
    row = line("Action")
    shows = factories.passage(row.finding.document, "The price was named.", label="9.9")
    post(signed_in(client, "officer"), "note", row, note="Sent.", evidence=shows.get_absolute_url())
    Passage.objects.filter(pk=shows.pk).update(part="exempt")

    assert "9.9" not in read(signed_in(client, "officer"), row)
    assert "9.9" not in read(signed_in(client, "councillor"), row)
    assert "9.9" in read(signed_in(client, "cleared"), row)


def test_names_of_officers_are_for_those_who_signed_in(client, settings):
    row = line("Action")
    post(signed_in(client, "officer"), "note", row, note="Half is sent.")
    page = read(client, row)
    client.logout()

    answer = client.get(row.get_absolute_url())

    assert "by Person" in page
    assert answer.status_code == 302 or "by Person" not in answer.content.decode()


def test_people_correct_their_own_notes_and_no_others(client):
    row = line("Action")
    signed_in(client, "officer")
    post(client, "note", row, note="Snet.")
    note = Progress.objects.get()
    assert "Correct your note" in read(client, row)

    answer = post(client, "correct_note", note, ON_THE_PAGE, note="Sent.")
    assert "The note was corrected." in answer.content.decode()
    assert ", corrected " in read(client, row)
    assert post(client, "correct_note", note, ON_THE_PAGE, note="").status_code == 422

    signed_in(client, "publisher")
    assert "Correct your note" not in read(client, row)
    assert post(client, "correct_note", note, note="Mine.").status_code == 404
    note.refresh_from_db()
    assert note.note == "Sent."


@pytest.mark.parametrize("name", ["note", "finish", "reopen"])
def test_readers_note_nothing(client, name):
    row = line("Action")

    assert post(signed_in(client, "councillor"), name, row, note="x").status_code == 404
    assert "Add a note" not in read(client, row)


def test_htmx_gets_the_part_of_the_page_that_changed(client):
    row = line("Recommendation")

    answer = post(signed_in(client, "officer"), "finish", row, ON_THE_PAGE, note="Done.").content.decode()

    assert "<html" not in answer
    assert "Reopen" in answer
    assert 'id="said" hx-swap-oob="innerHTML">The recommendation is marked as done.' in answer


def test_the_lists_are_narrowed_and_sorted(client):
    early, late = line("Action"), line("Action")
    Action.objects.filter(pk=early.pk).update(owner="Ann Archer", due="2025-05", date="2025-05-01", text="Hubs in May")
    post(signed_in(client, "officer"), "finish", late, note="")
    asked = {"state=late": 1, "state=open": 1, "state=done": 1, "owner=archer": 1, "words=May": 1, "age=12": 2,
             "age=3": 2, "due_by=2025": 1, "due_by=March+2025": 0, "sort=age": 2, "sort=due": 2, "sort=owner": 2,
             "sort=late": 2, "words=%00": 0}  # fmt: skip

    for query, count in asked.items():
        page = shown(client, "actions", f"?{query}")
        if "%00" not in query:
            assert page.count('id="action-') == count, query
    page = shown(client, "actions", "?sort=late")
    assert page.index(str(early.pk)) < page.index(str(late.pk))


def test_recommendations_have_a_list_of_their_own(client):
    row = line("Recommendation")

    page = shown(signed_in(client, "councillor"), "recommendations")

    assert "1 recommendation<" in page
    assert row.get_absolute_url() in page
    assert "asked of the meeting of 4 March 2025" in page


def test_a_list_for_a_meeting_is_made_of_the_committee_that_is_chosen(client):
    row = line("Action")
    signed_in(client, "councillor")

    assert "Choose a committee" in shown(client, "for_meeting")
    page = shown(client, "for_meeting", f"?committee={row.committee_id}")
    assert "No later meeting is known, so all that is open is listed: 1 line, 0 overdue." in page
    assert "Made on " in page
    wrong = shown(client, "for_meeting", "?committee=x")
    assert "Choose a committee." in wrong
    assert "<title>Error: " in wrong


def test_a_committee_that_only_exempt_lines_name_is_not_offered(client):
    paper = factories.document()
    factories.accepted(paper, "Recommendation", exempt=True, committee="Zanzibar Panel")
    factories.actions.publish(document=paper, by=factories.user("publisher"))
    row = Recommendation.objects.get()

    assert "Zanzibar" not in shown(signed_in(client, "councillor"), "for_meeting", f"?committee={row.committee_id}")
    assert "Zanzibar Panel" in shown(signed_in(client, "cleared"), "for_meeting")


@pytest.mark.parametrize("fact", ["Action", "Recommendation"])
def test_pages_ask_as_much_however_many_there_are(client, fact):
    row = line(fact)
    signed_in(client, "officer")
    urls = [row.get_absolute_url(), reverse(f"meetings:{fact.lower()}s"),
            f"{reverse('meetings:for_meeting')}?committee={row.committee_id}"]  # fmt: skip
    by = factories.user("officer")
    Progress.objects.bulk_create(Progress(entry=row, by=by, note="Sent.") for _ in range(3))
    many.copies(row, 9)
    few = [queries(client, url) for url in urls]
    many.copies(row, 90)
    Progress.objects.bulk_create(Progress(entry=row, by=by, note="Sent.") for _ in range(30))

    assert [queries(client, url) for url in urls] == few
    assert max(few) <= 15


def test_an_action_of_a_withdrawn_paper_is_gone_with_its_notes(client):
    row = line("Action")
    post(signed_in(client, "officer"), "note", row, note="Sent.")
    Document.objects.update(state="withdrawn")

    assert client.get(row.get_absolute_url()).status_code == 404
    assert post(client, "note", row, note="More.").status_code == 404
