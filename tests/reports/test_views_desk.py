"""The desk: choosing what to look at, deciding on findings with and without htmx, and two reviewers at once."""

from __future__ import annotations

import pytest
from django.urls import reverse

from reports import actions
from reports.models import Document, Finding, Problem, State, Verdict
from tests import factories

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}
INBOX = reverse("reports:inbox")
OTHERS = [["councillor"], ["scrutiny"], ["cleared"], ["administrator"]]


@pytest.fixture
def officer(client):
    somebody = factories.user("officer")
    client.force_login(somebody)
    return somebody


@pytest.fixture
def paper():
    return factories.document(title="Minutes of the panel")


def text(answer) -> str:
    return " ".join(answer.content.decode().split())


def at(paper: Document, **query) -> str:
    return reverse("reports:desk", args=[paper.pk], query=query)


def deed(name: str, finding: Finding) -> str:
    return reverse(f"reports:{name}", args=[finding.pk])


def decide(client, name: str, finding: Finding, htmx: bool = False, **said):
    said = {"version": finding.version, **said}
    return client.post(deed(name, finding), said, headers=HTMX if htmx else {})


def as_filled(finding: Finding, **said) -> dict:
    return {name: value for name, value in (finding.data | said).items() if value is not None}


@pytest.mark.parametrize("roles", OTHERS)
def test_the_desk_does_not_exist_for_those_who_do_not_review(client, paper, roles):
    finding = factories.finding(paper)
    client.force_login(factories.user(*roles))

    assert [client.get(address).status_code for address in (INBOX, at(paper))] == [404, 404]
    for name in ("accept", "correct", "reject", "undo"):
        assert decide(client, name, finding).status_code == 404
    finding.refresh_from_db()
    assert finding.verdict == Verdict.PENDING


def test_the_inbox_counts_what_is_to_be_checked(client, officer, paper):
    factories.finding(paper)
    actions.accept(finding=factories.finding(paper), by=officer, version=0)

    answer = client.get(INBOX)

    assert [(one.found, one.pending) for one in answer.context["waiting"]] == [(2, 1)]


@pytest.mark.parametrize("number", [2, 30])
def test_the_inbox_takes_the_same_queries_however_long_it_is(client, officer, django_assert_max_num_queries, number):
    for _ in range(number):
        factories.finding(factories.document())

    with django_assert_max_num_queries(8):
        client.get(INBOX)


def test_a_document_that_is_not_read_yet_has_no_desk(client, officer):
    document = factories.document(state=State.READING)

    assert client.get(at(document)).url == document.get_absolute_url()


def test_the_desk_shows_problems_first_and_then_findings_by_sort(client, officer, paper):
    factories.finding(paper, "Event")
    factories.finding(paper, "Decision")
    Problem.objects.create(document=paper, message="11 votes, 12 present.")

    answer = client.get(at(paper))

    assert [group.fact for group in answer.context["groups"]] == ["Decision", "Event"]
    assert text(answer).index("11 votes, 12 present.") < text(answer).index("That four family hubs be opened.")
    assert "0 of 1 checked" in text(answer)


def test_a_finding_shows_its_fields_in_words_and_what_is_not_stated(client, officer, paper):
    factories.finding(paper, votes={"for": 7, "against": 3, "abstained": 1})

    (group,) = client.get(at(paper)).context["groups"]

    fields = dict(group.rows[0].fields)
    assert (fields["Date of the decision"], fields["Outcome"], fields["Votes for"]) == ("4 March 2025", "Approved", "7")
    assert "Reference" in group.rows[0].unstated


def test_each_sort_of_fact_can_be_shown_and_corrected(client, officer, paper):
    for fact in factories.FACTS:
        finding = factories.finding(paper, fact)
        answer = client.get(at(paper, finding=finding.pk, do="correct"))
        assert deed("correct", finding) in text(answer)


@pytest.mark.parametrize("number", [5, 60])
def test_the_desk_takes_the_same_queries_however_many_findings(
    client, officer, paper, django_assert_max_num_queries, number
):
    for _ in range(number):
        factories.finding(paper)
        factories.finding(paper, "Figure")

    with django_assert_max_num_queries(15):
        client.get(at(paper))


