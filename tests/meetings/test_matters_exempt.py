"""Exempt lines in matters: the uncleared can neither move them nor learn of them."""

import pytest

from meetings import matters
from meetings.matter_names import close_names
from meetings.matters import NotDone
from meetings.models import Entry, Link, Matter
from meetings.undoing import undo
from tests.meetings.matters_of import last_deed, lines, link, matter, within

pytestmark = pytest.mark.django_db


# Exempt lines: what somebody who is not cleared cannot see, they can neither move nor learn of.


def test_a_matter_of_an_exempt_line_has_a_name_for_the_cleared_only_until_they_say_otherwise(cleared, officer):
    shown, hidden = lines("Open", closed=("Hidden",))

    made = matters.make(title="Sale", entries=[shown, hidden], by=cleared)
    assert made.exempt
    assert not Matter.objects.visible_to(officer).exists()

    matters.rename(matter=made, title="Sale", exempt=False, by=cleared)
    assert Matter.objects.visible_to(officer).get() == made


def test_only_the_cleared_say_that_a_name_may_be_read(officer, cleared):
    made = matters.make(title="Sale", entries=lines("Open", closed=("Hidden",)), by=cleared)

    matters.rename(matter=made, title="Sale of land", exempt=False, by=officer)

    made.refresh_from_db()
    assert made.exempt


def test_the_uncleared_cannot_take_an_exempt_line(officer):
    shown, hidden = lines("Open", closed=("Hidden",))

    with pytest.raises(NotDone, match="not in the register"):
        matters.make(title="Sale", entries=[shown, hidden], by=officer)


def mixed(cleared) -> Matter:
    """A matter of two open lines and one exempt, of a name that all may read."""
    return matters.make(title="Hubs", entries=lines("A", "B", closed=("Hidden",)), by=cleared, open_name=True)


def test_merging_takes_the_exempt_lines_along_and_parting_brings_them_back(officer, cleared):
    made, into = mixed(cleared), matter("Other", *lines("C"))

    matters.merge(one=made, into=into, by=officer)
    assert within(into) == {"A", "B", "C", "Hidden"}

    undo(deed=last_deed(), by=officer)
    assert (within(made), within(into)) == ({"A", "B", "Hidden"}, {"C"})


def test_splitting_and_taking_out_leave_the_exempt_lines_where_they_are(officer, cleared):
    made = mixed(cleared)

    other = matters.split(matter=made, entries=Entry.objects.filter(title="A"), title="A alone", by=officer)
    matters.remove(matter=made, entries=Entry.objects.filter(title="B"), by=officer)

    assert (within(made), within(other)) == ({"Hidden"}, {"A"})
    assert Matter.objects.visible_to(officer).get() == other


def test_the_same_sentence_whether_or_not_an_exempt_line_is_left(officer, cleared):
    """One who is not cleared cannot split all lines that they see, though an exempt one would remain."""
    made = mixed(cleared)

    with pytest.raises(NotDone, match="Leave at least one line"):
        matters.split(matter=made, entries=Entry.objects.open_to(officer), title="Other", by=officer)


def test_undoing_by_the_uncleared_puts_back_what_they_see(officer, cleared):
    made = mixed(cleared)

    undo(deed=last_deed(), by=officer)

    assert within(made) == {"Hidden"}


def test_an_exempt_line_moved_since_stops_no_undo_of_the_uncleared(officer, cleared):
    made = mixed(cleared)
    first = last_deed()
    matters.remove(matter=made, entries=Entry.objects.filter(title="Hidden"), by=cleared)

    undo(deed=first, by=officer)

    assert within(made) == set()


def test_a_line_of_a_matter_of_hidden_name_counts_as_free_for_the_uncleared(officer, cleared):
    shown, hidden = lines("Open", closed=("Hidden",))
    secret = matters.make(title="Sale", entries=[shown, hidden], by=cleared)

    made = matters.make(title="Land", entries=[shown], by=officer)
    assert (within(made), within(secret)) == ({"Open"}, {"Hidden"})

    undo(deed=last_deed(), by=officer)
    assert within(secret) == {"Open", "Hidden"}


def test_links_to_exempt_lines_are_not_answered_by_the_uncleared(officer):
    shown, hidden = lines("Open", closed=("Hidden",))
    link(shown, hidden)

    matters.make(title="Hubs", entries=[shown], by=officer)

    assert Link.objects.get().answer == "proposed"


def test_a_name_told_by_a_line_that_turns_out_to_be_exempt_is_closed(officer):
    [one], [two] = lines("Sale of land"), lines("That hubs be kept.")
    made = matters.make(title="Sale of land", entries=[one, two], by=officer)
    other = matters.make(title="Hubs", entries=lines("Hubs are opened."), by=officer)

    exempt_now(one)

    made.refresh_from_db(), other.refresh_from_db()
    assert (made.exempt, other.exempt) == (True, False)


def test_a_name_that_somebody_cleared_opened_stays_open(cleared):
    [one] = lines("Sale of land")
    made = matters.make(title="Sale of land", entries=[one], by=cleared, open_name=True)

    exempt_now(one)

    made.refresh_from_db()
    assert not made.exempt


def exempt_now(line: Entry) -> None:
    """What marking a paragraph exempt does to its findings, and what is done with the paper then."""
    line.finding.exempt = True
    line.finding.save()
    close_names(line.finding.document)
