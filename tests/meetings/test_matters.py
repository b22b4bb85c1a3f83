"""What people do with matters, and undoing it."""

import pytest

from meetings import matters
from meetings.matters import NotDone
from meetings.models import Entry, Link, Matter, Mention
from meetings.undoing import undo
from tests import factories
from tests.meetings.matters_of import answers, last_deed, lines, link, matter, within

pytestmark = pytest.mark.django_db


def test_ticked_lines_become_a_matter_and_the_links_to_the_unticked_are_refused(officer):
    one, two, three, four = lines("One", "Two", "Three", "Four")
    for pair in ((one, two), (two, three), (three, four)):
        link(*pair)

    made = matters.make(title=" Family  hubs ", entries=[one, two], unticked=[three, four], by=officer)

    assert (made.title, made.exempt, within(made)) == ("Family hubs", False, {"One", "Two"})
    assert answers() == {
        frozenset(("One", "Two")): "confirmed",
        frozenset(("Two", "Three")): "refused",
        frozenset(("Three", "Four")): "proposed",
    }


def test_undoing_a_new_matter_puts_its_lines_and_links_back(officer):
    one, two = lines("One", "Two")
    link(one, two)
    made = matters.make(title="Hubs", entries=[one, two], by=officer)

    undo(deed=last_deed(), by=officer)

    assert (within(made), answers()) == (set(), {frozenset(("One", "Two")): "proposed"})
    assert last_deed().undone_by == officer
    assert Link.objects.get().answered_by is None


def test_a_deed_is_undone_once(officer):
    matters.make(title="Hubs", entries=lines("One"), by=officer)
    undo(deed=last_deed(), by=officer)

    with pytest.raises(NotDone, match="undone already"):
        undo(deed=last_deed(), by=officer)


def test_a_deed_that_later_was_built_upon_is_not_undone_before_that_is(officer):
    made = matters.make(title="Hubs", entries=lines("One", "Two"), by=officer)
    first = last_deed()
    matters.remove(matter=made, entries=Entry.objects.filter(title="One"), by=officer)

    with pytest.raises(NotDone, match="“One” was moved since"):
        undo(deed=first, by=officer)
    undo(deed=last_deed(), by=officer)
    undo(deed=first, by=officer)

    assert within(made) == set()


@pytest.mark.parametrize("title", ["", "  "])
def test_a_matter_has_a_name(officer, title):
    with pytest.raises(NotDone, match="name"):
        matters.make(title=title, entries=lines("One"), by=officer)


def test_a_matter_has_a_line(officer):
    with pytest.raises(NotDone, match="Tick at least one"):
        matters.make(title="Hubs", entries=[], by=officer)


def test_a_matter_is_of_one_council(officer):
    [here], [there] = lines("One"), lines("Two", council_name="Ambleford Council")

    with pytest.raises(NotDone, match="one council"):
        matters.make(title="Hubs", entries=[here, there], by=officer)


def test_a_line_that_somebody_took_into_a_matter_meanwhile_is_not_taken_from_it(officer):
    [one] = lines("One")
    matter("Hubs", one)

    with pytest.raises(NotDone, match="already in the matter “Hubs”"):
        matters.make(title="Other", entries=[one], by=officer)
    assert Matter.objects.count() == 1


def test_lines_join_a_matter(officer):
    one, two, three = lines("One", "Two", "Three")
    made = matter("Hubs", one)
    link(one, two), link(one, three)

    matters.join(matter=made, entries=[two], unticked=[three], by=officer)

    assert within(made) == {"One", "Two"}
    assert answers() == {frozenset(("One", "Two")): "confirmed", frozenset(("One", "Three")): "refused"}


def test_lines_that_do_not_belong_together_are_remembered_until_that_is_undone(officer):
    one, two = lines("One", "Two")
    link(one, two)

    matters.refuse(entries=[one, two], by=officer)
    assert not Link.objects.proposed().exists()

    undo(deed=last_deed(), by=officer)
    assert Link.objects.proposed().count() == 1


def test_refusing_what_somebody_answered_meanwhile_says_so(officer):
    one, two = lines("One", "Two")
    link(one, two, "confirmed")

    with pytest.raises(NotDone, match="somebody answered"):
        matters.refuse(entries=[one, two], by=officer)