def test_the_selected_finding_is_marked_on_the_picture_of_its_page(client, officer, paper):
    finding = factories.finding(paper, where=factories.passage(paper, page=2, boxes=[[2, 72.0, 100.0, 500.0, 130.0]]))

    answer = client.get(at(paper, finding=finding.pk))

    assert reverse("reports:picture", args=[paper.pk, 2]) in text(answer)
    assert '<rect class="app-picture__mark" x="69.0" y="98.0" width="434.0" height="34.0" />' in text(answer)
    assert "style=" not in text(answer)


def test_htmx_gets_the_place_of_a_finding_alone(client, officer, paper):
    finding = factories.finding(paper)

    answer = client.get(at(paper, finding=finding.pk), headers={**HTMX, "HX-Target": "place"})

    assert text(answer).startswith('<section class="app-place" id="place"')
    assert {"HX-Request", "HX-Target"} <= {name.strip() for name in answer["Vary"].split(",")}


def test_pages_can_be_turned_and_a_page_that_there_is_not_gives_the_last(client, officer, paper):
    assert [client.get(at(paper, page=page)).context["place"].number for page in (2, 99, 0, "x")] == [2, 3, 1, 1]


def test_a_word_file_shows_the_paragraphs_around_with_the_one_marked(client, officer, paper):
    Document.objects.update(media_type="application/msword")
    for number in range(90):
        factories.passage(paper, text=f"Paragraph of number {number}", boxes=[])
    finding = factories.finding(paper, where=paper.passages.get(ordinal=50))

    answer = client.get(at(paper, finding=finding.pk))

    assert (answer.context["place"].number, answer.context["place"].total) == (2, 3)
    assert "<mark>Paragraph of number 50</mark>" in text(answer)
    assert "Paragraph of number 39<" not in text(answer)


def test_accepting_without_a_script_leads_to_the_next_finding_to_be_checked(client, officer, paper):
    first, second = factories.finding(paper), factories.finding(paper)

    answer = decide(client, "accept", first)

    first.refresh_from_db()
    assert first.verdict == Verdict.ACCEPTED
    assert answer.url == f"{at(paper)}?finding={second.pk}#finding-{second.pk}"


def test_accepting_with_htmx_answers_with_the_finding_the_count_and_a_word(client, officer, paper):
    first, _ = factories.finding(paper), factories.finding(paper)

    answer = decide(client, "accept", first, htmx=True)

    assert text(answer).startswith(f'<article class="app-finding app-finding--accepted" id="finding-{first.pk}"')
    assert 'id="head-Decision" hx-swap-oob="true"' in text(answer)
    assert "Accepted. 1 of 2 decisions checked.</div>" in text(answer)
    assert "<html" not in text(answer)


@pytest.mark.parametrize("htmx", [True, False])
def test_a_finding_that_its_register_refuses_opens_its_form(client, officer, paper, htmx):
    finding = factories.finding(paper, "Event", date="one day")

    answer = decide(client, "accept", finding, htmx=htmx)

    assert answer.status_code == 422
    assert "Enter a date such as" in text(answer)
    assert deed("correct", finding) in text(answer)


@pytest.mark.parametrize("htmx", [True, False])
def test_a_correction_is_kept_beside_what_was_read(client, officer, paper, htmx):
    finding = factories.finding(paper, "Event")

    answer = decide(client, "correct", finding, htmx=htmx, date="11 February 2025", text="The consultation closed.")

    finding.refresh_from_db()
    assert answer.status_code == (200 if htmx else 302)
    assert (finding.verdict, finding.stated["date"]) == (Verdict.CORRECTED, "2025-02-11")


@pytest.mark.parametrize("htmx", [True, False])
def test_a_wrong_correction_keeps_what_was_typed(client, officer, paper, htmx):
    finding = factories.finding(paper, "Event")

    answer = decide(client, "correct", finding, htmx=htmx, date="some day", text="Typed with care")

    finding.refresh_from_db()
    assert (answer.status_code, finding.verdict) == (422, Verdict.PENDING)
    assert "Typed with care" in text(answer)
    assert "some day" in text(answer)


