"""What was flagged in a paper waits for a person's yes, by name, before the paper is published."""

from __future__ import annotations

import pytest
from django.urls import reverse

from reports import actions
from reports.actions.reading import keep
from reports.models import Deed, Flag, State
from reports.reading import reading as found
from reports.reading.paragraph import Paragraph
from tests import factories
from tests.reports.desk_pages import at, text
from tests.reports.test_sureness import reading

pytestmark = pytest.mark.django_db


@pytest.fixture
def publisher(client):
    somebody = factories.user("publisher")
    client.force_login(somebody)
    return somebody


@pytest.fixture
def flagged(paper):
    return factories.flag(paper, where=factories.passage(paper))


def page_of(paper) -> str:
    return reverse("reports:publish", args=[paper.pk])


def state_of(paper) -> str:
    paper.refresh_from_db()
    return paper.state


def read_with(*flags: found.Flag, part: str = "open"):
    paper = factories.document(state=State.READING)
    paragraph = Paragraph(ordinal=7, page=2, text="A child's number.", part=part)
    said = reading(paragraph)
    keep(document=paper, reading=found.Reading(**{name: getattr(said, name) for name in FIELDS} | {"flags": flags}))
    return paper


FIELDS = ("kind", "kind_label", "title", "council", "date", "pages", "facts", "paragraphs")


def test_a_reading_s_flags_are_kept_with_where_they_are():
    paper = read_with(
        found.Flag(sort="upn", message="A number of that form.", passage=7),
        found.Flag(sort="scripts", message="The file has a script."),
    )

    assert [(flag.sort, flag.page, flag.passage and flag.passage.ordinal) for flag in paper.flags.all()] == [
        ("upn", 2, 7), ("scripts", None, None),
    ]  # fmt: skip


@pytest.mark.parametrize("where", [{"passage": 7}, {"page": 2}])
def test_a_flag_by_an_exempt_paragraph_is_exempt(where):
    paper = read_with(found.Flag(sort="upn", message="A number.", **where), part="exempt")

    assert paper.flags.get().exempt


def test_a_flagged_paper_is_not_published_without_a_yes(paper, flagged, publisher):
    with pytest.raises(actions.NotYet, match="say yes"):
        actions.publish(document=paper, by=publisher)

    assert state_of(paper) == State.IN_REVIEW


def test_a_yes_is_kept_with_who_said_it_and_stays(paper, flagged, publisher):
    actions.publish(document=paper, by=publisher, seen=[flagged.pk])
    actions.withdraw(document=paper, by=publisher, why="A mistake.")

    actions.publish(document=paper, by=factories.user("publisher"))

    flagged.refresh_from_db()
    assert (flagged.seen_by, state_of(paper)) == (publisher, State.PUBLISHED)
    deed = paper.deeds.get(what__startswith="Said yes")
    assert (deed.by, deed.why) == (publisher, "NHS number, page 1.")


def test_a_yes_to_one_flag_is_no_yes_to_another(paper, flagged, publisher):
    other = factories.flag(paper, "scripts")

    with pytest.raises(actions.NotYet):
        actions.publish(document=paper, by=publisher, seen=[other.pk])

    assert not Flag.objects.exclude(seen_at=None).exists()
    assert not Deed.objects.filter(what__startswith="Said yes").exists()


def test_a_yes_to_the_flag_of_another_paper_counts_for_nothing(paper, flagged, publisher):
    other = factories.document()
    strange = factories.flag(other)

    with pytest.raises(actions.NotYet):
        actions.publish(document=paper, by=publisher, seen=[strange.pk])
    strange.refresh_from_db()
    assert strange.seen_at is None


