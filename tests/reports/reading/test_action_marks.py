import pytest

from reports.reading.facts import Action
from reports.reading.kinds.panel_minutes import read
from tests.reports.reading.words import facts_of, paper

HEAD = "# Minutes of the Youth Panel held on 7 June 2022\n# 9. Youth centres\n"


def actions(text):
    return [(each.owner, each.text, each.source.basis) for each in facts_of(read(paper(HEAD + text)), Action)]


@pytest.mark.parametrize(
    ("mark", "owner"),
    [
        ("# (ACTION: AB)", "AB"),
        ("Action: Head of Early Help", "Head of Early Help"),
        ("(Action by: Service Director: Skills and Learning)", "Service Director: Skills and Learning"),
        ("# (ACTION)", None),
    ],
)
def test_a_mark_below_a_paragraph_names_who_acts_on_it(mark, owner):
    said = "Officers were busy. Councillor Brindle agreed to raise this with the Bus Panel."

    assert actions(f"{said}\n{mark}\n- Members noted the map.") == [
        (owner, "Councillor Brindle agreed to raise this with the Bus Panel.", "mark")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Members asked for a map to be sent to them. (Action: Jo Field)",
        "Members asked for a map to be sent to them. (Action:\n# Jo Field)",
    ],
)
def test_a_mark_may_stand_behind_the_sentence(text):
    assert actions(text) == [("Jo Field", "Members asked for a map to be sent to them.", "mark")]


def test_a_heading_above_a_list_of_actions_is_no_mark():
    text = "Members spoke.\n# Actions:\n- Jo Field to send the map\n- The Clerk to arrange a room"

    assert [owner for owner, _, _ in actions(text)] == ["Jo Field", "The Clerk"]


def test_a_marked_action_may_stand_in_a_resolution():
    text = (
        "RESOLVED that the report be noted.\nOfficers were asked to bring a report on travel. (Action: Head of Schools)"
    )

    assert actions(text) == [("Head of Schools", "Officers were asked to bring a report on travel.", "mark")]


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("Mr Reed shared that a full year was needed and offered to come back with the data.", "Reed"),
        ("It was confirmed that officers would, subject to the bid, create a list of the risks.", "officers"),
        ("The Director of Education spoke. She said that a centre would open and undertook to circulate its hours.",
         "The Director of Education"),
    ],
)  # fmt: skip
def test_undertakings_told_in_a_sentence_have_their_owner(sentence, owner):
    assert [(who, basis) for who, _, basis in actions(sentence)] == [(owner, "sentence")]