def test_fields_of_two_open_forms_do_not_share_ids(client, officer, paper):
    finding = factories.finding(paper, "Event")

    answer = client.get(
        at(paper, finding=finding.pk, do="correct"), headers={**HTMX, "HX-Target": f"finding-{finding.pk}"}
    )

    assert f'id="id_{finding.pk}_date"' in text(answer)
    assert "data-takes-focus" in text(answer)


@pytest.mark.parametrize("htmx", [True, False])
def test_rejecting_needs_a_reason(client, officer, paper, htmx):
    finding = factories.finding(paper)

    silent = decide(client, "reject", finding, htmx=htmx)
    vague = decide(client, "reject", finding, htmx=htmx, why="own")

    finding.refresh_from_db()
    assert (silent.status_code, vague.status_code, finding.verdict) == (422, 422, Verdict.PENDING)
    assert "Choose a reason." in text(silent)
    assert "Say why in your own words." in text(vague)


def test_rejecting_keeps_the_reason(client, officer, paper):
    finding = factories.finding(paper)

    decide(client, "reject", finding, why="misread", own="The heading, not the text")

    finding.refresh_from_db()
    assert (finding.verdict, finding.reason) == (
        Verdict.REJECTED, "The words were misread: The heading, not the text",
    )  # fmt: skip


def test_undo_lays_a_finding_before_reviewers_again_and_stays_with_it(client, officer, paper):
    finding = actions.accept(finding=factories.finding(paper), by=officer, version=0)

    answer = decide(client, "undo", finding)

    finding.refresh_from_db()
    assert finding.verdict == Verdict.PENDING
    assert answer.url.endswith(f"#finding-{finding.pk}")


@pytest.mark.parametrize("htmx", [True, False])
@pytest.mark.parametrize("said", [("accept", {}), ("reject", {"why": "twice"}), ("correct", {})])
def test_what_somebody_else_decided_in_between_is_shown_and_not_overwritten(client, officer, paper, htmx, said):
    finding = factories.finding(paper)
    other = factories.user("officer")
    actions.reject(finding=finding, by=other, version=0, reason="Only history")
    name, fields = said

    answer = decide(client, name, finding, htmx=htmx, **(as_filled(finding) if name == "correct" else fields))

    finding.refresh_from_db()
    assert answer.status_code == 409
    assert f"{other.first_name} decided this on" in text(answer)
    assert ": rejected." in text(answer)
    assert (finding.verdict, finding.decided_by, finding.reason) == (Verdict.REJECTED, other, "Only history")


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 30])
def test_a_form_that_does_not_say_what_was_seen_changes_nothing(client, officer, paper, version):
    finding = factories.finding(paper)

    assert decide(client, "accept", finding, version=version).status_code == 409


def accept_all(client, paper: Document, fact: str, *findings: Finding, htmx: bool = False):
    seen = [f"{finding.pk}:{finding.version}" for finding in findings]
    address = reverse("reports:accept_all", args=[paper.pk])
    return client.post(address, {"fact": fact, "seen": seen}, headers=HTMX if htmx else {})


def test_a_group_is_accepted_but_for_what_its_register_refuses(client, officer, paper):
    good, bad = factories.finding(paper, "Event"), factories.finding(paper, "Event", date="one day")

    answer = accept_all(client, paper, "Event", good, bad, htmx=True)

    assert [Finding.objects.get(pk=one.pk).verdict for one in (good, bad)] == [Verdict.ACCEPTED, Verdict.PENDING]
    assert text(answer).startswith('<section class="app-group" id="group-Event"')
    assert "Accepted 1 events. 1 cannot be accepted as they stand and need a correction.</div>" in text(answer)


def test_what_changed_since_it_was_seen_is_not_accepted_with_its_group(client, officer, paper):
    seen, unseen = factories.finding(paper), factories.finding(paper)

    answer = accept_all(client, paper, "Decision", seen)

    unseen.refresh_from_db()
    assert unseen.verdict == Verdict.PENDING
    assert answer.url == at(paper)


