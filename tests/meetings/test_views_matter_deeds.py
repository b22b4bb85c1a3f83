"""The pages on which reviewers answer what is proposed of matters, and change them."""

import pytest
from django.urls import reverse

from meetings import matters
from meetings.models import Entry, Matter, MatterDeed, Mention
from reports import actions
from tests import factories
from tests.meetings.matters_of import answers, lines, link, matter, within
from tests.meetings.reading_pages import page_of, signed_in

pytestmark = pytest.mark.django_db


# What reviewers do.


def test_the_desk_proposes_lines_with_reasons(client):
    one, two = lines("That Fernhill House be sold.", "That Fernhill House be let.")
    link(one, two, reason="Both name Fernhill House.")

    page = page_of(signed_in(client, "officer"), reverse("meetings:matter_proposals"))

    assert "Both name Fernhill House." in page
    assert "1 proposal" in page
    assert "Matters to check (1)" in page


def answered(client, card_lines, ticked, **said):
    data = {"shown": [e.pk for e in card_lines], "line": [e.pk for e in ticked], "do": "make", "title": "Fernhill"}
    return client.post(reverse("meetings:matter_answer"), data | said, follow=True)


def test_ticked_lines_become_one_matter_and_that_can_be_undone(client):
    one, two, three = lines("One", "Two", "Three")
    link(one, two), link(two, three)
    signed_in(client, "officer")

    page = answered(client, [one, two, three], [one, two]).content.decode()
    assert "“Fernhill” is a matter now. You can undo this." in page
    assert within(Matter.objects.get()) == {"One", "Two"}

    client.post(reverse("meetings:matter_undo", args=[MatterDeed.objects.get().pk]), {"back": "desk"})
    assert set(answers().values()) == {"proposed"}


def test_what_is_wrong_is_said_beside_what_was_typed(client):
    one, two = lines("That Fernhill House be sold.", "That Fernhill House be let.")
    card = link(one, two).pk

    answer = answered(signed_in(client, "officer"), [one, two], [], card=card, title="A name of mine")

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Tick at least one line." in page
    assert f'href="#card-{card}"' in page
    assert "A name of mine" in page
    assert " checked>" not in page


def test_ticked_lines_join_a_matter(client):
    one, two = lines("One", "Two")
    made = matter("Fernhill", one)
    link(one, two)

    answered(signed_in(client, "officer"), [two], [two], into=made.pk)

    assert within(made) == {"One", "Two"}


def test_lines_that_do_not_belong_together_are_gone_from_the_desk(client):
    one, two = lines("One", "Two")
    link(one, two)

    page = answered(signed_in(client, "officer"), [one, two], [one, two], do="refuse").content.decode()

    assert "Nothing is proposed." in page
    assert set(answers().values()) == {"refused"}


def test_a_line_that_was_withdrawn_meanwhile_is_told_of(client):
    one, two = lines("One", "Two")
    actions.withdraw(document=one.finding.document, by=factories.user("publisher"), why="Wrong paper.")

    answer = answered(signed_in(client, "officer"), [one, two], [one, two])

    assert (answer.status_code, Matter.objects.count()) == (409, 0)
    assert "not in the register any more" in answer.content.decode()


def post(client, name: str, *args, **data):
    return client.post(reverse(f"meetings:{name}", args=args), data, follow=True)


def test_a_reviewer_renames_splits_takes_out_adds_and_merges(client, hubs):
    one, two = Entry.objects.filter(matter=hubs).order_by("date")
    [three] = lines("That hubs be painted.")
    signed_in(client, "officer")

    post(client, "matter_rename", hubs.pk, title="Hubs of Wexcombe")
    post(client, "matter_lines", hubs.pk, do="split", line=[two.pk], title="Keeping hubs")
    other = Matter.objects.get(title="Keeping hubs")
    post(client, "matter_add", hubs.pk, line=three.pk)
    assert (within(hubs), within(other)) == ({one.title, three.title}, {two.title})

    post(client, "matter_lines", hubs.pk, do="remove", line=[three.pk])
    page = post(client, "matter_merge", other.pk, into=hubs.pk).content.decode()
    assert within(hubs) == {one.title, two.title}
    for sentence in ("“Keeping hubs” was merged into it, with 1 line", "“Family hubs” was renamed “Hubs of Wexcombe”"):
        assert sentence in page