def test_a_line_added_by_hand_was_right_whatever_was_said_before(officer):
    one, two = lines("One", "Two")
    made = matter("Hubs", one)
    link(one, two, "refused")

    matters.add(matter=made, entry=two, by=officer)
    assert (within(made), set(answers().values())) == ({"One", "Two"}, {"confirmed"})

    undo(deed=last_deed(), by=officer)
    assert (within(made), set(answers().values())) == ({"One"}, {"refused"})


def test_a_line_taken_out_is_not_proposed_for_the_matter_again(officer):
    one, two = lines("One", "Two")
    made = matter("Hubs", one, two)
    link(one, two)

    matters.remove(matter=made, entries=[two], by=officer)

    assert (within(made), set(answers().values())) == ({"One"}, {"refused"})


def test_taking_out_a_line_that_is_gone_says_so(officer):
    one, two = lines("One", "Two")
    made = matter("Hubs", one, two)
    matters.remove(matter=made, entries=[two], by=officer)

    with pytest.raises(NotDone, match="meantime"):
        matters.remove(matter=made, entries=[two], by=officer)


def test_merging_and_undoing_it_gives_back_what_was(officer):
    one, two = lines("One", "Two")
    first, second = matter("First", one), matter("Second", two)
    link(one, two)

    matters.merge(one=first, into=second, by=officer)
    first.refresh_from_db()
    assert (within(second), first.merged_into, set(answers().values())) == ({"One", "Two"}, second, {"confirmed"})

    undo(deed=last_deed(), by=officer)
    first.refresh_from_db()
    assert (within(first), within(second), first.merged_into) == ({"One"}, {"Two"}, None)
    assert set(answers().values()) == {"proposed"}


def test_a_matter_merged_meanwhile_takes_no_more_deeds(officer):
    [one], [two] = lines("One"), lines("Two")
    first, second = matter("First", one), matter("Second", two)
    matters.merge(one=first, into=second, by=officer)

    with pytest.raises(NotDone, match="merged into another"):
        matters.rename(matter=first, title="Other", by=officer)
    with pytest.raises(NotDone, match="into itself"):
        matters.merge(one=second, into=second, by=officer)


def test_what_was_taken_out_of_a_matter_that_is_merged_is_not_put_back_into_it(officer):
    one, two, three = lines("One", "Two", "Three")
    first, second = matter("First", one, two), matter("Second", three)
    matters.remove(matter=first, entries=[one], by=officer)
    removal = last_deed()
    matters.merge(one=first, into=second, by=officer)

    with pytest.raises(NotDone, match="merged into another since"):
        undo(deed=removal, by=officer)


def test_splitting_and_undoing_it_gives_back_what_was(officer):
    one, two = lines("One", "Two")
    made = matter("Hubs", one, two)
    link(one, two, "confirmed")

    other = matters.split(matter=made, entries=[two], title="Short breaks", by=officer)
    assert (within(made), within(other), set(answers().values())) == ({"One"}, {"Two"}, {"refused"})

    undo(deed=last_deed(), by=officer)
    assert (within(made), within(other), set(answers().values())) == ({"One", "Two"}, set(), {"confirmed"})


def test_a_split_leaves_a_line(officer):
    made = matter("Hubs", *lines("One", "Two"))

    with pytest.raises(NotDone, match="Leave at least one line"):
        matters.split(matter=made, entries=Entry.objects.all(), title="Other", by=officer)


def test_renaming_is_undone_unless_there_is_a_newer_name(officer):
    made = matter("Hubs", *lines("One"))
    matters.rename(matter=made, title="Family hubs", by=officer)
    first = last_deed()
    matters.rename(matter=made, title="Family hubs in Wexcombe", by=officer)

    with pytest.raises(NotDone, match="another name since"):
        undo(deed=first, by=officer)
    undo(deed=last_deed(), by=officer)
    undo(deed=first, by=officer)

    made.refresh_from_db()
    assert made.title == "Hubs"


def test_a_mention_is_confirmed_once_and_can_be_undone(officer):
    made = matter("Hubs", *lines("One"))
    mention = Mention.objects.create(matter=made, passage=factories.passage(Entry.objects.get().finding.document))

    matters.answer_mention(mention=mention, yes=True, by=officer)
    with pytest.raises(NotDone, match="meantime"):
        matters.answer_mention(mention=mention, yes=False, by=officer)
    undo(deed=last_deed(), by=officer)

    mention.refresh_from_db()
    assert (mention.answer, mention.answered_by) == ("proposed", None)