def test_accepting_all_of_nothing_known_changes_nothing(client, officer, paper):
    address = reverse("reports:accept_all", args=[paper.pk])

    for said in ({}, {"fact": "Weather", "seen": ["x", "1:y"]}):
        assert client.post(address, said).status_code == 302
        assert client.post(address, said, headers=HTMX).status_code == 200


def add(paper: Document, ordinal: int = 0, **query) -> str:
    return reverse("reports:add", args=[paper.pk, ordinal], query=query)


def test_a_missed_fact_is_added_by_pointing_at_a_paragraph(client, officer, paper):
    factories.passage(paper, text="The panel will visit the hubs.")

    choosing = client.get(add(paper))
    filling = client.get(add(paper, fact="Action"))
    answer = client.post(add(paper, fact="Action"), {"text": "Visit the hubs", "owner": "The panel"})

    finding = Finding.objects.get()
    assert "What does the paragraph state?" in text(choosing)
    assert "The panel will visit the hubs.</textarea>" in text(filling)
    assert (finding.added_by, finding.verdict, finding.quote) == (
        officer, Verdict.ACCEPTED, "The panel will visit the hubs.",
    )  # fmt: skip
    assert answer.url == f"{at(paper)}?finding={finding.pk}#finding-{finding.pk}"


def test_a_fact_that_is_added_must_pass_its_register(client, officer, paper):
    factories.passage(paper)

    answer = client.post(add(paper, fact="Event"), {"text": "It rained", "date": "some day"})

    assert answer.status_code == 422
    assert "Enter a date such as" in text(answer)
    assert not Finding.objects.exists()


def test_no_sort_of_fact_chosen_is_an_error(client, officer, paper):
    factories.passage(paper)

    assert "Choose what it states" in text(client.get(add(paper, fact="Weather")))


def test_a_document_that_is_not_read_takes_no_facts(client, officer):
    document = factories.document(state=State.READING)
    factories.passage(document)

    assert client.post(add(document, fact="Action"), {"text": "Visit"}).url == document.get_absolute_url()


def test_a_paragraph_is_marked_exempt_with_its_schedule_and_opened_again(client, officer, paper):
    finding = factories.finding(paper)
    factories.passage(paper)
    mark = reverse("reports:mark", args=[paper.pk, finding.passage.ordinal])

    client.post(mark, {"part": "exempt", "schedule": "paragraph 3"})

    finding.refresh_from_db()
    assert (finding.passage.part, finding.passage.schedule, finding.exempt) == ("exempt", "paragraph 3", True)
    # Who marked it is not cleared, and sees it no more.
    assert client.get(mark).status_code == 404
    client.force_login(factories.user("officer", "cleared"))
    client.post(mark, {"part": "open", "schedule": "paragraph 3"})
    finding.refresh_from_db()
    assert (finding.passage.part, finding.passage.schedule, finding.exempt) == ("open", "", False)


def test_marking_needs_an_answer(client, officer, paper):
    factories.passage(paper)

    answer = client.post(reverse("reports:mark", args=[paper.pk, 0]), {"part": "secret"})

    assert answer.status_code == 422
    assert "Choose open or exempt." in text(answer)


def test_closing_the_last_open_paragraph_leads_back_to_the_inbox(client, officer, paper):
    factories.passage(paper)

    answer = client.post(reverse("reports:mark", args=[paper.pk, 0]), {"part": "exempt"}, follow=True)

    assert answer.redirect_chain == [(INBOX, 302)]
    assert "Minutes of the panel" not in text(answer)


@pytest.mark.parametrize("finding", ["x", "00000000-0000-4000-8000-000000000000"])
def test_an_address_with_a_finding_that_there_is_not_does_no_harm(client, officer, paper, finding):
    assert client.get(at(paper, finding=finding)).status_code in (200, 404)
    assert client.get(at(paper, finding=finding), headers={**HTMX, "HX-Target": "finding-x"}).status_code == 404