@pytest.mark.parametrize(
    ("name", "data", "status"),
    [
        ("matter_rename", {"title": ""}, 422), ("matter_lines", {"do": "remove"}, 409),
        ("matter_lines", {"do": "split", "title": ""}, 409), ("matter_join", {"do": "refuse"}, 409),
        ("matter_merge", {"into": "nothing"}, 404), ("matter_add", {"line": "nothing"}, 404),
    ],
)  # fmt: skip
def test_a_deed_that_cannot_be_done_says_why(client, hubs, name, data, status):
    answer = signed_in(client, "officer").post(reverse(f"meetings:{name}", args=[hubs.pk]), data)

    assert answer.status_code == status


def test_a_line_is_found_by_words_and_added(client, hubs):
    lines("That Marlow Lane be widened.")
    signed_in(client, "officer")

    page = page_of(client, reverse("meetings:matter_add", args=[hubs.pk]) + "?q=marlow")

    assert "That Marlow Lane be widened." in page
    assert "That hubs be kept." not in page


def test_a_proposal_for_a_matter_is_answered_on_its_page(client, hubs):
    one = Entry.objects.filter(matter=hubs).first()
    [two], [three] = lines("Two"), lines("Three")
    link(one, two), link(one, three)
    signed_in(client, "officer")

    post(client, "matter_join", hubs.pk, do="join", line=[two.pk])
    post(client, "matter_join", hubs.pk, do="refuse", line=[three.pk])

    assert within(hubs) >= {"Two"}
    assert answers()[frozenset((one.title, "Three"))] == "refused"


def test_a_mention_is_answered(client, hubs):
    where = factories.passage(Entry.objects.filter(matter=hubs).first().finding.document, "The hubs again.")
    mention = Mention.objects.create(matter=hubs, passage=where, reasons=[["name", "It names the hubs."]])
    signed_in(client, "officer")
    assert "It names the hubs." in page_of(client, reverse("meetings:matter_change", args=[hubs.pk]))

    post(client, "mention_answer", mention.pk, answer="yes")

    assert "The hubs again." in page_of(client, hubs.get_absolute_url())


def test_a_matter_is_started_from_a_line(client):
    [one] = lines("That Marlow Lane be widened.")
    url = reverse("meetings:line_matter", args=[one.pk])
    signed_in(client, "officer")
    assert "Start a matter from this line" in page_of(client, one.decision.get_absolute_url())
    assert "That Marlow Lane be widened." in page_of(client, url)

    assert client.post(url, {"title": ""}).status_code == 422
    client.post(url, {"title": "Marlow Lane"})

    assert within(Matter.objects.get(title="Marlow Lane")) == {one.title}


# What is exempt.


def secret(client) -> Matter:
    shown, hidden = lines("That hubs be kept.", closed=("Zanzibar is sold.",))
    return matters.make(title="Zanzibar", entries=[shown, hidden], by=factories.user("officer", "cleared"))


@pytest.mark.parametrize("role", ["councillor", "officer", "publisher"])
def test_a_matter_of_exempt_name_is_for_the_cleared(client, role):
    made = secret(client)
    signed_in(client, role)

    assert client.get(made.get_absolute_url()).status_code == 404
    assert "Zanzibar" not in page_of(client, reverse("meetings:matters"))
    line = Entry.objects.get(title="That hubs be kept.")
    assert "Part of the matter" not in page_of(client, line.decision.get_absolute_url())
    assert "Zanzibar" in page_of(signed_in(client, role, "cleared"), made.get_absolute_url())


def test_exempt_lines_of_an_open_matter_are_told_of_nowhere(client):
    made = secret(client)
    matters.rename(matter=made, title="Hubs", exempt=False, by=factories.user("officer", "cleared"))
    signed_in(client, "officer")

    for name in ("matters", "matter", "matter_change", "matter_proposals"):
        page = page_of(
            client,
            reverse(f"meetings:{name}", args=[made.pk] if name.startswith("matter_c") or name == "matter" else []),
        )
        assert "Zanzibar" not in page
        assert "2 lines" not in page


def test_the_cleared_say_on_the_desk_whether_a_name_may_be_read(client):
    shown, hidden = lines("That Fernhill House be kept.", closed=("That Fernhill House be sold.",))
    link(shown, hidden)
    signed_in(client, "officer", "cleared")
    assert "for cleared people only" in page_of(client, reverse("meetings:matter_proposals"))

    answered(client, [shown, hidden], [shown, hidden], asked=1, exempt=1)

    assert Matter.objects.get().exempt
