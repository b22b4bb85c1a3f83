"""What a line of the register is about: the heading above it, its references and its names."""

import pytest
from django.core.checks import run_checks

from meetings.about import tell
from meetings.headings import Item, Line, Outline
from meetings.models import Action, Decision, Entry, Event, PlannedDecision
from meetings.proper_names import names_in
from meetings.references import references_in
from reports import actions
from tests import factories


def outline(*lines: Line, kind: str = "executive_report", title: str = "Report", items=()) -> Outline:
    return Outline(kind, title, list(lines), list(items))


def head(ordinal: int, text: str, label: str = "", **said) -> Line:
    return Line(ordinal, text, label, "heading", **said)


def test_a_line_is_about_the_heading_above_it():
    paper = outline(head(0, "Other comments", "5"), Line(1, "Fernhill House", "5.3"), Line(2, "It closed in May."))
    assert paper.above(2, is_open=True) == "Fernhill House"


def test_a_heading_that_every_paper_has_tells_nothing():
    headings = (
        "Minutes",
        "Decisions",
        "Background",
        "Update",
        "Cabinet decisions since the last report",
        "Cabinet 3 May 2024",
    )
    assert [outline(head(0, text), Line(1, "It closed.")).above(1, is_open=True) for text in headings] == [""] * 6


def test_a_heading_within_a_business_lets_the_one_above_it_speak():
    paper = outline(head(0, "Fernhill House"), head(1, "Background"), Line(2, "It opened in 1974."))
    assert paper.above(2, is_open=True) == "Fernhill House"


def test_the_heading_of_the_section_before_is_not_that_of_the_next():
    paper = outline(
        head(0, "5 Others", "5"), head(1, "Fernhill House", "5.7"), Line(2, "It closed."),
        head(3, "Performance highlights", "5.8"), Line(4, "There were more children.", "5.8.3"),
    )  # fmt: skip
    assert paper.above(4, is_open=True) == ""


def test_minutes_tell_by_the_item_in_whose_place_a_line_stands():
    items = [Item(0, "4", "Family hubs"), Item(3, "5", "School meals")]
    paper = outline(
        head(0, "Family hubs"),
        Line(1, "…"),
        Line(2, "Agreed."),
        head(3, "School meals"),
        Line(4, "Noted."),
        items=items,
    )
    assert [paper.above(place, True) for place in (2, 4)] == ["Family hubs", "School meals"]


def test_an_item_of_part_two_that_is_numbered_anew_does_not_take_a_line_of_part_one():
    items = [Item(0, "1", "Family hubs"), Item(2, "1", "Sale of Rookery Cottage", is_open=False)]
    lines = [
        head(0, "Family hubs"),
        Line(1, "Agreed."),
        head(2, "Sale of Rookery Cottage", is_open=False),
        Line(3, "Sold."),
    ]
    paper = outline(*lines, items=items)
    assert (paper.above(1, True, "1"), paper.above(3, False, "1")) == ("Family hubs", "Sale of Rookery Cottage")


def test_a_report_on_one_matter_tells_by_its_own_title():
    paper = outline(
        head(0, "Legal implications"), Line(1, "None."), kind="officer_report", title="Future of Fernhill House"
    )
    assert paper.above(1, is_open=True) == "Future of Fernhill House"


def test_a_papers_own_title_does_not_tell_of_one_line_of_many():
    paper = outline(
        head(0, "Report on skills and fostering"), Line(1, "A fair was held."), title="Report on skills and fostering"
    )
    assert paper.above(1, is_open=True) == ""


def test_an_exempt_heading_tells_nothing_of_an_open_line():
    closed = head(1, "Sale of Rookery Cottage", is_open=False)
    paper = outline(head(0, "Fernhill House"), closed, Line(2, "The Panel thanked officers."))
    assert paper.above(2, is_open=True) == ""
    assert paper.above(2, is_open=False) == "Sale of Rookery Cottage"


def test_an_exempt_item_tells_nothing_of_an_open_line():
    paper = outline(
        head(0, "Rookery Cottage"), Line(1, "Agreed."), items=[Item(0, "9", "Rookery Cottage", is_open=False)]
    )
    assert (paper.above(1, is_open=True), paper.above(1, is_open=False)) == ("", "Rookery Cottage")