def test_the_page_asks_for_the_yes_and_publishes_with_it(client, publisher, paper, flagged):
    asked = client.get(page_of(paper))
    assert "I have looked at each of these" in text(asked)

    refused = client.post(page_of(paper), {"seen": [flagged.pk]})
    assert (refused.status_code, state_of(paper)) == (422, State.IN_REVIEW)
    assert "Look at what was flagged, and say" in text(refused)

    client.post(page_of(paper), {"seen": [flagged.pk], "yes": "on"})
    assert state_of(paper) == State.PUBLISHED
    again = text(client.get(page_of(paper)))
    assert "I have looked at each" not in again
    assert "said yes to publishing it" in again


def test_a_yes_holds_only_for_what_the_page_showed(client, publisher, paper, flagged):
    later = factories.flag(paper, "scripts")

    answer = client.post(page_of(paper), {"seen": [flagged.pk], "yes": "on"})

    assert (answer.status_code, state_of(paper)) == (422, State.IN_REVIEW)
    later.refresh_from_db()
    assert later.seen_at is None


def test_nonsense_for_a_flag_is_no_flag(client, publisher, paper, flagged):
    answer = client.post(page_of(paper), {"seen": ["", "-1", "nine", "9" * 30], "yes": "on"})

    assert answer.status_code == 422


def test_the_desk_shows_flags_first_with_the_way_to_them(client, officer, paper, flagged):
    factories.finding(paper)
    factories.flag(paper, "covered_text", page=3)
    factories.flag(paper, "tracked_changes")

    said = text(client.get(at(paper)))

    assert said.index("Look at this before it is published") < said.index("Sort by")
    assert "3 things flagged" in said
    assert at(paper, passage=flagged.passage.ordinal) in said
    assert at(paper, page=3) in said
    assert "Tracked changes" in said
    assert reverse("reports:mark", args=[paper.pk, flagged.passage.ordinal]) in said


def test_an_exempt_flag_is_known_to_the_cleared_alone(client, paper):
    factories.flag(paper, where=factories.passage(paper, part="exempt"), message="A zanzibar number.")
    for roles, known in ((["publisher"], False), (["publisher", "cleared"], True)):
        client.force_login(factories.user(*roles))
        for address in (at(paper), page_of(paper), paper.get_absolute_url()):
            assert ("zanzibar" in text(client.get(address))) is known, address


def test_an_exempt_flag_waits_for_somebody_who_may_read_it(client, publisher, paper):
    closed = factories.flag(paper, where=factories.passage(paper, part="exempt"))
    said = "Somebody who may read exempt parts"

    assert said in text(client.get(page_of(paper)))
    assert said in text(client.post(page_of(paper), {"seen": [closed.pk], "yes": "on"}))
    assert state_of(paper) == State.IN_REVIEW

    cleared = factories.user("publisher", "cleared")
    actions.publish(document=paper, by=cleared, seen=[closed.pk])
    assert paper.deeds.get(what__startswith="Said yes").exempt


def test_flags_close_and_open_with_their_paragraph(paper, flagged, officer):
    of_page = factories.flag(paper, "covered_text", page=1)
    of_file = factories.flag(paper, "scripts")

    actions.mark(passage=flagged.passage, by=officer, part="exempt")
    assert closed(flagged, of_page, of_file) == [True, True, False]

    actions.mark(passage=flagged.passage, by=officer, part="open")
    assert closed(flagged, of_page, of_file) == [False, False, False]


def closed(*flags) -> list[bool]:
    for flag in flags:
        flag.refresh_from_db()
    return [flag.exempt for flag in flags]


def test_readers_of_a_published_paper_hear_nothing_of_flags(client, paper, flagged, publisher):
    actions.publish(document=paper, by=publisher, seen=[flagged.pk])
    client.force_login(factories.user("councillor"))

    assert "NHS number" not in text(client.get(paper.get_absolute_url()))


def test_the_desk_takes_as_many_queries_for_many_flags(client, officer, paper, django_assert_max_num_queries):
    for _ in range(30):
        factories.flag(paper, where=factories.passage(paper))

    with django_assert_max_num_queries(15):
        client.get(at(paper))