@pytest.mark.parametrize(
    ("printed", "reference"),
    [
        ("Forward Plan ref: A039/17.", "A039/17"), ("(F12/25)", "F12/25"), ("Decision 24/00096 was taken", "24/00096"),
        ("Key decision ref KD 1234", "KD1234"), ("KD/1234", "KD1234"), ("see FP/23/045", "FP/23/045"),
        ("CAB–2023–17", "CAB/2023/17"), ("Issue I034567", "I034567"), ("Decision record no. d0123 / 24", "D0123/24"),
    ],
)  # fmt: skip
def test_references_are_known_in_the_ways_that_councils_print_them(printed, reference):
    assert references_in(printed) == [reference]


@pytest.mark.parametrize(
    "printed",
    [
        "the 2016/17 budget", "on 12/03/18", "Saving reference: CF12", "saving (CS/2017/12)", "item 7", "24/7",
        "minute no 45/23", "tel. 01992 555000", "the Education Act 1996, section 14/2", "£24,000/50", "year 11/12",
        "Planning application 24/01234",
    ],
)  # fmt: skip
def test_what_looks_like_a_reference_is_none(printed):
    assert references_in(printed) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The future of Fernhill House was discussed.", ["Fernhill House"]),
        ("Officers visited Marlow Lane Nursery in March.", ["Marlow Lane Nursery", "Marlow Lane"]),
        ("A tender for the 'Family Centre Service' began.", ["Family Centre Service"]),
        ("The Head of Early Help wrote to the Children's Services Cabinet Panel.", []),
        ("Ofsted and the Care Quality Commission came in May under the Children Act.", []),
        ("Mrs Rosalind Amberly thanked Wexcombe County Council.", []),
        ("RESOLVED: That Children's Services be thanked for Early Help.", []),
    ],
)
def test_names_are_what_a_business_can_be_known_by(text, names):
    assert names_in(text, frozenset({"wexcombe"})) == names


# A whole paper.

pytestmark = pytest.mark.django_db


def paper_with(fact: str, *, above: str = "Fernhill House", closed: str = "", **data):
    """A published paper of a heading and a paragraph below it, in which one fact was read."""
    paper = factories.document(kind="executive_report", title="Report to Council")
    factories.passage(paper, above, style="heading", label="", part="exempt" if closed else "open")
    where = factories.passage(paper, data.get("text", "It was agreed."), label="")
    finding = factories.finding(paper, fact, where=where, **data)
    actions.accept(finding=finding, by=factories.user("officer", "cleared"), version=finding.version)
    return actions.publish(document=paper, by=factories.user("publisher", "cleared"))


def test_publishing_tells_what_lines_are_about():
    paper_with("Event", date="2024-05-03", text="The staff of Marlow Lane Nursery moved in (ref. FP/23/045).")
    line = Event.objects.get()
    assert (line.about, line.references) == ("Fernhill House", ["FP/23/045"])
    assert line.names == ["fernhill house", "marlow lane nursery", "marlow lane"]


def test_a_planned_decision_keeps_its_reference_and_needs_no_heading():
    paper_with("PlannedDecision", reference="f12/25", title="Future of Larch Hill House")
    line = PlannedDecision.objects.get()
    assert (line.about, line.references, line.names) == ("", ["F12/25"], ["larch hill house", "larch hill"])


def test_the_names_of_members_are_no_names_of_a_business():
    paper_with("Attendance", name="Thomas Quenby")
    paper_with("Event", date="2024-05-03", text="The prize was given by Thomas Quenby of Larch Hill House.")
    assert "thomas quenby" not in Event.objects.get().names


def test_a_heading_that_is_marked_exempt_goes_from_the_lines_below_it_at_once():
    paper = paper_with("Action", text="Officers will report back.", item=None)
    assert Action.objects.get().about == "Fernhill House"
    actions.mark(passage=paper.passages.get(style="heading"), by=factories.user("publisher", "cleared"), part="exempt")
    line = Action.objects.get()
    assert (line.about, line.names) == ("", [])


def test_an_open_line_below_an_exempt_heading_has_nothing_of_it():
    paper_with("Decision", above="Sale of Rookery Cottage", closed="yes", text="That officers be thanked.", item=None)
    assert "Rookery" not in str(Decision.objects.values_list("about", "names", "search").get())


def test_telling_again_changes_nothing():
    paper = paper_with("Decision", item=None)
    assert tell(paper) == []
    assert Entry.objects.get().about == "Fernhill House"


def test_a_follow_up_of_publishing_that_is_not_there_is_found_by_the_system_check(settings):
    settings.AFTER_PUBLISHING = ["meetings.nowhere.at_all"]
    assert "reports.E005" in {problem.id for problem in run_checks()}
